"""A report as a Word file, with what Word does to it, each kind by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from random import Random
from typing import Any

from . import docx_parts as parts
from .paper import Box, Paper, Sheet, Words, heading_text

TRAITS = ("plain", "numbered by lists", "text boxes", "tracked changes", "nested table",
          "table of contents", "hidden text")
_LISTED = re.compile(r"^(\d)\.")


def render_docx(paper: Paper, trait: str, chance: Random) -> bytes:
    """The bytes of a ``.docx`` with one of ``TRAITS``."""
    from docx import Document

    document = Document()
    properties = document.core_properties
    properties.author, properties.title = "", ""
    properties.created = properties.modified = datetime(2024, 1, 2)
    document.sections[0].footer.paragraphs[0].add_run("— 1 —")
    writer = _Writer(trait, chance)
    end = document.element.body.sectPr
    for element in writer.elements(paper):
        end.addprevious(element)
    if trait == "numbered by lists":
        parts.add_numbering(document, writer.lists)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


class _Writer:
    """The elements of one document."""

    def __init__(self, trait: str, chance: Random) -> None:
        self.trait, self.chance = trait, chance
        self.lists = 0
        """Lists of labels so far: each begins with 1. again."""

    def elements(self, paper: Paper) -> Iterator[Any]:
        for block in paper.blocks:
            if isinstance(block, Sheet):
                table = self._table(block)
                if self.trait == "nested table":
                    # In the one cell of a table that lays out the page.
                    table = parts.table(parts.row(parts.cell(table + parts.paragraph(""))))
                yield parts.element(table)
                yield parts.element(parts.paragraph(""))
                continue
            yield parts.element(self._line(block))
            if block.role == "published" and self.trait == "table of contents":
                yield parts.element(parts.contents(
                    [heading_text(words) for words in paper.words("heading")]))

    def _line(self, words: Words) -> str:
        text = heading_text(words)
        if self.trait == "numbered by lists" and words.number:
            return parts.paragraph(parts.run(words.text), parts.numbered(parts.HEADINGS))
        if self.trait == "text boxes" and words.role in ("title", "signer"):
            return parts.text_box(text)
        if self.trait == "tracked changes" and words.role == "text":
            cut = self.chance.randint(0, len(text))
            return parts.paragraph(parts.run(text[:cut]) + parts.deleted("原稿写作受理申请999件")
                                   + parts.inserted(text[cut:]))
        if self.trait == "hidden text" and words.role == "heading":
            return parts.paragraph(parts.run(text) + parts.run("（校对时删）", hidden=True))
        return parts.paragraph(parts.run(text))

    def _table(self, sheet: Sheet) -> str:
        grid: list[dict[int, str]] = [{} for _ in sheet.rows]
        for at, column, box in sheet.placed():
            merge = "restart" if box.rows > 1 else ""
            grid[at][column] = parts.cell(self._cell(box), box.columns, merge, box.upright)
            for below in range(at + 1, at + box.rows):
                grid[below][column] = parts.cell(parts.paragraph(""), box.columns, "continue")
        rows = [parts.row("".join(cells[column] for column in sorted(cells)), at < sheet.head)
                for at, cells in enumerate(grid)]
        if self.trait == "tracked changes" and sheet.table == "主动公开":
            rows.insert(2, parts.deleted_row("规章", len(grid[2]) - 1))
        return parts.table("".join(rows), sheet.width)

    def _cell(self, box: Box) -> str:
        chance = self.chance
        listed = _LISTED.match(box.text) if box.role == "label" else None
        if self.trait == "numbered by lists" and listed:
            self.lists += listed[1] == "1"
            return parts.paragraph(_runs(box.text[listed.end():]),
                                   parts.numbered(parts.HEADINGS + self.lists, 1))
        if box.role == "value" and self.trait == "tracked changes" and chance.random() < 0.3:
            return parts.paragraph(parts.deleted(str(chance.randint(0, 99)))
                                   + parts.inserted(box.text))
        if box.role == "value" and self.trait == "hidden text" and chance.random() < 0.1:
            return parts.paragraph(_runs(box.text) + parts.run("7", hidden=True))
        return parts.paragraph(_runs(box.text))


def _runs(text: str) -> str:
    """Text as runs: Word cuts them anywhere, and writes a break as an element."""
    lines = [parts.run(line[:2]) + parts.run(line[2:]) for line in text.split("\n")]
    return parts.BREAK.join(lines)
