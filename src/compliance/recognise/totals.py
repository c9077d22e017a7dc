"""What the last column of a table, where it is a total, tells of the cells before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from compliance.messages import say
from compliance.model.report import CellState, CellValue, Report
from compliance.recognise.form_rows import FormRow, column_names
from compliance.recognise.labels import normal

_TOTAL = frozenset(map(normal, ("总计", "合计", "共计")))
_FEW = 4
"""One row in so many may lack a total that the others have before that is no habit."""


def ends_in_total(row: FormRow) -> bool:
    """Whether the last of three columns and more is the total of the others."""
    return len(row.columns) > 2 and bool(column_names(row.columns[-1], None) & _TOTAL)


def may_be_shifted(values: Sequence[CellValue]) -> bool:
    """Whether values without a total may be those of a row that lost another cell.

    Then its total stands last but one, and is not less than the others together.
    """
    counts = [Decimal(value) for value in values[:-1]
              if isinstance(value, int | Decimal) and not isinstance(value, CellState)]
    last = values[-2]
    if not counts or last is None or isinstance(last, CellState):
        return False
    return Decimal(last) >= sum(counts) - Decimal(last)


def adds_up(
    filled: Mapping[str, Sequence[CellValue]], rows: Sequence[FormRow], wanted: Collection[str]
) -> bool:
    """Whether the totals that the form prints are those of their rows, in every column.

    ``wanted`` are ids of rows each of which must be part of one total at least.
    """
    covered: set[str] = set()
    for row in rows:
        total = filled.get(row.row.id)
        parts = [part for part in _parts(row, rows) if part in filled]
        if total is None or not parts:
            continue
        sums = [sum(count_in(filled[part], column) for part in parts)
                for column in range(len(total))]
        if sums != [count_in(total, column) for column in range(len(total))]:
            return False
        covered.update(parts)
    return covered.issuperset(wanted)


def _parts(total: FormRow, rows: Sequence[FormRow]) -> Iterator[str]:
    """Ids of the rows that a total is the sum of; a group may be printed as one row."""
    of = set(total.row.total_of)
    for row in rows:
        if row.row.id in of or any(parent.id in of for parent in row.parents):
            yield row.row.id


def count_in(values: Sequence[CellValue], column: int) -> Decimal:
    """The number in a column of a row; nothing counts as 0."""
    value = values[column] if column < len(values) else None
    number = isinstance(value, int | Decimal) and not isinstance(value, CellState)
    return Decimal(value) if number else Decimal(0)  # type: ignore[arg-type]


def doubt_shifted(report: Report, table: str, rows: Sequence[FormRow]) -> None:
    """Doubt the rows that alone lack a total, where their values may have moved up."""
    filled = report.tables.get(table, {})
    placed = [row for row in rows if row.row.id in filled and ends_in_total(row)
              and len(filled[row.row.id]) == len(row.columns)]
    lacking = [row for row in placed if filled[row.row.id][-1] is None
               and any(value is not None for value in filled[row.row.id])]
    having = sum(filled[row.row.id][-1] is not None for row in placed)
    if len(lacking) * _FEW > having:
        return
    for row in lacking:
        values = filled[row.row.id]
        if may_be_shifted(values):
            doubt = say("recognise.shifted", column=row.columns[-1].label or row.columns[-1].id).zh
            filled[row.row.id] = [CellState.UNREADABLE] * len(values)
            for index in range(len(values)):
                report.notes[table, row.row.id, index].doubt = doubt
