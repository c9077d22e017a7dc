"""A baseline: failures that were there before, so that only new ones close the gate.

A failure is known by its report, its rule, its cells and what stands in them:
a changed figure is a new failure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Set

from compliance.model.audit import Audit, Outcome, Result
from compliance.model.report import Report

SCHEMA = "compliance-baseline/1"


def fingerprint(result: Result, report: Report) -> str:
    """``sha256`` in hexadecimal of what a failure is, wherever its lines move to."""
    named = report.body or report.title or report.source.file
    parts = [named, str(report.year), report.form, result.rule.id, result.subject.zh]
    parts += [f"{c.table}/{c.row}/{c.column}={c.state.value}:{c.value}" for c in result.cells]
    if not result.cells:
        parts.append(result.explanation.zh)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def mark_known(results: Iterable[Result], report: Report, baseline: Set[str]) -> None:
    """Mark the failures that are in the baseline."""
    for result in results:
        if result.outcome is Outcome.FAIL and fingerprint(result, report) in baseline:
            result.known = True


def baseline_text(audits: Iterable[Audit]) -> str:
    """The baseline of audits, as JSON: fingerprints with what a person reads of them."""
    import json

    failures = {}
    for audit in audits:
        for result in audit.results:
            if result.outcome is Outcome.FAIL:
                failures[fingerprint(result, audit.report)] = {
                    "report": audit.report.title or audit.report.source.file,
                    "rule": result.rule.id, "subject": result.subject.zh,
                    "explanation": result.explanation.zh}
    data = {"schema": SCHEMA, "failures": dict(sorted(failures.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints in a baseline file.

    Raises:
        Problem: the file is not there, or is no baseline.
    """
    from compliance.errors import Problem
    from compliance.messages import say
    from compliance.read.source import open_source
    from compliance.read.structured import load_json

    data, _ = load_json(open_source(path))
    if not isinstance(data, dict) or data.get("schema") != SCHEMA \
            or not isinstance(data.get("failures"), dict):
        raise Problem(say("score.bad_baseline"), path)
    return frozenset(data["failures"])
