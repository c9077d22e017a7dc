"""One sheet of a workbook: what its cells show, and which of them can be seen."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from compliance.errors import Problem
from compliance.messages import say
from compliance.read.limits import MAX_SHEET_CELLS
from compliance.record import field, record


@record
class Sheet:
    """A sheet as it is stored. Rows and columns count from 0."""

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    """What cells show, by row and column, with ``\\n`` between the lines of a cell;
    blank cells that have a format of their own are ``""``."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row and last column of merged ranges."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@record
class SheetCell:
    """A cell that can be seen, at the first row and column that show it."""

    text: str
    row: int
    column: int
    last_column: int
    rows: int = 1
    columns: int = 1


@record
class Seen:
    """The cells of a sheet that can be seen."""

    sheet: Sheet
    cells: dict[int, dict[int, SheetCell]] = field(default_factory=dict)
    """By row and column, a merged range once, where it begins."""
    covered: set[tuple[int, int]] = field(default_factory=set)
    """Rows and columns that lie in merged ranges."""
    occupied: list[int] = field(default_factory=list)
    """Rows in which something is written, or a written cell reaches down into."""

    def columns(self, first: int, last: int) -> list[int]:
        """The columns from ``first`` to ``last`` that are not hidden."""
        return [c for c in range(first, last + 1) if c not in self.sheet.hidden_columns]

    def adjoin(self, row: int, below: int) -> bool:
        """Whether no row can be seen between two rows."""
        return all(between in self.sheet.hidden_rows for between in range(row + 1, below))


def seen(sheet: Sheet, file: str) -> Seen:
    """What of a sheet can be seen: nothing hidden, nothing beneath a merged cell.

    Raises:
        Problem: the merged ranges cover more than ``MAX_SHEET_CELLS`` cells.
    """
    found = Seen(sheet)
    written = {row: cells for row, cells in sheet.rows.items() if any(cells.values())}
    if not written:
        return found
    last = max(column for cells in written.values() for column, text in cells.items() if text)
    occupied = _merge(found, max(written), last, file)
    for row, cells in written.items():
        if row in sheet.hidden_rows:
            continue
        here = found.cells.setdefault(row, {})
        for column, text in cells.items():
            if column not in sheet.hidden_columns and (row, column) not in found.covered:
                here[column] = SheetCell(text, row, column, column)
                if text:
                    occupied.add(row)
    found.occupied = sorted(occupied)
    return found


def _merge(found: Seen, last_row: int, last_column: int, file: str) -> set[int]:
    """Place the merged cells; the rows that written ones reach."""
    sheet, area, reached = found.sheet, 0, set()
    for top, left, bottom, right in sheet.merged:
        bottom, right = min(bottom, last_row), min(right, last_column)
        area += max(0, bottom - top + 1) * max(0, right - left + 1)
        if area > MAX_SHEET_CELLS:
            raise Problem(say("read.sheet_too_large", sheet=sheet.name), file)
        rows = [row for row in range(top, bottom + 1) if row not in sheet.hidden_rows]
        columns = found.columns(left, right)
        if not rows or not columns:
            continue
        text = sheet.rows.get(top, {}).get(left, "")
        found.covered.update(product(rows, columns))
        found.cells.setdefault(rows[0], {})[columns[0]] = SheetCell(
            text, rows[0], columns[0], columns[-1], len(rows), len(columns))
        if text:
            reached.update(rows)
    return reached


def cell_name(row: int, column: int) -> str:
    """``C5`` for row 4 and column 2."""
    return f"{letters(column)}{row + 1}"


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """``C`` for column 2."""
    written, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        written = chr(65 + rest) + written
    return written


def clean_lines(text: str) -> str:
    """The lines of a cell without blank ones, each run of blanks as one space."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
