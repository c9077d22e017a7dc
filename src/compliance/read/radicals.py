"""Characters of a shape that a PDF names where it prints the ordinary character.

Who copies text out of a PDF takes them along, into text files, pages and Word files.
"""

from __future__ import annotations

import unicodedata

from compliance.pattern import lazy_pattern

# Unicode gives these no decomposition, though fonts made for a PDF name them for the character.
_RADICALS = (
    "⺁厂⺇几⺌小⺎兀⺗心⺝月⺟母⺠民⺢水⺧牛⺬示⺮竹⺶羊⺷羊⺼月⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青"
    "⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟"
)
_WRITTEN = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
_RANGES = (("\u2e80", "\u2fd5"), ("\uf900", "\ufaff"), ("\ufe10", "\ufe19"), ("\ufe30", "\ufe48"))
"""Radicals, compatibility ideographs, and punctuation for vertical text."""

_ALONE = lazy_pattern("[\u2e80-\u2fd5\uf900-\ufaff]")
"""Those of them that stand for one character each."""


def as_written(character: str) -> str:
    """The ordinary character for one of the same shape: ``一`` for ``⼀`` (U+2F00)."""
    if character < "\u2e80" or not any(first <= character <= last for first, last in _RANGES):
        return character
    return _WRITTEN.get(character) or unicodedata.normalize("NFKC", character)


def with_ordinary_characters(text: str) -> str:
    """``text``, as long as it was, with the ordinary characters: ``行政`` for ``⾏政``."""
    if text.isascii() or not _ALONE.search(text):
        return text
    return _ALONE.sub(lambda found: as_written(found[0]), text)
