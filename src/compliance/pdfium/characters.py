"""The characters of a page and the room that each takes."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from ctypes import byref, c_double
from functools import partial
from typing import Any

from compliance.pdfium.frames import frames_of_text, is_cut
from compliance.pdfium.wire import CUT, DIRECTION, SLANTED, UNMAPPED, Budget

_ASLANT = 0.05
"""How much of a quarter turn a character may be off."""
_ODD = 1.5
"""How many times higher than its type a character may be."""
_FLAT = 0.5
"""Of how many heights of its type the room of a character is that has only its ink."""
_BELOW = 0.12
"""How much of its height a character reaches below the line that it stands on."""
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
    frames = frames_of_text(pdfium, page, budget)
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
        room = _room(box, matrix, size_of(text, index), turn,
                     partial(_origin, pdfium, text, index))
        boxes.extend(room)
        cut = bool(frames) and is_cut(
            pdfium, text, index, room, bool(turn >> DIRECTION & 1), frames)
        marks.append(turn | (UNMAPPED if unmapped(text, index) == 1 else 0) | (CUT if cut else 0))
    pdfium.FPDFText_ClosePage(text)
    return codes, boxes, marks


def _origin(pdfium: Any, text: Any, index: int) -> tuple[float, float]:
    """Where a character stands: at the left end of its foot, whichever way its text is set."""
    across, up = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, byref(across), byref(up))
    return across.value, up.value


def _turn(matrix: Any) -> int:
    """Quarter turns clockwise of a character, and whether it stands aslant, as in its mark."""
    quarters = -math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    nearest = round(quarters)
    slanted = SLANTED if abs(quarters - nearest) > _ASLANT else 0
    return (nearest & 3) << DIRECTION | slanted


def _room(
    box: Any, matrix: Any, size: float, turn: int, origin: Callable[[], tuple[float, float]],
) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character that stands at ``origin``."""
    height = size * math.hypot(matrix.c, matrix.d)
    sideways = turn >> DIRECTION & 1
    given = box.right - box.left if sideways else box.top - box.bottom
    room = box.left, box.bottom, box.right, box.top
    if given < height * _FLAT and not turn & SLANTED:
        # A font that is made of drawings gives the ink alone: 一 would be a stroke of no height.
        across, up = size * matrix.c, size * matrix.d
        if sideways:
            foot = matrix.e - across * _BELOW
            ends = sorted((foot, foot + across))
            return min(room[0], ends[0]), room[1], max(room[2], ends[1]), room[3]
        foot = matrix.f - up * _BELOW
        ends = sorted((foot, foot + up))
        return room[0], min(room[1], ends[0]), room[2], max(room[3], ends[1])
    if turn or given <= height * _ODD:
        return room
    # A font may claim more than its lines, and of text that is set downwards the library
    # forgets the scale.
    left, foot = origin()
    right = box.right if left < box.right <= left + height * _ODD else left + height
    return left, foot - height * _BELOW, right, foot + height * (1 - _BELOW)
