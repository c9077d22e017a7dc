"""A report as a PDF with a text layer, laid out in several ways, each by its name."""

from __future__ import annotations

import re
from io import BytesIO
from random import Random
from typing import Any

from .paper import Paper, Sheet, Words, heading_text
from .pdf_table import Looks, set_table

TRAITS = ("plain", "small pages", "heads repeated", "upright text", "spaces in numbers",
          "rules as bars", "no rules")
_FONT = "STSong-Light"
_SIZES = {"title": 18, "heading": 15, "published": 10}
_NOT_FIRST = "，。、；：）”！？》"


def render_pdf(paper: Paper, trait: str, chance: Random) -> bytes:
    """The bytes of a ``.pdf`` in one of ``TRAITS``."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    data = BytesIO()
    height = 500 if trait == "small pages" else 842
    canvas = Canvas(data, pagesize=(595, height), invariant=1)
    canvas.setTitle(paper.title)
    desk = _Desk(canvas, height, chance.choice(("- {} -", "— {} —", "{}")))
    looks = Looks(
        {"rules as bars": "bars", "no rules": "none"}.get(trait, "lines"),
        trait == "heads repeated", trait == "upright text", trait == "spaces in numbers")
    for block in paper.blocks:
        if isinstance(block, Sheet):
            set_table(desk, block, looks)
        else:
            desk.words(block, trait)
    desk.finish()
    return data.getvalue()


class _Desk:
    """The page at hand."""

    left, bottom, right = 72.0, 80.0, 523.0

    def __init__(self, canvas: Any, height: float, numbers: str) -> None:
        self.canvas, self.numbers = canvas, numbers
        self.top = height - 80
        self.page = 0
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.y = self.top
        self.canvas.setFont(_FONT, 9)
        self.canvas.drawCentredString(297, 45, self.numbers.format(self.page))

    def turn(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()
        self._begin()

    def finish(self) -> None:
        """End the file."""
        self.canvas.showPage()
        self.canvas.save()

    def put(self, x: float, y: float, text: str, size: float) -> None:
        """Set one line of text."""
        self.canvas.setFont(_FONT, size)
        self.canvas.drawString(x, y, text)

    def wrap(self, text: str, size: float, width: float) -> list[str]:
        """Text in lines no wider than ``width``; a number is not broken."""
        lines, line = [], ""
        for piece in re.findall(r"[0-9.,]+|.", text):
            if line and self.canvas.stringWidth(line + piece, _FONT, size) > width + 0.01 \
                    and piece not in _NOT_FIRST:
                lines.append(line.rstrip())
                line = ""
            line += piece
        return [*lines, line]

    def words(self, words: Words, trait: str) -> None:
        """Set a paragraph, a title, a heading, or a line at the end."""
        text = heading_text(words)
        if trait == "spaces in numbers":
            # Word sets a space between a numeral and a Chinese character.
            text = re.sub(r"(?<=[一-鿿])(?=\d)|(?<=\d)(?=[一-鿿])", " ", text)
        size = _SIZES.get(words.role, 13)
        indent = "　　" if words.role in ("text", "heading") else ""
        for line in self.wrap(indent + text, size, self.right - self.left):
            if self.y - size * 1.6 < self.bottom:
                self.turn()
            self.y -= size * 1.6
            width = self.canvas.stringWidth(line, _FONT, size)
            shift = {"title": (451 - width) / 2, "published": (451 - width) / 2,
                     "signer": 451 - width, "date": 451 - width}.get(words.role, 0)
            # An indent is a place on the page, not a character.
            bare = line.lstrip("　")
            self.put(self.left + shift + size * (len(line) - len(bare)), self.y, bare, size)
        self.y -= {"title": 12, "heading": 4}.get(words.role, 0)
