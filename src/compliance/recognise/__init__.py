"""From a document to a report: which form it is, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.document import Document
from compliance.model.form import Form
from compliance.model.report import Report


def recognise(document: Document, forms: Mapping[str, Form], form: str = "") -> Report:
    """The report that a document holds.

    Args:
        document: what a reader made of the file.
        forms: forms by id, each complete.
        form: id of the form to read by; chosen from year, jurisdiction and
            printed labels when left out.

    Raises:
        Problem: no form can be chosen.
    """
    from compliance.recognise.choose import choose_form
    from compliance.recognise.closing import judge_extent, read_closing
    from compliance.recognise.identity import identify
    from compliance.recognise.prose import read_prose
    from compliance.recognise.sections import read_sections
    from compliance.recognise.stream import printed_rows
    from compliance.recognise.tables import read_tables

    report = Report(source=document.source)
    identify(report, document, forms)
    printed = printed_rows(document)
    chosen = choose_form(report, printed, forms, form)
    report.form = chosen.form
    tables = read_tables(report, chosen, printed)
    closing = read_closing(report, document, tables)
    numbers = read_sections(report, document, chosen, tables | closing)
    judge_extent(report, document, chosen, numbers, tables, closing)
    read_prose(report, chosen)
    return report


__all__ = ["recognise"]
