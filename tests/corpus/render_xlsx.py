"""A report as a workbook, with what spreadsheets bring, each kind by its name."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from random import Random
from typing import Any

from .paper import Box, Paper, Sheet, heading_text

TRAITS = ("one sheet", "a sheet a table", "numbers as text", "formulas", "number formats",
          "hidden rows and sheets", "away from the corner")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def render_xlsx(paper: Paper, trait: str, chance: Random) -> bytes:
    """The bytes of an ``.xlsx`` with one of ``TRAITS``."""
    import xlsxwriter

    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"created": datetime(2024, 1, 2)})
    writer = _Writer(book, trait, chance)
    writer.write(paper)
    if trait == "hidden rows and sheets":
        stale = book.add_worksheet("旧表")
        stale.write_row(0, 0, ["行政许可", 1])
        stale.hide()
    book.close()
    return data.getvalue()


class _Writer:
    """The cells of one workbook."""

    def __init__(self, book: Any, trait: str, chance: Random) -> None:
        self.book, self.trait, self.chance = book, trait, chance
        self.page = book.add_worksheet("年度报告")
        self.corner = 2 if trait == "away from the corner" else 0
        self.at = self.corner
        self.wrapped = book.add_format({"text_wrap": True})
        self.grouped = book.add_format({"num_format": "#,##0"})
        self.money = book.add_format({"num_format": "#,##0.0000"})
        self.kinds = {"申请": "表三", "主动公开": "表二", "复议诉讼": "表四"}

    def write(self, paper: Paper) -> None:
        """Write the lines and tables."""
        for block in paper.blocks:
            if isinstance(block, Sheet):
                self._block(block)
                continue
            if self.trait == "hidden rows and sheets" and block.role == "heading":
                self.page.write(self.at, self.corner, "规章 9 9 9")
                self.page.set_row(self.at, None, None, {"hidden": True})
                self.at += 1
            self.page.write_string(self.at, self.corner, heading_text(block), self.wrapped)
            self.at += 1

    def _block(self, sheet: Sheet) -> None:
        page, start = self.page, self.at
        if self.trait == "a sheet a table":
            # A table that goes on has a sheet of its own too.
            name = f"{self.kinds.get(sheet.table, '附表')}{len(self.book.worksheets())}"
            page, start = self.book.add_worksheet(name), 0
        for down, across, box in sheet.placed():
            row, column = start + down, self.corner + across
            if box.rows > 1 or box.columns > 1:
                page.merge_range(row, column, row + box.rows - 1, column + box.columns - 1, "")
            self._cell(page, row, column, box, sheet)
        if page is self.page:
            self.at += len(sheet.rows) + 1

    def _cell(self, page: Any, row: int, column: int, box: Box, sheet: Sheet) -> None:
        if box.role != "value" or not _NUMBER.fullmatch(box.text) or \
                self.trait == "numbers as text":
            page.write_string(row, column, box.text, self.wrapped)
            return
        number = float(box.text) if "." in box.text else int(box.text)
        look = None
        if self.trait == "number formats":
            look = self.money if "." in box.text else self.grouped
        boxes = sheet.values(box.row)
        if self.trait == "formulas" and sheet.table == "申请" and box is boxes[-1]:
            first, last = _LETTERS[column - len(boxes) + 1], _LETTERS[column - 1]
            page.write_formula(row, column, f"=SUM({first}{row + 1}:{last}{row + 1})", look,
                               number)
            return
        page.write_number(row, column, number, look)
