"""One pass over a page in reading order: its lines, and its tables as grids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Grid, Line
from compliance.model.location import Location
from compliance.read.html_table import read_table
from compliance.read.html_text import (
    BLOCKS,
    SEEN,
    UNSEEN,
    TextRun,
    is_raised,
    line_of,
    raised,
    sight,
)
from compliance.read.limits import MAX_HTML_DEPTH
from compliance.read.page_in_table import parted

if TYPE_CHECKING:
    from lxml.etree import _Element

    from compliance.read.html_rows import Loose


class Walk:
    """Gathers the blocks of one page; with ``waiting``, also what a script has yet to show."""

    def __init__(self, file: str, waiting: bool = False) -> None:
        self.file = file
        self.seen = (SEEN, UNSEEN) if waiting else (SEEN,)
        self.run = TextRun()
        self.found: list[Line | Grid] = []

    def blocks(self, root: _Element) -> list[Line | Grid]:
        """The lines and grids of a page.

        Raises:
            Problem: the page is nested too deep.
        """
        self._inside(root, f"/{root.tag}[1]", 1)
        self._flush()
        return self.found

    def _inside(self, parent: _Element, path: str, depth: int) -> None:
        """Read what stands in an element."""
        if depth > MAX_HTML_DEPTH:
            raise Problem(say("read.html_too_deep", limit=MAX_HTML_DEPTH), self.file,
                          Location(line_of(parent)))
        if parent.text:
            self.run.add(parent.text, path)
        # Paths are counted along the way: asking lxml for each is quadratic.
        counts: dict[str, int] = {}
        for child in parent:
            tag = child.tag
            if isinstance(tag, str):
                counts[tag] = number = counts.get(tag, 0) + 1
                self._element(child, tag, f"{path}/{tag}[{number}]", depth + 1)
            if child.tail:
                self.run.add(child.tail, path)

    def _element(self, element: _Element, tag: str, path: str, depth: int) -> None:
        self.run.reach(line_of(element))
        if sight(element) not in self.seen:
            return
        if tag not in BLOCKS:
            mark = raised(element, self.run.pieces) if is_raised(element) else None
            if mark is None:
                self._inside(element, path, depth)
            else:
                self.run.add(mark, path)
            return
        self._flush()
        if not (tag == "table" and self._table(element, path, depth)) \
                and not (tag == "pre" and self._pre(element, path)):
            self._inside(element, path, depth)
        self._flush()

    def _table(self, table: _Element, path: str, depth: int) -> bool:
        """Read a table as a grid; false when it only lays out the page."""
        read = read_table(table, path)
        if read is None:
            return False
        grid, rows = read
        self._loose(rows.before, depth)
        self.found += parted(grid)
        self.run.reach(grid.location.end_line)
        self._loose(rows.after, depth)
        return True

    def _pre(self, element: _Element, path: str) -> bool:
        """Read text whose lines stand as they were typed; false when it is one line."""
        if "\n" not in (element.text or "").strip() and element.find(".//br") is None:
            return False
        from compliance.read.html_plain import pre_blocks

        self.found += pre_blocks(element, line_of(element) or self.run.line, path)
        return True

    def _loose(self, loose: Iterable[Loose], depth: int) -> None:
        for what, path in loose:
            if isinstance(what, str):
                self.run.add(what, path)
            else:
                self._element(what, str(what.tag), path, depth + 1)
        self._flush()

    def _flush(self) -> None:
        text, first, last, path = self.run.take()
        if text:
            self.found.append(Line(text, Location(first, None, last, None, None, path)))
