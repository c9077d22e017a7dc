"""Regular expressions of rule authors: judged by RE2, in time linear in the text.

An expression is compiled when a text first holds the words that it needs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.recognise.required import Words, may_match, required

_KEPT = 256
# What RE2 says of an expression, by the beginning of its words.
_FAULTS = (
    ("missing )", "bracket_open"), ("missing ]", "class_open"), ("unexpected )", "bracket_extra"),
    ("no argument", "nothing_repeated"), ("bad repetition", "repeated_twice"),
    ("invalid repetition", "repeated_wrongly"), ("invalid perl operator", "not_linear"),
    ("invalid escape sequence", "escape"), ("trailing \\", "escape"),
    ("invalid character class", "class_wrong"), ("invalid named capture", "group_name"),
    ("pattern too large", "too_large"),
)


def found(expression: str, text: str) -> str | None:
    """What an expression first matches in a text; ``None`` where it matches nothing.

    Raises:
        Problem: RE2 does not take the expression.
    """
    if not may_match(_needs(expression), text):
        return None
    match = _compiled(expression).search(text)
    return None if match is None else str(match.group())


def matches(expression: str, text: str) -> bool:
    """Whether an expression matches anywhere in a text.

    Raises:
        Problem: RE2 does not take the expression.
    """
    return found(expression, text) is not None


def fault_of(expression: str) -> Text | None:
    """Why RE2 does not take an expression; ``None`` when it does."""
    import re2  # type: ignore[import-untyped]

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(expression, options)
    except re2.error as error:
        return _words(error.args[0])
    re2.purge()  # It would keep a hundred of them, of some ten kilobytes each.
    return None


@lru_cache(_KEPT)
def _needs(expression: str) -> tuple[Words, ...]:
    return required(expression)


@lru_cache(_KEPT)
def _compiled(expression: str) -> Any:
    import re2

    fault = fault_of(expression)
    if fault is not None:
        raise Problem(say("plugin.bad_expression", expression=expression, fault=fault))
    return re2.compile(expression)


def _words(said: bytes | str) -> Text:
    """What RE2 says, in words of our own; the part it points at behind them."""
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    name = next((name for begins, name in _FAULTS if words.startswith(begins)), "other")
    at = words.partition(": ")[2] or words
    return say(f"plugin.expression_{name}", at=at)
