"""Several reports in one run, some of which could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.errors import Problem
from compliance.model.audit import Audit, Outcome
from compliance.model.report import Report
from compliance.record import record, replace


@record
class Unread:
    """A file that could not be read, and why."""

    file: str
    problem: Problem


def condensed(audit: Audit) -> Audit:
    """What the ranking of many reports prints of an audit: a tenth of its memory."""
    report = audit.report
    failed = [replace(result, cells=[], location=None) for result in audit.results
              if result.outcome is Outcome.FAIL]
    findings = [replace(finding, results=[replace(result, cells=[], location=None)
                                          for result in finding.results],
                        candidates=[], suspect=None)
                for finding in audit.findings]
    short = Report(source=report.source, body=report.body, year=report.year)
    return replace(audit, report=short, results=failed, findings=findings)


def audits_of(items: Sequence[Audit | Unread]) -> list[Audit]:
    """The reports that were audited, in the order given."""
    return [item for item in items if isinstance(item, Audit)]


def unread_of(items: Sequence[Audit | Unread]) -> list[Unread]:
    """The files that were not read, in the order given."""
    return [item for item in items if isinstance(item, Unread)]


def ranked(audits: Sequence[Audit]) -> list[tuple[int | None, Audit]]:
    """Audits with their ranks, best score first; equal scores share a rank.

    Reports without a score come last and have no rank.
    """
    scored = [(audit.score.total, audit) for audit in audits if audit.score.total is not None]
    scored.sort(key=lambda pair: -pair[0])
    ranks: list[tuple[int | None, Audit]] = []
    rank = 0
    for place, (total, audit) in enumerate(scored, start=1):
        if place == 1 or total != scored[place - 2][0]:
            rank = place
        ranks.append((rank, audit))
    return ranks + [(None, audit) for audit in audits if audit.score.total is None]
