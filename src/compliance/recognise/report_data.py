"""A report as the plain data of a structured file."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Any

from compliance.model.location import Location
from compliance.model.report import CellNote, CellState, CellValue, Figure, Report
from compliance.recognise.money import as_printed


def to_file(report: Report) -> dict[str, Any]:
    """A report as the plain data of a structured file, which reads back equal."""
    data: dict[str, Any] = {"schema": "compliance-report/1"}
    for name in ("form", "year", "jurisdiction", "division", "body", "kind", "title", "published",
                 "signed", "preamble"):
        value = getattr(report, name)
        if value not in (None, ""):
            data[name] = value
    data["sections"] = [
        {key: value for key, value in
         (("heading", s.heading), ("id", s.id), ("text", s.text)) if value}
        for s in report.sections
    ]
    data["tables"] = {
        table: {row: [_entry(report, (table, row, i), v) for i, v in enumerate(values)]
                for row, values in rows.items()}
        for table, rows in report.tables.items()
    }
    data["breakdowns"] = [_record(item) for item in report.breakdowns]
    data["statements"] = [_record(item) for item in report.statements]
    data["growths"] = [_record(item) for item in report.growths]
    for name in ("labels", "unknown_rows", "headers", "units"):
        if getattr(report, name):
            data[name] = getattr(report, name)
    for name in ("begins", "ends"):
        if not getattr(report.source, name):
            data[name] = False
    if report.source.unruled:
        data["unruled"] = True
    if report.unread is not None:
        data["unread"] = {"zh": report.unread.zh, "en": report.unread.en}
    if report.source.first_format not in ("", "yaml", "json"):
        data["origin"] = report.source.first_format
    return data


def _entry(report: Report, at: tuple[str, str, int], value: CellValue) -> Any:
    note = report.notes.get(at)
    if note is not None and _more_than(value, note, report.units.get(at[0], {}).get(at[1], "")):
        state = value if isinstance(value, CellState) else None
        number = None if state is not None else as_printed(value, note)
        entry = {"value": number, "text": note.text, "unit": note.unit, "doubt": note.doubt,
                 "state": state.value if state is not None else None}
        return {key: item for key, item in entry.items() if item not in (None, "")}
    if value is CellState.NOT_APPLICABLE:
        return "/"
    return "?" if value is CellState.UNREADABLE else value


def _more_than(value: CellValue, note: CellNote, unit: str) -> bool:
    """Whether a cell says more than its value: how it is written, in which unit, in doubt."""
    if note.doubt or note.scale or note.unit not in ("", unit):
        return True
    number = isinstance(value, (int, Decimal)) and not isinstance(value, CellState)
    return number and note.text.strip() not in ("", str(value))


def _record(item: Any) -> dict[str, Any]:
    """A breakdown or statement as plain data, without what is at its default."""
    record: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name == "parts":
            record["parts"] = [_record(part) for part in value]
        elif isinstance(value, (Location, Figure)):
            record[field.name] = _record(value)
        elif value not in (None, "") or field.name == "whole":
            record[field.name] = value
    return record
