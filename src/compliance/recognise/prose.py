"""What running text says in figures: breakdowns, statements and growths."""

from __future__ import annotations

from compliance.model.form import Form
from compliance.model.report import Report
from compliance.recognise.breakdowns import find_breakdowns
from compliance.recognise.growth import find_growths
from compliance.recognise.scope import Speaker
from compliance.recognise.sentences import passages, sentences
from compliance.recognise.statements import find_statements


def read_prose(report: Report, form: Form) -> None:
    """Fill what ``report`` says in figures, from its preamble and sections."""
    spoken = [sentences(passage) for passage in passages(report)]
    told = [sentence for sentences_of_one in spoken for sentence in sentences_of_one]
    report.breakdowns = find_breakdowns(spoken, whole_text=report.source.ends)
    report.statements = find_statements(
        told, form.statements, Speaker(report.year, report.kind, report.body))
    report.growths = [growth for sentence in told for growth in find_growths(sentence)]
