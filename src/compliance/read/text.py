"""Read plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.pattern import lazy_pattern
from compliance.read.columns import Cells, as_rows, pieces
from compliance.read.encoding import decode
from compliance.read.facts import describe, fact_label
from compliance.read.source import RawFile
from compliance.read.wrapping import PrintedLine, continues, join, join_lines, wrap_width

_INVISIBLE = lazy_pattern("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANK = " \t\u00a0\u3000\f\v"
_BAR = lazy_pattern(r"(?<!\\)[|｜]")
_RULE = lazy_pattern(r"[|+:=\-─━┼├┤ \t]*(?:-{3,}|─{2,}|={3,}|━{2,})[|+:=\-─━┼├┤ \t]*")
_MARKDOWN_HEADING = lazy_pattern(r"#{1,6}[ \t]+")
_EMPHASIS = lazy_pattern(r"([*_`]{1,3})(?=[^\s*_`])([^*_`]*[^\s*_`])\1")
"""Around a whole cell only: within one, ``2*3*4`` may be a product."""
_BREAK = lazy_pattern(r"<br\s*/?>", re.I)
_LONGEST_CELL = 80


GridLine = tuple[int, Cells, bool]
"""A row of a grid: number of its line, its cells, whether the line begins with a bar."""
Entry = PrintedLine | GridLine | None
"""What a source line is: text, a row of a grid, or blank."""


def read_text(raw: RawFile) -> Document:
    """A plain text as lines and grids.

    A line with tabs or bars is a row of a grid, and neighbouring rows make one
    grid; so do lines whose words stand in columns. Every other line that is not
    blank is a paragraph.

    Raises:
        Problem: the content is not text, or there is none.
    """
    document = Document(Source(raw.file, raw.digest, "text"))
    document.blocks = list(text_blocks(decode(raw)))
    if not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    describe(document)
    return document


def text_blocks(text: str) -> Iterator[Line | Grid]:
    """The lines and grids of a text, with ``\\n`` at the end of each line."""
    entries = _in_columns(list(_entries(text)))
    width = wrap_width([entry for entry in entries if isinstance(entry, PrintedLine)])
    paragraph: list[PrintedLine] = []
    rows: list[GridLine] = []
    for entry in entries:
        if paragraph and not (isinstance(entry, PrintedLine) and not fact_label(entry.text)
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


def _in_columns(entries: list[Entry]) -> list[Entry]:
    """The entries, with lines whose words stand in columns as rows of a grid."""
    made: list[Entry] = []
    for several, run in groupby(entries, key=_has_columns):
        lines = list(run)
        rows = as_rows([line for line in lines if isinstance(line, PrintedLine)]) \
            if several else None
        if rows is None:
            made += lines
        else:
            # The grid ends where its lines end, whatever follows.
            made += [None, *((line.number, row, False) for line, row in
                             zip(lines, rows, strict=True) if isinstance(line, PrintedLine)), None]
    return made


def _has_columns(entry: Entry) -> bool:
    return isinstance(entry, PrintedLine) and len(pieces(entry)) > 1 \
        and not fact_label(entry.text)


def _rows(rows: list[GridLine]) -> Iterator[Line | Grid]:
    """A grid; or lines, where every row holds one value and its bar (``规章 |``)."""
    written = [[cell for cell in cells if cell[0]] for _, cells, _ in rows]
    if any(len(cells) > 1 for cells in written):
        yield _grid(rows)
        return
    for (number, _, _), cells in zip(rows, written, strict=True):
        for text, first, after in cells:
            yield Line(text, Location(number, first, number, after))


def _entries(text: str) -> Iterator[Entry]:
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
            yield number, cells, content[0] in "|｜"
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
    return _plain(content), first + 1, first + 1 + len(content)


def _plain(text: str) -> str:
    """The words of a cell without the marks of Markdown and HTML."""
    text = text.replace("\\|", "|")
    if "<" in text:
        text = join_lines(_BREAK.split(text))
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text).strip(_BLANK)
    marked = _EMPHASIS.fullmatch(text)
    return marked[2] if marked else text.replace("**", "")


def _paragraph(lines: list[PrintedLine]) -> Line:
    first, last = lines[0], lines[-1]
    return Line(join([line.text for line in lines]),
                Location(first.number, first.indent + 1, last.number,
                         last.indent + 1 + len(last.text)))


def _grid(rows: list[GridLine]) -> Grid:
    # Where bars only part the cells, one at the beginning follows a blank cell.
    parting = 2 * sum(led for _, _, led in rows) < len(rows)
    grid = []
    for index, (number, cells, led) in enumerate(rows):
        shown = [("", cells[0][1], cells[0][1]), *cells] if parting and led else cells
        grid.append([GridCell(text, index, column, 1, 1, Location(number, first, number, after))
                     for column, (text, first, after) in enumerate(shown)])
    return Grid(grid, Location(rows[0][0], 1, rows[-1][0], rows[-1][1][-1][2]))
