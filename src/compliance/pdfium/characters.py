"""The characters of a page and the room that each takes."""

from __future__ import annotations

import math
from array import array
from ctypes import byref
from typing import Any

from compliance.pdfium.wire import DIRECTION, SLANTED, UNMAPPED, Budget

_ASLANT = 0.05
"""How much of a quarter turn a character may be off."""
_ODD = 1.5
"""How many times higher than its type a character may be."""
_HYPHEN = 2
"""What the library makes of a hyphen at the end of a line."""


def characters_of(
    pdfium: Any, page: Any, budget: Budget,
) -> tuple[array[int], array[float], array[int]]:
    """Code points, boxes and marks of the characters of a page, as they are handed over."""
    codes, boxes, marks = array("I"), array("f"), array("B")
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return codes, boxes, marks
    count = pdfium.FPDFText_CountChars(text)
    budget.spend_characters(count)
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    box_place, matrix_place = byref(box), byref(matrix)
    unicode_of, size_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetFontSize
    box_of, matrix_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetMatrix
    generated, unmapped = pdfium.FPDFText_IsGenerated, pdfium.FPDFText_HasUnicodeMapError
    for index in range(count):
        # Blanks and line ends that the library adds are guesses: the boxes say it better.
        if generated(text, index) == 1 or not box_of(text, index, box_place) \
                or not matrix_of(text, index, matrix_place):
            continue
        code = unicode_of(text, index)
        codes.append(45 if code == _HYPHEN else code)
        turn = _turn(matrix)
        boxes.extend(_room(box, matrix, size_of(text, index), turn))
        marks.append(turn | (UNMAPPED if unmapped(text, index) == 1 else 0))
    pdfium.FPDFText_ClosePage(text)
    return codes, boxes, marks


def _turn(matrix: Any) -> int:
    """Quarter turns clockwise of a character, and whether it stands aslant, as in its mark."""
    quarters = -math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    nearest = round(quarters)
    slanted = SLANTED if abs(quarters - nearest) > _ASLANT else 0
    return (nearest & 3) << DIRECTION | slanted


def _room(box: Any, matrix: Any, size: float, turn: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character."""
    height = size * math.hypot(matrix.c, matrix.d)
    given = box.right - box.left if turn >> DIRECTION & 1 else box.top - box.bottom
    if turn or given <= height * _ODD:
        return box.left, box.bottom, box.right, box.top
    # The library forgets the scale of text that is set downwards from the middle of its top.
    middle, top = matrix.e, matrix.f
    return middle - height / 2, top - height, middle + height / 2, top
