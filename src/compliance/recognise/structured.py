"""From a structured file to a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.report import Locator, Report, Section, Source
from compliance.model.report_file import FIRST_YEAR, LAST_YEAR, ReportFile
from compliance.plugin.library import Library
from compliance.recognise.divisions import is_code
from compliance.recognise.structured_tables import PLAIN_CELL, fill_tables, rows_that_fit
from compliance.record import record

_SCALARS: dict[str, tuple[type, ...]] = {
    "form": (str,), "year": (int, type(None)), "jurisdiction": (str,), "division": (str,),
    "body": (str,), "title": (str,), "published": (date, type(None)), "signed": (date, type(None)),
    "preamble": (str,), "begins": (bool,), "ends": (bool,), "unruled": (bool,), "origin": (str,),
    "kind": (str, type(None)),
}
_LISTS = ("breakdowns", "statements", "growths")
_SCHEMA = "compliance-report/1"
_KINDS = {None, "government", "department", "township"}


def report_file(data: Any, file: str, places: Any) -> ReportFile:
    """Parsed YAML or JSON as a :class:`ReportFile`.

    Data of the plainest shape is taken as it is; anything else goes through
    pydantic, which says what is wrong.

    Raises:
        Problem: the data is not a structured report, or its year cannot be one.
    """
    if not isinstance(data, dict):
        raise _no_mapping(data, file, places)
    if type(data.get("division")) is int:
        data = {**data, "division": str(data["division"])}
    written = _plain(data)
    if written is None:
        from compliance.model.validation import validate
        from compliance.recognise.structured_slips import refuse_cells

        refuse_cells(data.get("tables"), file, places)
        written = validate(ReportFile, data, file, places)
    if written.year is not None and not FIRST_YEAR <= written.year <= LAST_YEAR:
        place = places.find(("year",)) if places is not None else None
        raise Problem(say("structured.year_out_of_range", year=written.year, first=FIRST_YEAR,
                          last=LAST_YEAR), file, place)
    if written.division and not is_code(written.division):
        place = places.find(("division",)) if places is not None else None
        raise Problem(say("recognise.bad_division", given=written.division), file, place)
    return written


def _no_mapping(data: Any, file: str, places: Any) -> Problem:
    kind = {list: "list", str: "text", type(None): "nothing"}.get(type(data), "value")
    place = places.find((0,)) if places is not None else None
    return Problem(say("structured.not_a_report", found=say(f"structured.found_{kind}")),
                   file, place)


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
        if type(value) not in _SCALARS.get(name, ()) and not (name in _LISTS and value == []):
            return None
    for rows in tables.values():
        if type(rows) is not dict:
            return None
        for row in rows.values():
            if type(row) is not list or not set(map(type, row)) <= PLAIN_CELL:
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


def to_report(written: ReportFile, library: Library, source: Source, form: str = "",
              places: Locator | None = None) -> Report:
    """A structured file as a report of its form.

    Args:
        written: the file.
        library: the forms.
        source: where the file is from.
        form: id of the form to read it by, instead of the one that the file names.
        places: finds the lines of the file, for what is wrong in it.

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
    source.unruled = written.unruled
    complete_identity(report, library.forms)
    chosen = _filled(report, written, library.forms, places)
    report.form = chosen.form
    if not written.jurisdiction and chosen.jurisdiction.startswith(report.jurisdiction + "-"):
        report.jurisdiction = chosen.jurisdiction
    report.titles = {table.id: table.title for table in chosen.tables}
    _fill_sections(report, chosen)
    _fill_prose(report, written, chosen)
    for number, face in enumerate(written.faces):
        report.faces.append(_face(face, number, library, source, form, places))
    return report


def _face(face: dict[str, Any], number: int, library: Library, source: Source, form: str,
          places: Locator | None) -> Report:
    """The same report in another file, as it stands in a structured one."""
    inside = None if places is None else Inside(places, ("faces", number))
    beside = Source(f"{source.file}#{number + 2}", format=source.format)
    try:
        return to_report(report_file(face, source.file, inside), library, beside, form, inside)
    except Problem as problem:
        if inside is None:
            raise
        raise Problem(problem.text, source.file, problem.location) from None


@record
class Inside:
    """Finds what stands below one value of a file."""

    places: Locator
    steps: tuple[str | int, ...]

    def find(self, path: tuple[str | int, ...]) -> Location | None:
        """The lines of a path that begins at the value."""
        return self.places.find((*self.steps, *path))

    def find_key(self, path: tuple[str | int, ...]) -> Location | None:
        """The key that a path ends with, which begins at the value."""
        return self.places.find_key((*self.steps, *path))


def _filled(report: Report, written: ReportFile, forms: Mapping[str, Form],
            places: Locator | None) -> Form:
    """The form of a report, after its tables were filled by it."""
    chosen = _form(report, forms, places if report.form == written.form else None)
    try:
        fill_tables(report, written.tables, chosen, places)
    except Problem:
        other = None if report.form else _clearly_other(report, written, chosen, forms)
        if other is None:
            raise
        report.tables, report.notes = {}, {}
        fill_tables(report, written.tables, other, places)
        return other
    return chosen


def _form(report: Report, forms: Mapping[str, Form], places: Locator | None) -> Form:
    from compliance.recognise.choose import named_form, prescribed_form

    file = report.source.file
    if not report.form and report.year is None:
        raise Problem(say("structured.no_year"), file)
    try:
        if report.form:
            return named_form(report.form, forms, file)
        assert report.year is not None
        return prescribed_form(report.year, report.where, forms, file)
    except Problem as problem:
        key = "form" if report.form else "year"
        place = places.find((key,)) if places is not None else None
        raise Problem(problem.text, problem.file, place) from None


def _clearly_other(report: Report, written: ReportFile, own: Form,
                   forms: Mapping[str, Form]) -> Form | None:
    """The form that the rows of a report clearly fit better than the form of its year."""
    from compliance.model.jurisdiction import within
    from compliance.recognise.choose import CLEARLY

    best, most = None, rows_that_fit(written.tables, own) + CLEARLY - 1
    for _, form in sorted(forms.items()):
        if form is own or not within(report.jurisdiction, form.jurisdiction):
            continue
        fitting = rows_that_fit(written.tables, form)
        if fitting > most:
            best, most = form, fitting
    return best


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
        from compliance.recognise.prose import read_prose

        read_prose(report, form)
    for name, found in given.items():
        setattr(report, name, found)
