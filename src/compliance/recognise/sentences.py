"""Sentences of a report's running text, in one spelling, with their places.

The plain spelling has half-width digits and punctuation, simplified characters,
and no spaces beside Chinese characters; each of its characters knows where it is
printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from compliance.model.location import Location, spanning
from compliance.model.report import Report
from compliance.pattern import lazy_pattern
from compliance.recognise.traditional import TABLE
from compliance.record import frozen_record

_FULL_WIDTH = ("０１２３４５６７８９，；：％．（）！？－　\u00a0", "0123456789,;:%.()!?-  ")
SPELLING = TABLE | str.maketrans(*_FULL_WIDTH)
_ENDS = "。!?"
_ROW_OF_NUMBERS = lazy_pattern(r"[0-9] [0-9]+ [0-9]")
_NUMBER = 12  # digits of a number beside which another number is looked for
_PIECES = lazy_pattern(r"[。!?]|\s|[^。!?\s]+")
_BEGINS_PARAGRAPH = lazy_pattern(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}\s?、"
    r"|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[条、，章])"
)
_LONGEST = 3000  # characters of a sentence; longer text is cut there, so that work stays bounded
_HEADING_ONLY = 25  # a numbered line shorter than this, without punctuation, is a heading


@lru_cache(maxsize=4)
def _line_breaks(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if character == "\n"]


@frozen_record
class Passage:
    """A stretch of running text: the preamble or the text of one section."""

    section: str
    text: str
    lines: tuple[Location, ...] = ()
    """Where each line of the text stands; empty when not known."""
    location: Location | None = None
    """Place of the passage, where its lines are not known."""
    heading: str = ""
    """Heading of the section in the plain spelling."""

    def place(self, start: int, end: int) -> Location | None:
        """Where the characters from ``start`` to before ``end`` stand."""
        breaks = _line_breaks(self.text)
        first = bisect_left(breaks, start)
        last = bisect_left(breaks, max(start, end - 1))
        if last < len(self.lines):
            return spanning(self.lines[first], self.lines[last])
        return self.location


@frozen_record
class Sentence:
    """A sentence in the plain spelling, without its full stop."""

    passage: Passage
    plain: str
    origin: tuple[int, ...]
    """For each character of ``plain``, its index in the text of the passage."""
    closed: bool
    """False when no full stop ends it."""

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """The words as printed, without line breaks."""
        first, last = self._span(start, len(self.plain) if end is None else end)
        return re.sub(r"\s*\n\s*", "", self.passage.text[first:last]).strip()

    def place(self, start: int, end: int) -> Location | None:
        """Where a stretch of the sentence stands."""
        return self.passage.place(*self._span(start, end))

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if start >= end:
            return 0, 0
        return self.origin[start], self.origin[end - 1] + 1


def passages(report: Report) -> Iterator[Passage]:
    """The preamble, then the sections in printed order."""
    if report.preamble:
        yield Passage("", report.preamble, (), report.places.get("preamble"))
    for section in report.sections:
        if section.text:
            yield Passage(section.id, section.text, tuple(section.places), section.location,
                          section.heading.translate(SPELLING))


def sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a passage, in order."""
    found: list[Sentence] = []
    plain: list[str] = []
    origin: list[int] = []

    def close(closed: bool) -> None:
        if plain:
            found.append(Sentence(passage, "".join(plain), tuple(origin), closed))
            plain.clear()
            origin.clear()

    spelled = passage.text.translate(SPELLING)
    breaks = _paragraph_breaks(passage.text)
    for piece in _PIECES.finditer(spelled):
        words, at = piece[0], piece.start()
        if words in _ENDS:
            close(True)
        elif words == "\n" and at in breaks:
            close(False)
        elif not words.isspace() or _keeps_space(spelled, at):
            for start in range(at, piece.end(), _LONGEST):
                stretch = spelled[start:min(piece.end(), start + _LONGEST)]
                if len(origin) + len(stretch) > _LONGEST:
                    close(False)
                plain.append(stretch)
                origin.extend(range(start, start + len(stretch)))
    close(False)
    return found


def _keeps_space(text: str, index: int) -> bool:
    """Only a single space inside Latin words or a row of numbers means something.

    Conversion breaks numbers: ``2 7件`` is 27件, as ``1 204件`` is 1204件.
    """
    if text[index] == "\n" or index == 0 or index + 1 >= len(text):
        return False
    before, after = text[index - 1], text[index + 1]
    if before.isdigit() and after.isdigit():
        return _ROW_OF_NUMBERS.search(text, max(0, index - _NUMBER), index + _NUMBER) is not None
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _paragraph_breaks(text: str) -> set[int]:
    """Indexes of the line breaks that end a paragraph; others only wrap a line."""
    lines = text.split("\n")
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    usual = widths[len(widths) * 3 // 4] if widths else 0
    found: set[int] = set()
    index = -1
    for line, following in pairwise(lines):
        index += len(line) + 1
        if _ends_paragraph(line.strip(), following.strip(), usual):
            found.add(index)
    return found


def _ends_paragraph(line: str, following: str, usual: int) -> bool:
    if not line or not following or line[-1] in "。！？!?":
        return True
    if _BEGINS_PARAGRAPH.match(following) and line[-1] not in "，、,：:（(":
        return True
    if line[-1] in "，、,；;：:":
        return False
    heading = len(line) <= _HEADING_ONLY and not re.search(r"[，。；：,;:]", line)
    if heading and _BEGINS_PARAGRAPH.match(line):
        return True
    # A line that is much shorter than its neighbours was not wrapped but ended.
    return len(line) < usual * 0.6
