"""The cells of one printed row, put into the columns of the form."""

from __future__ import annotations

from compliance.messages import say
from compliance.model.form import Column
from compliance.model.location import Location
from compliance.model.report import CellNote, CellState, CellValue, Report
from compliance.recognise.align import column_names
from compliance.recognise.labels import normal, simplified
from compliance.recognise.stream import (
    NOT_APPLICABLE,
    UNITS,
    PrintedCell,
    PrintedRow,
    is_value,
)

Place = tuple[str, str]


def header_columns(
    printed: list[PrintedRow], at: int, columns: list[Column], year: int | None
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


def put_row(
    report: Report, place: Place, columns: list[Column], printed: list[PrintedRow], at: int
) -> None:
    """Put the values of a printed row into ``report``, or say why they cannot be."""
    row = printed[at]
    cells = _by_header(row, header_columns(printed, at, columns, report.year), columns)
    if cells is None:
        cells = by_count(row, len(columns))
    if cells is None:
        shown = " ".join(cell.text for cell in row.cells).strip()
        doubt = say("recognise.wrong_count", printed=len(row.cells), expected=len(columns)).zh
        put_unreadable(report, place, len(columns), doubt, shown, row.location)
        return
    put_cells(report, place, cells, row.unit)


def _by_header(
    row: PrintedRow, header: dict[str, int], columns: list[Column]
) -> list[PrintedCell | None] | None:
    """Cells below the headers; ``None`` when the headers do not settle it."""
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
    loose = [c for c in row.every if id(c) not in used and is_value(c.text)]
    return None if loose else cells


def by_count(row: PrintedRow, expected: int) -> list[PrintedCell | None] | None:
    """Cells in printed order, when there are as many as the form has."""
    cells = [cell for cell in row.cells if cell.text not in UNITS]
    while len(cells) > expected and not cells[-1].text:
        cells = cells[:-1]
    if len(cells) > expected and not cells[0].text and all(c.text for c in cells[1:]):
        cells = cells[1:]  # An empty 单位 column before the figures.
    return list(cells) if len(cells) == expected else None


def put_cells(
    report: Report, place: Place, cells: list[PrintedCell | None], unit: str = ""
) -> None:
    """Put cells that are known to stand in the columns of the form."""
    values: list[CellValue] = []
    for index, cell in enumerate(cells):
        at = (*place, index)
        if cell is None:
            values.append(CellState.UNREADABLE)
            report.notes[at] = CellNote(doubt=say("recognise.no_cell").zh)
            continue
        value, note = cell_value(cell.text)
        note.location, note.unit = cell.location, note.unit or unit
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

    number = read_number(text)
    if number is None:
        doubt = say("recognise.not_a_number", text=text).zh
        return CellState.UNREADABLE, CellNote(text=text, doubt=doubt)
    return number.value, CellNote(text=text, unit=number.unit)
