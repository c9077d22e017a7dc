"""Heads of tables: headers, the year of a column, the column of units; figures as written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compliance.model.form import Block, Column, Form, Row, Table
from compliance.model.location import Location
from compliance.model.report import CellNote, CellState, Report, Section, Source
from compliance.model.text import Text
from compliance.record import replace

TABLE = Table("指标", Text("指标表", "indicators"), "", [Block(
    [Column("年度", "{year}", ["{year}年"]), Column("历年累计")],
    [Row("主动公开文件数", unit="条"), Row("申请总数", unit="件")])], unit_column=True)
FORM = Form("cn-fj", Text.same("福建"), "CN-FJ", tables=[TABLE])


def report(headers=None, units=None, year=2017):
    made = Report(year=year, tables={"指标": {"主动公开文件数": [912, 8131], "申请总数": [0, 3]}})
    if headers:
        made.headers = {"指标": dict(zip(("年度", "历年累计"), headers, strict=False))}
    if units:
        made.units = {"指标": dict(zip(("主动公开文件数", "申请总数"), units, strict=True))}
    return made


@pytest.mark.parametrize(("header", "outcome"), [
    ("2017", ["pass"]), ("2017年度", ["pass"]), ("2016", ["fail"]), ("2016年", ["fail"]),
    ("本年度", []), ("", []),
])
def test_year_of_the_column(outcomes, header, outcome):
    assert outcomes("year_of_column", report([header]), form=FORM) == outcome


def test_a_wrong_year_points_at_the_head(run):
    made = report(["2016", "历年累计"])
    made.places["headers/指标"] = Location(line=7)
    (seen,) = run("year_of_column", made, form=FORM)
    assert seen.location == Location(line=7)
    assert "2016" in seen.explanation.zh
    assert "2017" in seen.explanation.zh


def test_units_that_are_empty_are_one_finding_a_table(run):
    (seen,) = run("units_filled", report(units=["", ""]), form=FORM)
    assert (seen.outcome.value, "2 行都没有" in seen.explanation.zh) == ("fail", True)
    (seen,) = run("units_filled", report(units=["条", ""]), form=FORM)
    assert "申请总数" in seen.explanation.zh
    (seen,) = run("units_filled", report(units=["条", "件"]), form=FORM)
    assert seen.outcome.value == "pass"
    assert not run("units_filled", report(), form=FORM)


def test_headers(run):
    assert [s.outcome.value for s in run("headers_as_form", report(["2017", "历年 累计"]),
                                         form=FORM)] == ["pass"]
    (seen,) = run("headers_as_form", report(["2017", "累计总数"]), form=FORM)
    assert "累计总数" in seen.explanation.zh
    assert not run("headers_as_form", report(), form=FORM)
    headless = replace(report(), source=Source(format="docx"))
    (seen,) = run("headers_as_form", headless, form=FORM)
    assert (seen.outcome.value, "没有读到列标题" in seen.explanation.zh) == ("unknown", True)


def written(*texts: str) -> Report:
    made = Report(tables={"指标": {"主动公开文件数": [1, 2]}})
    for index, text in enumerate(texts):
        made.notes["指标", "主动公开文件数", index] = CellNote(text=text)
    return made


@pytest.mark.parametrize(("texts", "outcome"), [
    (("1", "2"), []), (("+1", "2"), ["fail"]), (("--1", "2"), ["fail"]),
    (("-1", "2"), ["pass"]), (("－－１", "2"), ["fail"]), (("-", "2"), []), (("——", "2"), []),
])
def test_signs(outcomes, texts, outcome):
    assert outcomes("signs_in_place", written(*texts), form=FORM) == outcome


def test_a_sign_in_a_column_of_changes(outcomes):
    block = Block([Column("本年增减")], [Row("行政许可")])
    table = Table("主动公开", Text.same("表二"), "", [block])
    made = Report(tables={"主动公开": {"行政许可": [3]}})
    form = Form("x", Text.same("x"), "CN", tables=[table])
    for text, outcome in (("+3", "pass"), ("-3", "pass"), ("+-3", "fail"), ("--3", "fail")):
        made.notes["主动公开", "行政许可", 0] = CellNote(text=text)
        assert outcomes("signs_in_place", made, form=form) == [outcome]


@pytest.mark.parametrize(("texts", "outcome"), [
    (("1", "2.50"), "pass"), (("1件", "2"), "fail"), (("1,200", "2"), "fail"),
    (("１２", "2"), "fail"), (("", ""), "pass"),
])
def test_plain_figures(outcomes, texts, outcome):
    assert outcomes("figures_plain", written(*texts), form=FORM) == [outcome]


@pytest.mark.parametrize(("body", "division", "value", "outcome"), [
    ("沭阳县发展和改革局", "", 6, ["fail"]), ("沭阳县发展和改革局", "", 0, ["pass"]),
    ("江海市河东区人民政府", "", 1, ["fail"]), ("广西壮族自治区财政厅", "", 6, []),
    ("江海市人民政府", "", 6, []), ("北京经济技术开发区管委会", "", 6, []),
    ("昆山市人民政府", "320583", 1, ["fail"]), ("苏州市人民政府", "320500", 1, []),
    ("融水苗族自治县公安局", "", 1, ["fail"]), ("大兴安岭地区行署", "", 1, []),
])
def test_who_can_make_rules(outcomes, body, division, value, outcome):
    table = Table("主动公开", Text.same("表二"), "",
                  [Block([Column("现行有效件数")], [Row("规章"), Row("行政规范性文件")])])
    made = Report(body=body, division=division, kind="department",
                  tables={"主动公开": {"规章": [value], "行政规范性文件": [9]}})
    form = Form("x", Text.same("x"), "CN", tables=[table])
    assert outcomes("rules_without_power", made, form=form) == outcome


def test_totals_are_one_finding_that_names_the_rows(run):
    made = Report(source=Source(format="html"), tables={"申请": {
        "本年新收": [1, 0, None], "逾期不补正": [1, 0, None], "结转下年度": [0, 0, 0]}})
    (seen,) = run("totals_filled", made)
    assert (seen.outcome.value, len(seen.cells)) == ("fail", 2)
    assert "本年新收、逾期不补正的总计" in seen.explanation.zh
    made.tables["申请"]["本年新收"] = [1, 0, CellState.UNREADABLE]
    made.tables["申请"]["逾期不补正"] = [1, 0, Decimal(1)]
    assert [s.outcome.value for s in run("totals_filled", made)] == ["unknown"]


def problems(text: str) -> Report:
    return Report(sections=[Section("五、存在的主要问题及改进情况", text, "问题及改进"),
                            Section("六、其他事项", "无", "其他事项")])


SETTINGS = {"problems": ["不足", "不够"], "measures": ["下一步", "改进"]}


@pytest.mark.parametrize(("text", "outcome"), [
    ("公开内容不够全面，下一步按季度逐项核对目录并通报。", ["pass"]),
    ("公开内容不够全面，个别栏目长期不更新，群众意见较多。", ["fail"]),
    ("下一步按季度逐项核对目录，按月抽查各栏目并且通报。", ["fail"]),
    ("无。", []),
])
def test_problems_come_with_measures(outcomes, text, outcome):
    assert outcomes("problems_with_measures", problems(text), settings=SETTINGS) == outcome


def test_a_body_speaks_of_itself(outcomes):
    words = {"words": ["部分地区", "各级政府部门"]}
    assert outcomes("generic_voice", problems("我局更新不及时。"), settings=words) == ["pass"]
    assert outcomes("generic_voice", problems("部分地区更新不及时。"), settings=words) == ["fail"]
