"""Tables wider than the paper, or than the frame that a browser prints into."""

from __future__ import annotations

import pytest
from drawing import Paper, cells_of
from whole_report import SAMPLE, whole_report

from compliance import api
from compliance.model.document import Document, Grid, Line
from compliance.model.report import CellState

ROWS = [["申请", "自然人", "商业企业", "总计"], ["本年新收", "821", "38", "859"],
        ["上年结转", "13", "5", "18"], ["结转下年度", "70", "2", "72"]]
WIDTHS, HEIGHTS = [120, 90, 90, 60], [22, 22, 22, 22]


def words(document: Document) -> str:
    return "\n".join(
        block.text if isinstance(block, Line) else "\n".join(
            " ".join(cell.text for cell in row) for row in block.rows)
        for block in document.blocks)


def doubted(document: Document) -> list[list[bool]]:
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    return [[bool(cell.doubt) for cell in row] for row in grid.rows]


@pytest.mark.parametrize("paper_edge", [330, 331, 334, 337, 345])
def test_last_column_off_the_paper_is_in_doubt(read, paper_edge):
    paper = Paper((paper_edge, 400))
    paper.table(2, 60, WIDTHS, HEIGHTS, cells_of(ROWS))
    assert doubted(read(paper)) == [[False, False, False, True]] * 4


def test_table_that_ends_before_the_edge_is_whole(read):
    for edge in (363, 370, 595):
        paper = Paper((edge, 400))
        paper.table(2, 60, WIDTHS, HEIGHTS, cells_of(ROWS))
        assert doubted(read(paper)) == [[False] * 4] * 4


def test_table_without_sides_is_whole(read):
    paper = Paper()
    paper.table(80, 60, WIDTHS, HEIGHTS, cells_of(ROWS), outer=False)
    assert doubted(read(paper)) == [[False] * 4] * 4


def framed(edge: float) -> Paper:
    """A page of which only what stands before ``edge`` is shown."""
    paper = Paper()
    frame = paper.canvas.beginPath()
    frame.rect(30, 30, edge - 30, paper.height - 60)
    paper.canvas.clipPath(frame, stroke=0, fill=0)
    return paper


@pytest.mark.parametrize("kept", [0.25, 1.25, 2.25])
def test_number_that_crosses_the_frame_is_unreadable(read, kept):
    """In a table without lines, in running text, and in a table with lines."""
    digit = Paper().width_of("8", 10)
    edge = 300 + kept * digit
    paper = framed(edge)
    for row, (label, first, second) in enumerate(
            [("本年新收", "41", "859"), ("上年结转", "62", "718"), ("结转下年度", "53", "572")]):
        paper.text(60, 100 + 20 * row, label, 10)
        paper.text(200, 100 + 20 * row, first, 10)
        paper.text(300, 100 + 20 * row, second, 10)
    paper.text(300 - paper.width_of("共收到", 10), 300, "共收到859件", 10)
    text = words(read(paper))
    assert "本年新收" in text
    assert "41" in text
    assert "共收到………件" in text
    assert set("".join(c if c.isdigit() else " " for c in text).split()) == {"41", "62", "53"}

    paper = framed(edge)
    paper.table(60, 100, [100, 120, 60], [22, 22],
                cells_of([["申请", "41", ""], ["结转", "62", ""]]))
    paper.text(300, 105, "859", 10)
    assert doubted(read(paper))[0] == [False, False, True]


def test_text_that_is_framed_and_whole_is_read(read):
    paper = framed(500)
    paper.table(80, 60, WIDTHS, HEIGHTS, cells_of(ROWS))
    paper.text(80, 200, "共收到859件", 10)
    document = read(paper)
    assert doubted(document) == [[False] * 4] * 4
    assert "共收到859件" in words(document)


@pytest.mark.parametrize("edge", [*range(496, 526, 4), 527])
def test_no_figure_of_a_report_is_shortened(tmp_path, edge):
    """On a paper that ends within the last column each figure is right, or unreadable."""
    path = tmp_path / "report.pdf"
    wide = whole_report()
    assert wide.count(b"0 0 595 842") > 3
    path.write_bytes(wide.replace(b"0 0 595 842", f"0 0 {edge} 842".encode()))
    printed, source = api.read(str(path)), api.read(str(SAMPLE))
    for table, rows in source.tables.items():
        for row, values in rows.items():
            for at, value in enumerate(values):
                seen = printed.tables[table][row][at]
                assert seen in (value, CellState.UNREADABLE)
                if seen is CellState.UNREADABLE:
                    assert at == len(values) - 1
                    assert "页面边缘" in printed.notes[table, row, at].doubt
    lost = printed.tables["申请"]["本年新收"][-1] is CellState.UNREADABLE
    assert lost == (edge < 526)
