"""Layers of rules: the nation, a province, a city.

A layer may add rules, and hold its bodies to the rules of wider layers more
strictly.  What would loosen a rule is refused: a waiver in a profile, with a
reason and an approver, is the way for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.jurisdiction import within
from compliance.model.pack import Pack, Rule, Tightening
from compliance.model.text import Text
from compliance.record import replace

GRAVITY = {"info": 0, "warning": 1, "error": 2}
_DATE = r"\d\d-\d\d"
_SMALLER_IS_STRICTER = ("deadlines", "limits")


def refuse_loosening(pack: Pack, packs: Iterable[Pack], places: Mapping[str, str]) -> None:
    """Check what a pack changes in the rules of others.

    Args:
        pack: the pack, with its ``tightens``.
        packs: the packs of the layers below.
        places: ``file:line`` by pack id and by rule id, for the message.

    Raises:
        Problem: a rule is not there, is not of a wider jurisdiction, or would be loosened.
    """
    below = {rule.id: (rule, other) for other in packs for rule in other.rules}
    for name, change in pack.tightens.items():
        place = places.get(pack.pack, "")
        if name not in below:
            raise Problem(say("plugin.tightens_unknown", rule=name), place)
        rule, other = below[name]
        if not within(pack.jurisdiction, other.jurisdiction):
            raise Problem(say("plugin.tightens_elsewhere", rule=name, here=pack.jurisdiction,
                              there=other.jurisdiction), place)
        loosened = loosening(rule, change.severity, change.weight, change.settings)
        if loosened is not None:
            raise Problem(say("plugin.loosens", rule=name, what=loosened,
                              national=places.get(name, other.pack)), place)


def loosening(rule: Rule, severity: str | None, weight: int | None,
              settings: Mapping[str, Any]) -> Text | None:
    """What a change would loosen in a rule; ``None`` when it only asks for more."""
    if severity is not None and GRAVITY[severity] < GRAVITY[rule.severity]:
        return say("plugin.severity_lowered", old=say(f"cli.{rule.severity}"),
                   new=say(f"cli.{severity}"))
    if weight is not None and weight < rule.points:
        return say("plugin.weight_lowered", old=rule.points, new=weight)
    for key, value in settings.items():
        if key not in rule.settings or not _asks_for_more(key, rule.settings[key], value):
            return say("plugin.setting_loosened", key=key)
    return None


def _asks_for_more(key: str, old: Any, new: Any) -> bool:
    """Whether a setting is surely as strict as the one it replaces, or stricter.

    Of deadlines and limits the smaller is the stricter; of nothing else can it be told.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return all(name not in old or _asks_for_more(key, old[name], new[name]) for name in new)
    if key not in _SMALLER_IS_STRICTER or type(old) is not type(new) or isinstance(old, bool):
        return bool(old == new)
    if isinstance(old, str):
        dates = re.fullmatch(_DATE, old) and re.fullmatch(_DATE, new)
        return bool(new <= old) if dates else old == new
    return isinstance(old, int | float) and bool(new <= old)


def tightened(rule: Rule, change: Tightening) -> Rule:
    """A rule with what a narrower layer asks for in addition."""
    severity = change.severity or rule.severity
    weight = change.weight if change.weight is not None else rule.weight
    return replace(rule, severity=severity, weight=weight, basis=[*rule.basis, *change.basis],
                   settings=_joined(rule.settings, change.settings))


def _joined(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    joined = dict(old)
    for key, value in new.items():
        nested = isinstance(joined.get(key), dict) and isinstance(value, dict)
        joined[key] = _joined(joined[key], value) if nested else value
    return joined


def shadows(pack: Pack, packs: Iterable[Pack], places: Mapping[str, str]) -> list[Text]:
    """Rules of a pack that say what a rule of another pack says already."""
    known = {_sense(rule): rule for other in packs for rule in other.rules}
    found = []
    for rule in pack.rules:
        same = known.get(_sense(rule))
        if same is not None:
            found.append(say("plugin.shadows", rule=rule.id, place=places.get(rule.id, ""),
                             other=same.id, there=places.get(same.id, "")))
    return found


def _sense(rule: Rule) -> tuple[object, ...]:
    """What a rule checks, apart from its names, its severity and its years."""
    return ("".join(rule.check.split()), "".join(rule.when.split()), rule.code,
            repr(sorted(rule.settings.items())), repr(rule.for_each), rule.rounded,
            tuple(sorted(rule.forms)), tuple(rule.kinds))
