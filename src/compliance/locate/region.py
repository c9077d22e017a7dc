"""Where free figures can lie: exact linear programming over a few of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor

from compliance.locate.tableau import Row, bits, normal, without
from compliance.locate.unknowns import quotient
from compliance.relation.nodes import Exact

_DEEPEST = 12


class Region:
    """The changes of free figures for which rows hold (simplex, by Bland's rule).

    Figures that are not free stay at a change of zero, yet are carried along:
    where no change of the free ones will do, they tell which figures must be
    set free besides.
    """

    def __init__(self, rows: Sequence[Row], least: Mapping[int, Exact | None], size: int) -> None:
        """``least`` has the free figures, with the least change of each or None for no limit.

        ``size`` is how many figures there are.
        """
        self.size = size
        self.least = {place: change or 0 for place, change in least.items()}
        self.limited = 0
        self.free = 0
        for place, change in least.items():
            if change is None:
                self.free |= 1 << place
            else:
                self.limited |= 1 << place
        self.fixed = (1 << size) - 1 & ~self.free & ~self.limited
        self.basic: dict[int, Row] = {}
        for slack, row in enumerate(rows, start=size):
            coefficients, right, mask = self._from_least(row)
            self.basic[slack] = ({**coefficients, slack: 1}, right, mask | 1 << slack)

    def _from_least(self, row: Row) -> Row:
        """A row over how far the free figures are above their least change."""
        coefficients, right, mask = row
        for place in bits(mask & self.limited):
            right -= coefficients[place] * self.least[place]
        return coefficients, right, mask

    def _is_limited(self, key: int) -> bool:
        return key >= self.size or bool(self.limited >> key & 1)

    def conflict(self) -> int | None:
        """None where the rows can hold; else figures of which one must be set free too."""
        while True:
            wrong = min((b for b, row in self.basic.items() if row[1] < 0 and self._is_limited(b)),
                        default=None)
            if wrong is None:
                return None
            row = self.basic[wrong]
            entering = self._entering(row[0], wrong)
            if entering is None:
                return row[2] & self.fixed
            self._exchange(wrong, entering)

    def change(self, place: int) -> Exact:
        """The change of a free figure at the point that was found."""
        row = self.basic.get(place)
        return self.least[place] + (row[1] if row is not None else 0)

    def greatest(self, form: Row) -> Exact | None:
        """The greatest value of ``right side − Σ coefficient · change``; None for no limit.

        Only after :meth:`conflict` found that the rows can hold.
        """
        form = self._from_least(form)
        for place in bits(form[2] & (self.free | self.limited)):
            if place in self.basic:
                form = without(form, place, self.basic[place])
        while True:
            step = next(((k, c) for k, c in sorted(form[0].items()) if not self.fixed >> k & 1
                         and (c < 0 or self.free >> k & 1)), None)
            if step is None:
                return form[1]
            entering, up = step[0], step[1] < 0
            leaving = self._first_limit(entering, up)
            if leaving is None:
                return None
            form = without(form, entering, normal(self.basic[leaving], entering))
            self._exchange(leaving, entering)

    def _entering(self, coefficients: dict[int, Exact], leaving: int) -> int | None:
        slacks = []
        for key, value in coefficients.items():
            if self.free >> key & 1:
                return key
            if key != leaving and value < 0 and self._is_limited(key):
                slacks.append(key)
        return min(slacks, default=None)

    def _first_limit(self, entering: int, up: bool) -> int | None:
        """The slack that is used up first when a figure moves."""
        limits: list[tuple[Exact, int]] = []
        for basic, (coefficients, right, mask) in self.basic.items():
            if mask >> entering & 1 and self._is_limited(basic):
                factor = coefficients[entering]
                if (factor > 0) == up:
                    limits.append((quotient(right, factor if up else -factor), basic))
        return min(limits)[1] if limits else None

    def _exchange(self, leaving: int, entering: int) -> None:
        by = normal(self.basic.pop(leaving), entering)
        bit = 1 << entering
        self.basic = {basic: without(row, entering, by) if row[2] & bit else row
                      for basic, row in self.basic.items()}
        self.basic[entering] = by


def point_in(
    rows: Sequence[Row], wholes: Sequence[Row], least: Mapping[int, Exact | None], size: int,
    depth: int = 0,
) -> tuple[dict[int, Exact] | None, int]:
    """Changes of the free figures for which rows hold and forms are whole, or a conflict.

    Args:
        rows: ``Σ coefficient · change ≤ right side``.
        wholes: forms ``right side − Σ coefficient · change`` that must be whole numbers.
        least: the free figures, with the least change of each or None for no limit.
        size: how many figures there are.

    Returns:
        The changes and 0; or None and the figures of which one must be set free besides.
    """
    region = Region(rows, least, size)
    conflict = region.conflict()
    if conflict is not None:
        return None, conflict
    free = region.free | region.limited
    found = {place: region.change(place) for place in least}
    for form in wholes:
        value = form[1] - sum(form[0][place] * found[place] for place in bits(form[2] & free))
        if value != int(value):
            if not form[2] & free or depth == _DEEPEST:
                return None, _fixed_in([*rows, *wholes], free)
            return _split(rows, wholes, least, size, depth, form, floor(value))
    return found, 0


def _split(
    rows: Sequence[Row], wholes: Sequence[Row], least: Mapping[int, Exact | None], size: int,
    depth: int, form: Row, below: int,
) -> tuple[dict[int, Exact] | None, int]:
    coefficients, right, mask = form
    above: Row = (coefficients, right - below - 1, mask)
    under: Row = ({key: -value for key, value in coefficients.items()}, below - right, mask)
    conflicts = 0
    for more in (above, under):
        found, conflict = point_in([*rows, more], wholes, least, size, depth + 1)
        if found is not None:
            return found, 0
        conflicts |= conflict
    return None, conflicts


def _fixed_in(rows: Sequence[Row], free: int) -> int:
    mask = 0
    for row in rows:
        mask |= row[2]
    return mask & ~free
