"""``compliance.lock``: the packs and plug-ins that an office has settled on."""

from __future__ import annotations

import os

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.plugin.library import Library

LOCK_FILE = "compliance.lock"


def lock_text(library: Library) -> str:
    """The lock file for what is installed: a digest for each plug-in and pack, in YAML."""
    lines = ["# compliance plugins --lock", "plugins:"]
    lines += [f"  {name}: {digest}" for name, digest in sorted(_plugins(library).items())]
    lines += ["packs:"]
    lines += [f"  {name}: {digest}" for name, digest in sorted(library.digests.items())]
    return "\n".join(lines) + "\n"


def lock_differences(library: Library, path: str = LOCK_FILE) -> list[Text]:
    """How what is installed differs from a lock file; nothing when there is no file.

    Raises:
        Problem: the file is not a lock file.
    """
    if not os.path.exists(path):
        return []
    from compliance.plugin.files import read_mapping

    data, _ = read_mapping(path)
    found: list[Text] = []
    for kind, installed in (("plugins", _plugins(library)), ("packs", library.digests)):
        locked = data.get(kind)
        if not isinstance(locked, dict):
            raise Problem(say("plugin.bad_lock"), path)
        for name in sorted(installed.keys() | locked.keys()):
            if name not in locked:
                found.append(say("plugin.lock_new", name=name, lock=path))
            elif name not in installed:
                found.append(say("plugin.lock_gone", name=name, lock=path))
            elif installed[name] != locked[name]:
                found.append(say("plugin.lock_changed", name=name, lock=path))
    return found


def _plugins(library: Library) -> dict[str, str]:
    return {plugin.name: plugin.digest for plugin in library.plugins}
