"""An expression that is compiled at its first use answers like one compiled at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.pattern import lazy_pattern

_SOURCE = r"(?P<number>\d+)\s*件"


@given(st.text("0123件 ，", max_size=20))
def test_it_finds_what_a_compiled_expression_finds(text: str) -> None:
    lazy, eager = lazy_pattern(_SOURCE), re.compile(_SOURCE)
    assert [found.span("number") for found in lazy.finditer(text)] \
        == [found.span("number") for found in eager.finditer(text)]
    assert lazy.sub("#", text) == eager.sub("#", text)
    assert lazy.split(text) == eager.split(text)
    assert bool(lazy.search(text)) == bool(eager.search(text))


def test_flags_and_groups_are_those_of_the_expression() -> None:
    lazy = lazy_pattern("charset=(?P<name>[a-z]+)", re.I)
    found = lazy.match("CHARSET=gbk")
    assert found is not None
    assert found["name"] == "gbk"
    assert lazy.groupindex == {"name": 1}


def test_bytes_are_searched_by_an_expression_of_bytes() -> None:
    assert lazy_pattern(rb"<\w+>").search(b"a <table>") is not None


def test_a_wrong_expression_shows_when_it_is_first_used() -> None:
    lazy = lazy_pattern("(")
    with pytest.raises(re.error):
        lazy.search("x")
