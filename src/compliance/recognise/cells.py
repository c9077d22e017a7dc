"""The cells of one printed row, put into the columns of the form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compliance.messages import say
from compliance.model.document import GridCell
from compliance.model.location import Location
from compliance.model.report import CellNote, CellState, CellValue, Report
from compliance.recognise.form_rows import FormRow
from compliance.recognise.grid_columns import GridColumns
from compliance.recognise.labels import simplified
from compliance.recognise.money import in_form_unit
from compliance.recognise.stream import (
    NOT_APPLICABLE,
    NOTHING,
    UNITS,
    PrintedRow,
    is_value,
)
from compliance.recognise.totals import ends_in_total, may_be_shifted

Place = tuple[str, str]


_FEW = 2
"""A table with no more columns than that may well print one more of its own."""


def columns_of(row: FormRow, at: int, grids: GridColumns) -> list[GridCell | None] | None:
    """The cells of a printed row in the columns of its form row; ``None`` if unsettled."""
    line = grids.printed[at]
    cells = _by_header(line, at, row, grids)
    return cells if cells is not None else by_count(line, len(row.columns), row.row.code)


def put_row(report: Report, table: str, row: FormRow, at: int, grids: GridColumns) -> None:
    """Put the values of a printed row into ``report``, or say why they cannot be."""
    line, columns = grids.printed[at], row.columns
    place = (table, row.row.id)
    match = report.matches.get(table, {}).get(row.row.id)
    cells = _by_header(line, at, row, grids, match.label if match is not None else "")
    how: Literal["header", "order"] = "header"
    if cells is None:
        cells, how = by_count(line, len(columns), row.row.code), "order"
    if cells is None or (how == "header" and _falls_short(cells, at, row, grids)
                         and not _total_lost(cells, row)):
        shown = " ".join(cell.text for cell in line.cells).strip()
        printed = sum(cell is not None for cell in cells) if cells else len(line.cells)
        doubt = say("recognise.wrong_count", printed=printed, expected=len(columns)).zh
        put_unreadable(report, place, len(columns), doubt, shown, line.location)
        return
    if match is not None:
        match.columns = how
    beside = line.unit or report.units.get(table, {}).get(row.row.id, "")
    put_cells(report, place, cells,
              [grids.money.get(column) or beside for column in row.column_ids],
              [column.unit or row.row.unit for column in columns])


def _by_header(
    row: PrintedRow, at: int, form_row: FormRow, grids: GridColumns, label: str = ""
) -> list[GridCell | None] | None:
    """Cells below the headers; ``None`` when the headers do not settle it."""
    header = grids.above(at, form_row)
    if len(header) < len(form_row.columns):
        return None
    covering = {cell.column: cell for cell in row.every}
    for cell in row.every:
        if cell.column_span > 1:
            covering.update(dict.fromkeys(range(cell.column, cell.column + cell.column_span), cell))
    cells = [covering.get(header[column]) for column in form_row.column_ids]
    used = {id(cell) for cell in cells if cell is not None}
    if len(used) != sum(cell is not None for cell in cells):
        return None  # One cell stands under two headers.
    # Words below a header are no value, but the label of the row is no cell.
    labels = row.labels[:_place_of(label, row) + 1]
    if any(cell is not None and cell.text in labels for cell in cells):
        return None
    loose = [cell for cell in row.every[row.before:]
             if id(cell) not in used and (is_value(cell.text) or cell.text in NOTHING)
             and simplified(cell.text).strip() != form_row.row.code]
    if loose and len(cells) == 1:  # A list may print the figures of the year before, too.
        loose = [cell for cell in loose if not grids.of_other_year(at, cell.column)]
    if loose and len(cells) > _FEW and all(
            cell is not None and is_value(cell.text) for cell in cells):
        # Behind a full row a person's own check or remark is no cell of it.
        last = max(header.values())
        loose = [cell for cell in loose if cell.column <= last]
    return None if loose else cells


def _place_of(label: str, row: PrintedRow) -> int:
    """Place of the matched label among the labels of a row; the last one in doubt."""
    return next((place for place, printed in enumerate(row.labels)
                 if label and label == printed), len(row.labels) - 1)


def _falls_short(
    cells: Sequence[GridCell | None], at: int, row: FormRow, grids: GridColumns
) -> bool:
    """Whether a row ends before its last column: which of its cells is lost, nobody can say.

    A column that a cell of a row above reaches down over is not lost.
    """
    if cells[-1] is not None:
        return False
    header = grids.above(at, row)
    return not grids.reached_down(at, header[row.column_ids[-1]])


def _total_lost(cells: Sequence[GridCell | None], row: FormRow) -> bool:
    """Whether it is plain that no other cell than the total is lost."""
    if not ends_in_total(row) or any(cell is None for cell in cells[:-1]):
        return False
    values = [cell_value(cell.text)[0] if cell is not None else None for cell in cells]
    return isinstance(values[-2], int) and not may_be_shifted(values)


def by_count(
    row: PrintedRow, expected: int, code: str = ""
) -> list[GridCell | None] | None:
    """Cells in printed order, when there are as many as the form has.

    ``code`` is what the form prints in the row before its figures.  Blank cells before or
    after the values are no values where there are too many cells.
    """
    cells = [cell for cell in row.cells if cell.text not in UNITS]
    cells = cells[leading_code(cells, code):] if len(cells) > expected else cells
    surplus = len(cells) - expected
    if surplus > 0:
        first = next((i for i, cell in enumerate(cells) if cell.text), len(cells))
        last = next((i for i, cell in enumerate(reversed(cells)) if cell.text), len(cells))
        if not first or first + last == surplus:
            cells = cells[first:len(cells) - min(last, surplus - first)]
        elif not last:
            cells = cells[min(first, surplus):]
    return list(cells) if len(cells) == expected else None


def leading_code(cells: Sequence[GridCell], code: str) -> int:
    """How many cells the code takes at the beginning, with an empty unit before it."""
    for index, cell in enumerate(cells[:2] if code else ()):
        text = simplified(cell.text).strip()
        if text == code:
            return index + 1
        if text:
            break
    return 0


def put_cells(
    report: Report, place: Place, cells: list[GridCell | None],
    units: Sequence[str] = (), expected: Sequence[str] = (),
) -> None:
    """Put cells that are known to stand in the columns of the form.

    ``units`` are printed above or beside the cells, ``expected`` are the form's.
    """
    table, row = place
    values: list[CellValue] = []
    for index, cell in enumerate(cells):
        if cell is None:
            values.append(CellState.UNREADABLE)
            report.notes[table, row, index] = CellNote(doubt=say("recognise.no_cell").zh)
            continue
        value, note = cell_value(cell.text)
        note.location = cell.location
        if units and not note.unit:
            note.unit = units[index]
        if expected and note.unit:
            value = in_form_unit(value, note, expected[index])
        if cell.doubt:
            value, note.doubt = CellState.UNREADABLE, cell.doubt
        values.append(value)
        report.notes[table, row, index] = note
    report.tables.setdefault(table, {})[row] = values


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
    if words.isascii() and words.isdigit():
        return int(words), CellNote(text)
    if not words:
        return None, CellNote()
    if words in NOT_APPLICABLE or text.strip() in NOT_APPLICABLE:
        return CellState.NOT_APPLICABLE, CellNote(text)
    if words in NOTHING:
        return 0, CellNote(text)
    from compliance.numerals import read_number

    number = read_number(text) or read_number(words.removeprefix("+"))
    if number is None:
        doubt = say("recognise.not_a_number", text=text).zh
        return CellState.UNREADABLE, CellNote(text=text, doubt=doubt)
    return number.value, CellNote(text=text, unit=number.unit)
