"""The text of one cell of a ruled table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from compliance.pattern import lazy_pattern
from compliance.read.pdf_lines import FAR, PrintedLine, close_up, lines_of
from compliance.read.pdf_pages import Glyph
from compliance.read.wrapping import join

_SPREAD_NUMBER = lazy_pattern(r"[\d.,% ]+")
_LONG_DIGITS = lazy_pattern(r"[\d,.]{3,}")
_SMALLER, _RAISED, _LONGEST_MARK = 0.9, 0.15, 2
"""Height of the mark of a note, and how far it stands above the line, in heights of the
first figure; and figures of a mark at most."""
_PADDING = 11.0
"""Most that a cell keeps free beside its text, left and right together, in points."""


def cell_text(glyphs: Sequence[Glyph], width: float) -> str:
    """The text of a cell ``width`` points wide; the lines it is broken into are put together."""
    seen = [glyph for glyph in glyphs if glyph.text != " "]
    if not seen:
        return ""
    if _reads_downwards(seen):
        return _closed("".join(glyph.text for glyph in seen))
    lines = lines_of(glyphs)
    pieces = [_one_line(line) for line in lines]
    texts = [pieces[0]]
    for line, following, piece in zip(lines, lines[1:], pieces[1:], strict=False):
        if following.size > _SMALLER * line.size and _goes_on(line, texts[-1], piece, width):
            texts[-1] += piece
        else:
            texts.append(piece)
    return _closed(join(texts))


def _closed(text: str) -> str:
    # A label is spread over its cell as far as it will go: 总　　计.
    closed = re.sub(rf"(?<=[^\x00-\x7f{FAR}]){FAR}(?=[^\x00-\x7f{FAR}])", "", text)
    return close_up(closed)


def _one_line(line: PrintedLine) -> str:
    text = line.text
    # Figures further apart may be the values of two columns.
    if text.isdigit() or _SPREAD_NUMBER.fullmatch(text):
        return _marked(line) or text.replace(" ", "")
    return text


def _marked(line: PrintedLine) -> str:
    """The figures of a line that end in the raised mark of a note: ``35[1]``; else nothing."""
    glyphs = [glyph for glyph in line.glyphs if glyph.text != " "]
    first = glyphs[0]
    height = first.bottom - first.top
    end = next((place for place, glyph in enumerate(glyphs)
                if glyph.bottom - glyph.top <= _SMALLER * height
                and first.bottom - glyph.bottom >= _RAISED * height), 0)
    if not end or len(glyphs) - end > _LONGEST_MARK:
        return ""
    number, mark = ("".join(glyph.text for glyph in part) for part in (glyphs[:end], glyphs[end:]))
    return f"{number}[{mark}]"


def _goes_on(line: PrintedLine, text: str, following: str, width: float) -> bool:
    """Whether a number was broken because the cell is too narrow for it."""
    digit = line.size / 2
    return bool(_LONG_DIGITS.fullmatch(text) and re.fullmatch(r"[\d,.]+", following)) \
        and width - (line.right - line.left) < digit + _PADDING


def fills(lines: Sequence[PrintedLine], width: float) -> bool:
    """Whether the last line of a cell had no room for one more character."""
    last = lines[-1]
    return width - (last.right - last.left) < last.size + _PADDING


def in_column(lines: Sequence[PrintedLine]) -> bool:
    """Whether every line of a cell is one character, as in a label that reads downwards."""
    return bool(lines) and all(len(line.glyphs) == 1 for line in lines)


def _reads_downwards(glyphs: Sequence[Glyph]) -> bool:
    """Whether characters follow each other downwards: one, or several columns of them."""
    if len(glyphs) < 3:
        return False
    down = 0
    for glyph, following in pairwise(glyphs):
        size = glyph.bottom - glyph.top
        across = (following.left + following.right - glyph.left - glyph.right) / 2
        below = (following.top + following.bottom - glyph.top - glyph.bottom) / 2
        down += abs(across) < 0.4 * size < below < 4 * size
    return 3 * down >= 2 * (len(glyphs) - 1)
