"""Which equalities follow from others, by exact elimination."""

from __future__ import annotations

from compliance.locate.unknowns import LinearRow, quotient
from compliance.record import record
from compliance.relation.nodes import Exact


@record
class _Kept:
    coefficients: dict[int, Exact]
    constant: Exact
    parts: dict[int, Exact]
    """How it was made of the equalities that were given, by their numbers."""


class Basis:
    """Equalities in echelon form, each knowing what it was made of."""

    def __init__(self) -> None:
        self.kept: dict[int, _Kept] = {}

    def add(self, row: LinearRow, number: int) -> list[int] | None:
        """Take in an equality; the numbers of those it follows from, None where it is new."""
        rest = self._rest(row, {number: 1})
        if rest.coefficients:
            pivot = min(rest.coefficients)
            by = rest.coefficients[pivot]
            self.kept[pivot] = _Kept(
                {place: quotient(c, by) for place, c in rest.coefficients.items()},
                quotient(rest.constant, by),
                {n: quotient(c, by) for n, c in rest.parts.items()})
            return None
        return None if rest.constant else sorted(rest.parts.keys() - {number})

    def sources(self, row: LinearRow) -> list[int] | None:
        """The numbers of equalities that a row follows from; None where it does not."""
        rest = self._rest(row, {})
        return None if rest.coefficients or rest.constant else sorted(rest.parts)

    def _rest(self, row: LinearRow, parts: dict[int, Exact]) -> _Kept:
        rest = _Kept(dict(row.coefficients), row.constant, dict(parts))
        while True:
            pivot = min((p for p in rest.coefficients if p in self.kept), default=None)
            if pivot is None:
                return rest
            factor, by = rest.coefficients[pivot], self.kept[pivot]
            _subtract(rest.coefficients, by.coefficients, factor)
            _subtract(rest.parts, by.parts, factor)
            rest.constant -= factor * by.constant


def _subtract(from_: dict[int, Exact], other: dict[int, Exact], factor: Exact) -> None:
    for key, value in other.items():
        new = from_.get(key, 0) - factor * value
        if new:
            from_[key] = new
        else:
            from_.pop(key, None)
