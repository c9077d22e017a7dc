"""Labels that stand turned in the cells of an upright table."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.read.pdf_lines import PrintedLine, close_up
from compliance.read.pdf_pages import Box
from compliance.read.pdf_tables import PageParts, RuledCell, RuledTable
from compliance.read.wrapping import join


def put_turned_labels(parts: Sequence[PageParts]) -> None:
    """Move lines that are printed in another direction into the empty cells around them.

    Parts of one page follow each other, the one with the tables first.
    """
    main: PageParts | None = None
    for part in parts:
        if main is None or part.page.number != main.page.number:
            main = part
            continue
        cells = [(_shown(cell, main), cell) for block in main.blocks
                 if isinstance(block, RuledTable) for cell in block.cells if not cell.text]
        kept: list[PrintedLine | RuledTable] = []
        for block in part.blocks:
            cell = _around(block, part, cells)
            if cell is None or isinstance(block, RuledTable):
                kept.append(block)
            else:
                cell.text = close_up(join([text for text in (cell.text, block.text) if text]))
        part.blocks = kept


def _shown(block: PrintedLine | RuledTable | RuledCell, part: PageParts) -> Box:
    """Where a block stands on the page as it is shown."""
    return part.page.location(block.box).box or block.box


def _around(block: PrintedLine | RuledTable, part: PageParts,
            cells: Sequence[tuple[Box, RuledCell]]) -> RuledCell | None:
    left, top, right, bottom = _shown(block, part)
    across, down = (left + right) / 2, (top + bottom) / 2
    return next((cell for box, cell in cells
                 if box[0] <= across <= box[2] and box[1] <= down <= box[3]), None)
