"""Read forms and packs from their YAML files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.pack import Pack
from compliance.model.validation import validate
from compliance.read.source import open_source
from compliance.read.structured import load_yaml


def digest_of(paths: Iterable[Path]) -> str:
    """``sha256:…`` over the contents of files, in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return f"sha256:{digest.hexdigest()}"


def load_form(path: Path) -> tuple[Form, list[Path]]:
    """One form, not yet resolved, and the files that it was made from.

    Raises:
        Problem: the file is not a form.
    """
    data, places = _mapping(path)
    files = [path]
    included = data.pop("statements_from", None)
    if isinstance(included, str):
        part = path.parent / included
        statements, _ = load_yaml(open_source(str(part)))
        data["statements"] = [*(statements or []), *data.get("statements", [])]
        files.append(part)
    return validate(Form, data, str(path), places), files


def load_pack(path: Path) -> Pack:
    """One pack.

    Raises:
        Problem: the file is not a pack.
    """
    data, places = _mapping(path)
    return validate(Pack, data, str(path), places)


def _mapping(path: Path) -> tuple[dict[str, Any], Any]:
    """The file's mapping, and where its keys stand."""
    data, places = load_yaml(open_source(str(path)))
    if not isinstance(data, dict):
        raise Problem(say("plugin.not_mapping"), str(path))
    return data, places


def resolve(forms: Mapping[str, Form]) -> tuple[dict[str, Form], dict[str, list[str]]]:
    """Every form with what it extends taken in, and the lineage of each.

    Raises:
        Problem: a form extends one that is not there, or itself.
    """
    complete: dict[str, Form] = {}
    lineage: dict[str, list[str]] = {}
    for name in forms:
        chain = _chain(name, forms)
        lineage[name] = chain
        form = forms[chain[-1]]
        for step in reversed(chain[:-1]):
            form = _merge(form, forms[step])
        complete[name] = form
    return complete, lineage


def _chain(name: str, forms: Mapping[str, Form]) -> list[str]:
    chain = [name]
    while extended := forms[chain[-1]].extends:
        if extended in chain or extended not in forms:
            raise Problem(say("plugin.bad_extends", form=name, extended=extended))
        chain.append(extended)
    return chain


def _merge(base: Form, own: Form) -> Form:
    """``own`` with the sections, tables and statements of ``base`` that it keeps."""

    def joined(kept: list[Any], new: list[Any]) -> list[Any]:
        named = {item.id: item for item in new}
        merged = [named.pop(item.id, item) for item in kept if item.id not in own.without]
        return merged + [item for item in new if item.id in named]

    return replace(
        own, sections=joined(base.sections, own.sections), tables=joined(base.tables, own.tables),
        statements=joined(base.statements, own.statements))
