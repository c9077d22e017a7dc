"""Where the values of a structured file stand, found only when asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from compliance.errors import Problem
from compliance.model.location import Location
from compliance.pattern import lazy_pattern

if TYPE_CHECKING:
    # A clean JSON report never needs its places, nor yaml.
    import yaml

_SURROGATE = lazy_pattern(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


class Places:
    """Maps a path such as ``("tables", "申请", "本年新收", 0)`` to its location."""

    def __init__(self, text: str, file: str, node: yaml.Node | None = None,
                 is_json: bool = False) -> None:
        self._text = text
        self._file = file
        self._node = node
        self._composed = not is_json
        self._children: dict[int, dict[Any, tuple[yaml.Node, yaml.Node]]] = {}

    def find(self, path: Sequence[Any]) -> Location:
        """The location of the value at ``path``, or of the nearest value around it.

        Steps that the file does not have are passed over.
        """
        return self._find(path, False)

    def find_key(self, path: Sequence[Any]) -> Location:
        """The location of the key that ``path`` ends with, beside its value."""
        return self._find(path, True)

    def _find(self, path: Sequence[Any], of_key: bool) -> Location:
        found: Location | None = None
        node = self._root()
        for step in path:
            entry = self._child(node, step) if node is not None else None
            if entry is not None:
                named, node = entry
                found = self._place(named, named if of_key else node)
        location = found or Location(1)
        location.path = "/".join(map(str, path))
        return location

    def second(self, key: str) -> Location | None:
        """Where ``key`` stands for the second time in one mapping."""
        root = self._root()
        for mapping in _mappings(root) if root is not None else ():
            named = [name for name, _ in mapping.value if name.value == key]
            if len(named) > 1:
                return self._place(named[1], named[1])
        return None

    def _root(self) -> yaml.Node | None:
        if not self._composed:
            self._composed = True
            # JSON is YAML but for tabs and halves of surrogate pairs; both
            # replacements keep every column.
            from compliance.read.yaml_values import compose

            text = _SURROGATE.sub(r"\\u0041", self._text.replace("\t", " "))
            try:
                self._node = compose(text, self._file)
            except Problem:
                self._node = None
        return self._node

    def _child(self, node: yaml.Node, step: Any) -> tuple[yaml.Node, yaml.Node] | None:
        """The key (or the item itself) and the value at one step below a node."""
        import yaml

        if isinstance(node, yaml.SequenceNode):
            items = node.value
            inside = type(step) is int and -len(items) <= step < len(items)
            return (items[step], items[step]) if inside else None
        if not isinstance(node, yaml.MappingNode):
            return None
        children = self._children.get(id(node))
        if children is None:
            children = {name.value: (name, value) for name, value in reversed(node.value)
                        if isinstance(name, yaml.ScalarNode)}
            self._children[id(node)] = children
        return children.get(str(step))

    @staticmethod
    def _place(named: yaml.Node, node: yaml.Node) -> Location:
        from yaml import ScalarNode

        from compliance.read.yaml_values import place_of

        return place_of(node if isinstance(node, ScalarNode) else named)


def _mappings(root: yaml.Node) -> Iterator[yaml.MappingNode]:
    import yaml

    pending: deque[yaml.Node] = deque([root])
    seen: set[int] = set()
    while pending:
        node = pending.popleft()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield node
            pending.extend(value for _, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            pending.extend(node.value)
