"""Draw pages of a PDF: text, ruling lines and tables, measured from the upper left corner."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
A4 = (595.0, 842.0)
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass
class Cell:
    """A cell to draw: its place, its span, its lines; ``down`` sets its text downwards."""

    row: int
    column: int
    text: str = ""
    rows: int = 1
    columns: int = 1
    down: bool = False
    cut_above: bool = False
    cut_below: bool = False


def cells_of(rows: Sequence[Sequence[str]]) -> list[Cell]:
    """Cells without spans."""
    return [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]


class Paper:
    """Pages on which to draw."""

    def __init__(self, size: tuple[float, float] = A4, font: str = FONT,
                 encrypt: object = None) -> None:
        self.width, self.height = size
        self.buffer = io.BytesIO()
        # Without time stamps and compression: the same bytes each time, easy to damage.
        self.canvas = Canvas(self.buffer, pagesize=size, invariant=1, pageCompression=0,
                             encrypt=encrypt)
        self.font = font
        self.pages = 1

    def text(self, x: float, y: float, words: str, size: float = 12) -> float:
        """Print ``words`` with their top at ``y``; where they end."""
        self.canvas.setFont(self.font, size)
        # The descent of the type is about an eighth of its height.
        self.canvas.drawString(x, self.height - y - 0.88 * size, words)
        return x + self.width_of(words, size)

    def width_of(self, words: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(words, self.font, size))

    def spread(self, x: float, y: float, words: str, step: float, size: float = 12) -> None:
        """Print ``words`` one character every ``step`` points."""
        for number, character in enumerate(words):
            self.text(x + number * step, y, character, size)

    def down(self, x: float, y: float, words: str, size: float = 12) -> None:
        """Print ``words`` from top to bottom."""
        for number, character in enumerate(words):
            self.text(x, y + number * 1.1 * size, character, size)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def bar(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """A line drawn as a thin filled rectangle."""
        self.canvas.rect(min(x0, x1) - width / 2, self.height - max(y0, y1) - width / 2,
                         abs(x1 - x0) + width, abs(y1 - y0) + width, stroke=0, fill=1)

    def dashes(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A line drawn as many short ones."""
        length = max(x1 - x0, y1 - y0)
        at = 0.0
        while at < length:
            end = min(at + 3, length)
            if x1 > x0:
                self.line(x0 + at, y0, x0 + end, y0)
            else:
                self.line(x0, y0 + at, x0, y0 + end)
            at += 5

    def double(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Two lines beside each other."""
        for off in (-1, 1):
            across, along = (off, 0) if x0 == x1 else (0, off)
            self.line(x0 + across, y0 + along, x1 + across, y1 + along)

    def table(self, x: float, y: float, widths: Sequence[float], heights: Sequence[float],
              cells: Iterable[Cell], size: float = 10, draw: Callable[..., None] | None = None,
              outer: bool = True) -> float:
        """Draw a table; where it ends below. ``draw`` draws one line of it."""
        xs, ys = _edges(x, widths), _edges(y, heights)
        draw = draw or self.line
        for cell in cells:
            bottom, right = cell.row + cell.rows, cell.column + cell.columns
            box = xs[cell.column], ys[cell.row], xs[right], ys[bottom]
            if not cell.cut_above and (outer or cell.row):
                draw(box[0], box[1], box[2], box[1])
            if not cell.cut_below and (outer or bottom < len(heights)):
                draw(box[0], box[3], box[2], box[3])
            if outer or cell.column:
                draw(box[0], box[1], box[0], box[3])
            if outer or right < len(widths):
                draw(box[2], box[1], box[2], box[3])
            self._fill(cell, box, size)
        return ys[-1]

    def _fill(self, cell: Cell, box: tuple[float, float, float, float], size: float) -> None:
        middle = (box[0] + box[2]) / 2
        lines = list(cell.text) if cell.down else cell.text.split("\n") if cell.text else []
        top = (box[1] + box[3] - 1.2 * size * len(lines)) / 2
        for number, words in enumerate(lines):
            self.text(middle - self.width_of(words, size) / 2, top + 1.2 * size * number, words,
                      size)

    def next_page(self) -> None:
        self.canvas.showPage()
        self.pages += 1

    def data(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def _edges(start: float, lengths: Sequence[float]) -> list[float]:
    edges = [start]
    for length in lengths:
        edges.append(edges[-1] + length)
    return edges
