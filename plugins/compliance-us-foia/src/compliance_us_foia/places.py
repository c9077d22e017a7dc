"""Where the figures stand in the XML, found only when a finding asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from compliance.model.location import Location
from compliance.read.safe_xml import as_utf8
from compliance.read.source import RawFile

if TYPE_CHECKING:
    from lxml.etree import _Element


class ElementPlaces:
    """The elements behind the paths of a report file, with their lines and columns.

    Official files come with everything on a few lines, so that the column
    counts; lxml does not tell it, and a second pass with expat does.
    """

    def __init__(self, root: _Element, raw: RawFile) -> None:
        self._root = root
        self._raw = raw
        self._kept: dict[tuple[str, ...], _Element] = {}
        self._starts: dict[_Element, tuple[int, int]] | None = None

    def keep(self, element: _Element, *path: str | int) -> None:
        """Remember the element behind a path."""
        self._kept[tuple(map(str, path))] = element

    def find(self, path: Sequence[Any]) -> Location | None:
        """Where a path stands, or the nearest path above it that is known."""
        steps = tuple(map(str, path))
        for length in range(len(steps), 0, -1):
            element = self._kept.get(steps[:length])
            if element is not None:
                location = self.of(element)
                location.path = "/".join(steps[:length])
                return location
        return None

    def of(self, element: _Element) -> Location:
        """Where an element begins."""
        if self._starts is None:
            # parse_xml leaves comments and instructions out, and so do these events.
            starts = _starts(as_utf8(self._raw.data, self._raw.file))
            self._starts = dict(zip(self._root.iter(), starts, strict=False))
        line, column = self._starts[element]
        return Location(line, column)


def _starts(data: bytes) -> list[tuple[int, int]]:
    """Line and column, from 1, at which each element begins, in order."""
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate("utf-8")

    def begin(_name: str, _attributes: object) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = begin
    parser.Parse(data, True)
    return found
