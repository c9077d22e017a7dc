"""The text of a paragraph of a Word file, as it is seen with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compliance.pattern import lazy_pattern
from compliance.read.docx_names import (
    ALTERNATES,
    BOX,
    PARAGRAPH,
    RUN,
    W,
    inside,
    is_on,
    value_of,
)
from compliance.read.docx_styles import Styles
from compliance.read.html_text import is_note_of_words
from compliance.read.radicals import with_ordinary_characters

if TYPE_CHECKING:
    from lxml.etree import _Element

BREAK = "\n"
"""Where a line ends inside a paragraph."""
_TEXT, _PROPERTIES, _RAISED = f"{W}t", f"{W}rPr", f"{W}vertAlign"
_STRUCK = (f"{W}strike", f"{W}dstrike")
_FIELD, _FIELD_PART = f"{W}fldChar", f"{W}fldCharType"
_SYMBOL, _RUBY, _RUBY_BASE = f"{W}sym", f"{W}ruby", f"{W}rubyBase"
_FIXED = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": BREAK, f"{W}cr": BREAK,
          f"{W}noBreakHyphen": "-"}
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
             "{urn:schemas-microsoft-com:vml}imagedata")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULAS, _FORMULA_TEXT = frozenset((f"{_MATH}oMath", f"{_MATH}oMathPara")), f"{_MATH}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOTE = lazy_pattern(r"[*＊①-⑳]+|[\[［【〔(（][^\]］】〕)）]{1,4}[\]］】〕)）]|注\d?")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SYMBOLS = {
    "Symbol": {0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0x2D: "−", 0xA3: "≤", 0xB3: "≥"},
    "Wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□",
                  0x6C: "●", 0x6E: "■", 0x75: "◆", 0x9F: "•", 0xD8: "➢",
                  **{0x80 + count: chr(0x2460 + count - 1) for count in range(1, 11)}},
    "Wingdings 2": {0x52: "☑", 0x50: "✓", 0x4F: "✗", 0xA3: "□", 0x2A: "□", 0x54: "☒"},
}


class ParagraphText:
    """What stands in one paragraph: its text with ``BREAK`` between its lines.

    Instructions of fields, deleted and hidden text, notes and comments are
    left out. Text boxes are only listed: they hold paragraphs of their own.
    """

    def __init__(self, paragraph: _Element, styles: Styles, style: str, may_hide: bool) -> None:
        self.boxes: list[_Element] = []
        self.has_picture = False
        self._styles = styles
        self._may_hide = may_hide
        self._hidden = styles.hides(style)
        self._pieces: list[str] = []
        self._fields: list[bool] = []  # for each field around: whether its result has begun
        self._instructions = 0  # how many of them have not
        self._walk(paragraph)
        self.text = with_ordinary_characters("".join(self._pieces))

    def _walk(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._add_run(child)
            elif tag in _FORMULAS:
                self._add("".join(part.text or "" for part in child.iter(_FORMULA_TEXT)))
            elif tag != PARAGRAPH:
                content = inside(child)
                if content is not None:
                    self._walk(content)

    def _add_run(self, run: _Element) -> None:
        properties = next(run.iterchildren(_PROPERTIES), None)
        hidden = self._may_hide and self._is_hidden(properties)
        start = len(self._pieces)
        self._add_content(run, hidden)
        if properties is not None and 0 < start < len(self._pieces) \
                and value_of(properties, _RAISED) in ("superscript", "subscript"):
            self._raise(start)

    def _add_content(self, parent: _Element, hidden: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == _FIELD:
                self._turn_field(child.get(_FIELD_PART) or "")
            elif hidden:
                continue
            elif tag == _TEXT:
                self._add_text(child)
            elif tag in _FIXED:
                self._add(_FIXED[tag])
            elif tag == _SYMBOL:
                self._add(_symbol(child))
            elif tag in _DRAWN:
                self._add_drawn(child)
            elif tag == ALTERNATES:
                content = inside(child)
                if content is not None:
                    self._add_content(content, hidden)
            elif tag == _RUBY:
                base = child.find(_RUBY_BASE)
                if base is not None:
                    self._walk(base)

    def _add_text(self, element: _Element) -> None:
        text = element.text
        if not text:
            return
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self._add(text.replace(BREAK, " ") if BREAK in text else text)

    def _add(self, text: str) -> None:
        if not self._instructions:
            self._pieces.append(text)

    def _turn_field(self, part: str) -> None:
        if part == "begin":
            self._fields.append(False)
            self._instructions += 1
        elif part == "separate" and self._fields:
            self._instructions -= not self._fields[-1]
            self._fields[-1] = True
        elif part == "end" and self._fields:
            self._instructions -= not self._fields.pop()

    def _is_hidden(self, properties: _Element | None) -> bool:
        """Whether a run is hidden, or struck through as a person strikes out what is wrong."""
        if properties is None:
            return self._hidden
        if any(is_on(properties.find(name)) for name in _STRUCK):
            return True
        switch = properties.find(f"{W}vanish")
        if switch is not None:
            return is_on(switch)
        return self._hidden or self._styles.hides(value_of(properties, f"{W}rStyle"))

    def _raise(self, start: int) -> None:
        """Treat a raised mark: 35 with a note 1 is not 351, and behind words it is a note."""
        last = "".join(self._pieces[max(0, start - 2):start]).rstrip()[-1:]
        mark = "".join(self._pieces[start:]).strip()
        if not last.isdigit():
            if is_note_of_words(last, mark):
                del self._pieces[start:]
            return
        if _NOTE.fullmatch(mark):
            del self._pieces[start:]
        elif mark.isdigit():
            self._pieces[start:] = [f"[{mark}]"]

    def _add_drawn(self, drawn: _Element) -> None:
        if not self._instructions:
            self.boxes += _boxes(drawn)
            self.has_picture |= drawn.tag == f"{W}object" \
                or next(drawn.iter(*_PICTURES), None) is not None


def _boxes(drawn: _Element) -> Iterator[_Element]:
    """The text boxes of a drawing; those inside another text box are that one's."""
    pending = [drawn]
    while pending:
        element = pending.pop()
        if element.tag == BOX:
            yield element
        elif element.tag == ALTERNATES:
            content = inside(element)
            pending += [content] if content is not None else []
        else:
            pending += reversed(element)


def _symbol(element: _Element) -> str:
    """A character of a symbol font as an ordinary one."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return _UNKNOWN
    known = _SYMBOLS.get(element.get(f"{W}font") or "", {}).get(code & 0xFF)
    if known:
        return known
    # Symbol fonts put their characters at F000 and up, where nobody else knows them.
    return chr(code) if 0x20 <= code < 0xD800 else _UNKNOWN
