"""Tables: grids, flat lines, and what must not be guessed."""

from __future__ import annotations

from decimal import Decimal

from documents_by_hand import forms, grid, shown, text_document

from compliance.model.document import Document, Line
from compliance.model.location import Location
from compliance.model.report import CellState, Report, Source
from compliance.recognise import recognise

TITLE = Line("某县教育局2023年政府信息公开工作年度报告", Location(line=1))
HEAD = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
ACROSS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def read(*blocks: object, form: str = "") -> Report:
    return recognise(Document(Source("x.html"), [TITLE, *blocks]), forms(), form)  # type: ignore


def lines(*texts: str) -> list[Line]:
    return [Line(text, Location(line=n)) for n, text in enumerate(texts, 10)]


def test_grid_cells_keep_place_unit_and_state() -> None:
    table = grid([HEAD, ["规章", "/", "不适用", "—"], ["行政规范性文件", "1,234", "", "５件"]], 20)
    report = read(table)
    assert shown(report, "主动公开", "规章") == ["/", "/", "/"]
    assert shown(report, "主动公开", "行政规范性文件") == [1234, None, 5]
    note = report.notes["主动公开", "行政规范性文件", 2]
    assert (note.text, note.unit, note.location) == ("５件", "件", Location(line=22))


def test_grid_columns_follow_their_headers() -> None:
    table = grid([
        ["信息内容", "现行有效件数", "本年废止件数", "本年制发件数"],
        ["规章", "7", "0", "1"], ["行政规范性文件", "30", "2", "4"],
    ])
    report = read(table)
    assert shown(report, "主动公开", "规章") == [1, 0, 7]
    assert shown(report, "主动公开", "行政规范性文件") == [4, 2, 30]


def test_wrong_count_is_unreadable_not_guessed() -> None:
    report = read(*lines("信息内容", *HEAD[1:], "规章", "0", "1", "行政规范性文件", "3", "1", "9"))
    assert shown(report, "主动公开", "规章") == ["?", "?", "?"]
    assert "2" in report.notes["主动公开", "规章", 0].doubt
    assert report.notes["主动公开", "规章", 0].text == "0 1"
    assert shown(report, "主动公开", "行政规范性文件") == [3, 1, 9]


def test_words_in_a_cell_are_unreadable() -> None:
    report = read(grid([HEAD, ["规章", "1", "许多", "3"], ["行政规范性文件", "1", "2", "3"]]))
    assert shown(report, "主动公开", "规章") == [1, "?", 3]
    assert "许多" in report.notes["主动公开", "规章", 1].doubt


def test_misprinted_label_is_read_and_noted() -> None:
    rows = [["", *APPLICANTS],
            ["一、本年新收政府信息公开申请数量", *"1000001"],
            ["二、上年结转政府信息公开申请数量", *"0000000"],
            ["2.其他法律行政止公开", *"0000000"]]
    report = read(grid(rows))
    assert report.labels["申请"] == {"法律行政法规禁止": "2.其他法律行政止公开"}
    assert shown(report, "申请", "法律行政法规禁止") == [0] * 7


def test_group_printed_as_one_row_and_rows_of_no_form() -> None:
    rows = [["", *APPLICANTS],
            ["一、本年新收政府信息公开申请数量", *"5000005"],
            ["（一）予以公开", *"4000004"],
            ["（某）自创的一行内容", *"1000001"],
            ["（六）其他处理", *"1000001"],
            ["（七）总计", *"5000005"]]
    report = read(grid(rows))
    assert shown(report, "申请", "其他处理") == [1, 0, 0, 0, 0, 0, 1]
    assert report.unknown_rows["申请"] == ["（某）自创的一行内容"]
    assert shown(report, "申请", "办理结果总计")[-1] == 5


def test_two_level_header_and_spanning_labels() -> None:
    rows: list = [
        [("申请人情况", 2, 2), ("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
        APPLICANTS[1:6],
        [("一、本年新收政府信息公开申请数量", 1, 2), *"2100003"],
        [("三、本年度办理结果", 3, 1), "（一）予以公开", *"1000001"],
        ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", "1", *"00001"],
        ["（七）总计", *"1100002"],
    ]
    report = read(grid(rows))
    assert shown(report, "申请", "本年新收") == [2, 1, 0, 0, 0, 0, 3]
    assert shown(report, "申请", "部分公开") == [None, 1, 0, 0, 0, 0, 1]
    assert shown(report, "申请", "办理结果总计") == [1, 1, 0, 0, 0, 0, 2]


def across(values: list[str]) -> Document:
    rows: list = [
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [(name, 2, 1) for name in ACROSS] + [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        ACROSS * 2, values,
    ]
    return Document(Source("x"), [TITLE, grid(rows)])


def test_across_in_one_row() -> None:
    report = recognise(across([str(n) for n in range(15)]), forms())
    assert shown(report, "复议诉讼", "行政复议") == [0, 1, 2, 3, 4]
    assert shown(report, "复议诉讼", "复议后起诉") == [10, 11, 12, 13, 14]
    blank = recognise(across([""] * 15), forms())
    assert shown(blank, "复议诉讼", "直接起诉") == [None] * 5


def test_across_with_a_lost_cell_is_unreadable() -> None:
    report = recognise(across([str(n) for n in range(14)]), forms())
    assert all(value is CellState.UNREADABLE
               for row in report.tables["复议诉讼"].values() for value in row)


def test_several_tables_in_one_stream_of_lines() -> None:
    report = read(*lines(
        "二、主动公开政府信息情况", *HEAD, "规章", "0", "0", "6", "行政规范性文件", "1", "2", "3",
        "信息内容", "本年收费金额（单位：万元）", "行政事业性收费", "3.50",
        "三、收到和处理政府信息公开申请情况", *APPLICANTS,
        "一、本年新收政府信息公开申请数量", *"1000001",
        "二、上年结转政府信息公开申请数量", *"0000000",
        "四、政府信息公开行政复议、行政诉讼情况", "行政复议", *ACROSS, *"10001",
    ))
    assert shown(report, "主动公开", "规章") == [0, 0, 6]
    assert report.tables["主动公开"]["行政事业性收费"] == [Decimal("3.50")]
    assert shown(report, "申请", "本年新收") == [1, 0, 0, 0, 0, 0, 1]
    assert shown(report, "复议诉讼", "行政复议") == [1, 0, 0, 0, 1]
    assert [s.id for s in report.sections] == ["主动公开情况", "申请情况", "复议诉讼情况"]
    assert all(not s.text for s in report.sections)


def test_flat_table_without_any_value_is_blank() -> None:
    report = read(*lines("信息内容", *HEAD[1:], "规章", "行政规范性文件", "行政许可"))
    assert shown(report, "主动公开", "规章") == [None, None, None]


def test_flat_row_without_value_among_others_is_unreadable() -> None:
    report = read(*lines(*HEAD, "规章", "行政规范性文件", "1", "2", "3"))
    assert shown(report, "主动公开", "规章") == ["?", "?", "?"]


def test_first_of_two_copies() -> None:
    first = grid([HEAD, ["规章", "1", "1", "1"], ["行政规范性文件", "1", "1", "1"]])
    second = grid([HEAD, ["规章", "2", "2", "2"], ["行政规范性文件", "2", "2", "2"]], 50)
    report = read(first, second)
    assert report.tables["主动公开"] == {"规章": [1, 1, 1], "行政规范性文件": [1, 1, 1]}


def test_bars_units_and_spaces_in_lines() -> None:
    text = "\n".join([
        "某镇2023年政府信息公开工作年度报告", "二、主动公开政府信息情况", "|", "信息内容 |",
        "本年制发件数 | 本年废止件数 | 现行有效件数 |", "规章 | 0 | 0 | |", "行政规范性文件 3 1 8",
        "行政许可", "件", "12",
    ])
    report = recognise(text_document(text), forms())
    assert shown(report, "主动公开", "规章") == [0, 0, None]
    assert shown(report, "主动公开", "行政规范性文件") == [3, 1, 8]
    assert report.notes["主动公开", "行政许可", 0].unit == "件"


def test_prose_is_no_table() -> None:
    report = read(*lines("一、总体情况", "行政许可方面，全年作出决定5件。", "行政复议", "无。"))
    assert report.tables == {}


def test_labels_broken_over_lines() -> None:
    report = read(*lines(
        *APPLICANTS, "一、本年新收政府信息公开申请数量", *"1000001",
        "（六）其他处理", "1.申请人无正当理由逾", "期不补正、行政机关不", "再处理其政府信息公开",
        "申请", *"2000002", "2.其他法律行政止公开", *"3000003",
    ))
    assert shown(report, "申请", "逾期不补正") == [2, 0, 0, 0, 0, 0, 2]


def test_long_documents_take_linear_time() -> None:
    import time

    document = Document(Source("x"), [TITLE, *lines(*["总计", "5", "其他", "行政复议 7"] * 2000)])
    start = time.perf_counter()
    recognise(document, forms())
    assert time.perf_counter() - start < 10


def test_nothing_in_nothing_out() -> None:
    report = recognise(Document(Source("x"), [Line("|", Location()), grid([])]), forms(), "cn-2021")
    assert not report.tables
    assert not report.source.ends


def test_words_that_say_there_is_none_are_values_beside_labels_and_alone() -> None:
    report = read(grid([["信息内容", "本年处理决定数量"], ["行政许可", "没有"], ["行政处罚", "5"],
                        ["行政强制", "无"]]))
    assert shown(report, "主动公开", "行政许可") == [0]
    assert shown(report, "主动公开", "行政强制") == [0]
    across = read(grid([[("行政复议", 1, 5), ("行政诉讼", 1, 10)],
                        [*ACROSS, ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
                        [("", 1, 5), *ACROSS, *ACROSS],
                        ["无", "1", *["无"] * 2, "1", *["无"] * 10]]))
    assert shown(across, "复议诉讼", "行政复议") == [0, 1, 0, 0, 1]


def test_the_figures_of_the_year_before_stand_in_a_column_of_their_own() -> None:
    """A list with last year's figures is read by the column of this year."""
    title = Line("某县教育局2016年政府信息公开工作年度报告", Location(line=1))
    rows = [["指标名称", "单位", "2016年", "2015年"], ["一、主动公开情况", "——", "", ""],
            ["主动公开政府信息数", "条", "40", "31"],
            ["其中：主动公开规范性文件数", "条", "2", "9"],
            ["制发规范性文件总数", "件", "3", "7"]]
    for heads in (["2016年", "2015年"], ["本年度", "上年度"]):
        rows[0][2:] = heads
        blocks: list[object] = [title, grid(rows)]
        report = recognise(Document(Source("x.html"), blocks), forms())  # type: ignore[arg-type]
        assert shown(report, "统计", "主动公开政府信息数") == [40]
        assert shown(report, "统计", "主动公开规范性文件数") == [2]
        assert shown(report, "统计", "制发规范性文件总数") == [3]


def test_a_check_beside_a_full_row_is_no_cell_of_it() -> None:
    heads = ["申请人情况", *APPLICANTS, ""]
    table = grid([heads, ["一、本年新收政府信息公开申请数量", *"3000003", "0"],
                  ["二、上年结转政府信息公开申请数量", *"1000001", "核对"],
                  ["（一）予以公开", "4", *"00000", "", "4"]])
    report = read(table)
    assert shown(report, "申请", "本年新收") == [3, 0, 0, 0, 0, 0, 3]
    assert shown(report, "申请", "上年结转") == [1, 0, 0, 0, 0, 0, 1]
    assert shown(report, "申请", "予以公开") == ["?"] * 7  # Its total may have moved over.
