"""Build the library from the installed plug-ins."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

import pluggy

import compliance
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.pack import Pack
from compliance.model.text import Text
from compliance.plugin import builtin, hookspecs
from compliance.plugin.files import digest_of, load_form, load_pack, resolve
from compliance.plugin.library import Library, PluginRecord

GROUP = "compliance"


def discover() -> tuple[Library, list[Path]]:
    """The library, and the files it was built from.

    A plug-in that cannot be loaded is recorded with its problem; the rest of
    the library stands.

    Raises:
        Problem: a built-in form or pack is broken.
    """
    library = Library()
    sources: list[Path] = []
    forms: dict[str, Form] = {}
    for name, version, plugin in _plugins(library):
        manager = pluggy.PluginManager("compliance")
        manager.add_hookspecs(hookspecs)
        record = PluginRecord(name, version, "")
        library.plugins.append(record)
        try:
            manager.register(plugin, name)
            found, packs, files = _files(manager)
            _features(library, record, manager)
        except Problem as problem:
            if plugin is builtin:
                raise
            record.problem = problem.text
            continue
        except Exception as error:
            if plugin is builtin:
                raise
            record.problem = _broken(name, error)
            continue
        code = getattr(plugin, "__file__", None)
        if plugin is not builtin and code is not None:
            files.append(Path(code))
        sources += files
        record.digest = digest_of(files)
        record.adds += [f"form {form.form}" for form in found]
        record.adds += [f"pack {pack.pack}" for pack, _ in packs]
        forms |= {form.form: form for form in found}
        for pack, path in packs:
            library.packs[pack.pack] = pack
            library.digests[pack.pack] = digest_of([path])
    library.forms, library.lineage = resolve(forms)
    return library, sources


def _plugins(library: Library) -> list[tuple[str, str, Any]]:
    """The built-in plug-in, then the installed ones by name."""
    loaded: list[tuple[str, str, Any]] = [("builtin", compliance.__version__, builtin)]
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        if entry.name == "builtin":
            continue
        version = entry.dist.version if entry.dist is not None else ""
        try:
            loaded.append((entry.name, version, entry.load()))
        except Exception as error:
            library.plugins.append(_unloadable(entry, version, error))
    return loaded


def _unloadable(entry: EntryPoint, version: str, error: Exception) -> PluginRecord:
    return PluginRecord(entry.name, version, "", problem=_broken(entry.name, error))


def _broken(name: str, error: Exception) -> Text:
    return say("plugin.broken", name=name, error=f"{type(error).__name__}: {error}")


def _files(manager: pluggy.PluginManager) -> tuple[list[Form], list[tuple[Pack, Path]], list[Path]]:
    form_files = [path for paths in manager.hook.forms() for path in paths]
    pack_files = [path for paths in manager.hook.packs() for path in paths]
    forms: list[Form] = []
    sources: list[Path] = []
    for path in form_files:
        form, files = load_form(path)
        forms.append(form)
        sources += files
    packs = [(load_pack(path), path) for path in pack_files]
    word_files = [path for paths in manager.hook.word_lists() for path in paths]
    return forms, packs, sources + pack_files + word_files


def _features(library: Library, record: PluginRecord, manager: pluggy.PluginManager) -> None:
    readers = [reader for found in manager.hook.readers() for reader in found]
    library.readers = {reader.format: reader for reader in readers} | library.readers
    record.adds += [f"reader {reader.format}" for reader in readers]
    for kind in ("checks", "writers", "scoring_models"):
        for named in getattr(manager.hook, kind)():
            getattr(library, kind).update(named)
            record.adds += [f"{kind[:-1].replace('_', ' ')} {name}" for name in named]
