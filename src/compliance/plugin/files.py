"""Read forms and packs from their YAML files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form, StatementPattern
from compliance.model.pack import Pack
from compliance.model.validation import validate
from compliance.model.words import Slip, WordList
from compliance.read.source import open_source
from compliance.read.structured import load_yaml
from compliance.record import replace


def digest_of(paths: Iterable[Path]) -> str:
    """``sha256:…`` over the contents of files, in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return f"sha256:{digest.hexdigest()}"


def read_mapping(path: Path | str) -> tuple[dict[str, Any], Any]:
    """The mapping in a YAML file, and the finder of its lines.

    Raises:
        Problem: the file cannot be read, or holds no mapping.
    """
    data, places = load_yaml(open_source(str(path)))
    if not isinstance(data, dict):
        raise Problem(say("plugin.not_mapping"), str(path))
    return data, places


def as_form(path: Path, data: dict[str, Any], places: Any) -> tuple[Form, list[Path]]:
    """One form, not yet resolved, and the files that it was made from.

    Raises:
        Problem: the data is not a form.
    """
    form = validate(Form, data, str(path), places)
    if not form.statements_from:
        return form, [path]
    part = path.parent / form.statements_from
    listed, found = load_yaml(open_source(str(part)))
    statements = validate(list[StatementPattern], listed or [], str(part), found)
    return replace(form, statements=statements + form.statements, statements_from=""), [path, part]


def as_pack(path: Path, data: dict[str, Any], places: Any) -> Pack:
    """One pack.

    Raises:
        Problem: the data is not a pack.
    """
    return validate(Pack, data, str(path), places)


def as_words(path: Path, data: dict[str, Any], places: Any) -> list[Slip]:
    """The slips of one word list.

    Raises:
        Problem: the data is not a word list.
    """
    return validate(WordList, data, str(path), places).words


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
        # Several statements may have the same id: they are replaced together.
        own_ids, placed, merged = {item.id for item in new}, set(), []
        for item in kept:
            if item.id in own.without or item.id in placed:
                continue
            if item.id in own_ids:
                merged += [mine for mine in new if mine.id == item.id]
                placed.add(item.id)
            else:
                merged.append(item)
        return merged + [item for item in new if item.id not in placed]

    return with_labels(replace(
        own, sections=joined(base.sections, own.sections), tables=joined(base.tables, own.tables),
        statements=joined(base.statements, own.statements)))


def with_labels(form: Form) -> Form:
    """A form whose sections, rows and columns know the further spellings in ``labels``.

    Raises:
        Problem: the form has nothing of one of the ids.
    """
    if not form.labels:
        return form
    unused = set(form.labels)

    def spelled(item: Any) -> Any:
        unused.discard(item.id)
        more = [label for label in form.labels.get(item.id, ()) if label not in item.variants]
        return replace(item, variants=[*item.variants, *more]) if more else item

    def row(item: Any) -> Any:
        return replace(spelled(item), rows=[row(inner) for inner in item.rows])

    def block(item: Any) -> Any:
        return replace(item, columns=[spelled(column) for column in item.columns],
                       rows=[row(inner) for inner in item.rows])

    complete = replace(
        form, sections=[spelled(section) for section in form.sections],
        tables=[replace(table, blocks=[block(part) for part in table.blocks])
                for table in form.tables])
    if unused:
        raise Problem(say("plugin.unknown_label", form=form.form, names="、".join(sorted(unused))))
    return complete
