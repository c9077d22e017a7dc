"""Put together a table that a page prints as two: its head, and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from compliance.model.document import Grid, GridCell, Line
from compliance.model.location import Location

_HIGHEST_HEAD = 6


def with_heads(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    """The blocks, with each head joined to the rows right below it.

    A head is a grid of words; the grid below it has the same number of
    columns and holds figures.
    """
    joined: list[Line | Grid] = []
    for block in blocks:
        head = joined[-1] if joined else None
        if isinstance(head, Grid) and isinstance(block, Grid) and _is_head(head, block):
            joined[-1] = _joined(head, block)
        else:
            joined.append(block)
    return joined


def _is_head(head: Grid, below: Grid) -> bool:
    return len(head.rows) <= _HIGHEST_HEAD and _width(head) == _width(below) \
        and not _has_figures(head) and _has_figures(below)


def _width(grid: Grid) -> int:
    return max((cell.column + cell.column_span for row in grid.rows for cell in row), default=0)


def _has_figures(grid: Grid) -> bool:
    """Whether a cell holds a number that is not a year."""
    return any(_is_figure(cell.text) for cell in chain.from_iterable(grid.rows))


def _is_figure(text: str) -> bool:
    plain = text.replace(",", "").replace(".", "", 1)
    return plain.isdigit() and not (len(text) == 4 and text.startswith(("19", "20")))


def _joined(head: Grid, below: Grid) -> Grid:
    down = len(head.rows)
    moved = [[GridCell(cell.text, cell.row + down, cell.column, cell.row_span, cell.column_span,
                       cell.location) for cell in row] for row in below.rows]
    start, end = head.location, below.location
    return Grid([*head.rows, *moved],
                Location(start.line, start.column, end.end_line, end.end_column, start.page,
                         start.path))
