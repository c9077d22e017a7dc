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
from pathlib import Path

import compliance
from compliance.plugin.library import Library

_kept: dict[Path, Library] = {}


def cache_folder() -> Path:
    """``COMPLIANCE_CACHE``, or ``compliance`` in the user's cache folder."""
    named = os.environ.get("COMPLIANCE_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "compliance"


def installed() -> Library:
    """The library of the installed plug-ins, from the cache when nothing changed.

    Raises:
        Problem: a built-in form or pack is broken.
    """
    path = _path()
    library = _kept.get(path)
    if library is None:
        library = _kept[path] = _load(path) or _build(path)
    return library


def _path() -> Path:
    identity = "\0".join([compliance.__version__, sys.version, compliance.__file__, *sys.path])
    name = hashlib.sha256(identity.encode()).hexdigest()[:24]
    return cache_folder() / f"library-{name}.bin"


def _load(path: Path) -> Library | None:
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return None
        sources, mark, library = pickle.loads(path.read_bytes())  # noqa: S301 (our own file)
    except Exception:
        return None
    if not isinstance(library, Library) or fingerprint(sources) != mark:
        return None
    return library


def _build(path: Path) -> Library:
    from compliance.evaluate.programs import build_programs
    from compliance.plugin.discover import discover

    library, sources = discover()
    build_programs(library)
    code = list(Path(compliance.__file__).parent.rglob("*.py"))
    folders = {source.parent for source in sources}
    watched = [*sources, *sorted(folders), *sorted(code)]
    _store(path, pickle.dumps((watched, fingerprint(watched), library)))
    return library


def _store(path: Path, data: bytes) -> None:
    import tempfile

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)


def fingerprint(paths: list[Path]) -> str:
    """What changes when any of the files, or the set of installed packages, changes."""
    digest = hashlib.sha256()
    # Where packages are installed: a change there may be a plug-in that came or went.
    folders = [Path(entry) for entry in sys.path if entry.endswith("-packages")]
    for path in [*folders, *paths]:
        try:
            status = os.stat(path)
        except OSError:
            continue
        digest.update(f"{path}\0{status.st_mtime_ns}\0{status.st_size}\n".encode())
    return digest.hexdigest()
