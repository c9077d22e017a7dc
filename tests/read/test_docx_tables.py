"""Tables of Word files as grids."""

from __future__ import annotations

from word_file import (
    grids,
    lines,
    p,
    read,
    run,
    span,
    tbl,
    tc,
    texts,
    tr,
)

from compliance.model.document import Grid

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def places(grid: Grid) -> list[list[tuple[str, int, int, int]]]:
    return [[(c.text, c.column, c.row_span, c.column_span) for c in row] for row in grid.rows]


def test_merged_cells():
    document = read(tbl(
        tr(tc("勾稽", span(2) + RESTART), tc("申请人", span(3))),
        tr(tc("藏", span(2) + CONTINUE), "自然人", tc("总计", RESTART), "注"),
        tr(tc("一、新收", RESTART), "甲", "1", tc("", CONTINUE), "2"),
        tr(tc("", '<w:vMerge w:val="continue"/>'), "乙", "3", tc("", CONTINUE), "4"),
        tr(tc("断", CONTINUE + span(2)), "5", "6", "7")))
    (grid,) = grids(document)
    assert places(grid) == [
        [("勾稽", 0, 2, 2), ("申请人", 2, 1, 3)],
        [("自然人", 2, 1, 1), ("总计", 3, 3, 1), ("注", 4, 1, 1)],
        [("一、新收", 0, 2, 1), ("甲", 1, 1, 1), ("1", 2, 1, 1), ("2", 4, 1, 1)],
        [("乙", 1, 1, 1), ("3", 2, 1, 1), ("4", 4, 1, 1)],
        [("断", 0, 1, 2), ("5", 2, 1, 1), ("6", 3, 1, 1), ("7", 4, 1, 1)],
    ]
    assert grid.location.path == "tbl[1]"
    assert grid.rows[2][3].location.path == "tbl[1]/tr[3]/tc[5]"


def test_cells_merged_the_old_way_and_rows_that_begin_late():
    across, going_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    document = read(tbl(
        tr(tc("宽", across + RESTART), tc("藏", going_on + RESTART), "右"),
        tr(tc("", across + CONTINUE), tc("", going_on + CONTINUE), "下"),
        tr("尾", "端", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>')))
    assert places(grids(document)[0]) == [
        [("宽", 0, 2, 2), ("右", 2, 1, 1)], [("下", 2, 1, 1)],
        [("尾", 1, 1, 1), ("端", 2, 1, 1)]]


def test_rows_and_cells_in_controls_and_tracked_cells():
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    rows = tbl(tr("规章", control(tc("1")), "2"), control(tr("文件", "3", "4")),
               tr("许可", tc("删", "<w:cellDel/>"), "5", "6"),
               tr(tc("合", '<w:cellMerge w:vMerge="rest"/>'), "7", "8"),
               tr(tc("", '<w:cellMerge w:vMerge="cont"/>'), "9", "10"),
               tr("隐", "11", "12", properties="<w:hidden/>"))
    document = read(control(rows))
    assert texts(grids(document)[0]) == [
        ["规章", "1", "2"], ["文件", "3", "4"], ["许可", "5", "6"], ["合", "7", "8"], ["9", "10"]]


def test_lines_of_a_cell_are_put_together():
    document = read(tbl(
        tr(tc(p("商业企业") + p("（家）")),
           tc(p("<w:r><w:t>1</w:t><w:br/><w:t>200</w:t></w:r>"))),
        tr(tc("<w:p><w:r><w:t>科研</w:t><w:br/><w:t>机构</w:t></w:r></w:p>"), "\u3000 ")))
    assert texts(grids(document)[0]) == [["商业企业（家）", "1  200"], ["科研机构", ""]]


def test_a_picture_in_a_cell_is_not_a_blank():
    picture = "<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r>"
    rule = "<w:r><w:pict><v:line/></w:pict></w:r>"
    document = read(tbl(tr("规章", tc(p(picture)), tc(p(picture + run("3")))),
                        tr("文件", tc(p(rule)), tc(p("<w:r><w:object/></w:r>")))))
    assert texts(grids(document)[0]) == [["规章", "[图片]", "3"], ["文件", "", "[图片]"]]


def test_layout_tables_are_read_through():
    long = "我区认真贯彻落实。" * 30
    inner = tbl(tr("规章", "1"), tr("文件", "2"))
    document = read(tbl(tr(tc(p("一、总体情况") + p(long) + inner + p()))) + tbl(tr("左", long))
                    + tbl(tr("独")) + tbl(tr("甲", tc(inner + p())), tr("乙", "丙")) + tbl())
    assert lines(document) == ["一、总体情况", long, "左", long, "独", "甲", "乙", "丙"]
    assert [grid.location.path for grid in grids(document)] == [
        "tbl[1]/tr[1]/tc[1]/tbl[1]", "tbl[4]/tr[1]/tc[2]/tbl[1]"]
    assert document.blocks[1].location.path == "tbl[1]/tr[1]/tc[1]/p[2]"
    assert grids(document)[0].rows[1][1].location.path == (
        "tbl[1]/tr[1]/tc[1]/tbl[1]/tr[2]/tc[2]")


def test_a_frame_around_one_text_in_a_cell_is_no_table():
    framed = tc(tbl(tr("5")) + p())
    assert texts(grids(read(tbl(tr("规章", framed), tr("文件", "2"))))[0]) == [
        ["规章", "5"], ["文件", "2"]]


def test_ten_thousand_columns():
    document = read(tbl(tr(*(tc(str(n), span(10_000)) for n in range(300))), tr("1", "2")))
    (grid,) = grids(document)
    assert max(c.column + c.column_span for row in grid.rows for c in row) <= 1100
    wide = read(tbl(tr("1", "2", properties='<w:gridBefore w:val="99999999"/>'), tr("3", "4")))
    assert grids(wide)[0].rows[0][0].column == 0
