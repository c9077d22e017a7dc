"""``compliance rules --check``: do the rules of each form contradict or repeat each other?"""

from __future__ import annotations

from collections.abc import Iterable

from compliance.evaluate.programs import program_for
from compliance.locate.consistency import Consistency, consistency, sets_in_force
from compliance.messages import say
from compliance.model.pack import Rule
from compliance.model.profile import Profile
from compliance.model.text import Language
from compliance.plugin.library import Library

_MOST_CELLS = 12


def check_text(library: Library, language: Language) -> tuple[str, bool]:
    """What the rules of every form say of each other, and whether all can hold together."""
    lines: list[str] = []
    sound = True
    for name, form in library.forms.items():
        program = program_for(library, name, form.jurisdiction, Profile())
        found = [consistency(program, rules) for rules in sets_in_force(program, form)]
        sound = sound and not any(each.contradictory for each in found)
        lines += ["", *_of_form(name, found, language)]
    return "\n".join(lines[1:]), sound


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
        say("locate.check_redundant", rule=rule.id, others=_ids(others, comma)).in_(language)
        for each in found for rule, others in each.redundant)
    lines += _once(
        say("locate.check_implied", rule=rule.id, subject=subject,
            others=_ids(others, comma)).in_(language)
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
    return comma.join(rule.id for rule in rules) or "—"


def _few(cells: list[str], language: Language) -> str:
    words = say("write.comma").in_(language).join(cells[:_MOST_CELLS])
    if len(cells) <= _MOST_CELLS:
        return words
    return say("locate.check_more", cells=words, count=len(cells)).in_(language)
