"""The cells of a form in one order, so that a report becomes one list of values."""

from __future__ import annotations

from compliance.model.form import Column, Form, Row, Table
from compliance.model.open_rows import open_group
from compliance.model.report import Cell, Report
from compliance.model.text import Text
from compliance.record import field, record

TOTAL = "总计"


@record
class Place:
    """One cell of the form."""

    table: str
    row: str
    column: str
    index: int
    """Place in the row."""
    row_label: str
    column_label: str
    key: str
    """The row in :attr:`Layout.at`: its id, with the table before it where the table takes
    its rows from the report."""
    optional: bool
    """Whether the row may lack the cell."""
    signed: bool
    """Whether the figure may be negative."""


@record
class Layout:
    """Every cell of a form, numbered in printed order."""

    places: list[Place] = field(default_factory=list)
    rows: list[tuple[str, str, int, int]] = field(default_factory=list)
    """Table, row, number of the first cell, count of cells."""
    at: dict[str, dict[str, int]] = field(default_factory=dict)
    """Row (see :attr:`Place.key`) → column id → number of the cell."""
    leaves: dict[str, list[str]] = field(default_factory=dict)
    """Group id → its rows, without totals."""
    groups: dict[str, list[tuple[str, Row, list[Column]]]] = field(default_factory=dict)
    """Table id → its groups, with the columns of each; none where they are the report's."""
    own: dict[str, set[str]] = field(default_factory=dict)
    """Tables that take their rows from the report, with their columns."""
    optional: set[str] = field(default_factory=set)
    """Tables that a report need not have."""
    titles: dict[str, Text] = field(default_factory=dict)
    """Table id → what a person calls the table."""

    def label(self, number: int) -> str:
        """What a person calls a cell in a formula."""
        place = self.places[number]
        plain = len(self.at[place.key]) == 1
        return place.row if plain else f"{place.row}·{place.column}"

    def key(self, table: str, row: str) -> str:
        """A row of a table as :attr:`at` and :attr:`leaves` know it."""
        return f"{table}/{row}" if table in self.own else row


def lay_out(form: Form) -> Layout:
    """The layout of a form."""
    layout = Layout()
    for table in form.tables:
        layout.titles[table.id] = table.title
        layout.groups[table.id] = []
        if not table.required:
            layout.optional.add(table.id)
        if open_group(table) is not None:
            layout.own[table.id] = {c.id for block in table.blocks for c in block.columns}
        for block in table.blocks:
            _place_rows(layout, table, block.rows, block.columns)
    return layout


def _place_rows(layout: Layout, table: Table, rows: list[Row], columns: list[Column]) -> None:
    for row in rows:
        own = [column for column in columns if not row.columns or column.id in row.columns]
        key = layout.key(table.id, row.id)
        if row.has_cells:
            first = len(layout.places)
            layout.rows.append((table.id, row.id, first, len(own)))
            layout.at[key] = {column.id: first + i for i, column in enumerate(own)}
            layout.places += [
                Place(table.id, row.id, column.id, i, row.label or row.id,
                      column.label or column.id, key, column.optional, column.signed)
                for i, column in enumerate(own)]
        if row.rows or (row.open and not row.has_cells):
            _place_rows(layout, table, row.rows, columns)
            layout.leaves[key] = [layout.key(table.id, leaf) for leaf in _leaves(row)]
            if table.id not in layout.own:
                layout.groups[table.id].append((row.id, row, own))


def _leaves(row: Row) -> list[str]:
    found: list[str] = []
    for child in row.rows:
        if child.rows:
            found += _leaves(child)
        elif not child.total_of:
            found.append(child.id)
    return found


def expected_cells(layout: Layout, report: Report) -> int:
    """How many cells the form has, without optional tables that the report leaves out."""
    left_out = layout.optional - report.tables.keys()
    return sum(count for table, _, _, count in layout.rows if table not in left_out)


def values_of(layout: Layout, report: Report, used: set[str] | None = None) -> list[object]:
    """The values of every cell; ``None`` where the report has no cell or a blank one.

    Rows that are not in ``used`` hold zeros: nobody asks for them.
    """
    values: list[object] = []
    extend = values.extend
    tables = report.tables
    for table, row, _, count in layout.rows:
        if used is not None and row not in used:
            extend([0] * count)
            continue
        rows = tables.get(table)
        cells = rows.get(row) if rows else None
        if cells is not None and len(cells) == count:
            extend(cells)
        else:
            extend([*(cells or [])[:count], *[None] * count][:count])
    return values


def stand_ins(layout: Layout, report: Report, values: list[object]) -> dict[int, Cell]:
    """Let a group printed as one single row stand for its rows.

    A report that prints 其他处理 as one row has its sum there: the sum takes the
    place of the first row of the group, and the other rows count nothing.
    Returns the cells that are really meant, by number.
    """
    really: dict[int, Cell] = {}
    for table, groups in layout.groups.items():
        rows = report.tables.get(table)
        if not rows:
            continue
        for name, _, columns in groups:
            leaves = layout.leaves[name]
            if name not in rows or any(leaf in rows for leaf in leaves):
                continue
            for index, column in enumerate(columns):
                cell = report.cell(table, name, index, column.id)
                for order, leaf in enumerate(leaves):
                    number = layout.at[leaf][column.id]
                    values[number] = 0 if order else (cell.value if cell else None)
                    if cell is not None:
                        really[number] = cell
    return really
