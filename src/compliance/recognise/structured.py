"""From a structured file to a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Column, Form, Row, Table
from compliance.model.location import Location
from compliance.model.open_rows import MAX_OPEN_ROWS, open_group
from compliance.model.report import (
    CellNote,
    CellState,
    CellValue,
    Report,
    Section,
    Source,
)
from compliance.model.report_file import CellEntry, ReportFile
from compliance.plugin.library import Library
from compliance.recognise.divisions import is_code
from compliance.recognise.money import in_form_unit

_SCALARS: dict[str, tuple[type, ...]] = {
    "form": (str,), "year": (int, type(None)), "jurisdiction": (str,), "division": (str,),
    "body": (str,), "title": (str,), "published": (date, type(None)), "signed": (date, type(None)),
    "preamble": (str,), "begins": (bool,), "ends": (bool,), "origin": (str,),
    "kind": (str, type(None)),
}
_SCHEMA = "compliance-report/1"
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
    if type(data.get("division")) is int:
        data = {**data, "division": str(data["division"])}
    written = _plain(data)
    if written is None:
        from compliance.model.validation import validate

        written = validate(ReportFile, data, file, places)
    if written.division and not is_code(written.division):
        place = places.find(("division",)) if places is not None else None
        raise Problem(say("recognise.bad_division", given=written.division), file, place)
    return written


def _plain(data: dict[str, Any]) -> ReportFile | None:
    """The report, when every value already has the type that the model asks for."""
    values = dict(data)
    tables = values.pop("tables", {})
    sections = values.pop("sections", [])
    if type(tables) is not dict or type(sections) is not list:
        return None
    if values.get("kind") not in _KINDS:
        return None
    for name in ("published", "signed"):
        if type(values.get(name)) is str:  # JSON has no dates
            values[name] = _iso_date(values[name])
    if values.pop("schema", _SCHEMA) != _SCHEMA:
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


def _iso_date(text: str) -> date | str:
    try:
        return date.fromisoformat(text) if len(text) == 10 else text
    except ValueError:
        return text


def to_report(written: ReportFile, library: Library, source: Source, form: str = "") -> Report:
    """A structured file as a report of its form.

    Raises:
        Problem: no form fits, or a table, row or column is not in the form.
    """
    from compliance.recognise.identity import complete_identity

    report = Report(
        form=form or written.form, year=written.year,
        jurisdiction=written.jurisdiction, division=written.division, body=written.body,
        kind=written.kind, title=written.title, published=written.published, signed=written.signed,
        preamble=written.preamble, sections=written.sections, labels=written.labels,
        unknown_rows=written.unknown_rows, headers=written.headers, units=written.units,
        source=source,
    )
    report.unread = written.unread
    source.begins, source.ends, source.origin = written.begins, written.ends, written.origin
    complete_identity(report, library.forms)
    chosen = _form(report, library.forms)
    report.form = chosen.form
    if not written.jurisdiction and chosen.jurisdiction.startswith(report.jurisdiction + "-"):
        report.jurisdiction = chosen.jurisdiction
    report.titles = {table.id: table.title for table in chosen.tables}
    _fill_sections(report, chosen)
    _fill_tables(report, written, chosen)
    _fill_prose(report, written, chosen)
    report.faces = [
        to_report(report_file(face, source.file, None), library,
                  Source(f"{source.file}#{number}", format=source.format), form)
        for number, face in enumerate(written.faces, start=2)]
    return report


def _form(report: Report, forms: Mapping[str, Form]) -> Form:
    from compliance.recognise.choose import named_form, prescribed_form

    if report.form:
        return named_form(report.form, forms, report.source.file)
    if report.year is None:
        raise Problem(say("structured.no_year"), report.source.file)
    return prescribed_form(report.year, report.where, forms, report.source.file)


def _fill_sections(report: Report, form: Form) -> None:
    from compliance.recognise.sections import section_id, settle_ids

    for name in ("title", "published", "signed", "preamble"):
        report.places[name] = Location(path=name)
    for table in report.headers:
        report.places[f"headers/{table}"] = Location(path=f"headers/{table}")
    named = {number for number, section in enumerate(report.sections) if section.id}
    for number, section in enumerate(report.sections):
        section.location = Location(path=f"sections/{number}")
        if not section.id:
            section.id = section_id(section.heading, form)
    settle_ids(report.sections, form, named)


def _fill_prose(report: Report, written: ReportFile, form: Form) -> None:
    given = {name: found for name in ("breakdowns", "statements", "growths")
             if (found := getattr(written, name)) is not None}
    if len(given) < 3 and (report.preamble or any(s.text for s in report.sections)):
        from compliance.recognise.growth import read_growths
        from compliance.recognise.prose import read_prose

        read_prose(report, form)
        read_growths(report)
    for name, found in given.items():
        setattr(report, name, found)


Shape = tuple[list[Column], str]
"""The columns that a row has, and its unit."""
_rows_of: dict[int, tuple[Table, dict[str, Shape], str]] = {}


def table_rows(table: Table) -> tuple[dict[str, Shape], str]:
    """The rows of a table, and the group whose rows the report brings, if any.

    Groups are among the rows; each has the columns that it has and its unit.
    """
    kept = _rows_of.get(id(table))
    if kept is None or kept[0] is not table:
        group = open_group(table)
        kept = _rows_of[id(table)] = (table, _table_rows(table), group.id if group else "")
    return kept[1], kept[2]


def _table_rows(table: Table) -> dict[str, Shape]:
    found: dict[str, Shape] = {}

    def walk(rows: list[Row], columns: list[Column]) -> None:
        for row in rows:
            own = [c for c in columns if not row.columns or c.id in row.columns]
            found[row.id] = own, row.unit
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
        known, group = table_rows(tables[name])
        if group and len(rows) > MAX_OPEN_ROWS:
            raise Problem(say("structured.too_many_rows", table=name, limit=MAX_OPEN_ROWS),
                          report.source.file)
        filled = report.tables[name] = {}
        for row, cells in rows.items():
            like = row if row in known else group
            if not like or row == group:
                raise Problem(say("structured.unknown_row", row=row, table=name,
                                  known="、".join(known)), report.source.file)
            filled[row] = _row(report, (name, row), cells, known[like])


def _row(report: Report, at: tuple[str, str], cells: Any, shape: Shape) -> list[CellValue]:
    columns, unit = shape
    if type(cells) is list and len(cells) == len(columns) and set(map(type, cells)) <= _PLAIN_CELL:
        return cells
    names = [column.id for column in columns]
    if isinstance(cells, Mapping):
        for name in cells:
            if name not in names:
                raise Problem(say("structured.unknown_column", column=name, row=at[1],
                                  known="、".join(names)), report.source.file)
        cells = [cells.get(column.id, "/" if column.optional else "?") for column in columns]
    elif not isinstance(cells, list):
        cells = [cells]
    if len(cells) != len(columns):
        raise Problem(say("structured.wrong_length", row=at[1], given=len(cells),
                          expected=len(columns), known="、".join(names)), report.source.file)
    return [_money(report, (*at, index), _cell(report, (*at, index), cell),
                   columns[index].unit or unit) for index, cell in enumerate(cells)]


def _money(
    report: Report, at: tuple[str, str, int], value: CellValue, expected: str
) -> CellValue:
    """A value of money in the unit of the form."""
    note = report.notes.get(at)
    return value if note is None else in_form_unit(value, note, expected)


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
