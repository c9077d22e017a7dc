"""What of a web page is text to read, and where its lines end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from compliance.pattern import lazy_pattern

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
_REMOVED = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*collapse|mso-hide\s*:\s*all", re.I)
UNSEEN_STYLE = lazy_pattern(r"visibility\s*:\s*hidden", re.I)
_INVISIBLE = lazy_pattern("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_RAISED = frozenset(("sup", "sub"))
STRUCK = frozenset(("del", "s", "strike"))
_CELLS = frozenset(("td", "th", "tr", "table"))
_LINE_THROUGH = lazy_pattern(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)
_WRAP = lazy_pattern(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t\r]*\n\s*"
    r"(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])")
_NOTE = lazy_pattern(r"[*＊①-⑳]+|[\[［【〔(（][^\]］】〕)）]{1,4}[\]］】〕)）]|注\d?")
_LONGEST_MENU_ITEM = 14
_LONGEST_MARK = 2
"""Digits of the number of a note."""


SEEN, UNSEEN, GONE = 0, 1, 2
"""How an element stands on the page: shown; holding its place but empty; not there."""


def sight(element: _Element) -> int:
    """Whether an element is ``SEEN``, ``UNSEEN`` or ``GONE``; menus and fields are gone."""
    tag = element.tag
    if tag in _DROPPED:
        return GONE
    style = element.get("style")
    if style and (look := _look(style)):
        return look
    if tag in STRUCK or (style and "line-through" in style and tag not in _CELLS
                          and _LINE_THROUGH.search(style)):
        return GONE
    if element.get("hidden") is not None or (tag in _MENUS and _is_menu(element)):
        return GONE
    return SEEN


@lru_cache(maxsize=512)
def _look(style: str) -> int:
    if _REMOVED.search(style):
        return GONE
    return UNSEEN if UNSEEN_STYLE.search(style) else SEEN


def line_of(element: _Element) -> int | None:
    """The source line of an element."""
    line = element.sourceline
    return line if isinstance(line, int) else None


def clean(text: str) -> str:
    """Text with each run of blanks, ``&nbsp;`` among them, as one space."""
    if not text.isprintable() and _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def raised(element: _Element, before: list[str]) -> str | None:
    """The text of a raised or lowered mark behind pieces that end in a figure.

    A bracketed mark behind a figure is a note and is left out, and so is one that links
    to its note; a bare figure is put in brackets, for ``35`` with a note 1 is not 351.
    Behind words any of them is a note. ``None`` for any other mark.
    """
    last = "".join(before[-2:]).rstrip()[-1:]
    mark = clean("".join(map(str, element.itertext())))
    if not last.isdigit():
        return "" if is_note_of_words(last, mark) else None
    above = element.getparent()
    if (above is not None and above.tag == "a") or element.find(".//a") is not None:
        return ""
    if _NOTE.fullmatch(mark):
        return ""
    return f"[{mark}]" if mark.isdigit() else None


def is_note_of_words(last: str, mark: str) -> bool:
    """Whether a raised mark behind a word is the number of a note, and no exponent."""
    return last > "\u2e80" and last not in "米里方" and bool(
        (mark.isdigit() and len(mark) <= _LONGEST_MARK) or _NOTE.fullmatch(mark))


def is_raised(element: _Element) -> bool:
    """Whether an element is set above or below the line."""
    if element.tag != "span":
        return element.tag in _RAISED
    style = element.get("style")
    return style is not None and "vertical-align" in style and (
        "super" in style or "sub" in style)


def unwrapped(text: str) -> str:
    """Text without the line ends that its writer put between two Chinese characters."""
    return _WRAP.sub("", text) if "\n" in text and not text.isspace() else text


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
        self.pieces: list[str] = []
        self._first = self._last = 0
        self._path = ""

    def reach(self, line: int | None) -> None:
        """An element begins at a source line."""
        if line is not None and line > self.line:
            self.line = line

    def add(self, text: str, path: str) -> None:
        """Text that stands in the element at ``path``."""
        content = text.strip()
        if content:
            before = text.count("\n", 0, text.index(content))
            if not self._first:
                self._first, self._path = self.line + before, path
            self._last = self.line + before + content.count("\n")
        self.pieces.append(unwrapped(text))
        self.line += text.count("\n")

    def take(self) -> tuple[str, int, int, str]:
        """The text so far, its first and last source line, and the path it began at."""
        if not self.pieces:
            return "", 0, 0, ""
        taken = clean("".join(self.pieces)), self._first, self._last, self._path
        self.pieces.clear()
        self._first, self._last, self._path = 0, 0, ""
        return taken
