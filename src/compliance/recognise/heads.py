"""The heads of printed tables: what stands above each column, and the column of units."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from compliance.model.document import GridCell
from compliance.model.form import Column, Table
from compliance.model.location import Location
from compliance.model.report import Report
from compliance.recognise.cells import columns_of
from compliance.recognise.form_rows import FormRow, column_names
from compliance.recognise.grid_columns import GridColumns
from compliance.recognise.labels import nearest, normal
from compliance.recognise.money import money_unit
from compliance.recognise.stream import PrintedRow, is_value, line_cell
from compliance.record import field, record

UNIT = frozenset({"单位", "计量单位"})
FIRST = frozenset({"指标名称", "指标", "统计指标", "信息内容", "项目", "项目名称", "名称"})
"""What stands above the labels of a table: its head begins there."""
BESIDE = UNIT | FIRST | frozenset({"代码", "序号", "行次", "编号", "编码"})
"""What stands in a head and above no column of a form."""
REACH = 12
"""How many printed rows a head may have."""

PlacedRow = tuple[FormRow, int]
"""A row of the form, and the number of the printed row that it is."""


@record
class Head:
    """What a head says."""

    texts: dict[str, str] = field(default_factory=dict)
    """Header of each column of the form, where it could be read."""
    unit_at: int = -1
    """Where the column of units stands: a grid column, or a place among the cells of a
    line; -1 where there is none."""
    location: Location | None = None


def read_heads(
    report: Report, table: Table, placed: Sequence[PlacedRow], grids: GridColumns
) -> None:
    """Fill the headers and the units of ``table`` in ``report`` from the printed rows.

    The units of money that the headers name are put into ``grids``.
    """
    printed = grids.printed
    taken = {at for _, at in placed}
    blocks: dict[int, list[PlacedRow]] = {}
    for row, at in sorted(placed, key=lambda pair: pair[1]):
        blocks.setdefault(id(row.block), []).append((row, at))
    for rows in blocks.values():
        head = _head(rows[0], grids, taken)
        texts = head.texts if _fits(rows[0][0].columns, head.texts, report.year) else {}
        for column in rows[0][0].columns:
            text = texts.get(column.id, "")
            known = report.headers.get(table.id, {})
            # Blocks may share a column: what no form words so is what must be told.
            if text and (column.id not in known
                         or normal(text) not in column_names(column, report.year)):
                report.headers.setdefault(table.id, {})[column.id] = text
                if head.location is not None:
                    report.places.setdefault(f"headers/{table.id}", head.location)
        if table.unit_column and head.unit_at >= 0:
            filled = report.units.setdefault(table.id, {})
            for row, at in rows:
                filled[row.row.id] = _unit(printed[at], head.unit_at)
    for column_id, text in report.headers.get(table.id, {}).items():
        if unit := money_unit(text):
            grids.money[column_id] = unit


def _fits(columns: Sequence[Column], texts: Mapping[str, str], year: int | None) -> bool:
    """Whether most headers are what the form prints there: else the head is torn."""
    like = 0
    for column in columns:
        word, names = normal(texts.get(column.id, "")), column_names(column, year)
        like += bool(word) and (
            word in names or ("{year}" in column.label and _is_year(word))
            or bool(nearest(word, names)))
    return like * 2 >= len(texts) > 0


def _head(first: PlacedRow, grids: GridColumns, taken: Collection[int]) -> Head:
    row, at = first
    if grids.printed[at].grid >= 0:
        return _of_grid(row, at, grids, taken)
    return _of_lines(row, at, grids.printed, taken, grids.year)


def _of_grid(row: FormRow, at: int, grids: GridColumns, taken: Collection[int]) -> Head:
    """The nearest words above each column of the grid."""
    head = Head()
    printed = grids.printed
    cells = columns_of(row, at, grids)
    positions = {column.id: cell.column for column, cell in
                 zip(row.columns, cells or (), strict=False) if cell is not None}
    closed: set[str] = set()
    for line in _above(at, printed, taken):
        if line.grid != printed[at].grid or not _is_head(line):
            break
        for cell in line.every:
            if head.unit_at < 0 and cell.column_span == 1 and normal(cell.text) in UNIT:
                head.unit_at = cell.column
        for column in row.columns:
            found = _covering(line, positions.get(column.id, -1))
            if found is None or column.id in closed or not found.text:
                continue
            closed.add(column.id)
            # A header over several columns is that of a group of columns.
            if not found.doubt and (found.column_span == 1 or len(row.columns) == 1):
                head.texts[column.id] = " ".join(found.text.split())
                head.location = head.location or found.location
    return head


def _above(
    at: int, printed: Sequence[PrintedRow], taken: Collection[int]
) -> Iterator[PrintedRow]:
    for above in range(at - 1, max(-1, at - 1 - REACH), -1):
        if above in taken or printed[above].prose:
            return
        yield printed[above]


def _is_head(line: PrintedRow) -> bool:
    """Whether a row without a place in the form holds words, and years at most."""
    return all(_is_year(cell.text) for cell in line.every if is_value(cell.text))


def _is_year(text: str) -> bool:
    return re.fullmatch(r"\s*(?:19|20)\d{2}\s*年?\s*度?\s*", text) is not None


def _covering(line: PrintedRow, position: int) -> GridCell | None:
    if position < 0:
        return None
    return next((c for c in line.every if c.column <= position < c.column + c.column_span), None)


def _of_lines(
    row: FormRow, at: int, printed: Sequence[PrintedRow], taken: Collection[int],
    year: int | None,
) -> Head:
    """The words between the beginning of the head and the first row, in printed order."""
    flat = printed[at].flat
    items: list[GridCell] = []
    begun = False
    for line in _above(at, printed, taken):
        if line.grid >= 0 or line.flat != flat:
            break
        labels = [line_cell(label, line.location) for label in line.labels]
        items[:0] = [*labels, *line.cells]
        begun = bool(labels) and normal(labels[0].text) in FIRST
        if begun or not flat:
            break
    if not begun and not _all_known(items, row.columns, year):
        return Head()
    words = [normal(item.text) for item in items]
    head = Head(unit_at=next((i for i, word in enumerate(words) if word in UNIT), -1))
    over = [item for item, word in zip(items, words, strict=True) if word not in BESIDE]
    if len(over) == len(row.columns):
        head.texts = {column.id: " ".join(item.text.split())
                      for column, item in zip(row.columns, over, strict=True)}
        head.location = over[0].location if over else None
    return head


def _all_known(items: Sequence[GridCell], columns: Sequence[Column], year: int | None) -> bool:
    names = {name for column in columns for name in column_names(column, year)}
    return bool(items) and all(normal(item.text) in names | BESIDE for item in items)


def _unit(line: PrintedRow, unit_at: int) -> str:
    """What a row prints in the column of units."""
    if line.flat:
        return line.unit
    if line.grid >= 0:
        found = _covering(line, unit_at)
        return found.text.strip() if found is not None else ""
    cells = [*[""] * line.before, *line.labels, *(cell.text for cell in line.cells)]
    return cells[unit_at].strip() if unit_at < len(cells) else ""
