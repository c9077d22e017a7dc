"""Put what plug-ins bring together into one library, and refuse what does not fit."""

from __future__ import annotations

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.jurisdiction import within
from compliance.model.open_rows import has_open_rows
from compliance.model.pack import Rule
from compliance.plugin.contents import FEATURES, Contents
from compliance.plugin.files import digest_of, resolve
from compliance.plugin.form_layers import refuse_lesser_form
from compliance.plugin.layers import refuse_loosening, shadows
from compliance.plugin.library import Library, PluginRecord
from compliance.record import replace


def joined(library: Library, contents: Contents, record: PluginRecord) -> Library:
    """A library with the contents of one more plug-in; all of them or none.

    ``record`` learns what was added and what is worth a note.

    Raises:
        Problem: an id is taken, a form or a formula is broken, or a rule of a
            wider layer would be loosened.
    """
    _refuse_taken(library, contents)
    places = library.places | contents.places
    fresh = replace(
        library,
        places=places,
        packs=library.packs | {pack.pack: pack for pack in contents.packs},
        digests=library.digests | {pack: digest_of([path])
                                   for pack, path in contents.pack_files.items()},
        words=library.words | {name: [*library.words.get(name, []), *slips]
                               for name, slips in contents.words.items()},
        readers={reader.format: reader for reader in contents.readers} | library.readers,
        origins=library.origins | _origins(contents, record.name),
        **{kind: getattr(library, kind) | contents.features.get(kind, {}) for kind in FEATURES},
    )
    known = library.forms | {form.form: form for form in contents.forms}
    fresh.forms, fresh.lineage = resolve(known)
    fresh.open_forms = {name for name, form in fresh.forms.items() if has_open_rows(form)}
    for form in contents.forms:
        refuse_lesser_form(fresh.forms[form.form], fresh.forms, fresh.lineage[form.form],
                           places[form.form])
    for pack in contents.packs:
        refuse_loosening(pack, library.packs.values(), places)
        record.notes += shadows(pack, library.packs.values(), places)
    record.adds += contents.adds()
    return fresh


def refuse_broken(library: Library, contents: Contents) -> None:
    """Check that the formulas of new packs fit the forms that they hold for.

    Raises:
        Problem: a formula is broken, or names what a form does not have.
    """
    from compliance.evaluate.program import build_program

    for pack in contents.packs:
        for rule in pack.rules:
            _refuse_idle(rule, library)
        for form in library.forms.values():
            if not (within(form.jurisdiction, pack.jurisdiction)
                    or within(pack.jurisdiction, form.jurisdiction)):
                continue
            lineage = set(library.lineage[form.form])
            rules = [rule for rule in pack.rules
                     if not rule.forms or lineage & set(rule.forms)]
            for rule in rules:
                if rule.code and rule.code not in library.checks:
                    raise Problem(say("plugin.unknown_check", rule=rule.id, name=rule.code),
                                  library.places.get(rule.id, ""))
                try:
                    build_program(form, [rule])
                except Problem as problem:
                    problem.file = problem.file or library.places.get(rule.id, "")
                    raise


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


def _refuse_idle(rule: Rule, library: Library) -> None:
    """Check that a rule can ever be assessed.

    Raises:
        Problem: it names no known form, its years run backwards, or it checks nothing.
    """
    place, first, last = library.places.get(rule.id, ""), rule.in_force.first, rule.in_force.last
    unknown = [form for form in rule.forms if form not in library.forms]
    if unknown and len(unknown) == len(rule.forms):
        raise Problem(say("plugin.unknown_forms", rule=rule.id, forms="、".join(unknown)), place)
    if first is not None and last is not None and first > last:
        raise Problem(say("plugin.years_backwards", rule=rule.id, first=first, last=last), place)
    if bool(rule.check) == bool(rule.code):
        raise Problem(say("plugin.check_or_code", rule=rule.id), place)


def _refuse_taken(library: Library, contents: Contents) -> None:
    own: dict[str, str] = {}
    ids = [form.form for form in contents.forms]
    ids += [pack.pack for pack in contents.packs]
    ids += [rule.id for pack in contents.packs for rule in pack.rules]
    for name in ids:
        here = contents.places.get(name, "")
        there = own.get(name) or library.places.get(name)
        if there is not None:
            raise Problem(say("plugin.taken", name=name, there=there), here)
        own[name] = here
    taken = [name for kind in FEATURES
             for name in contents.features.get(kind, {}) if name in getattr(library, kind)]
    taken += [reader.format for reader in contents.readers if reader.format in library.readers]
    if taken:
        raise Problem(say("plugin.feature_taken", name=taken[0]))


def _origins(contents: Contents, plugin: str) -> dict[str, str]:
    named = {f"{kind}:{name}": plugin
             for kind in FEATURES for name in contents.features.get(kind, {})}
    return named | {f"readers:{reader.format}": plugin for reader in contents.readers}
