"""The system that the search works on: unknowns, and what must hold between them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from compliance.record import field, record
from compliance.relation.nodes import Exact


@record
class Unknown:
    """A printed figure that may be wrong."""

    value: Exact | None
    """The figure as printed; None where none can be read, so that any may stand there."""
    weight: int
    """What it costs to call the figure wrong; 0 where nothing is printed."""
    low: Exact | None = 0
    """The least value that it can have; None where it may be negative without limit."""
    whole: bool = True
    """True for counts."""

    def allows(self, value: Exact) -> bool:
        """Whether the figure can have a value at all."""
        return (self.low is None or value >= self.low) and (
            not self.whole or value == int(value))


@record
class LinearRow:
    """``Σ coefficient · figure  op  constant``, over the places of unknowns."""

    coefficients: dict[int, Exact]
    op: Literal["=", "<="]
    constant: Exact

    def holds(self, values: Sequence[Exact]) -> bool:
        """Whether the row holds for the values of all unknowns."""
        total = sum(factor * values[place] for place, factor in self.coefficients.items())
        return total == self.constant if self.op == "=" else total <= self.constant


Rows = list[LinearRow]
"""Rows that hold together."""


@record
class System:
    """Unknowns, and for each relation the ways in which it can hold."""

    unknowns: list[Unknown] = field(default_factory=list)
    constraints: list[list[Rows]] = field(default_factory=list)
    """Each holds where all rows of one of its ways do."""


def satisfied(ways: list[Rows], values: Sequence[Exact]) -> bool:
    """Whether all rows of one way hold for the values of all unknowns."""
    return any(all(row.holds(values) for row in rows) for rows in ways)


def exact(value: Exact) -> Exact:
    """An integer where the number is one: integers are ten times as fast."""
    return value if type(value) is int or value.denominator != 1 else int(value)


def quotient(dividend: Exact, divisor: Exact) -> Exact:
    """The exact quotient."""
    return exact(Fraction(dividend) / divisor)


def decimal(value: Exact) -> Decimal:
    """The number in decimals: exact, unless its decimals do not end."""
    if value.denominator == 1:
        return Decimal(int(value))
    return Decimal(value.numerator) / Decimal(value.denominator)
