"""Say which pages of a PDF could not be read, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compliance.messages import say
from compliance.model.text import Text
from compliance.read.pdf_lines import PrintedLine
from compliance.read.pdf_pages import UNREADABLE, Page
from compliance.read.pdf_tables import PageParts

_FEW = 12
"""Fewer characters than this beside pictures are no text of the page."""
_PICTURE = 0.3
"""How much of a page images cover that is a picture of a page."""
_MANY_SHAPES = 300
"""More shapes than this without a single character: letters were turned into drawings."""
_GARBLED = 0.3
"""How many of the characters of a page may be unknown before none of it is believed."""

_REASONS: dict[str, Callable[[str], Text]] = {
    "broken": lambda pages: say("read.pdf_broken_pages", pages=pages),
    "garbled": lambda pages: say("read.pdf_garbled_pages", pages=pages),
    "scanned": lambda pages: say("read.pdf_scanned_pages", pages=pages),
}


def reason_unread(part: PageParts) -> str:
    """Why a page could not be read: ``broken``, ``garbled``, ``scanned``; else nothing."""
    page = part.page
    if page.broken:
        return "broken"
    if _is_garbled(page):
        return "garbled"
    characters = sum(
        len(block.text) if isinstance(block, PrintedLine) else sum(len(c.text) for c in block.cells)
        for block in part.blocks)
    if characters < _FEW and (page.image_share >= _PICTURE
                              or (not characters and page.shapes >= _MANY_SHAPES)):
        return "scanned"
    return ""


def _is_garbled(page: Page) -> bool:
    seen = [glyph.text for glyph in page.glyphs if glyph.text != " "]
    unknown = sum(text == UNREADABLE or "\ue000" <= text <= "\uf8ff" for text in seen)
    return unknown > _GARBLED * len(seen)


def unread_pages(reasons: dict[int, str]) -> Text | None:
    """The pages that could not be read, by number, in words; ``None`` when there is none."""
    parts: list[Text] = []
    for reason, message in _REASONS.items():
        pages = sorted(page for page, why in reasons.items() if why == reason)
        if pages:
            parts.append(message(_ranges(pages)))
    if not parts:
        return None
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _ranges(pages: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
