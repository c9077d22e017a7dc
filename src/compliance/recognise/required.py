"""Words that a text must hold for an expression to match it.

Most sentences hold none of the words of most patterns; to look for words is far
quicker than to compile an expression and to run it.  An expression that is not
understood requires nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

Words = tuple[str, ...]
"""Words of which a text must hold one."""
_MOST_WORDS = 40


class _Unknown(Exception):
    """A sign that is not understood."""


@cache
def required(expression: str) -> tuple[Words, ...]:
    """What every text that ``expression`` matches holds: one word of each group."""
    try:
        found, end = _alternatives(expression, 0)
    except (_Unknown, IndexError, ValueError):
        return ()
    if end != len(expression):
        return ()
    return tuple(sorted({_shortest(words) for words in found if len(words) <= _MOST_WORDS},
                        key=lambda words: (len(words), words)))


def may_match(groups: Iterable[Words], text: str) -> bool:
    """Whether a text holds a word of each group."""
    for words in groups:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def _shortest(words: Iterable[str]) -> Words:
    """The words without those that contain another of them: 件次 beside 件."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


def _alternatives(text: str, at: int) -> tuple[list[set[str]], int]:
    """What alternatives require together, up to the bracket that closes them."""
    branches: list[list[set[str]]] = []
    while True:
        branch, at = _sequence(text, at)
        branches.append(branch)
        if at == len(text) or text[at] == ")":
            break
        at += 1  # past the stroke
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    return [{word for branch in branches for word in max(branch, key=_telling)}], at


def _telling(words: set[str]) -> tuple[int, int]:
    """Long words tell more than short ones, and few more than many."""
    return min(map(len, words)), -len(words)


def _sequence(text: str, at: int) -> tuple[list[set[str]], int]:
    """What a run of signs requires, up to a stroke or a closing bracket."""
    found: list[set[str]] = []
    word = ""

    def close() -> None:
        nonlocal word
        if word:
            found.append({word})
        word = ""

    while at < len(text) and text[at] not in "|)":
        inner, literal, at = _sign(text, at)
        at, least, exact = _count(text, at)
        if literal and least:
            word += literal
        if not literal or not exact:
            close()
        if least:
            found += inner
    close()
    return found, at


def _sign(text: str, at: int) -> tuple[list[set[str]], str, int]:
    """What one sign or bracket requires, the character it is, and where it ends."""
    sign = text[at]
    if sign == "(":
        inner, at = _alternatives(text, _opened(text, at + 1))
        if text[at] != ")":
            raise _Unknown
        return inner, "", at + 1
    if sign == "[":
        return [], "", _class_end(text, at)
    if sign == "\\":
        if text[at + 1].isalnum():
            raise _Unknown
        return [], text[at + 1], at + 2
    if sign in "?*+{":
        raise _Unknown
    return [], "" if sign in ".^$" else sign, at + 1


def _class_end(text: str, at: int) -> int:
    """The end of a set of characters that begins at ``at``."""
    at += 2 if text[at + 1] == "^" else 1
    first = at
    while text[at] != "]" or at == first:
        if text[at] == "[":
            raise _Unknown
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _opened(text: str, at: int) -> int:
    """Where the words of a bracket begin."""
    if text[at] != "?":
        return at
    if text.startswith("?:", at):
        return at + 2
    if text.startswith("?P<", at):
        return text.index(">", at) + 1
    raise _Unknown


def _count(text: str, at: int) -> tuple[int, bool, bool]:
    """The end of the count after a sign; whether it must be there, and exactly once."""
    if at == len(text) or text[at] not in "?*+{":
        return at, True, True
    least = text[at] == "+"
    at = text.index("}", at) + 1 if text[at] == "{" else at + 1
    while at < len(text) and text[at] in "?*+":
        least, at = least and text[at] == "?", at + 1
    return at, least, False
