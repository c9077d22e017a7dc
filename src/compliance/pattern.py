"""Regular expressions that are compiled when they are first used.

A run uses about a third of the project's expressions, and to compile one takes
up to a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, AnyStr

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
HAN = r"(?:(?!〇)[^\W\da-zA-Z_])"
"""A Chinese character in an expression; naming their range instead takes long to compile."""


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in a text."""
    for word in words:  # noqa: SIM110 (a generator takes twice as long)
        if word in text:
            return True
    return False


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


class _Watching(_Lazy):
    """Compiled when first asked about a text that holds one of the words it needs."""

    def __init__(self, source: str, flags: int, needs: Iterable[str]) -> None:
        super().__init__(source, flags)
        self.needs = needs

    def search(self, text: str, *within: int) -> Any:
        return self.__getattr__("search")(text, *within) if holds(text, self.needs) else None

    def match(self, text: str, *within: int) -> Any:
        return self.__getattr__("match")(text, *within) if holds(text, self.needs) else None

    def finditer(self, text: str, *within: int) -> Any:
        found = holds(text, self.needs)
        return self.__getattr__("finditer")(text, *within) if found else iter(())

    def sub(self, new: Any, text: str, *count: int) -> Any:
        return self.__getattr__("sub")(new, text, *count) if holds(text, self.needs) else text


def lazy_pattern(
    source: AnyStr, flags: int = 0, needs: Iterable[str] = ()
) -> re.Pattern[AnyStr]:
    """A regular expression with the methods of ``re.Pattern``, compiled at its first use.

    Args:
        source: the expression.
        flags: as for :func:`re.compile`.
        needs: words of which every text that it matches holds one; it is not compiled
            while no text does.
    """
    if needs:
        return _Watching(str(source), flags, needs)  # type: ignore[return-value]
    return _Lazy(source, flags)  # type: ignore[return-value]
