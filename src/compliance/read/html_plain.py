"""Plain text inside web pages: ``<pre>``, and Markdown whose tables are HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from compliance.model.document import Grid, Line
from compliance.model.location import Location
from compliance.pattern import lazy_pattern
from compliance.read.text import text_blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE = lazy_pattern(r"(<table\b.*?</table\s*>)", re.I | re.S)
_WRAPPED = lazy_pattern(r"<html>[ \t]*<body>[ \t]*(?=<table)|"
                        r"(?<=</table>)[ \t]*</body>[ \t]*</html>", re.I)
"""What some converters of PDF put around each table."""
_PAGE = lazy_pattern(r"<(?:!doctype|html|head|body|p|div|br|h[1-6]|ul|ol|section|font|span|strong|"
                   r"center|a|b)(?:\s+[a-z-]+\s*=|\s*/?>|\s+html)", re.I)


def framed(text: str) -> str:
    """Text between HTML tables as ``<pre>``, so that its lines are kept; a page as it is."""
    bare = _WRAPPED.sub("", text)
    if _PAGE.search(_TABLE.sub("", bare)):
        return text
    text = bare
    parts = _TABLE.split(text)
    if len(parts) < 3 or any(part.lower().count("<table") > 1 for part in parts):
        return text
    return "".join(part if at % 2 else f"<pre>{escape(part, quote=False)}</pre>"
                   for at, part in enumerate(parts))


def pre_blocks(element: _Element, first_line: int, path: str) -> Iterator[Line | Grid]:
    """The lines and grids of preformatted text that begins on ``first_line``."""
    for block in text_blocks(_written(element)):
        block.location = _moved(block.location, first_line, path)
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row:
                    cell.location = _moved(cell.location, first_line, path)
        yield block


def _written(element: _Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        pieces += ["\n" if child.tag == "br" else _written(child), child.tail or ""]
    return "".join(pieces)


def _moved(location: Location | None, first_line: int, path: str) -> Location:
    """The place in the page; columns are lost, since tags and entities shift them."""
    if location is None or location.line is None:
        return Location(first_line, path=path)
    before = first_line - 1
    return Location(location.line + before, None,
                    location.end_line and location.end_line + before, None, None, path)
