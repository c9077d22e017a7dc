"""Checks of what stands in cells, whatever the numbers add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.checks.layout import PlacedRow, cells_of, found_tables, rows_of
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import converted
from compliance.model.audit import Outcome
from compliance.model.report import Cell, CellState

TOTAL = "总计"
MONEY = ("万元", "元", "亿元")


def blanks(context: Context) -> Iterator[Observation]:
    """Cells are filled: with 0 where there is nothing to report."""
    for table in found_tables(context):
        rows = [(placed, cells_of(context, placed)) for placed in rows_of(table)]
        rows = [(placed, cells) for placed, cells in rows if cells]
        every = [cell for _, cells in rows for cell in cells]
        if every and all(cell.state is CellState.BLANK for cell in every):
            place = context.report.places.get(table.id) or every[0].location
            yield observe(
                Outcome.FAIL, table.title, "table_blank",
                cells=every, location=place, count=len(every),
            )
            continue
        for placed, cells in rows:
            yield _blanks_of_row(context, placed, cells)


def _blanks_of_row(context: Context, placed: PlacedRow, cells: Sequence[Cell]) -> Observation:
    left_out = {id(cell) for cell in _blank_totals(context, placed, cells)}
    blank = [c for c in cells if c.state is CellState.BLANK and id(c) not in left_out]
    if not blank:
        return observe(Outcome.PASS, _name(placed), "row_filled")
    return observe(
        Outcome.FAIL, _name(placed), "row_blank", cells=blank, location=blank[0].location,
        columns="、".join(cell.column for cell in blank), count=len(blank),
    )


def totals_filled(context: Context) -> Iterator[Observation]:
    """A total is filled in where its parts are."""
    for table in found_tables(context):
        for placed in rows_of(table):
            cells = cells_of(context, placed)
            if not cells or not (_has_total(placed) or placed.row.total_of):
                continue
            missing = _blank_totals(context, placed, cells)
            if not missing:
                complete = len(cells) == len(placed.columns)
                readable = all(cell.state is not CellState.UNREADABLE for cell in cells)
                known = complete and readable
                yield observe(
                    Outcome.PASS if known else Outcome.UNKNOWN, _name(placed),
                    "total_filled" if known else "total_unread",
                )
                continue
            doubtful = converted(context) or any(cell.doubt for cell in cells)
            yield observe(
                Outcome.UNKNOWN if doubtful else Outcome.FAIL, _name(placed),
                "total_unread" if doubtful else "total_blank", cells=missing,
                location=missing[0].location,
                columns="、".join(cell.column for cell in missing),
            )


def _blank_totals(context: Context, placed: PlacedRow, cells: Sequence[Cell]) -> list[Cell]:
    """Blank cells that are totals of cells which hold numbers."""
    blank = [cell for cell in cells if cell.state is CellState.BLANK]
    missing = []
    for cell in blank:
        beside = _has_total(placed) and cell.column == TOTAL and any(
            other.state is CellState.NUMBER for other in cells
        )
        above = placed.row.total_of and _parts_filled(context, placed, cell.column)
        if beside or above:
            missing.append(cell)
    return missing


def _has_total(placed: PlacedRow) -> bool:
    return len(placed.columns) > 1 and any(column.id == TOTAL for column in placed.columns)


def _parts_filled(context: Context, placed: PlacedRow, column: str) -> bool:
    wanted = set(placed.row.total_of)
    for other in rows_of(placed.table):
        if other.row.id in wanted or wanted & set(other.groups):
            for cell in cells_of(context, other):
                if cell.column == column and cell.state is CellState.NUMBER:
                    return True
    return False


def whole_counts(context: Context) -> Iterator[Observation]:
    """Counts are whole and not negative."""
    for table in found_tables(context):
        for placed in rows_of(table):
            units = {column.id: column.unit or placed.row.unit for column in placed.columns}
            counted = [
                cell for cell in cells_of(context, placed)
                if placed.row.whole and units[cell.column] not in MONEY
                and cell.value is not None
            ]
            if counted:
                yield _whole(placed, counted)


def _whole(placed: PlacedRow, cells: Sequence[Cell]) -> Observation:
    def wrong(cell: Cell) -> bool:
        value = cell.value or 0
        signed = placed.row.signed or "增减" in cell.column
        return value != int(value) or (value < 0 and not signed)

    bad = [cell for cell in cells if wrong(cell)]
    if not bad:
        return observe(Outcome.PASS, _name(placed), "counts_whole")
    doubtful = any(cell.doubt for cell in bad)
    return observe(
        Outcome.UNKNOWN if doubtful else Outcome.FAIL, _name(placed), "counts_not_whole",
        cells=bad, location=bad[0].location,
        values="、".join(f"{cell.column} {cell.value}" for cell in bad),
    )


def amount_unit(context: Context) -> Iterator[Observation]:
    """Amounts are given in the form's unit (setting ``limits``: the most, by kind of body)."""
    limits = context.rule.settings.get("limits", {})
    for table in found_tables(context):
        for placed in rows_of(table):
            units = {column.id: column.unit or placed.row.unit for column in placed.columns}
            for cell in cells_of(context, placed):
                expected = units[cell.column]
                if expected in MONEY and cell.value is not None:
                    limit = limits.get(context.report.kind or "")
                    yield _amount(placed, cell, expected, limit)


def _amount(placed: PlacedRow, cell: Cell, expected: str, limit: int | None) -> Observation:
    subject = f"{_name(placed)} {cell.column}"
    printed = next((u for u in ("万元", "亿元", "元") if u in (cell.unit or cell.text)), "")
    if printed and printed != expected:
        message = "unit_differs"
    elif not printed and limit is not None and (cell.value or 0) >= limit:
        message = "amount_huge"
    else:
        return observe(Outcome.PASS, subject, "unit_right")
    return observe(
        Outcome.FAIL, subject, message, cells=[cell], location=cell.location,
        value=cell.value, printed=printed, expected=expected,
    )


def _name(placed: PlacedRow) -> str:
    return f"{placed.table.title.zh} {placed.row.id}"
