"""Values that strayed off their table when its page was copied as running text.

A label broken over several lines, columns that were copied one after the other, and a number
broken in two leave values in lines of their own.  Whose they are cannot be told: what they may
belong to is in doubt, and is neither blank nor missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from compliance.messages import say
from compliance.model.report import CellNote, CellState, CellValue, Report
from compliance.recognise.cells import put_unreadable
from compliance.recognise.form_rows import FormRow
from compliance.recognise.labels import normal
from compliance.recognise.placed import Placed
from compliance.recognise.stream import UNITS, PrintedRow, is_value
from compliance.recognise.totals import count_in, ends_in_total

APART = 12
"""So many values in lines of their own are columns that were copied one after the other."""
LONG, MOST = 6, 0.8
"""A label of so many characters, and which part of them must be a row's."""
NEAR = 8
"""How many printed rows before the first and behind the last of a table values may stray."""


def settle_strayed(
    report: Report, tables: Mapping[str, Placed], printed: Sequence[PrintedRow]
) -> None:
    """Doubt what strayed values may belong to, in the tables that were found.

    Where there is any, the labels of tables in running lines are not sure either.
    """
    before = _doubts(report)
    taken = {at for placed in tables.values() for at in (*placed.taken, *placed.across)}
    loose = [at for at, line in enumerate(printed)
             if line.has_values and line.grid < 0 and not line.prose and at not in taken]
    apart = _in_columns(tables, printed, loose) >= APART
    for table, placed in tables.items():
        if placed.taken:
            _doubt_broken(report, table, placed, printed, taken)
            _doubt_missing(report, table, placed, printed, taken)
        if apart and any(printed[at].flat for at in (*placed.taken, *placed.across)):
            _doubt_apart(report, table, placed, printed, loose)
    if _doubts(report) > before and any(
            printed[at].grid < 0 for placed in tables.values() for at in placed.taken):
        report.source.unruled = True


def _doubts(report: Report) -> int:
    return sum(bool(note.doubt) for note in report.notes.values())


def _in_columns(
    tables: Mapping[str, Placed], printed: Sequence[PrintedRow], loose: Sequence[int]
) -> int:
    """How many loose values stand in runs that are no row of a table."""
    widths = {len(row.columns) for placed in tables.values() for row in placed.rows}
    widths |= {sum(len(row.columns) for row in placed.rows)
               for placed in tables.values() if placed.across}
    runs = [run for at in loose if not _in_one_line(printed[at])
            and ((run := sum(is_value(cell.text) for cell in printed[at].cells)) not in widths
                 or printed[at].label in UNITS)]
    surplus = [len(printed[at].cells) - len(placed.rows[row].columns)
               for placed in tables.values() for at, row in placed.taken.items()
               if printed[at].flat and not _in_one_line(printed[at])]
    return sum(runs) + sum(more for more in surplus if more > 0)


def _doubt_broken(
    report: Report, table: str, placed: Placed, printed: Sequence[PrintedRow],
    taken: Collection[int],
) -> None:
    """Doubt a row below which figures stand alone.

    They are what its blank cells lack, or the ends of numbers broken in two.
    """
    for at, row in placed.taken.items():
        below = printed[at + 1] if at + 1 < len(printed) and at + 1 not in taken else None
        if below is None or any(map(normal, below.labels)):
            continue
        if below.has_values and None in report.tables[table].get(placed.rows[row].row.id, ()):
            _doubt(report, (table, placed.rows[row].row.id), say("recognise.strayed").zh, None)
            continue
        written = [cell.text for cell in below.cells if cell.text]
        if 0 < len(written) < len(placed.rows[row].columns) and all(map(str.isdigit, written)):
            _doubt(report, (table, placed.rows[row].row.id), say("recognise.broken").zh)


def _doubt(
    report: Report, place: tuple[str, str], doubt: str, only: CellValue = CellState.NUMBER
) -> None:
    """Doubt the cells of a row; with ``only`` ``None``, the blank ones."""
    values = report.tables.get(place[0], {}).get(place[1], [])
    for index, value in enumerate(values):
        if value is not CellState.UNREADABLE and (only is not None or value is None):
            values[index] = CellState.UNREADABLE
            report.notes.setdefault((*place, index), CellNote()).doubt = doubt


def _doubt_missing(
    report: Report, table: str, placed: Placed, printed: Sequence[PrintedRow],
    taken: Collection[int],
) -> None:
    """Doubt a missing row where values stand in its place below a piece of its label."""
    filled = report.tables.get(table, {})
    for missing, between in _gaps(placed, printed):
        absent = [row for row in missing if row.row.id not in filled
                  and not any(parent.id in filled for parent in row.parents)]
        if absent and any(at not in taken and _may_be_of(printed[at], absent) for at in between):
            for row in absent:
                put_unreadable(report, (table, row.row.id), len(row.columns),
                               say("recognise.torn").zh)


def _gaps(
    placed: Placed, printed: Sequence[PrintedRow]
) -> Iterator[tuple[list[FormRow], range]]:
    """The form rows that are missing between rows that are not, and what is printed there."""
    places = sorted(placed.taken.items(), key=lambda pair: pair[1])
    edges = [(max(-1, places[0][0] - NEAR), -1), *places,
             (min(len(printed), places[-1][0] + NEAR + 1), len(placed.rows))]
    for (above, before), (below, after) in pairwise(edges):
        missing = [row for row in placed.rows[before + 1:after] if row.row.has_cells]
        if missing and above + 1 < below:
            yield missing, range(above + 1, below)


def _may_be_of(line: PrintedRow, absent: Iterable[FormRow]) -> bool:
    """Whether a line with values has no label, or but a piece of that of a missing row.

    A figure may stick to the label itself.
    """
    label = normal("".join(line.labels))
    figures = label.rstrip("0123456789") != label
    if line.prose or not (line.has_values or figures):
        return False
    if not any(len(line.cells) <= len(row.columns) + 1 for row in absent):
        return False
    if figures:
        return any(label.rstrip("0123456789") in row.names for row in absent)
    return any(label not in row.names and any(
        _in_order(label, name) for name in (*row.names, *_with_groups(row))) for row in absent)


def _with_groups(row: FormRow) -> Iterator[str]:
    """The names of a row below those of its groups, as a print runs them together."""
    groups = "".join(normal(group.label or group.id) for group in row.parents)
    for name in row.names:
        yield groups + name


def _in_order(label: str, whole: str) -> bool:
    """Whether the words of a label, but its numbers, stand in ``whole`` in their order.

    So do, in any order, most of the characters of a longer one, whose lines ran together.
    """
    words = [character for character in label if not character.isdigit()]
    rest = iter(whole)
    if all(character in rest for character in words):
        return True
    return len(words) >= LONG and sum(map(whole.__contains__, words)) >= MOST * len(words)


def _doubt_apart(
    report: Report, table: str, placed: Placed, printed: Sequence[PrintedRow],
    loose: Sequence[int],
) -> None:
    """Doubt the rows of a table whose columns may have been copied apart."""
    filled = report.tables.get(table, {})
    places = {*placed.taken, *placed.across}
    inside = any(min(places) - NEAR <= at <= max(places) + NEAR for at in loose)
    rows = [row for row in placed.rows if row.row.has_cells or row.row.id in filled]
    lacking = [row for row in rows if all(
        value is None for value in filled.get(row.row.id, ()))]
    if not inside and not lacking:
        return
    doubt = say("recognise.apart").zh
    for row in lacking:
        put_unreadable(report, (table, row.row.id), len(row.columns), doubt)
    whole = {placed.rows[row].row.id for at, row in placed.taken.items()
             if _in_one_line(printed[at])}
    for row in rows if inside else ():
        if row.row.id not in whole and not _confirmed(row, filled[row.row.id]):
            _doubt(report, (table, row.row.id), doubt)


def _in_one_line(line: PrintedRow) -> bool:
    """Whether several values stand in one line: no column was copied alone."""
    return len(line.cells) > 1 and all(
        cell.location == line.cells[0].location for cell in line.cells)


def _confirmed(row: FormRow, values: Sequence[CellValue]) -> bool:
    """Whether a row's own total says that its values are its own."""
    if not ends_in_total(row) or any(value is None for value in values):
        return False
    *parts, total = (count_in(values, column) for column in range(len(values)))
    return bool(total) and sum(parts) == total
