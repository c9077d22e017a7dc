"""What is common to the tables of all printed documents."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.document import GridCell

IMAGE = "[图片]"
"""Stands for an image in a cell without text, which is not a blank cell."""
_LONG = 160


def lays_out(cells: Sequence[GridCell]) -> bool:
    """Whether a table only arranges text on the page and holds no data.

    True for one column, for fewer than two texts, and for long texts with few figures.
    """
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    written = [cell.text for cell in cells if cell.text and cell.text != IMAGE]
    long = sum(len(text) > _LONG for text in written)
    figures = sum(text[0].isdigit() for text in written)
    return width < 2 or len(written) < 2 or (long > 0 and figures < 6)
