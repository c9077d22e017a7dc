"""The keys of the files that people write, from the classes that check them."""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from enum import Enum, EnumType
from textwrap import dedent
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from compliance.messages import say
from compliance.model.text import Language
from compliance.record import record
from compliance.reference.markdown import code, from_docstring, table

_PLAIN: dict[Any, str] = {str: "text", int: "whole", bool: "truth", float: "number",
                          Decimal: "number", date: "date", bytes: "bytes",
                          type(None): "null", Any: "anything", object: "anything"}


@record
class Key:
    """One key of a mapping: its name, its type, its default and its meaning."""

    name: str
    type: Any
    required: bool
    default: Any
    meaning: str
    """The docstring below the field; empty where there is none."""


def keys_of(model: type[Any]) -> list[Key]:
    """The fields of a class with what their docstrings say."""
    said = _docstrings(model)
    hints = get_type_hints(model)
    found = []
    written = getattr(model, "__pydantic_config__", {}).get("alias_generator", str)
    for item in fields(model):
        required = item.default is MISSING and item.default_factory is MISSING
        default = None if item.default is MISSING else item.default
        found.append(Key(written(item.name), hints[item.name], required, default,
                         said.get(item.name, "")))
    return found


def _docstrings(model: type[Any]) -> dict[str, str]:
    """The text below each field, which Python itself does not keep."""
    tree = ast.parse(dedent(inspect.getsource(model))).body[0]
    assert isinstance(tree, ast.ClassDef)
    said: dict[str, str] = {}
    for before, here in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) \
                and isinstance(here, ast.Expr) and isinstance(here.value, ast.Constant) \
                and isinstance(here.value.value, str):
            said[before.target.id] = " ".join(here.value.value.split())
    return said


def records_below(model: type[Any]) -> list[type[Any]]:
    """A class and the classes of its fields, outermost first, each once."""
    found: list[type[Any]] = []
    waiting = [model]
    while waiting:
        here = waiting.pop(0)
        if here in found:
            continue
        found.append(here)
        for key in keys_of(here):
            waiting += [part for part in _parts(key.type) if hasattr(part, "__dataclass_fields__")]
    return found


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in get_args(hint):
        yield from _parts(inner)


def record_section(model: type[Any], known: list[type[Any]], language: Language) -> str:
    """One class: what it is, and a table of its keys."""
    def words(name: str) -> str:
        return say(f"reference.{name}").in_(language)

    rows = [(code(key.name), type_words(key.type, known, language), _default(key, language),
             meaning(model, key, language))
            for key in keys_of(model)]
    about = _translated(model.__name__, language) or " ".join((model.__doc__ or "").split())
    head = [words(name) for name in ("key", "type", "default", "meaning")]
    return f"## {model.__name__}\n\n{from_docstring(about)}\n\n{table(head, rows)}"


def meaning(model: type[Any], key: Key, language: Language) -> str:
    """What a key means: in Chinese where it is translated, else as its docstring says."""
    translated = _translated(f"{model.__name__}.{key.name}", language)
    return from_docstring(translated or key.meaning)


def _translated(name: str, language: Language) -> str:
    from compliance.reference.fields_zh import FIELDS_ZH
    from compliance.reference.report_zh import REPORT_ZH

    return (FIELDS_ZH | REPORT_ZH).get(name, "") if language == "zh" else ""


def type_words(hint: Any, known: list[type[Any]], language: Language) -> str:
    """A type as an author of YAML understands it."""
    def words(name: str, **values: object) -> str:
        return say(f"reference.type_{name}", **values).in_(language)

    def inner(part: Any) -> str:
        return type_words(part, known, language)

    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " / ".join(code(str(value)) if value != "" else words("empty")
                          for value in arguments)
    if origin in (Union, types.UnionType):
        return words("or").join(dict.fromkeys(map(inner, arguments)))
    if origin in (list, tuple):
        return words("list", of=inner(arguments[0]))
    if origin is dict:
        return words("mapping", of=inner(arguments[1]))
    if hint in known:
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    if isinstance(hint, EnumType):
        return " / ".join(code(str(member.value)) for member in list[Enum](hint))
    return words(_PLAIN[hint]) if hint in _PLAIN else code(getattr(hint, "__name__", str(hint)))


def _default(key: Key, language: Language) -> str:
    if key.required:
        return say("reference.required").in_(language)
    if key.default is None or key.default == "" or key.default == ():
        return "—"
    if hasattr(key.default, "__dataclass_fields__"):
        return "—"
    shown = str(key.default)
    return code(shown.lower() if isinstance(key.default, bool) else shown)
