"""SARIF 2.1.0 (OASIS, 2020): failures for code-scanning services and editors."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from compliance.model.audit import Audit, Outcome, Result
from compliance.model.location import Location
from compliance.model.pack import Rule
from compliance.model.report import Report
from compliance.model.text import Language
from compliance.write.batch import Unread, audits_of, unread_of
from compliance.write.clean import one_line, plain
from compliance.write.json_audit import basis, dumps
from compliance.write.outline import basis_of
from compliance.write.place import cell_name, uri
from compliance.write.suspects import change_words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """One run over all reports; failed and waived results, none that pass."""
    done = audits_of(audits)
    rules = _rules_named(done)
    order = {rule: index for index, rule in enumerate(rules)}
    files = list(dict.fromkeys([*(a.report.source.file for a in done if a.report.source.file),
                                *(item.file for item in unread_of(audits))]))
    notices = [_unread(item, language) for item in unread_of(audits)]
    notices += [_broken(result, audit.report, order, language) for audit in done
                for result in audit.results if result.outcome is Outcome.ERROR]
    digests = {audit.report.source.file: audit.report.source.digest for audit in done}
    run = {
        "tool": {"driver": {
            "name": "compliance",
            **({"version": done[0].provenance.version,
                "semanticVersion": done[0].provenance.version} if done else {}),
            "language": _LANGUAGES[language],
            "rules": [_rule(rule, language) for rule in rules.values()],
        }},
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(file, digests.get(file, "")) for file in files],
        "invocations": [{"executionSuccessful": not notices,
                         "toolExecutionNotifications": notices}],
        "results": [_result(result, audit, order, language) for audit in done
                    for result in audit.results
                    if result.outcome in (Outcome.FAIL, Outcome.WAIVED)],
        "properties": {"audits": [_verdict(audit, language) for audit in done]},
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules_named(audits: Sequence[Audit]) -> dict[str, Rule]:
    """Rules that a result or a notice names, by id, in the order of their ids."""
    named = {result.rule.id: result.rule for audit in audits for result in audit.results
             if result.outcome in (Outcome.FAIL, Outcome.WAIVED, Outcome.ERROR)}
    return dict(sorted(named.items()))


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    basis_words = basis_of(rule.basis, "；" if language == "zh" else "; ")
    mend = one_line(rule.mend.in_(language))
    return {
        "id": rule.id,
        "shortDescription": {"text": one_line(rule.title.in_(language))},
        "fullDescription": {"text": one_line(rule.says) or one_line(rule.title.in_(language))},
        "help": {"text": f"{mend}\n{basis_words}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "tags": [rule.category],
            "basis": basis(rule.basis),
            "title": {"zh": rule.title.zh, "en": rule.title.en},
            "mend": {"zh": rule.mend.zh, "en": rule.mend.en},
        },
    }


def _artifact(file: str, digest: str) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": _artifact_location(file)}
    kind, _, value = digest.partition(":")
    if kind == "sha256" and value:
        artifact["hashes"] = {"sha-256": value}
    return artifact


def _artifact_location(file: str) -> dict[str, Any]:
    return {"uri": uri(file)}


def _result(result: Result, audit: Audit, order: dict[str, int],
            language: Language) -> dict[str, Any]:
    rule, report = result.rule, audit.report
    subject, words = result.subject.in_(language), result.explanation.in_(language)
    entry: dict[str, Any] = {
        "ruleId": rule.id,
        "ruleIndex": order[rule.id],
        "kind": "fail",
        "level": _LEVELS[rule.severity],
        "message": {"text": plain(f"{rule.title.in_(language)}（{subject}）：{words}"
                                  if language == "zh" else
                                  f"{rule.title.in_(language)} ({subject}): {words}")},
        "locations": [_location(result, report)],
        "partialFingerprints": {"subject/v1": _fingerprint(result, report)},
        "properties": {"subject": subject, "body": report.body, "year": report.year},
    }
    related = _related(result, audit, language)
    if related:
        entry["relatedLocations"] = related
    if result.known:
        entry["baselineState"] = "unchanged"
    if result.outcome is Outcome.WAIVED:
        suppression: dict[str, Any] = {"kind": "external", "status": "accepted"}
        if result.waiver is not None:
            suppression["justification"] = result.waiver.reason
            suppression["properties"] = {"approver": result.waiver.approver,
                                         "until": result.waiver.until}
        entry["suppressions"] = [suppression]
    return entry


def _related(result: Result, audit: Audit, language: Language) -> list[dict[str, Any]]:
    """The figures that may be wrong, each with what should stand there."""
    related: list[dict[str, Any]] = []
    for finding in audit.findings:
        if not any(member is result for member in finding.results):
            continue
        for candidate in finding.candidates:
            for change in candidate.changes:
                entry: dict[str, Any] = {"id": len(related) + 1, "message": {
                    "text": plain(change_words(change, language))}}
                if audit.report.source.file:
                    physical: dict[str, Any] = {
                        "artifactLocation": _artifact_location(audit.report.source.file)}
                    region = _region(change.location)
                    if region:
                        physical["region"] = region
                    entry["physicalLocation"] = physical
                related.append(entry)
    return related


def _location(result: Result, report: Report) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if report.source.file:
        physical: dict[str, Any] = {"artifactLocation": _artifact_location(report.source.file)}
        region = _region(result.location)
        if region:
            physical["region"] = region
        location["physicalLocation"] = physical
    cells = list(dict.fromkeys((cell.table, cell.row, cell.column) for cell in result.cells))
    if cells:
        names = dict.fromkeys(cell_name(cell) for cell in result.cells)
        location["logicalLocations"] = [{"fullyQualifiedName": name} for name in names]
    else:
        location["logicalLocations"] = [{"fullyQualifiedName": result.subject.zh}]
    return location


def _region(location: Location | None) -> dict[str, int]:
    """A region, without what would make it run backwards."""
    if location is None or location.line is None or location.line < 1:
        return {}
    region = {"startLine": location.line}
    if location.column is not None and location.column >= 1:
        region["startColumn"] = location.column
    end = location.end_line if location.end_line is not None else location.line
    if end < location.line:
        return region
    region["endLine"] = end
    if location.end_column is not None and location.end_column >= 1 and (
        end > location.line or location.end_column >= region.get("startColumn", 1)
    ):
        region["endColumn"] = location.end_column
    return region


def _fingerprint(result: Result, report: Report) -> str:
    """The same for the same failure of the same report, wherever its lines move."""
    parts = (result.rule.id, report.body, str(report.year), result.subject.zh,
             *(cell_name(cell) for cell in result.cells))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _unread(item: Unread, language: Language) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact_location(item.file)}
    region = _region(item.problem.location)
    if region:
        physical["region"] = region
    return {"level": "error", "message": {"text": one_line(item.problem.text.in_(language))},
            "locations": [{"physicalLocation": physical}]}


def _broken(result: Result, report: Report, order: dict[str, int],
            language: Language) -> dict[str, Any]:
    notice: dict[str, Any] = {
        "level": "error",
        "message": {"text": one_line(result.explanation.in_(language))},
        "associatedRule": {"id": result.rule.id, "index": order[result.rule.id]},
    }
    if report.source.file:
        notice["locations"] = [{"physicalLocation": {
            "artifactLocation": _artifact_location(report.source.file)}}]
    return notice


def _verdict(audit: Audit, language: Language) -> dict[str, Any]:
    return {"body": audit.report.body, "year": audit.report.year, "form": audit.report.form,
            "file": audit.report.source.file, "holds": audit.gate.holds,
            "score": audit.score.total, "grade": audit.score.grade.in_(language)}
