"""Exact and interval evaluation against plain Python and against each other."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compliance.relation import Quantity, Truth, evaluate, evaluate_interval

from .language import LETTERS, Formula, by_name, comparisons, conditions, figures, terms, values


def meaning(formula: Formula, given_values: dict[str, Any]) -> bool:
    """What plain Python says; formulas that divide by zero are not for comparison."""
    try:
        return bool(formula.meaning(given_values))
    except ZeroDivisionError:
        assume(False)
        raise


@given(conditions(), values())
def test_exact_evaluation_agrees_with_python(formula: Formula, numbers: dict[str, int]) -> None:
    bound = by_name(formula.text)
    assert evaluate(bound, figures(numbers)) is Truth.of(meaning(formula, numbers))


@given(conditions(), values())
def test_intervals_of_no_width_are_exact(formula: Formula, numbers: dict[str, int]) -> None:
    bound = by_name(formula.text)
    meaning(formula, numbers)
    assert evaluate_interval(bound, figures(numbers)) is evaluate(bound, figures(numbers))


widths = st.fixed_dictionaries(
    {letter: st.tuples(st.integers(0, 4), st.integers(0, 4)) for letter in LETTERS}
)


@given(conditions(), values(), widths, st.data())
def test_interval_fails_only_what_no_true_values_satisfy(
    formula: Formula, printed: dict[str, int], around: dict[str, tuple[int, int]], data: Any
) -> None:
    bounds = {
        letter: (printed[letter] - Fraction(low, 2), printed[letter] + Fraction(high, 2))
        for letter, (low, high) in around.items()
    }
    truth = evaluate_interval(
        by_name(formula.text), lambda key: Quantity(printed[key], *bounds[str(key)])
    )
    true_values = {
        letter: data.draw(st.sampled_from([low, printed[letter], high, (low + high) / 2]))
        for letter, (low, high) in bounds.items()
    }
    exact = evaluate(by_name(formula.text), figures(true_values))
    assert not (truth is Truth.FALSE and exact is Truth.TRUE)


blanks = st.sets(st.sampled_from(LETTERS), min_size=1)


@given(conditions(), values(), blanks, values())
def test_unknown_figures_never_decide(
    formula: Formula, numbers: dict[str, int], unknown: set[str], filled: dict[str, int]
) -> None:
    """Whatever stands behind the blanks, a decided truth stays."""
    bound = by_name(formula.text)
    blank = {k: None if k in unknown else v for k, v in numbers.items()}
    after = evaluate(bound, figures({k: filled[k] if k in unknown else v
                                     for k, v in numbers.items()}))
    for truth in (evaluate(bound, figures(blank)), evaluate_interval(bound, figures(blank))):
        if truth is not Truth.UNKNOWN and after is not Truth.UNKNOWN:
            assert truth is after


@given(comparisons(terms(signs="+-", functions=("和",)), signs=("=", "≤", "<", "≥", ">")), values())
def test_sum_with_an_unknown_term_is_unknown(formula: Formula, numbers: dict[str, int]) -> None:
    bound = by_name(f"x + {formula.text}")
    assert evaluate(bound, figures({**numbers, "x": None})) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "exact", "interval"),
    [
        ("x = 1 且 1 = 2", Truth.FALSE, Truth.FALSE),
        ("x = 1 或 1 = 1", Truth.TRUE, Truth.TRUE),
        ("若 1 = 2 则 x = 1", Truth.TRUE, Truth.TRUE),
        ("若 x = 1 则 1 = 1", Truth.TRUE, Truth.TRUE),
        ("若 x = 1 则 1 = 2", Truth.UNKNOWN, Truth.UNKNOWN),
        ("非 x = 1", Truth.UNKNOWN, Truth.UNKNOWN),
        ("1 > 2 > x", Truth.FALSE, Truth.FALSE),
        ("1 ÷ 0 = 1", Truth.UNKNOWN, Truth.UNKNOWN),
        ("1 ÷ (1 - 1) = x", Truth.UNKNOWN, Truth.UNKNOWN),
        ("最大(x, 5) ≤ 3", Truth.UNKNOWN, Truth.FALSE),
        ("0.1 + 0.2 = 0.3", Truth.TRUE, Truth.TRUE),
        ("1 ÷ 3 × 3 = 1", Truth.TRUE, Truth.TRUE),
    ],
)
def test_three_values(text: str, exact: Truth, interval: Truth) -> None:
    assert evaluate(by_name(text), figures({"x": None})) is exact
    assert evaluate_interval(by_name(text), figures({"x": None})) is interval


@pytest.mark.parametrize(
    ("share", "count", "whole", "truth"),
    [
        ("20.6", 188, 912, Truth.TRUE),
        ("20.7", 188, 912, Truth.FALSE),
        ("20.5", 41, 200, Truth.TRUE),
        ("20.5", 2045, 10000, Truth.TRUE),
        ("20.5", 2044, 10000, Truth.FALSE),
        ("20.6", None, 912, Truth.UNKNOWN),
        ("20.6", 188, 0, Truth.UNKNOWN),
    ],
)
def test_printed_share(share: str, count: int | None, whole: int, truth: Truth) -> None:
    printed, half = Fraction(share), Fraction(1, 20)
    numbers = {
        "份额": Quantity(printed, printed - half, printed + half),
        "数量": Quantity(count),
        "整体": Quantity(whole),
    }
    bound = by_name("份额 = 数量 ÷ 整体 × 100")
    assert evaluate_interval(bound, lambda key: numbers[str(key)]) is truth


def test_figure_on_both_sides_has_one_true_value() -> None:
    numbers = {"a": Quantity(5, 4, 6), "b": Quantity(1), "c": Quantity(2)}
    bound = by_name("a + b = a + c")
    assert evaluate_interval(bound, lambda key: numbers[str(key)]) is Truth.FALSE


def test_denial_of_a_possible_equality_is_possible() -> None:
    numbers = {"a": Quantity(5, 4, 6), "b": Quantity(5)}
    for text in ("a = b", "非 a = b", "a ≠ b", "a < b", "a > b"):
        assert evaluate_interval(by_name(text), lambda key: numbers[str(key)]) is Truth.TRUE
    assert evaluate_interval(by_name("a = 7"), lambda key: numbers[str(key)]) is Truth.FALSE


def test_unknown_count_with_a_bound() -> None:
    numbers = {"a": Quantity(None, low=0), "b": Quantity(9), "c": Quantity(5)}
    assert evaluate_interval(by_name("a + b = c"), lambda k: numbers[str(k)]) is Truth.FALSE
    assert evaluate_interval(by_name("a + c = b"), lambda k: numbers[str(k)]) is Truth.UNKNOWN
    assert evaluate_interval(by_name("a ≥ 0"), lambda k: numbers[str(k)]) is Truth.TRUE


def test_truth_is_not_a_bool() -> None:
    with pytest.raises(TypeError):
        bool(Truth.UNKNOWN)
