"""Put the cells of a Word table into a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.model.document import Grid, GridCell, Line
from compliance.model.location import Location
from compliance.read.docx_names import CELL, VALUE, W, is_on, number, parts_of
from compliance.read.limits import MAX_COLUMNS, MAX_SPAN
from compliance.read.printed_table import lays_out
from compliance.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_SPAN, _ACROSS, _DOWN = f"{W}gridSpan", f"{W}hMerge", f"{W}vMerge"
_DELETED, _TRACKED = f"{W}cellDel", f"{W}cellMerge"


@record
class _Cell:
    """A cell as it stands in its row, with those merged to its right."""

    element: _Element
    path: str
    span: int
    down: str
    """``restart`` for the upper part of a merged cell, ``continue`` for a lower one."""


class TableGrid:
    """The rows of a table, its merged cells held once where they begin."""

    def __init__(self) -> None:
        self.rows: list[list[GridCell]] = []
        self._above: dict[int, GridCell] = {}  # column -> merged cell that reaches the last row

    def add_row(self, row: _Element, path: str) -> list[tuple[GridCell, _Element]]:
        """Add a row; the cells that begin in it, each with what stands in it.

        What stands in the lower and right parts of merged cells is not seen.
        """
        properties = row.find(_ROW_PROPERTIES)
        before = properties.find(f"{W}gridBefore") if properties is not None else None
        column = min(number(before) or 0, MAX_SPAN)
        begun: list[tuple[GridCell, _Element]] = []
        reaching: dict[int, GridCell] = {}
        for cell in _cells(row, path):
            if column >= MAX_COLUMNS:
                break
            merged = self._above.get(column) if cell.down == "continue" else None
            if merged is not None and merged.column_span == cell.span:
                merged.row_span += 1
            else:
                merged = GridCell("", len(self.rows), column, 1, cell.span,
                                  Location(path=cell.path))
                begun.append((merged, cell.element))
            if cell.down:
                reaching[column] = merged
            column += cell.span
        self.rows.append([cell for cell, _ in begun])
        self._above = reaching
        return begun

    def arranges(self, contents: list[Line | Grid]) -> bool:
        """Whether the table only lays out the page; ``contents`` are those of all cells.

        That is so for tables of one column, of long texts, and those that hold tables.
        """
        cells = [cell for row in self.rows for cell in row]
        return lays_out(cells) or any(isinstance(block, Grid) for block in contents)


def is_gone(row: _Element) -> bool:
    """Whether a row is deleted or hidden."""
    properties = row.find(_ROW_PROPERTIES)
    return properties is not None and (
        properties.find(f"{W}del") is not None or is_on(properties.find(f"{W}hidden")))


def _cells(row: _Element, path: str) -> list[_Cell]:
    found: list[_Cell] = []
    for place, element in enumerate(parts_of(row, (CELL,)), 1):
        said = _properties(element)
        if _DELETED in said:
            continue
        span = max(1, min(number(said.get(_SPAN)) or 1, MAX_SPAN))
        # Without a value a merge goes on with the cell before.
        down = said[_DOWN].get(VALUE) or "continue" if _DOWN in said else _tracked(said)
        if found and _ACROSS in said and said[_ACROSS].get(VALUE) != "restart":
            found[-1].span += span
        else:
            found.append(_Cell(element, f"{path}/tc[{place}]", span, down))
    return found


def _properties(cell: _Element) -> dict[str, _Element]:
    properties = next(cell.iterchildren(_CELL_PROPERTIES), None)
    return {child.tag: child for child in properties} if properties is not None else {}


def _tracked(said: dict[str, _Element]) -> str:
    """A merge that was made while changes were tracked."""
    down = said[_TRACKED].get(f"{W}vMerge") if _TRACKED in said else None
    return {"cont": "continue", "rest": "restart"}.get(down or "", "")
