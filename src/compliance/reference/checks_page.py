"""The coded checks with their settings and the rules that use them."""

from __future__ import annotations

import inspect

from compliance.checks.settings import Setting, settings_of
from compliance.messages import say
from compliance.model.pack import Rule
from compliance.model.text import Language
from compliance.plugin.library import Library, load_feature
from compliance.reference.code_zh import CHECKS_ZH
from compliance.reference.markdown import code, from_docstring, items


def users_of(library: Library) -> dict[str, list[Rule]]:
    """The rules that use each coded check, by name of the check."""
    users: dict[str, list[Rule]] = {name: [] for name in library.checks}
    for rule in library.rules().values():
        if rule.code:
            users[rule.code].append(rule)
    return users


def docstring_of(name: str, library: Library) -> str:
    """What a coded check says of itself."""
    return inspect.getdoc(load_feature(library.checks[name])) or ""


def checks_page(library: Library, language: Language) -> str:
    """Each coded check: what it looks at, its settings, and who uses it."""
    parts = [f"# {say('reference.checks').in_(language)}\n",
             say("reference.checks_about").in_(language) + "\n"]
    for name, rules in sorted(users_of(library).items()):
        about = CHECKS_ZH.get(name, "") if language == "zh" else ""
        parts += [f"## {name}\n", from_docstring(about or docstring_of(name, library)) + "\n"]
        settings = settings_of(load_feature(library.checks[name]))
        if settings:
            parts += [say("reference.check_settings").in_(language) + "\n",
                      items(_setting(key, known, language) for key, known in settings.items()),
                      say("reference.check_users").in_(language) + "\n"]
        parts.append(items(_use(rule, language) for rule in rules))
    return "\n".join(parts)


def _setting(key: str, known: Setting, language: Language) -> str:
    kind = say(f"reference.kind_{known.kind}")
    if known.required and not known.unless:
        kind = say("reference.kind_required", kind=kind)
    elif known.required:
        kind = say("reference.kind_unless", kind=kind, other=known.unless)
    return say("reference.check_setting", name=key, kind=kind, meaning=known.meaning).in_(language)


def _use(rule: Rule, language: Language) -> str:
    link = f"[{rule.id}](../rules/{rule.id}.md) {from_docstring(rule.title.in_(language))}"
    if not rule.settings:
        return link
    names = say("reference.list_comma").in_(language).join(map(code, rule.settings))
    return f"{link}{say('reference.colon').in_(language)}{names}"
