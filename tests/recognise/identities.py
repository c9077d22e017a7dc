"""Who a text says that it is from."""

from __future__ import annotations

from documents_by_hand import forms, text_document

from compliance.model.location import Location
from compliance.model.report import Report
from compliance.recognise.identity import identify


def identity(text: str, **facts: str) -> Report:
    """What is read of a text, with the facts that its page states."""
    document = text_document(text)
    document.facts = {name: (value, Location(line=1)) for name, value in facts.items()}
    report = Report(source=document.source)
    identify(report, document, forms())
    return report


def titled(body: str, year: int = 2020) -> str:
    return f"{body}{year}年政府信息公开工作年度报告"
