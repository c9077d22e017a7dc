"""Where the exact search gives up: one slip that moved many figures, or a solver."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from compliance.locate.keys import CellKey
from compliance.locate.minimal import Answer, Solution, minimal_sets
from compliance.locate.ties import Ties
from compliance.locate.unknowns import System, satisfied
from compliance.relation.nodes import Exact

_FEWEST = 3
_MOST_FIGURES = 20


def beyond(ties: Ties, system: System, used: list[int]) -> Answer:
    """What may be wrong where too many figures are: never said to be the only answer."""
    moved = _moved(ties, system, used)
    if moved is not None:
        return Answer([moved], complete=False)
    return _solved(system)


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
            inner = values[:size]
            yield from (dict(zip(row, [*slid, *values[size:]], strict=True))
                        for slid in ([*inner[1:], inner[0]], [inner[-1], *inner[:-1]]))
    for row, other in pairwise(ordered):
        if len(row) == len(other):
            yield dict(zip([*row, *other], [printed[p] for p in [*other, *row]], strict=True))


def _solved(system: System) -> Answer:
    from compliance.locate import milp

    if not milp.available():
        return Answer([], complete=False)
    chosen = milp.cheapest_set(system)
    if chosen is None or not _FEWEST <= len(chosen) <= _MOST_FIGURES:
        return Answer([], complete=False)
    answer = minimal_sets(system, only=chosen, heaviest=10 * _MOST_FIGURES)
    answer.complete = False
    return answer
