"""The tables of a form as they are printed, with their heads and spans."""

from __future__ import annotations

from decimal import Decimal

from compliance.model.form import Block, Column, Row, Table
from compliance.plugin.cache import installed

from .figures import leaves
from .paper import Box, Sheet
from .reports import MadeReport
from .truth import Value


def sheet_of(report: MadeReport, table_id: str) -> Sheet:
    """A table of a report, as its form prints it."""
    table = next(t for t in installed().forms[report.form].tables if t.id == table_id)
    rows = report.tables[table_id]
    if table.across:
        return _across(table, rows)
    if len(table.blocks) > 1:
        return _blocks(table, rows)
    if any(row.rows for row in table.blocks[0].rows) and len(table.blocks[0].columns) > 2:
        return _nested(table, rows)
    return _list(table, rows, report.year)


def shown(value: Value) -> str:
    """A value as it is printed."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def label_of(part: Row | Column) -> str:
    """The label as the form words it."""
    return part.label or part.id


def _values(row: Row, values: list[Value], spans: list[int] | None = None) -> list[Box]:
    return [Box(shown(value), columns=spans[place] if spans else 1, row=row.id)
            for place, value in enumerate(values)]


def _blocks(table: Table, rows: dict[str, list[Value]]) -> Sheet:
    """表二: a block of rows for each clause, four columns wide."""
    made: list[list[Box]] = []
    for block in table.blocks:
        spans = {1: [3], 2: [1, 2], 3: [1, 1, 1]}[len(block.columns)]
        made.append([Box(block.heading, columns=4, role="note")])
        made.append([Box("信息内容", role="head"), *(
            Box(label_of(column), columns=span, role="head")
            for column, span in zip(block.columns, spans, strict=True))])
        for row in block.rows:
            made.append([Box(label_of(row), role="label", row=row.id),
                         *_values(row, rows[row.id], spans)])
    return Sheet(table.id, made)


def _nested(table: Table, rows: dict[str, list[Value]]) -> Sheet:
    """表三: three columns of labels, with the groups of rows beside their rows."""
    block = table.blocks[0]
    made = _applicants(block)
    head = len(made)
    for row in block.rows:
        if row.has_cells:
            made.append([Box(label_of(row), columns=3, role="label", row=row.id),
                         *_values(row, rows[row.id])])
            continue
        start = len(made)
        for inner in row.rows:
            made += _group(inner, rows)
        made[start].insert(0, Box(label_of(row), rows=len(made) - start, role="label",
                                  row=row.id, upright=True))
    return Sheet(table.id, made, head)


def _applicants(block: Block) -> list[list[Box]]:
    first, *middle, last = (label_of(column) for column in block.columns)
    return [
        [Box(block.heading, 3, 3, "note"), Box("申请人情况", 1, len(middle) + 2, "head")],
        [Box(first, 2, 1, "head"), Box("法人或其他组织", 1, len(middle), "head"),
         Box(last, 2, 1, "head")],
        [Box(label, role="head") for label in middle],
    ]


def _group(row: Row, rows: dict[str, list[Value]]) -> list[list[Box]]:
    if row.has_cells:
        return [[Box(label_of(row), columns=2, role="label", row=row.id),
                 *_values(row, rows[row.id])]]
    inner = list(leaves(row.rows))
    made = [[Box(label_of(leaf), role="label", row=leaf.id), *_values(leaf, rows[leaf.id])]
            for leaf in inner]
    made[0].insert(0, Box(label_of(row), rows=len(inner), role="label", row=row.id))
    return made


def _across(table: Table, rows: dict[str, list[Value]]) -> Sheet:
    """表四: the rows side by side, under 行政复议 and 行政诉讼."""
    block = table.blocks[0]
    review, *suits = block.rows
    width = len(block.columns)
    columns = [label_of(column) for column in block.columns]
    return Sheet(table.id, [
        [Box(label_of(review), 1, width, "head"),
         Box("行政诉讼", 1, width * len(suits), "head")],
        [*(Box(label, 2, 1, "head") for label in columns),
         *(Box(label_of(suit), 1, width, "head") for suit in suits)],
        [Box(label, role="head") for _ in suits for label in columns],
        [box for row in block.rows for box in _values(row, rows[row.id])],
    ], head=3)


def _list(table: Table, rows: dict[str, list[Value]], year: int) -> Sheet:
    """指标、统计: one line for each indicator, with its unit, and its code if it has one."""
    block = table.blocks[0]
    columns = [label_of(column).replace("{year}", str(year)) for column in block.columns]
    coded = any(row.code for row in leaves(block.rows))
    made = [[Box("指标名称", role="head"), Box("单位", role="head"),
             *([Box("代码", role="head")] if coded else []),
             *(Box(label, role="head") for label in columns)]]

    def walk(parts: list[Row]) -> None:
        for row in parts:
            values = rows.get(row.id, [None] * len(columns))
            made.append([Box(label_of(row), role="label", row=row.id),
                         Box(row.unit, role="note", row=row.id),
                         *([Box(row.code, role="note")] if coded else []),
                         *_values(row, values)])
            walk(row.rows)

    walk(block.rows)
    return Sheet(table.id, made, head=1)
