"""A relation evaluated exactly."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

from compliance.relation.nodes import (
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

HOLDS: dict[Sign, Callable[[Exact, Exact], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}


def evaluate(bound: Bound, quantity: Quantities) -> Truth:
    """Whether the relation holds, without rounding, in three values.

    Unknown figures and divisions by zero make a comparison unknown.
    """
    return evaluate_condition(bound.condition, quantity)


def evaluate_condition(condition: Condition, quantity: Quantities) -> Truth:
    """Whether one condition of a bound relation holds."""
    match condition:
        case Comparison(sides, signs):
            values = [term_value(side, quantity) for side in sides]
            return all_of(
                Truth.UNKNOWN
                if left is None or right is None
                else Truth.of(HOLDS[sign](left, right))
                for left, sign, right in zip(values, signs, values[1:], strict=False)
            )
        case And(conditions):
            return all_of(evaluate_condition(part, quantity) for part in conditions)
        case Or(conditions):
            return any_of(evaluate_condition(part, quantity) for part in conditions)
        case Not(negated):
            return evaluate_condition(negated, quantity).negated()
        case Implies(premise, conclusion):
            denied = evaluate_condition(premise, quantity).negated()
            if denied is Truth.TRUE:
                return denied
            return any_of((denied, evaluate_condition(conclusion, quantity)))


def term_value(term: Term, quantity: Quantities) -> Exact | None:
    """The exact value of a term; None when it is not known."""
    match term:
        case Operand(key):
            return quantity(key).value
        case Number(value, _):
            return value
        case Sum(terms):
            values = _values(terms, quantity)
            return None if values is None else sum(values)
        case Negative(of):
            positive = term_value(of, quantity)
            return None if positive is None else -positive
        case Extreme(largest, terms):
            values = _values(terms, quantity)
            return None if values is None else max(values) if largest else min(values)
        case Given():
            values = _values(term.counted, quantity)
            return None if values is None else len(values)
        case Product(left, right):
            pair = _values((left, right), quantity)
            return None if pair is None else pair[0] * pair[1]
        case Quotient(left, right):
            pair = _values((left, right), quantity)
            return None if pair is None or pair[1] == 0 else Fraction(pair[0]) / pair[1]
        case Name(name):
            raise LookupError(f"{name} is not bound")


def _values(terms: tuple[Term, ...], quantity: Quantities) -> list[Exact] | None:
    values: list[Exact] = []
    for term in terms:
        value = term_value(term, quantity)
        if value is None:
            return None
        values.append(value)
    return values
