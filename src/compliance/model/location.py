"""Where something stands in its source."""

from __future__ import annotations

from compliance.record import record


@record
class Location:
    """A place in a source file: a region of lines, a page, or a path.

    Lines and columns count from 1; ``end_column`` is the column after the
    last character, as in SARIF.
    """

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    line: int | None = None
    """First line, from 1."""
    column: int | None = None
    """First column, from 1."""
    end_line: int | None = None
    """Last line."""
    end_column: int | None = None
    """Column after the last character."""
    page: int | None = None
    """Page, from 1, for paged documents."""
    path: str = ""
    """Path inside the source: ``tables/申请/本年新收/0`` in a structured file,
    ``/html/body/table[2]/tr[3]/td[4]`` in a page, ``p[12]`` or
    ``tbl[2]/tr[3]/tc[4]`` in a word-processor file, ``表1!C5`` in a workbook."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right and bottom in points from the upper left corner of the page."""
    section: str = ""
    """Heading of the section that it stands in, as printed, for running text."""
    paragraph: int | None = None
    """Paragraph of that section, from 1."""


def in_section(place: Location, heading: str, paragraph: int) -> Location:
    """The place of a paragraph of running text, with its section."""
    return Location(place.line, place.column, place.end_line, place.end_column, place.page,
                    place.path, place.box, heading, paragraph)


def spanning(first: Location, last: Location) -> Location:
    """From the beginning of one place to the end of another."""
    end = last.line if last.end_line is None else last.end_line
    box = first.box
    if first.box and last.box and first.page == last.page:
        box = (min(first.box[0], last.box[0]), min(first.box[1], last.box[1]),
               max(first.box[2], last.box[2]), max(first.box[3], last.box[3]))
    return Location(first.line, first.column, end, last.end_column, first.page, first.path, box,
                    first.section, first.paragraph)
