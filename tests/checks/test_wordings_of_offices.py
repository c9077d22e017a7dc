# ruff: noqa: E501 (sentences under test stay in one piece)
"""Preambles, periods and slips as offices really write them."""

import pytest

from compliance.model.report import Report, Section

BODY = [Section(heading, "文。", name) for heading, name in (
    ("一、总体情况", "总体情况"), ("二、主动公开政府信息情况", "主动公开情况"),
    ("三、收到和处理政府信息公开申请情况", "申请情况"),
    ("四、存在的主要问题及改进情况", "问题及改进"), ("五、其他需要报告的事项", "其他事项"))]


def announced(run, aspect, preamble):
    seen = run("contents_announced", Report(preamble=preamble, sections=BODY),
               settings={"aspect": aspect})
    return [each.outcome.value for each in seen], "".join(each.subject.zh for each in seen)


@pytest.mark.parametrize("preamble", [
    "全文由主动公开政府信息情况、依申请公开情况、政策解读、回应社会关切、行政复议、行政诉讼和举报投诉情况、"
    "机构建设、信息公开培训等7个方面的内容构成。",
    "全文包括基本工作情况、主动公开情况、依申请公开情况、复议诉讼情况、存在问题及工作打算等五部分。",
    "全文包括总体情况、主动公开情况、存在的主要问题及下步工作安排等三部分。",
])
def test_parts_are_counted_as_a_reader_counts_them(run, preamble):
    assert announced(run, "count", preamble)[0] == ["pass"]


def test_too_few_parts_are_still_found(run):
    preamble = ("全文由总体情况，主动公开政府信息情况，政府信息公开行政复议、行政诉讼情况，"
                "存在的问题及改进措施等六部分组成。")
    assert announced(run, "count", preamble)[0] == ["fail"]


@pytest.mark.parametrize("ending", ["等组成。", "等内容。", "等方面内容，所列数据的统计期限为2023年1月1日至12月31日。"])
def test_a_list_that_ends_in_and_so_on_need_not_name_every_part(run, ending):
    preamble = "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况" + ending
    for aspect in ("required", "headings"):
        outcomes, subjects = announced(run, aspect, preamble)
        assert "fail" not in outcomes
        assert "统计期限" not in subjects
    outcomes, subjects = announced(run, "items", preamble)
    assert set(outcomes) == {"pass"}
    assert "方面" not in subjects


@pytest.mark.parametrize(("said", "covers", "written"), [
    ("在2023年1月1日至2023年12月31日统计期限内，全年累计公开政策文件12条。", "pass", "pass"),
    ("涵盖2023年1月1日至12月31日本县政府信息公开工作情况。", "pass", "pass"),
    ("涵盖2023年1月1日至12月21日本县政府信息公开工作情况。", "fail", "pass"),
    ("统计期限自20231月1日起至202312月31日止。", "unknown", "unknown"),
])
def test_periods(outcomes, said, covers, written):
    report = Report(year=2023, preamble=said)
    assert outcomes("period", report, settings={"aspect": "covers"}) == [covers]
    assert outcomes("period", report, settings={"aspect": "written"}) == [written]
    assert outcomes("period", report, settings={"aspect": "stated"}) == ["pass"]


def test_what_is_quoted_of_the_period_is_whole(run):
    report = Report(year=2023, preamble="由六部分组成，涵盖2023年1月1日至12月21日情况。")
    (seen,) = run("period", report, settings={"aspect": "covers"})
    assert "文中为：涵盖2023年1月1日" in seen.explanation.zh


@pytest.mark.parametrize(("preamble", "outcomes_"), [
    ("我镇认真编制了《青石镇2022年政府信息公开工作年度报告》，数据自2023年1月1日至12月31日。", ["fail"]),
    ("现公布青石镇2023年政府信息公开工作年度报告。", ["pass"]),
    ("根据《关于做好2022年政府信息公开工作年度报告编制的通知》编制。", []),
    ("发布了2022年度部门预算，现公布青石镇2023年政府信息公开工作年度报告。", ["pass"]),
    ("如有疑问，请联系青石镇。", []),
])
def test_the_preamble_of_another_year(outcomes, preamble, outcomes_):
    assert outcomes("year_in_preamble", Report(year=2023, preamble=preamble)) == outcomes_


@pytest.mark.parametrize(("text", "outcome"), [
    ("全年共主动公开条，其中机构职能1条。", "fail"), ("全年共主动公开120条，其中机构职能1条。", "pass"),
    ("依照公开条例，主动公开文件，共收到信件，均已答复。", "pass"),
    ("（邮编：xxgk@example.cn）", "fail"), ("（邮编：(4)556700，电话：1）", "fail"),
    ("（邮编：23405，电话：1）", "fail"), ("（邮编：234000，电话：1）", "pass"),
    ("（邮政编码：２３４０００）", "pass"), ("（邮编：2 3 4 0 0 0）", "pass"), ("请写明邮编。", "pass"),
])
def test_numbers_that_are_missing_or_broken(outcomes, text, outcome):
    report = Report(preamble="引言。", sections=[Section("一、总体情况", text, "总体情况")])
    assert outcomes("broken_words", report) == [outcome]


@pytest.mark.parametrize("preamble", [
    "本报告在瓯海区人民政府网站上公布。", "本报告公布的方式：政府门户网站年度报告专栏。",
])
def test_where_it_is_published(outcomes, preamble):
    report = Report(preamble=preamble, sections=BODY)
    assert outcomes("where_published", report) == ["pass"]


@pytest.mark.parametrize(("title", "outcome"), [
    ("青石镇人民政府二〇二三年政府信息公开工作年度报告", "pass"),
    ("青石镇人民政府政府信息公开工作年度报告", "fail")])
def test_a_year_in_chinese_numerals_is_a_year(run, title, outcome):
    (seen,) = run("title_form", Report(title=title, year=2023))
    assert seen.outcome.value == outcome
