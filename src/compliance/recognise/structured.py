"""From a structured file to a report, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Column, Form, Row, Table
from compliance.model.location import Location
from compliance.model.report import CellNote, CellState, CellValue, Report, Section, Source
from compliance.model.report_file import CellEntry, ReportFile
from compliance.plugin.library import Library

_SCALARS: dict[str, tuple[type, ...]] = {
    "form": (str,), "year": (int, type(None)), "jurisdiction": (str,), "body": (str,),
    "title": (str,), "published": (date, type(None)), "signed": (date, type(None)),
    "preamble": (str,), "begins": (bool,), "ends": (bool,), "kind": (str, type(None)),
}
_KINDS = {None, "government", "department", "township"}
_MARKS = {"/": CellState.NOT_APPLICABLE, "－": CellState.NOT_APPLICABLE,
          "-": CellState.NOT_APPLICABLE, "—": CellState.NOT_APPLICABLE,
          "不适用": CellState.NOT_APPLICABLE, "?": CellState.UNREADABLE}
_PLAIN_CELL = {int, Decimal, type(None)}


def report_file(data: Any, file: str, places: Any) -> ReportFile:
    """Parsed YAML or JSON as a :class:`ReportFile`.

    Data of the plainest shape is taken as it is; anything else goes through
    pydantic, which says what is wrong.

    Raises:
        Problem: the data is not a structured report.
    """
    if not isinstance(data, dict):
        raise Problem(say("structured.not_a_report"), file)
    plain = _plain(data)
    if plain is not None:
        return plain
    from compliance.model.validation import validate

    return validate(ReportFile, data, file, places)


def _plain(data: dict[str, Any]) -> ReportFile | None:
    """The report, when every value already has the type that the model asks for."""
    values = dict(data)
    tables = values.pop("tables", {})
    sections = values.pop("sections", [])
    if type(tables) is not dict or type(sections) is not list:
        return None
    if values.get("kind") not in _KINDS:
        return None
    for name, value in values.items():
        if type(value) not in _SCALARS.get(name, ()):
            return None
    for rows in tables.values():
        if type(rows) is not dict:
            return None
        for row in rows.values():
            if type(row) is not list or not set(map(type, row)) <= _PLAIN_CELL:
                return None
    built = []
    for section in sections:
        if type(section) is not dict or not section.keys() <= {"heading", "text", "id"}:
            return None
        if "heading" not in section or any(type(part) is not str for part in section.values()):
            return None
        built.append(Section(**section))
    return ReportFile(**values, tables=tables, sections=built)


def to_report(written: ReportFile, library: Library, source: Source, form: str = "") -> Report:
    """A structured file as a report of its form.

    Raises:
        Problem: no form fits, or a table, row or column is not in the form.
    """
    from compliance.recognise.identity import complete_identity

    report = Report(
        form=form or written.form, year=written.year,
        jurisdiction=written.jurisdiction, body=written.body,
        kind=written.kind, title=written.title, published=written.published, signed=written.signed,
        preamble=written.preamble, sections=written.sections, labels=written.labels,
        unknown_rows=written.unknown_rows, source=source,
    )
    source.begins, source.ends = written.begins, written.ends
    complete_identity(report, library.forms)
    if not report.form:
        report.form = _form_by_year(report, library)
    chosen = library.forms.get(report.form)
    if chosen is None:
        known = "、".join(sorted(library.forms))
        raise Problem(say("structured.unknown_form", form=report.form, known=known), source.file)
    if not written.jurisdiction and chosen.jurisdiction.startswith(report.jurisdiction + "-"):
        report.jurisdiction = chosen.jurisdiction
    _fill_sections(report, chosen)
    _fill_tables(report, written, chosen)
    _fill_prose(report, written, chosen)
    return report


def _form_by_year(report: Report, library: Library) -> str:
    if report.year is None:
        raise Problem(say("structured.no_year"), report.source.file)
    form = library.form_of(report.year, report.jurisdiction)
    if not form:
        first = min(f.years.first for f in library.forms.values() if f.years.first is not None)
        raise Problem(say("structured.no_form", year=report.year, first=first), report.source.file)
    return form


def _fill_sections(report: Report, form: Form) -> None:
    from compliance.recognise.sections import section_id

    for name in ("title", "published", "signed", "preamble"):
        report.places[name] = Location(path=name)
    for number, section in enumerate(report.sections):
        section.location = Location(path=f"sections/{number}")
        if not section.id:
            section.id = section_id(section.heading, form)


def _fill_prose(report: Report, written: ReportFile, form: Form) -> None:
    if written.breakdowns is not None and written.statements is not None:
        report.breakdowns, report.statements = written.breakdowns, written.statements
        return
    if report.preamble or any(section.text for section in report.sections):
        from compliance.recognise.prose import read_prose

        read_prose(report, form)
    if written.breakdowns is not None:
        report.breakdowns = written.breakdowns
    if written.statements is not None:
        report.statements = written.statements


_rows_of: dict[int, tuple[Table, dict[str, list[Column]]]] = {}


def table_rows(table: Table) -> dict[str, list[Column]]:
    """Every row of a table, groups too, with the columns that it has."""
    kept = _rows_of.get(id(table))
    if kept is None or kept[0] is not table:
        kept = _rows_of[id(table)] = (table, _table_rows(table))
    return kept[1]


def _table_rows(table: Table) -> dict[str, list[Column]]:
    found: dict[str, list[Column]] = {}

    def walk(rows: list[Row], columns: list[Column]) -> None:
        for row in rows:
            found[row.id] = [c for c in columns if not row.columns or c.id in row.columns]
            walk(row.rows, columns)

    for block in table.blocks:
        walk(block.rows, block.columns)
    return found


def _fill_tables(report: Report, written: ReportFile, form: Form) -> None:
    tables = {table.id: table for table in form.tables}
    for name, rows in written.tables.items():
        if name not in tables:
            raise Problem(say("structured.unknown_table", table=name, form=form.form,
                              known="、".join(tables) or "—"), report.source.file)
        columns = table_rows(tables[name])
        filled = report.tables[name] = {}
        for row, cells in rows.items():
            if row not in columns:
                raise Problem(say("structured.unknown_row", row=row, table=name,
                                  known="、".join(columns)), report.source.file)
            filled[row] = _row(report, (name, row), cells, columns[row])


def _row(report: Report, at: tuple[str, str], cells: Any, columns: list[Column]) -> list[CellValue]:
    if type(cells) is list and len(cells) == len(columns) and set(map(type, cells)) <= _PLAIN_CELL:
        return cells
    names = [column.id for column in columns]
    if isinstance(cells, Mapping):
        for name in cells:
            if name not in names:
                raise Problem(say("structured.unknown_column", column=name, row=at[1],
                                  known="、".join(names)), report.source.file)
        cells = [cells.get(name, "?") for name in names]
    elif not isinstance(cells, list):
        cells = [cells]
    if len(cells) != len(columns):
        raise Problem(say("structured.wrong_length", row=at[1], given=len(cells),
                          expected=len(columns), known="、".join(names)), report.source.file)
    return [_cell(report, (*at, index), cell) for index, cell in enumerate(cells)]


def _cell(report: Report, at: tuple[str, str, int], cell: Any) -> CellValue:
    if isinstance(cell, CellEntry):
        report.notes[at] = CellNote(cell.text, cell.unit, None, cell.doubt)
        if cell.state is not None and cell.state is not CellState.NUMBER:
            return None if cell.state is CellState.BLANK else cell.state
        return cell.value
    if not isinstance(cell, str):
        value: CellValue = cell
        return value
    text = cell.strip()
    if not text:
        return None
    if text in _MARKS:
        if _MARKS[text] is CellState.UNREADABLE:
            report.notes[at] = CellNote(text=cell, doubt="unreadable")
        return _MARKS[text]
    from compliance.numerals import read_number

    number = read_number(text)
    if number is None:
        report.notes[at] = CellNote(text=cell, doubt="not a number")
        return CellState.UNREADABLE
    report.notes[at] = CellNote(text=cell, unit=number.unit)
    return number.value


def to_file(report: Report) -> dict[str, Any]:
    """A report as the plain data of a structured file, which reads back equal."""
    data: dict[str, Any] = {"schema": "compliance-report/1"}
    for name in ("form", "year", "jurisdiction", "body", "kind", "title", "published", "signed",
                 "preamble"):
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
    for name in ("labels", "unknown_rows"):
        if getattr(report, name):
            data[name] = getattr(report, name)
    for name in ("begins", "ends"):
        if not getattr(report.source, name):
            data[name] = False
    return data


def _entry(report: Report, at: tuple[str, str, int], value: CellValue) -> Any:
    note = report.notes.get(at)
    if note is not None and (note.unit or note.doubt):
        state = value if isinstance(value, CellState) else None
        number = None if state is not None else value
        entry = {"value": number, "text": note.text, "unit": note.unit, "doubt": note.doubt,
                 "state": state.value if state is not None else None}
        return {key: item for key, item in entry.items() if item not in (None, "")}
    if value is CellState.NOT_APPLICABLE:
        return "/"
    return "?" if value is CellState.UNREADABLE else value


def _record(item: Any) -> dict[str, Any]:
    """A breakdown or statement as plain data, without what is at its default."""
    record: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name == "parts":
            record["parts"] = [_record(part) for part in value]
        elif field.name == "location" and value is not None:
            record["location"] = _record(value)
        elif value not in (None, "") or field.name == "whole":
            record[field.name] = value
    return record
