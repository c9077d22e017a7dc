"""Check plain data against the models, and say in plain words what is wrong.

This is the one place that imports pydantic.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text

Model = TypeVar("Model")
# What pydantic expected, by the beginning of its error type.
_FAMILIES = (
    ("int", "integer"), ("decimal", "number"), ("finite", "number"), ("float", "number"),
    ("string", "text"), ("date", "date"), ("list", "list"), ("dict", "mapping"),
    ("dataclass", "mapping"), ("mapping", "mapping"), ("bool", "truth"),
)
_MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")

_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(model: type[Any]) -> TypeAdapter[Any]:
    """The validator of a model, made when first asked for."""
    if model not in _adapters:
        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def validate(model: type[Model], data: Any, file: str = "", places: Any = None) -> Model:
    """``data`` as a ``model``.

    ``places`` maps a path of keys and indexes to a location in the file.

    Raises:
        Problem: names the first key at fault and says what it should be.
    """
    try:
        result: Model = adapter(model).validate_python(data)
    except ValidationError as error:
        # A misspelt key explains why another one is missing beside it.
        first = min(error.errors(), key=lambda item: (-len(item["loc"]), not _is_extra(item)))
        path = _steps(data, first["loc"])
        if _is_extra(first):
            location = places.find_key(path) if places is not None else None
            words = _unknown_key(model, path, error)
        else:
            location = places.find(path) if places is not None else None
            words = _words(first, path, error.error_count())
        raise Problem(words, file, location) from None
    return result


def _is_extra(item: Any) -> bool:
    return item["type"] in ("unexpected_keyword_argument", "extra_forbidden")


def _unknown_key(model: type[Any], path: tuple[Any, ...], error: ValidationError) -> Text:
    """That a key is not known, and which one may be meant."""
    from compliance.model.known_keys import keys_at
    from compliance.plugin.near import near

    *above, key = path or ("",)
    like = near(str(key), keys_at(json_schema(model), above))
    name = "model.misspelt_key" if like else "model.unknown_key"
    words = say(name, key=str(key)[:60], inside=_inside(tuple(above)), like=like)
    explained = (*above, like)
    more = sum(1 for item in error.errors()
               if item["type"] not in _MISSING or item["loc"][-len(explained):] != explained) - 1
    return say("model.more", first=words, count=more) if more else words


def _inside(above: tuple[Any, ...]) -> Text:
    return say("model.inside", where=_where(above)) if above else Text.same("")


def _where(path: tuple[Any, ...]) -> Text:
    """``sections 第 1 项的 heading``."""
    if not path:
        return Text.same("/")
    words = Text.same(str(path[0]))
    for before, step in pairwise(path):
        if isinstance(step, int):
            words = say("model.item", list=words, number=step + 1)
        else:
            words = say("model.key_of_item" if isinstance(before, int) else "model.key_of",
                        inside=words, key=str(step)[:60])
    return words


def _steps(data: Any, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """The keys and indexes of a pydantic path, without the branches of unions in it."""
    here, steps = data, []
    for number, step in enumerate(path):
        last, in_mapping = number == len(path) - 1, isinstance(here, dict)
        if isinstance(here, dict) and (step in here or last):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif not (last and isinstance(here, dict)):
            continue
        steps.append(step if isinstance(step, int) and not in_mapping else str(step))
    return tuple(steps)


def _words(item: Any, path: tuple[Any, ...], count: int) -> Text:
    where = _where(path)
    kind = item["type"]
    if kind in _MISSING:
        words = say("model.missing_key", where=where)
    elif kind == "literal_error":
        choices = str(item["ctx"]["expected"]).replace(" or ", ", ")
        words = say("model.one_of", where=where, value=str(item["input"])[:60],
                    expected=_choices(choices))
    else:
        family = next((name for prefix, name in _FAMILIES if kind.startswith(prefix)), "other")
        expected = _better(item, path) or family
        words = say("model.wrong_value", where=where, value=str(item["input"])[:60],
                    expected=say(f"model.expected_{expected}"))
    if count > 1:
        words = say("model.more", first=words, count=count - 1)
    return words


def _better(item: Any, path: tuple[Any, ...]) -> str:
    """What is expected, where more can be said of it than its type."""
    if item.get("ctx", {}).get("class_name") == "Text" and isinstance(item["input"], str):
        return "both_languages"
    if item["type"] == "string_type" and path and path[-1] == "version":
        return "version"
    number = isinstance(item["input"], int | Decimal) and not isinstance(item["input"], bool)
    return "quoted" if item["type"] == "string_type" and number else ""


def _choices(expected: str) -> Text:
    """``'government', 'township'`` with what each means: ``government（政府）、…``."""
    from compliance.messages.model import CHOICES

    names = [name.strip().strip("'\"") for name in expected.split(",")]
    zh = [f"{name}（{CHOICES[name]}）" if name in CHOICES else name for name in names]
    return Text("、".join(zh), ", ".join(names))


def json_schema(model: type[Any]) -> dict[str, Any]:
    """JSON Schema (2020-12) of a model."""
    schema = adapter(model).json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema
