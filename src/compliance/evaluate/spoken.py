"""Which statements of a text go together, and of which of its lists a rule speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.model.pack import ForEach
from compliance.model.report import Breakdown, Statement


def spoken_together(
    names: Iterable[str], statements: Sequence[Statement]
) -> Iterator[dict[str, int]]:
    """For each time the text makes the first statement, the places of those it goes with.

    Statements made equally often go together turn by turn; of others the nearest is meant.
    Nothing where one is not made at all.
    """
    made: dict[str, list[int]] = {name: [] for name in names}
    for place, statement in enumerate(statements):
        if statement.indicator in made:
            made[statement.indicator].append(place)
    if not all(made.values()):
        return
    first = next(iter(made))
    for turn, place in enumerate(made[first]):
        yield {name: places[turn] if len(places) == len(made[first])
               else min(places, key=lambda other: abs(other - place))
               for name, places in made.items()}


def lists_meant(each: ForEach, breakdowns: Sequence[Breakdown]) -> Iterator[int]:
    """The places of the breakdowns whose sections a rule speaks of."""
    for place, breakdown in enumerate(breakdowns):
        if ((not each.only or breakdown.section in each.only)
                and breakdown.section not in each.without):
            yield place
