"""Read YAML and JSON: exact numbers, no duplicate keys, nothing executed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.location import Location
from compliance.model.report import Locator
from compliance.pattern import lazy_pattern
from compliance.read.encoding import decode
from compliance.read.limits import MAX_DEPTH, MAX_DIGITS, MAX_NODES
from compliance.read.places import Places
from compliance.read.source import RawFile
from compliance.record import record

_JSON_REASONS = (
    ("Expecting ',' delimiter", "why_bracket"), ("Expecting ':' delimiter", "why_colon"),
    ("property name", "why_quotes"), ("Unterminated string", "why_ends"),
    ("escape", "why_escape"), ("control character", "why_control"),
    ("Illegal trailing comma", "why_quotes"), ("Expecting value", "why_value"),
)
_SURROGATE = lazy_pattern(r"\\u[dD][89a-fA-F]")


@record
class Structured:
    """A report file as data, and the finder of its lines."""

    data: Any
    places: Locator


def read_yaml(raw: RawFile) -> Structured:
    """A YAML file (see :func:`load_yaml`)."""
    return Structured(*load_yaml(raw))


def read_json(raw: RawFile) -> Structured:
    """A JSON file (see :func:`load_json`)."""
    return Structured(*load_json(raw))


def load_yaml(raw: RawFile) -> tuple[Any, Places]:
    """The data of a YAML file, and where each value stands.

    Numbers with decimals are :class:`~decimal.Decimal` as printed, dates are
    :class:`~datetime.date`.

    Raises:
        Problem: bad syntax, a duplicate key, an unknown tag, or too much of anything.
    """
    from compliance.read.yaml_values import build, compose

    text = decode(raw)
    node = compose(text, raw.file)
    data = None if node is None else build(node, raw.file)
    return data, Places(text, raw.file, node)


def load_json(raw: RawFile) -> tuple[Any, Places]:
    """The data of a JSON file, and where each value stands.

    Raises:
        Problem: bad syntax, a duplicate key, a number that is none, or too much of anything.
    """
    text = decode(raw)
    places = Places(text, raw.file, is_json=True)
    try:
        data = json.loads(text, parse_float=_decimal, parse_int=_integer,
                          parse_constant=_refuse_constant, object_pairs_hook=_object)
    except RecursionError:
        raise Problem(say("read.too_deep", limit=MAX_DEPTH), raw.file) from None
    except json.JSONDecodeError as error:
        raise _json_problem(error, raw.file) from None
    except _RefusedError as refused:
        location = places.second(refused.key) if refused.key is not None else None
        raise Problem(refused.problem.text, raw.file, location) from None
    _check(data, raw.file, _SURROGATE.search(text) is not None)
    return data, places


class _RefusedError(Exception):
    """A value that the JSON parser meets at a place that it does not tell."""

    def __init__(self, problem: Problem, key: str | None = None) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.key = key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    built = dict(pairs)
    if len(built) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _RefusedError(Problem(say("read.duplicate_key", key=key[:60])), key)
            seen.add(key)
    return built


def _decimal(written: str) -> Decimal:
    value = Decimal(written) if len(written) <= 2 * MAX_DIGITS else Decimal("NaN")
    if not value.is_finite() or len(value.as_tuple().digits) > MAX_DIGITS \
            or abs(int(value.as_tuple().exponent)) > MAX_DIGITS:
        raise _RefusedError(Problem(say("read.number_too_long", limit=MAX_DIGITS)))
    return value


def _integer(written: str) -> int:
    if len(written) > MAX_DIGITS:
        raise _RefusedError(Problem(say("read.number_too_long", limit=MAX_DIGITS)))
    return int(written)


def _refuse_constant(written: str) -> Any:
    raise _RefusedError(Problem(say("read.not_finite", value=written)))


def _json_problem(error: json.JSONDecodeError, file: str) -> Problem:
    location = Location(error.lineno, error.colno)
    if error.msg == "Extra data":
        return Problem(say("read.several_documents"), file, location)
    slip = {"：": "why_full_colon", "，": "why_full_comma"}.get(error.doc[error.pos:error.pos + 1])
    if slip is not None:
        return Problem(say("read.broken_json", reason=say(f"structured.{slip}")), file, location)
    ends = not error.doc[error.pos:].strip()
    name = "why_ends" if ends else next(
        (name for words, name in _JSON_REASONS if words in error.msg), "why_other")
    return Problem(say("read.broken_json", reason=say(f"read.{name}")), file, location)


def _check(data: Any, file: str, escaped: bool) -> None:
    """Refuse data that is too deep, too much, or text that cannot be written again."""
    level: list[Any] = [data]
    nodes = depth = 0
    while level:
        nodes += len(level)
        depth += 1
        if nodes > MAX_NODES:
            raise Problem(say("read.too_many", limit=MAX_NODES), file)
        if depth > MAX_DEPTH + 1:
            raise Problem(say("read.too_deep", limit=MAX_DEPTH), file)
        below: list[Any] = []
        for value in level:
            if type(value) is dict:
                below.extend(value.values())
                texts: list[Any] = list(value)
            elif type(value) is list:
                below.extend(value)
                continue
            else:
                texts = [value]
            if escaped and any(_is_broken(text) for text in texts):
                raise Problem(say("read.broken_json", reason=say("read.why_surrogate")), file)
        level = below


def _is_broken(value: Any) -> bool:
    return type(value) is str and any("\ud800" <= character <= "\udfff" for character in value)
