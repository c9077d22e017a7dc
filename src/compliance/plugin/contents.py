"""What one plug-in brings, read from its files and its hooks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pluggy

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.pack import Pack
from compliance.model.reader import Reader
from compliance.model.text import Text
from compliance.model.words import Slip
from compliance.plugin import API_VERSION, hookspecs
from compliance.plugin.files import as_form, as_pack, as_words, read_mapping
from compliance.plugin.hooks import refuse_unknown_hooks
from compliance.record import field, record

FEATURES = ("checks", "writers", "scoring_models", "commands")
# Bytes that a file begins with: fewer are in files of other formats as well.
SHORTEST_SIGN = 4


@record
class Contents:
    """Forms, packs, word lists and features of one plug-in."""

    forms: list[Form] = field(default_factory=list)
    packs: list[Pack] = field(default_factory=list)
    words: dict[str, list[Slip]] = field(default_factory=dict)
    readers: list[Reader] = field(default_factory=list)
    features: dict[str, dict[str, str]] = field(default_factory=dict)
    """Import strings by name, for each of :data:`FEATURES`."""
    places: dict[str, str] = field(default_factory=dict)
    """``file:line`` of each form, pack and rule, by id."""
    pack_files: dict[str, Path] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    """File of each form and pack, by id."""
    sources: list[Path] = field(default_factory=list)

    def problem(self, name: str, steps: Sequence[str | int], text: Text) -> Problem:
        """What is wrong at some keys and indexes of a form or a pack, with its place."""
        path = self.files[name]
        _, places = read_mapping(path)  # once more, so that not all are kept for this
        return Problem(text, str(path), places.find(steps))

    def adds(self) -> list[str]:
        """What a listing of plug-ins says of it, one item each."""
        items = [f"form {form.form}" for form in self.forms]
        items += [f"pack {pack.pack}" for pack in self.packs]
        items += [f"words {name}" for name in self.words]
        items += [f"reader {reader.format}" for reader in self.readers]
        for kind, named in self.features.items():
            items += [f"{kind[:-1].replace('_', ' ')} {name}" for name in named]
        return items


def contents_of(name: str, plugin: Any) -> Contents:
    """What a plug-in module brings.

    Raises:
        Problem: one of its files is broken, a reader takes too many files, or it is made
            for another version.
        Exception: whatever its hooks raise.
    """
    wanted = getattr(plugin, "COMPLIANCE_API", API_VERSION)
    if wanted != API_VERSION:
        raise Problem(say("plugin.other_api", wanted=wanted, api=API_VERSION))
    manager = pluggy.PluginManager("compliance")
    manager.add_hookspecs(hookspecs)
    if os.environ.get("COMPLIANCE_TRACE"):
        manager.trace.root.setwriter(lambda line: sys.stderr.write(f"{name}: {line}"))
        manager.enable_tracing()
    manager.register(plugin, name)
    refuse_unknown_hooks(name, plugin, manager)
    hook = manager.hook
    contents = contents_of_files(chain(*hook.forms(), *hook.packs(), *hook.word_lists()))
    contents.readers = list(chain(*hook.readers()))
    _refuse_short_signs(contents.readers)
    for kind in FEATURES:
        contents.features[kind] = {}
        for named in getattr(hook, kind)():
            contents.features[kind] |= named
    return contents


def _refuse_short_signs(readers: Iterable[Reader]) -> None:
    for reader in readers:
        for sign in reader.starts:
            if len(sign) < SHORTEST_SIGN:
                raise Problem(say("plugin.short_sign", format=reader.format, sign=repr(sign),
                                  least=SHORTEST_SIGN))


def contents_of_files(paths: Iterable[Path]) -> Contents:
    """The forms, packs and word lists in YAML files.

    Raises:
        Problem: a file is none of them, or is broken.
    """
    contents = Contents()
    for path in paths:
        data, places = read_mapping(path)
        if "form" in data:
            form, files = as_form(path, data, places)
            contents.forms.append(form)
            contents.sources += files
            contents.files[form.form] = path
            contents.places[form.form] = _place(path, places, "form")
        elif "pack" in data:
            _take_pack(contents, path, as_pack(path, data, places), places)
        elif "words" in data:
            contents.words.setdefault(path.stem, []).extend(as_words(path, data, places))
            contents.sources.append(path)
        else:
            raise Problem(say("plugin.unknown_file"), str(path))
    return contents


def _take_pack(contents: Contents, path: Path, pack: Pack, places: Any) -> None:
    contents.packs.append(pack)
    contents.pack_files[pack.pack] = path
    contents.files[pack.pack] = path
    contents.sources.append(path)
    contents.places[pack.pack] = _place(path, places, "pack")
    for number, rule in enumerate(pack.rules):
        contents.places[rule.id] = _place(path, places, "rules", number, "id")


def _place(path: Path, places: Any, *steps: str | int) -> str:
    return f"{path}:{places.find(steps).line or 1}"
