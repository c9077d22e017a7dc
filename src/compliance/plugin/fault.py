"""Where the Python code of a plug-in went wrong."""

from __future__ import annotations

import os
from types import TracebackType

# Frames of these are not the plug-in's: the program, what calls hooks, Python itself.
_PASSED = ("pluggy",)


def words_of(error: BaseException) -> str:
    """An exception in one line, with the last line of the plug-in that it came through.

    ``KeyError: 'oh' (mine/checks.py:12)``.  The plug-in is the first code outside of this
    program; the file is named from the folder of its package on.
    """
    lines = str(error).split("\n")
    words = f"{type(error).__name__}: {lines[0]}" if lines[0] else type(error).__name__
    place = _place(error.__traceback__)
    return f"{words} ({place})" if place else words


def _place(trace: TracebackType | None) -> str:
    root, place = "", ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not root and _is_foreign(file):
            root = _root(file)
        if root and (file == root or file.startswith(root + os.sep)):
            named = os.path.relpath(file, os.path.dirname(root)).replace(os.sep, "/")
            place = f"{named}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _is_foreign(file: str) -> bool:
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    library = os.path.dirname(os.path.abspath(os.__file__))
    if file.startswith(("<", own + os.sep)):
        return False
    inside = file.startswith(library + os.sep) and "-packages" + os.sep not in file
    return not inside and os.path.basename(os.path.dirname(file)) not in _PASSED


def _root(file: str) -> str:
    """The folder of the topmost package that a file is in, or the file itself."""
    root, folder = file, os.path.dirname(file)
    while folder and os.path.exists(os.path.join(folder, "__init__.py")):
        root, folder = folder, os.path.dirname(folder)
    return root
