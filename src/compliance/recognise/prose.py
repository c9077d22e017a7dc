"""What running text says in figures: breakdowns and statements."""

from __future__ import annotations

from compliance.model.form import Form
from compliance.model.report import Report
from compliance.recognise.breakdowns import find_breakdowns
from compliance.recognise.scope import Speaker
from compliance.recognise.sentences import passages, sentences
from compliance.recognise.statements import find_statements


def read_prose(report: Report, form: Form) -> None:
    """Fill the breakdowns and statements of ``report`` from its preamble and sections."""
    found = [(passage, sentences(passage)) for passage in passages(report)]
    report.breakdowns = find_breakdowns(
        [spoken for _, spoken in found], whole_text=report.source.ends
    )
    report.statements = find_statements(
        [sentence for _, spoken in found for sentence in spoken], form.statements,
        Speaker(report.year, report.kind, report.body),
    )
