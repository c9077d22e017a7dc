"""Tables without ruling lines, where the figures stand so straight that they are sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from compliance.pattern import lazy_pattern
from compliance.read.pdf_lines import PrintedLine, around, close_up, is_numbered, parts_of
from compliance.read.pdf_tables import PageParts, RuledCell, RuledTable
from compliance.read.wrapping import join
from compliance.record import field, record

_APART = 1.0
"""From how many heights of a character on a gap parts two columns."""
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 2
_MOST_HEADS = 6
_TIGHT = 1.45
"""How far apart the lines of one label stand at most, in heights of a character."""
_LONGEST_HEAD = 14
_FIGURE = lazy_pattern(r"[-+−]?\d[\d.,]*%?|[/—－–-]+")

Span = tuple[float, float]


@record
class _Row:
    """A line as a row: its words, then its figures."""

    lines: list[PrintedLine]
    words: list[PrintedLine] = field(default_factory=list)
    figures: list[PrintedLine] = field(default_factory=list)

    @property
    def label(self) -> str:
        return close_up(join([part.text for part in self.words]))


def find_unruled(part: PageParts) -> None:
    """Put tables in the place of lines of ``part`` that are surely their rows."""
    blocks: list[PrintedLine | RuledTable] = []
    run: list[PrintedLine] = []
    for block in (*part.blocks, None):
        if isinstance(block, PrintedLine):
            run.append(block)
            continue
        blocks.extend(_in_run(run, part))
        run = []
        if block is not None:
            blocks.append(block)
    part.blocks = blocks


def _in_run(run: Sequence[PrintedLine], part: PageParts) -> Iterator[PrintedLine | RuledTable]:
    rows = _with_labels([_row(line) for line in run])
    at = shown = 0
    while at < len(rows):
        end = _end_of_body(rows, at)
        columns = _columns(rows[at:end])
        if columns is None:
            at = max(end, at + 1)
            continue
        first = _first_head(rows, shown, at, columns)
        yield from _lines(rows[shown:first])
        # A label whose figures stand elsewhere, or nowhere, parts the table.
        for begin, stop in _filled(rows, at, end):
            yield from _lines(rows[at:begin])
            yield _table(rows[first:at] if first < at else [], rows[begin:stop], columns, part)
            first = at = stop
        shown = at = end
    yield from _lines(rows[shown:])


def _lines(rows: Sequence[_Row]) -> Iterator[PrintedLine]:
    for row in rows:
        yield from row.lines


def _filled(rows: Sequence[_Row], at: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of rows with figures between ``at`` and ``end``."""
    for begin in range(at, end):
        if rows[begin].figures and (begin == at or not rows[begin - 1].figures):
            stop = begin
            while stop < end and rows[stop].figures:
                stop += 1
            yield begin, stop


def _row(line: PrintedLine) -> _Row:
    parts = parts_of(line, _APART)
    figures = len(parts)
    while figures and _FIGURE.fullmatch(parts[figures - 1].text):
        figures -= 1
    return _Row([line], parts[:figures], parts[figures:])


def _end_of_body(rows: Sequence[_Row], at: int) -> int:
    """Where the rows end that begin at ``at`` with figures and go on with figures or labels."""
    end = at
    for index in range(at, len(rows)):
        row = rows[index]
        if len(row.figures) >= _FEWEST_COLUMNS:
            end = index + 1
        elif index == at or row.figures or len(row.words) != 1 or index - end >= 3:
            break
    return end


def _with_labels(rows: Sequence[_Row]) -> list[_Row]:
    """Rows with the lines of their labels; figures stand beside the middle one of these."""
    figures = [row.figures[0].left for row in rows if len(row.figures) >= _FEWEST_COLUMNS]
    if not figures:
        return list(rows)
    edge = max((word.right for row in rows for word in row.words if word.right < min(figures)),
               default=0.0)
    made: list[_Row] = []
    for row in rows:
        above = made[-1] if made else None
        if above is not None and _is_one_label(above, row, edge):
            made.pop()
            row = _Row([*above.lines, *row.lines], [*above.words, *row.words],
                       above.figures or row.figures)
        made.append(row)
    return made


def _is_one_label(row: _Row, below: _Row, edge: float) -> bool:
    """Whether the label of ``row`` goes on in the line below, and one of them has figures."""
    last, following = row.lines[-1], below.lines[0]
    if bool(row.figures) == bool(below.figures) and row.figures:
        return False
    words = [*row.words, *below.words]
    if not words or any(word.right > edge for word in words) or is_numbered(below.label):
        return False
    full = not row.words or edge - row.words[-1].right < _APART * last.size
    return full and following.top - last.top < _TIGHT * last.size


def _columns(rows: Sequence[_Row]) -> list[Span] | None:
    """From where to where each column of figures goes; ``None`` when that is not sure."""
    most = max((len(row.figures) for row in rows), default=0)
    full = [row.figures for row in rows if len(row.figures) == most]
    if len(full) < _FEWEST_ROWS:
        return None
    columns = [(min(figure.left for figure in column), max(figure.right for figure in column))
               for column in zip(*full, strict=True)]
    if any(left[1] >= right[0] for left, right in pairwise(columns)):
        return None
    for row in rows:
        if not row.words or any(word.right > columns[0][0] for word in row.words):
            return None
        met = [_met(figure, columns) for figure in row.figures]
        if any(len(places) != 1 for places in met) or len({p for m in met for p in m}) < len(met):
            return None
    return columns


def _met(part: PrintedLine, columns: Sequence[Span]) -> list[int]:
    """The columns that a part of a line stands under."""
    return [index for index, (left, right) in enumerate(columns)
            if part.left < right and part.right > left]


def _first_head(rows: Sequence[_Row], shown: int, at: int, columns: Sequence[Span]) -> int:
    """Where the lines begin that name the columns of the rows from ``at`` on."""
    first = at
    while first > max(shown, at - _MOST_HEADS):
        row = rows[first - 1]
        named = [_met(part, columns) for part in row.words]
        if row.figures or sum(map(bool, named)) < 2 \
                or any(len(part.text) > _LONGEST_HEAD for part in row.words):
            break
        first -= 1
    return first


def _table(heads: Sequence[_Row], body: Sequence[_Row], columns: Sequence[Span],
           part: PageParts) -> RuledTable:
    page = part.page
    cells: list[RuledCell] = []
    for index, row in enumerate([*heads, *body]):
        named = row.words if index < len(heads) else row.figures
        held: dict[int, list[PrintedLine]] = {}
        spans: dict[int, int] = {}
        for one in named:
            places = _met(one, columns)
            first = places[0] + 1 if places else 0
            held.setdefault(first, []).append(one)
            spans[first] = max(len(places), 1)
        if index >= len(heads) and row.words:
            held[0], spans[0] = row.words, 1
        column = 0
        while column <= len(columns):
            lines = held.get(column, [])
            text = close_up(join([line.text for line in lines]))
            span = spans.get(column, 1)
            box = around(lines or row.lines)
            cells.append(RuledCell(index, column, index + 1, column + span, text, lines, box, page))
            column += span
    every = [line for row in (*heads, *body) for line in row.lines]
    left, top, right, bottom = around(every)
    xs = [left, *(start for start, _ in columns), right]
    return RuledTable(xs, len(heads) + len(body), cells, page, (left, top, right, bottom),
                      ruled=False)
