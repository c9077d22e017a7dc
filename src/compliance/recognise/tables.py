"""The tables of a document, read by the tables of a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.messages import say
from compliance.model.form import Form, Table
from compliance.model.report import CellValue, Report, RowMatch
from compliance.recognise.across import read_across
from compliance.recognise.align import align
from compliance.recognise.candidates import Match
from compliance.recognise.cells import by_count, put_row, put_unreadable
from compliance.recognise.form_rows import FormRow, form_rows
from compliance.recognise.form_words import form_words
from compliance.recognise.grid_columns import GridColumns
from compliance.recognise.heads import read_heads
from compliance.recognise.labels import normal
from compliance.recognise.placed import Placed
from compliance.recognise.stream import PrintedRow
from compliance.recognise.torn import settle_torn
from compliance.recognise.totals import doubt_shifted
from compliance.record import replace

_PROSE = PrintedRow(prose=True)
NEAR = 30
"""How many printed rows from the rest of its table a torn block may stand."""


def read_tables(report: Report, form: Form, printed: list[PrintedRow]) -> set[int]:
    """Read every table of ``form`` into ``report``.

    Returns:
        Indexes of the blocks of the document that are parts of tables.
    """
    words = form_words(form, report.year)
    used: set[int] = set()
    placed: dict[str, Placed] = {}
    # Tables printed across go first: their 总计 must not be taken for a row of another table.
    for table in sorted(form.tables, key=lambda table: not table.across):
        if table.across:
            rows = read_across(report, table, printed, words.headings)
        else:
            free = [_PROSE if i in used else row for i, row in enumerate(printed)]
            rows, placed[table.id] = _read_down(report, table, free, words.known)
        if rows:
            if table.across:
                placed[table.id] = Placed(form_rows(table), across=frozenset(rows))
            first = min(rows)
            location = printed[first].location
            if location is not None:
                report.places.setdefault(table.id, location)
            used |= rows
            if report.source.first_format == "pdf" and _from_lines(printed, rows):
                report.source.unruled = True
    if _may_have_strayed(report, placed, printed):
        from compliance.recognise.strayed import settle_strayed

        settle_strayed(report, placed, printed)
    report.tables = {t.id: report.tables[t.id] for t in form.tables if t.id in report.tables}
    used |= words.heads.above(printed, used)
    return {block for index in used for block in printed[index].blocks}


def _from_lines(printed: list[PrintedRow], rows: set[int]) -> bool:
    """Whether figures of a table stand in running lines: no ruling lines part its cells."""
    return any(printed[index].grid < 0 and printed[index].has_values for index in rows)


def _may_have_strayed(
    report: Report, tables: Mapping[str, Placed], printed: list[PrintedRow]
) -> bool:
    """Whether a table stands in running lines, or lacks a row or its values."""
    return any(
        any(printed[at].grid < 0 for at in (*placed.taken, *placed.across))
        or any(row.row.has_cells and not _has_value(report.tables.get(table, {}).get(row.row.id))
               for row in placed.rows)
        for table, placed in tables.items())


def _has_value(values: Sequence[CellValue] | None) -> bool:
    return values is not None and any(value is not None for value in values)


def _read_down(
    report: Report, table: Table, printed: list[PrintedRow], known: frozenset[str]
) -> tuple[set[int], Placed]:
    rows = form_rows(table)
    chain = align(table, printed, known)
    if not _convincing(rows, chain, printed):
        return set(), Placed(rows)
    all_blank = not any(
        printed[match.printed].cells for match in chain if rows[match.row].row.has_cells)
    ordered = chain
    chain = sorted(chain + _displaced(table, chain, printed, known), key=lambda m: m.printed)
    chain = _without_borrowed(rows, chain, printed)
    placed = [(rows[m.row], m.printed) for m in chain
              if rows[m.row].row.has_cells and (printed[m.printed].cells or all_blank)]
    grids = GridColumns(printed, report.year)
    read_heads(report, table, placed, grids)
    in_order = {id(match) for match in ordered}
    for match in chain:
        _put(report, table, rows[match.row], match, grids, all_blank,
             moved=id(match) not in in_order)
    doubt_shifted(report, table.id, rows)
    found = settle_torn(report, table.id, rows, ordered, printed)
    taken_rows = {at: row for row, at in found.items()} | {
        match.printed: match.row for match in chain
        if rows[match.row].row.has_cells}
    first, last = chain[0].printed, chain[-1].printed
    taken = {match.printed for match in chain}
    for index in range(first, last + 1):
        line = printed[index]
        if index in taken or line.prose or not line.has_values or not line.label:
            continue
        if not _like_a_row(rows, line):
            continue
        label = line.own_labels[-1]
        if normal(label) not in known and not label.isdigit():
            report.unknown_rows.setdefault(table.id, []).append(label)
    inside = {index for index in range(first, last + 1) if not printed[index].prose}
    return inside, Placed(rows, taken_rows)


def _displaced(
    table: Table, chain: list[Match], printed: list[PrintedRow], known: frozenset[str]
) -> list[Match]:
    """Rows of whole blocks that a torn page prints out of their order."""
    rows = form_rows(table)
    taken = {match.printed for match in chain}
    blocks = {id(rows[match.row].block) for match in chain}
    start = max(0, chain[0].printed - NEAR)
    window = printed[start:chain[-1].printed + NEAR]
    found: list[Match] = []
    for block in table.blocks:
        if id(block) in blocks or len(table.blocks) == 1:
            continue
        part = replace(table, blocks=[block])
        own = form_rows(part)
        for match in align(part, window, known):
            at = start + match.printed
            row = next(i for i, r in enumerate(rows) if r.row is own[match.row].row)
            if at not in taken and _fits(printed[at], rows[row]):
                found.append(Match(at, row, match.label, match.weight))
                taken.add(at)
    return found


def _without_borrowed(
    rows: list[FormRow], chain: list[Match], printed: list[PrintedRow]
) -> list[Match]:
    """The chain without groups whose values may be those of a row that is not found.

    A group that is printed as one row has values; so has the first row of a group whose
    own label is lost.  Where other rows of the group are printed, it is not one row.
    """
    filled = {m.row for m in chain if rows[m.row].row.has_cells and printed[m.printed].cells}
    kept = []
    for match in chain:
        row = rows[match.row]
        if not row.row.has_cells and printed[match.printed].has_values:
            own = {i for i, other in enumerate(rows)
                   if other.row.has_cells and any(p is row.row for p in other.parents)}
            if own & filled and not own <= filled:
                continue
        kept.append(match)
    return kept


def _fits(line: PrintedRow, row: FormRow) -> bool:
    """Whether a printed row has as many cells as the form row."""
    return by_count(line, len(row.columns), row.row.code) is not None


def _like_a_row(rows: list[FormRow], line: PrintedRow) -> bool:
    """Whether a printed row has as many cells as a row of the table has."""
    widths = {len(row.columns) for row in rows if row.row.has_cells}
    return any(by_count(line, width) is not None for width in widths)


def _convincing(rows: list[FormRow], chain: list[Match], printed: list[PrintedRow]) -> bool:
    """Whether so much of the table is there that it is this table."""
    with_cells = [m for m in chain if rows[m.row].row.has_cells]
    wanted = sum(row.row.has_cells for row in rows)
    filled = [m for m in with_cells if printed[m.printed].cells]
    if filled:
        right = [m for m in filled
                 if _fits(printed[m.printed], rows[m.row]) or printed[m.printed].grid >= 0]
        return bool(right) and len(with_cells) >= min(2, wanted)
    return bool(with_cells) and len(with_cells) * 2 >= wanted


def _put(
    report: Report, table: Table, row: FormRow, match: Match, grids: GridColumns,
    all_blank: bool, moved: bool,
) -> None:
    line = grids.printed[match.printed]
    place = (table.id, row.row.id)
    if not row.row.has_cells and not line.has_values:
        return
    report.matches.setdefault(table.id, {})[row.row.id] = RowMatch(
        " ".join(match.label.split()), moved=moved)
    # Several words and no cell: what stands where the values should cannot be read.
    if line.cells or (line.grid >= 0 and line.label != match.label and len(line.labels) > 1):
        put_row(report, table.id, row, match.printed, grids)
    elif all_blank or line.grid >= 0:
        report.tables.setdefault(table.id, {})[row.row.id] = [None] * len(row.columns)
    else:
        put_unreadable(report, place, len(row.columns), say("recognise.no_value").zh, "",
                       line.location)
    if normal(match.label) != normal(row.row.label or row.row.id):
        label = " ".join(match.label.split())
        report.labels.setdefault(table.id, {})[row.row.id] = label
