"""A document: what a reader makes of a file before it knows any form."""

from __future__ import annotations

from compliance.model.location import Location
from compliance.model.report import Source
from compliance.model.text import Text
from compliance.record import field, record


@record
class Line:
    """A paragraph, a heading, or one line of plain text."""

    text: str
    location: Location


@record
class GridCell:
    """One printed cell of a grid, at its upper left corner.

    ``row`` and ``column`` count from 0 over the expanded grid; a cell that
    spans others is held once, where it begins.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    location: Location | None = None
    doubt: str = ""
    """Why the text cannot be trusted to be all that is printed."""


@record
class Grid:
    """A table as printed: for each grid row, the cells that begin in it."""

    rows: list[list[GridCell]]
    location: Location


@record
class Document:
    """Lines and grids in reading order.

    ``title`` is what the file says its title is (``<title>``); ``facts`` are
    labelled facts that a page prints about itself (``发布日期``, ``发布机构``).
    ``unread`` says which parts of the file could not be read, and why.
    """

    source: Source
    blocks: list[Line | Grid] = field(default_factory=list)
    title: str = ""
    page_title: bool = False
    """Whether the title is that of a web page, which is made for this one page."""
    facts: dict[str, tuple[str, Location]] = field(default_factory=dict)
    unread: Text | None = None
