"""What each rule came to, over all its subjects."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import floor

from compliance.messages import say
from compliance.model.audit import Outcome, Result
from compliance.model.pack import Rule
from compliance.model.report import Cell
from compliance.model.text import Text
from compliance.record import field, record


@record
class Tally:
    """One rule: how many of its subjects pass, fail, are waived or unknown."""

    rule: Rule
    passed: int = 0
    failed: int = 0
    waived: int = 0
    unknown: int = 0
    cells: list[Cell] = field(default_factory=list)

    @property
    def assessed(self) -> bool:
        """Whether the rule says anything about the report."""
        return bool(self.passed or self.failed or self.waived)


def tally(results: Iterable[Result]) -> list[Tally]:
    """The rules with their counts, in the order of the results."""
    tallies: dict[str, Tally] = {}
    for result in results:
        entry = tallies.get(result.rule.id)
        if entry is None:
            entry = tallies[result.rule.id] = Tally(result.rule)
        if result.outcome is Outcome.PASS:
            entry.passed += 1
        elif result.outcome is Outcome.FAIL:
            entry.failed += 1
            entry.cells += result.cells
        elif result.outcome is Outcome.WAIVED:
            entry.waived += 1
        elif result.outcome in (Outcome.UNKNOWN, Outcome.ERROR):
            entry.unknown += 1
    return list(tallies.values())


def cents(points: Decimal | Fraction) -> Decimal:
    """Points to the cent, never rounded up: only a faultless report has them all."""
    return Decimal(floor(points * 100)).scaleb(-2)


def grade(total: Decimal | None, vetoed: bool) -> Text:
    """The grade of a total."""
    if total is None:
        return say("score.not_scored")
    if vetoed:
        return say("score.vetoed")
    for least, name in ((90, "excellent"), (80, "good"), (60, "pass")):
        if total >= least:
            return say(f"score.{name}")
    return say("score.fail")
