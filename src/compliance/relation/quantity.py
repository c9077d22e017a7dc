"""A figure as a relation sees it."""

from __future__ import annotations

from collections.abc import Callable

from compliance.model.text import Text
from compliance.record import frozen_record
from compliance.relation.nodes import Exact, Key


@frozen_record
class Quantity:
    """A figure, the true values it may stand for, and how to show it."""

    value: Exact | None
    """The figure, exact; None when it is not known."""
    low: Exact | None = None
    """The least true value behind it; None for no bound."""
    high: Exact | None = None
    """The greatest true value behind it; None for no bound."""
    label: str | Text = ""
    """What a person calls it."""
    shown: str | Text = ""
    """The figure as printed."""

    def bounds(self) -> tuple[Exact | None, Exact | None]:
        """The interval of true values: a known figure without bounds is exact."""
        if self.low is None and self.high is None:
            return self.value, self.value
        return self.low, self.high


Quantities = Callable[[Key], Quantity]
