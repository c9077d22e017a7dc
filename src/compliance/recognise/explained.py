"""How a report was read: what was taken for what, on what ground, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from compliance.model.form import Form, Table
from compliance.model.location import Location
from compliance.model.report import Cell, CellState, Report, RowMatch, Section
from compliance.model.text import Text
from compliance.recognise.form_rows import FormRow, form_rows
from compliance.recognise.labels import normal
from compliance.record import field, record

RowGround = Literal["label", "variant", "group", "near", "within", "place", "given", "none"]
"""Why a printed row is a row of the form: its label is the form's; is another label of the
row; is the row's below that of its group; is nearly it; is a part of it or holds it; it
stands at its place (表四); the structured file names it; it was not found."""
Sureness = Literal["sure", "order", "near", "doubt", "none"]
"""How surely a cell is what it is taken for: label and column header agree; the label does,
and the column follows from the printed order; the label only nearly does; the value could
not be read; nothing was found."""
SectionGround = Literal["heading", "variant", "words", "given", "none"]


@record
class ReadCell:
    """A cell with how surely it was matched."""

    cell: Cell
    sure: Sureness


@record
class ReadRow:
    """A row of the form, and the printed row that was taken for it."""

    id: str
    label: str
    """Label as the form prints it."""
    printed: str
    """Label as printed; empty when the row was not found."""
    ground: RowGround
    likeness: float | None
    """Likeness of the labels, of 100, for a near miss."""
    columns: Literal["", "header", "order"]
    """How its cells were put into the columns."""
    moved: bool
    cells: list[ReadCell] = field(default_factory=list)

    @property
    def location(self) -> Location | None:
        """Where its first cell stands."""
        return next((read.cell.location for read in self.cells if read.cell.location), None)


@record
class ReadTable:
    """A table of the form, and what was found of it."""

    id: str
    title: Text
    found: bool
    rows: list[ReadRow]
    headers: dict[str, str]
    """Column headers as printed, by column."""
    unknown: list[str]
    """Rows printed in it that the form does not have."""
    location: Location | None

    @property
    def missing(self) -> list[ReadRow]:
        """Rows that were not found."""
        return [row for row in self.rows if row.ground == "none"]

    def count(self, state: CellState) -> int:
        """How many cells are in a state."""
        return sum(read.cell.state is state for row in self.rows for read in row.cells)


@record
class ReadSection:
    """A printed section, and the section of the form that it was taken for."""

    heading: str
    id: str
    ground: SectionGround
    location: Location | None


def read_tables_of(report: Report, form: Form) -> list[ReadTable]:
    """Every table of the form, with each of its rows that has or should have cells."""
    return [_table(report, table) for table in form.tables]


def _table(report: Report, table: Table) -> ReadTable:
    found = report.tables.get(table.id, {})
    rows = [row for row in _rows(report, table) if row is not None]
    return ReadTable(
        table.id, table.title, bool(found), rows if found else [],
        report.headers.get(table.id, {}), report.unknown_rows.get(table.id, []),
        report.places.get(table.id))


def _rows(report: Report, table: Table) -> Iterator[ReadRow]:
    filled = report.tables.get(table.id, {})
    rows = form_rows(table)
    # A group printed as one row stands for its rows.
    single = {row.row.id for row in rows if not row.row.has_cells and row.row.id in filled}
    for row in rows:
        below = any(parent.id in single for parent in row.parents)
        if row.row.id in filled or (row.row.has_cells and not below):
            yield _row(report, table, row)


def _row(report: Report, table: Table, row: FormRow) -> ReadRow:
    label = row.row.label or row.row.id
    values = report.tables.get(table.id, {}).get(row.row.id)
    match = report.matches.get(table.id, {}).get(row.row.id)
    if values is None:
        return ReadRow(row.row.id, label, "", "none", None, "", False)
    if match is None:
        ground: RowGround = "given" if not report.matches else "none"
        printed, match = report.labels.get(table.id, {}).get(row.row.id, ""), RowMatch("")
        likeness = None
    else:
        printed = match.label
        ground, likeness = _ground(row, match)
    cells = [report.cell(table.id, row.row.id, index, column.id)
             for index, column in enumerate(row.columns)]
    read = [ReadCell(cell, _sureness(cell, ground, match, len(row.columns) == 1))
            for cell in cells if cell is not None]
    return ReadRow(row.row.id, label, printed, ground, likeness, match.columns, match.moved, read)


def _ground(row: FormRow, match: RowMatch) -> tuple[RowGround, float | None]:
    """Why a label is that of a row, and how like it is where it is not quite."""
    word = normal(match.label)
    if not word:
        return "place", None
    if word == normal(row.row.label or row.row.id):
        return "label", None
    if word in {normal(name) for name in (row.row.id, *row.row.variants)}:
        return "variant", None
    if word in row.names:
        return "group", None
    from rapidfuzz import fuzz

    likeness = max((fuzz.ratio(word, name) for name in row.names), default=0.0)
    within = any(word in name or name in word for name in row.names)
    return ("within" if within else "near"), round(likeness, 1)


def _sureness(cell: Cell, ground: RowGround, match: RowMatch, alone: bool) -> Sureness:
    if cell.state is CellState.UNREADABLE or cell.doubt:
        return "doubt"
    if ground == "none":
        return "none"
    if ground in ("near", "within"):
        return "near"
    settled = ground == "given" or match.columns != "order" or alone
    return "sure" if settled else "order"


def read_sections_of(report: Report, form: Form) -> list[ReadSection]:
    """The printed sections with the sections of the form that they were taken for."""
    given = not report.matches and all(not section.places for section in report.sections)
    return [ReadSection(" ".join(section.heading.split()), section.id,
                        _section_ground(section, form, given), section.location)
            for section in report.sections]


def _section_ground(section: Section, form: Form, given: bool) -> SectionGround:
    wanted = next((each for each in form.sections if each.id == section.id), None)
    if wanted is None:
        return "none"
    word = normal(section.heading)
    if word == normal(wanted.heading):
        return "heading"
    if word in map(normal, wanted.variants):
        return "variant"
    return "given" if given and word == normal(section.id) else "words"


def missing_sections(report: Report, form: Form) -> list[str]:
    """Headings of the required sections of the form that were not found."""
    found = {section.id for section in report.sections}
    return [each.heading for each in form.sections if each.required and each.id not in found]
