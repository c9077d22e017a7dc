"""Rules and plug-ins that are not installed, but named by their path."""

from __future__ import annotations

import importlib.util
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from compliance.errors import Problem
from compliance.messages import say
from compliance.plugin.contents import contents_of_files
from compliance.plugin.discover import with_contents, with_plugin
from compliance.plugin.files import digest_of
from compliance.plugin.library import Library, PluginRecord
from compliance.record import replace


def with_local(library: Library, rules: Sequence[str], plugins: Sequence[str] = ()) -> Library:
    """A library with local packs and plug-ins; the one given stays as it was.

    Plug-ins come first: a pack may name the coded checks that they bring.

    Args:
        library: what is installed.
        rules: YAML files (a pack, a form or a word list each), and folders of them.
        plugins: Python files with hooks.  They are run, so they are only taken
            when they are named.

    Raises:
        Problem: a path is not there, or a YAML file is broken or does not fit.
    """
    fresh = replace(library, plugins=list(library.plugins), programs=dict(library.programs))
    for path in plugins:
        if not Path(path).is_file():
            raise Problem(say("read.missing"), path)
        fresh, _ = with_plugin(fresh, PluginRecord(path, "", ""), lambda path=path: _module(path))
    there = {Path(place.rpartition(":")[0]).resolve() for place in library.places.values()}
    for path in rules:
        # A package that is installed from this folder has brought its files already.
        files = [file for file in rule_files(path) if file.resolve() not in there]
        contents = contents_of_files(files)
        record = PluginRecord(path, "", digest_of(contents.sources))
        fresh = with_contents(fresh, contents, record)
        fresh.plugins.append(record)
    return fresh


def ids_in(library: Library, paths: Sequence[str]) -> set[str]:
    """Ids of the forms, packs and rules of a library that stand in files at some paths.

    Raises:
        Problem: there is nothing at a path.
    """
    files = {file.resolve() for path in paths for file in rule_files(path)}
    return {name for name, place in library.places.items()
            if Path(place.rpartition(":")[0]).resolve() in files}


def rule_files(path: str) -> list[Path]:
    """The YAML files at a path, forms first; test cases are left out.

    Raises:
        Problem: there is nothing.
    """
    place = Path(path)
    if place.is_file():
        return [place]
    found = sorted(file for ending in ("*.yaml", "*.yml") for file in place.rglob(ending)
                   if not file.stem.endswith(".cases"))
    if not found:
        raise Problem(say("plugin.no_rules") if place.is_dir() else say("read.missing"), path)
    return found


def _module(path: str) -> ModuleType:
    """The module in a file, known to Python by a name of its own.

    So it can name its own functions: ``f"{__name__}:check"``.
    """
    mark = f"{zlib.crc32(str(Path(path).resolve()).encode()):08x}"
    name = f"compliance_local_{mark}_{Path(path).stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise Problem(say("plugin.not_python"), path)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
