"""A report whose tables have no ruling lines: what is not sure is no fault of the report."""

from __future__ import annotations

import re

import pytest
from whole_report import SAMPLE, whole_report

from compliance import api
from compliance.model.audit import Outcome
from compliance.model.report import CellState


def unlined(data: bytes) -> bytes:
    """The same pages, on which no line is drawn."""
    made, count = re.subn(rb" l S\b", b" l n", data)
    assert count > 100
    return made


@pytest.mark.parametrize("style", [{}, {"cut_open": False}, {"repeat_head": True}])
def test_rows_labels_and_headers_are_in_doubt(tmp_path, style):
    path = tmp_path / "report.pdf"
    path.write_bytes(unlined(whole_report(**style)))
    report = api.read(str(path))
    assert report.source.unruled
    source = api.read(str(SAMPLE))
    for table, rows in report.tables.items():
        for row, values in rows.items():
            for value, right in zip(values, source.tables[table][row], strict=True):
                assert value in (right, CellState.UNREADABLE)
    outcomes = {result.outcome for result in api.audit(report).results
                if result.rule.id in ("CN-F-03", "CN-F-04", "CN-F-10")}
    assert Outcome.FAIL not in outcomes


def test_ruled_report_is_not_in_doubt(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(whole_report())
    assert not api.read(str(path)).source.unruled
