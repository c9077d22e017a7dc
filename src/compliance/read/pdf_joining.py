"""Put the parts of a table that runs over pages together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.pattern import lazy_pattern
from compliance.read.pdf_cells import fills, in_column
from compliance.read.pdf_lines import PrintedLine, is_numbered
from compliance.read.pdf_rulings import levels
from compliance.read.pdf_tables import PageParts, RuledCell, RuledTable, nearest
from compliance.read.wrapping import join

_EDGE = 6.0
"""How far the sides of the parts of one table may differ, in points."""
_BINDING = 60.0
"""How much the margins of left and right pages may differ, in points."""
_FIGURE = lazy_pattern(r"[-+−\d.,%/—－\s]*\d[\d.,%\s]*|[/—－-]+")


def flow_of(pages: Iterable[PageParts]) -> list[PrintedLine | RuledTable]:
    """Lines and tables of all pages; a table goes on where the next page begins with its rest."""
    flow: list[PrintedLine | RuledTable] = []
    last_page = 0
    for part in pages:
        for place, block in enumerate(part.blocks):
            above = flow[-1] if flow else None
            if place == 0 and isinstance(block, RuledTable) and isinstance(above, RuledTable) \
                    and part.page.number == last_page + 1 and _goes_on(above, block):
                _append(above, block)
            else:
                flow.append(block)
        if part.blocks:
            last_page = part.page.number
    return flow


def _goes_on(above: RuledTable, below: RuledTable) -> bool:
    left, right = below.xs[0] - above.xs[0], below.xs[-1] - above.xs[-1]
    return above.page.turns == below.page.turns and abs(left - right) <= _EDGE \
        and abs(left) <= _BINDING


def _append(above: RuledTable, below: RuledTable) -> None:
    """Put ``below`` under ``above``."""
    shift = below.xs[0] - above.xs[0]
    edges = [x - shift for x in below.xs]
    xs = levels([*above.xs, *edges])
    _onto(above.cells, above.xs, xs)
    _onto(below.cells, edges, xs)
    above.xs = xs
    repeated = _repeated_head(above.cells, below.cells)
    seam = above.rows
    for cell in below.cells:
        cell.top += seam - repeated
        cell.bottom += seam - repeated
    above.rows += below.rows - repeated
    rest = [cell for cell in below.cells if cell.top >= seam]
    _join_over(above, rest, seam)


def _onto(cells: list[RuledCell], edges: list[float], xs: list[float]) -> None:
    """Count the columns of cells by the edges of the whole table."""
    places = [nearest(xs, edge) for edge in edges]
    for cell in cells:
        left, right = places[cell.left], places[cell.right]
        cell.left, cell.right = left, max(right, left + 1)


def _repeated_head(above: Sequence[RuledCell], below: Sequence[RuledCell]) -> int:
    """How many rows at the top of a part print the head of the table once more."""
    count = 0
    while True:
        first, again = ([(c.left, c.right, c.bottom, c.text) for c in cells if c.top == count]
                        for cells in (above, below))
        words = [text for *_, text in again if text]
        figures = sum(bool(_FIGURE.fullmatch(text)) for text in words)
        if not again or first != again or 2 * figures > len(words) or not (words or count):
            break
        count += 1
    # Rows that a cell holds together are repeated together or not at all.
    while count and any(cell.top < count < cell.bottom for cell in below):
        count -= 1
    return count


def _join_over(table: RuledTable, rest: list[RuledCell], seam: int) -> None:
    """Add the cells of the next page; those that go on from the page before are joined."""
    upper = {(c.left, c.right): c for c in table.cells if c.bottom == seam}
    pairs = [(upper[c.left, c.right], c) for c in rest
             if c.top == seam and (c.left, c.right) in upper]
    row = [cell for cell in rest if cell.top == seam]
    # Where the whole table lacks its upper line, an open cell says nothing.
    told = not all(cell.open_above for cell in row)
    two_rows = any(_FIGURE.fullmatch(one.text) and _FIGURE.fullmatch(other.text)
                   for one, other in pairs)
    whole_row = not two_rows and _breaks_off(pairs, row)
    gone: set[int] = set()
    for one, other in pairs:
        opened = told and one.open_below and other.open_above and not _FIGURE.fullmatch(one.text)
        if opened or whole_row or _holds_rows_together(one, other):
            one.text = join([text for text in (one.text, other.text) if text])
            one.lines += other.lines
            one.bottom, one.open_below = other.bottom, other.open_below
            one.cut = one.cut or other.cut
            gone.add(id(other))
    table.cells += [cell for cell in rest if id(cell) not in gone]


def _holds_rows_together(one: RuledCell, other: RuledCell) -> bool:
    """Whether a label beside several rows is closed at the page break and goes on below it."""
    several = one.bottom - one.top > 1 or other.bottom - other.top > 1
    if not several or not one.text or any(_FIGURE.fullmatch(c.text) for c in (one, other)):
        return False
    return not other.text or (in_column(one.lines) and in_column(other.lines)
                              and not is_numbered(other.text))


def _breaks_off(pairs: Sequence[tuple[RuledCell, RuledCell]], row: Sequence[RuledCell]) -> bool:
    """Whether one row is printed on both sides of the break: only its label has a rest."""
    written = [(one, other) for one, other in pairs if other.text]
    if len(pairs) != len(row) or len(written) != 1:
        return False
    one, other = written[0]
    return bool(one.lines) and len(pairs) > 1 and not _FIGURE.fullmatch(other.text) \
        and not is_numbered(other.text) and fills(one.lines, one.box[2] - one.box[0])
