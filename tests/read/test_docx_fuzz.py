"""Whatever a Word file holds: a document or a Problem, never another error."""

from __future__ import annotations

import contextlib
import zipfile
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_file import (
    COUNTED,
    docx,
    grids,
    lines,
    listed,
    num,
    p,
    read,
    run,
    span,
    tbl,
    tc,
    tr,
    zipped,
)

from compliance.errors import Problem
from compliance.model.document import Document
from compliance.read import raw_file
from compliance.read.docx import read_docx
from compliance.read.radicals import with_ordinary_characters

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STYLES = ('<w:style w:type="paragraph" w:styleId="1" w:default="1"><w:basedOn w:val="1"/><w:pPr>'
          '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
VALID = docx(
    p("甲县2024年政府信息公开工作年度报告") + listed("总体情况", 1)
    + p(run("全年公开") + run("3", "<w:b/>"))
    + tbl(tr(tc("一、新收", '<w:vMerge w:val="restart"/>'), "甲", "1"),
          tr(tc("", "<w:vMerge/>"), tc("2", span(2)))), STYLES, COUNTED + num(1, 0))
PARTS = {name: zipfile.ZipFile(BytesIO(VALID)).read(name)
         for name in zipfile.ZipFile(BytesIO(VALID)).namelist()}
CHANGES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8)
TOKENS = st.sampled_from([
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>一、</w:t>", "<w:t>12</w:t>", "<w:tbl>", "</w:tbl>",
    "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:br/>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>",
    "</w:sdtContent>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:txbxContent>",
    "</w:txbxContent>", "<w:pict>", "</w:pict>", "<mc:AlternateContent>", "</mc:AlternateContent>",
    "<mc:Choice>", "</mc:Choice>", "<mc:Fallback>", "</mc:Fallback>", "<w:tcPr>", "</w:tcPr>",
    '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="-1"/>', "<w:vMerge/>", "<w:hMerge/>", "<w:pPr>",
    "</w:pPr>", '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>', "<w:ruby>",
    "</w:ruby>", '<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="begin"/>', "字",
    '<w:pStyle w:val="1"/>', "<w:sym/>", "<w:trPr>", "</w:trPr>", '<w:gridBefore w:val="x"/>',
])


def survive(data: bytes) -> Document | None:
    with contextlib.suppress(Problem):
        return read_docx(raw_file("fuzz", data))
    return None


def changed(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    made = bytearray(data)
    for at, value in changes:
        made[at % len(made)] = value
    return bytes(made)


@FUZZ
@given(CHANGES)
def test_changed_bytes_of_the_package(changes):
    survive(changed(VALID, changes))


@FUZZ
@given(st.integers(0, len(VALID)), st.binary(max_size=30))
def test_cut_packages(length, tail):
    survive(VALID[:length] + tail)


@FUZZ
@given(st.sampled_from(sorted(PARTS)), CHANGES)
def test_changed_bytes_of_a_part(name, changes):
    survive(zipped({**PARTS, name: changed(PARTS[name], changes)}))


@FUZZ
@given(st.lists(TOKENS, max_size=40))
def test_elements_in_any_order(tokens):
    """Elements are closed where they must be, so that what is read is XML."""
    body, open_tags = "", []
    for token in tokens:
        if token.startswith("</"):
            while token[2:] in open_tags:
                last = open_tags.pop()
                body += f"</{last}"
                if last == token[2:]:
                    break
            continue
        body += token
        if token.startswith("<") and not token.endswith("/>") and "</" not in token:
            open_tags.append(token[1:])
    body += "".join(f"</{tag}" for tag in reversed(open_tags))
    document = survive(docx(body + p("末"), STYLES, COUNTED + num(1, 0)))
    assert document is not None
    assert lines(document)[-1].endswith("末")


CELL = st.tuples(st.integers(0, 4), st.sampled_from(["", "restart", "continue"]),
                 st.sampled_from(["", "", "", "restart", "continue"]))


@FUZZ
@given(st.lists(st.tuples(st.integers(0, 3), st.lists(CELL, min_size=1, max_size=5)),
                min_size=1, max_size=6))
def test_merged_cells_never_lie_on_each_other(rows):
    def cell(columns: int, down: str, across: str) -> str:
        return tc("1", span(columns) + "".join(
            f'<w:{name} w:val="{value}"/>' for name, value in (("hMerge", across), ("vMerge", down))
            if value))

    table = tbl(*(tr(*(cell(*one) for one in cells),
                     properties=f'<w:gridBefore w:val="{before}"/>') for before, cells in rows))
    for grid in grids(read(table + p("末"))):
        assert len(grid.rows) == len(rows)
        covered = [(row, column) for cells in grid.rows for one in cells
                   for row in range(one.row, one.row + one.row_span)
                   for column in range(one.column, one.column + one.column_span)]
        assert len(covered) == len(set(covered))
        assert max(row for row, _ in covered) < len(rows)


@FUZZ
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]),
                                 max_size=6), min_size=3, max_size=3), min_size=2, max_size=4))
def test_every_cell_keeps_its_text(rows):
    table = tbl(*(tr("行", "1", *(tc(p(run(text))) for text in cells)) for cells in rows))
    (grid,) = grids(read(table))
    for cells, row in zip(rows, grid.rows, strict=True):
        assert [cell.text for cell in row][2:] == [
            with_ordinary_characters(
                " ".join(text.translate(dict.fromkeys(range(0x200b, 0x2010))).split()))
            for text in cells]
