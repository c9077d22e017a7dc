"""The rows of a table of a web page, whatever stands between its tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compliance.read.html_text import GONE, sight
from compliance.record import field, record

if TYPE_CHECKING:
    from lxml.etree import _Element

    Placed = tuple[_Element, str]
    Loose = tuple[_Element | str, str]

_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_NOTHING = frozenset(("col", "colgroup"))


@record
class Row:
    """The cells of a row, each with its path, and the section that spans end with."""

    cells: list[Placed] = field(default_factory=list)
    section: int = 0
    element: _Element | None = None


@record
class Rows:
    """The rows of a table in the order in which they are shown, and what else is in it."""

    rows: list[Row] = field(default_factory=list)
    before: list[Loose] = field(default_factory=list)
    """What is no part of a row and stands before the rows, with its path: the caption."""
    after: list[Loose] = field(default_factory=list)
    """What stands behind the rows: the page goes on inside a table that is not closed."""

    def loose(self, what: _Element | str | None, path: str) -> None:
        """Keep what is no part of a row."""
        if what is not None and not (isinstance(what, str) and not what.strip()):
            (self.after if self.rows else self.before).append((what, path))


def rows_of(table: _Element, path: str) -> Rows:
    """The rows of a table; cells without a row make one, and forms among the rows are passed."""
    found = Rows()
    sections = _Sections()
    _gather(table, path, found, sections, 0)
    if "thead" in sections.tags.values() or "tfoot" in sections.tags.values():
        found.rows.sort(key=lambda row: sections.rank(row.section))
    return found


class _Sections:
    """Row groups in source order; the first head and the first foot are shown at the ends."""

    def __init__(self) -> None:
        self.count = 0
        self.tags: dict[int, str] = {}

    def begin(self, tag: str) -> int:
        self.count += 1
        if tag in ("thead", "tfoot") and tag not in self.tags.values():
            self.tags[self.count] = tag
        return self.count

    def rank(self, section: int) -> int:
        return {"thead": -1, "tfoot": 1}.get(self.tags.get(section, ""), 0)


def _gather(
    parent: _Element, path: str, found: Rows, sections: _Sections, section: int
) -> None:
    open_row: Row | None = None
    found.loose(parent.text, path)
    for child, child_path in numbered(parent, path):
        tag = child.tag
        if tag in _CELLS:
            # The row's tag was forgotten.
            if open_row is None:
                open_row = Row([], section)
                found.rows.append(open_row)
            open_row.cells.append((child, child_path))
        elif sight(child) != GONE and tag not in _NOTHING:
            open_row = None
            if tag == "tr":
                row = Row([], section, child)
                found.rows.append(row)
                _gather_cells(child, child_path, row, found)
            elif tag in _SECTIONS:
                _gather(child, child_path, found, sections, sections.begin(str(tag)))
                section = sections.begin("")
            elif any(inner.tag == "tr" or inner.tag in _SECTIONS for inner in child):
                _gather(child, child_path, found, sections, section)
            else:
                found.loose(child, child_path)
        found.loose(child.tail, path)


def _gather_cells(parent: _Element, path: str, row: Row, found: Rows) -> None:
    found.loose(parent.text, path)
    for child, child_path in numbered(parent, path):
        if child.tag in _CELLS:
            row.cells.append((child, child_path))
        elif sight(child) != GONE:
            if any(inner.tag in _CELLS for inner in child):
                _gather_cells(child, child_path, row, found)
            else:
                found.loose(child, child_path)
        if tail := child.tail:
            found.loose(tail, path)


def numbered(parent: _Element, path: str) -> Iterator[Placed]:
    """The children of an element, each with its path."""
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        if isinstance(tag, str):
            counts[tag] = number = counts.get(tag, 0) + 1
            yield child, f"{path}/{tag}[{number}]"
