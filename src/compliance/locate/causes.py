"""From cheapest sets to causes: which figures are wrong independently of each other."""

from __future__ import annotations

from itertools import combinations

from compliance.locate.keys import ShareKey, UnexplainedKey
from compliance.locate.minimal import Answer, Solution, minimal_sets
from compliance.locate.ranges import Span
from compliance.locate.ties import Tie, Ties
from compliance.locate.unknowns import System
from compliance.model.audit import Outcome
from compliance.record import field, record, replace

Values = dict[int, Span]


@record
class Way:
    """Figures that are wrong together, with the values that may stand in them."""

    places: frozenset[int]
    readings: list[Values]
    """For each way in which the relations can then hold, the values of each figure."""


@record
class Cause:
    """One thing that went wrong: one of its ways is the true one."""

    ways: list[Way]
    failing: list[Tie] = field(default_factory=list)
    """The failed relations that it explains."""
    complete: bool = True
    """False where there are more ways than these."""


def causes_of(ties: Ties) -> list[Cause]:
    """The causes behind the failed relations that can be put down to figures."""
    found: list[Cause] = []
    for group in troubled(ties):
        system, used = ties.system(group)
        answer = minimal_sets(system)
        if not answer.solutions:
            from compliance.locate.beyond import beyond

            answer = beyond(ties, system, used)
        found += _causes(ties, group, system, answer, used)
    return found


def troubled(ties: Ties) -> list[list[Tie]]:
    """Groups of relations joined by figures, those in which one fails."""
    chosen = [tie for tie in ties.ties if tie.role != "plausible"]
    above = list(range(len(chosen)))

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    first: dict[int, int] = {}
    for number, tie in enumerate(chosen):
        for place in tie.places:
            above[top(number)] = top(first.setdefault(place, number))
    groups: dict[int, list[Tie]] = {}
    for number, tie in enumerate(chosen):
        groups.setdefault(top(number), []).append(tie)
    return [group for group in groups.values() if any(map(_fails, group))]


def _fails(tie: Tie) -> bool:
    return tie.result.outcome is Outcome.FAIL


def _causes(ties: Ties, group: list[Tie], system: System, answer: Answer, used: list[int]
            ) -> list[Cause]:
    ways = _printed_ways(ties, answer, used)
    if not ways:
        return []
    if answer.complete or len(ways) == 1:
        blocks = _joined(_blocks(ways), ways, group)
        causes = [Cause(_within(block, ways), complete=answer.complete) for block in blocks]
    else:
        causes = [Cause(_printed_ways(ties, each, used), complete=False)
                  for each in _one_by_one(system, answer.solutions[0])]
    causes = [cause for cause in causes if cause.ways]
    for tie in group:
        if _fails(tie):
            for cause in _guilty(tie, causes, ties):
                cause.failing.append(tie)
    for cause in causes:
        accusing = [way for way in cause.ways if _accuses(way, ties)]
        # That a relation is better left as it is, is one more explanation, not a figure.
        cause.complete = cause.complete and len(accusing) == len(cause.ways)
        cause.ways = accusing
    return [cause for cause in causes if cause.ways and cause.failing]


def _one_by_one(system: System, solution: Solution) -> list[Answer]:
    """For each figure of a set, those that might be wrong in its stead, the others mended.

    Where there are more sets than can be listed, they mostly are every choice of one
    figure here with every choice of another there.
    """
    meant = {place: low for place, (low, high) in solution.readings[0].items()
             if low is not None and low == high}
    found = []
    for place in solution.places:
        unknowns = [replace(unknown, value=meant[other]) if other in meant and other != place
                    else unknown for other, unknown in enumerate(system.unknowns)]
        found.append(minimal_sets(System(unknowns, system.constraints)))
    return found


def _printed_ways(ties: Ties, answer: Answer, used: list[int]) -> list[Way]:
    """The sets without their blank cells: a blank accuses nobody."""
    found: dict[frozenset[int], Way] = {}
    for solution in answer.solutions:
        places = frozenset(used[place] for place in solution.places) - ties.blank
        way = found.setdefault(places, Way(places, []))
        for reading in solution.readings:
            values = {used[place]: span for place, span in reading.items()
                      if used[place] in places}
            if values not in way.readings:
                way.readings.append(values)
    return [way for way in found.values() if way.places]


def _blocks(ways: list[Way]) -> list[frozenset[int]]:
    """Figures that are wrong independently: every choice in one goes with every in the others.

    Figures that never stand in a set together are alternatives, and so in one block.
    """
    union = sorted(frozenset().union(*(way.places for way in ways)))
    together = {pair for way in ways for pair in combinations(sorted(way.places), 2)}
    block_of = {place: {place} for place in union}
    for pair in combinations(union, 2):
        if pair not in together:
            merged = block_of[pair[0]] | block_of[pair[1]]
            block_of.update(dict.fromkeys(merged, merged))
    blocks = [frozenset(block) for block in {id(b): b for b in block_of.values()}.values()]
    count = 1
    for block in blocks:
        parts = _within(block, ways)
        count *= len(parts)
        if any(len(way.readings) > 1 for way in parts) and len(ways) > 1 and len(blocks) > 1:
            count = 0
    return blocks if count == len(ways) else [frozenset(union)]


def _within(block: frozenset[int], ways: list[Way]) -> list[Way]:
    """The parts of all sets that lie in a block, each once."""
    parts: dict[frozenset[int], Way] = {}
    for way in ways:
        part = way.places & block
        known = parts.setdefault(part, Way(part, []))
        for reading in way.readings:
            values = {place: reading[place] for place in sorted(part)}
            if values not in known.readings:
                known.readings.append(values)
    return list(parts.values())


def _joined(blocks: list[frozenset[int]], ways: list[Way], group: list[Tie]
            ) -> list[frozenset[int]]:
    """Blocks of which none only follows from another: a figure in no failed relation
    is wrong because of one that stands in a relation with it."""
    failed: set[int] = set().union(*(tie.places for tie in group if _fails(tie)))
    standing = [block for block in blocks if block & failed]
    for block in blocks:
        if block & failed or not standing:
            continue
        near = [tie.places for tie in group if tie.places & block]
        number = next((n for n, other in enumerate(standing)
                       if any(other & places for places in near)), 0)
        standing[number] |= block
    return standing or blocks


def _guilty(tie: Tie, causes: list[Cause], ties: Ties) -> list[Cause]:
    """The causes that explain a failed relation: those that always touch it."""
    always = [c for c in causes if all(way.places & _touched(tie) for way in c.ways)]
    shares = [c for c in always if _is_share_of(tie, c, ties)]
    if shares or always:
        return shares or always
    return [c for c in causes if any(way.places & _touched(tie) for way in c.ways)][:1]


def _touched(tie: Tie) -> frozenset[int]:
    return tie.places if tie.unexplained is None else tie.places | {tie.unexplained}


def _is_share_of(tie: Tie, cause: Cause, ties: Ties) -> bool:
    """Whether a cause is a printed share that the relation is about."""
    return all(isinstance(ties.keys[place], ShareKey)
               for way in cause.ways for place in way.places) and bool(
        cause.ways[0].places & tie.places)


def _accuses(way: Way, ties: Ties) -> bool:
    """Whether a set holds a figure, and is not only of relations left as they are."""
    return any(not isinstance(ties.keys[place], UnexplainedKey) for place in way.places)
