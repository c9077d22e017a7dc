"""Say where in a structured source the cells and texts of failed results stand."""

from __future__ import annotations

from compliance.model.audit import Outcome, Result
from compliance.model.location import Location
from compliance.model.report import Cell, Locator, Report


def point(report: Report, results: list[Result]) -> None:
    """Fill the locations of results that are not passes.

    A source read from a document has them already; in a structured source
    they are looked up here, because only few are ever needed.
    """
    locator = report.locator
    if locator is None:
        return
    for result in results:
        if result.outcome is Outcome.PASS or result.outcome is Outcome.NOT_APPLICABLE:
            continue
        for cell in result.cells:
            if cell.location is None:
                cell.location = _of_cell(cell, locator)
        if result.location is not None:
            result.location = _resolved(result.location, locator)
        elif result.cells:
            result.location = result.cells[0].location


def locate_cell(cell: Cell, report: Report) -> Cell:
    """The cell with its place, looked up where the source is structured."""
    if cell.location is None and report.locator is not None:
        cell.location = _of_cell(cell, report.locator)
    return cell


def located(location: Location, report: Report) -> Location:
    """The lines of a location, looked up where the source is structured."""
    return location if report.locator is None else _resolved(location, report.locator)


def _of_cell(cell: Cell, locator: Locator) -> Location | None:
    row = ("tables", cell.table, cell.row)
    whole = locator.find(row)
    for last in (cell.index, cell.column):
        location = locator.find((*row, last))
        if location != whole:
            return location
    return whole


def _resolved(location: Location, locator: Locator) -> Location:
    if location.line is not None or not location.path:
        return location
    path = tuple(int(part) if part.isdigit() else part for part in location.path.split("/"))
    found = locator.find(path)
    if found is not None:
        found.path = location.path
    return found or location
