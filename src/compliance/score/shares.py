"""A score from what each assessed rule is worth: what the weighted models have in common."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from compliance.model.audit import CategoryScore, ReceiptLine, Score
from compliance.model.profile import DEFAULT_POINTS
from compliance.score.tally import Tally, cents, grade


def score_of_shares(model: str, tallies: list[Tally], shares: dict[str, Fraction]) -> Score:
    """The score of a report, of 100 points.

    Args:
        model: name of the scoring model.
        tallies: every rule with its counts.
        shares: what each assessed rule is worth beside the others, by rule id, in any unit.

    A rule keeps its share when none of its subjects fails, and loses it whole
    when one does.  There is no total where nothing has a share.
    """
    whole = sum(shares.values(), Fraction(0))
    scale = 100 / whole if whole else Fraction(0)
    receipt = [ReceiptLine(t.rule, t.rule.category, cents(shares[t.rule.id] * scale),
                           cents(shares[t.rule.id] * scale), t.failed, t.cells)
               for t in tallies if t.failed and shares.get(t.rule.id)]
    receipt.sort(key=lambda line: -line.lost)
    lost = _sum(shares, [t for t in tallies if t.failed])
    total = (cents(100 - lost * scale) if lost else Decimal(100)) if whole else None
    veto = [t.rule.id for t in tallies if t.rule.veto and t.failed]
    return Score(model, total, grade(total, bool(veto)), _categories(tallies, shares, scale),
                 receipt, veto=veto)


def _categories(
    tallies: list[Tally], shares: dict[str, Fraction], scale: Fraction
) -> list[CategoryScore]:
    found = []
    for name in DEFAULT_POINTS:
        group = [t for t in tallies if t.rule.category == name]
        worth = _sum(shares, group) * scale
        lost = _sum(shares, [t for t in group if t.failed]) * scale
        found.append(CategoryScore(
            name, cents(worth), cents(worth - lost) if worth else None,
            sum(1 for t in group if t.assessed and not t.failed),
            sum(1 for t in group if t.failed), sum(1 for t in group if t.unknown)))
    return found


def _sum(shares: dict[str, Fraction], tallies: list[Tally]) -> Fraction:
    return sum((shares.get(t.rule.id, Fraction(0)) for t in tallies), Fraction(0))
