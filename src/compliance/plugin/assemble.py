"""Put what plug-ins bring together into one library, and refuse what does not fit."""

from __future__ import annotations

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.open_rows import has_open_rows
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
