"""A table whose rows are printed side by side (表四), printed the other way: down the page.

Its columns are then the labels of printed rows.  Its rows stand beside each other above them,
or one below the other with the columns of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.messages import say
from compliance.model.document import GridCell
from compliance.model.form import Table
from compliance.model.report import Report, RowMatch
from compliance.recognise.cells import by_count, put_cells, put_unreadable
from compliance.recognise.form_rows import FormRow, column_names, form_rows
from compliance.recognise.labels import normal
from compliance.recognise.stream import PrintedRow

_Printed = tuple[int, int, int]
"""Number of a printed row, the column that its label names, the row that its labels name
or -1."""
HIGHEST_HEAD = 4
"""Printed rows of the head above the first column."""


def read_turned(report: Report, table: Table, printed: Sequence[PrintedRow]) -> set[int]:
    """Read ``table`` into ``report``; the printed rows that belong to it.

    Where its columns are labels and it cannot be told whose values are whose, its rows are
    unreadable.
    """
    rows = [row for row in form_rows(table) if row.row.has_cells]
    if not rows or any(len(row.columns) != len(rows[0].columns) for row in rows):
        return set()
    for found in _runs(list(_labelled(report, rows, printed)), len(rows[0].columns)):
        used = {at for at, _, _ in found}
        head = _head(printed, min(used))
        cells = (_beside(rows, printed, found, head) or _below(rows, printed, found))
        for place, row in enumerate(rows):
            where = (table.id, row.row.id)
            if cells is None:
                put_unreadable(report, where, len(row.columns), say("recognise.torn").zh, "",
                               printed[min(used)].location)
                continue
            report.matches.setdefault(table.id, {})[row.row.id] = RowMatch(
                row.row.label or row.row.id, "order")
            put_cells(report, where, cells[place])
        return used | set(head)
    return set()


def _labelled(
    report: Report, rows: Sequence[FormRow], printed: Sequence[PrintedRow]
) -> Iterator[_Printed]:
    """The printed rows with values whose label names a column."""
    columns = {name: place for place, column in enumerate(rows[0].columns)
               for name in column_names(column, report.year)}
    names = {name: place for place, row in enumerate(rows) for name in row.names}
    for at, line in enumerate(printed):
        if line.has_values and not line.prose and line.own_labels:
            column = columns.get(normal(line.own_labels[-1]))
            if column is not None:
                named = (names.get(normal(label), -1) for label in line.own_labels[:-1])
                yield at, column, max(named, default=-1)


def _runs(found: Sequence[_Printed], width: int) -> Iterator[list[_Printed]]:
    """Printed rows that follow each other and name all columns."""
    run: list[_Printed] = []
    for entry in [*found, (-1, 0, 0)]:
        if run and entry[0] != run[-1][0] + 1:
            if {column for _, column, _ in run} == set(range(width)):
                yield run
            run = []
        run.append(entry)


def _head(printed: Sequence[PrintedRow], first: int) -> list[int]:
    head: list[int] = []
    for at in range(first - 1, max(-1, first - 1 - HIGHEST_HEAD), -1):
        line = printed[at]
        if line.has_values or line.prose or line.grid != printed[first].grid:
            break
        head.insert(0, at)
    return head


def _beside(
    rows: Sequence[FormRow], printed: Sequence[PrintedRow], found: Sequence[_Printed],
    head: Sequence[int],
) -> list[list[GridCell | None]] | None:
    """The cells of each row where the rows stand beside each other below a head."""
    named = [place for at in head for text in _texts(printed[at])
             for place, row in enumerate(rows) if normal(text) in row.names]
    if named != list(range(len(rows))) or len(found) != len(rows[0].columns):
        return None
    cells: list[list[GridCell | None]] = [[None] * len(found) for _ in rows]
    for at, column, _ in found:
        values = by_count(printed[at], len(rows))
        if values is None:
            return None
        for place, cell in enumerate(values):
            cells[place][column] = cell
    return cells


def _texts(line: PrintedRow) -> list[str]:
    return [cell.text for cell in line.every] if line.every else line.labels


def _below(
    rows: Sequence[FormRow], printed: Sequence[PrintedRow], found: Sequence[_Printed]
) -> list[list[GridCell | None]] | None:
    """The cells of each row where the rows stand one below the other."""
    width = len(rows[0].columns)
    if len(found) != width * len(rows):
        return None
    cells: list[list[GridCell | None]] = []
    for place in range(len(rows)):
        part = found[place * width:(place + 1) * width]
        values = [by_count(printed[at], 1) for at, _, _ in part]
        in_order = [column for _, column, _ in part] == list(range(width))
        named = part[0][2] == place and all(row in (-1, place) for _, _, row in part)
        if not named or not in_order or any(value is None for value in values):
            return None
        cells.append([value[0] for value in values if value is not None])
    return cells
