"""Names of WordprocessingML, and the elements that stand around others without a say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH, TABLE, ROW, CELL, RUN = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r"
BOX = f"{W}txbxContent"
VALUE = f"{W}val"
ALTERNATES = f"{_COMPATIBILITY}AlternateContent"
CONTROL = f"{W}sdt"
_CONTROL_PROPERTIES, _CONTROL_CONTENT = f"{W}sdtPr", f"{W}sdtContent"
_CHOICE, _FALLBACK = f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback"
_WRAPPERS = frozenset(f"{W}{name}" for name in (
    "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo"))
_OFF = frozenset(("0", "false", "off"))


def is_on(element: _Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and element.get(VALUE) not in _OFF


def value_of(parent: _Element | None, name: str) -> str:
    """``w:val`` of the child ``name`` of ``parent``; ``""`` when there is none."""
    child = parent.find(name) if parent is not None else None
    return (child.get(VALUE) or "") if child is not None else ""


def number_of(parent: _Element | None, name: str) -> int | None:
    """``w:val`` of a child as a number of at most six digits."""
    return number(parent.find(name)) if parent is not None else None


def number(element: _Element | None) -> int | None:
    """``w:val`` of an element as a number of at most six digits."""
    written = (element.get(VALUE) or "").strip() if element is not None else ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else None


def inside(element: _Element) -> _Element | None:
    """What stands for a wrapper: its content, the one alternative taken, or itself.

    ``None`` for an element that is no wrapper, and for a content control that
    shows only what to type or holds a generated table of contents.
    """
    tag = element.tag
    if tag in _WRAPPERS:
        return element
    if tag == CONTROL:
        content = element.find(_CONTROL_CONTENT)
        return None if content is None or is_prompt(content) or _is_contents(element) else content
    if tag == ALTERNATES:
        # Both alternatives say the same, the second one for older programs.
        choice = element.find(_CHOICE)
        return choice if choice is not None else element.find(_FALLBACK)
    return None


def parts_of(parent: _Element, names: tuple[str, ...]) -> Iterator[_Element]:
    """The children of ``parent`` with one of ``names``, wrapped ones among them."""
    for child in parent:
        if child.tag in names:
            yield child
            continue
        if child.tag == CONTROL and PARAGRAPH not in names:
            # Rows and cells keep their place even if they show only what to type.
            content = child.find(_CONTROL_CONTENT)
        else:
            content = inside(child)
        if content is not None:
            yield from parts_of(content, names)


def is_prompt(content: _Element | None) -> bool:
    """Whether this is what a content control shows as long as nothing was typed."""
    if content is None or content.tag != _CONTROL_CONTENT:
        return False
    control = content.getparent()
    properties = control.find(_CONTROL_PROPERTIES) if control is not None else None
    return properties is not None and is_on(properties.find(f"{W}showingPlcHdr"))


def _is_contents(control: _Element) -> bool:
    properties = control.find(_CONTROL_PROPERTIES)
    part = properties.find(f"{W}docPartObj") if properties is not None else None
    return "table of contents" in value_of(part, f"{W}docPartGallery").lower()
