"""Checks of how figures are written in cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from compliance.checks.layout import PlacedRow, cells_of, found_tables, name_of, rows_of
from compliance.checks.observation import Context, Observation, observe
from compliance.model.audit import Outcome
from compliance.model.report import Cell


def _text(cell: Cell) -> str:
    """A cell as printed, folded; a figure whose writing is not known is plain."""
    printed = cell.text or ("" if cell.value is None else f"{cell.value:f}")
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", printed)).replace("−", "-")


def signs_in_place(context: Context) -> Iterator[Observation]:
    """Only a column of changes has signs, one before each figure."""
    for table in found_tables(context):
        for placed in rows_of(table):
            # A figure whose writing is not known has no sign unless it is negative.
            cells = [cell for cell in cells_of(context, placed)
                     if cell.text or (cell.value is not None and cell.value < 0)]
            wrong = [cell for cell in cells if _odd_sign(placed, cell)]
            if wrong:
                yield observe(
                    Outcome.FAIL, name_of(placed), "sign_odd", cells=wrong,
                    location=wrong[0].location,
                    values="、".join(f"{cell.column} “{cell.text.strip()}”" for cell in wrong),
                )
            elif any(re.match(r"[+-][0-9]", _text(cell)) for cell in cells):
                yield observe(Outcome.PASS, name_of(placed), "sign_right")


def _odd_sign(placed: PlacedRow, cell: Cell) -> bool:
    found = re.fullmatch(r"([+-]+)[0-9].*", _text(cell))
    if found is None:
        return False
    changes = "增" in cell.column
    # A single minus in a column of counts is a negative count, of which another rule speaks.
    return len(found.group(1)) > 1 or (found.group(1) == "+" and not changes)


def figures_plain(context: Context) -> Iterator[Observation]:
    """Figures are plain digits: no unit, no separator, no full-width digit; one a table."""
    for table in found_tables(context):
        cells = [cell for placed in rows_of(table) for cell in cells_of(context, placed)
                 if cell.value is not None]
        odd = [cell for cell in cells if cell.text
               and re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", cell.text.strip()) is None]
        if odd:
            yield observe(
                Outcome.FAIL, table.title, "figures_dressed", cells=odd,
                location=odd[0].location, count=len(odd),
                values="、".join(f"{cell.row}·{cell.column} “{cell.text.strip()}”"
                                for cell in odd[:5]),
            )
        elif cells:
            yield observe(Outcome.PASS, table.title, "figures_bare")
