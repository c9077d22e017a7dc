"""Whether new forms and packs fit what is there: formulas, checks, settings, other rules."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.jurisdiction import within
from compliance.model.pack import Pack, Rule
from compliance.model.text import Text
from compliance.plugin.contents import Contents
from compliance.plugin.grounds import (
    faults_of_form,
    faults_of_pack,
    grounded,
    without_ground,
)
from compliance.plugin.library import Library, PluginRecord, load_feature
from compliance.plugin.near import listed, or_near
from compliance.record import replace


def refuse_faulty(library: Library, contents: Contents) -> None:
    """Check what new forms and packs say of themselves, and what they change in rules below.

    Raises:
        Problem: an id, a place or an expression is none, or an error has no ground.
    """
    for form in contents.forms:
        for steps, text in faults_of_form(form):
            raise contents.problem(form.form, steps, text)
    rules = library.rules()
    for pack in contents.packs:
        for steps, text in faults_of_pack(pack):
            raise contents.problem(pack.pack, steps, text)
        for name, change in pack.tightens.items():
            rule, steps = rules.get(name), ("tightens", name)
            if rule is None:
                continue
            if change.severity == "error" and not grounded([*rule.basis, *change.basis]):
                raise contents.problem(pack.pack, (*steps, "severity"),
                                       without_ground(rule, [*rule.basis, *change.basis]))
            changed = replace(rule, settings=change.settings)
            _refuse_settings(changed, library, contents, pack, steps, complete=False)


def refuse_broken(library: Library, contents: Contents) -> None:
    """Check that new packs can be run: their formulas, coded checks and settings.

    Raises:
        Problem: a formula is broken, or names what a form does not have; a check is not
            there, or does not take a setting.
    """
    for pack in contents.packs:
        for number, rule in enumerate(pack.rules):
            steps = ("rules", number)
            _refuse_idle(rule, library, contents, pack, steps)
            _refuse_settings(rule, library, contents, pack, steps)
        for form in library.forms.values():
            if (within(form.jurisdiction, pack.jurisdiction)
                    or within(pack.jurisdiction, form.jurisdiction)):
                _refuse_formulas(form, library, contents, pack)


def _refuse_formulas(form: Form, library: Library, contents: Contents, pack: Pack) -> None:
    """Check that the formulas of a pack fit a form.

    Raises:
        Problem: one is broken, or names what the form does not have.
    """
    from compliance.evaluate.program import build_program

    lineage = set(library.lineage[form.form])
    for number, rule in enumerate(pack.rules):
        if rule.code or (rule.forms and not lineage & set(rule.forms)):
            continue
        try:
            build_program(form, [rule], once=True)
        except Problem as problem:
            steps = ("rules", number, _faulty_key(form, rule))
            raise contents.problem(pack.pack, steps, problem.text) from problem


def _faulty_key(form: Form, rule: Rule) -> str:
    """Which of the keys of a rule that cannot be bound to a form is at fault."""
    from compliance.evaluate.program import build_program

    for key, tried in (("for_each", replace(rule, check="1 = 1", when="")),
                       ("check", replace(rule, when=""))):
        try:
            build_program(form, [tried], once=True)
        except Problem:
            return key
    return "when"


def _refuse_settings(rule: Rule, library: Library, contents: Contents, pack: Pack,
                     steps: Sequence[str | int], *, complete: bool = True) -> None:
    """Check the settings of a coded rule against what its check declares.

    Raises:
        Problem: the check does not take one of them, or lacks one.
    """
    if not rule.code or rule.code not in library.checks:
        return
    from compliance.plugin.settings import faults_of

    try:
        function = load_feature(library.checks[rule.code])
    except Exception:
        # A plug-in that cannot be imported is named when its check is run.
        return
    for path, text in faults_of(rule.id, rule.code, function, rule.settings, complete=complete):
        raise contents.problem(pack.pack, (*steps, "settings", *path), text)


def _refuse_idle(rule: Rule, library: Library, contents: Contents, pack: Pack,
                 steps: Sequence[str | int]) -> None:
    """Check that a rule can ever be assessed.

    Raises:
        Problem: it names no known form or check, its years run backwards, or it checks
            nothing.
    """
    def refused(text: Text, key: str) -> Problem:
        return contents.problem(pack.pack, (*steps, key), text)

    first, last = rule.in_force.first, rule.in_force.last
    unknown = [form for form in rule.forms if form not in library.forms]
    if unknown and len(unknown) == len(rule.forms):
        words = say("plugin.unknown_forms", rule=rule.id, forms=listed(unknown))
        raise refused(or_near(words, unknown[0], library.forms), "forms")
    if first is not None and last is not None and first > last:
        raise refused(say("plugin.years_backwards", rule=rule.id, first=first, last=last),
                      "in_force")
    if bool(rule.check) == bool(rule.code):
        raise refused(say("plugin.check_or_code", rule=rule.id), "code" if rule.code else "id")
    if not rule.code or rule.code in library.checks:
        return
    broken = next((record for record in library.plugins if record.cause is not None), None)
    if broken is not None:
        raise Problem(say("plugin.check_of_broken", name=broken.name, cause=broken.cause,
                          rule=rule.id, place=library.places.get(rule.id, ""), check=rule.code))
    words = say("plugin.unknown_check", rule=rule.id, name=rule.code)
    raise refused(or_near(words, rule.code, library.checks), "code")


def refuse_conflicts(library: Library, contents: Contents, record: PluginRecord) -> None:
    """Check that the rules of new packs can hold together with those of other layers.

    Raises:
        Problem: they contradict each other.
    """
    from compliance.evaluate.programs import program_for
    from compliance.locate.consistency import consistency, sets_in_force
    from compliance.model.profile import Profile

    for pack in contents.packs:
        own = {rule.id for rule in pack.rules if rule.check}
        forms = [form for form in library.forms.values() if own and (
            within(form.jurisdiction, pack.jurisdiction)
            or within(pack.jurisdiction, form.jurisdiction))]
        for form in forms:
            where = max(form.jurisdiction, pack.jurisdiction, key=len)
            program = program_for(library, form.form, where, Profile())
            for rules in sets_in_force(program, form):
                if not own & {rule.id for rule in rules}:
                    continue
                found = consistency(program, rules, brief=True)
                if own & {rule.id for rule in found.contradictory}:
                    named = "、".join(f"{rule.id}（{library.places.get(rule.id, '')}）"
                                     for rule in found.contradictory)
                    raise Problem(say("plugin.contradict", rules=named, form=form.form),
                                  library.places.get(pack.pack, ""))
                if found.zero:
                    note = say("plugin.only_zero", pack=pack.pack, form=form.form,
                               cells="、".join(found.zero[:6]))
                    record.notes += [note] if note not in record.notes else []
