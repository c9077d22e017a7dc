"""Printed shares of a whole: which counts they can stand for, and which of them is off."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor

from compliance.locate.keys import FigureKey, ShareKey
from compliance.locate.slips import RANKS, Slip, only_likeliest, slips_within
from compliance.locate.unknowns import decimal, exact
from compliance.model.audit import Candidate, Change
from compliance.model.report import Breakdown
from compliance.relation.nodes import (
    And,
    Comparison,
    Condition,
    Exact,
    Number,
    Operand,
    Or,
    Product,
    Term,
)

ChangeOf = Callable[[FigureKey], Change]


def share_condition(share: Decimal, count: Term, whole: Term, wrong: Operand) -> Condition:
    """The share fits count and whole, rounded or cut off; or it is wrong (1, not 0)."""
    low, high = bounds(share)
    fits = Comparison((Product(_number(low), whole), Product(_number(Fraction(100)), count),
                       Product(_number(high), whole)), ("≤", "≤"))
    return Or((And((fits,)), Comparison((wrong, _number(Fraction(1))), ("=",))))


def bounds(share: Decimal) -> tuple[Fraction, Fraction]:
    """The true shares that may be printed so, rounded or cut off."""
    unit = Fraction(1, 10 ** decimals_of(share))
    return Fraction(share) - unit / 2, Fraction(share) + unit


def counts_for(share: Decimal, whole: Exact) -> tuple[Fraction, Fraction]:
    """The counts of which the share may be printed, from the least to the greatest."""
    low, high = bounds(share)
    return low * whole / 100, high * whole / 100


def wholes_for(share: Decimal, count: Exact) -> tuple[Fraction, Fraction | None]:
    """The wholes of which the count may have the share; None for no limit."""
    low, high = bounds(share)
    return 100 * count / high, (100 * count / low if low > 0 else None)


def decimals_of(share: Decimal) -> int:
    """How many decimals are printed."""
    exponent = share.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def share_of(count: Fraction, whole: Fraction, decimals: int, *, cut: bool = False) -> Decimal:
    """The share as it would be printed: rounded half up, or cut off."""
    true = Decimal(100 * count.numerator * whole.denominator) / Decimal(
        count.denominator * whole.numerator)
    return true.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN if cut else ROUND_HALF_UP)


def _number(value: Fraction) -> Number:
    return Number(value, str(value))


def share_candidates(breakdown: Breakdown, number: int, change_of: ChangeOf) -> list[Candidate]:
    """Which share may be off where they do not add up to 100, the likeliest first.

    With counts, the shares that do not fit them; without, each share by itself
    with the values that would make the sum right by the rounding of its items.
    """
    shares = [(place, part.share) for place, part in enumerate(breakdown.parts)
              if part.share is not None]
    found = _off_by_counts(breakdown, shares)
    if not found:
        found = _off_by_sum([share for _, share in shares], [place for place, _ in shares])
    ranked: list[tuple[int, int, Candidate]] = []
    for place, low, high in found:
        change = change_of(ShareKey(number, place))
        printed = exact(Fraction(change.printed or 0))
        change.low, change.high = low, high
        slips = slips_within(printed, Fraction(low), Fraction(high))
        likeliest = only_likeliest(slips)
        if low == high or (likeliest is not None and likeliest.rank <= RANKS["doubled"]):
            slip = likeliest or Slip("", Fraction(low))
            change.value = decimal(Fraction(slip.meant))
            change.slip, change.why = slip.kind, slip.words()
        ranked.append((slips[0].rank if slips else RANKS[""], place, Candidate([change])))
    return [candidate for _, _, candidate in sorted(ranked, key=lambda entry: entry[:2])]


def _off_by_counts(breakdown: Breakdown, shares: list[tuple[int, Decimal]]
                   ) -> list[tuple[int, Decimal, Decimal]]:
    """Shares that do not fit their counts, where the whole is the sum of all counts."""
    counts = [part.count for part in breakdown.parts]
    known = [count for count in counts if count is not None]
    whole = sum(known, start=Decimal(0))
    if breakdown.whole is not None or len(known) < len(counts) or not whole:
        return []
    found = []
    for place, share in shares:
        count = counts[place]
        low, high = bounds(share)
        if count is not None and not low <= 100 * Fraction(count) / Fraction(whole) <= high:
            meant = share_of(Fraction(count), Fraction(whole), decimals_of(share))
            found.append((place, meant, meant))
    return found


def _off_by_sum(shares: list[Decimal], places: list[int]) -> list[tuple[int, Decimal, Decimal]]:
    """For each share the values, on its own grid, for which the sum can be 100."""
    slack = sum((Fraction(1, 2 * 10 ** decimals_of(share)) for share in shares), Fraction(0))
    found = []
    for place, share in zip(places, shares, strict=True):
        others = Fraction(sum(shares) - share)
        grid = 10 ** decimals_of(share)
        low = max(Fraction(0), Fraction(ceil((100 - others - slack) * grid), grid))
        high = Fraction(floor((100 - others + slack) * grid), grid)
        if low <= high:
            found.append((place, decimal(low), decimal(high)))
    return found
