"""Findings for the figures that are wrong, each with the failed results that it explains."""

from __future__ import annotations

from itertools import combinations

from compliance.evaluate.engine import Engine
from compliance.evaluate.spoken import lists_meant
from compliance.locate.causes import Cause, causes_of
from compliance.locate.corrections import Corrections, Ranked
from compliance.locate.figures import Figures
from compliance.locate.joint import with_joint_slips
from compliance.locate.keys import CountKey, FigureKey, ShareKey
from compliance.locate.shares import share_candidates
from compliance.locate.ties import Ties
from compliance.locate.tying import ties_of
from compliance.model.audit import Candidate, Change, Finding, Outcome, Result
from compliance.model.report import Report

_RANK = {"error": 0, "warning": 1, "info": 2}


def located_findings(results: list[Result], report: Report, engine: Engine) -> list[Finding]:
    """One finding for each cause behind failed relations, in the order of the results.

    A failed relation that two wrong figures share stands in the findings of both.
    Failed relations that no figure explains are left out.
    """
    ties = ties_of(report, engine, results)
    causes = with_joint_slips(ties, causes_of(ties))
    figures = Figures(report, ties, results)
    order = {id(result): number for number, result in enumerate(results)}
    corrections = Corrections(figures, ties, causes)
    made = [(cause, _finding(cause, corrections.of(cause), order)) for cause in causes]
    _add_whole_counts(made, results)
    lone = _add_share_sums(made, results, report, ties, figures)
    return [*(finding for _, finding in made), *lone]


def _finding(cause: Cause, ranked: list[Ranked], order: dict[int, int]) -> Finding:
    candidates = _possible([entry.candidate for entry in ranked])
    results = [tie.result for tie in cause.failing]
    if len(candidates) == 1:
        known = {id(result) for result in results}
        results += [result for result in candidates[0].mends if id(result) not in known]
    narrowed = len(cause.ways) == 1 or len(candidates) < len(ranked)
    return _made(results, candidates, order, certain=cause.complete and narrowed,
                 complete=cause.complete)


def _possible(candidates: list[Candidate]) -> list[Candidate]:
    """Without those that would have one number of the text be two numbers, and those that
    change what others change and more, once each number is counted once."""
    kept = [candidate for candidate in candidates if not any(
        one.same_number(other) and one.value != other.value
        for one, other in combinations(candidate.changes, 2))]
    numbers = [_numbers(candidate) for candidate in kept]
    least = [candidate for candidate, mine in zip(kept, numbers, strict=True) if not any(
        len(others) < len(mine) and all(
            any(_same(other, change) for change in mine) for other in others)
        for others in numbers)]
    return least or kept or candidates


def _same(one: Change, other: Change) -> bool:
    """Whether two changes are of one printed figure."""
    return one.paths == other.paths or one.same_number(other)


def _numbers(candidate: Candidate) -> list[Change]:
    found: list[Change] = []
    for change in candidate.changes:
        if not any(_same(change, other) for other in found):
            found.append(change)
    return found


def _made(results: list[Result], candidates: list[Candidate], order: dict[int, int], *,
          certain: bool, complete: bool = True) -> Finding:
    results = sorted(results, key=lambda result: order[id(result)])
    rule = min(results, key=lambda result: _RANK[result.rule.severity]).rule
    first = candidates[0].changes[0]
    cells = [change.cell for change in candidates[0].changes if change.cell is not None]
    return Finding(rule, rule.title, results, cells[0] if certain and len(cells) == 1 else None,
                   first.location or results[0].location, candidates=candidates,
                   unique=certain and len(candidates) == 1, more=not complete)


def _add_whole_counts(made: list[tuple[Cause, Finding]], results: list[Result]) -> None:
    """A count that is negative or broken and was located is the same mistake."""
    for result in results:
        if result.outcome is not Outcome.FAIL or result.rule.code != "whole_counts":
            continue
        wrong = {(cell.table, cell.row, cell.column) for cell in result.cells}
        for _, finding in made:
            cell = finding.suspect
            if cell is not None and wrong == {(cell.table, cell.row, cell.column)}:
                finding.results.append(result)
                finding.candidates[0].mends.append(result)


def _add_share_sums(made: list[tuple[Cause, Finding]], results: list[Result], report: Report,
                    ties: Ties, figures: Figures) -> list[Finding]:
    """Shares that do not add up to 100: with the figure that is off, or by themselves."""
    lone: list[Finding] = []
    order = {id(result): number for number, result in enumerate(results)}
    of_rule: dict[int, list[Result]] = {}
    for result in results:
        each = result.rule.for_each
        if each is not None and each.text == "breakdown" and result.rule.rounded:
            of_rule.setdefault(id(result.rule), []).append(result)
    for sums in of_rule.values():
        each = sums[0].rule.for_each
        assert each is not None
        for number, result in zip(lists_meant(each, report.breakdowns), sums, strict=False):
            if result.outcome is not Outcome.FAIL:
                continue
            near = [finding for cause, finding in made if _speaks_of(cause, ties, number)]
            for finding in near[:1]:
                finding.results.append(result)
                finding.candidates[0].mends.append(result)
            candidates = [] if near else share_candidates(
                report.breakdowns[number], number, figures.change)
            for candidate in candidates:
                candidate.mends.append(result)
            if candidates:
                lone.append(_made([result], candidates, order, certain=len(candidates) == 1))
    return lone


def _speaks_of(cause: Cause, ties: Ties, number: int) -> bool:
    """Whether a cause lies in a breakdown."""
    same = {ties.same.get(key, key) for key in _counts(ties, number)}
    for place in cause.ways[0].places:
        key = ties.keys[place]
        if key in same or (isinstance(key, ShareKey) and key.breakdown == number):
            return True
    return False


def _counts(ties: Ties, number: int) -> list[FigureKey]:
    found: list[FigureKey] = [key for key in (*ties.places, *ties.same)
                              if isinstance(key, CountKey) and key.breakdown == number]
    return found
