"""Leave out what stands at the top and the foot of each page of a text taken from pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compliance.pattern import lazy_pattern

_NUMBER = lazy_pattern(r"[-—–·]?\s*(\d{1,3})(?:\s*/\s*\d{1,3})?\s*[-—–·]?")
_FEWEST = 3
"""Pages that a text must have before what repeats is known for the edge of a page."""
_LONGEST = 60


def without_page_numbers(lines: list[str]) -> list[str]:
    """The lines, with those blanked that number the pages or repeat beside these numbers.

    A number counts where it stands alone at a form feed, or beside a line that stands
    beside each of the others; and the numbers of the pages follow each other.
    """
    numbers = [(at, int(found[1])) for at, line in enumerate(lines)
               if any(map(str.isdigit, line[:_LONGEST]))
               and (found := _NUMBER.fullmatch(line.strip()))]
    if len(numbers) < _FEWEST:
        return lines
    filled = [at for at, line in enumerate(lines) if line.strip()]
    place = {at: index for index, at in enumerate(filled)}
    edges = _at_form_feeds(lines, numbers) or _beside_repeated(lines, numbers, filled, place)
    if not edges:
        return lines
    shown = list(lines)
    for at in edges:
        shown[at] = ""
    return shown


def _at_form_feeds(lines: Sequence[str], numbers: Sequence[tuple[int, int]]) -> set[int]:
    def ends(at: int) -> bool:
        below = next((line for line in lines[at + 1:at + 5] if line.strip() or "\f" in line), "")
        return "\f" in lines[at] or below.startswith("\f")

    found = [(at, number) for at, number in numbers if ends(at)]
    return {at for at, _ in found} if _follow(found) else set()


def _beside_repeated(
    lines: Sequence[str], numbers: Sequence[tuple[int, int]], filled: Sequence[int],
    place: dict[int, int],
) -> set[int]:
    """Page numbers and the running heads that stand right below or above all of them."""
    for step in (1, -1):
        beside = {at: filled[place[at] + step] for at, _ in numbers
                  if 0 <= place[at] + step < len(filled)}
        heads = Counter(lines[other].strip() for other in beside.values())
        for head, count in heads.most_common(3):
            found = [(at, number) for at, number in numbers
                     if at in beside and lines[beside[at]].strip() == head]
            if count >= _FEWEST and len(head) > _FEWEST and not _NUMBER.fullmatch(head) \
                    and _follow(found):
                return {at for at, _ in found} | {beside[at] for at, _ in found}
    return set()


def _follow(found: Sequence[tuple[int, int]]) -> bool:
    """Whether the numbers count the pages."""
    first = found[0][1] if found else 0
    return len(found) >= _FEWEST and [number for _, number in found] == [
        *range(first, first + len(found))]
