"""Two models of XCCDF 1.2 (NIST IR 7275 rev. 4, §7.3): flat and default."""

from __future__ import annotations

from fractions import Fraction

from compliance.model.audit import Score
from compliance.model.profile import Profile
from compliance.score.shares import score_of_shares
from compliance.score.tally import Tally


def flat(tallies: list[Tally], profile: Profile) -> Score:
    """Every assessed rule counts its weight, whatever its category."""
    shares = {t.rule.id: Fraction(t.rule.points) for t in tallies if t.assessed}
    return score_of_shares("flat", tallies, shares)


def default(tallies: list[Tally], profile: Profile) -> Score:
    """Every category with an assessed rule counts alike, its rules by weight within it."""
    weights: dict[str, int] = {}
    for entry in tallies:
        if entry.assessed:
            category = entry.rule.category
            weights[category] = weights.get(category, 0) + entry.rule.points
    shares = {t.rule.id: Fraction(t.rule.points, weights[t.rule.category])
              for t in tallies if t.assessed and weights[t.rule.category]}
    return score_of_shares("default", tallies, shares)
