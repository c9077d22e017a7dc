"""The default model: points by category, shared by weight among the rules assessed."""

from __future__ import annotations

from decimal import Decimal

from compliance.model.audit import CategoryScore, ReceiptLine, Score
from compliance.model.profile import DEFAULT_POINTS, Profile
from compliance.score.tally import Tally, grade, rounded


def score(tallies: list[Tally], profile: Profile) -> Score:
    """The score of a report.

    A category's points are shared among its assessed rules by weight; a rule
    keeps its share when none of its subjects fails.  A category in which
    nothing could be assessed stands on neither side.
    """
    points: dict[str, int] = DEFAULT_POINTS | dict(profile.points.items())
    groups = {name: [t for t in tallies if t.rule.category == name] for name in points}
    weights = {name: sum(t.rule.points for t in group if t.assessed)
               for name, group in groups.items()}
    in_play = sum(points[name] for name, total in weights.items() if total)
    scale = Decimal(100) / in_play if in_play else Decimal(0)
    receipt: list[ReceiptLine] = []
    categories: list[CategoryScore] = []
    for name, group in groups.items():
        worth = points[name] * scale if weights[name] else Decimal(0)
        lost = Decimal(0)
        for entry in group:
            share = worth * entry.rule.points / weights[name] if weights[name] else worth
            if entry.failed and share:
                lost += share
                receipt.append(ReceiptLine(entry.rule, name, rounded(share), rounded(share),
                                           entry.failed, entry.cells))
        categories.append(CategoryScore(
            name, rounded(worth), rounded(worth - lost) if weights[name] else None,
            sum(1 for t in group if t.assessed and not t.failed),
            sum(1 for t in group if t.failed), sum(1 for t in group if t.unknown)))
    receipt.sort(key=lambda line: -line.lost)
    veto = [t.rule.id for t in tallies if t.rule.veto and t.failed]
    total = _total(tallies, profile, points, weights, scale) if in_play else None
    return Score("weighted", total, grade(total, bool(veto)), categories, receipt, veto=veto)


def _total(tallies: list[Tally], profile: Profile, points: dict[str, int],
           weights: dict[str, int], scale: Decimal) -> Decimal:
    lost = sum((points[t.rule.category] * scale * t.rule.points
                / weights[t.rule.category]
                for t in tallies if t.failed and weights.get(t.rule.category)), Decimal(0))
    return rounded(Decimal(100) - lost) if lost else Decimal(100)
