"""Tables by their ruling lines, over pages, and without lines."""

from __future__ import annotations

import pytest
from drawing import FONT, Cell, Paper, cells_of
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from compliance.model.document import Document, Grid, Line

ROWS = [["信息内容", "制发件数", "废止件数"], ["规章", "2", "1"], ["规范性文件", "50", "227"]]
WIDTHS, HEIGHTS = [120, 90, 90], [22, 22, 22]


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def shown(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("draw", ["line", "bar", "double", "dashes"])
@pytest.mark.parametrize("outer", [True, False], ids=["closed", "without outer lines"])
def test_ways_to_draw_a_table(read, draw, outer):
    paper = Paper()
    paper.table(80, 100, WIDTHS, HEIGHTS, cells_of(ROWS), draw=getattr(paper, draw), outer=outer)
    (grid,) = grids(document := read(paper))
    assert shown(grid) == ROWS
    assert not lines(document)


def test_one_rectangle_for_each_cell(read):
    paper = Paper()
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            # As browsers print tables: borders of neighbours two points apart.
            x, y = 80 + 92 * column, 100 + 24 * row
            paper.canvas.rect(x, paper.height - y - 22, 90, 22)
            paper.text(x + 5, y + 5, text, 10)
    (grid,) = grids(read(paper))
    assert shown(grid) == ROWS


def test_lines_in_a_form_that_is_placed_on_the_page(read):
    paper = Paper()
    paper.canvas.beginForm("table")
    paper.table(0, 742, [60, 60], [20, 20], cells_of([["规章", "12"], ["总计", "12"]]), size=8)
    paper.canvas.endForm()
    paper.canvas.saveState()
    paper.canvas.translate(100, 300)
    paper.canvas.scale(1.5, 1.5)
    paper.canvas.doForm("table")
    paper.canvas.restoreState()
    (grid,) = grids(read(paper))
    assert shown(grid) == [["规章", "12"], ["总计", "12"]]
    assert grid.location.box == pytest.approx((100, 392, 280, 452), abs=1)


def test_merged_cells(read):
    cells = [Cell(0, 0, "申请人情况", 2), Cell(0, 1, "法人", 1, 2), Cell(1, 1, "企业"),
             Cell(1, 2, "机构"), Cell(2, 0, "新收"), Cell(2, 1, "1"), Cell(2, 2, "")]
    paper = Paper()
    paper.table(80, 100, WIDTHS, HEIGHTS, cells)
    (grid,) = grids(read(paper))
    assert [[(c.text, c.row, c.column, c.row_span, c.column_span) for c in row]
            for row in grid.rows] == [
        [("申请人情况", 0, 0, 2, 1), ("法人", 0, 1, 1, 2)],
        [("企业", 1, 1, 1, 1), ("机构", 1, 2, 1, 1)],
        [("新收", 2, 0, 1, 1), ("1", 2, 1, 1, 1), ("", 2, 2, 1, 1)]]
    assert grid.rows[2][1].location.box == pytest.approx((200, 144, 290, 166), abs=0.5)
    assert grid.rows[2][1].location.page == 1


def test_missing_lines_that_leave_no_rectangle(read):
    paper = Paper()
    for x in (80, 180, 280):
        paper.line(x, 100, x, 160)
    for y in (100, 160):
        paper.line(80, y, 280, y)
    paper.line(80, 130, 280, 130)
    # A stump that parts only half of a row.
    paper.line(230, 130, 230, 160)
    for x, y, text in ((90, 110, "甲"), (190, 110, "乙"), (90, 140, "丙"), (190, 140, "1"),
                       (240, 140, "2")):
        paper.text(x, y, text, 10)
    (grid,) = grids(read(paper))
    assert shown(grid) == [["甲", "乙"], ["丙", "1", "2"]]
    assert grid.rows[0][1].column_span == 2


def single(read, text: str = "", width: float = 60, **spread: float) -> str:
    """What is read from one cell beside another."""
    paper = Paper()
    paper.table(80, 100, [60, width], [60, 20],
                [Cell(0, 0, "标签"), Cell(0, 1, "" if spread else text), Cell(1, 0, "甲"),
                 Cell(1, 1, "1")], size=10)
    if spread:
        paper.spread(145, 125, text, size=10, **spread)
    return grids(read(paper))[0].rows[0][1].text


def test_label_broken_over_lines(read):
    assert single(read, "社会\n公益\n组织") == "社会公益组织"
    assert single(read, "三\n、\n本\n年\n度") == "三、本年度"


def test_spread_words_and_numbers_in_cells(read):
    assert single(read, "总 计") == "总计"
    assert single(read, "总计", width=120, step=50) == "总计"
    assert single(read, "1 2") == "12"
    assert single(read, "123", step=9) == "123"
    assert single(read, "2 0 2 3 年") == "2023年"
    assert single(read, "7730 . 28") == "7730.28"


def test_figures_of_two_columns_without_a_line_between_are_not_one_number(read):
    assert single(read, "12", step=25) == "1 2"
    assert single(read, "1\n2") == "1 2"


def test_a_number_broken_in_a_narrow_cell_is_one_number(read):
    assert single(read, "15731\n79", width=32) == "1573179"


def test_dash_and_slash_are_kept(read):
    assert single(read, "—") == "—"
    assert single(read, "-") == "-"
    assert single(read, "/") == "/"


def test_label_that_reads_downwards_in_two_columns(read):
    paper = Paper()
    paper.table(80, 100, [40, 60], [140], [Cell(0, 0), Cell(0, 1, "5")])
    paper.down(102, 115, "三、本年度", 10)
    paper.down(88, 115, "办理结果", 10)
    assert grids(read(paper))[0].rows[0][0].text == "三、本年度办理结果"


@pytest.mark.parametrize("scale", [1.0, 0.05, 20.0])
def test_label_in_a_font_for_vertical_text(read, scale):
    font = UnicodeCIDFont(FONT, isVertical=True)
    font.fontName = font.name = "Downwards"
    pdfmetrics.registerFont(font)
    paper = Paper()
    paper.table(80, 100, [40, 60, 60], [70, 70], [
        Cell(0, 0, rows=2), Cell(0, 1, "予以公开"), Cell(0, 2, "5"), Cell(1, 1, "总计"),
        Cell(1, 2, "5")])
    paper.canvas.saveState()
    paper.canvas.translate(100, paper.height - 115)
    paper.canvas.scale(scale, scale)
    paper.canvas.setFont(font.fontName, 10 / scale)
    paper.canvas.drawString(0, 0, "三、本年度办理结果")
    paper.canvas.restoreState()
    assert shown(grids(read(paper))[0]) == [["三、本年度办理结果", "予以公开", "5"],
                                            ["总计", "5"]]


def test_label_that_is_turned_in_its_cell(read):
    paper = Paper()
    paper.text(80, 60, "三、收到和处理政府信息公开申请情况", 14)
    paper.table(80, 100, [40, 60, 60], [70, 70], [
        Cell(0, 0, rows=2), Cell(0, 1, "予以公开"), Cell(0, 2, "5"), Cell(1, 1, "总计"),
        Cell(1, 2, "5")])
    paper.canvas.saveState()
    paper.canvas.translate(105, paper.height - 220)
    paper.canvas.rotate(90)
    paper.canvas.setFont(paper.font, 10)
    paper.canvas.drawString(0, 0, "本年度办理结果")
    paper.canvas.restoreState()
    document = read(paper)
    assert shown(grids(document)[0]) == [["本年度办理结果", "予以公开", "5"], ["总计", "5"]]
    assert lines(document) == ["三、收到和处理政府信息公开申请情况"]


def test_text_of_a_table_is_no_line_and_lines_keep_their_order(read):
    paper = Paper()
    paper.text(80, 70, "二、主动公开政府信息情况", 14)
    end = paper.table(80, 100, WIDTHS, HEIGHTS, cells_of(ROWS))
    paper.text(80, end + 12, "三、收到和处理政府信息公开申请情况", 14)
    blocks = read(paper).blocks
    assert [type(block) for block in blocks] == [Line, Grid, Line]
    assert blocks[0].text == "二、主动公开政府信息情况"


@pytest.mark.parametrize("cut_open", [True, False])
def test_a_table_over_three_pages_is_one(read, cut_open):
    paper = Paper()
    for page in range(3):
        rows = [["甲组" if page == 0 else "", f"{page}行{n}", str(10 * page + n)] for n in range(3)]
        cells = [Cell(0, 0, rows[0][0], 3, cut_above=cut_open and page > 0,
                      cut_below=cut_open and page < 2)]
        cells += [Cell(n, c, rows[n][c]) for n in range(3) for c in (1, 2)]
        paper.table(80, 700 if page == 0 else 80, WIDTHS, HEIGHTS, cells)
        paper.text(290, 800, f"- {page + 1} -", 10)
        if page < 2:
            paper.next_page()
    (grid,) = grids(document := read(paper))
    assert len(grid.rows) == 9
    assert grid.rows[0][0].row_span == 9
    assert [row[-1].text for row in grid.rows] == ["0", "1", "2", "10", "11", "12", "20", "21",
                                                  "22"]
    assert [row[-1].location.page for row in grid.rows] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert not lines(document)


def test_other_columns_below_the_page_break_and_other_margins(read):
    paper = Paper()
    paper.table(80, 700, WIDTHS, HEIGHTS, cells_of(ROWS))
    paper.next_page()
    paper.table(95, 80, [120, 180], [22, 22], cells_of([["信息内容", "决定数量"], ["许可", "550"]]))
    (grid,) = grids(read(paper))
    assert shown(grid) == [*ROWS, ["信息内容", "决定数量"], ["许可", "550"]]
    assert (grid.rows[4][1].column, grid.rows[4][1].column_span) == (1, 2)


def test_left_and_right_pages(read):
    paper = Paper()
    for page in range(4):
        paper.table(80 + page % 2 * 30, 740 if page == 0 else 80, WIDTHS, [22],
                    cells_of([[f"第{page}行", str(page), "0"]]))
        if page < 3:
            paper.next_page()
    (grid,) = grids(read(paper))
    assert [row[1].text for row in grid.rows] == ["0", "1", "2", "3"]


def test_repeated_head_is_left_out_and_another_head_is_not(read):
    paper = Paper()
    paper.table(80, 700, WIDTHS, HEIGHTS, cells_of(ROWS))
    for rows in ([ROWS[0], ["其他", "0", "0"]], [["名称", "甲", "乙"], ["费用", "3", "4"]]):
        paper.next_page()
        paper.table(80, 80, WIDTHS, HEIGHTS[:2], cells_of(rows))
    (grid,) = grids(read(paper))
    assert shown(grid) == [*ROWS, ["其他", "0", "0"], ["名称", "甲", "乙"], ["费用", "3", "4"]]


def test_rows_of_an_open_table_over_pages_stay_rows(read):
    paper = Paper()
    paper.table(80, 740, WIDTHS, [22], cells_of([ROWS[0]]), outer=False)
    paper.line(80, 740, 380, 740)
    paper.next_page()
    paper.table(80, 80, WIDTHS, HEIGHTS[:2], cells_of(ROWS[1:]), outer=False)
    (grid,) = grids(read(paper))
    assert shown(grid) == ROWS


def test_tables_with_text_between_or_of_another_width_stay_apart(read):
    paper = Paper()
    paper.table(80, 700, WIDTHS, HEIGHTS, cells_of(ROWS))
    paper.next_page()
    paper.text(80, 150, "四、政府信息公开行政复议、行政诉讼情况", 14)
    paper.table(80, 180, WIDTHS, HEIGHTS, cells_of(ROWS))
    paper.next_page()
    paper.table(80, 80, [120, 90, 160], HEIGHTS, cells_of(ROWS))
    assert len(grids(read(paper))) == 3


def test_a_row_printed_on_both_sides_of_a_page_break_is_one_row(read):
    paper = Paper()
    label = "5.要求行政机关确认或重新"
    paper.table(80, 740, [130, 50, 50], [22], cells_of([[label, "3", "4"]]))
    paper.next_page()
    paper.table(80, 80, [130, 50, 50], [22, 22],
                cells_of([["出具已获取信息", "", ""], ["（六）其他处理", "", ""]]))
    (grid,) = grids(read(paper))
    assert shown(grid) == [[f"{label}出具已获取信息", "3", "4"], [],
                           ["（六）其他处理", "", ""]]


def test_figures_below_a_page_break_are_no_rest_of_the_head_above_it(read):
    """A head over two rows, one character in a line, and its figures on the next page."""
    paper = Paper()
    paper.table(80, 620, [40, 40, 40], [22, 110], [
        Cell(0, 0, "结果维持", rows=2, down=True), Cell(0, 1, "行政诉讼", columns=2),
        Cell(1, 1, "结果纠正", down=True), Cell(1, 2, "总计", down=True)])
    paper.next_page()
    paper.table(80, 80, [40, 40, 40], [22], cells_of([["2", "1", "3"]]))
    (grid,) = grids(read(paper))
    assert shown(grid) == [["结果维持", "行政诉讼"], ["结果纠正", "总计"], ["2", "1", "3"]]


def test_an_unfilled_row_below_a_page_break_is_a_row(read):
    paper = Paper()
    paper.table(80, 740, WIDTHS, [22], cells_of([["行政处罚", "5", "6"]]))
    paper.next_page()
    paper.table(80, 80, WIDTHS, [22], cells_of([["行政强制", "", ""]]))
    (grid,) = grids(read(paper))
    assert shown(grid) == [["行政处罚", "5", "6"], ["行政强制", "", ""]]


def test_frames_and_underlines_are_no_tables(read):
    paper = Paper()
    paper.canvas.rect(30, 30, 535, 782)
    paper.text(200, 60, "某县文件", 20)
    paper.line(80, 90, 515, 90, 2)
    paper.text(80, 100, "一、总体情况", 14)
    paper.line(80, 116, 170, 116)
    paper.table(80, 140, WIDTHS, HEIGHTS, cells_of(ROWS))
    document = read(paper)
    assert lines(document) == ["某县文件", "一、总体情况"]
    assert shown(grids(document)[0]) == ROWS


def test_text_in_a_box_is_text(read):
    paper = Paper()
    paper.table(80, 100, [400], [60], [Cell(0, 0, "说明：本表由各单位填报")])
    paper.table(80, 300, [100, 300], [160],
                [Cell(0, 0, "概述"), Cell(0, 1, "\n".join(["各单位依照规定公开政府信息"] * 13))])
    document = read(paper)
    assert not grids(document)
    assert lines(document)[:2] == ["说明：本表由各单位填报", "概述"]


def test_chart_grid_without_text_is_no_table(read):
    paper = Paper()
    for n in range(6):
        paper.line(100, 200 + 20 * n, 300, 200 + 20 * n)
        paper.line(100 + 40 * n, 200, 100 + 40 * n, 300)
    paper.text(100, 320, "图一", 10)
    document = read(paper)
    assert lines(document) == ["图一"]
    assert not grids(document)


COLUMNS = (330, 400, 470)


def unruled(paper: Paper, rows: list[tuple[str, list[str]]], y: float = 120) -> None:
    for number, (label, values) in enumerate(rows):
        paper.text(80, y + 20 * number, label, 11)
        for x, value in zip(COLUMNS, values, strict=False):
            paper.text(x - paper.width_of(value, 11) / 2, y + 20 * number, value, 11)


def test_table_without_lines(read):
    paper = Paper()
    paper.text(80, 80, "二、主动公开政府信息情况", 14)
    unruled(paper, [("信息内容", ["制发件数", "废止件数", "有效件数"]), ("规章", ["2", "1", "12"]),
                    ("行政规范性文件", ["50", "227", "420"]), ("其他文件", ["7", "", "3"]),
                    ("合计", ["59", "228", "435"])])
    document = read(paper)
    (grid,) = grids(document)
    assert shown(grid) == [["信息内容", "制发件数", "废止件数", "有效件数"],
                           ["规章", "2", "1", "12"], ["行政规范性文件", "50", "227", "420"],
                           ["其他文件", "7", "", "3"], ["合计", "59", "228", "435"]]
    assert lines(document) == ["二、主动公开政府信息情况"]


def test_table_with_only_horizontal_lines(read):
    paper = Paper()
    for y in (112, 136, 200):
        paper.line(70, y, 520, y)
    unruled(paper, [("信息内容", ["制发件数", "废止件数", "有效件数"]), ("规章", ["2", "1", "12"]),
                    ("文件", ["50", "227", "420"]), ("合计", ["52", "228", "432"])])
    (grid,) = grids(read(paper))
    assert shown(grid)[1] == ["规章", "2", "1", "12"]


def test_figures_that_do_not_stand_straight_stay_lines(read):
    paper = Paper()
    for number, x in enumerate((300, 340, 370, 310)):
        paper.text(80, 120 + 20 * number, f"第{'甲乙丙丁'[number]}项", 11)
        paper.text(x, 120 + 20 * number, "12", 11)
        paper.text(x + 45, 120 + 20 * number, "7", 11)
    document = read(paper)
    assert not grids(document)
    assert lines(document) == ["第甲项 12 7", "第乙项 12 7", "第丙项 12 7", "第丁项 12 7"]
