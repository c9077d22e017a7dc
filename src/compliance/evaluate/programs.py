"""Which program judges a report: by its form, its jurisdiction and the profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from compliance.errors import Problem
from compliance.evaluate.program import Program, build_program
from compliance.messages import say
from compliance.model.pack import Pack, Rule
from compliance.model.profile import Profile
from compliance.plugin.library import Library

_GRAVITY = {"info": 0, "warning": 1, "error": 2}


def within(jurisdiction: str, of: str) -> bool:
    """Whether a jurisdiction is, or lies in, another."""
    return jurisdiction == of or jurisdiction.startswith(of + "-")


def packs_for(library: Library, jurisdiction: str, profile: Profile) -> list[Pack]:
    """The packs that hold in a jurisdiction, in the order of their ids.

    Raises:
        Problem: the profile names a pack that is not installed.
    """
    for name in profile.packs:
        if name not in library.packs:
            known = "、".join(sorted(library.packs))
            raise Problem(say("evaluate.unknown_pack", pack=name, known=known))
    return [pack for name, pack in sorted(library.packs.items())
            if within(jurisdiction, pack.jurisdiction)
            and (not profile.packs or name in profile.packs)]


def program_for(library: Library, form: str, jurisdiction: str, profile: Profile) -> Program:
    """The program for a form, built when the library does not hold it yet."""
    packs = packs_for(library, jurisdiction or "CN", profile)
    tailored = sorted((name, t.severity or "", -1 if t.weight is None else t.weight)
                      for name, t in profile.rules.items())
    key = repr((form, [pack.pack for pack in packs], tailored))
    program = library.programs.get(key)
    if program is None:
        rules = _rules(library, form, packs, profile)
        program = library.programs[key] = build_program(library.forms[form], rules)
    assert isinstance(program, Program)
    return program


def _rules(library: Library, form: str, packs: Iterable[Pack], profile: Profile) -> list[Rule]:
    lineage = set(library.lineage[form])
    rules: list[Rule] = []
    for pack in packs:
        for rule in pack.rules:
            if rule.forms and not lineage & set(rule.forms):
                continue
            if rule.code and rule.code not in library.checks:
                raise Problem(say("plugin.unknown_check", rule=rule.id, name=rule.code))
            tailoring = profile.rules.get(rule.id)
            if (tailoring is not None and tailoring.severity is not None
                    and _GRAVITY[tailoring.severity] > _GRAVITY[rule.severity]):
                rule = replace(rule, severity=tailoring.severity)
            rules.append(rule)
    return rules


def build_programs(library: Library) -> None:
    """Build the program of every form, as its own jurisdiction uses it."""
    profile = Profile()
    for name, form in library.forms.items():
        program_for(library, name, form.jurisdiction, profile)
