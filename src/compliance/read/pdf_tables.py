"""Tables from the ruling lines of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from compliance.read.limits import MAX_PDF_PLACES
from compliance.read.pdf_cells import cell_text
from compliance.read.pdf_cut import with_gaps
from compliance.read.pdf_lines import PrintedLine, lines_of
from compliance.read.pdf_pages import Box, Glyph, Page
from compliance.read.pdf_rulings import Frame, frames_of, levels
from compliance.record import record

_COVERED = 0.5
"""How much of the side of a cell a line must cover to part it from the next."""
_LONG = 160
_EMPTIEST = 60

Place = tuple[int, int, int, int]
"""Top, left, bottom and right side of a cell, counted in the lines of its table."""


@record
class RuledCell:
    """A cell: rows ``top`` to ``bottom - 1`` and columns ``left`` to ``right - 1`` of a table."""

    top: int
    left: int
    bottom: int
    right: int
    text: str
    lines: list[PrintedLine]
    box: Box
    page: Page
    open_above: bool = False
    """True when no line closes it above: it goes on from the page before."""
    open_below: bool = False
    cut: bool = False
    """True when the edge of the page cuts its number off, or may have done so unseen."""


@record
class RuledTable:
    """A table on one page, or put together of those of several pages."""

    xs: list[float]
    """Where its columns begin, and where the last one ends."""
    rows: int
    cells: list[RuledCell]
    """In reading order."""
    page: Page
    box: Box
    ruled: bool = True
    """False for one put together from where words stand."""


@record
class PageParts:
    """What a page holds, from top to bottom: lines and tables."""

    page: Page
    blocks: list[PrintedLine | RuledTable]

    @property
    def cells(self) -> int:
        """How many cells its tables have."""
        return sum(len(block.cells) for block in self.blocks if isinstance(block, RuledTable))

    @property
    def unruled(self) -> bool:
        """Whether a table was put together without ruling lines."""
        return any(isinstance(block, RuledTable) and not block.ruled for block in self.blocks)


def parts_of_page(page: Page) -> PageParts:
    """The lines and the ruled tables of a page."""
    frames = frames_of(page.lines)
    # Inner tables first: a frame around a table lays out the page.
    frames.sort(key=lambda frame: (_area(frame.box), frame.box))
    inside: list[list[Glyph]] = [[] for _ in frames]
    boxes = [_wider(frame.box) for frame in frames]
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        for index, (left, top, right, bottom) in enumerate(boxes):
            if left <= across <= right and top <= down <= bottom:
                inside[index].append(glyph)
                break
        else:
            outside.append(glyph)
    # What belongs together in reading order, each from the place of its upper left corner.
    groups: list[tuple[Box, list[PrintedLine | RuledTable]]] = []
    for frame, glyphs in zip(frames, inside, strict=True):
        found = _table(frame, glyphs, page)
        if found is None or _is_drawing(found):
            outside += glyphs
        elif _lays_out(found):
            groups.append((found.box, [line for cell in found.cells
                                       for line in _as_text(cell.lines)]))
        else:
            groups.append((found.box, [found]))
    groups += [(line.box, [line]) for line in lines_of(with_gaps(outside))]
    groups.sort(key=lambda group: (group[0][1], group[0][0]))
    blocks = [block for _, group in groups for block in group]
    for block in blocks:
        block.page = page
    return PageParts(page, blocks)


def _as_text(lines: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    """Lines of a cell as lines of running text."""
    if not any(glyph.cut for line in lines for glyph in line.glyphs):
        return lines
    return lines_of(with_gaps([glyph for line in lines for glyph in line.glyphs]))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _wider(box: Box) -> Box:
    return box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1


def _table(frame: Frame, glyphs: Sequence[Glyph], page: Page) -> RuledTable | None:
    """The table that a frame draws; ``None`` when it has a single cell, or far too many."""
    left, top, right, bottom = frame.box
    xs = levels([left, right, *(line.at for line in frame.down)])
    ys = levels([top, bottom, *(line.at for line in frame.across)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or not 1 < rows * columns <= MAX_PDF_PLACES:
        return None
    walls = _Walls(frame, xs, ys)
    places = list(_places(walls, rows, columns))
    if len(places) < 2:
        return None
    owners = {(row, column): place for place in places
              for row in range(place[0], place[2]) for column in range(place[1], place[3])}
    held: dict[Place, list[Glyph]] = {}
    for glyph in glyphs:
        row = _slot(ys, (glyph.top + glyph.bottom) / 2)
        column = _slot(xs, (glyph.left + glyph.right) / 2)
        held.setdefault(owners[row, column], []).append(glyph)
    cells, cut_off = [], walls.cut_off()
    for place in places:
        top_row, left_column, bottom_row, right_column = place
        box = (xs[left_column], ys[top_row], xs[right_column], ys[bottom_row])
        own = held.get(place, [])
        cells.append(RuledCell(
            *place, cell_text(own, box[2] - box[0]), lines_of(own), box, page,
            open_above=top_row == 0 and walls.is_open(0, place),
            open_below=bottom_row == rows and walls.is_open(rows, place),
            cut=(cut_off and right_column == columns) or any(g.cut for g in own)))
    return RuledTable(xs, rows, cells, page, (xs[0], ys[0], xs[-1], ys[-1]))


def _slot(edges: list[float], place: float) -> int:
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


class _Walls:
    """Which sides of the places of a table are drawn."""

    def __init__(self, frame: Frame, xs: list[float], ys: list[float]) -> None:
        rows, columns = len(ys) - 1, len(xs) - 1
        self.beside = [[False] * (columns + 1) for _ in range(rows)]
        """For each row, whether a line stands to the left of each column."""
        self.above = [[False] * columns for _ in range(rows + 1)]
        """For each row, whether a line stands above each place."""
        for line in frame.down:
            edge = nearest(xs, line.at)
            for row in _along(ys, line.start, line.end):
                self.beside[row][edge] = True
        for line in frame.across:
            edge = nearest(ys, line.at)
            for column in _along(xs, line.start, line.end):
                self.above[edge][column] = True

    def cut_off(self) -> bool:
        """Whether the table has a left side and no right one: it was wider than the paper,
        and 859 may have lost its last digit."""
        columns = len(self.above[0])
        return (columns > 2 and all(row[0] for row in self.beside)
                and not any(row[columns] for row in self.beside))

    def is_open(self, row: int, place: Place) -> bool:
        """Whether no line closes a place above ``row``."""
        return not all(self.above[row][place[1]:place[3]])


def nearest(edges: Sequence[float], place: float) -> int:
    """Which of ``edges`` is nearest to ``place``."""
    return min(range(len(edges)), key=lambda index: (abs(edges[index] - place), index))


def _along(edges: list[float], start: float, end: float) -> Iterator[int]:
    """The places between edges of which a line covers enough."""
    for index in range(_slot(edges, start), len(edges) - 1):
        low, high = edges[index], edges[index + 1]
        if low >= end:
            return
        if min(high, end) - max(low, start) >= _COVERED * (high - low):
            yield index


def _places(walls: _Walls, rows: int, columns: int) -> Iterator[Place]:
    """The places of the cells in reading order: what no line parts is one cell.

    Where lines are missing so that the places would not make a rectangle, the
    rows are kept apart.
    """
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not walls.beside[row][right] and not taken[row][right]:
                right += 1
            bottom = row + 1
            while bottom < rows and _same_below(walls, bottom, column, right, columns):
                bottom += 1
            for covered in range(row, bottom):
                taken[covered][column:right] = [True] * (right - column)
            yield row, column, bottom, right


def _same_below(walls: _Walls, row: int, left: int, right: int, columns: int) -> bool:
    """Whether the places of ``row`` below a cell belong to it, and nothing beside them does."""
    if any(walls.above[row][left:right]) or any(walls.beside[row][left + 1:right]):
        return False
    return (left == 0 or walls.beside[row][left]) \
        and (right == columns or walls.beside[row][right])


def _is_drawing(table: RuledTable) -> bool:
    """Whether hardly any of many cells holds text: a chart, or a drawing on squared paper."""
    return len(table.cells) > _EMPTIEST * sum(bool(cell.text) for cell in table.cells)


def _lays_out(table: RuledTable) -> bool:
    """Whether a table only lays out the page: one column, or paragraphs in boxes.

    The rest of a table on a new page may have no more than a label.
    """
    written = [cell.text for cell in table.cells if cell.text]
    long = sum(len(text) > _LONG for text in written)
    figures = sum(text[0].isdigit() for text in written)
    few = len(written) < 2 and len(table.cells) < 3
    return len(table.xs) < 3 or few or (long > 0 and figures < 6)
