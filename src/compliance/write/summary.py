"""Many reports side by side: ranking, files not read, commonest failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compliance.messages import say
from compliance.model.audit import Audit, Outcome
from compliance.model.pack import Rule
from compliance.model.text import Language
from compliance.write.batch import Unread, audits_of, ranked, unread_of
from compliance.write.clean import one_line
from compliance.write.outline import count_findings, points, verdict_of

_MOST_RULES = 10
Grid = tuple[list[str], list[list[str]]]


class Summary:
    """The parts of the comparison of many reports, in one language."""

    def __init__(self, items: Sequence[Audit | Unread], language: Language) -> None:
        self.audits = audits_of(items)
        self.unread = unread_of(items)
        self.language = language

    def say(self, name: str, **values: object) -> str:
        """The message ``write.<name>``."""
        return say(f"write.{name}", **values).in_(self.language)

    def headline(self) -> str:
        """How many reports pass, fail and could not be read."""
        if self.audits and all(verdict_of(audit) == "not_judged" for audit in self.audits):
            return self.say("reports_not_judged", count=len(self.audits) + len(self.unread),
                            audited=len(self.audits), unread=len(self.unread))
        passed = sum(1 for audit in self.audits if audit.gate.holds)
        return self.say("reports", count=len(self.audits) + len(self.unread), passed=passed,
                        failed=len(self.audits) - passed, unread=len(self.unread))

    def ranking(self) -> Grid:
        """One row per report, best score first."""
        headers = [self.say(name) for name in
                   ("rank", "report", "year", "score", "grade", "verdict", "errors", "warnings",
                    "filled")]
        shared = Counter((audit.report.body, audit.report.year) for audit in self.audits)
        rows = []
        for rank, audit in ranked(self.audits):
            report, counts = audit.report, count_findings(audit)
            verdict = verdict_of(audit)
            name = one_line(report.body) or one_line(report.source.file)
            if report.body and shared[report.body, report.year] > 1:
                name += self.say("aside", words=one_line(report.source.file))
            rows.append([
                "—" if rank is None else str(rank), name or self.say("body_unknown"),
                "—" if report.year is None else str(report.year), points(audit.score.total),
                one_line(audit.score.grade.in_(self.language)),
                self.say("not_judged_short" if verdict == "not_judged" else verdict),
                str(counts["error"]), str(counts["warning"]),
                f"{audit.coverage.cells_filled}/{audit.coverage.cells_expected}",
            ])
        return headers, rows

    def unread_lines(self) -> list[str]:
        """Each file that was not read, with the reason."""
        return [problem_line(item, self.language) for item in self.unread]

    def commonest(self) -> Grid:
        """The rules that fail in most reports."""
        headers = [self.say(name) for name in
                   ("rule", "requirement", "severity", "reports_hit", "subjects")]
        rules: dict[str, Rule] = {}
        reports: Counter[str] = Counter()
        places: Counter[str] = Counter()
        for audit in self.audits:
            failed = [r.rule for r in audit.results if r.outcome is Outcome.FAIL]
            rules.update((rule.id, rule) for rule in failed)
            places.update(rule.id for rule in failed)
            reports.update({rule.id for rule in failed})
        order = sorted(rules, key=lambda rule: (-reports[rule], -places[rule], rule))
        return headers, [
            [rule, one_line(rules[rule].title.in_(self.language)),
             self.say(rules[rule].severity), str(reports[rule]), str(places[rule])]
            for rule in order[:_MOST_RULES]
        ]


def problem_line(item: Unread, language: Language) -> str:
    """File, place and reason, on one line."""
    problem = item.problem
    if problem.file:
        return one_line(problem.line(language))
    return one_line(f"{item.file}: {problem.line(language)}")
