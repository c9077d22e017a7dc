"""Words as they are compared: without width, spacing, punctuation and numbering."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from compliance.pattern import lazy_pattern

_Thing = TypeVar("_Thing", bound=Hashable)

# Traditional characters that occur in headings and row labels.
_TRADITIONAL = str.maketrans(
    "總體況動開處請復議訴訟審結維糾續業構組織費減執許證聯辦區縣鎮鄉務報標題項內數類"
    "關問題進說與據製發廢現強價購買額轉當當傳電網絡產機圖經濟會計單時間歷應後訂頒個來證產",
    "总体况动开处请复议诉讼审结维纠续业构组织费减执许证联办区县镇乡务报标题项内数类"
    "关问题进说与据制发废现强价购买额转当当传电网络产机图经济会计单时间历应后订颁个来证产",
)
_ANY_TRADITIONAL = lazy_pattern(f"[{''.join(map(chr, _TRADITIONAL))}]")
_REMARK = lazy_pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NUMBERING = lazy_pattern(
    r"^\s*(?:其\s*中\s*的?\s*[:、,]?\s*)?"
    r"(?:第?[一二三四五六七八九十]{1,3}\s*[、.,)]|\d{1,2}\s*[、.,)](?!\d))\s*"
)
_LOOSE_NUMBERING = lazy_pattern(r"^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s+(?=\S{2})")
# NFKC makes plain digits of these; what numbers a label is no part of its words.
_ENCLOSED = lazy_pattern(r"[①-⑳❶-❿➀-➓㊀-㊉](?=\s*[^\W\d])")
_AMONG = lazy_pattern(r"^\s*其\s*中\s*[:、,]?\s*")
_NOT_WORD = lazy_pattern(r"[\W_]+")

CUTOFF = 84.0
"""Least similarity, of 100, at which a misprinted label is still taken for a known one."""
LEAD = 5.0
"""Least distance to the second-best label."""


def simplified(text: str) -> str:
    """``text`` in NFKC and, for the words that forms use, simplified characters."""
    if text.isascii():
        return text
    words = unicodedata.normalize("NFKC", text)
    # Most texts have none of them, and a look is much quicker than a translation.
    return words.translate(_TRADITIONAL) if _ANY_TRADITIONAL.search(words) else words


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
def plain(text: str) -> str:
    """All words of ``text`` without spaces and punctuation, numbering and remarks kept."""
    return _NOT_WORD.sub("", simplified(text))


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
