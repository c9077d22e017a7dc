"""The lines and tables that stand on a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Grid, GridCell, Line
from compliance.model.location import Location
from compliance.pattern import lazy_pattern
from compliance.read.limits import MAX_COLUMNS, MAX_SHEET_CELLS
from compliance.read.sheet import Seen, SheetCell, cell_name, letters
from compliance.read.wrapping import join_lines
from compliance.record import record

_GAP = 3
"""Blank columns that part two tables beside each other, whatever stands in them."""
_LONG = 160
_LONGEST_LABEL = 40
_HEADING = lazy_pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+(?:部分|章|节)|"
    r"[（(][一二三四五六七八九十]{1,3}[)）]).*(?:情况|事项|概述|问题|措施|说明)|"
    r"附?表\s*[一二三四五六七八九十\d].*")
_DATE = lazy_pattern(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_ENDS = "。！？"
_SENTENCE = lazy_pattern(r"[。；！？：:]")


def sheet_blocks(found: Seen, file: str) -> Iterator[Line | Grid]:
    """The lines and grids of a sheet from top to bottom.

    Rows that adjoin each other and hold more than one text are a grid; rows of
    one text are lines, unless they belong to the grid around them. Blank rows,
    and blank columns before a column of labels, part two tables.

    Raises:
        Problem: a table is larger than ``MAX_COLUMNS`` or ``MAX_SHEET_CELLS``.
    """
    for band in _bands(found):
        for part in _beside(found, band):
            kinds = dict(zip(part.rows, part.table_rows(), strict=True))
            for is_table, rows in groupby(part.rows, key=kinds.__getitem__):
                if is_table:
                    yield from _table(part, list(rows), file)
                else:
                    for row in rows:
                        yield from _lines(part, row)


@record
class _Part:
    """Rows that adjoin each other, and columns of them that hang together."""

    found: Seen
    rows: list[int]
    columns: list[int]
    held: dict[int, list[SheetCell]]
    """For each row, the written cells that begin in it or reach into it."""

    def table_rows(self) -> list[bool]:
        """For each row, whether it is a row of a table."""
        several = [at for at, row in enumerate(self.rows) if len(self.held[row]) > 1]
        kinds: list[bool] = []
        for at, row in enumerate(self.rows):
            cell = self.held[row][0]
            if len(self.held[row]) > 1:
                kinds.append(True)
            elif cell.row != row or (several and at > several[-1] and not kinds[-1]):
                kinds.append(kinds[-1])  # Below a table text goes on as text.
            else:
                kinds.append(bool(several) and several[0] < at
                             and self._belongs(cell, at < several[-1]))
        return kinds

    def _belongs(self, cell: SheetCell, goes_on: bool) -> bool:
        """Whether the only text of a row below a table is a row of that table."""
        text = cell.text
        if len(text) > _LONG or text[-1] in _ENDS or _HEADING.fullmatch(text) \
                or _DATE.fullmatch(text):
            return False
        if cell.column <= self.columns[0] and cell.last_column >= self.columns[-1]:
            return goes_on and len(text) <= _LONGEST_LABEL
        blanks = any(other.column in self.columns and other is not cell
                     for other in self.found.cells[cell.row].values())
        if blanks or cell.columns > 1:
            return True
        return cell.column == self.columns[0] and len(text) <= _LONGEST_LABEL \
            and not _SENTENCE.search(text)


def _bands(found: Seen) -> Iterator[list[int]]:
    """Stretches of rows without a blank row between them."""
    band: list[int] = []
    for row in found.occupied:
        if band and not found.adjoin(band[-1], row):
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def _beside(found: Seen, band: list[int]) -> Iterator[_Part]:
    """The tables that stand beside each other, from left to right."""
    written = [cell for row in band for cell in found.cells.get(row, {}).values() if cell.text]
    taken = sorted({cell.column for cell in written}.union(
        *(found.columns(cell.column, cell.last_column) for cell in written if cell.columns > 1)))
    start = 0
    for at, (left, right) in enumerate(pairwise(taken), 1):
        gap = _gap(found, left, right)
        if gap >= _GAP or (gap and _parts(written, left, right)):
            yield from _with_rows(found, band, taken[start:at])
            start = at
    if taken:
        yield from _with_rows(found, band, taken[start:])


def _gap(found: Seen, left: int, right: int) -> int:
    """How many columns can be seen between two, ``_GAP`` at most."""
    between = (c for c in range(left + 1, right) if c not in found.sheet.hidden_columns)
    return sum(1 for _ in islice(between, _GAP))


def _parts(written: Sequence[SheetCell], left: int, right: int) -> bool:
    """Whether labels stand right of a blank column, and figures left of it."""
    labels = [cell for cell in written if cell.column == right]
    words = [cell for cell in labels if not cell.text[0].isdigit()]
    figures = sum(cell.text[0].isdigit() for cell in written if 0 < cell.column <= left)
    beyond = any(cell.column > right for cell in written)
    return beyond and figures > 1 and len(words) > 1 and 2 * len(words) > len(labels)


def _with_rows(found: Seen, band: list[int], taken: list[int]) -> Iterator[_Part]:
    """The part of a band in some columns, parted again where it has blank rows."""
    columns, inside = found.columns(taken[0], taken[-1]), set(taken)
    held: dict[int, list[SheetCell]] = {row: [] for row in band}
    for at, row in enumerate(band):
        for column, cell in sorted(found.cells.get(row, {}).items()):
            if cell.text and column in inside:
                held[row].append(cell)
                if cell.rows > 1:
                    for below in band[at + 1:at + cell.rows]:
                        held[below].append(cell)
    for filled, rows in groupby(band, key=lambda row: bool(held[row])):
        if filled:
            yield _Part(found, list(rows), columns, held)


def _table(part: _Part, rows: list[int], file: str) -> Iterator[Line | Grid]:
    """A grid; lines, where the rows hold one column or running text."""
    cells = [cell for row in rows for cell in part.held[row]]
    first, last = min(c.column for c in cells), max(c.last_column for c in cells)
    columns = [column for column in part.columns if first <= column <= last]
    if len(columns) > MAX_COLUMNS or len(columns) * len(rows) > MAX_SHEET_CELLS:
        raise Problem(say("read.sheet_too_large", sheet=part.found.sheet.name), file,
                      _place(part, rows[0], first))
    figures = sum(cell.text[0].isdigit() for cell in cells)
    if len(columns) < 2 or (figures < 6 and any(len(cell.text) > _LONG for cell in cells)):
        for row in rows:
            yield from _lines(part, row)
        return
    name = f"{part.found.sheet.name}!"
    named = [(column, name + letters(column)) for column in columns]
    yield Grid([_grid_row(part.found, row, at, len(rows) - at, named)
                for at, row in enumerate(rows)],
               Location(path=f"{name}{cell_name(rows[0], columns[0])}:"
                             f"{cell_name(rows[-1], columns[-1])}"))


def _grid_row(
    found: Seen, row: int, at: int, rows_left: int, columns: list[tuple[int, str]]
) -> list[GridCell]:
    """The cells of a row; each of ``columns`` with its name on the sheet: ``表1!C``."""
    here, made = found.cells.get(row, {}), []
    number, most = str(row + 1), len(columns)
    for position, (column, name) in enumerate(columns):
        cell = here.get(column)
        if cell is not None:
            text, down, across = cell.text, cell.rows, cell.columns
            if "\n" in text:
                text = join_lines(text.split("\n"))
            if down > rows_left or across > most - position:
                down, across = min(down, rows_left), min(across, most - position)
        elif (row, column) not in found.covered:
            text, down, across = "", 1, 1
        else:
            continue
        place = Location(None, None, None, None, None, name + number)
        made.append(GridCell(text, at, position, down, across, place))
    return made


def _lines(part: _Part, row: int) -> Iterator[Line]:
    for cell in part.held[row]:
        if cell.row == row:
            for text in cell.text.split("\n"):
                if text.strip():
                    yield Line(text.strip(), _place(part, row, cell.column))


def _place(part: _Part, row: int, column: int) -> Location:
    return Location(path=f"{part.found.sheet.name}!{cell_name(row, column)}")
