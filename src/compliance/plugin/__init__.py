"""What plug-ins add, and how it is found.

A plug-in is a module under the entry-point group ``compliance`` whose
functions marked :data:`hookimpl` say what it brings: paths of data files, and
import strings of code, so that nothing heavy loads before it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class _LazyMarker:
    """``pluggy.HookimplMarker`` without importing pluggy until a plug-in is defined."""

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        import pluggy

        marked: Callable[..., Any] = pluggy.HookimplMarker("compliance")(function)
        return marked


hookimpl = _LazyMarker()

API_VERSION = 1
"""Version of the hooks; a plug-in names it as ``COMPLIANCE_API``."""

__all__ = ["API_VERSION", "hookimpl"]
