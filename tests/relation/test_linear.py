"""Rows of a constraint system hold together exactly where the relation holds."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from compliance.relation import Linear, Truth, evaluate, linearise

from .language import Formula, by_name, comparisons, conditions, figures, terms, values


@given(conditions(), values())
def test_rows_agree_with_evaluation(formula: Formula, numbers: dict[str, int]) -> None:
    bound = by_name(formula.text)
    rows = linearise(bound)
    truth = evaluate(bound, figures(numbers))
    if rows is not None and truth is not Truth.UNKNOWN:
        assert truth is Truth.of(all(row.holds(lambda key: numbers[str(key)]) for row in rows))


@given(comparisons(terms(signs="+-", functions=("和",)), signs=("=", "≤", "≥")), values())
def test_sums_are_always_linear(formula: Formula, numbers: dict[str, int]) -> None:
    bound = by_name(formula.text)
    rows = linearise(bound)
    assert rows is not None
    holds = all(row.holds(lambda key: numbers[str(key)]) for row in rows)
    assert evaluate(bound, figures(numbers)) is Truth.of(holds)


def row(op: Any, constant: int | str, **coefficients: int | str) -> Linear:
    return Linear({k: Fraction(v) for k, v in coefficients.items()}, op, Fraction(constant))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a + b = c + 3", [row("=", 3, a=1, b=1, c=-1)]),
        ("a ≥ b", [row("<=", 0, b=1, a=-1)]),
        ("a × 2 ÷ 3 - 0.5 ≤ a", [row("<=", "1/2", a="-1/3")]),
        ("a + b = b", [row("=", 0, a=1)]),
        ("a ≤ b ≤ c", [row("<=", 0, a=1, b=-1), row("<=", 0, b=1, c=-1)]),
        ("最大(a, b) ≤ c 且 a = 1", [row("<=", 0, a=1, c=-1), row("<=", 0, b=1, c=-1),
                                     row("=", 1, a=1)]),
        ("a ≤ 最小(b, c)", [row("<=", 0, a=1, b=-1), row("<=", 0, a=1, c=-1)]),
        ("a < b", None), ("a ≠ b", None), ("a × b = c", None), ("a ÷ b = c", None),
        ("最大(a, b) = c", None), ("最大(a, b) ≥ c", None), ("a = b 或 a = c", None),
        ("非 a = b", None), ("若 a = 0 则 b = 0", None), ("a ÷ 0 = b", None),
    ],
)
def test_rows(text: str, rows: list[Linear] | None) -> None:
    assert linearise(by_name(text)) == rows
