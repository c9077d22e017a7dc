"""Read the tables of a web page with their row and column spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.model.document import Grid, GridCell
from compliance.model.location import Location
from compliance.pattern import lazy_pattern
from compliance.read.html_rows import Row, Rows, rows_of
from compliance.read.html_text import (
    BLOCKS,
    GONE,
    SEEN,
    STRUCK,
    clean,
    is_raised,
    line_of,
    raised,
    sight,
    unwrapped,
)
from compliance.read.limits import MAX_COLUMNS, MAX_SPAN
from compliance.read.wrapping import join_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

IMAGE = "[图片]"
"""Stands for an image in a cell without text, which is not a blank cell."""
_LONG = 160
_CELL_TAGS = frozenset(("td", "th"))
_FIELDS = frozenset((None, "", "text", "number", "tel"))
_LEADING_NUMBER = lazy_pattern(r"[ \t\n\f\r]*\+?([0-9]+)")


def read_table(table: _Element, path: str) -> tuple[Grid, Rows] | None:
    """A table as a grid; ``None`` when it only lays out the page.

    Tables that hold tables, one column or paragraphs lay out the page: what
    stands in them is read as if there were no table.
    """
    if _holds_tables(table):
        return None
    rows = rows_of(table, path)
    grid = place(rows.rows)
    return (made, rows) if (made := as_grid(grid, line_of(table), path)) else None


def as_grid(grid: list[list[GridCell]], start: int | None, path: str) -> Grid | None:
    """Placed cells as a grid, unless they only lay out the page."""
    cells = [cell for row in grid for cell in row]
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    if width < 2 or len(cells) < 2 or _is_layout(cells):
        return None
    last = max((cell.location.line or 0 for cell in cells if cell.location), default=0)
    return Grid(grid, Location(start, None, max(last, start or 0) or None, None, None, path))


def _holds_tables(table: _Element) -> bool:
    """True when a cell holds a table of its own; a frame around one text is none."""
    for inner in table.iterdescendants("table"):
        above = inner.getparent()
        while above is not None and above is not table and above.tag not in _CELL_TAGS:
            above = above.getparent()
        if above is None or above is table:
            continue  # The table before was not closed.
        cells = inner.iterdescendants("td", "th")
        if next(cells, None) is not None and next(cells, None) is not None:
            return True
    return False


def place(rows: list[Row]) -> list[list[GridCell]]:
    """The cells of each row at their place in the expanded grid."""
    ends: dict[int, int] = {row.section: index + 1 for index, row in enumerate(rows)}
    taken: dict[int, int] = {}  # column -> the row in which the cell above ends
    grid: list[list[GridCell]] = []
    for index, row in enumerate(rows):
        taken = {column: end for column, end in taken.items() if end > index}
        shown = row.element is None or sight(row.element) == SEEN
        grid.append(_place_row(row, index, ends[row.section], taken, shown))
    return grid


def _place_row(
    row: Row, index: int, end: int, taken: dict[int, int], shown: bool
) -> list[GridCell]:
    placed: list[GridCell] = []
    below: dict[int, int] = {}
    column = 0
    for element, path in row.cells:
        looks = sight(element)
        if looks == GONE:
            continue
        while column in taken:
            column += 1
        if column >= MAX_COLUMNS:
            break
        row_span = _span(element.get("rowspan"), end - index, end - index)
        column_span = _span(element.get("colspan"), 1, MAX_SPAN)
        text = cell_text(element) if shown and looks == SEEN else ""
        start = Location(line_of(element), None, None, None, None, path)
        placed.append(GridCell(text, index, column, row_span, column_span, start))
        if row_span > 1:
            below.update(dict.fromkeys(range(column, column + column_span), index + row_span))
        column += column_span
    for covered, until in below.items():
        taken[covered] = max(taken.get(covered, 0), until)
    return placed


def _span(written: str | None, of_zero: int, most: int) -> int:
    """A span as browsers read it: the number that the attribute begins with."""
    if written is None:
        return 1
    number = _LEADING_NUMBER.match(written)
    if number is None:
        return 1
    span = int(number[1][:7])
    return max(1, min(span, most)) if span else max(1, of_zero)


def cell_text(cell: _Element) -> str:
    """The text of a cell; the lines it is broken into are put together."""
    holder = _holder(cell)
    if holder is not None and holder.tag != "img":
        return clean(unwrapped(holder.text or ""))
    lines: list[list[str]] = [[]]
    _gather_text(cell, lines)
    return join_lines([clean("".join(line)) for line in lines]) \
        or _struck(cell) or _stand_in(cell)


def _holder(cell: _Element) -> _Element | None:
    """What holds all the text of a cell, however wrapped; ``None`` where there are several."""
    element = cell
    while inner := len(element):
        text = element.text
        if inner > 1 or (text and not text.isspace()):
            return None
        element = element[0]
        tail = element.tail
        if (tail and not tail.isspace()) or sight(element) != SEEN:
            return None
    return element


def _gather_text(element: _Element, lines: list[list[str]]) -> None:
    if element.text:
        lines[-1].append(unwrapped(element.text))
    for child in element:
        mark = raised(child, lines[-1]) if is_raised(child) else None
        if mark is not None:
            lines[-1].append(mark)
        elif sight(child) == SEEN:
            if child.tag in BLOCKS:
                lines.append([])
                _gather_text(child, lines)
                lines.append([])
            else:
                _gather_text(child, lines)
        if child.tail:
            lines[-1].append(unwrapped(child.tail))


def _struck(cell: _Element) -> str:
    """What is struck out in a cell that holds nothing else: nothing took its place."""
    return clean("".join(piece for struck in cell.iter(*STRUCK)
                         for piece in map(str, struck.itertext())))


def _stand_in(cell: _Element) -> str:
    """What a cell without text shows: the content of a field, or that there is an image."""
    fields = [_content(field) for field in cell.iter("input", "textarea")]
    if fields:
        return " ".join(text for text in fields if text)
    return IMAGE if any(not _is_spacer(image) for image in cell.iter("img")) else ""


def _content(field: _Element) -> str:
    if field.tag == "textarea":
        return clean(field.text or "")
    return clean(field.get("value") or "") if field.get("type") in _FIELDS else ""


def _is_spacer(image: _Element) -> bool:
    return any((image.get(side) or "").strip("px ") in ("0", "1", "2")
               for side in ("width", "height"))


def _is_layout(cells: list[GridCell]) -> bool:
    written = [cell.text for cell in cells if cell.text and cell.text != IMAGE]
    long = sum(len(text) > _LONG for text in written)
    figures = sum(text[0].isdigit() for text in written)
    return len(written) < 2 or (long > 0 and figures < 6)
