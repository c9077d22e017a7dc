"""Year, body, kind and form."""

from __future__ import annotations

import pytest
from documents_by_hand import forms, text_document

from compliance.errors import Problem
from compliance.recognise import recognise
from compliance.recognise.identity import body_of, jurisdiction_of, kind_of, year_of
from compliance.recognise.labels import normal
from compliance.recognise.sections import chinese_number, section_id


@pytest.mark.parametrize(("title", "year", "body", "kind"), [
    ("三元区2017年政府信息公开工作年度报告", 2017, "三元区", "government"),
    ("2016年度某县财政局政府信息公开年度报告", 2016, "某县财政局", "department"),
    ("某市科委二〇二三年政府信息公开工作年度报告", 2023, "某市科委", "department"),
    ("某区某街道办事处2020年政府信息公开工作年度报告", 2020, "某区某街道办事处", "township"),
    ("某镇人民政府2022年政府信息公开工作年度报告", 2022, "某镇人民政府", "township"),
    ("某市人民政府办公室2024年度政府信息公开工作年度报告", 2024, "某市人民政府办公室",
     "government"),
])
def test_titles(title: str, year: int, body: str, kind: str) -> None:
    assert year_of(title, []) == year
    assert body_of(title) == body
    assert kind_of(body) == kind


def test_year_from_the_statistics_period() -> None:
    assert year_of("", ["本报告所列数据统计期限为2021年1月1日至12月31日。"]) == 2021
    assert year_of("", ["要求见2019年公告。"]) is None


def test_jurisdiction_by_signs() -> None:
    assert jurisdiction_of("根据《福建省政府信息公开办法》", forms()) == "CN-FJ"
    assert jurisdiction_of("根据条例", forms()) == "CN"


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
