"""The rows and columns of a form's tables, with every wording that stands for them."""

from __future__ import annotations

from functools import lru_cache

from compliance.model.form import Block, Column, Row, Table
from compliance.recognise.labels import normal
from compliance.record import field, record

_MOST = 256
"""Tables whose rows are kept."""
_kept: dict[int, tuple[Table, list[FormRow]]] = {}


@record
class FormRow:
    """A row of a form table with the columns that it has."""

    row: Row
    columns: list[Column]
    block: Block
    parents: tuple[Row, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)
    """Normal forms of every label that stands for the row."""
    __eq__ = object.__eq__
    __hash__ = object.__hash__


def form_rows(table: Table) -> list[FormRow]:
    """Rows and groups of ``table`` in printed order; made once for each table."""
    kept = _kept.get(id(table))
    if kept is not None and kept[0] is table:
        return kept[1]
    if len(_kept) >= _MOST:
        _kept.clear()
    found: list[FormRow] = []

    def walk(rows: list[Row], block: Block, parents: tuple[Row, ...]) -> None:
        for row in rows:
            columns = [c for c in block.columns if not row.columns or c.id in row.columns]
            found.append(FormRow(row, columns, block, parents, _names(row, parents)))
            walk(row.rows, block, (*parents, row))

    for block in table.blocks:
        walk(block.rows, block, ())
    _kept[id(table)] = table, found
    return found


def _own_names(row: Row) -> list[str]:
    return [name for name in map(normal, (row.label or row.id, row.id, *row.variants)) if name]


def _names(row: Row, parents: tuple[Row, ...]) -> frozenset[str]:
    own = _own_names(row)
    names = set(own)
    for parent in parents:
        names.update(above + name for above in _own_names(parent) for name in own)
    return frozenset(names)


def column_names(column: Column, year: int | None) -> frozenset[str]:
    """Normal forms of the labels of a column."""
    return _column_names((column.label or column.id, column.id, *column.variants), year)


@lru_cache(maxsize=1024)
def _column_names(labels: tuple[str, ...], year: int | None) -> frozenset[str]:
    shown = str(year) if year is not None else ""
    return frozenset(
        name for label in labels if (name := normal(label.replace("{year}", shown))))
