"""The deduction model (扣分制): 100 points less so many for each failed rule.

What the failures of one category take is capped at the points of that category.
"""

from __future__ import annotations

from decimal import Decimal

from compliance.model.audit import CategoryScore, ReceiptLine, Score
from compliance.model.profile import DEFAULT_POINTS, Profile
from compliance.score.tally import Tally, cents, grade

DEDUCTIONS = {"error": Decimal(5), "warning": Decimal(2), "info": Decimal(0)}


def score(tallies: list[Tally], profile: Profile) -> Score:
    """The score of a report."""
    points: dict[str, int] = DEFAULT_POINTS | dict(profile.points.items())
    off: dict[str, Decimal] = DEDUCTIONS | dict(profile.deductions.items())
    receipt: list[ReceiptLine] = []
    categories: list[CategoryScore] = []
    total = Decimal(100)
    for name, cap in points.items():
        group = [t for t in tallies if t.rule.category == name]
        failed = [t for t in group if t.failed]
        wanted = sum((off[t.rule.severity] for t in failed), Decimal(0))
        lost, left = min(wanted, Decimal(cap)), Decimal(cap)
        for entry in failed:
            taken = min(off[entry.rule.severity], left)
            left -= taken
            # Under the cap, mending one failure gives back only what the others do not take.
            back = lost - min(wanted - off[entry.rule.severity], Decimal(cap))
            if taken:
                receipt.append(ReceiptLine(entry.rule, name, cents(taken), cents(back),
                                           entry.failed, entry.cells))
        total -= lost
        assessed = any(t.assessed for t in group)
        categories.append(CategoryScore(
            name, Decimal(cap), cents(cap - lost) if assessed else None,
            sum(1 for t in group if t.assessed and not t.failed), len(failed),
            sum(1 for t in group if t.unknown)))
    receipt.sort(key=lambda line: -line.lost)
    veto = [t.rule.id for t in tallies if t.rule.veto and t.failed]
    final = cents(max(total, Decimal(0)))
    return Score("deduction", final, grade(final, bool(veto)), categories, receipt, veto=veto)
