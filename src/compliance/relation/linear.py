"""A relation as rows of a system of linear constraints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Literal

from compliance.record import frozen_record
from compliance.relation.nodes import (
    And,
    Bound,
    Comparison,
    Condition,
    Exact,
    Extreme,
    Given,
    Key,
    Name,
    Negative,
    Number,
    Operand,
    Product,
    Quotient,
    Sign,
    Sum,
    Term,
)


@frozen_record
class Linear:
    """``Σ coefficient · figure  op  constant``."""

    coefficients: dict[Key, Fraction]
    op: Literal["=", "<="]
    constant: Fraction

    def holds(self, value: Callable[[Key], Exact]) -> bool:
        """Whether the row holds for known figures."""
        total = sum(factor * value(key) for key, factor in self.coefficients.items())
        return total == self.constant if self.op == "=" else total <= self.constant


@frozen_record
class LinearForm:
    """``Σ coefficient · figure + constant``."""

    coefficients: dict[Key, Fraction]
    constant: Fraction

    def scaled(self, factor: Fraction) -> LinearForm:
        """The form times a number."""
        return LinearForm(
            {key: value * factor for key, value in self.coefficients.items()},
            self.constant * factor,
        )


def linearise(bound: Bound) -> list[Linear] | None:
    """Rows that hold together exactly where the relation holds.

    None where there are no such rows: products of figures, <, >, ≠, 或, 非, 若.
    ``最大(…) ≤ x`` and ``x ≤ 最小(…)`` become one row for each argument.
    """
    return _rows(bound.condition)


def linear_form(term: Term) -> LinearForm | None:
    """A term as a linear form; None when it is not linear. Factors of zero are kept."""
    match term:
        case Operand(key):
            return LinearForm({key: Fraction(1)}, Fraction(0))
        case Number(value, _):
            return LinearForm({}, Fraction(value))
        case Negative(of):
            form = linear_form(of)
            return None if form is None else form.scaled(Fraction(-1))
        case Sum(terms):
            return _added(linear_form(part) for part in terms)
        case Product(left, right):
            return _product(linear_form(left), linear_form(right))
        case Quotient(left, right):
            form, divisor = linear_form(left), linear_form(right)
            if form is None or divisor is None or divisor.coefficients or not divisor.constant:
                return None
            return form.scaled(1 / divisor.constant)
        case Extreme() | Given() | Name():
            return None


def difference(left: Term, right: Term) -> LinearForm | None:
    """``left − right`` as a linear form."""
    return linear_form(Sum((left, Negative(right))))


def _rows(condition: Condition) -> list[Linear] | None:
    if isinstance(condition, Comparison):
        return _joined(_pair_rows(left, sign, right) for left, sign, right in condition.pairs())
    if isinstance(condition, And):
        return _joined(_rows(part) for part in condition.conditions)
    return None


def _joined(parts: Iterable[list[Linear] | None]) -> list[Linear] | None:
    rows: list[Linear] = []
    for part in parts:
        if part is None:
            return None
        rows.extend(part)
    return rows


def _pair_rows(left: Term, sign: Sign, right: Term) -> list[Linear] | None:
    if sign == "≥":
        left, right = right, left
    elif sign not in ("=", "≤"):
        return None
    equal = sign == "="
    smaller = [left] if equal else _branches(left, largest=True)
    greater = [right] if equal else _branches(right, largest=False)
    rows = []
    for less in smaller:
        for more in greater:
            form = difference(less, more)
            if form is None:
                return None
            rows.append(Linear(_without_zeros(form.coefficients), "=" if equal else "<=",
                               -form.constant))
    return rows


def _branches(term: Term, largest: bool) -> list[Term]:
    """The terms that must all be on one side for the extreme of them to be."""
    if isinstance(term, Extreme) and term.largest == largest:
        return [branch for part in term.terms for branch in _branches(part, largest)]
    return [term]


def _added(forms: Iterable[LinearForm | None]) -> LinearForm | None:
    coefficients: dict[Key, Fraction] = {}
    constant = Fraction(0)
    for form in forms:
        if form is None:
            return None
        constant += form.constant
        for key, factor in form.coefficients.items():
            coefficients[key] = coefficients.get(key, Fraction(0)) + factor
    return LinearForm(coefficients, constant)


def _product(left: LinearForm | None, right: LinearForm | None) -> LinearForm | None:
    if left is None or right is None:
        return None
    if not left.coefficients:
        return right.scaled(left.constant)
    return None if right.coefficients else left.scaled(right.constant)


def _without_zeros(coefficients: Mapping[Key, Fraction]) -> dict[Key, Fraction]:
    return {key: factor for key, factor in coefficients.items() if factor}
