"""Regular expressions that are compiled when they are first used.

A run uses about a third of the project's expressions, and to compile one takes
up to a millisecond.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """Stands for an expression; holds the methods of the compiled one from its first use on."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression with the methods of ``re.Pattern``, compiled at its first use."""
    return _Lazy(source, flags)  # type: ignore[return-value]
