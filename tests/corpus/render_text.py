"""A report as plain text or Markdown, its tables flattened in several ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from .paper import Box, Paper, Sheet, Words, heading_text

STYLES: dict[str, Callable[[Sheet], Iterator[str]]] = {}
ENCODINGS = ("utf-8", "gb18030", "utf-8-sig", "gbk", "utf-16")
FLAT = frozenset({"a cell a line", "spaces"})
"""Styles in which a blank cell leaves no trace."""
_WIDTH = 38


def render_text(paper: Paper, style: str, chance: Random, encoding: str = "utf-8") -> bytes:
    """The bytes of a text file in one of ``STYLES``."""
    lines: list[str] = []
    wrapped = style == "tabs" and chance.random() < 0.5
    for block in paper.blocks:
        if isinstance(block, Sheet):
            lines += ["", *STYLES[style](block), ""]
        else:
            lines += _words(block, style, wrapped)
    return "\n".join(lines).encode(encoding)


def _words(words: Words, style: str, wrapped: bool) -> list[str]:
    text = heading_text(words)
    if style == "markdown":
        text = {"title": f"# {text}", "heading": f"## {text}"}.get(words.role, text)
        return [text, ""]
    if wrapped and words.role == "text":
        return re.findall(rf"(?s).{{1,{_WIDTH}}}[，。、；：）”》]?", text)
    return [text, ""] if style == "a cell a line" else [text]


def _style(name: str) -> Callable[[Callable[[Sheet], Iterator[str]]],
                                  Callable[[Sheet], Iterator[str]]]:
    def enter(write: Callable[[Sheet], Iterator[str]]) -> Callable[[Sheet], Iterator[str]]:
        STYLES[name] = write
        return write

    return enter


@_style("a cell a line")
def _lines(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        for box in row:
            # Upright labels come out of a PDF with each character on its own line.
            for part in box.text if box.upright else box.text.split("\n"):
                if part.strip():
                    yield part
                    yield ""


@_style("tabs")
def _tabs(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        yield "\t".join(map(_one_line, row))


@_style("bars")
def _bars(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        yield " | ".join(map(_one_line, row)) + " |"


@_style("spaces")
def _spaces(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        yield " ".join(filter(None, map(_one_line, row)))


@_style("markdown")
def _markdown(sheet: Sheet) -> Iterator[str]:
    """A table of Markdown: it has no spans, so what they cover is blank."""
    grid: dict[int, dict[int, str]] = {}
    for at, column, box in sheet.placed():
        grid.setdefault(at, {})[column] = _one_line(box)
    width = sheet.width
    for at in range(len(sheet.rows)):
        cells = [grid.get(at, {}).get(column, "") for column in range(width)]
        yield f"| {' | '.join(cells)} |"
        if at == 0:
            yield "|" + "---|" * width
    yield ""


def _one_line(box: Box) -> str:
    return box.text.replace("\n", "").strip()
