"""The list of rules, one table for each pack."""

from __future__ import annotations

from compliance.messages import say
from compliance.model.text import Language
from compliance.plugin.library import Library
from compliance.reference.markdown import code, escaped, table
from compliance.reference.rule_page import effective_years, years_text


def rule_index(library: Library, language: Language) -> str:
    """Every rule with a link to its page, by pack: the nation's before the provinces'."""
    def words(key: str, /, **values: object) -> str:
        return say(f"reference.{key}", **values).in_(language)

    parts = [f"# {words('rules')}\n", words("rules_about", count=len(library.rules())) + "\n"]
    head = [words(name) for name in ("rule", "requirement", "severity_head", "years_head")]
    packs = sorted(library.packs.values(), key=lambda pack: (len(pack.jurisdiction),
                                                             pack.jurisdiction, pack.pack))
    for pack in packs:
        rows = [(f"[{rule.id}]({rule.id}.md)", escaped(rule.title.in_(language)),
                 say(f"cli.{rule.severity}").in_(language),
                 years_text(effective_years(rule, library), language)) for rule in pack.rules]
        parts += [f"## {escaped(pack.title.in_(language))} {code(pack.pack)}\n",
                  words("pack_about", version=pack.version,
                        jurisdiction=code(pack.jurisdiction)) + "\n"]
        if pack.tightens:
            parts.append(words("pack_tightens", rules=words("list_comma").join(
                f"[{rule}]({rule}.md)" for rule in pack.tightens)) + "\n")
        if rows:
            parts.append(table(head, rows))
    return "\n".join(parts)
