"""The relations in force on one report, tied to its figures and to their results."""

from __future__ import annotations

from typing import Literal

from compliance.evaluate.judge import Facts
from compliance.locate.keys import (
    FigureKey,
)
from compliance.locate.unknowns import (
    LinearRow,
    Rows,
    System,
    Unknown,
)
from compliance.model.audit import Result
from compliance.model.pack import Rule
from compliance.record import field, record

# A figure is as likely wrong as any other, printed totals included.  A relation that
# reasons may excuse is given up sooner than two figures, and later than one; a share
# is worked out from a count, and is wrong with it.  A blank that is no total most likely
# stands for 0; that it stands for something else is cheap to say, yet not for nothing.
FIGURE = 2
SHARE = 1
BLANK = 1
UNEXPLAINED = 3
Role = Literal["required", "expected", "plausible"]


@record
class Tie:
    """One rule's relation on one subject."""

    rule: Rule
    result: Result
    ways: list[Rows]
    """How it can hold, over the places of unknowns."""
    role: Role
    """``required``: an error; ``expected``: an equality that a report may explain away;
    ``plausible``: an inequality that only deserves a look, and accuses nobody."""
    unexplained: int | None = None
    """The unknown that stands for leaving an expected relation as it is."""

    places: frozenset[int] = frozenset()
    """The unknowns that it speaks of, the last one left out."""


@record
class Ties:
    """All relations of one report over numbered unknowns."""

    facts: Facts
    unknowns: list[Unknown] = field(default_factory=list)
    keys: list[FigureKey] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    places: dict[FigureKey, int] = field(default_factory=dict)
    same: dict[FigureKey, FigureKey] = field(default_factory=dict)
    """Counts of breakdowns that are also statements."""
    blank: set[int] = field(default_factory=set)
    """Cells that are blank and taken for 0."""

    def system(self, chosen: list[Tie]) -> tuple[System, list[int]]:
        """The system of some ties, and the place here of each of its unknowns."""
        used = sorted({place for tie in chosen for rows in tie.ways for row in rows
                       for place in row.coefficients})
        at = {place: number for number, place in enumerate(used)}
        constraints = [
            [[LinearRow({at[place]: c for place, c in row.coefficients.items()}, row.op,
                        row.constant) for row in rows] for rows in tie.ways] for tie in chosen]
        return System([self.unknowns[place] for place in used], constraints), used


