"""A table set on pages: rows that run over, merged cells that go on, rules of several kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from .paper import Box, Sheet

SIZE, LEADING, PADDING = 8.5, 12.5, 3.0
_WIDTHS = {
    3: (330, 50, 70), 4: (150, 100, 100, 100), 5: (210, 50, 40, 75, 75),
    9: (22, 58, 38, 36, 36, 36, 36, 36, 36), 10: (22, 58, 120, 38, 36, 36, 36, 36, 36, 36),
    15: (30,) * 15,
}
"""Widths of the columns by their number, in points."""


class Desk(Protocol):
    """Where a table is set: the page at hand, and how to turn it."""

    canvas: Any
    y: float
    left: float
    bottom: float
    top: float

    def turn(self) -> None:
        """Begin the next page."""

    def wrap(self, text: str, size: float, width: float) -> list[str]:
        """Text in lines no wider than ``width``."""

    def put(self, x: float, y: float, text: str, size: float) -> None:
        """Set one line of text."""


@dataclass(slots=True)
class Looks:
    """How tables look."""

    rules: str = "lines"
    """``lines``, ``bars`` (thin filled rectangles, as word processors write) or ``none``."""
    heads_repeated: bool = False
    upright: bool = False
    spaced_numbers: bool = False


def set_table(desk: Desk, sheet: Sheet, looks: Looks) -> None:
    """Set a table from the place that the desk is at."""
    placed = list(sheet.placed())
    width = sheet.width
    columns = list(_WIDTHS.get(width, (450 / width,) * width))
    texts = {id(box): _lines(desk, box, sum(columns[at:at + box.columns]), looks)
             for _, at, box in placed}
    heights = _heights(placed, texts, len(sheet.rows))
    start = 0
    while start < len(sheet.rows):
        head = sheet.head if start and looks.heads_repeated else 0
        room = desk.y - desk.bottom - sum(heights[:head])
        end = start
        while end < len(sheet.rows) and sum(heights[start:end + 1]) <= room:
            end += 1
        if end == start:
            desk.turn()
            continue
        if head:
            _draw(desk, placed, texts, heights, columns, (0, head), looks)
        _draw(desk, placed, texts, heights, columns, (start, end), looks)
        start = end
        if start < len(sheet.rows):
            desk.turn()
    desk.y -= 14


def _lines(desk: Desk, box: Box, width: float, looks: Looks) -> list[str]:
    text = box.text
    if box.upright and looks.upright:
        return list(text)
    if box.role == "value" and looks.spaced_numbers:
        whole, point, rest = text.partition(".")
        if whole.isdigit() and len(whole) > 3:
            text = f"{whole[:-3]} {whole[-3:]}{point}{rest}"
    return [line for part in text.split("\n")
            for line in desk.wrap(part, SIZE, width - 2 * PADDING)]


def _heights(placed: list[tuple[int, int, Box]], texts: dict[int, list[str]], count: int
             ) -> list[float]:
    heights = [LEADING + 2 * PADDING] * count
    for at, _, box in placed:
        if box.rows == 1:
            heights[at] = max(heights[at], len(texts[id(box)]) * LEADING + 2 * PADDING)
    for at, _, box in placed:
        need = len(texts[id(box)]) * LEADING + 2 * PADDING
        lacking = need - sum(heights[at:at + box.rows])
        if lacking > 0:
            heights[at + box.rows - 1] += lacking
    return heights


def _draw(desk: Desk, placed: list[tuple[int, int, Box]], texts: dict[int, list[str]],
          heights: list[float], columns: list[float], rows: tuple[int, int], looks: Looks) -> None:
    """Draw the rows from the first to before the last, and what of merged cells is in them."""
    first, last = rows
    top = desk.y
    for at, column, box in placed:
        begin, end = max(at, first), min(at + box.rows, last)
        if begin >= end:
            continue
        x = desk.left + sum(columns[:column])
        y = top - sum(heights[first:begin])
        size = (sum(columns[column:column + box.columns]), sum(heights[begin:end]))
        if looks.rules != "none":
            _frame(desk.canvas, x, y, size, looks.rules)
        # A merged cell has its words on the first of its pages.
        if begin == at:
            _text(desk, box, texts[id(box)], x, y, size)
    desk.y = top - sum(heights[first:last])


def _text(desk: Desk, box: Box, lines: list[str], x: float, y: float, size: tuple[float, float]
          ) -> None:
    baseline = y - (size[1] - len(lines) * LEADING) / 2 - SIZE
    for line in lines:
        width = desk.canvas.stringWidth(line, desk.canvas._fontname, SIZE)
        shift = PADDING if box.role == "label" and not box.upright else (size[0] - width) / 2
        desk.put(x + shift, baseline, line, SIZE)
        baseline -= LEADING


def _frame(canvas: Any, x: float, y: float, size: tuple[float, float], rules: str) -> None:
    width, height = size
    if rules == "lines":
        canvas.setLineWidth(0.6)
        canvas.rect(x, y - height, width, height)
        return
    for left, low, wide, high in (
        (x, y, width, 0.5), (x, y - height, width, 0.5),
        (x, y - height, 0.5, height), (x + width, y - height, 0.5, height),
    ):
        canvas.rect(left, low, wide, high, stroke=0, fill=1)
