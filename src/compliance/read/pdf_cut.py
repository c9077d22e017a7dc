"""Numbers that the edge of the paper, or of what is shown of a page, cuts off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.read.pdf_pages import Glyph

_LEFT_OUT = "…"
"""Stands in running text for a figure of a number that is cut off."""
_BESIDE = 0.3
"""How far apart the figures of one number stand at most, in heights of a character."""
_LEVEL = 0.45
"""How far their middles may differ, in heights of a character."""
_BEYOND = 0.1
"""How much of its width a character may reach beyond the edge and still be whole."""


def mark_cut_numbers(glyphs: Sequence[Glyph], width: float) -> None:
    """Mark each figure of a number of which any is cut, or reaches off a paper of ``width``.

    ``glyphs`` are in the order in which the file prints them, with those off the paper.
    """
    for number in _numbers(glyphs):
        cut = any(glyph.cut or _reaches_off(glyph, width) for glyph in number)
        for glyph in number:
            glyph.cut = cut


def _reaches_off(glyph: Glyph, width: float) -> bool:
    most = _BEYOND * (glyph.right - glyph.left)
    return glyph.left < -most or glyph.right > width + most


def _numbers(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    number: list[Glyph] = []
    for glyph in glyphs:
        if not (glyph.text.isdigit() or glyph.text in ",.%，．"):
            if number:
                yield number
            number = []
            continue
        if number and not _beside(number[-1], glyph):
            yield number
            number = []
        number.append(glyph)
    if number:
        yield number


def _beside(glyph: Glyph, following: Glyph) -> bool:
    size = glyph.bottom - glyph.top
    return abs(following.left - glyph.right) <= _BESIDE * size \
        and abs(following.top + following.bottom - glyph.top - glyph.bottom) <= 2 * _LEVEL * size


def with_gaps(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """``glyphs`` of running text, without the figures of numbers that are cut off."""
    for glyph in glyphs:
        if glyph.cut and glyph.text.isdigit():
            glyph.text = _LEFT_OUT
    return glyphs
