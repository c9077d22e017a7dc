"""Tables whose rows a report brings: one for each office, region or branch that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.model.form import Form, Row, Table
from compliance.record import replace

MAX_OPEN_ROWS = 200
"""Rows that a report may bring to one table; every rule is judged on each of them."""


def open_group(table: Table) -> Row | None:
    """The group of a table whose rows the report brings; ``None`` when all are the form's."""
    pending = [row for block in table.blocks for row in block.rows]
    for row in pending:
        if row.open:
            return row
        pending += row.rows
    return None


def has_open_rows(form: Form) -> bool:
    """Whether any table of a form takes rows from the report."""
    return any(open_group(table) is not None for table in form.tables)


def opened(form: Form, tables: Mapping[str, Iterable[str]]) -> Form:
    """A form with the rows that a report brings in place of its open groups.

    Args:
        form: the form.
        tables: the ids of the rows that the report has, by table, in printed order.
    """
    return replace(form, tables=[_opened(table, tables.get(table.id, ()))
                                 for table in form.tables])


def _opened(table: Table, brought: Iterable[str]) -> Table:
    if open_group(table) is None:
        return table
    prescribed = {row.id for block in table.blocks for row in _every(block.rows)}
    fresh = [name for name in brought if name not in prescribed]

    def filled(row: Row) -> Row:
        if row.open:
            rows = [Row(name, unit=row.unit, whole=row.whole, columns=row.columns)
                    for name in fresh]
            return replace(row, rows=rows, cells=False)
        return replace(row, rows=[filled(inner) for inner in row.rows])

    return replace(table, blocks=[replace(block, rows=[filled(row) for row in block.rows])
                                  for block in table.blocks])


def _every(rows: Iterable[Row]) -> Iterable[Row]:
    for row in rows:
        yield row
        yield from _every(row.rows)
