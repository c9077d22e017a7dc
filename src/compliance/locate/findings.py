"""Group failed results into findings: one for each cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.model.audit import Finding, Outcome, Result

if TYPE_CHECKING:
    from compliance.evaluate.engine import Engine
    from compliance.model.report import Report

_RANK = {"error": 0, "warning": 1, "info": 2}


def find(results: list[Result], report: Report, engine: Engine) -> list[Finding]:
    """The findings, gravest first.

    Failed relations are grouped under the figures that explain them; every other
    failed result of a rule joins that rule's finding.
    """
    failed = [result for result in results if result.outcome is Outcome.FAIL]
    findings: list[Finding] = []
    if any(result.rule.check and result.rule.severity != "info" for result in failed):
        from compliance.locate.located import located_findings

        findings = located_findings(results, report, engine)
    grouped = {id(result) for finding in findings for result in finding.results}
    by_rule: dict[str, Finding] = {}
    for result in failed:
        if id(result) in grouped:
            continue
        finding = by_rule.get(result.rule.id)
        if finding is None:
            finding = Finding(result.rule, result.rule.title, [], None, result.location)
            by_rule[result.rule.id] = finding
            findings.append(finding)
        finding.results.append(result)
    for finding in by_rule.values():
        if finding.rule.code == "amount_unit":
            from compliance.locate.amounts import suggest_unit

            suggest_unit(finding)
    for finding in findings:
        finding.basis = finding.rule.basis_of(report.year)
    order = {id(result): number for number, result in enumerate(results)}
    findings.sort(key=lambda finding: (_RANK[finding.rule.severity], -finding.rule.points,
                                       order[id(finding.results[0])]))
    return findings
