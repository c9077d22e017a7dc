"""The tables of a structured file, put into the rows and columns of a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Column, Form, Row, Table
from compliance.model.open_rows import MAX_OPEN_ROWS, open_group
from compliance.model.report import CellNote, CellState, CellValue, Locator, Report
from compliance.model.report_file import CellEntry
from compliance.model.text import Text
from compliance.recognise.money import in_form_unit

PLAIN_CELL = {int, Decimal, type(None)}
"""Types of cells that are taken as they are."""
_MARKS = {"/": CellState.NOT_APPLICABLE, "－": CellState.NOT_APPLICABLE,
          "-": CellState.NOT_APPLICABLE, "—": CellState.NOT_APPLICABLE,
          "不适用": CellState.NOT_APPLICABLE, "?": CellState.UNREADABLE}

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


def rows_that_fit(given: Mapping[str, Mapping[str, Any]], form: Form) -> int:
    """How many rows of a structured file a form has, with as many cells or these columns."""
    tables = {table.id: table for table in form.tables}
    fitting = 0
    for name, rows in given.items():
        if name not in tables:
            continue
        known, group = table_rows(tables[name])
        for row, cells in rows.items():
            like = row if row in known else group
            if like and row != group and _fits(cells, [c.id for c in known[like][0]]):
                fitting += 1
    return fitting


def _fits(cells: Any, columns: list[str]) -> bool:
    if isinstance(cells, Mapping):
        return cells.keys() <= set(columns)
    return (len(cells) if isinstance(cells, list) else 1) == len(columns)


def fill_tables(report: Report, given: Mapping[str, Mapping[str, Any]], form: Form,
                places: Locator | None = None) -> None:
    """Put the tables of a structured file into ``report``.

    Raises:
        Problem: a table, row or column is not in the form, or a row has too many cells
            or too few.
    """
    tables = {table.id: table for table in form.tables}
    for name, rows in given.items():
        if name not in tables:
            raise _unknown(report, places, ("tables", name), say(
                "structured.unknown_table", table=name, form=form.form), tables, "tables")
        known, group = table_rows(tables[name])
        if group and len(rows) > MAX_OPEN_ROWS:
            raise _problem(report, places, ("tables", name), say(
                "structured.too_many_rows", table=name, limit=MAX_OPEN_ROWS))
        filled = report.tables[name] = {}
        for row, cells in rows.items():
            like = row if row in known else group
            if not like or row == group:
                raise _unknown(report, places, ("tables", name, row), say(
                    "structured.unknown_row", row=row, table=name), known, "rows")
            filled[row] = _row(report, (name, row), cells, known[like], places)


def _unknown(report: Report, places: Locator | None, path: tuple[str, ...], words: Text,
             known: Iterable[str], what: str) -> Problem:
    """That the form has no table, row or column of this name."""
    from compliance.recognise.structured_slips import unknown_name

    place = places.find_key(path) if places is not None else None
    return Problem(unknown_name(words, path[-1], known, what), report.source.file, place)


def _problem(report: Report, places: Locator | None, path: tuple[str | int, ...],
             words: Text) -> Problem:
    place = places.find(path) if places is not None else None
    return Problem(words, report.source.file, place)


def _row(report: Report, at: tuple[str, str], cells: Any, shape: Shape,
         places: Locator | None) -> list[CellValue]:
    columns, unit = shape
    if type(cells) is list and len(cells) == len(columns) and set(map(type, cells)) <= PLAIN_CELL:
        return cells
    names = [column.id for column in columns]
    if isinstance(cells, Mapping):
        for name in cells:
            if name not in names:
                raise _unknown(report, places, ("tables", *at, name), say(
                    "structured.unknown_column", column=name, row=at[1]), names, "columns")
        cells = [cells.get(column.id, "/" if column.optional else "?") for column in columns]
    elif not isinstance(cells, list):
        cells = [cells]
    if len(cells) != len(columns):
        from compliance.recognise.structured_slips import comma_slip

        slip = comma_slip(at[1], cells, len(columns), report.source.file, ("tables", *at), places)
        if slip is not None:
            raise slip
        raise _problem(report, places, ("tables", *at), say(
            "structured.wrong_length", row=at[1], given=len(cells), expected=len(columns),
            known="、".join(names)))
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
    return _written(report, at, cell)


def _written(report: Report, at: tuple[str, str, int], text: str) -> CellValue:
    """What a cell that is written as text says: the same as on a page."""
    mark = _MARKS.get(text.strip())
    if mark is not None:
        if mark is CellState.UNREADABLE:
            report.notes[at] = CellNote(text=text, doubt="unreadable")
        return mark
    from compliance.recognise.cells import cell_value

    value, note = cell_value(text)
    if value is None:
        return None
    if value is CellState.UNREADABLE:
        note.doubt = "not a number"
    report.notes[at] = note
    return value
