# ruff: noqa: E501 (sentences under test stay in one piece)
"""Whose report it is, by the words with which it introduces itself."""

from __future__ import annotations

import pytest
from documents_by_hand import text_document
from identities import identity

from compliance.recognise.preface import named_in_preface, page_facts


@pytest.mark.parametrize(("words", "body"), [
    ("结合临湖县粮食局2014年政府信息公开工作实际，特向社会公布临湖县粮食局2014年度政府信息公开年度报告。",
     "临湖县粮食局"),
    ("南岭市人民政府根据全市2022年度政府信息公开工作开展情况，编制本报告。", "南岭市人民政府"),
    ("南岭市民政局编制了南岭市民政局2022年政府信息公开工作年度报告。", "南岭市民政局"),
    ("为认真做好临湖县水利局政府信息公开工作，我局对照条例逐项落实。", "临湖县水利局"),
    ("现公布《南岭市人民政府（市人民政府办公厅）2021年政府信息公开工作年度报告》。", "南岭市人民政府"),
    ("涵盖了2020年临湖县政府信息公开工作。", "临湖县"),
    ("现公布南岭国家高新区管理委员会2023年政府信息公开工作年度报告。", "南岭国家高新区管理委员会"),
    ("临湖县档案局严格按照条例要求开展工作。现将档案局2022年度政府信息公开工作报告如下。", "临湖县档案局"),
    ("青石镇 2021 年政府信息 公开工作年度报告如下。", "青石镇"),
    ("由南岭市东门街道办事处编制的2017年度政府信息公开年度报告。", "南岭市东门街道办事处"),
    ("2023年，在区委、区政府的领导下，东门街道办事处认真贯彻落实条例。", "东门街道办事处"),
    ("（一）主动公开情况。2022年南岭市教育局全面贯彻落实条例。", "南岭市教育局"),
])
def test_the_report_says_whose_it_is(words: str, body: str) -> None:
    named = named_in_preface([words])
    assert (named.body, named.own) == (body, True)


@pytest.mark.parametrize(("words", "body"), [
    ("由临湖县教育局结合有关统计数据编制。", "临湖县教育局"),
    ("本报告由南岭市人民政府信息公开工作领导小组办公室根据条例要求，汇总各县情况编制而成。", "南岭市人民政府"),
    ("如有疑问，请联系：南岭市临湖区人民政府东门街道办事处；电话：0571-1234567。",
     "南岭市临湖区人民政府东门街道办事处"),
    ("如有疑问，请与南岭市临湖区青石镇政府综合督考办公室联系。", "南岭市临湖区青石镇政府"),
    ("由南岭高新区党政办公室按照条例编制。", "南岭高新区"),
])
def test_who_compiled_it_or_is_to_be_asked(words: str, body: str) -> None:
    named = named_in_preface([words])
    assert (named.body, named.own) == (body, False)


@pytest.mark.parametrize("words", [
    "根据《临湖县人民政府办公室关于做好2023年度政府信息公开工作年度报告编制工作的通知》要求编制。",
    "为做好年度政府信息公开工作，现予公布。", "园区认真贯彻落实条例。", "现将我局2022年政府信息公开情况报告如下。",
])
def test_a_notice_or_a_word_for_anybody_names_no_body(words: str) -> None:
    assert named_in_preface([words]).body == ""


@pytest.mark.parametrize(("words", "kind"), [
    ("现公布《南岭市人民政府办公室2022年政府信息公开工作年度报告》。", "department"),
    ("由南岭市人民政府办公室编制。", "government"),
    ("现公布《临湖县人民政府办公室2016年政府信息公开工作年度报告》，内容涵盖县人民政府及其办公室。", "government"),
    ("现公布《临湖县人民政府办公室2016年政府信息公开工作年度报告》。\n我县高度重视。", "government"),
])
def test_a_general_office_reports_on_itself_or_on_its_government(words: str, kind: str) -> None:
    assert identity(words).kind == kind


def test_an_office_that_speaks_of_itself_is_a_department() -> None:
    assert identity("现将我办2022年度政府信息公开情况报告如下。\n一、总体情况\n我办公开20条。").kind == "department"
    assert identity("我街道情况如下。\n一、总体情况\n我办公开20条。").kind == "township"


def test_what_the_report_says_counts_more_than_a_short_publisher() -> None:
    report = identity("现公布南岭市人民政府2017年政府信息公开工作年度报告。", 发布机构="市政府办")
    assert (report.body, report.kind) == ("南岭市人民政府", "government")


def test_facts_about_the_page_are_no_introduction() -> None:
    page = text_document("\n".join((
        "南岭市教育局2022年政府信息公开工作年度报告",
        "来源：南岭市教育局 发布时间：2023-01-20 16:20 浏览量：38 次 字体：[大 中 小]",
        "浏览次数：38 来源：南岭市教育局", "本报告来源：各科室的登记。", "一、总体情况",
        "发布时间：2023-01-20")))
    assert page_facts(page) == {1, 2}
