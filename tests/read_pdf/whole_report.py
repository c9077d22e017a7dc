"""A whole report of the 2021 format as a PDF, from one of the project's samples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from drawing import Cell, Paper

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_reports/cn-2021-clean.yaml"
SIZE, PITCH = 16.0, 28.0
LEFT, TOP, RIGHT, BOTTOM = 78.0, 74.0, 526.0, 760.0
ROW = 24.0
APPLICANTS = ["自然人", "商业\n企业", "科研\n机构", "社会\n公益\n组织", "法律\n服务\n机构", "其他"]
OUTCOMES = ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总 计"]


def form_table(name: str) -> dict[str, Any]:
    form = yaml.safe_load((ROOT / "rules/forms/cn-2021.yaml").read_text("utf-8"))
    return next(table for table in form["tables"] if table["id"] == name)


class ReportPaper(Paper):
    """Pages of running text with page numbers; tables go on over them."""

    def __init__(self, head: str = "", cut_open: bool = True, repeat_head: bool = False) -> None:
        super().__init__()
        self.head = head
        self.cut_open = cut_open
        self.repeat_head = repeat_head
        self.y = TOP
        self._furniture()

    def _furniture(self) -> None:
        self.text(280, 790, f"— {self.pages} —", 12)
        if self.head:
            self.text(200, 40, self.head, 9)

    def turn(self) -> None:
        self.next_page()
        self.y = TOP
        self._furniture()

    def room(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self.turn()

    def centred(self, words: str, size: float = 22) -> None:
        self.room(size * 1.6)
        self.text((self.width - self.width_of(words, size)) / 2, self.y, words, size)
        self.y += size * 1.6

    def paragraph(self, words: str) -> None:
        """Set ``words`` with an indent of two characters, broken where the line is full."""
        line, x = "", LEFT + 2 * SIZE
        for character in [*words, ""]:
            width = self.width_of(line + character, SIZE)
            # A mark may hang over the edge rather than begin a line.
            if not character or (x + width > RIGHT and character not in "，。；：、）"):
                self.room(PITCH)
                self.text(x, self.y, line, SIZE)
                self.y += PITCH
                line, x = "", LEFT
            line += character

    def long_table(self, widths: list[float], heights: list[float], cells: list[Cell],
                   head: int) -> None:
        """Draw a table that goes on over as many pages as it needs."""
        start = 0
        while start < len(heights):
            again = head if start and self.repeat_head else 0
            used, end = sum(heights[:again]), start
            while end < len(heights) and self.y + used + heights[end] <= BOTTOM:
                used += heights[end]
                end += 1
            if end == start:
                self.turn()
                continue
            shown = [c for c in cells if c.row < again]
            shown += list(self._part(cells, start, end, again))
            self.y = self.table(LEFT, self.y, widths, heights[:again] + heights[start:end], shown)
            start = end
        self.y += 10

    def _part(self, cells: list[Cell], start: int, end: int, again: int) -> Iterator[Cell]:
        for cell in cells:
            first, last = max(cell.row, start), min(cell.row + cell.rows, end)
            if first >= last:
                continue
            above, below = cell.row < start, cell.row + cell.rows > end
            text = cell.text
            if cell.down and (above or below):
                cut = ((start if above else end) - cell.row) * len(text) // cell.rows
                text = text[cut:] if above else text[:cut]
            elif above:
                text = ""
            yield Cell(first - start + again, cell.column, text, last - first, cell.columns,
                       cell.down, above and self.cut_open, below and self.cut_open)


def disclosure(values: dict[str, list[Any]]) -> tuple[list[float], list[float], list[Cell]]:
    cells: list[Cell] = []
    row = 0
    for block in form_table("主动公开")["blocks"]:
        columns = block["columns"]
        wide = 3 // len(columns)
        cells.append(Cell(row, 0, block["heading"], 1, 4))
        cells.append(Cell(row + 1, 0, "信息内容"))
        cells += [Cell(row + 1, 1 + i * wide, c.get("label", c["id"]), 1, wide)
                  for i, c in enumerate(columns)]
        for number, entry in enumerate(block["rows"], row + 2):
            cells.append(Cell(number, 0, entry["id"]))
            cells += [Cell(number, 1 + i * wide, str(value), 1, wide)
                      for i, value in enumerate(values[entry["id"]])]
        row += 2 + len(block["rows"])
    return [148.0, 100.0, 100.0, 100.0], [ROW] * row, cells


def applications(values: dict[str, list[Any]]) -> tuple[list[float], list[float], list[Cell]]:
    (block,) = form_table("申请")["blocks"]
    remark = "（本列数据的勾稽关系为：第一项加第二项\n之和，等于第三项加第四项之和）"
    cells = [Cell(0, 0, remark, 3, 3),
             Cell(0, 3, "申请人情况", 1, 7), Cell(1, 3, "自然人", 2),
             Cell(1, 4, "法人或其他组织", 1, 5), Cell(1, 9, "总计", 2)]
    cells += [Cell(2, 4 + i, name) for i, name in enumerate(APPLICANTS[1:])]
    row = 3
    for entry in block["rows"]:
        if not entry.get("rows"):
            cells.append(Cell(row, 0, entry["label"], 1, 3))
            cells += figures(row, values[entry["id"]])
            row += 1
            continue
        first = row
        for group in entry["rows"]:
            leaves = group.get("rows", [])
            if leaves:
                cells.append(Cell(row, 1, _broken(group["label"], 5), len(leaves)))
            for leaf in leaves or [group]:
                at, over = (2, 1) if leaves else (1, 2)
                cells.append(Cell(row, at, _broken(leaf["label"], 13), 1, over))
                cells += figures(row, values[leaf["id"]])
                row += 1
        cells.append(Cell(first, 0, entry["label"], row - first, down=True))
    heights = [ROW] * row
    for cell in cells:
        if cell.rows == 1:
            heights[cell.row] = max(heights[cell.row], 13.0 * (1 + cell.text.count("\n")))
    return [26.0, 62.0, 140.0, *[31.0] * 6, 34.0], heights, cells


def _broken(label: str, length: int) -> str:
    return "\n".join(label[at:at + length] for at in range(0, len(label), length))


def figures(row: int, values: list[Any]) -> list[Cell]:
    return [Cell(row, 3 + number, str(value)) for number, value in enumerate(values)]


def outcomes(values: dict[str, list[Any]]) -> tuple[list[float], list[float], list[Cell]]:
    cells = [Cell(0, 0, "行政复议", 1, 5), Cell(0, 5, "行政诉讼", 1, 10),
             Cell(1, 5, "未经复议直接起诉", 1, 5), Cell(1, 10, "复议后起诉", 1, 5)]
    cells += [Cell(1, i, name, 2) for i, name in enumerate(OUTCOMES)]
    cells += [Cell(2, 5 + i, name) for i, name in enumerate(OUTCOMES * 2)]
    every = values["行政复议"] + values["直接起诉"] + values["复议后起诉"]
    cells += [Cell(3, i, str(value)) for i, value in enumerate(every)]
    return [29.8] * 15, [ROW, ROW, 40.0, ROW], cells


def whole_report(**style: Any) -> bytes:
    """The sample, set as a report."""
    report = yaml.safe_load(SAMPLE.read_text("utf-8"))
    paper = ReportPaper(**style)
    paper.centred(report["title"], 20)
    for text in report["preamble"].splitlines():
        paper.paragraph(text)
    tables = {"二": ("主动公开", disclosure, 0), "三": ("申请", applications, 3),
              "四": ("复议诉讼", outcomes, 3)}
    for section in report["sections"]:
        paper.paragraph(section["heading"])
        for text in section.get("text", "").splitlines():
            paper.paragraph(text)
        if section["heading"][0] in tables:
            name, drawn, head = tables[section["heading"][0]]
            paper.long_table(*drawn(report["tables"][name]), head)
    paper.y += 2 * PITCH
    paper.room(2 * PITCH)
    paper.text(380, paper.y, report["body"], SIZE)
    paper.text(390, paper.y + PITCH, "2025年3月10日", SIZE)
    return paper.data()
