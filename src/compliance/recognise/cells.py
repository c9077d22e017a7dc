"""The cells of one printed row, put into the columns of the form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compliance.messages import say
from compliance.model.form import Column
from compliance.model.location import Location
from compliance.model.report import CellNote, CellState, CellValue, Report
from compliance.recognise.align import FormRow, column_names
from compliance.recognise.labels import normal, simplified
from compliance.recognise.money import in_form_unit, money_unit
from compliance.recognise.stream import (
    NOT_APPLICABLE,
    UNITS,
    PrintedCell,
    PrintedRow,
    is_value,
)

Place = tuple[str, str]


def header_columns(
    printed: Sequence[PrintedRow], at: int, columns: list[Column], year: int | None
) -> dict[str, int]:
    """For each column of the form, the grid column that the header above ``at`` gives it.

    Columns whose header cannot be read are left out.
    """
    names = {column.id: column_names(column, year) for column in columns}
    found: dict[str, int] = {}
    grid = printed[at].grid
    if grid < 0:
        return {}
    for above in range(at - 1, -1, -1):
        row = printed[above]
        if row.grid != grid or len(found) == len(names):
            break
        here: dict[str, int] = {}
        for cell in row.every:
            word = normal(cell.text)
            fitting = [c for c, known in names.items() if word in known and c not in here]
            # A header over several columns is the header of a group of columns.
            if fitting and cell.span == 1:
                here[fitting[0]] = cell.column
        numbers = [c for c in row.every if is_value(c.text) and normal(c.text) != str(year)]
        if numbers or len(here) < min(2, len(names)):
            continue
        for column, position in here.items():
            if position not in found.values():
                found.setdefault(column, position)
    return found


def columns_of(
    row: FormRow, printed: Sequence[PrintedRow], at: int, year: int | None
) -> list[PrintedCell | None] | None:
    """The cells of a printed row in the columns of its form row; ``None`` if unsettled."""
    line = printed[at]
    cells = _by_header(line, header_columns(printed, at, row.columns, year), row)
    return cells if cells is not None else by_count(line, len(row.columns), row.row.code)


def put_row(
    report: Report, table: str, row: FormRow, printed: list[PrintedRow], at: int
) -> None:
    """Put the values of a printed row into ``report``, or say why they cannot be."""
    line, columns = printed[at], row.columns
    place = (table, row.row.id)
    match = report.matches.get(table, {}).get(row.row.id)
    cells = _by_header(line, header_columns(printed, at, columns, report.year), row)
    how: Literal["header", "order"] = "header"
    if cells is None:
        cells, how = by_count(line, len(columns), row.row.code), "order"
    if match is not None and cells is not None:
        match.columns = how
    if cells is None:
        shown = " ".join(cell.text for cell in line.cells).strip()
        doubt = say("recognise.wrong_count", printed=len(line.cells), expected=len(columns)).zh
        put_unreadable(report, place, len(columns), doubt, shown, line.location)
        return
    heads = report.headers.get(table, {})
    above = [money_unit(heads.get(column.id, "")) for column in columns]
    beside = line.unit or report.units.get(table, {}).get(row.row.id, "")
    put_cells(report, place, cells, [unit or beside for unit in above],
              [column.unit or row.row.unit for column in columns])


def _by_header(
    row: PrintedRow, header: dict[str, int], form_row: FormRow
) -> list[PrintedCell | None] | None:
    """Cells below the headers; ``None`` when the headers do not settle it."""
    columns, code = form_row.columns, form_row.row.code
    if row.grid < 0 or any(column.id not in header for column in columns):
        return None
    positions = [header[column.id] for column in columns]
    cells: list[PrintedCell | None] = []
    for position in positions:
        cells.append(next(
            (c for c in row.every if c.column <= position < c.column + c.span), None))
    used = {id(cell) for cell in cells if cell is not None}
    if len(used) != sum(cell is not None for cell in cells):
        return None  # One cell stands under two headers.
    if any(cell is not None and cell.text in row.labels for cell in cells):
        return None
    loose = [c for c in row.every
             if id(c) not in used and is_value(c.text) and c.text.strip() != code]
    return None if loose else cells


def by_count(
    row: PrintedRow, expected: int, code: str = ""
) -> list[PrintedCell | None] | None:
    """Cells in printed order, when there are as many as the form has.

    ``code`` is what the form prints in the row before its figures.
    """
    cells = [cell for cell in row.cells if cell.text not in UNITS]
    cells = cells[leading_code(cells, code):] if len(cells) > expected else cells
    while len(cells) > expected and not cells[-1].text:
        cells = cells[:-1]
    if len(cells) > expected and not cells[0].text and all(c.text for c in cells[1:]):
        cells = cells[1:]  # An empty 单位 column before the figures.
    return list(cells) if len(cells) == expected else None


def leading_code(cells: Sequence[PrintedCell], code: str) -> int:
    """How many cells the code takes at the beginning, with an empty unit before it."""
    for index, cell in enumerate(cells[:2] if code else ()):
        text = cell.text.strip()
        if text == code:
            return index + 1
        if text:
            break
    return 0


def put_cells(
    report: Report, place: Place, cells: list[PrintedCell | None],
    units: Sequence[str] = (), expected: Sequence[str] = (),
) -> None:
    """Put cells that are known to stand in the columns of the form.

    ``units`` are printed above or beside the cells, ``expected`` are the form's.
    """
    values: list[CellValue] = []
    for index, cell in enumerate(cells):
        at = (*place, index)
        if cell is None:
            values.append(CellState.UNREADABLE)
            report.notes[at] = CellNote(doubt=say("recognise.no_cell").zh)
            continue
        value, note = cell_value(cell.text)
        note.location = cell.location
        if units and not note.unit:
            note.unit = units[index]
        if expected:
            value = in_form_unit(value, note, expected[index])
        values.append(value)
        report.notes[at] = note
    report.tables.setdefault(place[0], {})[place[1]] = values


def put_unreadable(
    report: Report, place: Place, count: int, doubt: str, text: str = "",
    location: Location | None = None,
) -> None:
    """Put a row whose values cannot be told."""
    report.tables.setdefault(place[0], {})[place[1]] = [CellState.UNREADABLE] * count
    for index in range(count):
        report.notes[(*place, index)] = CellNote(text, "", location, doubt)


def cell_value(text: str) -> tuple[CellValue, CellNote]:
    """The value of a cell's text, with the text and the unit."""
    words = simplified(text).strip()
    if not words:
        return None, CellNote()
    if words in NOT_APPLICABLE or text.strip() in NOT_APPLICABLE:
        return CellState.NOT_APPLICABLE, CellNote(text=text)
    if words.isascii() and words.isdigit():
        return int(words), CellNote(text=text)
    from compliance.numerals import read_number

    number = read_number(text) or read_number(words.removeprefix("+"))
    if number is None:
        doubt = say("recognise.not_a_number", text=text).zh
        return CellState.UNREADABLE, CellNote(text=text, doubt=doubt)
    return number.value, CellNote(text=text, unit=number.unit)
