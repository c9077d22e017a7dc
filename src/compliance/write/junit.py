"""JUnit XML: a test suite per report, a test case per rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from compliance.messages import say
from compliance.model.audit import Audit, Outcome, Result
from compliance.model.pack import Rule
from compliance.model.text import Language
from compliance.write.batch import Unread
from compliance.write.clean import one_line, plain
from compliance.write.finding_lines import finding_lines
from compliance.write.outline import Outline, coverage_words, is_known, points, waiver_words
from compliance.write.place import place_of


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """Failures are errors and warnings; what is only worth a look is output of its case.

    A finding fails the case of its own rule; those of other rules that it explains are
    skipped and name it.
    """
    document: Any = JUnitXml("compliance")
    for item in audits:
        suite = _suite(item, language) if isinstance(item, Audit) else _unread(item, language)
        document.add_testsuite(suite)
    document.update_statistics()
    raw: bytes = document.tostring()
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{raw.decode("utf-8").strip()}\n'


def _suite(audit: Audit, language: Language) -> Any:
    outline = Outline(audit, language)
    suite: Any = TestSuite(outline.headline())
    for name, value in (
        ("file", one_line(audit.report.source.file)),
        ("verdict", outline.verdict()),
        ("score", points(audit.score.total)),
        ("grade", one_line(audit.score.grade.in_(language))),
        ("coverage", coverage_words(audit, language)),
        ("reasons", outline.say("semicolon").join(
            one_line(reason.in_(language)) for reason in audit.gate.reasons)),
    ):
        suite.add_property(name, value)
    by_rule: dict[str, list[Result]] = {}
    for result in audit.results:
        by_rule.setdefault(result.rule.id, []).append(result)
    for results in by_rule.values():
        suite.add_testcase(_case(results, outline))
    return suite


def _case(results: list[Result], outline: Outline) -> Any:
    audit, language, rule = outline.audit, outline.language, results[0].rule
    title = one_line(rule.title.in_(language))
    case: Any = TestCase(f"{one_line(rule.id)} {title}",
                         classname=one_line(f"{audit.report.form}.{rule.category}"))

    def of(outcome: Outcome) -> list[Result]:
        return [result for result in results if result.outcome is outcome]

    waived = of(Outcome.WAIVED)
    if of(Outcome.ERROR):
        case.result = [_outcome(Error, title, "rule", _lines(of(Outcome.ERROR), language))]
    elif of(Outcome.FAIL):
        _fail(case, rule, of(Outcome.FAIL), outline)
    elif waived:
        reasons = dict.fromkeys(waiver_words(result, language) for result in waived)
        case.result = [Skipped(say("write.waived", count=len(waived)).in_(language)
                               + say("write.colon").in_(language) + " ".join(reasons))]
    elif not of(Outcome.PASS):
        unknown = of(Outcome.UNKNOWN)
        reason = one_line((unknown or results)[0].explanation.in_(language))
        case.result = [Skipped(reason or say("write.not_in_force").in_(language))]
    return case


def _fail(case: Any, rule: Rule, failed: list[Result], outline: Outline) -> None:
    """Say in the case of a rule what its failures come to."""
    marks = set(map(id, failed))
    findings = [finding for finding in outline.audit.findings
                if any(id(result) in marks for result in finding.results)]
    own = [finding for finding in findings if finding.rule.id == rule.id]
    new = [finding for finding in own if not is_known(finding)]
    text = "\n\n".join("\n".join(finding_lines(outline, finding)) for finding in new or own)
    title = one_line(rule.title.in_(outline.language))
    if rule.severity == "info" and own:
        case.system_out = text
    elif new:
        case.result = [_outcome(Failure, title, rule.severity, text)]
    elif own:
        case.result = [Skipped(outline.say("known"))]
    elif findings:
        rules = outline.say("comma").join(dict.fromkeys(
            one_line(finding.rule.id) for finding in findings))
        case.result = [Skipped(say("score.same_fault", rules=rules).in_(outline.language))]


def _outcome(kind: Any, message: str, type_: str, text: str) -> Any:
    outcome = kind(message, type_)
    outcome.text = text
    return outcome


def _lines(results: list[Result], language: Language) -> str:
    colon = say("write.colon").in_(language)
    return "\n".join(
        f"{place_of(result, language)}{colon}{one_line(result.explanation.in_(language))}"
        for result in results)


def _unread(item: Unread, language: Language) -> Any:
    suite: Any = TestSuite(one_line(item.file))
    case: Any = TestCase(say("write.readable").in_(language), classname="read")
    words = plain(item.problem.line(language))
    case.result = [_outcome(Error, one_line(item.problem.text.in_(language)), "unread", words)]
    suite.add_testcase(case)
    return suite
