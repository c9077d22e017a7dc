"""Relations without the figures that do not apply, and the count of those that do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.relation import Quantity, Truth, bind, evaluate, explain, fuse, narrowed, parse
from compliance.relation.fused import load_fused
from compliance.relation.interval import evaluate_interval

from .language import LETTERS, by_name, figures


def outcome(text, values):
    """The outcome on figures of which ``None`` stands for one that does not apply."""
    bound = narrowed(by_name(text), lambda key: values[key] is not None)
    return None if bound is None else evaluate(bound, figures(values))


def values(**given):
    return dict.fromkeys(LETTERS) | given


@pytest.mark.parametrize(("text", "expected"), [
    ("a ≥ b ≥ c ≥ d", Truth.TRUE),      # c is not there: only a ≥ b is compared
    ("b ≥ a ≥ c", Truth.FALSE),
    ("a + c = 5", None),
    ("sum(a, b, c) = 8", Truth.TRUE),
    ("sum(c, d) = 0", None),
    ("和(a, c) - b = 2", Truth.TRUE),
    ("max(c, d) ≥ a", None),
    ("min(a, b, c) = 3", Truth.TRUE),
    ("最大(全) = 5", Truth.TRUE),
    ("c = 1 and a = 5", Truth.TRUE),
    ("c = 1 or a = 4", Truth.FALSE),
    ("not c = 1", None),
    ("if c = 1 then a = 5", None),
    ("if a = 5 then c = 1", None),
    ("a / c = 1", None),
    ("-c = 1", None),
    ("given(c) = 0", Truth.TRUE),
    ("given(a, b, c, d) = 2", Truth.TRUE),
    ("有数(全) = 2", Truth.TRUE),
    ("given(c) = 1 and c > 0", Truth.FALSE),
    ("if given(c) = 1 then a = 4", Truth.TRUE),
])
def test_what_is_left(text, expected):
    assert outcome(text, values(a=5, b=3)) is expected


@given(st.lists(st.none() | st.integers(-9, 9), min_size=6, max_size=6))
def test_functions_take_the_figures_that_apply(given_values):
    known = [value for value in given_values if value is not None]
    filled = dict(zip(LETTERS, given_values, strict=True))
    assert outcome(f"given(全) = {len(known)}", filled) is Truth.TRUE
    for name, function in (("sum", sum), ("max", max), ("min", min)):
        bound = narrowed(by_name(f"{name}(全) = 0"), lambda key: filled[key] is not None)
        if known:
            assert evaluate(bound, figures(filled)) is Truth.of(function(known) == 0)
        else:
            assert bound is None


@given(st.lists(st.integers(-9, 9), min_size=6, max_size=6))
def test_nothing_changes_where_all_apply(given_values):
    filled = dict(zip(LETTERS, given_values, strict=True))
    bound = by_name("若 a > b 则 (c ≤ d ≤ e 或 和(全) = max(a, f))")
    same = narrowed(bound, lambda _: True)
    assert same == bound
    assert evaluate(same, figures(filled)) is evaluate(bound, figures(filled))


def test_it_cannot_be_told_whether_an_unreadable_figure_is_given():
    bound = by_name("given(a, b) = 2")
    unread = figures({"a": 1, "b": None})
    assert evaluate(bound, unread) is Truth.UNKNOWN
    assert evaluate_interval(bound, unread) is Truth.UNKNOWN
    assert evaluate_interval(bound, figures({"a": 1, "b": 2})) is Truth.TRUE


def test_what_is_given_is_a_constant_where_all_are_numbers():
    bound = bind(parse("given(a, b) = a"), lambda name, _: ("ab".index(name),))
    fused = load_fused(fuse([bound]).code)
    assert fused([2, 0]) == []
    assert fused([3, 0]) == [0]


def test_english_and_chinese_words_mean_the_same():
    english = by_name("if not a = 1 and b = 2 or c = 3 then sum(a, b) = max(c, min(d, e))")
    chinese = by_name("若 非 a = 1 且 b = 2 或 c = 3 则 和(a, b) = 最大(c, 最小(d, e))")
    assert english.condition == chinese.condition


def test_what_is_said_in_each_language():
    bound = narrowed(by_name("given(a, b) = 2"), lambda key: key == "a")
    figure = figures({"a": 7, "b": None})
    assert explain(bound, figure, "en") == "given(a 7, b ?) = 1 ≠ 2"
    assert explain(bound, figure, "zh") == "有数(a 7, b ?) = 1 ≠ 2"
    largest = by_name("a = max(b, c)")
    figure = figures({"a": 7, "b": 1, "c": 2})
    assert explain(largest, figure, "en") == "a 7 ≠ 2 = max(b 1, c 2)"
    assert explain(largest, figure, "zh") == "a 7 ≠ 2 = 最大(b 1, c 2)"


def test_a_label_may_have_two_languages():
    from compliance.model.text import Text

    bound = by_name("a = 1")
    assert explain(bound, lambda _: Quantity(2, label=Text("合计", "total")), "en") == "total 2 ≠ 1"
