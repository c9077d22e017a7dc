"""Undo what a copy did that put a whole report into one line: headings, rows and all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from compliance.pattern import lazy_pattern
from compliance.read.columns import is_value
from compliance.read.facts import fact_label
from compliance.read.wrapping import PrintedLine

_SHORTEST = 200
_PIECE = lazy_pattern(r"\S+")
_PART = lazy_pattern(r"[一二三四五六七八九十]{1,3}[、.．]\S")
_NUMBERED = r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]"
_HEADING = lazy_pattern(_NUMBERED)
_ITEM = lazy_pattern(rf"{_NUMBERED}|\d{{1,2}}[、.．](?!\d)")
_TITLE = lazy_pattern(r".{4,60}(?:报告|報告|年报|年報)")
_SENTENCE = "。！？!?；;"
_LONGEST_HEADING, _LONGEST_CELL = 40, 60
_FEWEST_CELLS, _VALUES = 6, 4
"""Cells that make a torn table at least, and of how many of them one is a figure."""

Piece = re.Match[str]


def unfolded(line: PrintedLine) -> list[PrintedLine]:
    """The lines that were put into one; the line itself when it holds no two parts.

    Blanks stand where lines and cells ended.  Cells of a table come one by one, as from a
    copy that puts each into a line.
    """
    if len(line.text) < _SHORTEST:
        return [line]
    pieces = list(_PIECE.finditer(line.text))
    if sum(_PART.match(piece[0]) is not None for piece in pieces) < 2:
        return [line]
    return [PrintedLine(line.number, line.indent + group[0].start(),
                        line.text[group[0].start():group[-1].end()])
            for group in _groups(pieces)]


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line."""
    running: list[Piece] = []
    for short, run in groupby(pieces, key=_may_be_cell):
        together = list(run)
        values = sum(is_value(piece[0]) for piece in together)
        if short and len(together) >= _FEWEST_CELLS and values * _VALUES >= len(together):
            yield from _paragraphs(running)
            yield from ([piece] for piece in together)
            running = []
        else:
            running += together
    yield from _paragraphs(running)


def _may_be_cell(piece: Piece) -> bool:
    text = piece[0]
    return len(text) <= _LONGEST_CELL and text[-1] not in _SENTENCE and "。" not in text


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Headings, titles and facts by themselves; else on to the end of a sentence."""
    held: list[Piece] = []
    for piece in pieces:
        text = piece[0]
        if held and (_ITEM.match(text) or _alone(held[-1][0]) or held[-1][0][-1] in _SENTENCE):
            yield held
            held = []
        held.append(piece)
    if held:
        yield held


def _alone(text: str) -> bool:
    """Whether nothing goes on after ``text``: a heading, a title, a fact about the page."""
    if text[-1] in _SENTENCE:
        return True
    heading = _HEADING.match(text) is not None and len(text) <= _LONGEST_HEADING
    return heading or _TITLE.fullmatch(text) is not None or bool(fact_label(text))
