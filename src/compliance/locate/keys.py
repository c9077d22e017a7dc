"""What an unknown stands for in the report."""

from __future__ import annotations

import re
from decimal import Decimal

from compliance.model.report import Breakdown, Report, Statement
from compliance.record import frozen_record


@frozen_record
class CellKey:
    """A cell, by its number in the layout of the form."""

    number: int


@frozen_record
class StatementKey:
    """A number claimed in running text, by its place among the statements."""

    index: int


@frozen_record
class CountKey:
    """The whole of a breakdown, or the count of one of its parts."""

    breakdown: int
    part: int | None = None


@frozen_record
class ShareKey:
    """The printed share of a part."""

    breakdown: int
    part: int


@frozen_record
class UnexplainedKey:
    """A relation that may be left as it is, for reasons that the report can give."""

    tie: int


FigureKey = CellKey | StatementKey | CountKey | ShareKey | UnexplainedKey


def same_figures(report: Report) -> dict[FigureKey, FigureKey]:
    """Counts of breakdowns that are also statements: one printed number, one unknown."""
    same: dict[FigureKey, FigureKey] = {}
    for index, statement in enumerate(report.statements):
        found = [key for number, breakdown in enumerate(report.breakdowns)
                 for key in _counts_in(breakdown, number, statement)]
        if len(found) == 1:
            same.setdefault(found[0], StatementKey(index))
    return same


def _counts_in(breakdown: Breakdown, number: int, statement: Statement) -> list[CountKey]:
    """The counts of a breakdown that the words of a statement print."""
    if breakdown.unit and statement.unit and breakdown.unit != statement.unit:
        return []
    found = [CountKey(number, place) for place, part in enumerate(breakdown.parts)
             if statement.text in breakdown.text and _says(statement, part.name, part.count)]
    if _says(statement, breakdown.name, breakdown.whole):
        found.append(CountKey(number))
    return found


def _says(statement: Statement, name: str, count: Decimal | None) -> bool:
    """Whether a statement ends in a name and its count: ``因…无法提供265件``."""
    tail = re.search(r"([^0-9]*)([0-9][0-9,]*)[^0-9]*$", statement.text)
    if tail is None or not name or count is None or count != statement.value:
        return False
    return tail[1].endswith(name) or (bool(tail[1]) and name.endswith(tail[1]))
