"""Two models of XCCDF 1.2 (NIST IR 7275 rev. 4, §7.3): flat and default."""

from __future__ import annotations

from decimal import Decimal

from compliance.model.audit import CategoryScore, ReceiptLine, Score
from compliance.model.profile import DEFAULT_POINTS, Profile
from compliance.score.tally import Tally, grade, rounded


def flat(tallies: list[Tally], profile: Profile) -> Score:
    """Every assessed rule counts its weight, whatever its category."""
    weights = {t.rule.id: Decimal(t.rule.points) for t in tallies if t.assessed}
    return _score("flat", tallies, weights)


def default(tallies: list[Tally], profile: Profile) -> Score:
    """Every category with an assessed rule counts alike, its rules by weight within it."""
    totals: dict[str, int] = {}
    for entry in tallies:
        if entry.assessed:
            category = entry.rule.category
            totals[category] = totals.get(category, 0) + entry.rule.points
    weights = {t.rule.id: Decimal(t.rule.points) / totals[t.rule.category]
               for t in tallies if t.assessed and totals[t.rule.category]}
    return _score("default", tallies, weights)


def _score(model: str, tallies: list[Tally], weights: dict[str, Decimal]) -> Score:
    whole = sum(weights.values(), Decimal(0))
    scale = 100 / whole if whole else Decimal(0)
    receipt = [ReceiptLine(t.rule, t.rule.category, rounded(weights[t.rule.id] * scale),
                           rounded(weights[t.rule.id] * scale), t.failed, t.cells)
               for t in tallies if t.failed and weights.get(t.rule.id)]
    receipt.sort(key=lambda line: -line.lost)
    categories: list[CategoryScore] = []
    for name in DEFAULT_POINTS:
        group = [t for t in tallies if t.rule.category == name]
        worth = sum((weights.get(t.rule.id, Decimal(0)) for t in group), Decimal(0)) * scale
        lost = sum((weights.get(t.rule.id, Decimal(0)) for t in group if t.failed),
                   Decimal(0)) * scale
        categories.append(CategoryScore(
            name, rounded(worth), rounded(worth - lost) if worth else None,
            sum(1 for t in group if t.assessed and not t.failed),
            sum(1 for t in group if t.failed), sum(1 for t in group if t.unknown)))
    lost = sum((weights[t.rule.id] for t in tallies if t.failed and t.rule.id in weights),
               Decimal(0))
    total = (rounded(100 - lost * scale) if lost else Decimal(100)) if whole else None
    veto = [t.rule.id for t in tallies if t.rule.veto and t.failed]
    return Score(model, total, grade(total, bool(veto)), categories, receipt, veto=veto)
