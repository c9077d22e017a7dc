"""Tables that conversion tore, tables printed across, and what stands around tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from documents_by_hand import forms, grid, shown, text_document

from compliance.model.document import Document, Grid, Line
from compliance.model.location import Location
from compliance.model.report import Report, Source
from compliance.recognise import recognise

TITLE = Line("某县教育局2023年政府信息公开工作年度报告", Location(line=1))
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
ACROSS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def line(text: str, number: int = 50) -> Line:
    return Line(text, Location(line=number))


def read(*blocks: Line | Grid) -> Report:
    return recognise(Document(Source("x"), [TITLE, *blocks]), forms())


# Rows that lost their labels


def torn(total: str, *, stray: bool = False) -> Report:
    """A table whose rows 部分公开 and 不掌握 stand without their labels."""
    nothing = "0000000"
    rows: list[Any] = [
        ["", *APPLICANTS],
        ["一、本年新收政府信息公开申请数量", *"9000009"],
        ["二、上年结转政府信息公开申请数量", *nothing],
        ["（一）予以公开", *"2000002"], [*"1000001"], ["1.属于国家秘密", *nothing],
        *([label, *nothing] for label in (
            "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
            "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷")),
        ["8.属于行政查询事项", *"1000001"], [*"4000004"],
        ["2.没有现成信息需要另行制作", *nothing], ["3.补正后申请内容仍不明确", *nothing],
    ]
    below = [
        *([label, *nothing] for label in (
            "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息", "1.逾期不补正", "2.逾期不缴费", "3.其他")),
        ["（七）总计", total, *"00000", total],
        ["四、结转下年度继续办理", "1", *"00000", "" if stray else "1"],
    ]
    strayed = [line("1")] if stray else []
    return read(grid(rows), *strayed, grid(below, 60))


def test_rows_without_labels_go_to_their_places_when_the_table_adds_up() -> None:
    report = torn("8")
    assert shown(report, "申请", "部分公开") == [1, 0, 0, 0, 0, 0, 1]
    assert shown(report, "申请", "不掌握") == [4, 0, 0, 0, 0, 0, 4]
    assert not report.notes["申请", "不掌握", 0].doubt
    assert report.matches["申请"]["不掌握"].columns == "order"


def test_rows_without_labels_are_doubted_when_it_does_not() -> None:
    report = torn("7")
    assert shown(report, "申请", "部分公开") == ["?"] * 7
    assert shown(report, "申请", "不掌握") == ["?"] * 7
    assert report.notes["申请", "不掌握", 0].doubt
    assert shown(report, "申请", "予以公开") == [2, 0, 0, 0, 0, 0, 2]


def test_a_blank_is_doubted_where_a_value_strayed_off() -> None:
    assert shown(torn("8"), "申请", "结转下年度") == [1, 0, 0, 0, 0, 0, 1]
    report = torn("8", stray=True)
    assert shown(report, "申请", "结转下年度") == [1, 0, 0, 0, 0, 0, "?"]
    assert report.notes["申请", "结转下年度", 6].doubt


# 表四


def test_across_with_spans_as_blank_cells() -> None:
    values = [str(n) for n in range(15)]
    report = read(grid([
        ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
        [*ACROSS, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
        [*[""] * 5, *ACROSS, *ACROSS], values]))
    assert shown(report, "复议诉讼", "行政复议") == [0, 1, 2, 3, 4]
    assert shown(report, "复议诉讼", "复议后起诉") == [10, 11, 12, 13, 14]


def test_across_with_a_blank_first_cell() -> None:
    report = read(grid([
        ["行政复议", "行政诉讼"], [*ACROSS, "未经复议直接起诉", "复议后起诉"], [*ACROSS, *ACROSS],
        ["", *"0001", *"00000", *"00000"]]))
    assert shown(report, "复议诉讼", "行政复议") == [None, 0, 0, 0, 1]


@pytest.mark.parametrize("heading", [
    "政府信息公开行政复议、行政诉讼情况", "四．政府信息公开行政复议、行政诉讼情况",
    "第四部分　政府信息公开行政复议、行政诉讼情况", "四 、政府信息公开行政复议、行政诉讼情况：",
    "政府信息公开工作行政复议、行政诉讼情况",
])
def test_a_heading_above_table_four_is_none_of_its_words(heading: str) -> None:
    table = grid([
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [(name, 2, 1) for name in ACROSS] + [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        ACROSS * 2, ["0"] * 15], 60)
    number = "" if heading[0] == "政" else "一、"
    if heading.startswith("政府信息公开工作"):
        number, heading = "一、", f"四、{heading}"
    report = read(line(f"{number}总体情况"), line("全年平稳。"), line(heading), table)
    assert [section.id for section in report.sections] == ["总体情况", "复议诉讼情况"]
    assert shown(report, "复议诉讼", "行政复议") == [0] * 5


# Around tables


def test_headings_without_numbers_may_be_worded_a_little_otherwise() -> None:
    report = read(line("总体情况"), line("平稳。"), line("主动公开政府信息情况"), line("如下。"),
                  line("收到和处理政府信息公开工作申请情况"), line("主动公开的政府信息情况良好。"))
    assert [section.id for section in report.sections] == ["总体情况", "主动公开情况", "申请情况"]


def test_the_words_of_heads_are_no_text() -> None:
    report = recognise(text_document("\n".join((
        "某县教育局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", "如下。",
        "（本列数据的勾稽关系为：第一项加第二项之和，", "等于第三项加第四项之和） 申请人情况",
        "自然人 法人或其他组织 总计", "商业企科研机社会公益法律服", "其他",
        "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1",
        "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0", "五、存在的主要问题及改进情况", "无。",
    ))), forms())
    assert [section.text for section in report.sections] == ["如下。", "无。"]
    assert shown(report, "申请", "本年新收") == [1, 0, 0, 0, 0, 0, 1]


def test_a_preamble_begins_below_a_title_of_two_lines() -> None:
    preface = "本报告由教育局按照格式编制，全文由总体情况等六个部分组成，数据均截至年底。"
    report = recognise(text_document("\n".join((
        "某县教育体育局2023年政府信息公开工作", "年度报告", "发布日期：2024-01-16", preface,
        "一、总体情况", "平稳。"))), forms())
    assert report.title == "某县教育体育局2023年政府信息公开工作年度报告"
    assert report.preamble == preface


def annexed(*tail: str) -> Report:
    table = grid([["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
                  ["规章", "1", "2", "3"], ["行政规范性文件", "4", "5", "6"]], 80)
    return read(line("六、其他需要报告的事项"), line("没有需要报告的其他事项。"),
                *map(line, tail), line("附表：主动公开政府信息情况"), table)


def test_a_signature_may_stand_before_the_tables_of_an_annex() -> None:
    report = annexed("某县教育局", "2024年1月16日")
    assert report.signed == date(2024, 1, 16)
    assert report.sections[-1].text == "没有需要报告的其他事项。"
    assert shown(report, "主动公开", "规章") == [1, 2, 3]


def test_a_date_before_a_table_is_no_signature() -> None:
    assert annexed("2023年12月31日").signed is None


def test_a_notice_says_where_it_comes_from_by_who_issues_it() -> None:
    notice = "莆田市人民政府办公室关于做好2015年度政府信息公开工作年度报告有关事项的通知"
    report = recognise(text_document(f"{notice}\n一、概述\n略。"), forms())
    assert (report.jurisdiction, report.form) == ("CN-FJ", "cn-fj-2014")
