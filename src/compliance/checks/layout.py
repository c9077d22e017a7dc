"""Walks over the tables of a form together with the cells of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.checks.observation import Context
from compliance.model.form import Column, Row, Table
from compliance.model.report import Cell, CellState
from compliance.model.text import Text
from compliance.record import record


@record
class PlacedRow:
    """A row that has cells, with its columns and the groups it stands in."""

    table: Table
    row: Row
    columns: list[Column]
    groups: tuple[str, ...]


def rows_of(table: Table) -> Iterator[PlacedRow]:
    """The rows of a table that have cells, in printed order."""
    for block in table.blocks:
        yield from _walk(table, block.rows, block.columns, ())


def _walk(
    table: Table, rows: Iterable[Row], columns: list[Column], groups: tuple[str, ...]
) -> Iterator[PlacedRow]:
    for row in rows:
        if row.has_cells:
            own = [column for column in columns if not row.columns or column.id in row.columns]
            yield PlacedRow(table, row, own, groups)
        if row.rows:
            yield from _walk(table, row.rows, columns, (*groups, row.id))


def cells_of(context: Context, placed: PlacedRow) -> list[Cell]:
    """The cells of a row that the report has."""
    found = (
        context.report.cell(placed.table.id, placed.row.id, index, column.id)
        for index, column in enumerate(placed.columns)
    )
    return [cell for cell in found if cell is not None]


def found_tables(context: Context) -> Iterator[Table]:
    """The tables of the form that the report has."""
    return (table for table in context.form.tables if context.report.tables.get(table.id))


def readable_share(context: Context, table: Table) -> float:
    """Share of the cells of a table that were found and read, blank ones among them."""
    expected = readable = 0
    for placed in rows_of(table):
        expected += len(placed.columns)
        readable += sum(
            cell.state is not CellState.UNREADABLE for cell in cells_of(context, placed)
        )
    return readable / expected if expected else 0.0


def name_of(placed: PlacedRow, *columns: str) -> Text:
    """What a person calls a row, or cells of it: table, row and columns."""
    zh, en = placed.table.title.zh, placed.table.title.en
    rest = "·".join((placed.row.id, *columns))
    return Text(f"{zh}·{rest}", f"{en}: {rest}")


def label_of(row: Row) -> str:
    """Label of a row as the form prints it."""
    return row.label or row.id


def group_labels(placed: PlacedRow) -> list[str]:
    """Labels of the groups that a row stands in, the outermost first."""
    found: list[str] = []

    def walk(rows: Iterable[Row], groups: tuple[str, ...]) -> None:
        for row in rows:
            if groups and row.id == groups[0]:
                found.append(label_of(row))
                walk(row.rows, groups[1:])

    for block in placed.table.blocks:
        walk(block.rows, placed.groups)
    return found
