"""Read the tables of a web page with their row and column spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from compliance.model.document import Grid, GridCell
from compliance.model.location import Location
from compliance.read.html_text import BLOCKS, clean, is_dropped, line_of
from compliance.read.limits import MAX_COLUMNS, MAX_SPAN
from compliance.read.wrapping import join

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONG = 160
_PARTS = ("thead", "tbody", "tfoot")


def read_table(table: _Element, path: str) -> Grid | None:
    """A table as a grid; ``None`` when it only lays out the page.

    Tables that hold tables, one column or paragraphs lay out the page: what
    stands in them is read as if there were no table.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return None
    grid = _place(_rows(table, path))
    cells = [cell for row in grid for cell in row]
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    if width < 2 or len(cells) < 2 or _is_layout(cells):
        return None
    last = max((cell.location.line or 0 for cell in cells if cell.location), default=0)
    start = line_of(table)
    return Grid(grid, Location(start, None, max(last, start or 0) or None, None, None, path))


def _rows(table: _Element, path: str) -> list[tuple[_Element, str]]:
    """The rows of a table, each with its path."""
    found = []
    for child, child_path in _numbered(table, path):
        if child.tag == "tr":
            found.append((child, child_path))
        elif child.tag in _PARTS and not is_dropped(child):
            found += [row for row in _numbered(child, child_path) if row[0].tag == "tr"]
    return [row for row in found if not is_dropped(row[0])]


def _numbered(parent: _Element, path: str) -> Iterator[tuple[_Element, str]]:
    """The children of an element, each with its path."""
    counts: dict[str, int] = {}
    for child in parent:
        if isinstance(child.tag, str):
            counts[child.tag] = counts.get(child.tag, 0) + 1
            yield child, f"{path}/{child.tag}[{counts[child.tag]}]"


def _place(rows: list[tuple[_Element, str]]) -> list[list[GridCell]]:
    """The cells of each row at their place in the expanded grid."""
    taken: dict[int, int] = {}  # column -> rows below that a cell above still covers
    grid: list[list[GridCell]] = []
    for index, (row, row_path) in enumerate(rows):
        placed: list[GridCell] = []
        column = 0
        below: dict[int, int] = {at: left - 1 for at, left in taken.items() if left > 1}
        for element, path in _numbered(row, row_path):
            if element.tag not in ("td", "th") or is_dropped(element):
                continue
            while column in taken:
                column += 1
            if column >= MAX_COLUMNS:
                break
            row_span = _span(element, "rowspan", len(rows) - index)
            column_span = _span(element, "colspan", MAX_SPAN)
            location = Location(line_of(element), path=path)
            placed.append(GridCell(cell_text(element), index, column, row_span, column_span,
                                   location))
            for covered in range(column, column + column_span):
                if row_span > 1:
                    below[covered] = max(below.get(covered, 0), row_span - 1)
            column += column_span
        grid.append(placed)
        taken = below
    return grid


def _span(element: _Element, name: str, most: int) -> int:
    written = (element.get(name) or "1").strip()
    if not (written.isascii() and written.isdigit()) or len(written) > 5:
        return 1
    span = int(written)
    # In HTML, a row span of 0 reaches to the end of the table.
    if span == 0:
        return max(1, min(most, MAX_SPAN)) if name == "rowspan" else 1
    return max(1, min(span, most, MAX_SPAN))


def cell_text(cell: _Element) -> str:
    """The text of a cell; the lines it is broken into are put together."""
    from lxml import etree

    lines: list[list[str]] = [[]]
    walker: Any = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walker:
        if element.tag in BLOCKS:
            lines.append([])
        if event == "end":
            if element is not cell:
                lines[-1].append(element.tail or "")
        elif element is not cell and is_dropped(element):
            walker.skip_subtree()
        else:
            lines[-1].append(element.text or "")
    return join([text for text in (clean("".join(line)) for line in lines) if text])


def _is_layout(cells: list[GridCell]) -> bool:
    written = [cell.text for cell in cells if cell.text]
    long = sum(len(text) > _LONG for text in written)
    figures = sum(text[0].isdigit() for text in written)
    return len(written) < 2 or (long > 0 and figures < 6)
