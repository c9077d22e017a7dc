"""What the styles of a Word file say about the text that uses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compliance.read.docx_names import VALUE, W, is_on, number_of, value_of
from compliance.record import frozen_record, record

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_NUMBERED, _NUMBER, _LEVEL = f"{W}numPr", f"{W}numId", f"{W}ilvl"
_LONGEST_CHAIN = 50
_VANISH, _ID, _DEFAULT = f"{W}vanish", f"{W}styleId", f"{W}default"


@frozen_record
class StyleNumbering:
    """The list that a style puts its paragraphs in."""

    list_id: str
    """``w:numId`` in digits; ``""`` when the style has no list."""
    level: int | None
    """Level of the list from 0, when the style says."""
    names: tuple[str, ...]
    """Ids of the style and of those it is based on: a list may tie its levels to them."""


@record
class _Style:
    """What one style says by itself."""

    name: str
    title: str
    based_on: str
    list_id: str | None
    level: int | None
    hides: bool | None


class Styles:
    """Styles by id, each together with those it is based on."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self.default = ""
        """Id of the style of paragraphs that name none."""
        for element in root.iterchildren(f"{W}style") if root is not None else ():
            name = element.get(_ID) or ""
            self._elements[name] = element
            if element.get(f"{W}type") == "paragraph" and element.get(_DEFAULT) in ("1", "true"):
                self.default = name
        self.can_hide = root is not None and next(root.iter(_VANISH), None) is not None
        """Whether any style hides text."""
        self._styles: dict[str, _Style] = {}
        self._numbering: dict[str, StyleNumbering] = {}

    def numbering(self, name: str) -> StyleNumbering:
        """The list of a paragraph style."""
        found = self._numbering.get(name)
        if found is None:
            found = self._numbering[name] = self._read_numbering(name)
        return found

    def hides(self, name: str) -> bool:
        """Whether text in a paragraph or character style is hidden."""
        if not self.can_hide or not name:
            return False
        said = (style.hides for style in self._chain(name))
        return next((hides for hides in said if hides is not None), False)

    def is_contents(self, name: str) -> bool:
        """Whether a style is that of entries of a generated table of contents (``toc 1``)."""
        title = self._style(name).title if name in self._elements else ""
        return title.startswith("toc ") and title[4:].isdigit()

    def _chain(self, name: str) -> Iterator[_Style]:
        seen: set[str] = set()
        while name in self._elements and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            style = self._style(name)
            yield style
            name = style.based_on

    def _style(self, name: str) -> _Style:
        found = self._styles.get(name)
        if found is None:
            found = self._styles[name] = _read_style(name, self._elements[name])
        return found

    def _read_numbering(self, name: str) -> StyleNumbering:
        level = None
        names: list[str] = []
        for style in self._chain(name):
            names.append(style.name)
            level = style.level if level is None else level
            if style.list_id is not None:
                return StyleNumbering(style.list_id, level, tuple(names))
        return StyleNumbering("", level, tuple(names))


def _read_style(name: str, element: _Element) -> _Style:
    numbered = element.find(f"{_PARAGRAPH_PROPERTIES}/{_NUMBERED}")
    number = numbered.find(_NUMBER) if numbered is not None else None
    switch = element.find(f"{_RUN_PROPERTIES}/{_VANISH}")
    return _Style(
        name, value_of(element, f"{W}name").lower(), value_of(element, f"{W}basedOn"),
        (number.get(VALUE) or "") if number is not None else None,
        number_of(numbered, _LEVEL), is_on(switch) if switch is not None else None,
    )
