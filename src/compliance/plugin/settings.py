"""The settings of coded rules, checked against what their checks declare."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from compliance.checks.expressions import fault_of
from compliance.checks.settings import Setting, settings_of
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.report import Kind
from compliance.model.text import Text
from compliance.plugin.near import or_near

Fault = tuple[tuple[str | int, ...], Text]
"""Keys and indexes below ``settings``, and what is wrong there."""
_COMMON_YEAR = 2023


def faults_of(rule: str, check: str, function: Callable[..., Any],
              given: Mapping[str, Any], *, complete: bool = True) -> Iterator[Fault]:
    """What is wrong with the settings of a rule; nothing where its check declares none.

    Args:
        rule: id of the rule, for the words.
        check: name of its check.
        function: the check.
        given: the settings.
        complete: whether required settings must be among them.
    """
    declared = settings_of(function)
    if declared is None:
        return
    for key, value in given.items():
        known = declared.get(key)
        if known is None:
            yield (key,), _unknown(rule, check, key, declared)
            continue
        for path, fault in _faults(known, value):
            where = _where((key, *path))
            yield (key, *path), say("plugin.setting_wrong", rule=rule, where=where, fault=fault)
    for key, known in declared.items():
        if complete and known.required and key not in given and not given.get(known.unless):
            yield (), say("plugin.setting_missing", rule=rule, key=key, check=check,
                          meaning=known.meaning)


def _unknown(rule: str, check: str, key: str, declared: Mapping[str, Setting]) -> Text:
    if not declared:
        return say("plugin.setting_of_none", rule=rule, key=key, check=check)
    words = say("plugin.setting_unknown", rule=rule, key=key, check=check)
    return or_near(words, key, declared)


def _where(path: tuple[str | int, ...]) -> Text:
    """``deadlines/department``; the items of a list are counted from 1."""
    where = Text.same(str(path[0]))
    for step in path[1:]:
        where = (say("plugin.setting_item", where=where, number=step + 1)
                 if isinstance(step, int) else say("plugin.setting_key", where=where, key=step))
    return where


def _faults(setting: Setting, value: Any) -> Iterator[Fault]:
    """What is wrong with a value, with the keys and indexes below the setting."""
    kind = setting.kind
    if kind == "choice":
        if value not in setting.choices:
            words = say("plugin.expected_choice", value=value)
            yield (), or_near(words, str(value), setting.choices)
    elif kind in _ONE:
        yield from (((), fault) for fault in _ONE[kind](value))
    elif kind in ("words", "expressions"):
        yield from _listed(value, _ONE["text" if kind == "words" else "expression"])
    elif kind == "slips":
        yield from _slips(value)
    else:
        yield from _named(kind, value)


def _listed(value: Any, each: Callable[[Any], Iterator[Text]]) -> Iterator[Fault]:
    if not isinstance(value, list) or not value:
        yield (), say("plugin.expected_list")
        return
    for number, item in enumerate(value):
        yield from (((number,), fault) for fault in each(item))


def _named(kind: str, value: Any) -> Iterator[Fault]:
    if not isinstance(value, dict) or not value:
        yield (), say("plugin.expected_mapping")
        return
    for name, item in value.items():
        if kind in ("days", "numbers_by_kind") and name not in get_args(Kind):
            words = say("plugin.expected_kind", name=name)
            yield (name,), or_near(words, str(name), get_args(Kind))
            continue
        if kind == "named_words":
            yield from (((name, *path), fault) for path, fault in _listed(item, _ONE["text"]))
            continue
        each = _ONE[{"days": "day", "numbers_by_kind": "number"}.get(kind, "expression")]
        yield from (((name,), fault) for fault in each(item))


def _slips(value: Any) -> Iterator[Fault]:
    from compliance.model.validation import validate
    from compliance.model.words import Slip

    try:
        validate(list[Slip], value)
    except Problem as problem:
        yield (), problem.text


def _text(value: Any) -> Iterator[Text]:
    if not isinstance(value, str) or not value:
        yield say("plugin.expected_text", value=value)


def _expression(value: Any) -> Iterator[Text]:
    if not isinstance(value, str) or not value:
        yield say("plugin.expected_text", value=value)
    elif (fault := fault_of(value)) is not None:
        yield say("plugin.expected_expression", fault=fault)


def _number(value: Any) -> Iterator[Text]:
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or value <= 0:
        yield say("plugin.expected_number", value=value)


def _truth(value: Any) -> Iterator[Text]:
    if not isinstance(value, bool):
        yield say("plugin.expected_truth", value=value)


def _day(value: Any) -> Iterator[Text]:
    try:
        month, day = map(int, value.split("-"))
        date(_COMMON_YEAR, month, day)
    except (ValueError, AttributeError):
        yield say("plugin.expected_day", value=value)
    else:
        if value != f"{month:02d}-{day:02d}":
            yield say("plugin.expected_day", value=value)


_ONE: dict[str, Callable[[Any], Iterator[Text]]] = {
    "text": _text, "expression": _expression, "number": _number, "truth": _truth, "day": _day}
