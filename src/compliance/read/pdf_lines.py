"""Put the characters of a page together into printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from compliance.pattern import lazy_pattern
from compliance.read.pdf_pages import Box, Glyph, Page
from compliance.record import record

FAR = "\u2003"
"""Stands in a text where characters stand so far apart that they belong to two things."""
_FAR, _FAR_NARROW = 2.0, 0.8
"""How far that is, in heights of a character; between figures and letters it is less."""
_APART = 0.22
"""From how many heights of a character on a gap is a blank."""
_SAME_LINE = 0.45
"""How far the middles of characters in one line may differ, in heights of the smaller."""
_NUMBERED = lazy_pattern(
    r"第?[一二三四五六七八九十]{1,3}(?:[、.．]|部分|章|节)|[（(][一二三四五六七八九十\d]{1,3}[)）](?!项)|"
    r"\d{1,2}[、.．](?!\d)|[①-⑳]|附件|附表|附：|表[一二三四五六]|[•·●■◆]")
_CLOSE = r"\u2e80-\uffef“”‘’—…·"
_BESIDE_CHINESE = lazy_pattern(rf"(?<=[{_CLOSE}]) +| +(?=[{_CLOSE}])")
_LONGEST_ROW = 200
_VALUES_AT_END = lazy_pattern(r"(?:[ \u2003]+(?:\d[\d.,]*%?|[/\\—－–-]+))+$")
_SPREAD_DIGITS = lazy_pattern(rf"(?<![0-9A-Za-z.])\d(?: \d){{1,30}}(?= ?[{_CLOSE}])")
_SPREAD_DATE = lazy_pattern(r"(?<![0-9A-Za-z.])\d{1,3}(?: \d{1,3}){1,8}(?= ?[年月日])")
_SPREAD_MARK = lazy_pattern(r"(?<=\d) ([.%]) ?(?=\d|$|[^\x00-\x7f])")


@record
class PrintedLine:
    """One line as it is printed.

    ``text`` has single blanks where blanks are seen, and ``FAR`` for wide gaps.
    """

    glyphs: list[Glyph]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Height of most of its characters, in points."""
    page: Page | None = None

    @property
    def box(self) -> Box:
        """The room that the line takes."""
        return self.left, self.top, self.right, self.bottom

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


def lines_of(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """Lines from top to bottom; characters beside each other stand in one line."""
    rows: list[list[Glyph]] = []
    height = middle = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.top + g.bottom, g.left)):
        own_height, own_middle = glyph.bottom - glyph.top, (glyph.top + glyph.bottom) / 2
        if rows and own_middle - middle <= _SAME_LINE * min(own_height, height):
            rows[-1].append(glyph)
            # The larger character leads: a footnote mark must not open a line.
            if own_height > height:
                height, middle = own_height, own_middle
        else:
            rows.append([glyph])
            height, middle = own_height, own_middle
    made = [_line(row) for row in rows]
    return [line for line in made if line is not None]


def _line(row: list[Glyph]) -> PrintedLine | None:
    row.sort(key=lambda g: g.left)
    seen: list[Glyph] = []
    text = ""
    blank = False
    for glyph in row:
        if glyph.text == " ":
            blank = True
            continue
        if seen:
            if _printed_twice(seen[-1], glyph):
                continue
            text += gap(seen[-1], glyph, blank)
        text += glyph.text
        seen.append(glyph)
        blank = False
    if not seen:
        return None
    return PrintedLine(seen, text, seen[0].left, min(g.top for g in seen),
                       max(g.right for g in seen), max(g.bottom for g in seen),
                       median(g.bottom - g.top for g in seen))


def _printed_twice(glyph: Glyph, following: Glyph) -> bool:
    """Whether a character is printed once more, slightly moved, to look bold."""
    return glyph.text == following.text \
        and following.left - glyph.left < 0.3 * (glyph.right - glyph.left)


def gap(glyph: Glyph, following: Glyph, blank: bool) -> str:
    """What stands between two characters of a line: nothing, a blank, or ``FAR``."""
    size = min(glyph.bottom - glyph.top, following.bottom - following.top)
    distance = (following.left - glyph.right) / size
    narrow = glyph.text.isascii() and following.text.isascii()
    if distance >= (_FAR_NARROW if narrow else _FAR):
        return FAR
    return " " if blank or distance >= _APART else ""


def close_up(text: str) -> str:
    """A text without the blanks that only spread it out.

    Blanks beside Chinese characters go, and those inside a number that a
    Chinese word follows (``2 0 2 3 年``); values at the end of a row of an
    unruled table (``规章 0 0 12``) stay apart.
    """
    if " " not in text and FAR not in text:
        return text
    text = _SPREAD_MARK.sub(r"\1", text)
    # Only so far back: a search from everywhere to the end takes quadratic time.
    before, end = text[:-_LONGEST_ROW], text[-_LONGEST_ROW:]
    found = _VALUES_AT_END.search(end)
    body, values = (before + end[:found.start()], found[0]) if found else (text, "")
    body = _SPREAD_DATE.sub(_without_blanks, _SPREAD_DIGITS.sub(_without_blanks, body))
    body = _BESIDE_CHINESE.sub("", body)
    return " ".join(f"{body}{values}".replace(FAR, " ").split())


def _without_blanks(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def is_numbered(text: str) -> bool:
    """Whether a text begins like a heading, an item of a list or a numbered row."""
    return _NUMBERED.match(text) is not None


def parts_of(line: PrintedLine, apart: float) -> list[PrintedLine]:
    """The stretches of a line that gaps of ``apart`` heights of a character part."""
    parts: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if parts[-1] and glyph.left - parts[-1][-1].right >= apart * line.size:
            parts.append([])
        parts[-1].append(glyph)
    return [made for made in map(_line, parts) if made is not None]


def around(lines: Sequence[PrintedLine]) -> Box:
    """The room that several lines of one page take."""
    return (min(line.left for line in lines), min(line.top for line in lines),
            max(line.right for line in lines), max(line.bottom for line in lines))
