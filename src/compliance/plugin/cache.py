"""Keep the built library on disk, so that a run does not build it again.

The cache is a private file of the user's, like a ``.pyc``: it is rebuilt when
an installed package, a form or a pack changes, and whatever is wrong with it
only means that the library is built anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys

import compliance
from compliance.plugin.library import Library

_kept: dict[str, Library] = {}


def cache_folder() -> str:
    """``COMPLIANCE_CACHE``, or ``compliance`` in the user's cache folder; ``""`` for none."""
    named = os.environ.get("COMPLIANCE_CACHE")
    if named:
        return named
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    # Without a home, the name of it would be a folder of the place where the program runs.
    return os.path.join(base, "compliance") if os.path.isabs(base) else ""


def installed() -> Library:
    """The library of the installed plug-ins, from the cache when nothing changed.

    Raises:
        Problem: a built-in form or pack is broken.
    """
    path = _path()
    library = _kept.get(path)
    if library is None:
        # Who traces the hooks wants them to be called.
        kept = None if os.environ.get("COMPLIANCE_TRACE") else _load(path)
        library = _kept[path] = kept or _build(path)
    return library


def _path() -> str:
    folder = cache_folder()
    if not folder:
        return ""
    identity = "\0".join([compliance.__version__, sys.version, compliance.__file__, *sys.path])
    name = hashlib.sha256(identity.encode()).hexdigest()[:24]
    return os.path.join(folder, f"library-{name}.bin")


def _load(path: str) -> Library | None:
    try:
        with open(path, "rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            sources, mark, library = pickle.load(file)  # noqa: S301 (our own file)
    except Exception:
        return None
    if not isinstance(library, Library) or fingerprint(sources) != mark:
        return None
    return library


def _build(path: str) -> Library:
    from pathlib import Path

    from compliance.evaluate.programs import build_programs
    from compliance.plugin.discover import discover
    from compliance.plugin.packed import packed

    library, sources = discover()
    build_programs(library)
    code = Path(compliance.__file__).parent.rglob("*.py")
    folders = {source.parent for source in sources}
    watched = [str(path) for path in (*sources, *sorted(folders), *sorted(code))]
    # What did not load may be mended in a place that nobody watches.
    if path and all(plugin.problem is None for plugin in library.plugins):
        _store(path, pickle.dumps((watched, fingerprint(watched), packed(library))))
    return library


def _store(path: str, data: bytes) -> None:
    import tempfile

    with contextlib.suppress(OSError):
        folder = os.path.dirname(path)
        os.makedirs(folder, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)


def fingerprint(paths: list[str]) -> list[tuple[int, int] | None]:
    """What changes when any of the files, or the set of installed packages, changes."""
    found: list[tuple[int, int] | None] = []
    # Where packages are installed: a change there may be a plug-in that came or went.
    folders = [entry for entry in sys.path if entry.endswith("-packages")]
    for path in [*folders, *paths]:
        try:
            status = os.stat(path)
            found.append((status.st_mtime_ns, status.st_size))
        except OSError:
            found.append(None)
    return found
