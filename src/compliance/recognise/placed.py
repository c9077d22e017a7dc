"""Which printed rows were taken for the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.recognise.form_rows import FormRow
from compliance.record import field, record


@record
class Placed:
    """Which printed rows were taken for rows of a table."""

    rows: Sequence[FormRow]
    taken: dict[int, int] = field(default_factory=dict)
    """Place in ``rows`` by number of the printed row; of a table printed across, none."""
    across: frozenset[int] = frozenset()
    """The printed rows of a table whose rows are printed side by side."""
