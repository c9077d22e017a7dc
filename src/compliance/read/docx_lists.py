"""The numbers that Word puts before the paragraphs of its lists (``一、``, ``（一）``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.read.docx_names import VALUE, W, is_on, number_of, value_of
from compliance.read.docx_numerals import numeral
from compliance.read.docx_styles import Styles
from compliance.record import field, record, replace

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACES = frozenset(map(str, range(LEVELS)))
_LEVEL, _AT = f"{W}lvl", f"{W}ilvl"
_NUMBER = f"{W}numId"
_MOST = 9_999
_LONGEST = 60


@record
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """The number as printed, ``%1`` for that of the first level."""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@record
class _Definition:
    """One ``w:abstractNum``: its levels, or the style whose list stands for it."""

    name: str
    levels: list[_Level]
    style: str


@record
class _List:
    """One ``w:num``: its levels, and the list definition whose count it goes on with."""

    definition: str
    levels: list[_Level]
    restarted: list[int] = field(default_factory=list)
    """Levels that begin anew when this list is first used."""


class Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._elements = _by_id(root, f"{W}abstractNum", f"{W}abstractNumId")
        self._numbers = _by_id(root, f"{W}num", f"{W}numId")
        self._definitions: dict[str, _Definition] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def number(self, own: _Element | None, style: str) -> str:
        """The printed number of the next paragraph; ``""`` for none and for bullets.

        ``own`` is the paragraph's own ``w:numPr``, ``style`` the id of its style.
        Paragraphs must come in the order of the document.
        """
        if not self._numbers:
            return ""
        inherited = self._styles.numbering(style)
        list_id = value_of(own, _NUMBER) or inherited.list_id
        # List 0 stands for none.
        used = self._list(list_id) if list_id.strip("0") else None
        if used is None:
            return ""
        level = number_of(own, _AT)
        if level is None and list_id == inherited.list_id:
            level = _tied_level(used, inherited.names)
            level = inherited.level if level is None else level
        at = min(level or 0, LEVELS - 1)
        return self._printed(used, at, self._advance(list_id, used, at))

    def _advance(self, list_id: str, used: _List, at: int) -> list[int | None]:
        counts = self._counts.setdefault(used.definition, [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for level in used.restarted:
                counts[level] = None
        for deeper in range(at + 1, LEVELS):
            restart = used.levels[deeper].restart
            if restart is None or at < restart:
                counts[deeper] = None
        count = counts[at]
        counts[at] = used.levels[at].start if count is None else count + 1
        return counts

    @staticmethod
    def _printed(used: _List, at: int, counts: list[int | None]) -> str:
        level = used.levels[at]
        if level.form == "bullet":
            return ""
        text = level.text
        for place, other in enumerate(used.levels):
            if f"%{place + 1}" in text:
                count = counts[place]
                value = other.start if count is None else count
                form = "decimal" if level.legal else other.form
                text = text.replace(f"%{place + 1}", numeral(min(value, _MOST), form))
        return text.strip()

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(list_id)
        return self._lists[list_id]

    def _read_list(self, list_id: str) -> _List | None:
        number = self._numbers.get(list_id)
        definition = self._definition(number)
        if number is None or definition is None:
            return None
        made = _List(definition.name, list(definition.levels))
        for override in number.iterchildren(f"{W}lvlOverride"):
            _override(made, override)
        return made

    def _definition(self, number: _Element | None) -> _Definition | None:
        """The definition of a list, followed through the style that holds it."""
        for _ in range(LEVELS):
            name = value_of(number, f"{W}abstractNumId")
            if name not in self._elements:
                return None
            found = self._definitions.get(name)
            if found is None:
                found = self._definitions[name] = _read_definition(name, self._elements[name])
            if not found.style:
                return found
            number = self._numbers.get(self._styles.numbering(found.style).list_id)
        return None


def _by_id(root: _Element | None, name: str, key: str) -> dict[str, _Element]:
    children = root.iterchildren(name) if root is not None else ()
    return {child.get(key) or "": child for child in children}


def _read_definition(name: str, element: _Element) -> _Definition:
    levels = [_Level() for _ in range(LEVELS)]
    for level in element.iterchildren(_LEVEL):
        _put_level(levels, level)
    return _Definition(name, levels, value_of(element, f"{W}numStyleLink"))


def _put_level(levels: list[_Level], element: _Element) -> None:
    """Read ``w:lvl`` into its place, where it has one."""
    written = element.get(_AT) or ""
    if written not in _PLACES:
        return
    form = element.find(f"{W}numFmt")
    if form is None:
        # A form of a newer Word, with one for older programs behind it.
        form = next(iter(list(element.iter(f"{W}numFmt"))[::-1]), None)
    start = number_of(element, f"{W}start")
    levels[int(written)] = _Level(
        start if start is not None else 1,
        (form.get(VALUE) or "decimal") if form is not None else "decimal",
        value_of(element, f"{W}lvlText")[:_LONGEST],
        number_of(element, f"{W}lvlRestart"),
        is_on(element.find(f"{W}isLgl")),
        value_of(element, f"{W}pStyle"),
    )


def _override(made: _List, override: _Element) -> None:
    written = override.get(_AT) or ""
    if written not in _PLACES:
        return
    level = override.find(_LEVEL)
    if level is not None:
        _put_level(made.levels, level)
    start = number_of(override, f"{W}startOverride")
    if start is not None:
        # Of its own: other lists share the definition.
        made.levels[int(written)] = replace(made.levels[int(written)], start=start)
        made.restarted.append(int(written))


def _tied_level(used: _List, names: tuple[str, ...]) -> int | None:
    """The level that a list ties to a style, the nearest style first."""
    for name in names:
        for place, level in enumerate(used.levels):
            if level.style and level.style == name:
                return place
    return None
