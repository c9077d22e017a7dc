"""Checks of what stands in cells, whatever the numbers add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from compliance.checks.layout import (
    PlacedRow,
    cells_of,
    found_tables,
    label_of,
    name_of,
    rows_of,
)
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import converted
from compliance.checks.settings import setting, takes
from compliance.messages import say
from compliance.model.audit import Outcome
from compliance.model.form import MONEY, Table, is_count
from compliance.model.report import Cell, CellState
from compliance.model.text import Text

TOTAL = "总计"
_FEW = 5
_NO_NUMBER = "not a number"
"""Doubt of a cell whose text could not be a number, by any spelling."""
_LONGEST = 40
"""Characters of such a text that are shown."""


def blanks(context: Context) -> Iterator[Observation]:
    """Cells are filled: with 0 where there is nothing to report; one finding a table."""
    for table in found_tables(context):
        rows = [(placed, cells_of(context, placed)) for placed in rows_of(table)]
        rows = [(placed, cells) for placed, cells in rows if cells]
        every = [cell for _, cells in rows for cell in cells]
        left = [(placed, _blank(context, placed, cells)) for placed, cells in rows]
        left = [(placed, cells) for placed, cells in left if cells]
        if every and all(cell.state is CellState.BLANK for cell in every):
            place = context.report.places.get(table.id) or every[0].location
            yield observe(
                Outcome.FAIL, table.title, "table_blank",
                cells=every, location=place, count=len(every),
            )
        elif left:
            cells = [cell for _, found in left for cell in found]
            yield observe(
                Outcome.FAIL, table.title, "cells_blank", cells=cells,
                location=cells[0].location, count=len(cells), where=_where(left, len(rows)),
            )
        elif every:
            yield observe(Outcome.PASS, table.title, "cells_filled")


def _blank(context: Context, placed: PlacedRow, cells: Sequence[Cell]) -> list[Cell]:
    """Blank cells, without the totals that :func:`totals_filled` speaks of."""
    left_out = {id(cell) for cell in _blank_totals(context, placed, cells)}
    return [c for c in cells if c.state is CellState.BLANK and id(c) not in left_out]


def _where(found: Sequence[tuple[PlacedRow, Sequence[Cell]]], rows: int) -> Text:
    """Which columns of which rows: rows that lack the same columns are told together."""
    groups: dict[tuple[str, ...], list[PlacedRow]] = {}
    for placed, cells in found:
        groups.setdefault(tuple(cell.column for cell in cells), []).append(placed)
    parts = []
    for columns, placed_rows in groups.items():
        names = [placed.row.id for placed in placed_rows]
        message = ("blank_in_all" if len(names) == rows > 1 else
                   "blank_whole" if all(len(columns) == len(p.columns) for p in placed_rows)
                   else "blank_in")
        few = "、".join(names[:_FEW])
        shown = say("checks.and_more", names=few, count=len(names)) if len(names) > _FEW else (
            Text.same(few))
        parts.append(say(f"checks.{message}", rows=shown, columns="、".join(columns),
                         count=len(names)))
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def totals_filled(context: Context) -> Iterator[Observation]:
    """A total is filled in where its parts are; one finding a table."""
    for table in found_tables(context):
        blank: list[tuple[PlacedRow, list[Cell]]] = []
        doubtful: list[tuple[PlacedRow, list[Cell]]] = []
        looked = unread = False
        for placed in rows_of(table):
            cells = cells_of(context, placed)
            if not cells or not (_has_total(placed) or placed.row.total_of):
                continue
            looked = True
            missing = _blank_totals(context, placed, cells)
            if missing:
                unsure = converted(context) or any(cell.doubt for cell in cells)
                (doubtful if unsure else blank).append((placed, missing))
            elif len(cells) != len(placed.columns) or any(
                cell.state is CellState.UNREADABLE for cell in cells
            ):
                unread = True
        if looked:
            yield from _of_totals(table, blank, doubtful, unread)


def _of_totals(
    table: Table, blank: list[tuple[PlacedRow, list[Cell]]],
    doubtful: list[tuple[PlacedRow, list[Cell]]], unread: bool,
) -> Iterator[Observation]:
    for found, outcome, message in (
        (blank, Outcome.FAIL, "totals_blank"), (doubtful, Outcome.UNKNOWN, "totals_unread")
    ):
        if found:
            cells = [cell for _, missing in found for cell in missing]
            yield observe(outcome, table.title, message, cells=cells,
                          location=cells[0].location, count=len(cells), where=_where(found, 0))
    if not blank and not doubtful:
        yield observe(Outcome.UNKNOWN if unread else Outcome.PASS, table.title,
                      "some_totals_unread" if unread else "totals_filled")


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
    """Counts are whole, and no figure is negative that cannot be.

    In a structured report, also that counts are numbers at all.
    """
    source = context.report.source
    # Nothing is lost in reading a file that was typed as data.
    typed = source.format in ("yaml", "json") and not source.origin
    for table in found_tables(context):
        for placed in rows_of(table):
            counts = {column.id for column in placed.columns if is_count(placed.row, column)}
            cells = cells_of(context, placed)
            words = [cell for cell in cells
                     if cell.doubt == _NO_NUMBER and cell.column in counts] if typed else []
            if words:
                yield observe(
                    Outcome.FAIL, name_of(placed), "counts_not_numbers", cells=words,
                    location=words[0].location,
                    values="、".join(f"{cell.column} “{cell.text[:_LONGEST]}”" for cell in words),
                )
            elif any(cell.value is not None for cell in cells):
                yield _whole(placed, counts, cells)


def _whole(placed: PlacedRow, counts: Set[str], cells: Sequence[Cell]) -> Observation:
    signed = {column.id for column in placed.columns if column.signed}
    broken = [cell for cell in cells if cell.column in counts and (cell.value or 0) % 1]
    negative = [cell for cell in cells if (cell.value or 0) < 0 and cell.column not in signed]
    bad = list({cell.column: cell for cell in (*broken, *negative)}.values())
    if not bad:
        return observe(Outcome.PASS, name_of(placed), "counts_whole")
    doubtful = any(cell.doubt for cell in bad)
    words = "counts_not_whole" if any(cell.column in counts for cell in bad) else "negative"
    return observe(
        Outcome.UNKNOWN if doubtful else Outcome.FAIL, name_of(placed), words,
        cells=bad, location=bad[0].location,
        values="、".join(f"{cell.column} {cell.value}" for cell in bad),
    )


@takes(limits=setting("numbers_by_kind", "机关类别 → 不写单位的金额不到多少",
                      "by kind of body: what an amount without a unit must stay below"))
def amount_unit(context: Context) -> Iterator[Observation]:
    """Amounts are given in the unit that stands above them.

    An amount with a unit of its own is reckoned in the form's unit, and is wrong only where
    the head of the table, or the form, says another.
    """
    limits = context.rule.settings.get("limits", {})
    for table in found_tables(context):
        for placed in rows_of(table):
            units = {column.id: column.unit or placed.row.unit for column in placed.columns}
            for cell in cells_of(context, placed):
                expected = units[cell.column]
                if expected in MONEY and cell.value is not None:
                    limit = limits.get(context.report.kind or "")
                    stated = _stated_units(context, placed, cell)
                    yield _amount(placed, cell, expected, stated, limit)


def _stated_units(context: Context, placed: PlacedRow, cell: Cell) -> tuple[str, str]:
    """The unit of money above or beside a cell as the report prints it, and as the form does."""
    from compliance.recognise.money import money_unit

    report, table, row = context.report, placed.table, placed.row
    column = next(column for column in placed.columns if column.id == cell.column)
    printed = (report.headers.get(table.id, {}).get(cell.column, ""),
               report.units.get(table.id, {}).get(row.id, ""))
    prescribed = (column.label, label_of(row), row.unit if table.unit_column else "")
    here, there = (next((unit for word in words if (unit := money_unit(word))), "")
                   for words in (printed, prescribed))
    return here, there


def _amount(
    placed: PlacedRow, cell: Cell, expected: str, stated: tuple[str, str], limit: int | None
) -> Observation:
    from compliance.recognise.money import money_unit

    here, there = stated
    printed = money_unit(cell.text) or (cell.unit if cell.unit in MONEY else "")
    if printed and (here or there) and printed != (here or there):
        message = "unit_differs"
    elif here and there and here != there:
        message = "unit_of_table"
    elif not printed and limit is not None and (cell.value or 0) >= limit:
        message = "amount_huge"
    else:
        return observe(Outcome.PASS, name_of(placed, cell.column), "unit_right")
    return observe(
        Outcome.FAIL, name_of(placed, cell.column), message, cells=[cell],
        location=cell.location, value=cell.value, text=cell.text or cell.value,
        printed=printed, stated=here or there, expected=expected, prescribed=there,
    )
