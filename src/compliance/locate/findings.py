"""Group the failed results that one wrong cell explains."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.audit import Finding, Outcome, Result
from compliance.model.report import Cell, CellState

_RANK = {"error": 0, "warning": 1, "info": 2}
Address = tuple[str, str, str]


def find(results: list[Result], year: int | None = None) -> list[Finding]:
    """The findings, gravest first.

    Failed sums that share a cell are one finding when exactly one cell stands in
    all of them; every other failed result of a rule joins that rule's finding.
    """
    failed = [result for result in results if result.outcome is Outcome.FAIL]
    findings: list[Finding] = []
    grouped: set[int] = set()
    for group in _connected([r for r in failed if r.rule.category == "arithmetic" and r.cells]):
        common = set.intersection(*(_numbers(result) for result in group))
        if len(group) > 1 and len(common) == 1:
            suspect = _cell(group, common.pop())
            findings.append(Finding(group[0].rule, group[0].rule.title, group, suspect,
                                    suspect.location or group[0].location))
            grouped.update(id(result) for result in group)
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
    for finding in findings:
        finding.basis = finding.rule.basis_of(year)
    findings.sort(key=lambda finding: (_RANK[finding.rule.severity], -finding.rule.points))
    return findings


def _numbers(result: Result) -> set[Address]:
    return {(cell.table, cell.row, cell.column) for cell in result.cells
            if cell.state is CellState.NUMBER}


def _cell(group: list[Result], address: Address) -> Cell:
    return next(cell for result in group for cell in result.cells
                if (cell.table, cell.row, cell.column) == address)


def _connected(results: list[Result]) -> Iterator[list[Result]]:
    """Results joined by shared cells."""
    left = [(result, _numbers(result)) for result in results]
    while left:
        first, reached = left.pop(0)
        group, grew = [first], True
        while grew:
            near = [item for item in left if item[1] & reached]
            grew = bool(near)
            for item in near:
                left.remove(item)
                group.append(item[0])
                reached = reached | item[1]
        yield group
