"""What the cells of a form hold: counts, changes that may be negative, totals."""

from __future__ import annotations

from compliance.model.form import Form, is_count
from compliance.record import field, record

At = tuple[str, str, str]


@record
class Kinds:
    """Cells by table, row and column."""

    whole: set[At] = field(default_factory=set)
    """Counts, which are whole."""
    signed: set[At] = field(default_factory=set)
    """Figures that may be negative."""
    totals: set[tuple[str, str]] = field(default_factory=set)
    """Rows that are the sum of others, by table and row."""


def kinds_of(form: Form) -> Kinds:
    """The kinds of all cells of a form."""
    from compliance.checks.layout import rows_of

    kinds = Kinds()
    for table in form.tables:
        for placed in rows_of(table):
            row = placed.row
            if row.total_of:
                kinds.totals.add((table.id, row.id))
            for column in placed.columns:
                at = (table.id, row.id, column.id)
                if column.signed:
                    kinds.signed.add(at)
                if is_count(row, column):
                    kinds.whole.add(at)
    return kinds
