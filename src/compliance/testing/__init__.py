"""Tests for rules: cases in YAML beside a pack, and helpers for coded rules.

    from compliance.testing import findings, report

    def test_blank_cells_are_named():
        filed = report("cn-2021", 2023, 申请={"本年新收": [1, 0, 0, 0, 0, 0, 1]})
        assert ("CN-T3-01", "fail") in findings(filed)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compliance.model.profile import Profile
from compliance.model.report import Report, Source
from compliance.plugin.cache import installed
from compliance.plugin.library import Library

__all__ = ["findings", "report"]


def report(form: str, year: int, /, *, library: Library | None = None,
           more: Mapping[str, Any] | None = None, **tables: Mapping[str, Any]) -> Report:
    """A report with only what a test looks at.

    Args:
        form: id of the form, such as ``cn-2021``.
        year: fiscal year.
        library: forms and rules; those installed when left out.
        more: what else a report file may hold: ``title``, ``sections``, ``kind``, …
        tables: rows by table id, each a list of cells or a mapping of them by column id.

    Raises:
        Problem: the form has no such table, row or column.
    """
    from compliance.recognise.structured import report_file, to_report

    data = {"form": form, "year": year, "tables": tables, **(more or {})}
    return to_report(report_file(data, "test", None), library or installed(), Source("test"))


def findings(report: Report, profile: Profile | None = None, library: Library | None = None,
             *, rule: str = "") -> list[tuple[str, str]]:
    """Rule id and result of everything that is no pass, in order, as a flat list.

    Args:
        report: the report to audit.
        profile: the profile; the default one when left out.
        library: forms and rules; those installed when left out.
        rule: only the results of this rule, passes among them.
    """
    from compliance import api

    results = api.audit(report, profile, library).results
    if rule:
        return [(r.rule.id, r.outcome.value) for r in results if r.rule.id == rule]
    return [(r.rule.id, r.outcome.value) for r in results
            if r.outcome.value not in ("pass", "not_applicable")]
