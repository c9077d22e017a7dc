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
    from compliance.recognise.preface import page_facts
    from compliance.recognise.prose import read_prose
    from compliance.recognise.sections import read_sections
    from compliance.recognise.stream import printed_rows
    from compliance.recognise.tables import read_tables

    report = Report(source=document.source, unread=document.unread)
    if document.unread is not None and not document.blocks:
        return _unread(report, forms, form)
    identify(report, document, forms)
    printed = printed_rows(document)
    chosen = choose_form(report, printed, forms, form)
    report.form = chosen.form
    report.titles = {table.id: table.title for table in chosen.tables}
    tables = read_tables(report, chosen, printed)
    closing = read_closing(report, document, tables)
    numbers = read_sections(report, document, chosen, tables | closing | page_facts(document))
    judge_extent(report, document, chosen, numbers, tables, closing)
    if document.unread is not None:  # what is not found may stand where nothing was read
        report.source.begins = report.source.ends = False
    read_prose(report, chosen)
    return report


def _unread(report: Report, forms: Mapping[str, Form], form: str) -> Report:
    """A report of which nothing could be read, on the form named or the latest there is."""
    from compliance.recognise.choose import latest_form, named_form

    chosen = named_form(form, forms, report.source.file) if form else latest_form(forms)
    report.form, report.jurisdiction = chosen.form, chosen.jurisdiction
    report.titles = {table.id: table.title for table in chosen.tables}
    report.source.begins = report.source.ends = False
    return report


__all__ = ["recognise"]
