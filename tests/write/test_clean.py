"""Untrusted text, made safe and laid out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.write.clean import one_line, plain
from compliance.write.screen import width, wrap

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b[]\x9b\x07m;0，。（）甲乙 a1\n\ud800"))


@pytest.mark.parametrize(("raw", "clean"), [
    ("\x1b[31m红\x1b[0m", "红"),
    ("\x1b]0;title\x07x", "x"),
    ("\x1b]8;;http://e\x1b\\link\x1b]8;;\x1b\\", "link"),
    ("a\x9b31mb", "ab"),
    ("a\u202eb\x00c", "abc"),
    ("a\r\nb\x85c", "a\nb\nc"),
    ("\ud800", "\ufffd"),
    ("\x1b]0;never ended, so nothing is hidden", "0;never ended, so nothing is hidden"),
])
def test_controls_go_and_words_stay(raw: str, clean: str) -> None:
    assert plain(raw) == clean


@given(ANY_TEXT)
def test_any_text_comes_out_printable_and_stays_so(text: str) -> None:
    clean = plain(text)
    clean.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", clean)
    assert plain(clean) == clean
    assert "\n" not in one_line(text)


@given(ANY_TEXT, st.integers(4, 30))
def test_wrapping_loses_nothing_but_spaces(text: str, limit: int) -> None:
    line = one_line(text)
    lines = wrap(line, limit)
    assert "".join(lines).replace(" ", "") == re.sub(r"\s", "", line)
    assert all(width(part) <= limit for part in lines)
