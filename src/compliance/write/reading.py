"""``compliance read --explain``: what was taken for what, on what ground, how surely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compliance.messages import say
from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.report import Cell, CellState, Report
from compliance.model.text import Language
from compliance.recognise.explained import (
    ReadRow,
    ReadSection,
    ReadTable,
    missing_sections,
    read_sections_of,
    read_tables_of,
)
from compliance.write.clean import one_line, plain
from compliance.write.json_audit import dumps
from compliance.write.place import cell_value, spot
from compliance.write.screen import WIDTH, grid, hanging, wrap

_MARKS = {CellState.BLANK: "□", CellState.NOT_APPLICABLE: "/", CellState.UNREADABLE: "?"}
_PLACE = ("line", "column", "end_line", "end_column", "page", "path", "box", "section",
          "paragraph")


class Reading:
    """The explanation of one report, in one language."""

    def __init__(self, report: Report, form: Form, prescribed: str, language: Language) -> None:
        self.report, self.form, self.language = report, form, language
        self.prescribed = prescribed
        """Id of the form prescribed for the year; empty when none is."""
        self.tables = read_tables_of(report, form)
        self.sections = read_sections_of(report, form)
        self.missing_sections = missing_sections(report, form)

    def say(self, name: str, **values: object) -> str:
        """The message ``reading.<name>``."""
        return say(f"reading.{name}", **values).in_(self.language)

    def listed(self, words: Sequence[str]) -> str:
        """Words as a list in running text."""
        return say("write.comma").in_(self.language).join(map(one_line, words))

    def facts(self) -> list[tuple[str, str]]:
        """What the report is, and by what form it was read."""
        report = self.report
        chosen = "form_named"
        if self.prescribed:
            chosen = "form_by_year" if self.prescribed == report.form else "form_by_labels"
        facts = [
            ("format", report.source.format), ("title", report.title), ("body", report.body),
            ("year", "" if report.year is None else str(report.year)),
            ("jurisdiction", report.jurisdiction),
            ("form", self.say(chosen, form=report.form, prescribed=self.prescribed)),
        ]
        return [(self.say(name), one_line(words) or "—") for name, words in facts]

    def warnings(self) -> list[str]:
        """Where the report seems to be cut off."""
        source = self.report.source
        cut = [("begins_late", source.begins), ("ends_early", source.ends)]
        return [self.say(name) for name, whole in cut if not whole]

    def counts(self, table: ReadTable) -> str:
        """How much of a table was found."""
        states = {state.value: table.count(state) for state in CellState}
        return self.say("counts", rows=len(table.rows) - len(table.missing),
                        of=len(table.rows), **states)

    def ground(self, row: ReadRow) -> str:
        """Why a printed row is a row of the form."""
        words = self.say(f"row_{row.ground}", likeness=row.likeness)
        return self.say("row_moved", ground=words) if row.moved else words

    def sureness(self, row: ReadRow) -> str:
        """How surely the cells of a row were matched."""
        levels = list(dict.fromkeys(read.sure for read in row.cells))
        return self.listed([self.say(f"sure_{level}") for level in levels]) or "—"

    def doubts(self, table: ReadTable) -> list[str]:
        """Cells that could not be read for sure, with the reason; equal rows once."""
        found: dict[str, None] = {}
        for row in table.rows:
            doubtful = [read.cell for read in row.cells if read.sure == "doubt"]
            alike = {(cell.doubt, cell.text) for cell in doubtful}
            whole = len(doubtful) == len(row.cells) > 1 and len(alike) == 1
            for cell in doubtful[:1] if whole else doubtful:
                name = row.id if whole else f"{row.id}·{cell.column}"
                found[self.say("doubt", cell=one_line(name), doubt=self._doubt(cell))
                      + spot(cell.location, self.language)] = None
        return list(found)

    def _doubt(self, cell: Cell) -> str:
        doubt = one_line(cell.doubt) or say("write.unreadable").in_(self.language)
        text = one_line(cell.text)
        return self.say("doubt_of", doubt=doubt, text=text) if text else doubt


def to_text(reading: Reading) -> str:
    """The explanation for a screen, table by table."""
    file = one_line(reading.report.source.file) or reading.say("file_unknown")
    lines = wrap(reading.say("headline", file=file), WIDTH)
    colon = say("write.colon").in_(reading.language)
    for label, words in reading.facts():
        lines += hanging(f"{label}{colon}", words)
    lines += [*reading.warnings(), reading.say("marks")]
    for table in reading.tables:
        lines += ["", *_table(reading, table)]
    lines += ["", *_sections(reading), "", *_statements(reading), *_breakdowns(reading)]
    return plain("\n".join(line.rstrip() for line in lines) + "\n")


def _table(reading: Reading, table: ReadTable) -> list[str]:
    language = reading.language
    lines = [one_line(table.title.in_(language)) + spot(table.location, language)]
    if not table.found:
        return [*lines, "  " + reading.say("not_found")]
    lines += hanging("  ", reading.counts(table))
    heads = [f"{one_line(column)}←{one_line(head)}" if column != head else one_line(head)
             for column, head in table.headers.items()]
    lines += hanging("  ", reading.say("headers", headers=reading.listed(heads)) if heads
                     else reading.say("no_headers"))
    rows = [[row.id, one_line(row.printed) or "—", reading.ground(row),
             reading.say(f"columns_{row.columns or 'none'}"), _values(row, language),
             reading.sureness(row)] for row in table.rows]
    names = ("row", "printed", "ground", "columns", "cells", "sure")
    lines.append(grid([reading.say(name) for name in names], rows, [16, 24, 14, 8, 18, 10]))
    if table.missing:
        missing = reading.listed([row.label for row in table.missing])
        lines += wrap(reading.say("missing", rows=missing), WIDTH)
    if table.unknown:
        lines += wrap(reading.say("unknown", rows=reading.listed(table.unknown)), WIDTH)
    doubts = reading.doubts(table)
    if doubts:
        lines.append(reading.say("doubts"))
        for words in doubts:
            lines += hanging("- ", words, 2)
    return lines


def _values(row: ReadRow, language: Language) -> str:
    """The cells of a row side by side, with a mark where there is no number."""
    return " ".join(_MARKS.get(read.cell.state)
                    or cell_value(read.cell, language).replace(" ", "")
                    for read in row.cells) or "—"


def _sections(reading: Reading) -> list[str]:
    rows = [[one_line(section.heading), section.id or "—", reading.say(f"section_{section.ground}"),
             _spot(section.location, reading.language)] for section in reading.sections]
    lines = [reading.say("sections")]
    if rows:
        names = ("heading", "taken_for", "why", "line")
        lines.append(grid([reading.say(name) for name in names], rows, [46, 16, 16, None], (3,)))
    if reading.missing_sections:
        missing = reading.listed(reading.missing_sections)
        lines += wrap(reading.say("missing_sections", headings=missing), WIDTH)
    return lines


def _statements(reading: Reading) -> list[str]:
    statements = reading.report.statements
    if not statements:
        return [reading.say("no_statements")]
    titles = {each.id: each.title for each in reading.form.statements}
    rows = []
    for each in statements:
        title = titles.get(each.indicator)
        rows.append([one_line(title.in_(reading.language)) if title else one_line(each.indicator),
                     f"{each.value:f}{one_line(each.unit)}", one_line(each.text),
                     _spot(each.location, reading.language)])
    names = ("indicator", "value", "words", "line")
    return [reading.say("statements"),
            grid([reading.say(name) for name in names], rows, [34, None, 40, None], (1, 3))]


def _breakdowns(reading: Reading) -> list[str]:
    rows = []
    for each in reading.report.breakdowns:
        parts = [one_line(part.name) + (f" {part.count:f}" if part.count is not None else "")
                 + (f" {part.share:f}%" if part.share is not None else "") for part in each.parts]
        whole = "—" if each.whole is None else f"{each.whole:f}{one_line(each.unit)}"
        rows.append([one_line(each.name), whole, reading.listed(parts),
                     reading.say("yes" if each.complete else "no"),
                     _spot(each.location, reading.language)])
    if not rows:
        return []
    names = ("words", "whole", "parts", "complete", "line")
    return ["", reading.say("breakdowns"), grid([reading.say(name) for name in names], rows,
                                                [24, None, 42, None, None], (1, 4))]


def _spot(location: Location | None, language: Language) -> str:
    """Line, page or path, whichever is known first."""
    if location is None:
        return "—"
    if location.line is not None:
        return say("write.line", line=location.line).in_(language)
    if location.page is not None:
        return say("write.page", page=location.page).in_(language)
    return one_line(location.path) or "—"


def to_json(reading: Reading) -> str:
    """The explanation for programs."""
    report = reading.report
    return dumps({
        "file": report.source.file, "format": report.source.format, "form": report.form,
        "prescribed_form": reading.prescribed, "year": report.year, "body": report.body,
        "jurisdiction": report.jurisdiction, "title": report.title,
        "begins": report.source.begins, "ends": report.source.ends,
        "tables": [_table_data(table, reading.language) for table in reading.tables],
        "sections": [_section_data(section) for section in reading.sections],
        "missing_sections": reading.missing_sections,
        "statements": [{"indicator": each.indicator, "value": each.value, "unit": each.unit,
                        "text": each.text, "section": each.section,
                        "location": _place(each.location)} for each in report.statements],
    })


def _table_data(table: ReadTable, language: Language) -> dict[str, Any]:
    return {
        "table": table.id, "title": table.title.in_(language), "found": table.found,
        "location": _place(table.location), "headers": table.headers,
        "unknown_rows": table.unknown, "missing_rows": [row.id for row in table.missing],
        "rows": [_row_data(row) for row in table.rows],
    }


def _row_data(row: ReadRow) -> dict[str, Any]:
    return {
        "row": row.id, "label": row.label, "printed": row.printed, "row_by": row.ground,
        "likeness": row.likeness, "columns_by": row.columns, "moved": row.moved,
        "cells": [{"column": read.cell.column, "state": read.cell.state.value,
                   "value": read.cell.value, "text": read.cell.text, "sure": read.sure,
                   "doubt": read.cell.doubt, "location": _place(read.cell.location)}
                  for read in row.cells],
    }


def _place(location: Location | None) -> dict[str, Any] | None:
    """What is known of a place, and nothing else."""
    if location is None:
        return None
    known = {name: getattr(location, name) for name in _PLACE}
    return {name: list(value) if isinstance(value, tuple) else value
            for name, value in known.items() if value not in (None, "")}


def _section_data(section: ReadSection) -> dict[str, Any]:
    return {"heading": section.heading, "section": section.id, "by": section.ground,
            "location": _place(section.location)}
