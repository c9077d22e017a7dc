"""Tables of plain text whose columns are set apart by two or more spaces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compliance.pattern import lazy_pattern
from compliance.read.wrapping import PrintedLine, display_width

Cells = list[tuple[str, int, int]]
"""Text, first column and column after the last of each cell of a row, from 1."""

_APART = lazy_pattern(r"(?:[ \u00a0]{2,}|\u3000)[ \u00a0\u3000]*")
_VALUE = lazy_pattern(r"[-+−]?\d[\d,，.]*%?|[/／—–-]{1,2}")
_LONGEST_CELL = 40


def is_value(text: str) -> bool:
    """Whether a cell holds a figure, or a sign in the place of one."""
    return _VALUE.fullmatch(text) is not None


def pieces(line: PrintedLine) -> Cells:
    """The pieces of a line that spaces set apart; one piece for running text."""
    found: Cells = []
    start = 0
    for gap in [*_APART.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        text = line.text[start:end]
        if len(text) > _LONGEST_CELL:
            return [(line.text, line.indent + 1, line.indent + 1 + len(line.text))]
        found.append((text, line.indent + start + 1, line.indent + end + 1))
        start = gap.end() if gap else end
    return found


def as_rows(lines: Sequence[PrintedLine]) -> list[Cells] | None:
    """Neighbouring lines as the rows of a table; ``None`` when they are none.

    A row with fewer pieces than the others has blank cells where it leaves
    columns free before its last piece. Where that cannot be told, as when the
    columns do not stand below each other, the lines are no table.
    """
    rows = [pieces(line) for line in lines]
    if len(rows) < 2 or any(len(row) < 2 for row in rows) \
            or not any(is_value(text) for row in rows for text, _, _ in row[1:]):
        return None
    most = max(map(len, rows))
    if all(len(row) == most for row in rows):
        return rows
    spans = [[_span(line, cell) for cell in row] for line, row in zip(lines, rows, strict=True)]
    bands = _bands([span for span, row in zip(spans, rows, strict=True) if len(row) == most])
    if any(right > left for (_, right), (left, _) in pairwise(bands)):
        return None
    placed = [_placed(row, span, bands) for row, span in zip(rows, spans, strict=True)]
    return [row for row in placed if row] if all(placed) else None


def _span(line: PrintedLine, cell: tuple[str, int, int]) -> tuple[int, int]:
    """The columns of a screen that a cell takes, where a Chinese character takes two."""
    before = line.text[:cell[1] - line.indent - 1]
    start = line.indent + display_width(before)
    return start, start + display_width(cell[0])


def _bands(full: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """For each column of the table, the columns of a screen that its cells take."""
    return [(min(start for start, _ in column), max(end for _, end in column))
            for column in zip(*full, strict=True)]


def _placed(
    row: Cells, spans: list[tuple[int, int]], bands: list[tuple[int, int]]
) -> Cells | None:
    """The cells of a row below their columns, blank ones between; ``None`` when in doubt."""
    made: Cells = [("", row[-1][2], row[-1][2])] * len(bands)
    used = -1
    for cell, (start, end) in zip(row, spans, strict=True):
        over = [at for at, (left, right) in enumerate(bands) if start < right and left < end]
        if len(over) != 1 or over[0] <= used:
            return None
        used = over[0]
        made[used] = cell
    return made if used == len(bands) - 1 else None
