"""All cheapest sets of figures whose change makes every relation hold.

Fellegi and Holt (1976), generalised from records of a survey to relations of
any kind: the search picks a relation that does not hold, tries each of its
figures in turn, eliminates the figure from all other relations, and goes on with
what is left.  Each branch forbids the figures that its elder sisters tried, so
that no set is reached twice.  It is exact: a set is found if and only if figures
of its own, whole and not negative where they must be, satisfy every relation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from compliance.locate.ranges import Ranges, Span
from compliance.locate.tableau import (
    Row,
    Tableau,
    bits,
    pivot,
    reduced,
    row_of,
    settled,
)
from compliance.locate.unknowns import System, quotient
from compliance.record import field, record, replace
from compliance.relation.nodes import Exact

_MOST_NODES = 6000


@record
class Solution:
    """A set of figures, and what may stand in them."""

    places: tuple[int, ...]
    """The figures, in order."""
    readings: list[dict[int, Span]] = field(default_factory=list)
    """For each way in which the relations can then hold, the values of each figure."""


@record
class Answer:
    """The cheapest sets."""

    solutions: list[Solution]
    weight: int = 0
    """What each of them costs."""
    complete: bool = True
    """False where there are more, or where the search gave up."""


class _EnoughError(Exception):
    """The search has found or tried as much as it may."""


def minimal_sets(system: System, most: int = 50, heaviest: int = 16,
                 nodes: int = _MOST_NODES, only: Iterable[int] | None = None) -> Answer:
    """All sets of least weight whose change makes every constraint hold.

    Args:
        system: figures and constraints.
        most: how many sets are listed; 0 to know only whether there is one.
        heaviest: the weight up to which sets are looked for.
        nodes: how many steps the search may take.
        only: the figures that may be called wrong; all when left out.

    Returns:
        The sets; none, and not complete, where the search gave up.
    """
    search = _Search(system, most, nodes)
    forbidden = 0 if only is None else ~sum(1 << place for place in only)
    try:
        while search.budget <= heaviest:
            search.dearer = None
            search.visit(search.root, search.must, forbidden, search.due)
            if search.found:
                return Answer(search.solutions(), search.budget)
            if search.dearer is None:
                return Answer([])
            search.budget = search.dearer
    except _EnoughError:
        if search.found:
            return Answer(search.solutions(), search.budget, complete=False)
    return Answer([], complete=False)


def can_hold(system: System, free: Iterable[int] = ()) -> bool | None:
    """Whether every constraint can hold when only the figures given may change.

    Figures of no weight may change besides.  None where the search gave up.
    """
    answer = minimal_sets(system, 0, sys.maxsize, only=free)
    return True if answer.solutions else False if answer.complete else None


class _Search:
    def __init__(self, system: System, most: int, nodes: int) -> None:
        self.unknowns = system.unknowns
        self.size = len(system.unknowns)
        self.base: list[Exact] = [0 if u.value is None else u.value for u in system.unknowns]
        self.most, self.nodes = most, nodes
        self.dearer: int | None = None
        """The least weight of what was left out for its weight."""
        self.found: dict[int, list[Tableau]] = {}
        self.of_weight: dict[int, int] = {}
        self.impossible, self.due = 0, 0
        """Figures that cannot be what they are, and what calling them wrong costs."""
        for place, unknown in enumerate(system.unknowns):
            weight, bit = unknown.weight, 1 << place
            self.of_weight[weight] = self.of_weight.get(weight, 0) | bit
            if not unknown.allows(self.base[place]):
                self.impossible |= bit
                self.due += weight
        free = self.of_weight.pop(0, 0)
        self.must = self.impossible & ~free
        self.weights = sorted(self.of_weight) or [1]
        self.budget = self.due
        self.ways = [[[(row.op, row_of(row, self.base)) for row in rows] for rows in ways]
                     for ways in system.constraints]
        self.ranges = Ranges(self.unknowns, self.base, self.impossible)
        self.root = self._root(free | self.must)

    def _root(self, free: int) -> Tableau:
        sure = [ways[0] for ways in self.ways if len(ways) == 1]
        several = tuple(n for n, ways in enumerate(self.ways) if len(ways) != 1)
        rows = [row for rows in sure for row in rows]
        return settled(_imposed(Tableau([], [], [], several, free), rows))

    def visit(self, tableau: Tableau, chosen: int, forbidden: int, spent: int) -> None:
        """Find the sets that hold the chosen figures and none that is forbidden."""
        self.nodes -= 1
        if self.nodes < 0:
            raise _EnoughError
        tableau = settled(tableau)
        wrong = [row for row in tableau.open if row[1]]
        if not wrong:
            self._leaf(tableau, chosen, forbidden, spent)
            return
        masks = [row[2] & ~forbidden for row in wrong]
        least = self._at_least(masks)
        if least is None or self._too_dear(spent + least):
            return
        number = min(range(len(masks)), key=lambda n: masks[n].bit_count())
        mask, row = masks[number], wrong[number]
        if spent + 2 * self.weights[0] > self.budget:
            self._last(tableau, row, mask, chosen, forbidden, spent)
            return
        for place in bits(mask):
            weight, bit = self.unknowns[place].weight, 1 << place
            if not self._too_dear(spent + weight):
                self.visit(pivot(tableau, row, place), chosen | bit, forbidden, spent + weight)
            forbidden |= bit

    def _last(self, tableau: Tableau, row: Row, mask: int, chosen: int, forbidden: int,
              spent: int) -> None:
        """Where the budget is enough for one figure, it must mend every row by itself."""
        for place in bits(mask):
            weight, bit = self.unknowns[place].weight, 1 << place
            if self._too_dear(spent + weight):
                continue
            change = quotient(row[1], row[0][place])
            if all(other[0].get(place, 0) * change == other[1] for other in tableau.open):
                self.visit(pivot(tableau, row, place), chosen | bit, forbidden, spent + weight)
                forbidden |= bit
            else:
                self._too_dear(max(self.budget + 1, spent + weight + self.weights[0]))

    def _at_least(self, masks: list[int]) -> int | None:
        """A lower bound: rows without a common figure need a figure each."""
        seen = total = 0
        for mask in sorted(masks, key=int.bit_count):
            if not mask:
                return None
            if not mask & seen:
                seen |= mask
                total += next(w for w in self.weights if mask & self.of_weight[w])
        return total

    def _too_dear(self, weight: int) -> bool:
        if weight <= self.budget:
            return False
        if self.dearer is None or weight < self.dearer:
            self.dearer = weight
        return True

    def _leaf(self, tableau: Tableau, chosen: int, forbidden: int, spent: int) -> None:
        """Every equality holds: see to bounds and to alternatives."""
        point, conflict = self.ranges.point(tableau)
        if point is None:
            for place in bits(conflict & ~forbidden & ~chosen):
                weight, bit = self.unknowns[place].weight, 1 << place
                if not self._too_dear(spent + weight):
                    freed = replace(tableau, free=tableau.free | bit)
                    self.visit(freed, chosen | bit, forbidden, spent + weight)
                forbidden |= bit
            return
        for number in tableau.pending:
            if not any(_satisfied(rows, point) for rows in self.ways[number]):
                left = tuple(n for n in tableau.pending if n != number)
                for rows in self.ways[number]:
                    self.visit(_imposed(replace(tableau, pending=left), rows),
                               chosen, forbidden, spent)
                return
        self.found.setdefault(chosen, []).append(tableau)
        if not self.most:
            raise _EnoughError
        if len(self.found) > self.most:
            self.found.popitem()
            raise _EnoughError

    def solutions(self) -> list[Solution]:
        """What was found, in the order of the figures."""
        found = [(tuple(p for p in bits(chosen) if self.unknowns[p].weight), tableaux)
                 for chosen, tableaux in self.found.items()]
        return [Solution(places, [self.ranges.spans(places, tableau) for tableau in tableaux])
                for places, tableaux in sorted(found, key=lambda item: item[0])]


def _imposed(tableau: Tableau, rows: Sequence[tuple[str, Row]]) -> Tableau:
    """The tableau with more rows that must hold."""
    opened, bounds = list(tableau.open), list(tableau.bounds)
    for op, row in rows:
        (opened if op == "=" else bounds).append(reduced(row, tableau.closed))
    return replace(tableau, open=opened, bounds=bounds)


def _satisfied(rows: Sequence[tuple[str, Row]], point: dict[int, Exact]) -> bool:
    """Whether rows hold when the figures change as given, and the others not at all."""
    for op, (coefficients, right, _) in rows:
        total = sum(c * point[place] for place, c in coefficients.items() if place in point)
        if total != right if op == "=" else total > right:
            return False
    return True
