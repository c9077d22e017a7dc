"""Find the installed plug-ins and build the library from them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import compliance
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.plugin import builtin
from compliance.plugin.assemble import joined
from compliance.plugin.contents import Contents, contents_of
from compliance.plugin.files import digest_of
from compliance.plugin.fitting import refuse_broken, refuse_conflicts, refuse_faulty
from compliance.plugin.library import Library, PluginRecord

GROUP = "compliance"


def discover() -> tuple[Library, list[Path]]:
    """The library, and the files it was built from.

    A plug-in that cannot be loaded is recorded with its problem; the rest of
    the library stands.

    Raises:
        Problem: a built-in form or pack is broken.
    """
    record = PluginRecord("builtin", compliance.__version__, "")
    contents = contents_of("builtin", builtin)
    library = joined(Library(), contents, record)
    record.digest = digest_of(contents.sources)
    library.plugins.append(record)
    sources = list(contents.sources)
    for name, version, load in _installed():
        library, found = with_plugin(library, PluginRecord(name, version, ""), load)
        sources += found
    return library, sources


def with_plugin(library: Library, record: PluginRecord, load: Any) -> tuple[Library, list[Path]]:
    """A library with one more plug-in, and the files of the plug-in.

    ``load`` gives the plug-in's module.  Whatever goes wrong is recorded, and
    the library stays as it was.
    """
    library.plugins.append(record)
    sources: list[Path] = []
    try:
        plugin = load()
        contents = contents_of(record.name, plugin)
        sources = [*contents.sources, *_code(plugin)]
        record.digest = digest_of(sources)
        return with_contents(library, contents, record), sources
    except Problem as problem:
        record.cause = Text(problem.line("zh"), problem.line("en"))
    except (Exception, SystemExit) as error:
        from compliance.plugin.fault import words_of

        record.cause = Text.same(words_of(error))
    record.problem = broken(record.name, record.cause)
    record.adds = []
    return library, sources


def with_contents(library: Library, contents: Contents, record: PluginRecord) -> Library:
    """A library with forms, packs and features that are checked against it.

    Raises:
        Problem: they do not fit.
    """
    refuse_faulty(library, contents)
    fresh = joined(library, contents, record)
    refuse_broken(fresh, contents)
    refuse_conflicts(fresh, contents, record)
    return fresh


def _code(plugin: Any) -> list[Path]:
    """The Python files of a plug-in: its module, or all of its package."""
    file = getattr(plugin, "__file__", None)
    if file is None:
        return []
    path = Path(file)
    return sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]


def broken(name: str, error: Text) -> Text:
    """What is said of a plug-in that did not load."""
    return say("plugin.broken", name=name, error=error)


def _installed() -> Iterator[tuple[str, str, Any]]:
    """Name, version and loader of the installed plug-ins, by name."""
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        dist, version = entry.dist, entry.dist.version if entry.dist is not None else ""
        if entry.name != "builtin":
            yield entry.name, version, entry.load
        elif entry.value != builtin.__name__:
            # By this name its faults would pass for ours.
            named = f"{entry.name} ({dist.name if dist is not None else entry.value})"
            yield named, version, _refuse_name


def _refuse_name() -> Any:
    raise Problem(say("plugin.named_builtin"))
