"""A document as one stream of printed rows, whatever its tables were flattened to.

A row of a grid, a line with tabs or bars, and a label followed by one value
per line all become a :class:`PrintedRow`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.location import Location
from compliance.pattern import lazy_pattern
from compliance.recognise.labels import normal, simplified, spellings
from compliance.record import field, record, replace

NOT_APPLICABLE = frozenset({"/", "-", "—", "--", "——", "不适用", "\\", "–", "－", "―"})
UNITS = frozenset((
    "件", "条", "次", "人次", "万元", "元", "份", "篇", "个", "人", "项", "期", "场", "场次",
    "万条", "册", "宗",
))
NOTHING = frozenset({"无", "没有", "未发生"})
"""Words that say of a count that there is none: ``无`` in a cell is 0."""
LONGEST_LABEL = 60
SERIAL = frozenset({"序号", "行次", "编号", "顺序号"})
"""What stands above a column that numbers the rows."""
_VALUE = lazy_pattern(
    r"[-+−]{0,2}(?:\d{1,3}(?: \d{3})+|\d[\d,，]*)(?:\.\d+)?\s*"
    r"(?:件|条|次|人次|万元|元|份|篇|个|人|项|期|场次?|宗)?"
)
_LONGEST_NUMBER_OF_ROW = 3
_NUMBER_OF_ROW = lazy_pattern(r"\d+")
_NUMBERING = lazy_pattern(r"[(（]?\d{1,3}[)）.、．]?")
_WORD = lazy_pattern(r"[^\W\d_]")
_HEADING = lazy_pattern(r"[#\s]*[一二三四五六七八九十]{1,3}\s*[、.．]|第[一二三四五六七八九十]部分")
_RULE = lazy_pattern(r"^[\s|:\-—=+]*-{3,}[\s|:\-—=+]*$")


@record
class PrintedRow:
    """Labels and the values that follow them."""

    labels: list[str] = field(default_factory=list)
    """Leading cells that are words, in printed order."""
    cells: list[GridCell] = field(default_factory=list)
    """Cells after the labels."""
    every: list[GridCell] = field(default_factory=list)
    """All cells, for rows of a grid."""
    before: int = 0
    """How many cells stand before the labels: blank corners, and the number of the row."""
    grid: int = -1
    """Which grid the row stands in; -1 for running lines."""
    flat: bool = False
    """True when each cell had a line of its own: a blank cell leaves no trace."""
    prose: bool = False
    """True for a line too long to be a label."""
    unit: str = ""
    blocks: list[int] = field(default_factory=list)
    """Indexes of the blocks of the document that the row was made of."""
    location: Location | None = None
    has_values: bool = False
    """Whether any cell holds a value; told, as what follows, when all rows are known."""
    own_labels: tuple[str, ...] = ()
    """The labels of a row that is no prose, without the units and remarks at their end."""
    spellings: tuple[tuple[str, str], ...] = ()
    """What the last of its own labels may say."""

    @property
    def label(self) -> str:
        """The label nearest to the values."""
        return self.labels[-1] if self.labels else ""


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """Whether a cell's text is a number or says that none applies."""
    words = simplified(text).strip()
    return words in NOT_APPLICABLE or text.strip() in NOT_APPLICABLE or bool(
        _VALUE.fullmatch(words)
    )


@lru_cache(maxsize=8192)
def _is_broken_value(text: str) -> bool:
    """Whether a cell holds figures and no words, and yet no number: ``35[1]``."""
    words = simplified(text).strip()
    return (any(map(str.isdigit, words)) and not _WORD.search(words)
            and not _NUMBERING.fullmatch(words))


def line_cell(text: str, location: Location | None) -> GridCell:
    """A cell of a line: it stands in no column of a grid."""
    return GridCell(text, 0, -1, 1, 1, location)


def printed_rows(document: Document) -> list[PrintedRow]:
    """The rows of a document in reading order."""
    rows: list[PrintedRow] = []
    serial = _Serial()
    for index, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            rows.extend(_grid_rows(block, index))
        elif block.text.strip():
            _add_line(rows, block, index)
            serial.take(rows)
    for row in rows:
        row.has_values = any(is_value(cell.text) or cell.text in NOTHING for cell in row.cells)
        if row.labels and not row.prose:
            row.own_labels = _without_units(row.labels)
            row.spellings = spellings(row.own_labels)
    return rows


def _without_units(labels: list[str]) -> tuple[str, ...]:
    end = len(labels)
    while end > 1 and (labels[end - 1] in UNITS or not normal(labels[end - 1])):
        end -= 1
    return tuple(labels[:end])


@record
class _Serial:
    """The numbers of rows that have lines of their own: each stands before its label."""

    expected: int = 0
    """Number of the next row; 0 where rows have none."""
    row: PrintedRow | None = None
    """The row that was last when last looked at."""

    def take(self, rows: list[PrintedRow]) -> None:
        """Take the number before the last row from the values of the row above."""
        last = rows[-1] if rows else None
        if last is None or last is self.row:
            return
        above, self.row = self.row, last
        if last.prose or not last.flat:
            self.expected = 0
        elif normal(last.label) in SERIAL and not last.cells:
            self.expected = 1
        elif (self.expected and above is not None and above.cells
              and above.cells[-1].text == str(self.expected)):
            above.cells.pop()
            self.expected += 1


def _grid_rows(grid: Grid, index: int) -> list[PrintedRow]:
    found = []
    for cells in grid.rows:
        printed = [cell if cell.location is not None and cell.text == cell.text.strip()
                   else replace(cell, text=cell.text.strip(),
                                location=cell.location or grid.location)
                   for cell in cells]
        if printed:
            row = _split(printed, index, grid.location)
            row.grid, row.every = index, printed
            found.append(row)
    return found


def _split(cells: list[GridCell], block: int, location: Location | None) -> PrintedRow:
    """Cells as labels and values: words up to the first value or blank are labels."""
    start = before = _before_labels(cells)
    if before < len(cells) and cells[before].text in NOTHING and all(
            not cell.text or is_value(cell.text) or cell.text in NOTHING
            for cell in cells[before + 1:]):
        return PrintedRow([], cells[before:], before=before, blocks=[block],
                          location=cells[before].location or location)
    while start < len(cells) and cells[start].text and not is_value(cells[start].text) and not (
            start > before and (cells[start].text in NOTHING
                                or _is_broken_value(cells[start].text))):
        start += 1
    return PrintedRow(
        [cell.text for cell in cells[before:start]], cells[start:], before=before, blocks=[block],
        location=(cells[before].location if before < len(cells) else None) or location,
    )


def _before_labels(cells: Sequence[GridCell]) -> int:
    """How many cells before the first label hold no value.

    A blank corner (a merged cell that lost its words) is none, nor is the number of the row.
    """
    first = next((i for i, cell in enumerate(cells) if cell.text), len(cells))
    if first + 1 < len(cells) and len(cells[first].text) <= _LONGEST_NUMBER_OF_ROW \
            and _NUMBER_OF_ROW.fullmatch(simplified(cells[first].text)):
        label = next((cell.text for cell in cells[first + 1:] if cell.text), "")
        if label and not is_value(label) and label not in UNITS | NOTHING \
                and _WORD.search(label):
            return next(i for i in range(first + 1, len(cells)) if cells[i].text)
    return first if 0 < first < len(cells) and not is_value(cells[first].text) else 0


def _add_line(rows: list[PrintedRow], line: Line, index: int) -> None:
    text = line.text.strip(" \u3000\u00a0\n\r")
    if _RULE.match(text) and text not in NOT_APPLICABLE:
        return
    separator = "\t" if "\t" in text.strip("\t") else "|" if text.count("|") > 1 else ""
    if separator:
        _add_split_line(rows, text, separator, line, index)
        return
    text = text.strip("|\t ")
    if not text:
        return
    last = rows[-1] if rows and rows[-1].flat and not rows[-1].prose else None
    if is_value(text):
        cell = line_cell(text, line.location)
        if last is None:
            rows.append(PrintedRow([], [cell], flat=True, blocks=[index], location=line.location))
        else:
            last.cells.append(cell)
            last.blocks.append(index)
        return
    if text in NOTHING and last is not None and not _HEADING.match(last.label):
        last.cells.append(line_cell(text, line.location))
        last.blocks.append(index)
        return
    if last is not None and text in UNITS and not last.cells:
        last.unit = text
        last.blocks.append(index)
        return
    words = text.split()
    values = 0
    while values < len(words) and (is_value(words[-1 - values]) or (
            words[-1 - values] in NOTHING and not _HEADING.match(text))):
        values += 1
    row = PrintedRow(flat=True, blocks=[index], location=line.location)
    if values and len(text) <= 120:
        row.cells = [line_cell(word, line.location) for word in words[-values:]]
        words = words[:-values]
        if len(words) > 1 and words[-1] in UNITS:
            row.unit = words.pop()
        text = " ".join(words)
    row.labels = [text]
    row.prose = len(normal(text)) > LONGEST_LABEL
    rows.append(row)


def _add_split_line(
    rows: list[PrintedRow], text: str, separator: str, line: Line, index: int
) -> None:
    if separator == "|":
        text = text.strip("|") if text.startswith("|") else text.rstrip().removesuffix("|")
    cells = [line_cell(part.strip(" |\u3000\u00a0"), line.location)
             for part in text.split(separator)]
    if any(cell.text for cell in cells):
        rows.append(_split(cells, index, line.location))
