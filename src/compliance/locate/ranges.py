"""What chosen figures can be: within bounds, whole where they count, not negative."""

from __future__ import annotations

from math import ceil, floor

from compliance.locate.region import Region, point_in
from compliance.locate.tableau import Row, Tableau, bits
from compliance.locate.unknowns import Unknown
from compliance.relation.nodes import Exact

Span = tuple[Exact | None, Exact | None]
"""The least and the greatest value that a figure can have; None for no limit."""


class Ranges:
    """The bounds of the figures of one system."""

    def __init__(self, unknowns: list[Unknown], base: list[Exact], impossible: int) -> None:
        """``impossible`` are the figures that cannot be what is printed, as bits."""
        self.unknowns, self.base, self.impossible = unknowns, base, impossible
        self.size = len(unknowns)

    def point(self, tableau: Tableau) -> tuple[dict[int, Exact] | None, int]:
        """Changes of the chosen figures within all bounds, or figures that are in the way.

        Figures that are left out do not change.
        """
        wrong = self._failing(tableau)
        moved: dict[int, Exact] = {}
        if wrong:
            stuck = [mask for mask in wrong if not mask & tableau.free]
            if stuck:
                return None, min(stuck, key=int.bit_count)
            rows, wholes = self._bounds(tableau), self._wholes(tableau)
            near = _reached([row[2] & tableau.free for row in (*rows, *wholes)], wrong)
            found, conflict = point_in([row for row in rows if row[2] & near],
                                       [form for form in wholes if form[2] & near],
                                       self._least(near), self.size)
            if found is None:
                return None, conflict
            moved = found
        point = dict(moved)
        for place, (coefficients, right, mask) in tableau.closed:
            for other in bits(mask & tableau.free) if moved else ():
                right -= coefficients[other] * moved.get(other, 0)
            if right:
                point[place] = right
        return point, 0

    def _failing(self, tableau: Tableau) -> list[int]:
        """The figures of each bound that fails while the free figures do not change."""
        wrong = [mask for _, right, mask in tableau.bounds if right < 0]
        wrong += [mask for place, (_, right, mask) in tableau.closed
                  if not self.unknowns[place].allows(self.base[place] + right)]
        wrong += [1 << place for place in bits(tableau.free & self.impossible)]
        return wrong

    def _bounds(self, tableau: Tableau) -> list[Row]:
        rows = list(tableau.bounds)
        for place, (coefficients, right, mask) in tableau.closed:
            low = self.unknowns[place].low
            if low is not None:
                rows.append((coefficients, right + self.base[place] - low, mask))
        return rows

    def _least(self, free: int) -> dict[int, Exact | None]:
        """The least change of each free figure."""
        lows = ((place, self.unknowns[place].low) for place in bits(free))
        return {place: None if low is None else low - self.base[place] for place, low in lows}

    def _wholes(self, tableau: Tableau) -> list[Row]:
        forms: list[Row] = [
            (coefficients, right + self.base[place], mask)
            for place, (coefficients, right, mask) in tableau.closed if self.unknowns[place].whole]
        forms += [({place: -1}, self.base[place], 1 << place) for place in bits(tableau.free)
                  if self.unknowns[place].whole]
        return forms

    def spans(self, places: tuple[int, ...], tableau: Tableau) -> dict[int, Span]:
        """What can stand in the figures of a set that was found."""
        closed = dict(tableau.closed)
        region: Region | None = None
        spans: dict[int, Span] = {}
        for place in places:
            coefficients, right, mask = closed.get(place) or ({place: -1}, 0, 1 << place)
            value = self.base[place] + right
            if not mask & tableau.free:
                spans[place] = (value, value)
                continue
            if region is None:
                region = Region(self._bounds(tableau), self._least(tableau.free), self.size)
                region.conflict()
            high = region.greatest((coefficients, value, mask))
            low = region.greatest(({k: -c for k, c in coefficients.items()}, -value, mask))
            spans[place] = self._rounded(place, None if low is None else -low, high)
        return spans

    def _rounded(self, place: int, low: Exact | None, high: Exact | None) -> Span:
        if not self.unknowns[place].whole:
            return low, high
        return (None if low is None else ceil(low)), (None if high is None else floor(high))


def _reached(masks: list[int], wrong: list[int]) -> int:
    """The free figures on which what fails depends, through whatever rows."""
    near, grown = 0, 0
    for mask in masks:
        if any(mask & other for other in wrong):
            grown |= mask
    while grown != near:
        near = grown
        for mask in masks:
            if mask & near:
                grown |= mask
    return near
