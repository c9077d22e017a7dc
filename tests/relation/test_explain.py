"""Explanations show names, numbers and the sign that holds."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from compliance.relation import Quantity, explain
from compliance.relation.explanation import number_text

from .language import LETTERS, Formula, by_name, comparisons, figures, terms, values


def explained(text: str, **numbers: Any) -> str:
    return explain(by_name(text), figures(numbers))


def test_the_example_of_the_design() -> None:
    assert explained(
        "本年新收 + 上年结转 = 总计 + 结转", 本年新收=13612, 上年结转=535, 总计=13365, 结转=783
    ) == "本年新收 13612 + 上年结转 535 = 14147 ≠ 14148 = 总计 13365 + 结转 783"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a ≤ b", "a 5 > b 3"),
        ("a = b", "a 5 ≠ b 3"),
        ("a ≥ b", "a 5 ≥ b 3"),
        ("a + b = c", "a 5 + b 3 = 8 ≠ c 40，相差 32"),
        ("c = a + b", "c 40 ≠ 8 = a 5 + b 3，相差 32"),
        ("a = b + 2", "a 5 = 5 = b 3 + 2"),
        ("a + 1 = b + 3", "a 5 + 1 = 6 = b 3 + 3"),
        ("和(a) = 和(b)", "a 5 ≠ b 3"),
        ("和(a, z, b, z, z) = c", "a 5 + b 3 = 8 ≠ c 40，相差 32"),
        ("和(a, z, b, z) = c", "a 5 + z 0 + b 3 + z 0 = 8 ≠ c 40，相差 32"),
        ("和(z, z, z, z, z) = z", "0 = z 0"),
        ("最大(a, b) ≤ z", "最大(a 5, b 3) = 5 > z 0"),
        ("a - (b - 1) = 3", "a 5 - (b 3 - 1) = 3 = 3"),
        ("(a + b) × 2 = 17", "(a 5 + b 3) × 2 = 16 ≠ 17"),
        ("a ÷ b = 2", "a 5 ÷ b 3 = 1.6666… ≠ 2"),
        ("b ≤ a ≤ c", "b 3 ≤ a 5 ≤ c 40"),
        ("x + a = b", "x ? + a 5 = b 3"),
        ("若 a > 0 则 b > 9", "b 3 ≤ 9"),
        ("若 a > 0 则 b > 0", "a 5 > 0；b 3 > 0"),
        ("a = 5 且 b = 4", "b 3 ≠ 4"),
        ("a = 5 且 b = 3", "a 5 = 5；b 3 = 3"),
        ("a = 4 或 b = 4", "a 5 ≠ 4；b 3 ≠ 4"),
        ("a ÷ z = b", "a 5 ÷ z 0 = b 3"),
    ],
)
def test_shape(text: str, shown: str) -> None:
    assert explained(text, a=5, b=3, c=40, z=0, x=None) == shown


def test_difference_in_english() -> None:
    text = explain(by_name("a = b"), figures({"a": 100, "b": 50}), "en")
    assert text == "a 100 ≠ b 50, difference 50"


def test_figures_are_shown_as_printed() -> None:
    numbers = {"a": Quantity(None, label="新收", shown="空白"), "b": Quantity(1234, shown="1,234")}
    assert explain(by_name("a = b"), lambda key: numbers[str(key)]) == "新收 空白 = 1,234"


@given(comparisons(), values())
def test_comparison_shows_every_number_but_zero(formula: Formula, numbers: dict[str, int]) -> None:
    bound = by_name(formula.text)
    text = explain(bound, figures(numbers))
    for letter in set(LETTERS) & set(formula.text):
        assert f"{letter} {numbers[letter]}" in text or numbers[letter] == 0


@given(terms())
def test_explanation_of_unknowns_never_breaks(formula: Formula) -> None:
    assert "?" in explained(f"x + {formula.text} = 1", **dict.fromkeys(LETTERS), x=None)


@pytest.mark.parametrize(
    ("value", "text"),
    [(5, "5"), (Fraction(5, 2), "2.5"), (Fraction(-1, 4), "-0.25"), (Fraction(4, 2), "2"),
     (Fraction(2, 3), "0.6666…"), (Fraction(-2, 3), "-0.6666…"), (Fraction(1, 100), "0.01")],
)
def test_numbers(value: Any, text: str) -> None:
    assert number_text(value) == text


def test_number_too_long_to_print() -> None:
    assert number_text(10**5000) == "1.000000e+5000"


@pytest.mark.parametrize(("share", "count", "whole", "said"), [
    ("33.9", 258, 805, "份额 33.9% ≠ 32.05 = 100 × 数量 258 ÷ 整体 805"),
    ("4.34", 35, 805, "份额 4.34% ≠ 4.348 = 100 × 数量 35 ÷ 整体 805"),
    ("20", 1, 3, "份额 20% ≠ 33.3 = 100 × 数量 1 ÷ 整体 3，相差 13.3"),
    ("20", 1, 4, "份额 20% ≠ 25 = 100 × 数量 1 ÷ 整体 4"),
])
def test_beside_a_rounded_figure_one_decimal_more_is_enough(
    share: str, count: int, whole: int, said: str
) -> None:
    value, half = Fraction(share), Fraction(1, 20)
    known = {
        "份额": Quantity(value, value - half, value + half, "份额", f"{share}%"),
        "数量": Quantity(count, label="数量"), "整体": Quantity(whole, label="整体"),
    }
    assert explain(by_name("份额 = 100 × 数量 ÷ 整体"), known.__getitem__) == said
