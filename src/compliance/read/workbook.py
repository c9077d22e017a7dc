"""Read a workbook: XLSX, XLS, ODS."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid
from compliance.model.report import Source
from compliance.read.facts import describe
from compliance.read.limits import MAX_SHEET_CELLS
from compliance.read.sheet import Sheet, seen
from compliance.read.sheet_blocks import sheet_blocks
from compliance.read.source import RawFile


def read_workbook(raw: RawFile) -> Document:
    """A workbook as lines and grids, sheet after sheet, as its cells show them.

    Hidden sheets, rows and columns are left out, and so is what lies beneath a
    merged cell. A formula counts by the value that was last computed.

    Raises:
        Problem: the workbook is damaged, protected by a password, larger than
            the limits, or nothing is written in it.
    """
    format, sheets = _sheets(raw)
    document = Document(Source(raw.file, raw.digest, format))
    cells = 0
    for sheet in sheets:
        for block in sheet_blocks(seen(sheet, raw.file), raw.file):
            cells += sum(map(len, block.rows)) if isinstance(block, Grid) else 1
            if cells > MAX_SHEET_CELLS:
                raise Problem(say("read.sheet_too_large", sheet=sheet.name), raw.file)
            document.blocks.append(block)
    if not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    describe(document)
    return document


def _sheets(raw: RawFile) -> tuple[str, Iterator[Sheet]]:
    """The format of a workbook, and its visible sheets."""
    if not raw.data.startswith(b"PK"):
        from compliance.read.xls import xls_sheets

        return "xls", xls_sheets(raw)
    from compliance.read.package import open_package

    package = open_package(raw)
    if "content.xml" in package:
        from compliance.read.ods import ods_sheets

        return "ods", ods_sheets(package)
    from compliance.read.xlsx import xlsx_sheets

    return "xlsx", xlsx_sheets(package)
