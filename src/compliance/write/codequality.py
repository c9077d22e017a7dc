"""GitLab's Code Quality report: one entry for each finding, shown in merge requests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from compliance.model.audit import Audit, Finding, Outcome
from compliance.model.location import Location
from compliance.model.text import Language
from compliance.score.baseline import fingerprint
from compliance.write.batch import Unread
from compliance.write.clean import one_line, plain
from compliance.write.finding_lines import finding_lines, place_in_file
from compliance.write.outline import Outline, is_known
from compliance.write.place import relative
from compliance.write.suspects import suspects

_SEVERITY = {"error": "critical", "warning": "major", "info": "info"}


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """Findings that are not in the baseline, and rules that broke."""
    entries: list[dict[str, Any]] = []
    for item in audits:
        if isinstance(item, Unread):
            words = item.problem.text.in_(language)
            entries.append(_entry(words, "unread", _digest(item.file), "blocker",
                                  item.file, item.problem.location))
        else:
            entries += _of_report(Outline(item, language))
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _digest(file: str) -> str:
    return hashlib.sha256(file.encode("utf-8", "replace")).hexdigest()


def _of_report(outline: Outline) -> Iterator[dict[str, Any]]:
    report = outline.audit.report
    for finding in outline.audit.findings:
        if finding.results and not is_known(finding):
            yield _finding(outline, finding)
    for result in outline.audit.results:
        if result.outcome is Outcome.ERROR:
            yield _entry(result.explanation.in_(outline.language), result.rule.id,
                         fingerprint(result, report), "blocker", report.source.file, None)


def _finding(outline: Outline, finding: Finding) -> dict[str, Any]:
    report, language = outline.audit.report, outline.language
    colon, semicolon = outline.say("colon"), outline.say("semicolon")
    first = finding.results[0]
    words = f"{finding.title.in_(language)}{colon}{first.explanation.in_(language)}"
    doubted = suspects(finding, language)
    if doubted.lines:
        named = f"{doubted.lead}{colon}" if doubted.lead else ""
        words += (f"{semicolon}{outline.say('suspect')}{colon}{named}"
                  f"{semicolon.join(doubted.lines)}")
    entry = _entry(words, finding.rule.id, fingerprint(first, report),
                   _SEVERITY[finding.rule.severity], report.source.file, place_in_file(finding))
    entry["content"] = {"body": plain("\n".join(finding_lines(outline, finding)))}
    return entry


def _entry(words: str, check: str, mark: str, severity: str, file: str,
           location: Location | None) -> dict[str, Any]:
    line = location.line if location is not None and location.line is not None else 1
    return {"description": one_line(words), "check_name": one_line(check), "fingerprint": mark,
            "severity": severity,
            "location": {"path": one_line(relative(file)), "lines": {"begin": line}}}
