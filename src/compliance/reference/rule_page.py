"""The page of one rule: what the law says, how it is checked, an example, the mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from compliance.messages import say
from compliance.model.audit import Result
from compliance.model.form import Form, Years
from compliance.model.pack import Basis, Pack, Rule
from compliance.model.report import Kind
from compliance.model.text import LANGUAGES, Language
from compliance.plugin.library import Library
from compliance.reference.failing import Example, as_yaml, failing_example
from compliance.reference.markdown import code, escaped, fenced, items
from compliance.reference.words import in_words, names_in

# Beyond these a list on a page says how many there are.
_MOST_FAILURES = 4


def rule_page(rule: Rule, library: Library, language: Language) -> str:
    """The page of a rule as Markdown, with links to the forms and the coded checks."""
    return _Page(rule, library, language, failing_example(rule.id, library)).whole()


def rule_pages(rule: Rule, library: Library) -> dict[Language, str]:
    """The page in every language; the example is audited once."""
    example = failing_example(rule.id, library)
    return {language: _Page(rule, library, language, example).whole() for language in LANGUAGES}


def rule_text(rule: Rule, library: Library, language: Language) -> str:
    """The same page for a terminal."""
    from compliance.reference.markdown import as_text

    return as_text(rule_page(rule, library, language))


def years_text(years: Years, language: Language) -> str:
    """``2019—2020 年度``, ``2021 年度起``, or that every year is meant."""
    if years.first is not None and years.first == years.last:
        words = say("reference.one_year", first=years.first)
    elif years.first is not None and years.last is not None:
        words = say("reference.from_to", first=years.first, last=years.last)
    elif years.first is not None:
        words = say("reference.since", first=years.first)
    elif years.last is not None:
        words = say("reference.until", last=years.last)
    else:
        words = say("reference.every_year")
    return words.in_(language)


def effective_years(rule: Rule, library: Library) -> Years:
    """The years in force, within those of the forms that the rule holds for."""
    spans = [library.forms[form].years for form in rule.forms if form in library.forms]
    firsts = [span.first for span in spans if span.first is not None]
    lasts = [span.last for span in spans if span.last is not None]
    first = max((year for year in (
        rule.in_force.first, min(firsts) if firsts and len(firsts) == len(spans) else None)
        if year is not None), default=None)
    last = min((year for year in (
        rule.in_force.last, max(lasts) if lasts and len(lasts) == len(spans) else None)
        if year is not None), default=None)
    return Years(first, last)


class _Page:
    """Writes the page of one rule in one language."""

    def __init__(self, rule: Rule, library: Library, language: Language,
                 example: Example | None) -> None:
        self.rule, self.library, self.language = rule, library, language
        self.failing = example
        self.pack: Pack = next(
            pack for pack in library.packs.values() if any(own is rule for own in pack.rules))
        self.years = effective_years(rule, library)

    def say(self, key: str, /, **values: Any) -> str:
        return say(f"reference.{key}", **values).in_(self.language)

    def whole(self) -> str:
        parts = [
            f"# {self.rule.id} {escaped(self.rule.title.in_(self.language))}\n",
            f"> {escaped(self.rule.says)}\n",
            self.part("basis", items(map(self.basis, self.rule.basis))),
            self.part("at_a_glance", items(self.glance())),
            self.part("applies", items(self.scope())),
            self.part("check", items(self.check())),
            self.part("example", self.example()),
            self.part("mend", escaped(self.rule.mend.in_(self.language)) + "\n"),
            self.part("history", items(self.history())),
        ]
        return "\n".join(parts)

    def part(self, name: str, body: str) -> str:
        return f"## {self.say(name)}\n\n{body}"

    def basis(self, basis: Basis) -> str:
        limited = basis.years != Years()
        line = self.say(
            "basis_years" if limited else "basis_line", document=basis.document,
            clause=basis.clause, strength=self.say(f"strength_{basis.strength}"),
            years=years_text(basis.years, self.language))
        return escaped(line.replace(" （", "（"))

    def glance(self) -> Iterator[str]:
        rule, language = self.rule, self.language
        yield self.say("severity", severity=say(f"cli.{rule.severity}").in_(language))
        yield self.say("weight", weight=rule.points)
        yield self.say("category", category=say(f"write.category_{rule.category}").in_(language))
        if rule.veto:
            yield self.say("veto")
        yield self.say("pack_of", pack=code(self.pack.pack), version=self.pack.version,
                       jurisdiction=code(self.pack.jurisdiction))

    def scope(self) -> Iterator[str]:
        rule, comma = self.rule, self.say("list_comma")
        yield self.say("years", years=years_text(self.years, self.language))
        forms = comma.join(f"[{form}](../forms/{form}.md)" for form in rule.forms)
        yield self.say("forms", forms=forms or self.say("every_form"))
        kinds = comma.join(map(self.kind, rule.kinds))
        yield self.say("kinds", kinds=kinds or self.say("every_kind"))
        if rule.when:
            yield self.say("when", formula=rule.when, words=escaped(self.words(rule.when)))

    def kind(self, name: str) -> str:
        """A kind of body in words; any other name as it is."""
        return self.say(f"kind_{name}") if name in get_args(Kind) else name

    def forms(self) -> list[Form]:
        """The forms of the rule, the nearest to it first."""
        known = self.library.forms
        own = [known[form] for form in self.rule.forms if form in known]
        return own or list(known.values())

    def words(self, formula: str) -> str:
        each = self.rule.for_each
        names = names_in(self.forms(), each is not None and bool(each.text))
        return in_words(formula, names, self.language)

    def check(self) -> Iterator[str]:
        rule = self.rule
        if rule.code:
            link = f"[{code(rule.code)}](../reference/checks.md#{rule.code})"
            yield self.say("coded", name=link)
            for name, value in rule.settings.items():
                yield self.say("setting", name=name, value=escaped(self.value(value)))
            return
        yield self.subject()
        yield self.say("formula", formula=rule.check)
        yield self.say("in_words", words=escaped(self.words(rule.check)))
        if rule.rounded:
            yield self.say("rounded")

    def value(self, value: Any) -> str:
        comma = self.say("list_comma")
        if isinstance(value, dict):
            return comma.join(f"{self.kind(key)} {self.value(item)}"
                              for key, item in value.items())
        if isinstance(value, list):
            return comma.join(map(self.value, value))
        return str(value)

    def subject(self) -> str:
        each = self.rule.for_each
        if each is None:
            return self.say("whole_report")
        if each.text:
            return self.say(f"each_{each.text}")
        name = each.column or each.row
        titles = [table.title for form in self.forms() for table in form.tables
                  if table.id == name]
        shown = titles[0].in_(self.language) if titles else name
        words = self.say("each_column" if each.column else "each_row", table=shown)
        comma = self.say("list_comma")
        if each.only:
            words += self.say("only", items=comma.join(each.only))
        if each.without:
            words += self.say("without", items=comma.join(each.without))
        return escaped(words)

    def example(self) -> str:
        example = self.failing
        if example is None or not example.failures:
            return self.say("no_example") + "\n"
        shown = [self.failure(result) for result in example.failures[:_MOST_FAILURES]]
        if len(example.failures) > _MOST_FAILURES:
            shown.append(self.say("and_more", count=len(example.failures)))
        return (f"{self.say('report_with')}\n\n{fenced(as_yaml(example.data), 'yaml')}\n"
                f"{self.say('is_answered')}\n\n{items(shown)}")

    def failure(self, result: Result) -> str:
        subject, what = (text.in_(self.language) for text in (result.subject, result.explanation))
        return self.say("cells", where=escaped(subject), what=escaped(what))

    def history(self) -> Iterator[str]:
        for change in self.rule.history:
            yield self.say("changed", version=change.version,
                           change=escaped(change.change.in_(self.language)))
        yield self.say("version_now", version=self.pack.version)
        yield self.say("in_force", years=years_text(self.years, self.language))
        for basis in self.rule.basis:
            if basis.years != Years():
                yield self.say("law_of", years=years_text(basis.years, self.language),
                               document=escaped(basis.document))
