"""Which files a call reads, and that it does not write over them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from compliance.errors import Problem
from compliance.messages import say

MOST_FILES = 20_000
_SKIPPED = frozenset({"node_modules", "__pycache__"})


def files_of(paths: Sequence[str]) -> list[str]:
    """The files named, and those in the folders named, in a fixed order.

    Hidden files and folders are left out, and folders of programs.

    Raises:
        Problem: a folder holds no file, or too many.
    """
    found: list[str] = []
    for path in paths:
        if not os.path.isdir(path):
            found.append(path)
            continue
        inside: list[str] = []
        for file in _inside(path):
            inside.append(file)
            if len(inside) > MOST_FILES:
                raise Problem(say("cli.too_many_files", most=MOST_FILES), path)
        if not inside:
            raise Problem(say("cli.empty_folder"), path)
        found += sorted(inside)
    return list(dict.fromkeys(found))


def _inside(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders
                            if not name.startswith(".") and name not in _SKIPPED)
        for name in names:
            file = os.path.normpath(os.path.join(here, name))
            if not name.startswith(".") and os.path.isfile(file):
                yield file


def refuse_overwriting(targets: Iterable[str | None], inputs: Iterable[str | None]) -> None:
    """See that no file is written that the call reads, and none twice.

    Raises:
        Problem: one is.
    """
    read = [path for path in inputs if path is not None]
    written: list[str] = []
    for target in targets:
        if target is None:
            continue
        if any(_same(target, path) for path in read):
            raise Problem(say("cli.overwrites_input"), target)
        if any(_same(target, other) for other in written):
            raise Problem(say("cli.written_twice"), target)
        written.append(target)


def _same(one: str, other: str) -> bool:
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
