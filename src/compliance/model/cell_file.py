"""Cells and places as ``--format json`` prints them."""

from __future__ import annotations

from typing import Literal

from compliance.record import record

_CONFIG = {"use_attribute_docstrings": True}
Number = int | float | str
"""A number; a text where a JSON number would not be exact."""


@record
class PlaceEntry:
    """A place in the source; lines and columns from 1."""

    __pydantic_config__ = _CONFIG

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: int | None
    path: str
    box: list[float] | None
    """Left, top, right and bottom in points from the upper left corner of the page."""
    section: str
    """Heading of the section that running text stands in, as printed; empty elsewhere."""
    paragraph: int | None
    """Paragraph of that section, from 1."""


@record
class CellRecord:
    """A cell that a result is about."""

    __pydantic_config__ = _CONFIG

    table: str
    row: str
    column: str
    value: Number | None
    """The number; a text where a JSON number would not be exact; null when there is none."""
    state: Literal["number", "blank", "not_applicable", "unreadable"]
    text: str
    """The cell as printed, where it was read from a document."""
    unit: str
    """Unit as printed."""
    doubt: str
    """Why the reading is not sure."""
    location: PlaceEntry | None
