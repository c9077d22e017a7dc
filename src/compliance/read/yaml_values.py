"""From YAML nodes to values, within limits and with the place of every complaint."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.location import Location
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance.read.limits import MAX_DEPTH, MAX_DIGITS, MAX_NODES

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STANDARD = "tag:yaml.org,2002:"
_SCANNED_FIRST = 262_144
_SAFE_DEPTH = 500
_INDENT = lazy_pattern(r"^[ ?:-]+(?:[&!][^ \n]* [ ?:-]+)*", re.M)
_INTEGER = lazy_pattern(r"[-+]?[0-9][0-9_]*")
_DECIMAL = lazy_pattern(r"[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]{1,4})?")
_DATE = lazy_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s].*)?", re.S)
_TRUE = ("yes", "true", "on")
_INTEGER_KIND = Text("整数", "whole number")
_NUMBER_KIND = Text("数", "number")
_DATE_KIND = Text("日期", "date")
_REASONS = (
    ("\\t", "why_tab"), ("tab character", "why_tab"), ("expected ':'", "why_colon"),
    ("mapping values are not allowed", "why_second_colon"),
    ("unexpected end of stream", "why_ends"), ("undefined alias", "why_alias"),
    ("',' or", "why_bracket"), ("escape", "why_escape"), ("block", "why_indent"),
    ("expected key", "why_indent"), ("'-' indicator", "why_indent"),
    ("cannot start any token", "why_character"),
)


def compose(text: str, file: str) -> yaml.Node | None:
    """The one document of a YAML text as nodes; ``None`` when there is none.

    Raises:
        Problem: bad syntax, several documents, or nested too deep.
    """
    bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        code = f"{ord(bad[0]):04X}"
        raise Problem(say("read.bad_character", code=code), file, Location(line, column))
    try:
        # Nodes take much memory, and libyaml composes them by recursion in C: a large
        # file, or one that may be nested deep, is counted before they are made.
        if len(text) > _SCANNED_FIRST or _may_be_deep(text):
            _count_events(text, file)
        node: yaml.Node | None = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_problem(error, text, file) from None
    except yaml.YAMLError:
        raise Problem(say("read.broken_yaml", reason=say("read.why_other")), file) from None
    except RecursionError:
        raise Problem(say("read.too_deep", limit=MAX_DEPTH), file) from None
    return node


def build(node: yaml.Node, file: str) -> Any:
    """The value of a node.

    Raises:
        Problem: a duplicate key, an unknown tag, a value that is none, or too much.
    """
    return _Builder(file).value(node, 0)


def place_of(node: yaml.Node) -> Location:
    """Where a node stands; of a list or mapping, only where it begins."""
    start, end = node.start_mark, node.end_mark
    if start is None:
        return Location()
    if isinstance(node, yaml.ScalarNode) and end is not None:
        return Location(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return Location(start.line + 1, start.column + 1)


def _may_be_deep(text: str) -> bool:
    flow = text.count("[") + text.count("{")
    return flow > _SAFE_DEPTH or max(map(len, _INDENT.findall(text)), default=0) > _SAFE_DEPTH


def _count_events(text: str, file: str) -> None:
    nodes = depth = 0
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            nodes += 1
            depth += isinstance(event, yaml.CollectionStartEvent)
        if nodes > 2 * MAX_NODES:
            raise Problem(say("read.too_many", limit=MAX_NODES), file)
        if depth > MAX_DEPTH:
            mark = event.start_mark
            raise Problem(say("read.too_deep", limit=MAX_DEPTH), file,
                          Location(mark.line + 1) if mark else None)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    location = Location(mark.line + 1, mark.column + 1) if mark else None
    words = f"{error.problem or ''} {error.context or ''}"
    if "single document" in words:
        return Problem(say("read.several_documents"), file, location)
    if "nesting" in words:
        return Problem(say("read.too_deep", limit=MAX_DEPTH), file, location)
    from compliance.read.yaml_slips import slip_of

    slip = slip_of(text, error)
    if slip is not None:
        return Problem(say("read.broken_yaml", reason=say(slip[0])), file, slip[1])
    name = next((name for part, name in _REASONS if part in words), "why_other")
    return Problem(say("read.broken_yaml", reason=say(f"read.{name}")), file, location)


class _Builder:
    """Makes values, and counts them as if every alias were written out."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.nodes = 0
        self.scalars: dict[str, Callable[[yaml.ScalarNode], Any]] = {
            "str": lambda node: node.value, "value": lambda node: node.value,
            "null": lambda _: None, "bool": lambda node: node.value.lower() in _TRUE,
            "int": self._integer, "float": self._decimal, "timestamp": self._date,
        }

    def value(self, node: yaml.Node, depth: int) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._problem(say("read.too_many", limit=MAX_NODES), node)
        if depth > MAX_DEPTH:
            raise self._problem(say("read.too_deep", limit=MAX_DEPTH), node)
        kind = node.tag.removeprefix(_STANDARD)
        if isinstance(node, yaml.ScalarNode) and kind in self.scalars:
            return self.scalars[kind](node)
        if isinstance(node, yaml.SequenceNode) and kind == "seq":
            return [self.value(item, depth + 1) for item in node.value]
        if isinstance(node, yaml.MappingNode) and kind == "map":
            return self._mapping(node, depth)
        tag = node.tag.replace(_STANDARD, "!!")[:60]
        raise self._problem(say("read.unknown_tag", tag=tag), node)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[Any, Any]:
        own: dict[Any, Any] = {}
        merged: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if key_node.tag == _STANDARD + "merge":
                for key, value in self._merged(value_node, depth).items():
                    merged.setdefault(key, value)
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._problem(say("read.key_not_plain"), key_node)
            key = self.value(key_node, depth + 1)
            if key in own:
                raise self._problem(say("read.duplicate_key", key=str(key)[:60]), key_node)
            own[key] = self.value(value_node, depth + 1)
        return {**merged, **own} if merged else own

    def _merged(self, node: yaml.Node, depth: int) -> dict[Any, Any]:
        given = self.value(node, depth + 1)
        parts = given if isinstance(given, list) else [given]
        merged: dict[Any, Any] = {}
        for part in parts:
            if not isinstance(part, dict):
                raise self._problem(say("read.bad_merge"), node)
            merged = {**part, **merged}
        return merged

    def _integer(self, node: yaml.ScalarNode) -> int | str:
        written = node.value
        if len(written) > MAX_DIGITS:
            raise self._problem(say("read.number_too_long", limit=MAX_DIGITS), node)
        if _INTEGER.fullmatch(written):
            return int(written.replace("_", ""))
        if not node.style and written[:1] in set("-+0123456789"):
            # Base 60, octal and the like are not what a person means: 12:30 stays text.
            return str(written)
        raise self._bad(node, _INTEGER_KIND)

    def _decimal(self, node: yaml.ScalarNode) -> Decimal | str:
        written = node.value
        if len(written) > 2 * MAX_DIGITS:
            raise self._problem(say("read.number_too_long", limit=MAX_DIGITS), node)
        if _DECIMAL.fullmatch(written):
            value = Decimal(written.replace("_", ""))
            digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
            if len(digits) > MAX_DIGITS or abs(int(exponent)) > MAX_DIGITS:
                raise self._problem(say("read.number_too_long", limit=MAX_DIGITS), node)
            return value
        if written.lower().lstrip("+-") in (".inf", ".nan"):
            raise self._problem(say("read.not_finite", value=written), node)
        if not node.style and ":" in written:
            return str(written)
        raise self._bad(node, _NUMBER_KIND)

    def _date(self, node: yaml.ScalarNode) -> date:
        found = _DATE.fullmatch(node.value)
        if found is None:
            raise self._bad(node, _DATE_KIND)
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise self._bad(node, _DATE_KIND) from None

    def _bad(self, node: yaml.Node, kind: Text) -> Problem:
        return self._problem(say("read.bad_value", value=str(node.value)[:60], kind=kind), node)

    def _problem(self, text: Text, node: yaml.Node) -> Problem:
        return Problem(text, self.file, place_of(node))
