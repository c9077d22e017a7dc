"""The file of a profile: read, and refused where it asks for what it must not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.profile import Gate, Profile
from compliance.model.report import Kind, Locator
from compliance.model.text import Text
from compliance.plugin.library import Library
from compliance.record import record

# Deadlines hold for every year: 29 February is none of them.
_COMMON_YEAR = 2001


@record
class ProfileFile:
    """A profile with the places of its keys."""

    profile: Profile
    path: str
    places: Locator

    def problem(self, text: Text, *steps: str | int) -> Problem:
        """A problem of the value at a path of keys and indexes."""
        return Problem(text, self.path, self.places.find(steps))

    def problem_of_key(self, text: Text, *steps: str | int) -> Problem:
        """A problem of the key at the end of a path."""
        return Problem(text, self.path, self.places.find_key(steps))

    def refuse_unfit(self, library: Library) -> None:
        """Check the profile against the rules in force.

        Raises:
            Problem: it names a rule that is not there, or a deadline later than the law's.
        """
        rules, profile = library.rules(), self.profile
        for name in profile.rules:
            if name not in rules:
                words = say("evaluate.profile_unknown_rule", rule=name)
                raise self.problem(_or_near(words, name, rules), "rules", name)
        for number, waiver in enumerate(profile.waivers):
            if waiver.rule not in rules:
                words = say("cli.waiver_unknown_rule", rule=waiver.rule)
                raise self.problem(_or_near(words, waiver.rule, rules), "waivers", number, "rule")
        for kind, day in profile.deadlines.items():
            law = _law_day(library, kind)
            if law is not None and day > law[0]:
                raise self.problem(say("cli.later_deadline", kind=kind, day=day, law=law[0],
                                       rule=law[1]), "deadlines", kind)


def _or_near(words: Text, name: str, known: Iterable[str]) -> Text:
    from compliance.plugin.near import or_near

    return or_near(words, name, known)


def read_profile(path: str) -> ProfileFile:
    """The profile in a file; its paths are taken from the folder of the file.

    Raises:
        Problem: the file is not a profile, or loosens what it must not.
    """
    from compliance.model.validation import validate
    from compliance.read.source import open_source
    from compliance.read.structured import load_yaml

    data, places = load_yaml(open_source(path))
    profile = validate(Profile, data, path, places)
    file = ProfileFile(profile, path, places)
    _refuse_numbers(file)
    _refuse_waivers(file)
    _refuse_deadlines(file)
    folder = os.path.dirname(path)
    profile.rule_files = [os.path.join(folder, name) for name in profile.rule_files]
    profile.plugin_files = [os.path.join(folder, name) for name in profile.plugin_files]
    return file


def _refuse_numbers(file: ProfileFile) -> None:
    gate, least = file.profile.gate, Gate()
    bounds: list[tuple[tuple[str, ...], Decimal | int | None, Decimal, Decimal | None]] = [
        (("gate", "min_score"), gate.min_score, Decimal(0), Decimal(100)),
        (("gate", "min_coverage"), gate.min_coverage, least.min_coverage, Decimal(1)),
        (("gate", "min_cells"), gate.min_cells, least.min_cells, Decimal(1)),
    ]
    bounds += [(("points", name), value, Decimal(0), None)
               for name, value in file.profile.points.items()]
    bounds += [(("deductions", name), value, Decimal(0), None)
               for name, value in file.profile.deductions.items()]
    for steps, value, low, high in bounds:
        if value is None or (value >= low and (high is None or value <= high)):
            continue
        key, values = "/".join(steps), {"value": value, "low": low, "high": high}
        words = say("cli.too_small" if high is None else "cli.out_of_range", key=key, **values)
        raise file.problem(words, *steps)


def _refuse_waivers(file: ProfileFile) -> None:
    for number, waiver in enumerate(file.profile.waivers):
        for key in ("reason", "approver"):
            if not getattr(waiver, key).strip():
                raise file.problem(say("cli.waiver_blank", key=key, rule=waiver.rule),
                                   "waivers", number, key)
        if waiver.starting is not None and waiver.starting > waiver.until:
            raise file.problem(say("cli.waiver_never", rule=waiver.rule, until=waiver.until,
                                   **{"from": waiver.starting}), "waivers", number, "from")


def _refuse_deadlines(file: ProfileFile) -> None:
    kinds: tuple[Any, ...] = get_args(Kind)
    for kind, day in file.profile.deadlines.items():
        if kind not in kinds:
            raise file.problem_of_key(_unknown_kind(kind, kinds), "deadlines", kind)
        fault = _fault_of_day(day)
        if fault:
            raise file.problem(say(f"cli.{fault}", day=day, kind=kind), "deadlines", kind)


def _unknown_kind(kind: str, kinds: Sequence[str]) -> Text:
    from compliance.messages.model import CHOICES

    known = Text("、".join(f"{name}（{CHOICES[name]}）" for name in kinds), ", ".join(kinds))
    return say("cli.unknown_kind", kind=kind, known=known)


def _fault_of_day(written: str) -> str:
    """The message of what is wrong with ``MM-DD``; empty when nothing is."""
    month, day = written[:2], written[3:]
    if len(written) != 5 or written[2] != "-" or not (month + day).isascii() \
            or not (month + day).isdigit():
        return "no_day"
    try:
        date(_COMMON_YEAR, int(month), int(day))
    except ValueError:
        return "no_such_day"
    return ""


def _law_day(library: Library, kind: str) -> tuple[str, str] | None:
    """The latest day that a national rule still in force sets, ``MM-DD``, and the rule."""
    days = [(str(rule.settings["deadlines"][kind]), rule.id)
            for pack in library.packs.values() if pack.jurisdiction == "CN"
            for rule in pack.rules
            if rule.in_force.last is None and isinstance(rule.settings.get("deadlines"), dict)
            and kind in rule.settings["deadlines"]]
    return max(days, default=None)
