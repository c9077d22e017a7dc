"""Leave out what a page prints beside its content: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from compliance.pattern import lazy_pattern
from compliance.read.pdf_lines import FAR, PrintedLine
from compliance.read.pdf_tables import PageParts

_MARGIN = 0.12
"""How much of a page, at its top and at its bottom, may hold furniture."""
_LINES = 3
"""How many lines of a page, from its top and from its bottom, may be furniture."""
_SAME_PLACE = 4.0
"""How far apart, in points, a running line may stand on two pages."""
_OFTEN = 0.4
"""On how many of the pages a running line stands at least."""
_NUMBER = lazy_pattern(r"\d{1,4}")
_DASH = "[-—–－─━~～·•|]"
_PAGE_NUMBER = lazy_pattern(
    rf"{_DASH}+\d{{1,4}}{_DASH}+|{_DASH}?第?[\d一二三四五六七八九十]{{1,4}}页{_DASH}?|"
    r"第?\d{1,4}页?[,，/]?(?:共|/)\d{1,4}页?|[\[(（]\d{1,4}[\])）]|"
    r"page\d{1,4}(?:(?:of|/)\d{1,4})?", re.I)


def leave_out_furniture(pages: Sequence[PageParts]) -> None:
    """Take page numbers and running lines out of the pages."""
    marginal = [(page, line) for page in pages for line in _marginal(page)]
    dropped = {id(line) for _, line in marginal if _PAGE_NUMBER.fullmatch(_bare(line))}
    dropped |= _plain_numbers(marginal)
    dropped |= _running(marginal, len(pages))
    for page in pages:
        page.blocks = [block for block in page.blocks if id(block) not in dropped]


def _bare(line: PrintedLine) -> str:
    return line.text.replace(" ", "").replace(FAR, "")


def _marginal(page: PageParts) -> Iterator[PrintedLine]:
    """The lines at the top and at the bottom of a page, each once."""
    blocks = page.blocks
    seen: set[int] = set()
    for block in (*blocks[:_LINES], *blocks[-_LINES:]):
        if not isinstance(block, PrintedLine) or id(block) in seen:
            continue
        seen.add(id(block))
        if block.bottom <= _MARGIN * page.page.height \
                or block.top >= (1 - _MARGIN) * page.page.height:
            yield block


def _plain_numbers(marginal: Sequence[tuple[PageParts, PrintedLine]]) -> set[int]:
    """Lone numbers that count the pages; a number of the content would not go up with them."""
    steps: dict[int, list[PrintedLine]] = defaultdict(list)
    for page, line in marginal:
        if _NUMBER.fullmatch(_bare(line)):
            steps[page.page.number - int(_bare(line))].append(line)
    return {id(line) for step, lines in steps.items() for line in lines
            if step == 0 or len(lines) > 1}


def _running(marginal: Sequence[tuple[PageParts, PrintedLine]], count: int) -> set[int]:
    """Lines that stand, but for numbers, alike at one place of many pages."""
    least = max(2, -(-int(_OFTEN * 100) * count // 100))
    alike: dict[str, list[PrintedLine]] = defaultdict(list)
    for _, line in marginal:
        words = re.sub(r"\d+", "0", _bare(line))
        if any(character.isalpha() for character in words):
            alike[words].append(line)
    dropped: set[int] = set()
    for lines in alike.values():
        for line in lines:
            group = [one for one in lines if abs(one.top - line.top) <= _SAME_PLACE]
            if len({id(one.page) for one in group}) >= least:
                dropped.add(id(line))
    return dropped
