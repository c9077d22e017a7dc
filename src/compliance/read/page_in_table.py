"""Take apart a table that holds a whole page: lines over its full width, and tables between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from compliance.model.document import Grid, GridCell, Line
from compliance.pattern import lazy_pattern
from compliance.record import replace

_HEADING = lazy_pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+(?:部分|章|节)).*"
    r"(?:情况|情況|事项|事項|概述|问题|問題|措施|说明|說明)")
_SENTENCE = "。！？；"
_LONGEST_LABEL = 40
_FEWEST_HEADINGS = 2


def parted(grid: Grid) -> list[Line | Grid]:
    """The lines and tables in a grid; the grid itself where no two headings stand in it.

    A spreadsheet that is saved as a web page puts each paragraph into a row of its own.
    """
    alone = [row[0].text for row in grid.rows if len(row) == 1]
    if sum(_HEADING.match(text) is not None for text in alone) < _FEWEST_HEADINGS:
        return [grid]
    kinds = _kinds(grid.rows)
    found: list[Line | Grid] = []
    start = 0
    for is_line, run in groupby(kinds):
        end = start + len(list(run))
        rows = grid.rows[start:end]
        if is_line:
            found += (Line(cell.text, cell.location or grid.location)
                      for row in rows for cell in row if cell.text)
        else:
            found += _tables(rows, grid)
        start = end
    return found


def _kinds(rows: Sequence[Sequence[GridCell]]) -> list[bool]:
    """For each row, whether it is a line of text."""
    alone = [len(row) == 1 and bool(row[0].text) for row in rows]
    kinds = [single and _is_text(row[0].text) for single, row in zip(alone, rows, strict=True)]
    several = [at for at, row in enumerate(rows) if sum(bool(cell.text) for cell in row) > 1]
    for at, single in enumerate(alone):
        before = not several or at < several[0] or at > several[-1] or kinds[at - 1]
        after = at + 1 == len(rows) or alone[at + 1] or not any(cell.text for cell in rows[at + 1])
        if single and before and (after or not several or at < several[0]):
            kinds[at] = True
    return kinds


def _is_text(text: str) -> bool:
    return (len(text) > _LONGEST_LABEL or text[-1] in _SENTENCE
            or _HEADING.fullmatch(text) is not None)


def _tables(rows: Sequence[Sequence[GridCell]], grid: Grid) -> Iterator[Grid]:
    """The tables between two lines; rows of blanks part them."""
    for blank, run in groupby(rows, key=lambda row: not any(cell.text for cell in row)):
        part = list(run)
        if not blank or any(cell.row_span > 1 for row in part for cell in row):
            yield Grid([[replace(cell, row=at, row_span=min(cell.row_span, len(part) - at))
                         for cell in row] for at, row in enumerate(part)],
                       part[0][0].location or grid.location)
