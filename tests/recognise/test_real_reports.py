"""Real reports give their true figures (TRUTH.md)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from documents_by_hand import forms, real, shown

from compliance.model.report import Report
from compliance.recognise import recognise


def read(name: str) -> Report:
    return recognise(real(name), forms())


def rows(report: Report, table: str) -> dict[str, list]:
    return {row: shown(report, table, row) for row in report.tables[table]}


def test_sanyuan_2017() -> None:
    report = read("sanyuan-2017.txt")
    assert (report.form, report.year, report.jurisdiction) == ("cn-fj-2014", 2017, "CN-FJ")
    assert (report.body, report.kind) == ("三元区", "government")
    assert (report.published, report.signed) == (date(2018, 1, 19), date(2018, 1, 12))
    assert rows(report, "指标") == {
        "主动公开文件数": [912, 8131], "政府网站公开数": [912, 7673], "政府公报公开数": [0, 0],
        "申请总数": [0, 3], "当面申请数": [0, 2], "网络申请数": [0, 0], "信函传真申请数": [0, 1],
        "答复总数": [0, 3], "同意公开答复数": [0, 1], "同意部分公开答复数": [0, 0],
        "不予公开答复数": [0, 0], "其他类型答复数": [0, 2], "申诉举报数": [0, 0],
        "行政复议数": [0, 0], "行政诉讼数": [0, 0],
    }
    assert list(report.tables) == ["指标"]
    assert not report.unknown_rows
    ids = ["概述", "主动公开情况", "申请情况", "复议诉讼情况", "问题及改进", "其他事项"]
    assert [s.id for s in report.sections] == ids
    assert report.preamble.startswith("本年度报告根据")
    assert report.source.begins
    assert report.source.ends
    last = report.sections[-1]
    assert last.text.endswith("(二)附表。")
    assert len(last.places) == len(last.text.split("\n"))


BALANCED = [
    ("suqian-city-gov-2023.txt", 3607), ("suqian-city-gov-2024.txt", 3646),
    ("fixture-hangzhou-style-2025-SYNTHETIC-narrative.html", 14629),
    ("shuyang-county-drc-2023.html", 26),
]


@pytest.mark.parametrize(("name", "received"), BALANCED)
def test_requests_balance(name: str, received: int) -> None:
    table = rows(read(name), "申请")
    assert len(table) == 25
    total = {row: values[-1] for row, values in table.items()}
    assert total["本年新收"] + total["上年结转"] == received
    assert total["办理结果总计"] + total["结转下年度"] == received
    leaves = [n for row, n in total.items()
              if row not in {"本年新收", "上年结转", "办理结果总计", "结转下年度"}]
    assert sum(leaves) == total["办理结果总计"]


def test_suqian_other_tables() -> None:
    report = read("suqian-city-gov-2024.txt")
    assert rows(report, "主动公开") == {
        "规章": [2, 1, 12], "行政规范性文件": [50, 227, 420], "行政许可": [1573179],
        "行政处罚": [2676474], "行政强制": [29351], "行政事业性收费": [Decimal("72701.2578")],
    }
    assert [v[-1] for v in rows(report, "复议诉讼").values()] == [170, 25, 52]
    assert report.year == 2024
    assert report.source.ends
    assert len(report.sections) == 6


def test_shanghai_2019() -> None:
    report = read("shanghai-general-office-2019.html")
    assert (report.form, report.year, report.kind) == ("cn-2019", 2019, "department")
    table = rows(report, "申请")
    assert table["予以公开"] == [258, 12, None, None, 1, 1, None]
    assert table["办理结果总计"] == [767, 35, None, None, 2, 1, 805]
    assert table["其他处理"] == [None] * 7
    assert report.tables["主动公开"]["政府集中采购"] == [6, Decimal("25.1")]
    note = report.notes["主动公开", "政府集中采购", 1]
    assert (note.text, note.unit, note.scale) == ("251000元", "元", -4)
    assert rows(report, "复议诉讼")["直接起诉"] == [8, None, None, 1, 9]
    assert report.source.ends


def test_shuyang_2023() -> None:
    report = read("shuyang-county-drc-2023.html")
    assert (report.body, report.kind) == ("沭阳县发展和改革局", "department")
    assert report.labels["主动公开"] == {"行政规范性文件": "规范性文件"}
    assert report.tables["主动公开"]["行政规范性文件"] == [8, 0, 18]
    assert shown(report, "申请", "本年新收") == [26, None, None, None, None, None, 26]
    assert shown(report, "复议诉讼", "行政复议") == [0, 0, 0, 1, 1]
    assert [s.heading for s in report.sections][4] == "五、存在的主要问题及整改措施"
    assert len(report.sections) == 6
    assert report.signed == date(2024, 1, 17)


def test_torn_table_is_put_together_where_it_adds_up() -> None:
    report = read("shanghai-stcsm-2024.md")
    table = rows(report, "申请")
    assert table["本年新收"] == [32, 2, 0, 0, 0, 0, 34]
    assert table["不掌握"] == [4, 0, 0, 0, 0, 0, 4]
    assert table["另行制作"] == [6, 0, 0, 0, 0, 0, 6]
    assert table["逾期不补正"] == [8, 2, 0, 0, 0, 0, 10]
    # Its total strayed off to a line of its own.
    assert table["结转下年度"] == [1, 0, 0, 0, 0, 0, "?"]
    assert rows(report, "主动公开")["行政规范性文件"] == [13, 0, 55]
    assert rows(report, "复议诉讼")["行政复议"] == [1, 0, 0, 0, 1]


def test_old_form_in_a_new_year() -> None:
    report = read("excerpts/jiaxian-xi-town-2022.txt")
    assert (report.form, report.year) == ("cn-2019", 2022)
    assert rows(report, "主动公开")["规章"] == [None, None, None]
    assert rows(report, "申请")["本年新收"] == [None] * 7
    assert not report.source.ends


@pytest.mark.parametrize(("name", "table", "row", "values"), [
    ("nilka-town-2023", "主动公开", "规章", [0, 0, 6]),
    ("xian-district-statistics-bureau-2023", "主动公开", "规章", ["/", "/", "/"]),
    ("shenzhen-longgang-bureau-2024", "申请", "部分公开", [16, 1, 0, 0, 0, 0, 17]),
    ("huichang-zhongcun-township-2020", "主动公开", "政府集中采购", [1, 8040]),
])
def test_excerpt_tables(name: str, table: str, row: str, values: list) -> None:
    report = read(f"excerpts/{name}.txt")
    assert shown(report, table, row) == values
    assert not report.source.ends


def test_page_on_one_line() -> None:
    report = read("excerpts/shaoguan-longgui-town-2016.txt")
    assert [s.id for s in report.sections] == ["概述", "主动公开情况", "", "", "复议诉讼情况"]
    assert report.sections[2].heading == "三、回应解读情况"
    assert report.source.ends


def test_traditional_characters_and_missing_beginning() -> None:
    ids = [s.id for s in read("excerpts/kaiping-shatang-town-2016.txt").sections]
    assert ids == ["主动公开情况", "申请情况", "收费减免", "复议诉讼情况", ""]
    sinan = read("excerpts/sinan-tingziba-town-2014.txt")
    assert not sinan.source.begins
    assert sinan.source.ends
    assert (sinan.body, sinan.signed) == ("亭子坝镇人民政府", date(2015, 1, 10))
