"""Which count a list in running text splits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from compliance.pattern import holds
from compliance.recognise.part_lists import Item
from compliance.recognise.quantities import Quantity, clause_before, fits, quantities
from compliance.recognise.sentences import Sentence
from compliance.record import frozen_record


@frozen_record
class Whole:
    """A count that running text splits, and the sentence it stands in."""

    sentence: Sentence
    quantity: Quantity

    @property
    def value(self) -> Decimal:
        """The count."""
        return self.quantity.value

    @property
    def name(self) -> str:
        """What is counted, as printed."""
        words = clause_before(self.sentence.plain, self.quantity.start)
        start = self.quantity.start - len(words)
        end = start + len(re.sub(r"(?:共计|总共|共|已达|达|为|约)$", "", words))
        return self.sentence.printed(start, end) or self.sentence.printed(0, end)


def wholes_before(
    sentence: Sentence, end: int, earlier: Sequence[Sentence], unit: str
) -> list[Whole]:
    """What may be the whole: counts of the unit before the list, the nearest sentence first."""
    for candidate in (sentence, *earlier):
        counts = [quantity for quantity in quantities(candidate.plain)
                  if quantity.unit == unit and (candidate is not sentence or quantity.end <= end)]
        if counts:
            outer = [quantity for quantity in counts if not quantity.depth]
            if not counts[-1].exact or (candidate is not sentence and not all(
                    quantity.exact for quantity in outer)):
                return []
            return [Whole(candidate, quantity) for quantity in counts
                    if quantity.exact and (not quantity.depth or len(outer) == 0)]
    return []


def nearest_unit(sentence: Sentence, end: int, earlier: Sequence[Sentence]) -> str:
    """The unit of the last count before the list."""
    for candidate in (sentence, *earlier):
        units = [quantity.unit for quantity in quantities(candidate.plain)
                 if not quantity.depth and (candidate is not sentence or quantity.end <= end)]
        if units:
            return units[-1]
    return ""


def choose_whole(items: Sequence[Item], wholes: Sequence[Whole]) -> Whole | None:
    """The count that the items split: the shares tell, then the sum, then nearness."""
    if not wholes or not items:
        return None
    parts = total(items)
    shared = [item for item in items if item.share is not None]
    if shared:
        best = max(reversed(wholes), key=lambda whole: fitting(shared, whole.value))
        if fitting(shared, best.value):
            return best
    if wholes[-1].value >= parts or len(wholes) == 1:
        return wholes[-1]
    # Another count that could hold the parts makes the nearest one doubtful.
    equal = [whole for whole in wholes if whole.value == parts]
    if equal:
        return equal[-1]
    if _told_alike(wholes):
        return None
    # 按时办结30件，延期办结2件。其中 splits the sum of both.
    together = sum((whole.value for whole in wholes), Decimal(0)) >= parts
    return None if together or any(whole.value > parts for whole in wholes) else wholes[-1]


def _told_alike(wholes: Sequence[Whole]) -> bool:
    """Whether the counts stand side by side: 通过网站公开754条,通过其他方式公开54条."""
    return all(holds(whole.name, ("通过", "利用", "依托")) for whole in wholes)


def total(items: Sequence[Item]) -> Decimal:
    """The sum of the items."""
    return sum((item.value for item in items), Decimal(0))


def fitting(items: Sequence[Item], whole: Decimal) -> int:
    """How many printed shares are right for ``whole``."""
    return sum(item.share is not None and fits(item.value, whole, item.share) for item in items)
