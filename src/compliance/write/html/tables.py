"""The tables of a report, drawn as its form prints them, with what was found in them."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.messages import say
from compliance.model.audit import Audit, Outcome
from compliance.model.form import Block, Column, Form, Row, Table
from compliance.model.report import Cell, CellState
from compliance.model.text import Language
from compliance.record import field, record
from compliance.write.clean import one_line
from compliance.write.place import cell_value, spot

Address = tuple[str, str, str]


@record
class Marks:
    """What the findings say of one cell."""

    findings: list[int] = field(default_factory=list)
    """Numbers of the findings that name it."""
    suspect: bool = False


@record
class Box:
    """One cell of a drawn table."""

    text: str
    kind: str
    """``head``, ``cell`` or ``none`` (the form has no such cell)."""
    rows: int = 1
    columns: int = 1
    state: str = ""
    """``blank``, ``unread`` or ``absent``, in a class of its own."""
    marks: Marks | None = None
    anchor: str = ""
    note: str = ""
    """What a reader hears of it beyond its text."""


@record
class Drawn:
    """One drawn block of a table."""

    title: str
    heading: str
    head: list[list[Box]]
    body: list[list[Box]]


def marks_of(audit: Audit, numbers: dict[int, int]) -> dict[Address, Marks]:
    """For each cell that a finding names, the numbers of the findings.

    Args:
        audit: the audit.
        numbers: number on the page by ``id`` of the finding.
    """
    found: dict[Address, Marks] = {}
    for finding in audit.findings:
        number = numbers[id(finding)]
        for result in finding.results:
            if result.outcome is not Outcome.FAIL:
                continue
            for cell in result.cells:
                marks = found.setdefault((cell.table, cell.row, cell.column), Marks())
                if number not in marks.findings:
                    marks.findings.append(number)
        if finding.suspect is not None:
            cell = finding.suspect
            marks = found.setdefault((cell.table, cell.row, cell.column), Marks([number]))
            marks.suspect = True
    return found


def draw_tables(audit: Audit, marks: dict[Address, Marks], prefix: str,
                language: Language) -> Iterator[Drawn]:
    """The tables of the form that the report has anything of."""
    form = audit.form
    for table in form.tables if form is not None else ():
        if table.id not in audit.report.tables:
            continue
        drawing = _Drawing(audit, table, marks, prefix, language)
        for block in table.blocks:
            head, body = drawing.across(block) if table.across else drawing.down(block)
            yield Drawn(one_line(table.title.in_(language)), one_line(block.heading), head, body)


def form_tables_missing(audit: Audit, form: Form, language: Language) -> list[str]:
    """Titles of tables that the report does not have."""
    return [one_line(table.title.in_(language)) for table in form.tables
            if table.required and table.id not in audit.report.tables]


class _Drawing:
    def __init__(self, audit: Audit, table: Table, marks: dict[Address, Marks], prefix: str,
                 language: Language) -> None:
        self.report = audit.report
        self.table = table
        self.marks = marks
        self.prefix = prefix
        self.language = language

    def down(self, block: Block) -> tuple[list[list[Box]], list[list[Box]]]:
        """Rows below each other: labels in nested columns, then the cells."""
        paths = list(_paths(block.rows, ()))
        depth = max((len(path) for path in paths), default=1)
        head = [[Box("", "head", 1, depth), *(self._column(column) for column in block.columns)]]
        body = []
        for number, path in enumerate(paths):
            boxes = []
            for level, row in enumerate(path):
                # A group is printed once, beside the first of its rows.
                if number and paths[number - 1][:level + 1] == path[:level + 1]:
                    continue
                last = level == len(path) - 1
                count = 1 if last else sum(other[:level + 1] == path[:level + 1]
                                           for other in paths)
                boxes.append(Box(_label(row), "head", count, depth - level if last else 1))
            body.append(boxes + self._cells(path[-1], block.columns))
        return head, body

    def across(self, block: Block) -> tuple[list[list[Box]], list[list[Box]]]:
        """Rows side by side, each over its own columns."""
        rows = [path for path in _paths(block.rows, ()) if path[-1].has_cells]
        groups: list[Box] = []
        for number, path in enumerate(rows):
            if len(path) > 1 and number and rows[number - 1][0] is path[0]:
                groups[-1].columns += len(block.columns)
                continue
            groups.append(Box(_label(path[0]), "head", 1 if len(path) > 1 else 2,
                              len(block.columns)))
        inner = [Box(_label(path[-1]), "head", 1, len(block.columns))
                 for path in rows if len(path) > 1]
        columns = [self._column(column) for _ in rows for column in block.columns]
        if not inner:
            for group in groups:
                group.rows = 1
        head = [groups, *([inner] if inner else []), columns]
        return head, [[box for path in rows for box in self._cells(path[-1], block.columns)]]

    def _column(self, column: Column) -> Box:
        year = "" if self.report.year is None else str(self.report.year)
        return Box(one_line((column.label or column.id).replace("{year}", year)), "head")

    def _cells(self, row: Row, columns: list[Column]) -> list[Box]:
        own = [column.id for column in columns if not row.columns or column.id in row.columns]
        boxes = []
        for column in columns:
            if column.id not in own or not row.has_cells:
                boxes.append(Box("", "none"))
                continue
            cell = self.report.cell(self.table.id, row.id, own.index(column.id), column.id)
            boxes.append(self._box(row, column, cell))
        return boxes

    def _box(self, row: Row, column: Column, cell: Cell | None) -> Box:
        address = (self.table.id, row.id, column.id)
        marks = self.marks.get(address)
        anchor = f"{self.prefix}-" + "-".join(address) if marks else ""
        if cell is None:
            words = self._say("html_absent")
            return Box("", "cell", state="absent", marks=marks, anchor=anchor, note=words)
        state = {CellState.BLANK: "blank", CellState.UNREADABLE: "unread"}.get(cell.state, "")
        text = "" if cell.state is CellState.BLANK else cell_value(cell, self.language)
        if cell.state is CellState.UNREADABLE:
            text = one_line(cell.text) or "?"
        notes = [self._say(f"html_{state}")] if state else []
        if cell.doubt:
            notes.append(one_line(cell.doubt))
            state = state or "doubt"
        if marks is not None:
            notes.append(self._say("html_suspect" if marks.suspect else "html_failing"))
            notes.append(spot(cell.location, self.language))
        return Box(text, "cell", 1, 1, state, marks, anchor, " ".join(filter(None, notes)))

    def _say(self, name: str) -> str:
        return say(f"write.{name}").in_(self.language)


def _paths(rows: list[Row], above: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """The rows that are printed as lines, each below the groups around it."""
    for row in rows:
        path = (*above, row)
        if row.has_cells or not row.rows:
            yield path
        yield from _paths(row.rows, path)


def _label(row: Row) -> str:
    return one_line(row.label or row.id)
