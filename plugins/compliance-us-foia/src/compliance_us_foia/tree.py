"""Elements by their names without namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def children(element: _Element, name: str) -> Iterator[_Element]:
    """The children of a name."""
    return (child for child in element if local(child.tag) == name)


def first(element: _Element | None, name: str) -> _Element | None:
    """The first child of a name."""
    return None if element is None else next(children(element, name), None)


def below(element: _Element, path: str) -> _Element | None:
    """The first element at a path of names with ``/`` between them."""
    found: _Element | None = element
    for name in path.split("/"):
        found = first(found, name)
    return found


def text_of(element: _Element | None) -> str:
    """The text of an element, without what is around it; empty when there is none."""
    return "" if element is None else (element.text or "").strip()


def attribute(element: _Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty when there is none."""
    return next((str(value) for key, value in element.attrib.items() if local(str(key)) == name),
                "")
