"""Walk through the body of a Word file in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.model.document import Grid, Line
from compliance.model.location import Location
from compliance.read.docx_lists import Lists
from compliance.read.docx_names import PARAGRAPH, ROW, TABLE, VALUE, W, is_on, is_prompt, parts_of
from compliance.read.docx_styles import Styles
from compliance.read.docx_table import TableGrid, is_gone
from compliance.read.docx_text import BREAK, ParagraphText
from compliance.read.html_text import clean
from compliance.read.page_in_table import parted
from compliance.read.printed_table import IMAGE
from compliance.read.wrapping import join_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES, _STYLE, _NUMBERED, _MARK = (f"{W}{name}" for name in ("pPr", "pStyle", "numPr", "rPr"))
_DELETED_MARK = (f"{W}del", f"{W}moveFrom")
_VANISH = f"{W}vanish"
_BLOCKS = (PARAGRAPH, TABLE)


class Body:
    """One pass over the body, which counts the numbers of its lists along the way."""

    def __init__(self, styles: Styles, lists: Lists, may_hide: bool) -> None:
        self._styles = styles
        self._lists = lists
        self._may_hide = may_hide
        """Whether anything in the document is hidden."""
        self._pictures = 0

    def blocks(self, parent: _Element, path: str = "", numbers_alone: bool = False
               ) -> list[Line | Grid]:
        """The paragraphs and tables in ``parent``, which stands at ``path`` (``""`` or ``…/``).

        A number of a list that stands alone counts as text if ``numbers_alone``.
        """
        found: list[Line | Grid] = []
        flow = _Flow(found, numbers_alone)
        paragraphs = tables = 0
        for element in parts_of(parent, _BLOCKS):
            if element.tag == TABLE:
                flow.end()
                tables += 1
                found += self._table(element, f"{path}tbl[{tables}]")
            else:
                paragraphs += 1
                self._paragraph(element, f"{path}p[{paragraphs}]", flow)
        flow.end()
        return found

    def _paragraph(self, paragraph: _Element, path: str, flow: _Flow) -> None:
        properties = next(paragraph.iterchildren(_PROPERTIES), None)
        said = {child.tag: child for child in properties} if properties is not None else {}
        named = said[_STYLE].get(VALUE) if _STYLE in said else None
        style = named or self._styles.default
        if self._styles.is_contents(style):
            return
        content = ParagraphText(paragraph, self._styles, style, self._may_hide)
        self._pictures += content.has_picture
        mark = said.get(_MARK)
        hidden = mark is not None and is_on(mark.find(_VANISH))
        if (hidden and not content.text) or _is_deleted(mark):
            # With its end gone, what is left of it opens the next paragraph.
            flow.add(content.text, path)
        else:
            flow.add(content.text, path, self._lists.number(said.get(_NUMBERED), style))
            if not hidden:
                flow.end()
        for number, box in enumerate(content.boxes, 1):
            flow.end()
            flow.found += self.blocks(box, f"{path}/txbxContent[{number}]/")

    def _table(self, table: _Element, path: str) -> list[Line | Grid]:
        """A table as one grid, or as what stands in its cells where it only lays out the page."""
        grid = TableGrid()
        contents: list[Line | Grid] = []
        for number, row in enumerate(parts_of(table, (ROW,)), 1):
            if is_gone(row):
                continue
            for cell, element in grid.add_row(row, f"{path}/tr[{number}]"):
                if is_prompt(element.getparent()):
                    continue
                pictures = self._pictures
                inside = f"{cell.location.path}/" if cell.location else ""
                blocks = self.blocks(element, inside, numbers_alone=True)
                cell.text = join_lines(
                    [block.text for block in blocks if isinstance(block, Line)])
                if not cell.text and self._pictures > pictures:
                    cell.text = IMAGE
                contents += blocks
        if grid.arranges(contents):
            return contents
        return parted(Grid(grid.rows, Location(path=path)))


def _is_deleted(mark: _Element | None) -> bool:
    return mark is not None and any(mark.find(name) is not None for name in _DELETED_MARK)


class _Flow:
    """The paragraph at hand, which ends where its end is seen."""

    def __init__(self, found: list[Line | Grid], numbers_alone: bool) -> None:
        self.found = found
        self._numbers_alone = numbers_alone
        self._texts: list[str] = []
        self._number = self._path = ""

    def add(self, text: str, path: str, number: str = "") -> None:
        """Add the text of one ``w:p``."""
        if not self._texts:
            self._path = path
        if text:
            self._texts.append(text)
        self._number = self._number or number

    def end(self) -> None:
        """End the paragraph: its lines are found."""
        if not self._texts and not self._number:
            return
        lines = [line for line in map(clean, "".join(self._texts).split(BREAK)) if line]
        if self._number and lines:
            lines[0] = join_lines((self._number, lines[0]))
        elif self._number and self._numbers_alone:
            lines = [self._number]
        self.found += (Line(line, Location(path=self._path)) for line in lines)
        self._texts.clear()
        self._number = self._path = ""
