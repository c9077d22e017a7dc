"""The rows and columns of a form's tables, with every wording that stands for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from compliance.model.form import Block, Column, Row, Table
from compliance.recognise.labels import normal
from compliance.record import field, record

_MOST = 256
"""Tables whose rows are kept."""
_kept: dict[int, _Rows] = {}


@record
class FormRow:
    """A row of a form table with the columns that it has."""

    row: Row
    columns: list[Column]
    column_ids: tuple[str, ...]
    block: Block
    parents: tuple[Row, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)
    """Normal forms of every label that stands for the row."""
    __eq__ = object.__eq__
    __hash__ = object.__hash__


@record
class _Rows:
    """What is kept of a table."""

    table: Table
    rows: list[FormRow]
    by_name: dict[str, tuple[int, ...]]
    words: frozenset[str]


def form_rows(table: Table) -> list[FormRow]:
    """Rows and groups of ``table`` in printed order; made once for each table."""
    return _rows_of(table).rows


def rows_by_name(table: Table) -> Mapping[str, tuple[int, ...]]:
    """Which of ``form_rows(table)`` each name stands for; made once for each table."""
    return _rows_of(table).by_name


def words_of(table: Table) -> frozenset[str]:
    """The names of the rows and columns of a table, those of columns without the year."""
    return _rows_of(table).words


def _rows_of(table: Table) -> _Rows:
    kept = _kept.get(id(table))
    if kept is not None and kept.table is table:
        return kept
    if len(_kept) >= _MOST:
        _kept.clear()
    found: list[FormRow] = []

    def walk(rows: list[Row], block: Block, parents: tuple[Row, ...]) -> None:
        for row in rows:
            columns = [c for c in block.columns if not row.columns or c.id in row.columns]
            found.append(FormRow(row, columns, tuple([column.id for column in columns]), block,
                                 parents, _names(row, parents)))
            walk(row.rows, block, (*parents, row))

    for block in table.blocks:
        walk(block.rows, block, ())
    by_name: dict[str, tuple[int, ...]] = {}
    for index, form_row in enumerate(found):
        for name in form_row.names:
            by_name[name] = (*by_name.get(name, ()), index)
    words = frozenset(by_name).union(*(column_names(column, None) for block in table.blocks
                                       for column in block.columns))
    kept = _kept[id(table)] = _Rows(table, found, by_name, words)
    return kept


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
