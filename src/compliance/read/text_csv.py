"""Read tables that were exported as comma-separated values."""

from __future__ import annotations

import csv
import io

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.read.encoding import decode
from compliance.read.facts import describe
from compliance.read.limits import MAX_SHEET_CELLS
from compliance.read.source import RawFile

Row = tuple[int, int, list[str]]
"""First and last line of a row, and its cells."""


def read_csv(raw: RawFile) -> Document:
    """Rows as grids; a row of one cell (a heading, a paragraph) is a line.

    Raises:
        Problem: the content is not text, there is none, or there are too many cells.
    """
    document = Document(Source(raw.file, raw.digest, "csv"))
    held: list[Row] = []
    for first, last, cells in _rows(raw):
        written = [cell for cell in cells if cell]
        if len(written) > 1:
            held.append((first, last, cells))
            continue
        _close(held, document)
        held = []
        document.blocks += [Line(cell, Location(first, end_line=last)) for cell in written]
    _close(held, document)
    if not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    describe(document)
    return document


def _rows(raw: RawFile) -> list[Row]:
    text = decode(raw)
    csv.field_size_limit(max(len(text), 1))
    reader = csv.reader(io.StringIO(text, newline=""))
    made: list[Row] = []
    before = count = 0
    for row in reader:
        count += len(row)
        if count > MAX_SHEET_CELLS:
            raise Problem(say("read.sheet_too_large", sheet=raw.file), raw.file)
        made.append((before + 1, reader.line_num, [" ".join(cell.split()) for cell in row]))
        before = reader.line_num
    return made


def _close(held: list[Row], document: Document) -> None:
    """Add the rows that were held as one grid."""
    if held:
        rows = [[GridCell(cell, row, column, 1, 1, Location(first, end_line=last))
                 for column, cell in enumerate(cells)]
                for row, (first, last, cells) in enumerate(held)]
        document.blocks.append(Grid(rows, Location(held[0][0], end_line=held[-1][1])))
