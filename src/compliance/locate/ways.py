"""The ways in which a condition can hold, each as linear rows that hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from math import ceil, lcm

from compliance.locate.unknowns import LinearRow, Rows, exact, quotient
from compliance.record import frozen_record
from compliance.relation.nodes import (
    OPPOSITE,
    And,
    Comparison,
    Condition,
    Exact,
    Extreme,
    Given,
    Implies,
    Key,
    Name,
    Negative,
    Not,
    Number,
    Operand,
    Or,
    Product,
    Quotient,
    Sign,
    Sum,
    Term,
)

_MOST_WAYS = 12


@frozen_record
class At:
    """The key of an unknown, by its place."""

    place: int


Figures = Callable[[Key], "int | Term | None"]
"""The place of the unknown behind a key, or a term over :class:`At`; None for neither."""


class _NotLinearError(Exception):
    """A condition cannot be said in linear rows."""


class _MissingError(Exception):
    """A figure is not there, and may be anything."""


def ways_of(condition: Condition, figures: Figures, whole: Callable[[int], bool]
            ) -> list[Rows] | None:
    """The condition holds exactly where all rows of one way do.

    Args:
        condition: a bound condition.
        figures: what its keys stand for.
        whole: whether an unknown is a whole number, so that < means ≤ one less.

    Returns:
        The ways; none at all where it never holds; None where there are no such
        rows: products of figures, equal extremes, or too many alternatives.  A
        comparison with a key that has no figure asks for nothing.
    """
    try:
        ways = _Reader(figures, whole).ways(condition, True)
    except _NotLinearError:
        return None
    kept = [_without_constants(rows) for rows in ways]
    return [rows for rows in kept if rows is not None]


def _without_constants(rows: Rows) -> Rows | None:
    """The rows that speak of figures; None where one of the others does not hold."""
    if any(not row.coefficients and not row.holds(()) for row in rows):
        return None
    return [row for row in rows if row.coefficients]


class _Reader:
    def __init__(self, figures: Figures, whole: Callable[[int], bool]) -> None:
        self.figures = figures
        self.whole = whole

    def ways(self, condition: Condition, wanted: bool) -> list[Rows]:
        """The ways in which a condition is as wanted."""
        match condition:
            case Comparison():
                pairs = [self._pair(left, sign if wanted else OPPOSITE[sign], right)
                         for left, sign, right in condition.pairs()]
                return _all(pairs) if wanted else _any(pairs)
            case And(conditions) | Or(conditions):
                parts = [self.ways(part, wanted) for part in conditions]
                return _all(parts) if isinstance(condition, And) == wanted else _any(parts)
            case Not(negated):
                return self.ways(negated, not wanted)
            case Implies(premise, conclusion):
                sides = [self.ways(premise, not wanted), self.ways(conclusion, wanted)]
                return _any(sides) if wanted else _all(sides)

    def _pair(self, left: Term, sign: Sign, right: Term) -> list[Rows]:
        try:
            return self._compared(left, sign, right)
        except _MissingError:
            return [[]]

    def _compared(self, left: Term, sign: Sign, right: Term) -> list[Rows]:
        match sign:
            case "=":
                return [[self._row(left, right, "=")]]
            case "≤" | "<":
                rows = [self._row(less, more, "<=")
                        for less in self._branches(left, largest=True)
                        for more in self._branches(right, largest=False)]
                return [rows if sign == "≤" else [self._strict(row) for row in rows]]
            case "≥" | ">":
                return self._compared(right, "≤" if sign == "≥" else "<", left)
        return _any([self._compared(left, "<", right), self._compared(right, "<", left)])

    def _branches(self, term: Term, largest: bool) -> list[Term]:
        """The terms that must all be on one side for the extreme of them to be."""
        if isinstance(term, Operand) and not isinstance(term.key, At):
            behind = self.figures(term.key)
            if isinstance(behind, Extreme):
                return self._branches(behind, largest)
        if isinstance(term, Extreme) and term.largest == largest:
            return [branch for part in term.terms for branch in self._branches(part, largest)]
        return [term]

    def _row(self, left: Term, right: Term, op: str) -> LinearRow:
        into: dict[int, Exact] = {}
        constant = self._collect(left, 1, into) + self._collect(right, -1, into)
        coefficients = {place: factor for place, factor in into.items() if factor}
        return LinearRow(coefficients, "=" if op == "=" else "<=", exact(-constant))

    def _strict(self, row: LinearRow) -> LinearRow:
        """``<`` between whole numbers as ``≤`` one less."""
        if not all(map(self.whole, row.coefficients)):
            raise _NotLinearError
        scale = lcm(*(factor.denominator for factor in row.coefficients.values()))
        return LinearRow({place: exact(factor * scale)
                          for place, factor in row.coefficients.items()},
                         "<=", ceil(row.constant * scale) - 1)

    def _collect(self, term: Term, factor: Exact, into: dict[int, Exact]) -> Exact:
        """Add a term, times a factor, to coefficients; its constant part is returned."""
        match term:
            case Operand(key):
                place = key.place if isinstance(key, At) else self.figures(key)
                if isinstance(place, int):
                    into[place] = into.get(place, 0) + factor
                    return 0
                if place is None:
                    raise _MissingError
                return self._collect(place, factor, into)
            case Number(value, _):
                return factor * value
            case Negative(of):
                return self._collect(of, -factor, into)
            case Sum(terms):
                constant: Exact = 0
                for part in terms:
                    constant += self._collect(part, factor, into)
                return constant
            case Product(left, right):
                known = self._constant(left)
                if known is not None:
                    return self._collect(right, factor * known, into)
                known = self._constant(right)
                if known is None:
                    raise _NotLinearError
                return self._collect(left, factor * known, into)
            case Quotient(left, right):
                divisor = self._constant(right)
                if not divisor:
                    raise _NotLinearError
                return self._collect(left, quotient(factor, divisor), into)
            case Given():  # what is given stays given, whatever its value
                return factor * len(term.counted)
            case Extreme() | Name():
                raise _NotLinearError

    def _constant(self, term: Term) -> Exact | None:
        """The value of a term without figures."""
        into: dict[int, Exact] = {}
        constant = self._collect(term, 1, into)
        return None if into else constant


def _any(parts: Iterable[list[Rows]]) -> list[Rows]:
    found = [rows for part in parts for rows in part]
    if len(found) > _MOST_WAYS:
        raise _NotLinearError
    return found


def _all(parts: list[list[Rows]]) -> list[Rows]:
    count = 1
    for part in parts:
        count *= len(part)
    if count > _MOST_WAYS:
        raise _NotLinearError
    return [[row for rows in chosen for row in rows] for chosen in product(*parts)]
