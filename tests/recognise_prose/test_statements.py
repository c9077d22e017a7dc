# ruff: noqa: E501 (sentences under test stay in one piece)
"""Statements: numbers tied to indicators, and numbers left alone."""

import pytest
from prose_reading import statements


def has(found: dict[str, int], **expected: int) -> None:
    assert {name: found.get(name) for name in expected} == expected


def test_a_full_account_of_2019() -> None:
    found = statements(
        "2019年，通过《公报》等主动公开规章13件，行政规范性文件60件，人事文件141件。"
        "本机关共受理政府信息公开申请859件，较去年回落12.3%；答复政府信息公开申请805件"
        "（含上年度结转申请18件，另有72件申请顺延到下年度答复），都在期限内。予以公开及部分公开258件，占33.9%；"
        "不予公开35件；因不掌握等原因无法提供265件；不予处理158件；其他处理0件。信息公开类行政复议7件，诉讼9件，均获维持。",
        2019,
    )
    has(found, 文中规章=13, 文中规范性文件=60, 文中受理申请=859, 文中答复申请=805, 文中上年结转=18, 文中结转下年=72,
        文中予以公开及部分公开=258, 文中不予公开=35, 文中无法提供=265, 文中不予处理=158, 文中其他处理=0, 文中行政复议=7,
        文中行政诉讼=9, 文中均获维持=1)
    assert "文中部分公开" not in found
    assert "文中予以公开" not in found


def test_spaces_between_digits_and_words() -> None:
    found = statements(
        "全年收到政府信息公开申请 34 件，上年结转政府信息公开申请 2 件，所有申请均已按要求办理完成。"
        "\n办结的申请中同意公开答复 9 件，部分公开答复 0 件，不予公开答复 2\n件，无法提供的 10 件，不予处理 0 件，"
        "其他处理 14 件，转下一\n年度办理答复的有 1 件。", 2024,
    )
    has(found, 文中新收申请=34, 文中上年结转=2, 文中全部办结=1, 文中结转下年=1, 文中予以公开=9, 文中部分公开=0,
        文中不予公开=2, 文中无法提供=10, 文中其他处理=14)


def test_outcomes_in_one_sentence_with_growth() -> None:
    found = statements(
        "全年共收办政府信息公开申请案件3646件，同比增长1.05%，其中，予以公开1431件、部分公开471件、不予公开92件、"
        "无法提供941件、不予处理117件、作其他处理（含撤回）469件、转下年度办理125件。"
        "备案信息公开领域行政复议案件134件，行政诉讼案件57件。", 2024,
    )
    has(found, 文中受理申请=3646, 文中予以公开=1431, 文中部分公开=471, 文中不予公开=92, 文中无法提供=941,
        文中不予处理=117, 文中其他处理=469, 文中结转下年=125)
    assert "文中行政复议" not in found
    assert "文中行政诉讼" not in found


@pytest.mark.parametrize(("text", "value"), [
    ("全年受理依申请公开21件。", 21), ("我局共收到依申请信息公开26件。", 26), ("全年收到申请十二件。", 12),
    ("全年收到政府信息公开申请１，２３４件。", 1234), ("本年未收到政府信息公开申请。", 0),
    ("全年收到申请1.2万件。", None), ("2023年，收到信息公开申请5件。", 5),
])
def test_received(text: str, value: int | None) -> None:
    assert statements(text).get("文中受理申请") == value


@pytest.mark.parametrize("text", [
    "2022年收到政府信息公开申请50件。", "上年收到政府信息公开申请50件。", "收到政府信息公开申请50余件。",
    "收到政府信息公开申请约50件。", "各县区收到政府信息公开申请50件。", "条例实施以来共收到政府信息公开申请50件。",
    "收到政府信息公开申请同比增加50件。", "全年收到行政复议申请50件。", "收到12345热线申请转办。",
    "2021年至2023年收到政府信息公开申请50件。", "全年办理行政复议案件300件，行政诉讼案件20件。",
    "收到申请增加，其中市局收到政府信息公开申请50件。", "",
])
def test_left_alone(text: str) -> None:
    assert statements(text) == {}


def test_fujian_counts_of_the_year_and_since_the_beginning() -> None:
    found = statements(
        "2017年共制作信息1147条，其中：主动公开912条；不予公开0条。《条例》实施以来，累计主动公开政府信息8131条。"
        "政府门户网站共公开政府信息912条。2017年未收到政府信息公开申请。"
        "《条例》实施以来，共收到政府信息公开申请3件，其中信函申请1件，当面申请数2件。", 2017, "2008",
    )
    assert found == {
        "文中主动公开": 912, "文中累计主动公开": 8131, "文中网站公开": 912, "文中申请数": 0, "文中累计申请": 3,
        "文中累计信函申请": 1, "文中累计当面申请": 2,
    }


def test_fees() -> None:
    assert statements("全年实际收取信息处理费共计400元。")["文中信息处理费"] == 400
    assert statements("对25件申请收取了信息处理费2950元。")["文中信息处理费"] == 2950
    assert statements("本年没有收取信息处理费。")["文中信息处理费"] == 0
