"""Slips that involve the cell beside: exchanged, slid over, or copied."""

from __future__ import annotations

from compliance.locate.keys import CellKey
from compliance.locate.ties import Ties
from compliance.relation.nodes import Exact

# A number of one digit stands beside the same number by chance.
_LEAST = 10


def joint_slip(ties: Ties, printed: list[Exact], meant: dict[int, Exact]) -> str:
    """The one slip behind several wrong cells: ``exchanged`` or ``moved``; empty for none.

    Args:
        ties: the relations of the report.
        printed: the values of all unknowns as printed.
        meant: what should stand in the wrong ones.
    """
    if len(meant) == 2 and _exchanged(ties, printed, meant):
        return "exchanged"
    return "moved" if len(meant) > 1 and _slid(ties, printed, meant) else ""


def neighbour_slip(ties: Ties, printed: list[Exact], place: int) -> bool:
    """Whether a cell holds the number of a cell beside, above or below it."""
    value = printed[place]
    return value >= _LEAST and any(printed[other] == value for other in _beside(ties, place))


def _exchanged(ties: Ties, printed: list[Exact], meant: dict[int, Exact]) -> bool:
    one, other = meant
    crosswise = meant[one] == printed[other] and meant[other] == printed[one]
    return crosswise and other in _beside(ties, one)


def _slid(ties: Ties, printed: list[Exact], meant: dict[int, Exact]) -> bool:
    """Whether what was meant stands in the next cell on the same side, the end left out."""
    for step in (-1, 1):
        fits = 0
        for place, value in meant.items():
            source = _in_row(ties, place, step)
            fits += source is not None and printed[source] == value
        if fits == len(meant) or fits == len(meant) - 1 >= 2:
            return True
    return False


def _in_row(ties: Ties, place: int, step: int) -> int | None:
    """The unknown next to a cell in its row."""
    key = ties.keys[place]
    if not isinstance(key, CellKey):
        return None
    places, number = ties.facts.layout.places, key.number + step
    if not 0 <= number < len(places):
        return None
    here, there = places[key.number], places[number]
    same = (here.table, here.row) == (there.table, there.row)
    return ties.places.get(CellKey(number)) if same else None


def _beside(ties: Ties, place: int) -> list[int]:
    """The unknowns to the left and right, above and below a cell."""
    key = ties.keys[place]
    if not isinstance(key, CellKey):
        return []
    layout = ties.facts.layout
    here = layout.places[key.number]
    rows = [layout.key(table, row) for table, row, _, _ in layout.rows if table == here.table]
    at = rows.index(here.key)
    column = [layout.at[row].get(here.column) for row in (*rows[max(0, at - 1):at],
                                                          *rows[at + 1:at + 2])]
    found = [_in_row(ties, place, -1), _in_row(ties, place, 1),
             *(ties.places.get(CellKey(number)) for number in column if number is not None)]
    return [other for other in found if other is not None]
