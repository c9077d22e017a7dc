"""Workbooks of any size are read alike, and none hides how large it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from workbook_files import Plan, xlsx

from compliance.errors import Problem
from compliance.model.document import Document, Grid
from compliance.read.workbook import read_workbook

SHEET = "xl/worksheets/sheet1.xml"
BOOK = xlsx(Plan("S").line("名称", "件数").line("甲", 1).line("乙", 20))


def with_sheet(change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with its sheet changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, \
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == SHEET else old.read(entry))
    return out.getvalue()


def texts(document: Document) -> list[list[str]]:
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("blank_rows", [0, 100, 30_000])
def test_rows_that_are_only_bordered_change_nothing(blank_rows, given):
    rows = "".join(f'<row r="{row}"><c r="A{row}"/><c r="B{row}"/></row>'
                   for row in range(4, 4 + blank_rows)).encode()
    data = with_sheet(lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert texts(read_workbook(given(data))) == [["名称", "件数"], ["甲", "1"], ["乙", "20"]]


def test_a_large_sheet_that_is_broken_at_its_end(given):
    rows = b"<row/>" * 60_000
    data = with_sheet(lambda xml: xml.replace(b"</sheetData>", rows))
    with pytest.raises(Problem, match="XML"):
        read_workbook(given(data))


def test_an_encoding_that_hides_the_elements_is_refused(given):
    """In EBCDIC no byte looks like the beginning of an element."""
    hidden = "<?xml version='1.0' encoding='IBM037'?><worksheet/>".encode("cp037")
    with pytest.raises(Problem, match="XML"):
        read_workbook(given(with_sheet(lambda _: hidden)))
