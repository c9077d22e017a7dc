"""Which keys a model takes, for who misspelt one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Schema = dict[str, Any]


def keys_at(schema: Schema, path: Sequence[str | int]) -> list[str]:
    """The keys of the mapping at a path of keys and indexes, by the schema of a model.

    Empty where the schema has no mapping of known keys there.
    """
    level = list(_options(schema, schema))
    for step in path:
        below = [_below(node, step) for node in level]
        level = [option for node in below if node is not None
                 for option in _options(schema, node)]
    return list(dict.fromkeys(key for node in level for key in node.get("properties", ())))


def _options(schema: Schema, node: Schema) -> Iterable[Schema]:
    """A part of the schema, its reference followed, and each part that it may be instead."""
    if "$ref" in node:
        node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    yield node
    for name in ("anyOf", "oneOf", "allOf"):
        for option in node.get(name, ()):
            yield from _options(schema, option)


def _below(node: Schema, step: str | int) -> Schema | None:
    found = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(
        step, node.get("additionalProperties"))
    return found if isinstance(found, dict) else None
