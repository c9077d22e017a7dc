"""Tables that conversion tore: rows of values stand apart from their labels.

Rows without a label go to the rows of the form that lack one, where as many stand between
two known rows as are missing there, and where every column then adds up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from compliance.messages import say
from compliance.model.report import CellNote, CellState, Report, RowMatch
from compliance.recognise.candidates import Match
from compliance.recognise.cells import by_count, put_cells, put_unreadable
from compliance.recognise.form_rows import FormRow
from compliance.recognise.stream import PrintedRow
from compliance.recognise.totals import adds_up


def settle_torn(
    report: Report, table: str, rows: Sequence[FormRow], chain: Sequence[Match],
    printed: Sequence[PrintedRow],
) -> Mapping[int, int]:
    """Give the rows without a label to the rows that are missing, or say what is in doubt.

    Returns:
        Printed rows by the places in ``rows`` that they were given to.
    """
    placed = [match for match in chain if _fits(rows[match.row], printed[match.printed])]
    inside = range(chain[0].printed, chain[-1].printed + 1)
    widths = {len(row.columns) for row in rows if row.row.has_cells}
    loose = {at for at in inside if _has_no_label(printed[at], widths)}
    if not loose:
        return {}
    found = dict(_by_place(rows, placed, loose))
    if found and _put(report, table, rows, found, printed):
        placed_rows = {match.row for match in placed} | found.keys()
    else:
        placed_rows, found = {match.row for match in chain}, {}
    _doubt_absent(report, table, rows, placed_rows)
    taken = {match.printed for match in placed} | set(found.values())
    if any(at not in taken and printed[at].has_values and not printed[at].prose for at in inside):
        _doubt_blanks(report, table, rows)
    return found


def _fits(row: FormRow, line: PrintedRow) -> bool:
    return row.row.has_cells and bool(line.cells) and (
        line.grid >= 0 or by_count(line, len(row.columns), row.row.code) is not None)


def _has_no_label(line: PrintedRow, widths: Collection[int]) -> bool:
    return not line.labels and line.has_values and len(line.cells) > 1 and any(
        by_count(line, width) is not None for width in widths)


def _by_place(
    rows: Sequence[FormRow], placed: Sequence[Match], loose: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Form rows without a printed row, each with the printed row that stands at its place."""
    known = {match.row for match in placed}
    for before, after in pairwise(placed):
        missing = [row for row in range(before.row + 1, after.row)
                   if rows[row].row.has_cells and row not in known]
        between = [at for at in range(before.printed + 1, after.printed) if at in loose]
        if len(missing) == len(between):
            yield from zip(missing, between, strict=True)


def _put(
    report: Report, table: str, rows: Sequence[FormRow], found: Mapping[int, int],
    printed: Sequence[PrintedRow],
) -> bool:
    """Put rows at their places; undone, and false, unless every column adds up."""
    filled = report.tables.setdefault(table, {})
    before = dict(filled)
    notes = dict(report.notes)
    for row, at in found.items():
        cells = by_count(printed[at], len(rows[row].columns))
        if cells is None:
            break
        put_cells(report, (table, rows[row].row.id), cells)
    else:
        if adds_up(filled, rows, {rows[row].row.id for row in found}):
            matches = report.matches.setdefault(table, {})
            for row in found:
                matches.setdefault(rows[row].row.id, RowMatch("")).columns = "order"
            return True
    filled.clear()
    filled.update(before)
    report.notes.clear()
    report.notes.update(notes)
    return False


def _doubt_absent(
    report: Report, table: str, rows: Sequence[FormRow], placed: set[int]
) -> None:
    filled = report.tables.get(table, {})
    for index, row in enumerate(rows):
        single = any(parent.id in filled and not parent.has_cells for parent in row.parents)
        if row.row.has_cells and index not in placed and not single:
            put_unreadable(report, (table, row.row.id), len(row.columns),
                           say("recognise.torn").zh)


def _doubt_blanks(report: Report, table: str, rows: Sequence[FormRow]) -> None:
    """Where values strayed off, a blank cell may have had one."""
    for row in rows:
        values = report.tables.get(table, {}).get(row.row.id, [])
        if all(value is None for value in values):
            continue
        for index, value in enumerate(values):
            if value is None:
                values[index] = CellState.UNREADABLE
                note = report.notes.setdefault((table, row.row.id, index), CellNote())
                note.doubt = say("recognise.strayed").zh
