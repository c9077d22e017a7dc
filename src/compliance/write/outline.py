"""What every format for people says of one report, and in what order."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from compliance.messages import say
from compliance.model.audit import Audit, Finding, Outcome, Result, Score
from compliance.model.pack import Basis
from compliance.model.text import Language
from compliance.record import field, record
from compliance.write.clean import one_line
from compliance.write.place import place_of, place_of_finding, spot
from compliance.write.suspects import suspects

SEVERITIES = ("error", "warning", "info")
_MOST_RESULTS = 8
_MOST_REASONS = 4
_MOST_RULES = 3
_ASSESSED = (Outcome.PASS, Outcome.FAIL, Outcome.WAIVED)


@record
class Entry:
    """A labelled item: one value, or several below each other."""

    label: str
    values: list[str] = field(default_factory=list)
    lead: str = ""
    """What is said of all the values, before them."""

    @property
    def listed(self) -> bool:
        """Whether the values stand below the label."""
        return bool(self.lead) or len(self.values) != 1


class Outline:
    """The parts of one audit in one language, each text plain and on one line."""

    def __init__(self, audit: Audit, language: Language) -> None:
        self.audit = audit
        self.language = language

    def say(self, name: str, **values: Any) -> str:
        """The message ``write.<name>``."""
        return say(f"write.{name}", **values).in_(self.language)

    def headline(self) -> str:
        """Body and year."""
        report = self.audit.report
        return self.say("headline", body=one_line(report.body) or self.say("body_unknown"),
                        year=self.say("year_unknown") if report.year is None
                        else self.say("year_is", year=report.year))

    def verdict(self) -> str:
        """``通过`` or ``不通过``, or that it was not asked for."""
        return self.say(verdict_of(self.audit))

    def summary(self) -> list[Entry]:
        """File, score, coverage, and why the gate is closed."""
        audit, semicolon = self.audit, self.say("semicolon")
        entries = [
            Entry(self.say("score"), [f"{points(audit.score.total)} "
                                      f"{one_line(audit.score.grade.in_(self.language))}"]),
            Entry(self.say("coverage"), [coverage_words(audit, self.language)]),
        ]
        if audit.score.without_waivers is not None:
            entries.append(Entry(self.say("without_waivers"),
                                 [points(audit.score.without_waivers)]))
        if audit.gate.reasons:
            entries.append(Entry(self.say("reasons"), [semicolon.join(self._reasons())]))
        entries += self._tailored()
        if audit.report.unread is not None:
            entries.append(Entry(self.say("unread_parts"),
                                 [one_line(audit.report.unread.in_(self.language))]))
        if audit.score.veto:
            entries.append(Entry(self.say("veto"), [", ".join(audit.score.veto)]))
        entries.append(Entry(self.say("form"), [self._form()]))
        if audit.report.faces:
            others = self.say("comma").join(one_line(face.source.file)
                                            for face in audit.report.faces)
            entries.append(Entry(self.say("compared"), [self.say("compared_is", files=others)]))
        if audit.report.source.file:
            entries.append(Entry(self.say("file"), [one_line(audit.report.source.file)]))
        return entries

    def _form(self) -> str:
        form = self.audit.form
        title = one_line(form.title.in_(self.language)) if form is not None else ""
        name = one_line(self.audit.report.form)
        return f"{title}{self.say('aside', words=name)}" if title else name

    def _tailored(self) -> list[Entry]:
        """What the profile or the baseline changed in what was judged."""
        made, entries = self.audit.provenance, []
        if made.packs_chosen:
            names = self.say("comma").join(one_line(name) for name, _, _ in made.packs)
            words = self.say("packs_are", packs=names) if names else self.say("no_packs")
            entries.append(Entry(self.say("packs"), [words]))
        if made.as_of is not None:
            entries.append(Entry(self.say("as_of"), [self.say("as_of_is", day=made.as_of)]))
        known = sum(1 for result in self.audit.results if result.known)
        if known:
            entries.append(Entry(self.say("baseline"), [self.say("baseline_is", count=known)]))
        return entries

    def _reasons(self) -> list[str]:
        """Why the gate is closed; rules that broke are counted, since they are listed below."""
        rules = dict.fromkeys(result.rule.id for result in self.audit.results
                              if result.outcome is Outcome.ERROR)
        listed = {say("score.rule_broken", rule=rule).in_(self.language) for rule in rules}
        words = [reason.in_(self.language) for reason in self.audit.gate.reasons]
        counted = [self.say("broken_count", count=len(rules))] if listed & set(words) else []
        return [*map(one_line, (word for word in words if word not in listed)), *counted]

    def findings(self, *severities: str) -> list[Finding]:
        """Findings of these severities, gravest first, those in the baseline last."""
        chosen = [f for f in self.audit.findings if f.rule.severity in severities]
        return sorted(chosen, key=lambda finding: (
            is_known(finding), SEVERITIES.index(finding.rule.severity)))

    def counts(self) -> str:
        """How many findings of each severity."""
        if not self.audit.findings:
            covered = self.audit.coverage
            if not covered.rules_assessed:
                return self.say("nothing_assessed")
            left = covered.rules_in_force - covered.rules_assessed
            return self.say("none_in_assessed", count=covered.rules_assessed, left=left) if left \
                else self.say("no_findings")
        known = sum(map(is_known, self.audit.findings))
        words = self.say("findings", **count_findings(self.audit))
        return words + (self.say("findings_known", count=known) if known else "")

    def title(self, finding: Finding) -> str:
        """Severity, what is wrong, rule."""
        words = one_line(finding.title.in_(self.language))
        named = self.say("aside", words=self.say("comma").join(self.rules_of(finding)))
        grade = self.say(finding.rule.severity)
        if is_known(finding):
            grade = self.say("in_baseline", severity=grade)
        return f"[{grade}] {words}{named}"

    def rules_of(self, finding: Finding) -> list[str]:
        """Ids of the rules that a finding fails, its own first."""
        return list(dict.fromkeys([finding.rule.id,
                                   *(result.rule.id for result in finding.results)]))

    def details(self, finding: Finding) -> list[Entry]:
        """Where, why with numbers, the suspect cell, on what basis, and how to mend it."""
        entries: list[Entry] = []
        shown = finding.results[:_MOST_RESULTS]
        places = [place_of(result, self.language) for result in shown]
        words = [one_line(result.explanation.in_(self.language)) for result in shown]
        if len(shown) == 1:
            place = places[0]
            if not shown[0].location:
                place += spot(finding.location, self.language)
            entries += [Entry(self.say("place"), [place]), Entry(self.say("explanation"), words)]
        elif shown:
            pairs = [f"{place}{self.say('colon')}{why}"
                     for place, why in zip(places, words, strict=True)]
            if len(finding.results) > len(shown):
                pairs.append(self.say("more_results", count=len(finding.results) - len(shown)))
            entries.append(Entry(self.say("failures"), pairs))
        else:
            entries.append(Entry(self.say("place"), [spot(finding.location, self.language)]))
        doubted = suspects(finding, self.language)
        if doubted.lines:
            entries.append(Entry(self.say("suspect"), doubted.lines, doubted.lead))
        stands_on = finding.basis or finding.rule.basis
        entries.append(Entry(self.say("basis"), [basis_of(stands_on, self.say("semicolon"))]))
        entries.append(Entry(self.say("mend"), [one_line(finding.rule.mend.in_(self.language))]))
        return entries

    def note(self, finding: Finding) -> str:
        """A finding on one line: what, where, why."""
        place = place_of_finding(finding, self.language)
        words = f"{self.title(finding)}{self.say('colon')}{place}"
        why = next((one_line(result.explanation.in_(self.language))
                    for result in finding.results), "")
        return f"{words}{self.say('semicolon')}{why}" if why else words

    def waived(self) -> list[str]:
        """Each waived failure with who answers for it."""
        lines = []
        for result in self.audit.results:
            if result.outcome is Outcome.WAIVED:
                what = (one_line(result.rule.title.in_(self.language))
                        + self.say("aside", words=result.rule.id))
                line = f"{what}{self.say('semicolon')}{place_of(result, self.language)}"
                if result.waiver is not None:
                    line += self.say("semicolon") + waiver_words(result, self.language)
                lines.append(line)
        return lines

    def unknown(self, most: int = _MOST_REASONS) -> str:
        """What could not be assessed and why, in one sentence; empty when nothing."""
        reasons: dict[str, dict[str, None]] = {}
        assessed: set[str] = set()
        for result in self.audit.results:
            if result.outcome is Outcome.UNKNOWN:
                why = one_line(result.explanation.in_(self.language))
                reasons.setdefault(why, {})[result.rule.id] = None
            elif result.outcome in _ASSESSED:
                assessed.add(result.rule.id)
        if not reasons:
            return ""
        ordered = sorted(reasons.items(), key=lambda item: -len(item[1]))
        parts = [self.say("unknown_because", why=why, rules=self._rules(list(ids)))
                 for why, ids in ordered[:most]]
        if len(ordered) > most:
            parts.append(self.say("more_reasons", count=len(ordered) - most))
        every = {rule for ids in reasons.values() for rule in ids}
        partly = len(every & assessed)
        counted = [self.say(name, count=count) for name, count in (
            ("unknown", len(every) - partly), ("partly_unknown", partly)) if count]
        return (self.say("semicolon").join(counted) + self.say("colon")
                + self.say("semicolon").join(parts))

    def broken(self) -> list[str]:
        """What rules that broke say."""
        words = list(dict.fromkeys(one_line(result.explanation.in_(self.language))
                                   for result in self.audit.results
                                   if result.outcome is Outcome.ERROR))
        more = len(words) - _MOST_RESULTS
        return words if more <= 0 else [*words[:_MOST_RESULTS], self.say("more", count=more)]

    def category_table(self) -> tuple[list[str], list[list[str]]]:
        """Points by category."""
        headers = [self.say(name) for name in
                   ("category", "points", "earned", "passed", "failed", "unassessed")]
        rows = [[category_name(entry.category, self.language),
                 points(entry.points) if entry.earned is not None else "—",
                 points(entry.earned) if entry.earned is not None else self.say("not_scored"),
                 str(entry.passed), str(entry.failed), str(entry.unknown)]
                for entry in self.audit.score.categories]
        return headers, rows

    def receipt_table(self) -> tuple[list[str], list[list[str]]]:
        """Points lost by rule."""
        headers = [self.say(name) for name in
                   ("rule", "requirement", "lost", "regained", "subjects")]
        return headers, receipt_rows(self.audit.score, self.language)

    def _rules(self, ids: Sequence[str]) -> str:
        words = self.say("comma").join(ids[:_MOST_RULES])
        return words if len(ids) <= _MOST_RULES else self.say(
            "and_more_rules", rules=words, count=len(ids))


def points(value: Decimal | None) -> str:
    """Points as printed."""
    return "—" if value is None else format(value, "f")


def coverage_words(audit: Audit, language: Language) -> str:
    """Cells read and filled, and rules assessed, of how many."""
    coverage = audit.coverage
    return say("write.coverage_is", cells=coverage.cells_read, filled=coverage.cells_filled,
               expected=coverage.cells_expected, rules=coverage.rules_assessed,
               in_force=coverage.rules_in_force).in_(language)


def verdict_of(audit: Audit) -> str:
    """``passes``, ``fails``, or ``not_judged`` where no severity closes the gate."""
    if not audit.gate.holds:
        return "fails"
    return "passes" if audit.gate.judged else "not_judged"


def count_findings(audit: Audit) -> dict[str, int]:
    """Findings by severity, without those that are in the baseline."""
    return {name: sum(1 for finding in audit.findings
                      if finding.rule.severity == name and not is_known(finding))
            for name in SEVERITIES}


def is_known(finding: Finding) -> bool:
    """Whether all that a finding explains is in the baseline."""
    return bool(finding.results) and all(result.known for result in finding.results)


def category_name(category: str, language: Language) -> str:
    """What a person calls a category; the id of a category that is not ours."""
    try:
        return say(f"write.category_{category}").in_(language)
    except KeyError:
        return one_line(category)


def basis_of(stands_on: list[Basis], semicolon: str) -> str:
    """Documents with their clauses."""
    return semicolon.join(one_line(f"{basis.document} {basis.clause}") for basis in stands_on)


def waiver_words(result: Result, language: Language) -> str:
    """Reason, approver and last day of the waiver of a result."""
    waiver = result.waiver
    if waiver is None:
        return ""
    return say("write.waived_by", reason=one_line(waiver.reason),
               approver=one_line(waiver.approver), until=waiver.until).in_(language)


def receipt_rows(score: Score, language: Language) -> list[list[str]]:
    """Rule, requirement, points lost, points regained, places."""
    return [[line.rule.id, one_line(line.rule.title.in_(language)), points(line.lost),
             points(line.regained), str(line.subjects)] for line in score.receipt]
