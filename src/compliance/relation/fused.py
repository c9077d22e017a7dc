"""Load fused relations: apart from their making, which a cached library needs no more."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any, cast

FusedFunction = Callable[[list[Any]], list[int]]


def load_fused(code: CodeType) -> FusedFunction:
    """The function that code made by :func:`compliance.relation.fuse` defines."""
    namespace: dict[str, object] = {"__builtins__": {"max": max, "min": min}}
    exec(code, namespace)  # noqa: S102 - generated from typed nodes, never from a rule's text
    return cast(FusedFunction, namespace["fused"])
