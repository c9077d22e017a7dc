"""JSON: everything an audit says, for programs.

Keys are sorted and the same in every audit; texts are in the language asked
for.  A decimal is a JSON number where that loses nothing, and a string where
it would.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from compliance.model.audit import Audit, Candidate, Change, Finding, Result, Score
from compliance.model.location import Location
from compliance.model.pack import Basis
from compliance.model.report import Cell, Report
from compliance.model.text import Language
from compliance.write.batch import Unread
from compliance.write.clean import plain

# Integers longer than this are unsafe in other programs, and slow in ours.
_LONGEST = 300


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """``{"audits": [...]}``, in the order given."""
    entries = [_audit(item, language) if isinstance(item, Audit) else _unread(item, language)
               for item in audits]
    return dumps({"audits": entries})


def dumps(value: Any) -> str:
    """JSON text with sorted keys and without controls, ending in a line feed."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, indent=1,
                      allow_nan=False) + "\n"


def number(value: Decimal) -> int | float | str:
    """A decimal as JSON: a number where that loses nothing, else its digits."""
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    nearest = float(value)
    return nearest if Decimal(repr(nearest)) == value else str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _unread(item: Unread, language: Language) -> dict[str, Any]:
    problem = item.problem
    return {"file": item.file, "error": problem.text.in_(language),
            "location": _location(problem.location)}


def _audit(audit: Audit, language: Language) -> dict[str, Any]:
    places = {id(result): index for index, result in enumerate(audit.results)}
    coverage = audit.coverage
    return {
        "report": _report(audit.report),
        "results": [_result(result, language) for result in audit.results],
        "findings": [_finding(finding, places, language) for finding in audit.findings],
        "score": _score(audit.score, language),
        "coverage": {
            "cells_read": coverage.cells_read, "cells_filled": coverage.cells_filled,
            "cells_expected": coverage.cells_expected,
            "rules_assessed": coverage.rules_assessed,
            "rules_in_force": coverage.rules_in_force,
        },
        "gate": {"holds": audit.gate.holds,
                 "reasons": [reason.in_(language) for reason in audit.gate.reasons]},
        "provenance": _provenance(audit),
    }


def _report(report: Report) -> dict[str, Any]:
    source = report.source
    return {
        "form": report.form, "year": report.year, "jurisdiction": report.jurisdiction,
        "division": report.division, "body": report.body, "kind": report.kind,
        "title": report.title, "published": report.published, "signed": report.signed,
        "file": source.file, "digest": source.digest, "format": source.format,
        "begins": source.begins, "ends": source.ends,
    }


def _result(result: Result, language: Language) -> dict[str, Any]:
    waiver = result.waiver
    return {
        "rule": result.rule.id, "result": result.outcome.value,
        "subject": result.subject.in_(language),
        "explanation": result.explanation.in_(language),
        "cells": [_cell(cell) for cell in result.cells],
        "location": _location(result.location), "known": result.known,
        "waiver": None if waiver is None else {
            "reason": waiver.reason, "approver": waiver.approver,
            "from": waiver.starting, "until": waiver.until,
        },
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "table": cell.table, "row": cell.row, "column": cell.column, "value": cell.value,
        "state": cell.state.value, "text": cell.text, "unit": cell.unit, "doubt": cell.doubt,
        "location": _location(cell.location),
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "line": location.line, "column": location.column, "end_line": location.end_line,
        "end_column": location.end_column, "page": location.page, "path": location.path,
        "box": None if location.box is None else [round(edge, 1) for edge in location.box],
        "section": location.section, "paragraph": location.paragraph,
    }


def _finding(finding: Finding, places: dict[int, int], language: Language) -> dict[str, Any]:
    rule = finding.rule
    return {
        "rule": rule.id, "severity": rule.severity, "category": rule.category,
        "title": finding.title.in_(language), "basis": basis(finding.basis or rule.basis),
        "mend": rule.mend.in_(language), "location": _location(finding.location),
        "suspect": None if finding.suspect is None else _cell(finding.suspect),
        "unique": finding.unique, "more": finding.more,
        "candidates": [_candidate(candidate, places, language)
                       for candidate in finding.candidates],
        "results": [places[id(result)] for result in finding.results if id(result) in places],
    }


def _candidate(candidate: Candidate, places: dict[int, int], language: Language
               ) -> dict[str, Any]:
    return {
        "changes": [_change(change, language) for change in candidate.changes],
        "mends": [places[id(result)] for result in candidate.mends if id(result) in places],
        "breaks": [text.in_(language) for text in candidate.breaks],
    }


def _change(change: Change, language: Language) -> dict[str, Any]:
    return {
        "name": change.name.in_(language), "printed": change.printed, "value": change.value,
        "low": change.low, "high": change.high, "unit": change.unit, "slip": change.slip,
        "why": change.why.in_(language), "paths": list(change.paths),
        "cell": None if change.cell is None else _cell(change.cell),
        "location": _location(change.location),
    }


def basis(stands_on: list[Basis]) -> list[dict[str, str]]:
    """What a rule stands on."""
    return [{"document": item.document, "clause": item.clause, "strength": item.strength}
            for item in stands_on]


def _score(score: Score, language: Language) -> dict[str, Any]:
    return {
        "model": score.model, "total": score.total, "grade": score.grade.in_(language),
        "without_waivers": score.without_waivers, "veto": list(score.veto),
        "categories": [
            {"category": entry.category, "points": entry.points, "earned": entry.earned,
             "passed": entry.passed, "failed": entry.failed, "unknown": entry.unknown}
            for entry in score.categories
        ],
        "receipt": [
            {"rule": line.rule.id, "category": line.category, "lost": line.lost,
             "regained": line.regained, "subjects": line.subjects,
             "cells": [_cell(cell) for cell in line.cells]}
            for line in score.receipt
        ],
    }


def _provenance(audit: Audit) -> dict[str, Any]:
    made = audit.provenance

    def named(entries: list[tuple[str, str, str]], key: str) -> list[dict[str, str]]:
        return [{key: name, "version": version, "digest": digest}
                for name, version, digest in entries]

    return {"version": made.version, "input": made.input, "profile": made.profile,
            "as_of": made.as_of, "packs_chosen": made.packs_chosen,
            "packs": named(made.packs, "pack"), "plugins": named(made.plugins, "plugin")}
