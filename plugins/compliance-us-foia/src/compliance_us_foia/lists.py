"""Checks of the lists of the oldest pending cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from compliance.checks.layout import cells_of, found_tables, rows_of
from compliance.checks.observation import Context, Observation
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.form import Table
from compliance.model.report import Cell, CellState
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance_us_foia.reading import OVERALL
from compliance_us_foia.schema import LISTED

_WRITTEN = lazy_pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")


@takes(aspect=setting(
    "choice", "核对什么：format 写作 YYYY-MM-DD；calendar 日历上有这一天",
    "what is looked at: format, written YYYY-MM-DD; calendar, there is such a day",
    choices=("format", "calendar")))
def dates_written(context: Context) -> Iterator[Observation]:
    """Dates of receipt are dates."""
    calendar = context.rule.settings.get("aspect") == "calendar"
    for table in found_tables(context):
        cells = [cell for _, found in _dated(context, table) for cell in found]
        wrong = [cell for cell in cells if (_unreal if calendar else _misshapen)(_text(cell))]
        for cell in wrong:
            yield Observation(
                Outcome.FAIL, Text(f"{table.title.zh}·{cell.row}", f"{table.title.en}: {cell.row}"),
                Text(f"“{_text(cell)}”不是{'日历上的日期' if calendar else ' YYYY-MM-DD'}",
                     f"“{_text(cell)}” is "
                     f"{'no day of the calendar' if calendar else 'not written YYYY-MM-DD'}"),
                [cell], cell.location)
        if cells and not wrong:
            yield Observation(Outcome.PASS, table.title, Text("日期有效", "the dates are valid"))


@takes(table=setting("text", "清单所在的表（编号）", "id of the table of the lists", required=True))
def oldest_of_all(context: Context) -> Iterator[Observation]:
    """The list of the agency carries the earliest dates of the lists of its components."""
    table = next((table for table in found_tables(context)
                  if table.id == context.rule.settings.get("table")), None)
    if table is None:
        return
    rows = dict(_dated(context, table))
    own = rows.pop(OVERALL, [])
    if not rows or OVERALL not in context.report.tables[table.id]:
        return
    every = [cell for cells in rows.values() for cell in cells]
    if any(cell.value is None for cell in (*own, *every)):
        yield Observation(Outcome.UNKNOWN, table.title, Text(
            "有日期未能读出，无法比较", "some dates could not be read: cannot be compared"), own)
        return
    wanted = sorted(_value(cell) for cell in every)[:LISTED]
    given = sorted(_value(cell) for cell in own)
    right = given == wanted
    lacking = [day for day in wanted if day not in given] or wanted
    shown = ", ".join(f"{str(day)[:4]}-{str(day)[4:6]}-{str(day)[6:]}" for day in lacking[:3])
    words = (Text("与各部门最早的日期一致", "the dates are the earliest of the components") if right
             else Text(f"各部门最早的 {len(wanted)} 个日期没有全部列入，如 {shown}",
                       f"the {len(wanted)} earliest dates of the components are not all there, "
                       f"as {shown}"))
    yield Observation(Outcome.PASS if right else Outcome.FAIL, table.title, words, own)


def _dated(context: Context, table: Table) -> Iterator[tuple[str, list[Cell]]]:
    """Each row of a table with its dates, where the table has any."""
    for placed in rows_of(table):
        cells = [cell for cell in cells_of(context, placed) if cell.column.startswith("date_")
                 and cell.state in (CellState.NUMBER, CellState.UNREADABLE)]
        if cells:
            yield placed.row.id, cells


def _value(cell: Cell) -> int:
    assert cell.value is not None
    return int(cell.value)


def _text(cell: Cell) -> str:
    """A date as written; one given as the number YYYYMMDD is written out."""
    if cell.text or cell.value is None:
        return cell.text
    digits = str(cell.value)
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 else digits


def _misshapen(written: str) -> bool:
    return not _WRITTEN.fullmatch(written)


def _unreal(written: str) -> bool:
    """Whether a date that is written as one should be is not in the calendar."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return False
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return True
    return False
