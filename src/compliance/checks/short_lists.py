"""Lists of the running text that fall short of their whole by what one slip of typing explains."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from compliance.checks.observation import Context, Observation, observe
from compliance.model.audit import Outcome
from compliance.model.report import Breakdown
from compliance.model.text import Text
from compliance.pattern import lazy_pattern

# Slips that hardly any two numbers are apart by chance, whatever their size.
_STRONG = frozenset({"swapped", "doubled", "zero_lost", "zero_added"})
# With these a partial list may well meet a slip: they count only in longer lists and numbers.
_WEAK = frozenset({"replaced", "neighbour", "dropped"})
_LONG_LIST, _LONG_NUMBER = 4, 100
# 主要有 and 等 say themselves that the list is not all.
_NOT_ALL = lazy_pattern(
    r"主要|重点|例如|比如|尤其|特别是|最多|较多|居前|另有|还有|等(?=[0-9,，;；、)）。]|$)")


def short_by_a_slip(context: Context) -> Iterator[Observation]:
    """A list that does not say that it is all adds up, or is short by more than one slip."""
    for breakdown in context.report.breakdowns:
        counts = [part.count for part in breakdown.parts if part.count is not None]
        if (breakdown.whole is None or breakdown.complete or not breakdown.exclusive
                or len(counts) < max(2, len(breakdown.parts)) or sum(counts) >= breakdown.whole
                or _NOT_ALL.search(breakdown.text)):
            continue
        yield _observation(breakdown, breakdown.whole, counts)


def _observation(breakdown: Breakdown, whole: Decimal, counts: list[Decimal]) -> Observation:
    total = sum(counts, Decimal(0))
    found = _mistyped(breakdown, whole, counts)
    if found is None:
        return observe(Outcome.PASS, breakdown.name, "list_partial", location=breakdown.location)
    name, printed, meant, slip = found
    return observe(Outcome.FAIL, breakdown.name, "list_short", location=breakdown.location,
                   total=total, whole=whole, less=whole - total, name=name, printed=printed,
                   meant=meant, slip=slip)


def _mistyped(
    breakdown: Breakdown, whole: Decimal, counts: list[Decimal]
) -> tuple[str, Decimal, Decimal, Text] | None:
    """The one number that a slip made of what fits, with its name and the slip."""
    total = sum(counts, Decimal(0))
    less = whole - total
    if slip := _slip(whole, total, len(counts)):
        return breakdown.name, whole, total, slip
    parts = [(part.name, count, count + less, slip)
             for part, count in zip(breakdown.parts, counts, strict=True)
             if (slip := _slip(count, count + less, len(counts)))]
    return parts[0] if len(parts) == 1 else None


def _slip(printed: Decimal, meant: Decimal, items: int) -> Text | None:
    from compliance.locate.slips import slip_between

    if printed != int(printed) or meant != int(meant):
        return None
    slip = slip_between(int(printed), int(meant))
    long = items >= _LONG_LIST and printed >= _LONG_NUMBER
    return slip.words() if slip.kind in _STRONG or (long and slip.kind in _WEAK) else None
