"""``compliance rules --check``: do the rules of each form contradict or repeat each other?"""

from __future__ import annotations

from collections.abc import Iterable, Set

from compliance.evaluate.program import Program
from compliance.evaluate.programs import program_for
from compliance.locate.consistency import Consistency, consistency, sets_in_force
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.jurisdiction import within
from compliance.model.pack import Rule
from compliance.model.profile import Profile
from compliance.model.text import Language, Text
from compliance.plugin.library import Library
from compliance.record import replace

_MOST_CELLS = 12


def check_text(library: Library, language: Language,
               own: Set[str] | None = None) -> tuple[str, bool]:
    """What the rules of every form say of each other, and whether all can hold together.

    Args:
        library: forms and rules.
        language: language of the text.
        own: ids of the forms and rules that are looked at, beside all others; everything
            when left out.
    """
    lines: list[str] = []
    sound = True
    for name, form in library.forms.items():
        where = _where(form, library, own)
        program = program_for(library, name, where, Profile())
        if own is not None and name not in own and not _speaks_of(program, own):
            continue
        found = [consistency(program, rules) for rules in sets_in_force(program, form)]
        sound = sound and not any(each.contradictory for each in found)
        if own is not None:
            found = [_only(each, own, with_cells=name in own) for each in found]
        lines += ["", *_of_form(name, found, language)]
    return "\n".join(lines[1:]), sound


def _where(form: Form, library: Library, own: Set[str] | None) -> str:
    """The place whose rules are looked at: the form's, or a narrower one of the own packs."""
    packs = [pack.jurisdiction for pack in library.packs.values()
             if own is not None and pack.pack in own]
    return max([form.jurisdiction, *(there for there in packs if within(there, form.jurisdiction))],
               key=len)


def _speaks_of(program: Program, own: Set[str]) -> bool:
    return any(instance.rule.id in own for instance in program.instances)


def _only(found: Consistency, own: Set[str], *, with_cells: bool) -> Consistency:
    """What is said of some rules; of contradictions, whoever is in them."""
    return replace(
        found,
        redundant=[each for each in found.redundant if each[0].id in own],
        implied=[each for each in found.implied if each[0].id in own],
        not_linear=[rule for rule in found.not_linear if rule.id in own],
        unguarded=found.unguarded if with_cells else [])


def _of_form(name: str, found: list[Consistency], language: Language) -> list[str]:
    comma = say("write.comma").in_(language)
    most = max(each.relations for each in found) if found else 0
    conflicts = _once(_ids(each.contradictory, comma) for each in found if each.contradictory)
    lines = [say("locate.check_form", form=name, count=most, sets=len(found)).in_(language)]
    lines += [say("locate.check_conflict", rules=rules).in_(language) for rules in conflicts]
    if not conflicts:
        lines.append(say("locate.check_sound").in_(language))
    lines += _once(
        say("locate.check_zero", cells=_few(each.zero, language)).in_(language)
        for each in found if each.zero)
    lines += _once(
        say("locate.check_redundant", rule=rule.id, others=_by(others, comma)).in_(language)
        for each in found for rule, others in each.redundant)
    lines += _once(
        say("locate.check_implied", rule=rule.id, subject=subject,
            others=_by(others, comma)).in_(language)
        for each in found for rule, subject, others in each.implied)
    unguarded = [cells for each in found if (cells := _few(each.unguarded, language))]
    if unguarded:
        lines += _once(say("locate.check_unguarded", cells=cells).in_(language)
                       for cells in unguarded)
    lines += _once(
        say("locate.check_not_linear", rules=_ids(each.not_linear, comma)).in_(language)
        for each in found if each.not_linear)
    return [lines[0], *(f"  {line}" for line in lines[1:])]


def _once(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lines))


def _ids(rules: list[Rule], comma: str) -> str:
    return comma.join(rule.id for rule in rules)


def _by(rules: list[Rule], comma: str) -> Text:
    """What a rule follows from: other rules, or that no cell is below nought."""
    return Text.same(_ids(rules, comma)) if rules else say("plugin.no_cell_negative")


def _few(cells: list[str], language: Language) -> str:
    words = say("write.comma").in_(language).join(cells[:_MOST_CELLS])
    if len(cells) <= _MOST_CELLS:
        return words
    return say("locate.check_more", cells=words, count=len(cells)).in_(language)
