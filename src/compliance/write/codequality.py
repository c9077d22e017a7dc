"""GitLab's Code Quality report: one entry for each failure, shown in merge requests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from compliance.model.audit import Audit, Outcome, Result
from compliance.model.location import Location
from compliance.model.report import Report
from compliance.model.text import Language
from compliance.score.baseline import fingerprint
from compliance.write.batch import Unread
from compliance.write.clean import one_line, plain
from compliance.write.outline import basis_of
from compliance.write.place import relative

_SEVERITY = {"error": "critical", "warning": "major", "info": "info"}


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """Failures that are neither waived nor in the baseline, and rules that broke."""
    entries: list[dict[str, Any]] = []
    for item in audits:
        if isinstance(item, Unread):
            words = item.problem.text.in_(language)
            entries.append(_entry(words, "unread", _digest(item.file), "blocker",
                                  item.file, item.problem.location))
        else:
            entries += _failures(item, language)
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _digest(file: str) -> str:
    return hashlib.sha256(file.encode("utf-8", "replace")).hexdigest()


def _failures(audit: Audit, language: Language) -> Iterator[dict[str, Any]]:
    for result in audit.results:
        if result.outcome is Outcome.FAIL and not result.known:
            yield _failure(result, audit.report, language)
        elif result.outcome is Outcome.ERROR:
            yield _entry(result.explanation.in_(language), result.rule.id,
                         fingerprint(result, audit.report), "blocker",
                         audit.report.source.file, None)


def _failure(result: Result, report: Report, language: Language) -> dict[str, Any]:
    rule = result.rule
    colon = "：" if language == "zh" else ": "
    words = f"{rule.title.in_(language)}{colon}{result.explanation.in_(language)}"
    advice = f"{rule.mend.in_(language)}\n{basis_of(rule.basis_of(report.year), '；')}"
    entry = _entry(words, rule.id, fingerprint(result, report), _SEVERITY[rule.severity],
                   report.source.file, result.location)
    entry["content"] = {"body": plain(advice)}
    return entry


def _entry(words: str, check: str, mark: str, severity: str, file: str,
           location: Location | None) -> dict[str, Any]:
    line = location.line if location is not None and location.line is not None else 1
    return {"description": one_line(words), "check_name": one_line(check), "fingerprint": mark,
            "severity": severity,
            "location": {"path": one_line(relative(file)), "lines": {"begin": line}}}
