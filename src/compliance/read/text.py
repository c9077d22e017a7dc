"""Read plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.read.encoding import decode
from compliance.read.facts import describe, fact_label
from compliance.read.source import RawFile
from compliance.read.wrapping import PrintedLine, continues, join, wrap_width

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANK = " \t\u00a0\u3000\f\v"
_BAR = re.compile(r"(?<!\\)[|｜]")
_RULE = re.compile(r"[|+:=\-─━┼├┤ \t]*(?:-{3,}|─{2,}|={3,}|━{2,})[|+:=\-─━┼├┤ \t]*")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")
_LONGEST_CELL = 80

Cells = list[tuple[str, int, int]]  # text, first column, column after the last


def read_text(raw: RawFile) -> Document:
    """A plain text as lines and grids.

    A line with tabs or bars is a row of a grid, and neighbouring rows make one
    grid; every other line that is not blank is a paragraph.

    Raises:
        Problem: the content is not text, or there is none.
    """
    document = Document(Source(raw.file, raw.digest, "text"))
    document.blocks = list(_blocks(decode(raw)))
    if not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    describe(document)
    return document


def _blocks(text: str) -> Iterator[Line | Grid]:
    entries = list(_entries(text))
    width = wrap_width([entry for entry in entries if isinstance(entry, PrintedLine)])
    paragraph: list[PrintedLine] = []
    rows: list[tuple[int, Cells]] = []
    for entry in entries:
        if paragraph and not (isinstance(entry, PrintedLine)
                              and continues(paragraph[-1], entry, width)):
            yield _paragraph(paragraph)
            paragraph = []
        if rows and not isinstance(entry, tuple):
            yield from _rows(rows)
            rows = []
        if isinstance(entry, PrintedLine):
            paragraph.append(entry)
        elif isinstance(entry, tuple):
            rows.append(entry)
    if paragraph:
        yield _paragraph(paragraph)
    if rows:
        yield from _rows(rows)


def _rows(rows: list[tuple[int, Cells]]) -> Iterator[Line | Grid]:
    """A grid; or lines, where every row holds one value and its bar (``规章 |``)."""
    written = [[cell for cell in cells if cell[0]] for _, cells in rows]
    if any(len(cells) > 1 for cells in written):
        yield _grid(rows)
        return
    for (number, _), cells in zip(rows, written, strict=True):
        for text, first, after in cells:
            yield Line(text, Location(number, first, number, after))


def _entries(text: str) -> Iterator[PrintedLine | tuple[int, Cells] | None]:
    """For each source line: a line of text, a row of a grid, or ``None`` for a blank.

    Lines without content (rules, a lone bar) are left out, and so part nothing.
    """
    for number, source in enumerate(text.split("\n"), 1):
        line = _INVISIBLE.sub("", source).rstrip(_BLANK)
        content = line.strip(_BLANK)
        if not content:
            yield None
            continue
        if not content.strip("|｜" + _BLANK) or _RULE.fullmatch(content):
            continue
        cells = _cells(line)
        if cells:
            yield number, cells
            continue
        heading = _MARKDOWN_HEADING.match(content)
        shown = content[heading.end():] if heading else content
        if shown:
            yield PrintedLine(number, line.index(shown), shown)


def _cells(line: str) -> Cells:
    """The cells of a row of a grid; none when the line is running text."""
    if _BAR.search(line):
        content = line.strip(_BLANK)
        start = line.index(content)
        bars = [start + found.start() for found in _BAR.finditer(content)]
        if bars[0] != start:
            bars.insert(0, start - 1)
        if bars[-1] != start + len(content) - 1:
            bars.append(start + len(content))
    elif "\t" in line.lstrip(_BLANK):
        bars = [-1, *(at for at, character in enumerate(line) if character == "\t"), len(line)]
    else:
        return []
    cells = [_cell(line, left + 1, right) for left, right in pairwise(bars)]
    written = [text for text, _, _ in cells if text]
    if not written or any(fact_label(text) for text in written):
        return []
    return [] if max(map(len, written)) > _LONGEST_CELL and len(written) < 3 else cells


def _cell(line: str, start: int, end: int) -> tuple[str, int, int]:
    text = line[start:end]
    content = text.strip(_BLANK)
    first = start + (text.index(content) if content else 0)
    return content.replace("\\|", "|"), first + 1, first + 1 + len(content)


def _paragraph(lines: list[PrintedLine]) -> Line:
    first, last = lines[0], lines[-1]
    return Line(join([line.text for line in lines]),
                Location(first.number, first.indent + 1, last.number,
                         last.indent + 1 + len(last.text)))


def _grid(rows: list[tuple[int, Cells]]) -> Grid:
    grid = [[GridCell(text, index, column, 1, 1, Location(number, first, number, after))
             for column, (text, first, after) in enumerate(cells)]
            for index, (number, cells) in enumerate(rows)]
    return Grid(grid, Location(rows[0][0], 1, rows[-1][0], rows[-1][1][-1][2]))
