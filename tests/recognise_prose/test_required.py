"""Words that a text must hold for an expression to match it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.recognise.required import may_match, required


@pytest.mark.parametrize(("expression", "words"), [
    ("申请", (("申请",),)),
    ("(?:收到|受理)申请", (("申请",), ("受理", "收到"))),
    ("新(?:增)?件", (("件",), ("新",))),
    ("件|件次|条", (("件", "条"),)),
    ("(?:收到)*申请?", (("申",),)),
    ("(?:收到)+申请", (("收到",), ("申请",))),
    ("[收受][^)]{0,6}到", (("到",),)),
    (r"\(甲\)", (("(甲)",),)),
    ("甲|[乙丙]", ()),
    (r"甲\d", ()),
    ("(?i)甲", ()),
])
def test_what_an_expression_requires(expression: str, words: tuple[tuple[str, ...], ...]) -> None:
    assert required(expression) == words


def test_an_abbreviation_requires_what_it_stands_for() -> None:
    assert required("{甲}乙{n}", {"{甲}": (("丙", "丁"),), "{n}": ()}) == (("乙",), ("丁", "丙"))
    assert required("{甲}乙") == ()


_parts = st.recursive(
    st.sampled_from(["甲", "乙", "丙甲", "[甲乙]", "[^甲]", ".", r"\(", "^", "$", ""]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda all_: f"(?:{'|'.join(all_)})"),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        inner.map(lambda one: f"(?P<n>{one})" if "?P<n>" not in one else one),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
    ), max_leaves=8)


@given(_parts, st.text("甲乙丙(", max_size=8))
def test_a_text_that_matches_is_never_left_out(expression: str, text: str) -> None:
    try:
        found = re.search(expression, text)
    except re.error:
        return
    if found:
        assert may_match(required(expression), text)
