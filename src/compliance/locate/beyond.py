"""Where the exact search gives up: one slip that moved many figures, or one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from compliance.locate.keys import CellKey
from compliance.locate.minimal import Answer, Solution, minimal_sets
from compliance.locate.ties import Ties
from compliance.locate.unknowns import System, quotient, satisfied
from compliance.record import replace
from compliance.relation.nodes import Exact

_FEWEST = 2
_MOST_FIGURES = 40
_STEPS = 2000


def beyond(ties: Ties, system: System, used: list[int]) -> Answer:
    """What may be wrong where too many figures are: never said to be the only answer."""
    moved = _moved(ties, system, used)
    if moved is not None:
        return Answer([moved], complete=False)
    return _peeled(system)


def _moved(ties: Ties, system: System, used: list[int]) -> Solution | None:
    """A whole row printed one column too far, or two rows exchanged, by which all holds."""
    printed: list[Exact] = [unknown.value or 0 for unknown in system.unknowns]
    if any(unknown.value is None for unknown in system.unknowns):
        return None
    for meant in _moves(ties, used, printed):
        values = list(printed)
        for place, value in meant.items():
            values[place] = value
        if all(satisfied(ways, values) for ways in system.constraints):
            changed = sorted(place for place in meant if values[place] != printed[place])
            return Solution(tuple(changed), [{p: (values[p], values[p]) for p in changed}])
    return None


def _moves(ties: Ties, used: list[int], printed: list[Exact]) -> Iterator[dict[int, Exact]]:
    """What was meant if a row of a table slid, or changed places with the next one."""
    rows: dict[tuple[str, str], list[int]] = {}
    for place, origin in enumerate(used):
        key = ties.keys[origin]
        if isinstance(key, CellKey):
            at = ties.facts.layout.places[key.number]
            rows.setdefault((at.table, at.row), []).append(place)
    ordered = list(rows.values())
    for row in ordered:
        values = [printed[place] for place in row]
        for size in (len(row), len(row) - 1):
            if size < 2:  # a single figure cannot slide
                continue
            inner = values[:size]
            yield from (dict(zip(row, [*slid, *values[size:]], strict=True))
                        for slid in ([*inner[1:], inner[0]], [inner[-1], *inner[:-1]]))
    for row, other in pairwise(ordered):
        if len(row) == len(other):
            yield dict(zip([*row, *other], [printed[p] for p in [*other, *row]], strict=True))


def _peeled(system: System) -> Answer:
    """Cells taken one after the other, each of which mends two relations or more.

    What is left when there are no such cells any more is searched exactly.
    """
    values: list[Exact] = [unknown.value or 0 for unknown in system.unknowns]
    near: list[list[int]] = [[] for _ in values]
    for number, ways in enumerate(system.constraints):
        for place in {place for rows in ways for row in rows for place in row.coefficients}:
            near[place].append(number)
    wrong = {number for number, ways in enumerate(system.constraints)
             if not satisfied(ways, values)}
    changed: set[int] = set()
    while len(changed) < _MOST_FIGURES:
        best = _best(system, values, near, wrong, changed)
        if best is None:
            break
        place, values[place] = best
        changed.add(place)
        for number in near[place]:
            holds = satisfied(system.constraints[number], values)
            wrong = wrong - {number} if holds else wrong | {number}
    if wrong:
        changed |= _rest(system, values)
    return Answer([_solution(changed, values)] if changed else [], complete=False)


def _best(system: System, values: list[Exact], near: list[list[int]], wrong: set[int],
          changed: set[int]) -> tuple[int, Exact] | None:
    """The change of one figure that mends most, where it mends more than one relation."""
    best: tuple[int, int, Exact] | None = None
    for number in sorted(wrong):
        ways = system.constraints[number]
        if len(ways) != 1 or len(ways[0]) != 1 or ways[0][0].op != "=":
            continue
        row = ways[0][0]
        gap = row.constant - sum(c * values[place] for place, c in row.coefficients.items())
        for place, factor in row.coefficients.items():
            unknown = system.unknowns[place]
            value = values[place] + quotient(gap, factor)
            if place in changed or not unknown.weight or not unknown.allows(value):
                continue
            after = list(values)
            after[place] = value
            # A relation that comes to hold counts for it, one that breaks against it.
            score = sum(satisfied(system.constraints[n], after) - (n not in wrong)
                        for n in near[place])
            if score >= _FEWEST and (best is None or score > best[0]):
                best = (score, place, value)
    return None if best is None else best[1:]


def _rest(system: System, values: list[Exact]) -> set[int]:
    """Further figures that are wrong, found exactly; their values are put in."""
    unknowns = [replace(unknown, value=None if unknown.value is None else value)
                for unknown, value in zip(system.unknowns, values, strict=True)]
    answer = minimal_sets(System(unknowns, system.constraints), most=1, nodes=_STEPS)
    found: set[int] = set()
    for solution in answer.solutions[:1]:
        for place, (low, high) in solution.readings[0].items():
            if low is not None and low == high:
                values[place] = low
                found.add(place)
    return found


def _solution(changed: set[int], values: list[Exact]) -> Solution:
    places = tuple(sorted(changed))
    return Solution(places, [{place: (values[place], values[place]) for place in places}])
