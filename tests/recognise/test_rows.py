"""Which printed row is which: misprinted, broken and numbered labels, lost cells."""

from __future__ import annotations

from typing import Any

import pytest
from documents_by_hand import forms, grid, shown
from hypothesis import given
from hypothesis import strategies as st

from compliance.model.document import Document, Line
from compliance.model.location import Location
from compliance.model.report import Report, Source
from compliance.recognise import recognise
from compliance.recognise.cells import by_count
from compliance.recognise.labels import normal, unnumbered
from compliance.recognise.stream import PrintedRow, is_value, line_cell

TITLE = Line("某县教育局2023年政府信息公开工作年度报告", Location(line=1))
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
HEAD = ["", *APPLICANTS]
NEW = ["一、本年新收政府信息公开申请数量", *"5100006"]
KEPT = ["二、上年结转政府信息公开申请数量", *"1000001"]
GRANTED = ["（一）予以公开", *"4100005"]
SECRET = "1.属于国家秘密"
UNKNOWN = ["?"] * 7


def read(*rows: list[Any], title: Line = TITLE) -> Report:
    return recognise(Document(Source("x.html"), [title, grid(list(rows))]), forms())


def read_lines(*texts: str, title: Line = TITLE) -> Report:
    lines = [Line(text, Location(line=n)) for n, text in enumerate(texts, 10)]
    return recognise(Document(Source("x.txt"), [title, *lines]), forms())


def applications(*rows: list[Any]) -> Report:
    return read(HEAD, NEW, KEPT, GRANTED, *rows)


# Lost cells


def test_a_row_that_lost_a_cell_is_doubted_as_a_whole() -> None:
    report = applications(["1.信访举报投诉类申请", "2", "0", "0", "0", "0", "2"])
    assert shown(report, "申请", "信访举报投诉") == UNKNOWN
    assert "6" in report.notes["申请", "信访举报投诉", 0].doubt
    assert shown(report, "申请", "本年新收") == [5, 1, 0, 0, 0, 0, 6]


def test_a_row_that_plainly_lost_its_total_keeps_its_values() -> None:
    report = applications(["1.信访举报投诉类申请", "2", "0", "0", "0", "0", "1"])
    assert shown(report, "申请", "信访举报投诉") == [2, 0, 0, 0, 0, 1, "?"]


def test_a_cell_that_reaches_down_is_not_lost() -> None:
    report = applications(
        ["1.信访举报投诉类申请", *"200000", ("2", 2, 1)], ["2.重复申请", *"300000"])
    assert shown(report, "申请", "信访举报投诉") == [2, 0, 0, 0, 0, 0, 2]
    assert shown(report, "申请", "重复申请") == [3, 0, 0, 0, 0, 0, "?"]


def test_one_blank_total_among_many_may_be_a_row_moved_up() -> None:
    more = [["2.重复申请", *"1000001"], ["3.其他", *"2000002"], ["（七）总计", *"7100008"]]
    moved = ["1.信访举报投诉类申请", "2", "0", "0", "0", "0", "2", ""]
    assert shown(applications(moved, *more), "申请", "信访举报投诉") == UNKNOWN
    # Its last value is no total: the row is complete but for the total.
    whole = ["1.信访举报投诉类申请", "2", "0", "0", "0", "0", "0", ""]
    assert shown(applications(whole, *more), "申请", "信访举报投诉") == [2, 0, 0, 0, 0, 0, None]


def test_totals_left_blank_throughout_are_blank() -> None:
    report = read(HEAD, NEW, KEPT, *([label, "2", *"00002", ""] for label in (
        "（一）予以公开", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物")))
    assert shown(report, "申请", "重复申请") == [2, 0, 0, 0, 0, 2, None]


@pytest.mark.parametrize("cell", ["[图片]", "35[1]", "1  200", "见附件"])
def test_one_unreadable_cell_doubts_no_other(cell: str) -> None:
    report = applications(["2.重复申请", cell, *"000009"])
    assert shown(report, "申请", "重复申请") == ["?", 0, 0, 0, 0, 0, 9]
    assert cell in report.notes["申请", "重复申请", 0].doubt


@pytest.mark.parametrize("cell", ["无", "無", " 无 ", "没有"])
def test_none_in_a_cell_is_nought(cell: str) -> None:
    report = applications(["2.重复申请", cell, *"000009"])
    assert shown(report, "申请", "重复申请") == [0, 0, 0, 0, 0, 0, 9]
    assert report.notes["申请", "重复申请", 0].text.strip() == cell.strip()


def test_a_row_of_unreadable_cells_is_not_blank() -> None:
    report = applications(["2.重复申请", *["[图片]"] * 7])
    assert shown(report, "申请", "重复申请") == UNKNOWN


@pytest.mark.parametrize("text", ["3 440", "12 345件", "1\u00a0000"])
def test_figures_in_groups_are_values(text: str) -> None:
    assert is_value(text)
    report = applications(["2.重复申请", "3 440", *"00000", "3440"])
    assert shown(report, "申请", "重复申请") == [3440, 0, 0, 0, 0, 0, 3440]


@pytest.mark.parametrize("text", ["3 44", "1  200", "1 2000", "2023 年度", "第3 440"])
def test_other_figures_are_none(text: str) -> None:
    assert not is_value(text)


def cells(*texts: str) -> PrintedRow:
    return PrintedRow(["x"], [line_cell(text, None) for text in texts])


@pytest.mark.parametrize(("printed", "kept"), [
    (("01", "5", "6"), ["5", "6"]), (("０１", "5", "6"), ["5", "6"]),
    (("", "０１", "5", "6"), ["5", "6"]), (("件", "01", "5", "6"), ["5", "6"]),
    (("", "5", "6"), ["5", "6"]), (("5", "6", "", ""), ["5", "6"]),
    (("", "", "5", "6"), ["5", "6"]), (("", "5", "", ""), None), (("", "5", "", "6"), None),
    (("5",), None), (("5", "6", "7"), None),
])
def test_codes_and_blanks_around_the_values(printed: tuple[str, ...], kept: Any) -> None:
    found = by_count(cells(*printed), 2, "01")
    assert kept == (found and [cell.text for cell in found if cell])


# Labels


@pytest.mark.parametrize(("printed", "compared"), [
    ("①属于国家秘密", "属于国家秘密"), ("其中：①当面申请数", "当面申请数"),
    ("❷传真申请数", "传真申请数"), ("⑴属于国家秘密", "属于国家秘密"),
    ("其 中：1.政府网站", "政府网站"),
    ("其中： 1 .政府 网站公开数", "政府网站公开数"), ("㈠予以公开", "予以公开"),
    ("免予公开范围①", "免予公开范围1"),
])
def test_numbers_of_labels(printed: str, compared: str) -> None:
    assert normal(printed) == compared


@pytest.mark.parametrize(("printed", "compared"), [
    ("規章", "规章"), ("行政處罰", "行政处罚"), ("3.危及「三安全一穩定」", "危及三安全一稳定"),
    ("2.沒有現成信息需要另行製作", "没有现成信息需要另行制作"),
])
def test_labels_in_traditional_characters(printed: str, compared: str) -> None:
    assert normal(printed) == compared


@pytest.mark.parametrize(("printed", "compared"), [
    ("四 行政复议数量", "行政复议数量"), ("4 不同意公开答复数", "不同意公开答复数"),
    ("其中：1 当面申请数", "当面申请数"), ("2023 年度", ""), ("一次性", ""),
])
def test_numbers_that_lost_their_sign(printed: str, compared: str) -> None:
    assert unnumbered(printed) == compared


def test_labels_numbered_in_circles() -> None:
    report = applications(
        [("（三）不予公开", 2, 1), "①属于国家秘密", *"1000001"],
        ["②其他法律行政法规禁止公开", *"2000002"])
    assert shown(report, "申请", "国家秘密") == [1, 0, 0, 0, 0, 0, 1]
    assert shown(report, "申请", "法律行政法规禁止")[-1] == 2
    assert "不予公开" not in report.tables["申请"]


@pytest.mark.parametrize("label", ["1.属于国家秘蜜", "1.属国家秘密"])
def test_a_misprinted_row_is_not_its_group(label: str) -> None:
    report = applications([("（三）不予公开", 2, 1), label, *"1000001"],
                          ["2.其他法律行政法规禁止公开", *"2000002"])
    assert shown(report, "申请", "国家秘密") == [1, 0, 0, 0, 0, 0, 1]
    assert report.labels["申请"] == {"国家秘密": label}
    assert "不予公开" not in report.tables["申请"]


def test_a_row_of_no_form_is_not_its_group() -> None:
    report = applications([("（三）不予公开", 2, 1), "9.当事人自行撤回", *"1000001"],
                          [SECRET, *"2000002"])
    assert "不予公开" not in report.tables["申请"]
    assert report.unknown_rows["申请"] == ["9.当事人自行撤回"]
    assert shown(report, "申请", "国家秘密")[-1] == 2


def test_a_row_that_lost_its_label_is_not_its_group() -> None:
    report = applications([("（三）不予公开", 2, 1), "", *"1000001"],
                          ["2.其他法律行政法规禁止公开", *"2000002"])
    assert "不予公开" not in report.tables["申请"]
    assert shown(report, "申请", "国家秘密") == ["?"] * 7


FUJIAN = Line("福建省某县某局2017年政府信息公开工作年度报告", Location(line=1))
INDICATORS = ["主动公开文件数", "其中:1.政府网站公开数", "2.政府公报公开数",
              "受理政府信息公开申请总数", "其中:1.当面申请数", "2.网络申请数"]


def indicators(*rows: list[Any]) -> Report:
    return read(["指标名称", "单位", "2017", "历年累计"], *rows, title=FUJIAN)


def test_a_short_misprint_is_read_at_its_place() -> None:
    report = indicators(*([label.replace("面", "而"), "件", str(n), "9"]
                          for n, label in enumerate(INDICATORS)))
    assert shown(report, "指标", "当面申请数") == [4, 9]
    assert report.labels["指标"] == {"当面申请数": "其中:1.当而申请数"}


def test_words_like_no_row_are_read_nowhere() -> None:
    report = indicators(["主动公开文件数", "条", "1", "9"], ["柜台申请数", "件", "2", "9"],
                        ["其中:1.同意公开答复数", "件", "3", "9"])
    assert set(report.tables["指标"]) == {"主动公开文件数", "同意公开答复数"}
    assert report.unknown_rows["指标"] == ["柜台申请数"]


# Labels broken over rows


BLANKS = [""] * 7


def test_a_label_that_ends_in_the_row_below() -> None:
    report = applications(["8.属于行", *"3000003"], ["政查询事项", *BLANKS])
    assert shown(report, "申请", "行政查询事项") == [3, 0, 0, 0, 0, 0, 3]
    assert not report.unknown_rows


def test_a_label_that_begins_in_the_row_above() -> None:
    report = applications(["8.属于行", *BLANKS], ["政查询事项", *"3000003"])
    assert shown(report, "申请", "行政查询事项") == [3, 0, 0, 0, 0, 0, 3]


def test_a_number_above_its_label() -> None:
    rows = [[label, "件", str(n), "9"] for n, label in enumerate(INDICATORS)]
    rows[4:5] = [["其中：1.", "件", "4", "9"], ["当面申请数", "", "", ""]]
    assert shown(indicators(*rows), "指标", "当面申请数") == [4, 9]


def test_blanks_below_a_row_that_nobody_knows_are_not_taken() -> None:
    report = applications(["8.属XXXX", *"3000003"], ["行政查询事顶", *BLANKS])
    assert "行政查询事项" not in report.tables["申请"]


def test_a_blank_row_with_its_own_label_is_blank() -> None:
    report = applications(["8.属于行政查询事项", *BLANKS], ["7.属于行政执法案卷", *"1000001"])
    assert shown(report, "申请", "行政查询事项") == [None] * 7


def test_lines_around_a_row_hold_its_label() -> None:
    title, head = TITLE, grid([HEAD, NEW, KEPT, GRANTED])
    below = grid([["具已获取信息", *"2000002"], ["3.其他", *"1000001"]], 40)
    report = recognise(Document(Source("x.pdf"), [
        title, head, Line("5.要求行政机关确认或重新出", Location(line=39)), below]), forms())
    assert shown(report, "申请", "确认或重新出具") == [2, 0, 0, 0, 0, 0, 2]


# Numbers of rows


def test_a_column_of_serial_numbers() -> None:
    rows = [[str(n), label, "件", str(n + 10), "99"] for n, label in enumerate(INDICATORS, 1)]
    report = read(["序号", "指标名称", "单位", "2017", "历年累计"], *rows, title=FUJIAN)
    assert [report.tables["指标"][row][0] for row in ("主动公开文件数", "网络申请数")] == [11, 16]
    assert not report.unknown_rows


def test_serial_numbers_on_lines_of_their_own() -> None:
    lines = [text for n, label in enumerate(INDICATORS, 1)
             for text in (str(n), label, "件", str(n + 1), "99")]
    report = read_lines("序号", "指标名称", "单位", "2017", "历年累计", *lines, title=FUJIAN)
    assert [report.tables["指标"][row] for row in ("主动公开文件数", "网络申请数")] == [
        [2, 99], [7, 99]]


@given(st.lists(st.integers(0, 9999), min_size=6, max_size=6))
def test_serial_numbers_are_never_values(values: list[int]) -> None:
    rows = [[str(n), label, "件", str(value), "9999"]
            for n, (label, value) in enumerate(zip(INDICATORS, values, strict=True), 1)]
    report = read(["序号", "指标名称", "单位", "2017", "历年累计"], *rows, title=FUJIAN)
    assert [row[0] for row in report.tables["指标"].values()] == values
