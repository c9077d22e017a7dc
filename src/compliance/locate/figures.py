"""What a person calls an unknown, and where it stands in the report."""

from __future__ import annotations

from decimal import Decimal

from compliance.locate.keys import CellKey, CountKey, FigureKey, ShareKey, StatementKey
from compliance.locate.places import locate_cell, located
from compliance.locate.ties import Ties
from compliance.messages import say
from compliance.model.audit import Change, Result
from compliance.model.location import Location
from compliance.model.report import Breakdown, Cell, Report
from compliance.model.text import Text

_MOST_WORDS = 24


class Figures:
    """Names, places and printed values of the unknowns of one report."""

    def __init__(self, report: Report, ties: Ties, results: list[Result]) -> None:
        self.report, self.ties = report, ties
        self.cells = {(cell.table, cell.row, cell.column): cell
                      for result in results for cell in result.cells}
        self.counts: dict[FigureKey, list[CountKey]] = {}
        for count, same in ties.same.items():
            if isinstance(count, CountKey):
                self.counts.setdefault(same, []).append(count)

    def change(self, key: FigureKey) -> Change:
        """The figure as printed, with nothing said yet of what it should be."""
        match key:
            case CellKey(number=number):
                cell = self.cell(number)
                return Change(Text.same(f"{cell.row}·{cell.column}"), _decimal(cell.value), None,
                              unit=cell.unit, cell=cell,
                              paths=[f"tables/{cell.table}/{cell.row}/{cell.index}"],
                              location=cell.location)
            case StatementKey(index=index):
                statement = self.report.statements[index]
                words = statement.text or f"{statement.indicator}{statement.value}"
                paths = [f"statements/{index}", *map(_path, self.counts.get(key, ()))]
                return Change(_in_text(words), statement.value, None, paths=paths,
                              location=self._located(statement.location))
            case CountKey():
                breakdown = self.report.breakdowns[key.breakdown]
                name, value, place = _count(breakdown, key.part)
                return Change(_in_text(f"{name}{value}{breakdown.unit}"), value, None,
                              paths=[_path(key)], location=self._located(place))
            case ShareKey():
                breakdown = self.report.breakdowns[key.breakdown]
                part = breakdown.parts[key.part]
                return Change(_in_text(f"{part.name}占{part.share}%"), part.share, None, unit="%",
                              paths=[f"breakdowns/{key.breakdown}/parts/{key.part}/share"],
                              location=self._located(part.location or breakdown.location))
        raise TypeError(key)

    def cell(self, number: int) -> Cell:
        """The cell with a number, where the report has it with its place."""
        at = self.ties.facts.layout.places[number]
        known = self.cells.get((at.table, at.row, at.column))
        if known is not None:
            return known
        cell = self.ties.facts.cell(number)
        assert cell is not None
        return locate_cell(cell, self.report)

    def _located(self, location: Location | None) -> Location | None:
        return None if location is None else located(location, self.report)


def _in_text(words: str) -> Text:
    short = words if len(words) <= _MOST_WORDS else f"…{words[-_MOST_WORDS:]}"
    return say("locate.in_text", words=short)


def _path(key: CountKey) -> str:
    start = f"breakdowns/{key.breakdown}"
    return f"{start}/whole" if key.part is None else f"{start}/parts/{key.part}/count"


def _count(breakdown: Breakdown, place: int | None) -> tuple[str, Decimal | None, Location | None]:
    if place is None:
        return breakdown.name, breakdown.whole, breakdown.location
    part = breakdown.parts[place]
    return part.name, part.count, part.location or breakdown.location


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
