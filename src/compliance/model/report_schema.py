"""The JSON Schema of a structured report: what pydantic knows of its keys, and the forms.

An editor that reads it offers the ids of forms, and the tables, rows, columns and sections
of the form that a report is filed on, and marks those that the form does not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from compliance.model.form import Column, Form, Row, Table
from compliance.model.open_rows import open_group
from compliance.model.report_file import FIRST_YEAR, LAST_YEAR, ReportFile
from compliance.model.validation import json_schema

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_DEFAULT = "CN"
"""Country of a report that names no jurisdiction."""


def report_schema(forms: Mapping[str, Form]) -> Schema:
    """JSON Schema (2020-12) of a report that may be filed on any of the forms."""
    schema = json_schema(ReportFile)
    return _ReportSchema(schema, [forms[name] for name in sorted(forms)]).whole()


class _ReportSchema:
    """Puts the forms into the schema of the keys."""

    def __init__(self, schema: Schema, forms: list[Form]) -> None:
        self.schema = schema
        self.forms = forms
        self.definitions: Schema = schema["$defs"]
        self.rows: dict[tuple[str, ...], str] = {}
        self.tables: list[tuple[Schema, str]] = []

    def whole(self) -> Schema:
        """The schema with the forms in it."""
        keys = self.schema["properties"]
        # What stands in one cell is the same in every table.
        rows = keys["tables"].pop("additionalProperties")["additionalProperties"]["anyOf"]
        cells = [kind for kind in rows if kind.get("type") not in ("array", "object")]
        self.definitions["Cell"] = {"anyOf": cells}
        keys["form"] = _without_type(keys["form"], {"anyOf": [
            {"enum": [form.form for form in self.forms],
             "enumDescriptions": [form.title.zh for form in self.forms]}, {"const": ""}]})
        # Ids in quotes or without, and years in quotes, are read alike.
        keys["division"] = _without_type(keys["division"], {"type": ["string", "integer"]})
        for kind in keys["year"]["anyOf"]:
            if kind.get("type") == "integer":
                kind |= {"minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        keys["year"]["anyOf"].append({"type": "string", "pattern": r"^\s*\d+\s*$"})
        keys["faces"]["items"] = {"$ref": "#"}
        for form in self.forms:
            self._define(form)
        self.schema["allOf"] = [*map(_of_form, self.forms), *self._of_years()]
        return self.schema

    def _define(self, form: Form) -> None:
        """The definitions of what a report on one form may hold."""
        tables = {table.id: _described(table.title.zh, self._table(form, table))
                  for table in form.tables}
        ids = [section.id for section in form.sections]
        headings = [_numbered(section.heading, section.number) for section in form.sections]
        self.definitions[f"tables of {form.form}"] = {
            "title": form.title.zh, "type": "object", "properties": tables,
            "additionalProperties": False}
        self.definitions[f"sections of {form.form}"] = {
            "type": "array", "items": {"properties": {
                "id": _suggested(ids), "heading": _suggested(headings)}}}

    def _table(self, form: Form, table: Table) -> str:
        """The name of the definition of a table; equal tables of several forms have one."""
        group = open_group(table)
        rows: Schema = {}
        for block in table.blocks:
            self._put_rows(block.rows, block.columns, rows)
        made: Schema = {"type": "object", "properties": rows, "additionalProperties": False}
        if group is not None:
            made["additionalProperties"] = rows.pop(group.id)
        for known, name in self.tables:
            if known == made:
                return name
        name = f"{table.id} of {form.form}"
        self.tables.append((made, name))
        self.definitions[name] = made
        return name

    def _put_rows(self, rows: Iterable[Row], columns: list[Column], found: Schema) -> None:
        for row in rows:
            own = [c for c in columns if not row.columns or c.id in row.columns]
            found[row.id] = _described(row.label or row.id, self._cells(own))
            if not row.has_cells and not row.open:
                # It is read, but the form prints no cells there.
                found[row.id]["doNotSuggest"] = True
            self._put_rows(row.rows, columns, found)

    def _cells(self, columns: list[Column]) -> str:
        """The name of the definition of a row with these columns."""
        labels = tuple(column.id for column in columns)
        if labels in self.rows:
            return self.rows[labels]
        name = self.rows[labels] = f"cells {len(self.rows) + 1}"
        cell: Schema = {"$ref": "#/$defs/Cell"}
        listed = "、".join(labels)
        by_column = {column.id: _described(column.label or column.id, "Cell")
                     for column in columns}
        shapes: list[Schema] = [
            {"type": "array", "items": cell, "minItems": len(columns),
             "maxItems": len(columns), "description": listed},
            {"type": "object", "properties": by_column, "additionalProperties": False},
        ]
        if len(columns) == 1:
            shapes.append(cell)
        self.definitions[name] = {"anyOf": shapes}
        return name

    def _of_years(self) -> Iterable[Schema]:
        """What holds for a report that names no form: by its year and country, or on any form.

        The forms of the year come first.  A report on another form is read as well, and
        then it is a finding.
        """
        unnamed: Schema = {"form": {"const": ""}}
        for first, last, country, own in _spans(self.forms):
            bounds: Schema = {"type": "integer"} | (
                {} if first is None else {"minimum": first}) | (
                {} if last is None else {"maximum": last})
            here = "|" if country == _DEFAULT else ""
            where = {"year": bounds, "jurisdiction": {"pattern": f"^({here}{country}(-.*)?)$"}}
            given = ["year"] if here else ["year", "jurisdiction"]
            others = [form for form in self.forms if form not in own]
            yield {"if": {"properties": unnamed | where, "required": given},
                   "then": _first_then(own, others)}
        dated: Schema = {"properties": {"year": {"type": "integer"}}, "required": ["year"]}
        yield {"if": {"properties": unnamed, "not": dated}, "then": _first_then(self.forms, [])}


def _spans(forms: list[Form]) -> Iterable[tuple[int | None, int | None, str, list[Form]]]:
    """First and last year, country, and the forms that are prescribed there throughout."""
    for country in sorted({form.jurisdiction[:2] for form in forms}):
        local = [form for form in forms if form.jurisdiction[:2] == country]
        starts = sorted({form.years.first for form in local if form.years.first is not None}
                        | {form.years.last + 1 for form in local if form.years.last is not None})
        for first, end in zip([None, *starts], [*starts, None], strict=True):
            last = None if end is None else end - 1
            # Before the first start, a year that is as good as any other.
            year = first if first is not None else (last if last is not None else 0)
            own = [form for form in local if year in form.years] or local
            yield first, last, country, own


def _of_form(form: Form) -> Schema:
    """What holds for a report that names its form."""
    return {"if": {"properties": {"form": {"const": form.form}}, "required": ["form"]},
            "then": {"properties": {
                "tables": {"$ref": f"#/$defs/tables of {form.form}"},
                "sections": {"$ref": f"#/$defs/sections of {form.form}"}}}}


def _any_of(key: str, forms: list[Form]) -> Schema:
    """``tables`` or ``sections`` of one of the forms."""
    kinds: list[Schema] = [{"$ref": f"#/$defs/{key} of {form.form}"} for form in forms]
    return {"properties": {key: kinds[0] if len(kinds) == 1 else {"anyOf": kinds}}}


def _first_then(own: list[Form], others: list[Form]) -> Schema:
    """The forms of the year; tables of others only where they fit none of those.

    The condition is what an editor offers, and the last branch what it complains of.
    """
    sections, tables = _any_of("sections", own), _any_of("tables", own)
    if not others:
        return {"allOf": [sections, tables]}
    return {"allOf": [sections, {"if": tables, "else": {
        "if": _any_of("tables", others), "else": tables}}]}


def _described(words: str, name: str) -> Schema:
    """A definition with a description of its own, also for who passes over what is beside
    a reference."""
    return {"description": words, "allOf": [{"$ref": f"#/$defs/{name}"}]}


def _suggested(words: list[str]) -> Schema:
    """Any text; these are offered."""
    return {"anyOf": [{"enum": list(dict.fromkeys(words))}, _TEXT]}


def _without_type(key: Schema, kind: Schema) -> Schema:
    return {name: value for name, value in key.items() if name != "type"} | kind


def _numbered(heading: str, number: int | None) -> str:
    """A heading as a report prints it: ``一、总体情况``."""
    from compliance.numerals import chinese_numeral

    return heading if number is None else f"{chinese_numeral(number)}、{heading}"
