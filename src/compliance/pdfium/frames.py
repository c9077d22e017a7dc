"""Text of which only a part is shown.

A browser prints into a frame and leaves out the characters beyond it, so that a
number that crosses the edge of the frame loses its last figures.
"""

from __future__ import annotations

from ctypes import addressof, byref, c_float
from typing import Any

from compliance.pdfium.wire import Budget

_TEXT = 1
_BEYOND = 0.1
"""How much of its width a character may reach beyond the edge and still be whole."""

Sides = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""


def frames_of_text(pdfium: Any, page: Any, budget: Budget) -> dict[int, Sides]:
    """The frames of the text objects of a page, by the address of each object that has one.

    The library itself takes the frame away from what lies wholly in it. Text in forms is
    not looked at: its frames are measured otherwise.
    """
    frames: dict[int, Sides] = {}
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == _TEXT:
            clip = pdfium.FPDFPageObj_GetClipPath(item)
            paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
            if paths > 0:
                frames[addressof(item.contents)] = _inner(pdfium, clip, paths, budget)
    return frames


def _inner(pdfium: Any, clip: Any, paths: int, budget: Budget) -> Sides:
    left, bottom, right, top = float("-inf"), float("-inf"), float("inf"), float("inf")
    x, y = c_float(), c_float()
    for path in range(paths):
        count = max(pdfium.FPDFClipPath_CountPathSegments(clip, path), 0)
        budget.spend_objects(count)
        xs, ys = [], []
        for index in range(count):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return left, bottom, right, top


def is_cut(pdfium: Any, text: Any, index: int, room: Sides, sideways: bool,
           frames: dict[int, Sides]) -> bool:
    """Whether an end of a character stands beyond the frame of its text."""
    item = pdfium.FPDFText_GetTextObject(text, index)
    frame = frames.get(addressof(item.contents)) if item else None
    if frame is None:
        return False
    start, end = (1, 3) if sideways else (0, 2)
    most = _BEYOND * (room[end] - room[start])
    return room[start] < frame[start] - most or room[end] > frame[end] + most
