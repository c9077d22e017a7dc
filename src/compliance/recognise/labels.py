"""Words as they are compared: without width, spacing, punctuation and numbering."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from compliance.pattern import lazy_pattern
from compliance.recognise.traditional import mainland

_Thing = TypeVar("_Thing", bound=Hashable)

_REMARK = lazy_pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】", needs="([【")
_NUMBERING = lazy_pattern(
    r"^\s*(?:其\s*中\s*的?\s*[:、,]?\s*)?"
    r"(?:第?[一二三四五六七八九十]{1,3}\s*[、.,)]|\d{1,2}\s*[、.,)](?!\d))\s*"
)
_LOOSE_NUMBERING = lazy_pattern(r"^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s+(?=\S{2})")
# NFKC makes plain digits of these; what numbers a label is no part of its words.
_ENCLOSED = lazy_pattern(
    r"[①-⑳❶-❿➀-➓㊀-㊉](?=\s*[^\W\d])",
    needs="①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
_AMONG = lazy_pattern(r"^\s*其\s*中\s*[:、,]?\s*", needs="其")
_NOT_WORD = lazy_pattern(r"[\W_]+")

CUTOFF = 84.0
"""Least similarity, of 100, at which a misprinted label is still taken for a known one."""
LEAD = 5.0
"""Least distance to the second-best label."""


def simplified(text: str) -> str:
    """``text`` in NFKC and in simplified characters."""
    if text.isascii():
        return text
    return mainland(unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """What is left of a label for comparison: ``（一）予以公开`` becomes ``予以公开``."""
    words = simplified(_ENCLOSED.sub("", text))
    previous = ""
    while previous != words:
        previous, words = words, _REMARK.sub("", words)
    words = _AMONG.sub("", _NUMBERING.sub("", words))
    return _NOT_WORD.sub("", _NUMBERING.sub("", words))


def unnumbered(text: str) -> str:
    """``normal`` of a label whose number lost its sign: ``四 行政复议数量``; ``""`` of others."""
    words, numbers = _LOOSE_NUMBERING.subn("", _AMONG.sub("", simplified(text)))
    return normal(words) if numbers else ""


@lru_cache(maxsize=8192)
def spellings(labels: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What the last of ``labels`` may say: normal forms, best first, each as printed."""
    last = labels[-1]
    tried = {normal(last): last}
    tried.setdefault(unnumbered(last), last)
    words = last.split()
    for start in range(1, len(words)):
        part = " ".join(words[start:])
        tried.setdefault(normal(part), part)
    # ``（三）不予公开 1.属于国家秘密``: the group is printed before its row.
    tried.setdefault("".join(map(normal, words)), last)
    for start in range(len(labels) - 2, -1, -1):
        several = labels[start:]
        tried.setdefault(normal("".join(several)), " ".join(several))
    tried.pop("", None)
    return tuple(tried.items())


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """All words of ``text`` without spaces and punctuation, numbering and remarks kept."""
    return _NOT_WORD.sub("", simplified(text))


def in_order(pattern: str, text: str) -> bool:
    """Whether ``text`` has the pieces of ``pattern`` in order; ``*`` stands for any characters."""
    at = 0
    for piece in pattern.split("*"):
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def nearest(word: str, known: Iterable[str]) -> str:
    """The one known label that ``word`` misprints; ``""`` when there is none or two."""
    return nearest_of(word, {label: label for label in known}) or ""


def nearest_of(word: str, named: Mapping[str, _Thing]) -> _Thing | None:
    """What the one known label names that ``word`` misprints; ``None`` when none or two.

    Several labels of one thing do not stand in each other's way.
    """
    if len(word) < 4:
        return None
    from rapidfuzz import fuzz, process

    found = process.extract(word, named.keys(), scorer=fuzz.ratio, limit=None,
                            score_cutoff=CUTOFF - LEAD)
    if not found or found[0][1] < CUTOFF:
        return None
    best = named[found[0][0]]
    return best if all(named[name] == best or found[0][1] - score >= LEAD
                       for name, score, _ in found) else None
