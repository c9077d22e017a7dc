"""Check plain data against the models, and say in plain words what is wrong.

This is the one place that imports pydantic.
"""

from __future__ import annotations

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
        first = min(error.errors(), key=lambda item: -len(item["loc"]))
        path = _steps(data, first["loc"])
        location = places.find(path) if places is not None else None
        raise Problem(_words(first, path, error.error_count()), file, location) from None
    return result


def _steps(data: Any, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """The keys and indexes of a pydantic path, without the branches of unions in it."""
    here, steps = data, []
    for number, step in enumerate(path):
        last = number == len(path) - 1
        if isinstance(here, dict) and (step in here or last):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif not (last and isinstance(here, dict)):
            continue
        steps.append(step)
    return tuple(steps)


def _words(item: Any, path: tuple[Any, ...], count: int) -> Text:
    where = "/".join(str(part) for part in path) or "/"
    kind = item["type"]
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        words = say("model.unknown_key", key=str(path[-1]) if path else "", where=where)
    elif kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        words = say("model.missing_key", where=where)
    elif kind == "literal_error":
        choices = str(item["ctx"]["expected"]).replace(" or ", ", ")
        words = say("model.one_of", where=where, expected=choices)
    else:
        family = next((name for prefix, name in _FAMILIES if kind.startswith(prefix)), "other")
        words = say("model.wrong_value", where=where, value=str(item["input"])[:60],
                    expected=say(f"model.expected_{family}"))
    if count > 1:
        words = say("model.more", first=words, count=count - 1)
    return words


def json_schema(model: type[Any]) -> dict[str, Any]:
    """JSON Schema (2020-12) of a model."""
    schema = adapter(model).json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema
