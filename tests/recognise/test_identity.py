"""Year, body, kind and form."""

from __future__ import annotations

import pytest
from documents_by_hand import forms, text_document
from hypothesis import given
from hypothesis import strategies as st
from identities import identity

from compliance.errors import Problem
from compliance.recognise import recognise
from compliance.recognise.identity import jurisdiction_of, kind_of
from compliance.recognise.labels import normal
from compliance.recognise.sections import chinese_number, section_id
from compliance.recognise.titles import body_of, year_of


@pytest.mark.parametrize(("title", "year", "body", "kind"), [
    ("三元区2017年政府信息公开工作年度报告", 2017, "三元区", "government"),
    ("2016年度某县财政局政府信息公开年度报告", 2016, "某县财政局", "department"),
    ("某市科委二〇二三年政府信息公开工作年度报告", 2023, "某市科委", "department"),
    ("某区某街道办事处2020年政府信息公开工作年度报告", 2020, "某区某街道办事处", "township"),
    ("某镇人民政府2022年政府信息公开工作年度报告", 2022, "某镇人民政府", "township"),
    ("某市人民政府办公室2024年度政府信息公开工作年度报告", 2024, "某市人民政府办公室",
     "department"),
    ("某区人民政府关于2017年度政府信息公开工作情况的报告", 2017, "某区人民政府", "government"),
    ("关于2017年某局政府信息公开工作年度报告", 2017, "某局", "department"),
    ("关于公布2017年度某局政府信息公开年度报告的通知", 2017, "某局", "department"),
    ("某区人民政府政府信息公开年度报告（2010）", 2010, "某区人民政府", "government"),
    ("某县某镇人民政府信息公开年度报告（二〇一〇年）", 2010, "某县某镇人民政府", "township"),
    ("某局二○一七年度政府信息公开年报", 2017, "某局", "department"),
    ("某局二OO九年政府信息公开年报", 2009, "某局", "department"),
    ("某局2 0 1 9 年政府信息公开年报", 2019, "某局", "department"),
    ("某府办〔2018〕5号 某局2017年政府信息公开年报", 2017, "某局", "department"),
    ("某局2008—2009年政府信息公开年度报告", 2009, "某局", "department"),
    ("某局2017年政府信息与政务公开年度报告", 2017, "某局", "department"),
    ("某鎮人民政府2016年政府信息公開年度報告", 2016, "某鎮人民政府", "township"),
    ("2017年政府信息公开工作年度报告", 2017, "", None),
])
def test_titles(title: str, year: int, body: str, kind: str | None) -> None:
    assert year_of(title, []) == year
    assert body_of(title) == body
    assert kind_of(body) == kind


@pytest.mark.parametrize(("body", "kind"), [
    ("某苏木人民政府", "township"), ("某民族乡人民政府", "township"), ("某镇党政办", "township"),
    ("国家税务总局某县税务局", "department"), ("教育部", "department"),
    ("国有资产监督管理委员会", "department"), ("某海关", "department"),
    ("浦东新区人民政府", "government"), ("某自治州", "government"), ("某旗", "government"),
    ("某经济技术开发区管理委员会", None), ("某高新区管委会", None), ("某工业园区", None),
    ("某新区管理委员会", None), ("某大学", None), ("某人民法院", None),
    ("某区政府信息公开工作领导小组办公室", None), ("", None),
    ("上海市人民政府办公厅", "department"), ("某县政府办", "department"),
    ("某县政府办公室", "department"), ("某镇人民政府办公室", "township"),
])
def test_kinds(body: str, kind: str | None) -> None:
    assert kind_of(body) == kind


@pytest.mark.parametrize("lines", [
    ["某县教育局", "2022年政府信息公开工作年度报告"],
    ["2022年某县教育局政府信息公开工作", "年度报告"],
    ["某县教育局2022年政府信息", "公开工作年度报告"],
    ["某县教育局", "2022年政府信息公开工作", "年度报告"],
    ["关于2022年", "某县教育局政府信息公开工作年度报告"],
])
def test_titles_over_several_lines(lines: list[str]) -> None:
    report = identity("\n".join(["首页", "政务公开", *lines, "一、总体情况", "无。"]))
    assert (report.title, report.body) == ("".join(lines), "某县教育局")
    assert report.year == 2022
    assert report.places["title"].line == 3


def test_lines_that_are_no_part_of_the_title() -> None:
    report = identity("某县人民政府\n某镇2022年政府信息公开工作年度报告\n一、总体情况")
    assert report.body == "某镇"
    report = identity("首页\n2022年政府信息公开工作\n年度报告\n一、总体情况")
    assert report.title == "2022年政府信息公开工作年度报告"


def test_title_as_printed() -> None:
    report = identity("某局二〇一七年政府信息公开年报")
    assert report.title == "某局二〇一七年政府信息公开年报"
    assert identity("赤坎鎮2016年政府信息公開年度報告").title == "赤坎鎮2016年政府信息公開年度報告"


def test_year_from_the_statistics_period() -> None:
    assert year_of("", ["本报告所列数据统计期限为2021年1月1日至12月31日。"]) == 2021
    assert year_of("", ["数据统计期限自2008年5月1日起至2008年12月31日止。"]) == 2008
    assert year_of("", ["要求见2019年公告。"]) is None


def test_a_span_of_years_is_settled_by_the_statistics_period() -> None:
    title = "某局2008-2009年政府信息公开年度报告"
    assert year_of(title, ["统计期限为2008年5月1日至2008年12月31日。"]) == 2008
    assert year_of(title, ["统计期限为2008年5月1日至2009年12月31日。"]) == 2009
    assert year_of(title, ["统计期限为2011年1月1日至2011年12月31日。"]) == 2009


def test_the_year_of_publication_is_not_the_year_reported_on() -> None:
    report = identity("关于2017年政府信息公开工作年度报告的公告\n某局2018年1月19日发布",
                      发布日期="2018-01-19")
    assert report.year == 2017
    assert str(report.published) == "2018-01-19"


def test_jurisdiction_by_signs() -> None:
    assert jurisdiction_of("根据《福建省政府信息公开办法》", forms()) == "CN-FJ"
    assert jurisdiction_of("根据条例", forms()) == "CN"


@pytest.mark.parametrize(("text", "body", "kind"), [
    ("本报告由北京市某局编制。", "北京市某局", "department"),
    ("现将区审计局2023年政府信息公开年度报告公布如下。", "区审计局", "department"),
    ("现公布2017年度永嘉县乌牛镇人民政府信息公开年报。", "永嘉县乌牛镇人民政府", "township"),
    ("有疑问请与宣武区牛街街道办事处信息公开办公室联系。", "宣武区牛街街道办事处", "township"),
    ("说明我镇2023年政府信息公开工作。", "", "township"),
    ("现公布2014年度本镇政府信息公开年度报告。", "", "township"),
    ("一、总体情况\n无。\n文家店镇人民政府\n2015年1月10日", "文家店镇人民政府", "township"),
    ("一、总体情况\n无。\n某县本溪局 2015年1月10日", "某县本溪局", "department"),
])
def test_body_that_no_title_names(text: str, body: str, kind: str) -> None:
    report = identity(text)
    assert (report.body, report.kind) == (body, kind)


@pytest.mark.parametrize(("title", "text", "kind"), [
    ("某市人民政府办公室", "一、总体情况\n本办公室公开信息3条。", "department"),
    ("某市人民政府办公室", "一、总体情况\n我市公开信息3条。", "government"),
    ("", "本报告由某市人民政府办公室编制。\n一、总体情况\n无。", "government"),
])
def test_a_general_office_is_a_department_when_it_reports_on_itself(
    title: str, text: str, kind: str
) -> None:
    assert identity(f"{title}2023年政府信息公开工作年度报告\n{text}").kind == kind


WORDS = "三明元市区县镇乡人民政府局公开信息年度报告2017二〇一七《》：（） 一、我由编制地址"


@given(st.lists(st.text(WORDS, max_size=40), max_size=6))
def test_any_text_has_an_identity(lines: list[str]) -> None:
    report = identity("\n".join(lines))
    assert report.kind in (None, "government", "department", "township")
    assert report.jurisdiction.startswith("CN")
    if report.division:
        assert report.jurisdiction != "CN"


@pytest.mark.parametrize(("printed", "compared"), [
    ("（一）予以公开", "予以公开"), ("其中:1.政府网站公开数", "政府网站公开数"),
    ("三、本年度办理结果", "本年度办理结果"), ("部分公开（区分处理的，只计这一情形）", "部分公开"),
    ("3.危及“三安全一稳定”", "危及三安全一稳定"), ("商业 企业", "商业企业"),
])
def test_normal_labels(printed: str, compared: str) -> None:
    assert normal(printed) == compared


@pytest.mark.parametrize(("heading", "section"), [
    ("一、总体情况", "总体情况"), ("第五部分 存在的主要问题及整改措施", "问题及改进"),
    ("# 六 、其他需要报告的事项", "其他事项"), ("七、自选动作", ""),
    ("四、因政府信息公开申请提起行政复议、诉讼的情况说明", "复议诉讼情况"),
    ("二、主动公开基本情况", "主动公开情况"),
])
def test_section_ids(heading: str, section: str) -> None:
    assert section_id(heading, forms()["cn-2021"]) == section


def test_numbers_of_headings() -> None:
    assert [chinese_number(n) for n in ("一", "十", "十二", "二十")] == [1, 10, 12, 20]


def test_year_without_a_form_and_no_year() -> None:
    with pytest.raises(Problem) as caught:
        recognise(text_document("某市2005年政府信息公开工作年度报告"), forms())
    assert "2005" in caught.value.text.zh
    assert "cn-2021" in caught.value.text.zh
    with pytest.raises(Problem) as caught:
        recognise(text_document("随便一段话。"), forms())
    assert "--form" in caught.value.text.zh
    assert recognise(text_document("随便一段话。"), forms(), "cn-2021").form == "cn-2021"
    with pytest.raises(Problem):
        recognise(text_document("随便一段话。"), forms(), "cn-1999")


def test_headings_that_text_runs_on_from_and_furniture() -> None:
    report = recognise(text_document("\n".join([
        "某局2023年政府信息公开工作年度报告",
        "一、总体情况。2023年，我局公开信息5条，较上年增加2条，"
        "主要通过网站和公开栏发布，群众满意。", "二、自选部分", "内容。",
        "六、其他需要报告的事项", "无。",
        "某局", "二〇二四年一月九日", "附件下载：",
        "扫一扫在手机打开当前页", "相关文章", "打印  关闭",
    ])), forms())
    assert [(s.id, s.text) for s in report.sections][1:] == [("", "内容。"), ("其他事项", "无。")]
    assert report.sections[0].id == "总体情况"
    assert report.sections[0].text.startswith("2023年")
    assert str(report.signed) == "2024-01-09"
    assert report.source.ends


def test_broken_off() -> None:
    report = recognise(text_document(
        "某局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局认真贯彻落"), forms())
    assert not report.source.ends


def test_introduction_with_its_own_heading_and_contents_list() -> None:
    report = recognise(text_document("\n".join([
        "某区2023年政府信息公开工作年度报告", "目录", "一、总体情况", "二、主动公开政府信息情况",
        "引言",
        "根据《中华人民共和国政府信息公开条例》编制本报告，数据期限为2023年1月1日至12月31日。",
        "一、总体情况", "全年公开信息5条。", "二、主动公开政府信息情况", "见表。",
    ])), forms())
    assert [s.text for s in report.sections] == ["全年公开信息5条。", "见表。"]
    assert report.preamble.startswith("根据")
    assert report.source.begins


def test_the_report_of_another_year_that_a_section_speaks_of_is_not_this_one() -> None:
    text = ("我局不断创新公开形式。\n一、总体情况\n2020年，网站更新信息406条，"
            "公开了机构职能及2019年度信息公开工作报告。\n2020年度我局收到申请3件。")
    assert identity(text).year == 2020
    first = ("一、总体情况\n根据条例，现编制《青石镇2023年政府信息公开工作年度报告》。\n"
             "2024年，我镇将改进。")
    assert identity(first).year == 2023


def test_a_letter_that_sends_a_report_is_not_its_title() -> None:
    text = ("南岭市人民政府关于报送南岭市2020年度政府信息公开工作年度报告的函\n省公开办：\n"
            "现将报告报来，请审示。\n南岭市2020年度政府信息公开工作年度报告\n一、总体情况\n无。")
    report = identity(text)
    assert (report.title, report.body) == ("南岭市2020年度政府信息公开工作年度报告", "南岭市")


@pytest.mark.parametrize(("lines", "title", "body"), [
    (["标 题 南岭市人民政府 2023年政府信息公开工作年度报告"],
     "南岭市人民政府 2023年政府信息公开工作年度报告", "南岭市人民政府"),
    (["南岭市人民政府办公室2022", "政府信息公开工作年度报告"],
     "南岭市人民政府办公室2022政府信息公开工作年度报告", "南岭市人民政府办公室"),
    (["2025年政府信息公开工作年度报告 ( 2026-01-30 )", "南岭市水利局",
      "2025年政府信息公开工作年度报告"],
     "南岭市水利局2025年政府信息公开工作年度报告", "南岭市水利局"),
    (["临湖县人民政府机关", "2020年政府信息公开工作年度报告"],
     "临湖县人民政府机关2020年政府信息公开工作年度报告", "临湖县人民政府机关"),
])
def test_titles_of_web_pages(lines: list[str], title: str, body: str) -> None:
    report = identity("\n".join([*lines, "一、总体情况", "无。"]))
    assert (report.title, report.body) == (title, body)


def test_captions_of_tables_say_who_reports_where_there_is_no_title() -> None:
    report = identity("南岭市林业局2023年主动公开政府信息情况\n规章\n行政许可")
    assert (report.body, report.year, report.kind) == ("南岭市林业局", 2023, "department")
    report = identity("表3：青石镇人民政府2021年度收到和处理政府信息公开申请情况统计表")
    assert (report.body, report.year, report.kind) == ("青石镇人民政府", 2021, "township")
    report = identity("本年2023年主动公开政府信息情况")
    assert report.body == ""


def test_a_body_whose_name_is_spread_out_is_that_body() -> None:
    assert body_of("南 岭市林业局2023年政府信息公开工作年度报告") == "南岭市林业局"
