"""The tables of a document, read by the tables of a form."""

from __future__ import annotations

from dataclasses import replace

from compliance.messages import say
from compliance.model.form import Form, Table
from compliance.model.report import Report, RowMatch
from compliance.recognise.across import read_across
from compliance.recognise.align import align
from compliance.recognise.candidates import Match
from compliance.recognise.cells import by_count, put_row, put_unreadable
from compliance.recognise.form_rows import FormRow, column_names, form_rows
from compliance.recognise.grid_columns import GridColumns
from compliance.recognise.heads import read_heads
from compliance.recognise.labels import normal
from compliance.recognise.stream import PrintedRow, is_value
from compliance.recognise.totals import doubt_shifted

_FURNITURE = frozenset(map(normal, (
    "信息内容", "申请人情况", "法人或其他组织", "指标名称", "指标", "单位", "数量", "统计指标",
    "行政诉讼", "名称", "年度", "序号",
)))
"""Words of table heads that are no row and no column of a form."""
_PROSE = PrintedRow(prose=True)
NEAR = 30
"""How many printed rows from the rest of its table a torn block may stand."""
_ABOVE = ("第二十条第", "本列数据的勾稽关系", "该部分以表格形式报告", "表格如下", "单位")


def read_tables(report: Report, form: Form, printed: list[PrintedRow]) -> set[int]:
    """Read every table of ``form`` into ``report``.

    Returns:
        Indexes of the blocks of the document that are parts of tables.
    """
    known = _known_names(form, report.year)
    headings = {normal(heading) for section in form.sections
                for heading in (section.heading, *section.variants)}
    used: set[int] = set()
    # Tables printed across go first: their 总计 must not be taken for a row of another table.
    for table in sorted(form.tables, key=lambda table: not table.across):
        if table.across:
            rows = read_across(report, table, printed, headings)
        else:
            free = [_PROSE if i in used else row for i, row in enumerate(printed)]
            rows = _read_down(report, table, free, known)
        if rows:
            first = min(rows)
            location = printed[first].location
            if location is not None:
                report.places.setdefault(table.id, location)
            used |= rows
    report.tables = {t.id: report.tables[t.id] for t in form.tables if t.id in report.tables}
    used |= _heads(printed, used, known)
    return {block for index in used for block in printed[index].blocks}


def _known_names(form: Form, year: int | None) -> frozenset[str]:
    names = set(_FURNITURE)
    for table in form.tables:
        for row in form_rows(table):
            names |= row.names
        for block in table.blocks:
            for column in block.columns:
                names |= column_names(column, year)
    return frozenset(names)


def _read_down(
    report: Report, table: Table, printed: list[PrintedRow], known: frozenset[str]
) -> set[int]:
    rows = form_rows(table)
    chain = align(table, printed, known)
    if not _convincing(rows, chain, printed):
        return set()
    all_blank = not any(
        printed[match.printed].cells for match in chain if rows[match.row].row.has_cells)
    ordered = chain
    chain = sorted(chain + _displaced(table, chain, printed, known), key=lambda m: m.printed)
    placed = [(rows[m.row], m.printed) for m in chain
              if rows[m.row].row.has_cells and (printed[m.printed].cells or all_blank)]
    grids = GridColumns(printed, report.year)
    read_heads(report, table, placed, grids)
    in_order = {id(match) for match in ordered}
    for match in chain:
        _put(report, table, rows[match.row], match, grids, all_blank,
             moved=id(match) not in in_order)
    doubt_shifted(report, table.id, rows)
    first, last = chain[0].printed, chain[-1].printed
    if _torn(rows, printed[first:last + 1]):
        _doubt_absent(report, table, chain)
    taken = {match.printed for match in chain}
    for index in range(first, last + 1):
        line = printed[index]
        if index in taken or line.prose or not line.has_values or not line.label:
            continue
        if not _like_a_row(rows, line):
            continue
        if normal(line.label) not in known and not line.label.isdigit():
            report.unknown_rows.setdefault(table.id, []).append(line.label)
    return {index for index in range(first, last + 1) if not printed[index].prose}


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
        for match in align(replace(table, blocks=[block]), window, known):
            at = start + match.printed
            row = next(i for i, r in enumerate(rows) if r.row is form_rows(
                replace(table, blocks=[block]))[match.row].row)
            if at not in taken and _fits(printed[at], rows[row]):
                found.append(Match(at, row, match.label, match.weight))
                taken.add(at)
    return found


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


def _torn(rows: list[FormRow], printed: list[PrintedRow]) -> bool:
    """Whether rows of values stand among the rows without a label: whose, nobody can say."""
    return any(
        not line.labels and line.has_values and len(line.cells) > 1 and _like_a_row(rows, line)
        for line in printed
    )


def _doubt_absent(report: Report, table: Table, chain: list[Match]) -> None:
    rows = form_rows(table)
    doubt = say("recognise.torn").zh
    found = {match.row for match in chain}
    for index, row in enumerate(rows):
        single = any(rows[i].row in row.parents and _has_cells(report, table, rows[i])
                     for i in found)
        if row.row.has_cells and index not in found and not single:
            put_unreadable(report, (table.id, row.row.id), len(row.columns), doubt)


def _has_cells(report: Report, table: Table, row: FormRow) -> bool:
    return row.row.id in report.tables.get(table.id, {})


def _heads(printed: list[PrintedRow], used: set[int], known: frozenset[str]) -> set[int]:
    """The lines of the heads that stand above the rows of tables."""
    found: set[int] = set()
    for index in sorted(used):
        above = index - 1
        while above >= 0 and above not in used and above not in found:
            line = printed[above]
            if line.prose or not _is_head(line, known):
                break
            found.add(above)
            above -= 1
    return found


def _is_head(line: PrintedRow, known: frozenset[str]) -> bool:
    labels = line.labels
    if not labels:
        return all(not cell.text or is_value(cell.text) for cell in line.cells)
    return all(
        normal(label) in known or _fragment(normal(label), known)
        or normal(label).startswith(_ABOVE)
        or label.strip("(（ ").startswith(_ABOVE) for label in labels
    )


def _fragment(word: str, known: frozenset[str]) -> bool:
    """Whether ``word`` is the beginning or the end of a label that was broken in two."""
    return 2 <= len(word) <= 8 and any(
        name.startswith(word) or name.endswith(word) for name in known)
