"""The pages of a PDF: characters and ruling lines as a reader sees them, upright."""

from __future__ import annotations

import json
from array import array
from collections import Counter

from compliance.model.location import Location
from compliance.pdfium.wire import CUT, DIRECTION, HEADER, SLANTED, UNMAPPED
from compliance.read.radicals import as_written
from compliance.record import field, record

UNREADABLE = "\ufffd"
"""Stands for a character whose font does not say which one it is."""
_SMALLEST, _LARGEST = 2.0, 100_000.0
"""Characters below this and pages above it, in points, are none."""
_DROPPED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufffe\uffff")

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the upper left corner."""


@record
class Glyph:
    """One printed character and the room it takes, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    cut: bool = False
    """True for a figure of a number that runs beyond what is shown of the page."""


@record
class Page:
    """What is printed on a page in one direction of reading, turned upright.

    A page with text in several directions makes several of these; the first
    has the ruling lines.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    """In the order in which the file prints them, blanks included."""
    lines: list[Box] = field(default_factory=list)
    """Ruling lines, each with one of its sides (nearly) without extent."""
    turns: int = 0
    """Quarter turns clockwise from this page to the page as it is shown."""
    image_share: float = 0.0
    """How much of the page images cover; over 1 where they lie on each other."""
    shapes: int = 0
    """How many drawn shapes the page has."""
    broken: bool = False
    """True when the page cannot be opened."""

    def location(self, box: Box) -> Location:
        """Where ``box`` stands on the page as it is shown."""
        left, top, right, bottom = _turned(box, self.turns, (0, 0, self.width, self.height))
        return Location(page=self.number, box=(round(left, 1), round(top, 1), round(right, 1),
                                               round(bottom, 1)))


def _turned(box: Box, quarters: int, page: Box) -> Box:
    """``box`` on a page that is turned clockwise by quarter turns."""
    left, top, right, bottom = box
    page_left, page_top, page_right, page_bottom = page
    if quarters == 1:
        return page_bottom - bottom, left - page_left, page_bottom - top, right - page_left
    if quarters == 2:
        return page_right - right, page_bottom - bottom, page_right - left, page_bottom - top
    if quarters == 3:
        return top - page_top, page_right - right, bottom - page_top, page_right - left
    return left - page_left, top - page_top, right - page_left, bottom - page_top


def pages_of(data: bytes) -> tuple[str, list[Page]]:
    """The title that a PDF gives itself, and its pages, from the answer of the worker."""
    first, _, rest = data.partition(b"\n")
    told = json.loads(first)
    pages: list[Page] = []
    at = 0
    for number in range(1, int(told["pages"]) + 1):
        found, at = _page(rest, at, number)
        pages.extend(found)
    return str(told["title"]), pages


def _page(data: bytes, at: int, number: int) -> tuple[list[Page], int]:
    """One page from the answer, and where the next one begins in it."""
    left, bottom, right, top, turns, count, lines, shapes, area = HEADER.unpack_from(data, at)
    at += HEADER.size
    codes, boxes, marks, ends = array("I"), array("f"), array("B"), array("f")
    numbers: array[int] | array[float]
    for numbers, length in ((codes, count), (boxes, 4 * count), (marks, count), (ends, 4 * lines)):
        size = length * numbers.itemsize
        numbers.frombytes(data[at:at + size])
        at += size
    if not (0 < right - left < _LARGEST and 0 < top - bottom < _LARGEST):
        return [Page(number, 0, 0, broken=True)], at
    # From here on, heights are measured downwards.
    paper = (left, -top, right, -bottom)
    found: dict[int, Page] = {}
    for direction in _directions(marks, turns):
        turn = -direction % 4
        width, height = right - left, top - bottom
        if turn % 2:
            width, height = height, width
        found[direction] = Page(number, width, height, turns=(turns + direction) % 4)
    for place, (code, mark) in enumerate(zip(codes, marks, strict=True)):
        text = _character(code, mark)
        # Slanted text is a watermark.
        if text and not mark & SLANTED:
            direction = mark >> DIRECTION & 3
            x0, y0, x1, y1 = boxes[4 * place:4 * place + 4]
            box = _turned((x0, -y1, x1, -y0), -direction % 4, paper)
            page = found[direction]
            if box[3] - box[1] >= _SMALLEST:
                page.glyphs.append(Glyph(text, *box, cut=bool(mark & CUT)))
    for page in found.values():
        _leave_out_unseen(page)
    main, first = next(iter(found.items()))
    first.shapes, first.image_share = shapes, area / ((right - left) * (top - bottom))
    for place in range(0, len(ends), 4):
        x0, y0, x1, y1 = ends[place:place + 4]
        box = (min(x0, x1), -max(y0, y1), max(x0, x1), -min(y0, y1))
        _add_line(first, _turned(box, -main % 4, paper))
    return [page for page in found.values() if page is first or page.glyphs], at


def _add_line(page: Page, box: Box) -> None:
    left, top, right, bottom = box
    if left <= page.width and right >= 0 and top <= page.height and bottom >= 0:
        page.lines.append((max(left, 0), max(top, 0), min(right, page.width),
                           min(bottom, page.height)))


def _directions(marks: array[int], turns: int) -> list[int]:
    """Directions of text in quarter turns clockwise, the commonest first."""
    counted = Counter(mark >> DIRECTION & 3 for mark in marks if not mark & SLANTED)
    return sorted(counted, key=lambda one: (-counted[one], one)) or [-turns % 4]


def _character(code: int, mark: int) -> str:
    if mark & UNMAPPED or code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNREADABLE
    text = as_written(chr(code))
    if text.isspace():
        return " "
    return "" if text < " " or text in _DROPPED or "\x7f" <= text <= "\x9f" else text


def _leave_out_unseen(page: Page) -> None:
    """Leave out the characters off the paper; numbers that they belong to are cut."""
    if any(glyph.cut or glyph.left < 0 or glyph.right > page.width for glyph in page.glyphs):
        from compliance.read.pdf_cut import mark_cut_numbers

        mark_cut_numbers(page.glyphs, page.width)
    page.glyphs = [glyph for glyph in page.glyphs if _inside(glyph, page)]


def _inside(glyph: Glyph, page: Page) -> bool:
    across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return 0 <= across <= page.width and 0 <= down <= page.height
