"""What of a web page is text to read, and where its lines end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(re.findall(r"\w+",
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
))
_DROPPED = frozenset(re.findall(r"\w+",
    "script style head title nav noscript template iframe frame frameset object embed applet "
    "audio video canvas svg math select option datalist textarea button input map link meta "
    "base"
))
_MENUS = frozenset(("ul", "ol", "dl", "menu"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"\s+")
_LONGEST_MENU_ITEM = 14


def is_dropped(element: _Element) -> bool:
    """True for what a reader of the page does not see as text, and for menus."""
    tag = element.tag
    if tag in _DROPPED:
        return True
    if tag in _MENUS:
        return _is_menu(element)
    if element.attrib:
        style = element.get("style")
        return element.get("hidden") is not None or (
            style is not None and _HIDDEN.search(style) is not None)
    return False


def line_of(element: _Element) -> int | None:
    """The source line of an element."""
    line = element.sourceline
    return line if isinstance(line, int) else None


def clean(text: str) -> str:
    """Text with each run of blanks, ``&nbsp;`` among them, as one space."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip()


def _is_menu(element: _Element) -> bool:
    """A list of short links and nothing else."""
    linked = [len(clean("".join(map(str, link.itertext())))) for link in element.iter("a")]
    linked = [length for length in linked if length]
    if len(linked) < 2 or sum(linked) > _LONGEST_MENU_ITEM * len(linked):
        return False
    whole = len(clean("".join(map(str, element.itertext()))).replace(" ", ""))
    return sum(linked) >= 0.9 * whole


class TextRun:
    """The text gathered since the last line ended, and the source lines it spans."""

    def __init__(self) -> None:
        self.line = 1
        self._pieces: list[str] = []
        self._first = self._last = 0
        self._path = ""

    def reach(self, line: int | None) -> None:
        """An element begins at a source line."""
        if line is not None and line > self.line:
            self.line = line

    def add(self, text: str | None, path: str) -> None:
        """Text that stands in the element at ``path``."""
        if not text:
            return
        content = text.strip()
        if content:
            before = text[: text.index(content)].count("\n")
            if not self._first:
                self._first, self._path = self.line + before, path
            self._last = self.line + before + content.count("\n")
        self._pieces.append(text)
        self.line += text.count("\n")

    def take(self) -> tuple[str, int, int, str]:
        """The text so far, its first and last source line, and the path it began at."""
        taken = clean("".join(self._pieces)), self._first, self._last, self._path
        self._pieces.clear()
        self._first, self._last, self._path = 0, 0, ""
        return taken
