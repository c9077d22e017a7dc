"""An expression that is compiled at its first use answers like one compiled at once."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import compliance
from compliance.pattern import holds, lazy_pattern

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


@given(st.text("0123件 ，共", max_size=20))
def test_one_that_needs_words_finds_the_same(text: str) -> None:
    lazy, eager = lazy_pattern(_SOURCE, needs="件"), re.compile(_SOURCE)
    assert [found.span() for found in lazy.finditer(text)] \
        == [found.span() for found in eager.finditer(text)]
    assert lazy.sub("#", text, 1) == eager.sub("#", text, 1)
    assert lazy.findall(text) == eager.findall(text)
    assert lazy.split(text) == eager.split(text)
    assert (lazy.search(text) is None) == (eager.search(text) is None)
    assert (lazy.match(text, 1) is None) == (eager.match(text, 1) is None)


def test_it_is_not_compiled_for_a_text_without_its_words() -> None:
    lazy = lazy_pattern("(", needs=("甲",))
    assert lazy.search("乙") is None
    assert lazy.sub("", "乙") == "乙"
    with pytest.raises(re.error):
        lazy.search("甲")


def _needing() -> list[tuple[str, object]]:
    """Every expression of the project that needs words, by the module it stands in."""
    found = {}
    for module in pkgutil.walk_packages(compliance.__path__, "compliance."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            listed = value if isinstance(value, tuple) else (value,)
            for each in (part for item in listed
                         for part in (item if isinstance(item, tuple) else (item,))):
                if {"needs", "pattern"} <= set(getattr(each, "__dict__", ())):
                    found[each.pattern] = each
    return sorted(found.items())


@pytest.mark.parametrize(("source", "lazy"), _needing(), ids=lambda value: None)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_text_that_matches_holds_a_word_that_is_needed(source, lazy, data) -> None:
    text = data.draw(st.from_regex(re.compile(source, lazy.flags)))
    assert holds(text, lazy.needs)
