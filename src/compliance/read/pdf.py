"""Read a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.report import Source
from compliance.read.facts import describe
from compliance.read.limits import MAX_PDF_CELLS
from compliance.read.source import RawFile

if TYPE_CHECKING:
    from compliance.read.pdf_tables import PageParts, RuledTable


def read_pdf(raw: RawFile) -> Document:
    """A PDF as paragraphs and grids, without page numbers and running heads.

    Pages that cannot be read (scanned, or in fonts that do not say what they
    print) are named in ``document.unread``; a wholly scanned file gives a
    document without blocks that neither begins nor ends.

    Raises:
        Problem: the file is locked, damaged, empty, or takes more than the limits allow.
    """
    from compliance.read.pdf_furniture import leave_out_furniture
    from compliance.read.pdf_pages import pages_of
    from compliance.read.pdf_process import taken_out
    from compliance.read.pdf_tables import parts_of_page
    from compliance.read.pdf_turned import put_turned_labels
    from compliance.read.pdf_unread import reason_unread, unread_pages

    title, pages = pages_of(taken_out(raw))
    if all(page.broken for page in pages):
        raise Problem(say("read.pdf_broken"), raw.file)
    parts, cells = [], 0
    for page in pages:
        parts.append(parts_of_page(page))
        cells += parts[-1].cells
        if cells > MAX_PDF_CELLS:
            raise Problem(say("read.pdf_too_heavy"), raw.file)
    put_turned_labels(parts)
    leave_out_furniture(parts)
    reasons = {part.page.number: why for part in parts if (why := reason_unread(part))}
    parts = [part for part in parts if part.page.number not in reasons]
    document = Document(Source(raw.file, raw.digest, "pdf"))
    document.blocks = list(_blocks(parts))
    document.source.unruled = any(part.unruled for part in parts)
    document.unread = unread_pages(reasons)
    if not document.blocks and document.unread is None:
        raise Problem(say("read.no_text"), raw.file)
    if reasons:
        document.source.begins = pages[0].number not in reasons
        document.source.ends = pages[-1].number not in reasons
    describe(document)
    if not document.title and "公开" in title:
        document.title = " ".join(title.split())
    return document


def _blocks(parts: Sequence[PageParts]) -> Iterator[Line | Grid]:
    """Paragraphs and grids of the whole file, in reading order."""
    from compliance.read.page_in_table import parted
    from compliance.read.pdf_joining import flow_of
    from compliance.read.pdf_lines import PrintedLine
    from compliance.read.pdf_paragraphs import measures_of, paragraphs_of
    from compliance.read.pdf_unruled import find_unruled

    for part in parts:
        find_unruled(part)
    flow = flow_of(parts)
    measures = measures_of([block for block in flow if isinstance(block, PrintedLine)])
    lines: list[PrintedLine] = []
    for block in flow:
        if isinstance(block, PrintedLine):
            lines.append(block)
            continue
        yield from paragraphs_of(lines, measures)
        lines = []
        held = {cell.text: cell.lines for cell in block.cells}
        for piece in parted(_grid(block)):
            # A cell over the whole width may hold many paragraphs.
            own = held.get(piece.text) if isinstance(piece, Line) else None
            if own:
                yield from paragraphs_of(own, measures)
            else:
                yield piece
    yield from paragraphs_of(lines, measures)


def _grid(table: RuledTable) -> Grid:
    rows: list[list[GridCell]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda cell: (cell.top, cell.left)):
        rows[cell.top].append(GridCell(
            cell.text, cell.top, cell.left, cell.bottom - cell.top, cell.right - cell.left,
            cell.page.location(cell.box), say("read.pdf_cut").zh if cell.cut else ""))
    return Grid(rows, table.page.location(table.box))
