"""The straight lines of a page, and how much of it is pictures."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from itertools import pairwise
from typing import Any

from compliance.pdfium.wire import Budget

THICKEST = 3.0
"""A filled rectangle no thicker than this, in points, is a line."""
FLAT = 1.0
"""How far from upright, in points over its whole length, a line may be."""
_DEEPEST = 12
_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE_TO, _MOVE_TO = 0, 2

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)


def _at(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Drawings:
    """The straight lines of a page, and how much of it is pictures."""

    def __init__(self, pdfium: Any, budget: Budget) -> None:
        self.pdfium = pdfium
        self.budget = budget
        self.lines: array[float] = array("f")
        self.image_area = 0.0
        self.shapes = 0

    def take(self, holder: Any, count_of: Any, object_of: Any, outer: Matrix, depth: int) -> None:
        """Take the objects of a page, or of a form that stands on it."""
        pdfium = self.pdfium
        count = count_of(holder)
        self.budget.spend_objects(max(count, 0))
        for index in range(count):
            item = object_of(holder, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == _PATH:
                self._path(item, _times(self._matrix(item), outer))
            elif kind == _IMAGE:
                self._image(_times(self._matrix(item), outer))
            elif kind == _FORM and depth < _DEEPEST:
                self.take(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject,
                          _times(self._matrix(item), outer), depth + 1)

    def _matrix(self, item: Any) -> Matrix:
        found = self.pdfium.FS_MATRIX()
        if not self.pdfium.FPDFPageObj_GetMatrix(item, byref(found)):
            return UPRIGHT
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _image(self, matrix: Matrix) -> None:
        a, b, c, d, _, _ = matrix
        self.image_area += abs(a * d - b * c)

    def _path(self, item: Any, matrix: Matrix) -> None:
        pdfium = self.pdfium
        filled, stroked = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(item, byref(filled), byref(stroked))
        if not (filled.value or stroked.value):
            return
        self.shapes += 1
        count = pdfium.FPDFPath_CountSegments(item)
        self.budget.spend_objects(max(count, 0))
        if stroked.value:
            width = c_float()
            pdfium.FPDFPageObj_GetStrokeWidth(item, byref(width))
            a, b, c, d, _, _ = matrix
            # A very thick line is an area of colour.
            stroked.value = int(width.value * math.sqrt(abs(a * d - b * c)) <= 2 * THICKEST)
        for points in self._outlines(item, count, matrix):
            if stroked.value:
                for (x0, y0), (x1, y1) in pairwise(points):
                    self._line(x0, y0, x1, y1)
            else:
                self._thin_area(points)

    def _outlines(self, item: Any, count: int, matrix: Matrix) -> Iterator[list[Point]]:
        """The straight stretches of a path; a curve parts them."""
        pdfium = self.pdfium
        x, y = c_float(), c_float()
        points: list[Point] = []
        start: Point = (0.0, 0.0)
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            point = _at(x.value, y.value, matrix)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind != _LINE_TO:
                if len(points) > 1:
                    yield points
                points = []
                if kind == _MOVE_TO:
                    start = point
            points.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment) and points[-1] != start:
                points.append(start)
        if len(points) > 1:
            yield points

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if min(abs(x1 - x0), abs(y1 - y0)) <= FLAT < max(abs(x1 - x0), abs(y1 - y0)):
            self.lines.extend((x0, y0, x1, y1))

    def _thin_area(self, points: list[Point]) -> None:
        """A filled area that is a line: its middle. Its ends may be cut aslant at a corner."""
        if len(points) not in (4, 5):
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
        if top - bottom <= THICKEST < right - left:
            self._line(left, (bottom + top) / 2, right, (bottom + top) / 2)
        elif right - left <= THICKEST < top - bottom:
            self._line((left + right) / 2, bottom, (left + right) / 2, top)
