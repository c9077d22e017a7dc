"""Which program judges a report: by its form, its jurisdiction and the profile."""

from __future__ import annotations

import pickle
from collections.abc import Iterable

from compliance.errors import Problem
from compliance.evaluate.program import Program, build_program
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.jurisdiction import within
from compliance.model.pack import Pack, Rule, Tightening
from compliance.model.profile import Profile, Tailoring
from compliance.plugin.layers import loosening, tightened
from compliance.plugin.library import Library


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
    packs = packs_for(library, jurisdiction, profile)
    tailored = sorted((name, t.severity or "", -1 if t.weight is None else t.weight)
                      for name, t in profile.rules.items())
    digests = [(pack.pack, library.digests.get(pack.pack)) for pack in packs]
    key = repr((form, digests, tailored))
    program = library.programs.get(key)
    if isinstance(program, bytes):
        program = library.programs[key] = pickle.loads(program)  # noqa: S301 (packed below)
    if program is None:
        rules = _rules(library, form, packs, profile)
        program = library.programs[key] = build_program(library.forms[form], rules)
    assert isinstance(program, Program)
    return program


def program_once(library: Library, form: Form, jurisdiction: str, profile: Profile) -> Program:
    """The program for a form with the rows of one report, which the library does not keep."""
    packs = packs_for(library, jurisdiction, profile)
    return build_program(form, _rules(library, form.form, packs, profile), once=True)


def _rules(library: Library, form: str, packs: Iterable[Pack], profile: Profile) -> list[Rule]:
    lineage = set(library.lineage[form])
    rules: list[Rule] = []
    narrowing = sorted(packs, key=lambda pack: pack.jurisdiction.count("-"))
    for pack in packs:
        for rule in pack.rules:
            if rule.forms and not lineage & set(rule.forms):
                continue
            if rule.code and rule.code not in library.checks:
                raise Problem(say("plugin.unknown_check", rule=rule.id, name=rule.code))
            for layer in narrowing:
                if rule.id in layer.tightens:
                    rule = tightened(rule, layer.tightens[rule.id])
            tailoring = profile.rules.get(rule.id)
            if tailoring is not None:
                rule = _tailored(rule, tailoring)
            rules.append(rule)
    return rules


def _tailored(rule: Rule, tailoring: Tailoring) -> Rule:
    """A rule as the profile wants it.

    Raises:
        Problem: the profile would loosen it.
    """
    loosened = loosening(rule, tailoring.severity, tailoring.weight, {})
    if loosened is not None:
        raise Problem(say("evaluate.profile_loosens", rule=rule.id, what=loosened))
    return tightened(rule, Tightening(tailoring.severity, tailoring.weight))


def build_programs(library: Library) -> None:
    """Build the program of every form, as its own jurisdiction uses it.

    Each is packed by itself, because a run needs one of them.
    """
    profile = Profile()
    for name, form in library.forms.items():
        if name not in library.open_forms:
            program_for(library, name, form.jurisdiction, profile)
    library.programs = {key: pickle.dumps(program) for key, program in library.programs.items()}
