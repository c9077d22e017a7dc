"""A report as it is laid out on paper, before it becomes a file of any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from .reports import MadeReport, numeral

Role = Literal["head", "label", "value", "note"]


@dataclass(slots=True)
class Box:
    """A printed cell, with the rows and columns that it spans."""

    text: str
    rows: int = 1
    columns: int = 1
    role: Role = "value"
    row: str = ""
    """Id of the form row that a label or a value belongs to."""
    upright: bool = False
    """Whether the label may be written one character above the other."""


@dataclass(slots=True)
class Sheet:
    """A table: for each printed row, the boxes that begin in it."""

    table: str
    rows: list[list[Box]]
    head: int = 0
    """How many of the first rows are its head."""

    def placed(self) -> Iterator[tuple[int, int, Box]]:
        """Each box with its row and column in the expanded grid."""
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(self.rows):
            column = 0
            for box in row:
                while (at, column) in taken:
                    column += 1
                yield at, column, box
                taken |= {(at + down, column + across)
                          for down in range(box.rows) for across in range(box.columns)}
                column += box.columns

    @property
    def width(self) -> int:
        """Columns of the expanded grid."""
        return max((column + box.columns for _, column, box in self.placed()), default=0)

    def values(self, row: str) -> list[Box]:
        """The value boxes of a form row."""
        return [box for boxes in self.rows for box in boxes
                if box.role == "value" and box.row == row]


@dataclass(slots=True)
class Words:
    """A line of text."""

    text: str
    role: Literal["title", "published", "heading", "text", "signer", "date"] = "text"
    number: int = 0
    """Number of a heading, printed before its text: ``2`` is 二、."""


@dataclass(slots=True)
class Paper:
    """Lines and tables in reading order."""

    title: str
    blocks: list[Words | Sheet] = field(default_factory=list)

    @property
    def sheets(self) -> list[Sheet]:
        """The tables."""
        return [block for block in self.blocks if isinstance(block, Sheet)]

    def words(self, role: str) -> list[Words]:
        """The lines of a role."""
        return [block for block in self.blocks
                if isinstance(block, Words) and block.role == role]


def lay_out(report: MadeReport) -> Paper:
    """A report as its form prints it."""
    from .sheets import sheet_of

    day = report.published
    paper = Paper(report.title, [
        Words(report.title, "title"),
        Words(f"发布日期：{day.isoformat()}", "published"),
        Words(report.preamble),
    ])
    sheets = {table: sheet_of(report, table) for table in report.tables}
    for place, section in enumerate(report.sections, 1):
        paper.blocks.append(Words(section.heading, "heading", place))
        paper.blocks += [Words(line) for line in section.lines]
        for table in list(sheets):
            if _belongs(report, table, section.id):
                paper.blocks.append(sheets.pop(table))
    paper.blocks.append(Words(report.body, "signer"))
    signed = report.signed
    paper.blocks.append(Words(f"{signed.year}年{signed.month}月{signed.day}日", "date"))
    # What belongs to no section is an annex.
    paper.blocks[-2:-2] = list(sheets.values())
    return paper


def _belongs(report: MadeReport, table: str, section: str) -> bool:
    from compliance.plugin.cache import installed

    tables = installed().forms[report.form].tables
    return any(each.id == table and each.section == section for each in tables)


def heading_text(words: Words) -> str:
    """A heading with its number: ``二、主动公开政府信息情况``."""
    return f"{numeral(words.number)}、{words.text}" if words.number else words.text
