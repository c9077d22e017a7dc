"""Wrong cells that one slip explains: they are one cause."""

from __future__ import annotations

from itertools import combinations

from compliance.locate.causes import Cause, Way
from compliance.locate.keys import CellKey
from compliance.locate.neighbours import joint_slip
from compliance.locate.ties import Tie, Ties
from compliance.relation.nodes import Exact


def with_joint_slips(ties: Ties, causes: list[Cause]) -> list[Cause]:
    """The causes, those cells made one that were exchanged or slid along their row."""
    printed: list[Exact] = [unknown.value or 0 for unknown in ties.unknowns]
    sure = {place: cause for cause in causes if (place := _sure_cell(cause, ties)) is not None}
    rows: dict[tuple[str, str], list[int]] = {}
    for place in sure:
        key = ties.keys[place]
        assert isinstance(key, CellKey)
        at = ties.facts.layout.places[key.number]
        rows.setdefault((at.table, at.row), []).append(place)
    groups = [*rows.values(), *(list(pair) for pair in combinations(sure, 2))]
    joined: set[int] = set()
    merged = list(causes)
    for group in groups:
        if len(group) < 2 or joined & set(group):
            continue
        meant = {place: _value(sure[place], place) for place in group}
        if joint_slip(ties, printed, meant):
            joined |= set(group)
            parts = [sure[place] for place in group]
            first = merged.index(parts[0])
            merged[first] = _together(parts)
            merged = [cause for cause in merged if all(cause is not part for part in parts)]
    return merged


def _sure_cell(cause: Cause, ties: Ties) -> int | None:
    """The one cell that a cause is beyond doubt, with one value."""
    if len(cause.ways) != 1 or len(cause.ways[0].readings) != 1:
        return None
    way = cause.ways[0]
    if len(way.places) != 1:
        return None
    (place,) = way.places
    low, high = way.readings[0][place]
    exact = low is not None and low == high
    return place if exact and isinstance(ties.keys[place], CellKey) else None


def _value(cause: Cause, place: int) -> Exact:
    value = cause.ways[0].readings[0][place][0]
    assert value is not None
    return value


def _together(parts: list[Cause]) -> Cause:
    ways = [part.ways[0] for part in parts]
    values = {place: span for way in ways for place, span in way.readings[0].items()}
    failing: list[Tie] = []
    for part in parts:
        failing += [tie for tie in part.failing if all(tie is not other for other in failing)]
    return Cause([Way(frozenset(values), [values])], failing,
                 all(part.complete for part in parts))
