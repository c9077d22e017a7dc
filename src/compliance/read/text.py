"""Read plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.pattern import lazy_pattern
from compliance.read.columns import Cells, as_rows, is_value, pieces
from compliance.read.encoding import decode
from compliance.read.facts import describe, fact_label
from compliance.read.limits import MAX_TEXT_CHARACTERS, MAX_TEXT_LINES
from compliance.read.source import RawFile
from compliance.read.text_flattened import unfolded
from compliance.read.text_pages import without_page_numbers
from compliance.read.wrapping import PrintedLine, continues, join, join_lines, wrap_width

_INVISIBLE = lazy_pattern("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACE = " \u00a0\u3000\f\v\r"
_BLANK = f"{_SPACE}\t"
_BAR = lazy_pattern(r"(?<!\\)[|｜]")
_RULE = lazy_pattern(r"[|+:=\-─━┼├┤ \t]*(?:-{3,}|─{2,}|={3,}|━{2,})[|+:=\-─━┼├┤ \t]*")
_MARKDOWN_HEADING = lazy_pattern(r"#{1,6}[ \t]+")
_EMPHASIS = lazy_pattern(r"([*_`]{1,3})(?=[^\s*_`])([^*_`]*[^\s*_`])\1")
"""Around a whole cell only: within one, ``2*3*4`` may be a product."""
_GAP = lazy_pattern(r"[ \u00a0\u3000]{3,}")
_BREAK = lazy_pattern(r"<br\s*/?>", re.I)
_LABEL_ALONE = lazy_pattern(r"(?![ \u3000]*[一二三四五六七八九十]{1,3}[、.．])[^\t]{1,80}\t{2,}")
"""A row of a spreadsheet whose other cells are blank; a heading has nothing beside it."""
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
        Problem: the content is not text, there is none, or far too much.
    """
    document = Document(Source(raw.file, raw.digest, "text"))
    text = decode(raw)
    lines = text.count("\n") + 1
    if lines > MAX_TEXT_LINES or len(text) > MAX_TEXT_CHARACTERS:
        raise Problem(say("read.text_too_large", lines=lines, characters=len(text),
                          most_lines=MAX_TEXT_LINES, most_characters=MAX_TEXT_CHARACTERS),
                      raw.file)
    document.blocks = list(text_blocks(text))
    if not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    describe(document)
    return document


def text_blocks(text: str) -> Iterator[Line | Grid]:
    """The lines and grids of a text, with ``\\n`` at the end of each line."""
    entries = _in_columns([line for entry in _entries(text) for line in _unfolded(entry)])
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


def _unfolded(entry: Entry) -> list[Entry]:
    return [*unfolded(entry)] if isinstance(entry, PrintedLine) else [entry]


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
    """Grids; and lines, where every row holds one value and its bar (``规章 |``)."""
    for torn, run in groupby(zip(_torn(rows), rows, strict=True), key=itemgetter(0)):
        together = [row for _, row in run]
        if not torn:
            yield _grid(together)
            continue
        for number, cells, _ in together:
            for text, first, after in cells:
                if text:
                    yield Line(text, Location(number, first, number, after))


def _torn(rows: list[GridLine]) -> list[bool]:
    """For each row, whether it is no row of a table but one cell of a torn one.

    Figures in rows of their own tell: a row of one label may be a heading in its table.
    """
    written = [[text for text, _, _ in cells if text] for _, cells, _ in rows]
    single = [len(texts) < 2 for texts in written]
    if all(single):
        return single
    torn = [False] * len(rows)
    for alone, run in groupby(range(len(rows)), key=lambda at: single[at] and not rows[at][2]):
        places = list(run)
        if alone and any(is_value(text) for at in places for text in written[at]):
            torn[places[0]:places[-1] + 1] = [True] * len(places)
    return torn


def _entries(text: str) -> Iterator[Entry]:
    """For each source line: a line of text, a row of a grid, or ``None`` for a blank.

    Lines without content (rules, a lone bar) are left out, and so part nothing.
    """
    for number, source in enumerate(without_page_numbers(text.split("\n")), 1):
        line = _INVISIBLE.sub("", source).rstrip(_SPACE)
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
    elif "\t" in line.strip(_BLANK) or _LABEL_ALONE.fullmatch(line):
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
    # Gaps as wide as a screen only make a row look longer than a row can be.
    return Line(_GAP.sub("  ", join([line.text for line in lines])),
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
