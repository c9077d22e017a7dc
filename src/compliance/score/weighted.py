"""The default model: points by category, shared by weight among the rules that apply."""

from __future__ import annotations

from fractions import Fraction

from compliance.model.audit import Score
from compliance.model.profile import DEFAULT_POINTS, Profile
from compliance.score.shares import score_of_shares
from compliance.score.tally import Tally

LEAST_WEIGHT = 20
"""What the rules of a category weigh at the least: as much as two of severity ``error``."""


def score(tallies: list[Tally], profile: Profile) -> Score:
    """The score of a report.

    A category's points are shared by weight among the rules that apply to the
    report, assessed or unknown.  The shares of those that are unknown stand on
    neither side.  Where few rules apply, each has the share that it would have
    among rules of :data:`LEAST_WEIGHT`, so that one rule is not the category.
    """
    points = DEFAULT_POINTS | dict(profile.points.items())
    weights: dict[str, int] = {}
    for entry in tallies:
        if entry.assessed or entry.unknown:
            category = entry.rule.category
            weights[category] = weights.get(category, 0) + entry.rule.points
    shares = {
        t.rule.id: Fraction(points[t.rule.category] * t.rule.points,
                            max(weights[t.rule.category], LEAST_WEIGHT))
        for t in tallies if t.assessed}
    return score_of_shares("weighted", tallies, shares)
