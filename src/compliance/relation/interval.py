"""A relation evaluated on the true values that printed figures may stand for.

Every bound is taken as attained: a printed 4.5 may stand for 4.45 and for 4.55.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from compliance.record import frozen_record
from compliance.relation.binding import term_keys
from compliance.relation.linear import difference
from compliance.relation.nodes import (
    OPPOSITE,
    And,
    Bound,
    Comparison,
    Condition,
    Exact,
    Extreme,
    Given,
    Implies,
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
from compliance.relation.quantity import Quantities
from compliance.relation.truth import Truth, all_of, any_of


@frozen_record
class Interval:
    """From ``low`` to ``high``, both included; None for no bound."""

    low: Exact | None
    high: Exact | None

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
        )

    def __mul__(self, other: Interval) -> Interval:
        if Interval(0, 0) in (self, other):
            return Interval(0, 0)
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return self._half_open_product(other)
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def _half_open_product(self, other: Interval) -> Interval:
        """Only the sign is kept where a bound is missing: wider, never wrong."""
        if self.low is not None and other.low is not None and self.low >= 0 and other.low >= 0:
            return Interval(self.low * other.low, None)
        return Interval(None, None)

    def inverse(self) -> Interval | None:
        """One divided by it; None when it holds zero."""
        above = self.low is not None and self.low > 0
        below = self.high is not None and self.high < 0
        if not above and not below:
            return None
        low = 1 / Fraction(self.high) if self.high is not None else (0 if above else None)
        high = 1 / Fraction(self.low) if self.low is not None else (0 if below else None)
        return Interval(low, high)


class _UndefinedError(Exception):
    """A divisor may be zero, or it cannot be told whether a figure is given."""


def evaluate_interval(bound: Bound, quantity: Quantities) -> Truth:
    """Whether true values behind the figures can satisfy the relation.

    FALSE only where none can; TRUE where known figures allow it; UNKNOWN where
    that rests on a figure that is not known, or on a divisor that may be zero.
    """
    return _condition(bound.condition, quantity, wanted=True)


def _condition(condition: Condition, quantity: Quantities, wanted: bool) -> Truth:
    """Whether ``condition`` can be as ``wanted``.

    A denial goes down to the comparisons: figures in intervals can satisfy both
    a comparison and its contrary, so a possible truth must not be negated.
    """
    match condition:
        case Comparison():
            pairs = (
                _pair(left, sign if wanted else OPPOSITE[sign], right, quantity)
                for left, sign, right in condition.pairs()
            )
            return all_of(pairs) if wanted else any_of(pairs)
        case And(conditions) | Or(conditions):
            parts = (_condition(part, quantity, wanted) for part in conditions)
            return all_of(parts) if isinstance(condition, And) == wanted else any_of(parts)
        case Not(negated):
            return _condition(negated, quantity, not wanted)
        case Implies(premise, conclusion):
            sides = (
                _condition(premise, quantity, not wanted),
                _condition(conclusion, quantity, wanted),
            )
            return any_of(sides) if wanted else all_of(sides)


def _pair(left: Term, sign: Sign, right: Term, quantity: Quantities) -> Truth:
    try:
        gap = _gap(left, right, quantity)
    except _UndefinedError:
        return Truth.UNKNOWN
    if _certain(gap, OPPOSITE[sign]):
        return Truth.FALSE
    if _certain(gap, sign):
        return Truth.TRUE
    known = all(quantity(key).value is not None for side in (left, right)
                for key in term_keys(side))
    return Truth.TRUE if known else Truth.UNKNOWN


def _gap(left: Term, right: Term, quantity: Quantities) -> Interval:
    """``left − right``; a figure on both sides is taken together, as it has one true value."""
    form = difference(left, right)
    if form is None:
        return _term(left, quantity) + -_term(right, quantity)
    return _total(
        (Interval(factor, factor) * Interval(*quantity(key).bounds())
         for key, factor in form.coefficients.items()),
        Interval(form.constant, form.constant),
    )


def _certain(gap: Interval, sign: Sign) -> bool:
    """Whether every value of ``gap`` stands in ``sign`` to zero."""
    low, high = gap.low, gap.high
    match sign:
        case "=":
            return low == high == 0
        case "≠":
            return (low is not None and low > 0) or (high is not None and high < 0)
        case "<":
            return high is not None and high < 0
        case "≤":
            return high is not None and high <= 0
        case ">":
            return low is not None and low > 0
        case "≥":
            return low is not None and low >= 0


def _term(term: Term, quantity: Quantities) -> Interval:
    match term:
        case Operand(key):
            return Interval(*quantity(key).bounds())
        case Number(value, _):
            return Interval(value, value)
        case Negative(of):
            return -_term(of, quantity)
        case Sum(terms):
            return _total((_term(part, quantity) for part in terms), Interval(0, 0))
        case Extreme(largest, terms):
            return _extreme([_term(part, quantity) for part in terms], largest)
        case Given():
            if any(quantity(key).value is None for key in term_keys(term)):
                raise _UndefinedError
            return Interval(len(term.counted), len(term.counted))
        case Product(left, right):
            return _term(left, quantity) * _term(right, quantity)
        case Quotient(left, right):
            inverse = _term(right, quantity).inverse()
            if inverse is None:
                raise _UndefinedError
            return _term(left, quantity) * inverse
        case Name(name):
            raise LookupError(f"{name} is not bound")


def _total(intervals: Iterable[Interval], start: Interval) -> Interval:
    for interval in intervals:
        start = start + interval
    return start


def _extreme(intervals: list[Interval], largest: bool) -> Interval:
    if not largest:
        return -_extreme([-interval for interval in intervals], largest=True)
    lows = [interval.low for interval in intervals if interval.low is not None]
    highs = [interval.high for interval in intervals if interval.high is not None]
    return Interval(
        max(lows, default=None), max(highs) if len(highs) == len(intervals) else None
    )
