"""Heads of tables: headers, the year of a column, the column of units, codes, amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from documents_by_hand import forms, grid, text_document

from compliance.model.document import Document, Line
from compliance.model.form import Block, Column, Form, Row, Table, Years
from compliance.model.location import Location
from compliance.model.report import CellState, Report, Source
from compliance.model.text import Text
from compliance.recognise import recognise

LABELS = ("主动公开文件数", "政府网站公开数", "政府公报公开数", "申请总数")
INDICATORS = Table(
    "指标", Text("指标表", "indicators"), "其他事项",
    [Block([Column("年度", "{year}", ["{year}年", "{year}年度"]), Column("历年累计")],
           [Row(label, unit="条", code=f"{n:02d}") for n, label in enumerate(LABELS, 1)])],
    unit_column=True,
)
FORM = Form("cn-x", Text.same("x"), "CN", years=Years(2014, 2018), tables=[INDICATORS])
ROWS = [("912", "8131"), ("912", "7673"), ("0", "0"), ("3", "9")]


def read(*blocks, form=FORM) -> Report:
    if len(blocks) == 1 and isinstance(blocks[0], str):
        return recognise(text_document("某区2017年政府信息公开工作年度报告\n" + blocks[0]),
                         {form.form: form}, form.form)
    title = Line("某区2017年政府信息公开工作年度报告", Location(line=1))
    return recognise(Document(Source("x.html", "", "html"), [title, *blocks]),
                     {form.form: form}, form.form)


def flat(year: str, unit: str = "") -> str:
    lines = ["指标名称", "单位", year, "历年累计"]
    for label, values in zip(LABELS, ROWS, strict=True):
        lines += [label, *([unit] if unit else []), *values]
    return "\n\n".join(lines)


def test_a_flattened_table_has_a_head_and_an_empty_column_of_units():
    report = read(flat("2017"))
    assert report.headers == {"指标": {"年度": "2017", "历年累计": "历年累计"}}
    assert report.units == {"指标": dict.fromkeys(LABELS, "")}
    assert report.tables["指标"]["主动公开文件数"] == [912, 8131]
    assert report.places["headers/指标"].line == 6


def test_the_year_is_read_as_printed_and_units_as_filled_in():
    report = read(flat("2016年度", "条"))
    assert report.headers["指标"]["年度"] == "2016年度"
    assert set(report.units["指标"].values()) == {"条"}
    assert report.tables["指标"]["申请总数"] == [3, 9]


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_lines_with_separators(separator):
    lines = [separator.join(("指标名称", "单位", "代码", "2017年", "历年累计"))]
    lines += [separator.join((label, "条" if n % 2 else "", f"{n:02d}", *values))
              for n, (label, values) in enumerate(zip(LABELS, ROWS, strict=True), 1)]
    report = read("\n".join(lines))
    assert report.tables["指标"] == {
        label: [int(value) for value in values]
        for label, values in zip(LABELS, ROWS, strict=True)}
    assert report.headers["指标"] == {"年度": "2017年", "历年累计": "历年累计"}
    assert list(report.units["指标"].values()) == ["条", "", "条", ""]


def test_a_grid_with_spanning_headers_codes_and_units():
    head = [[("指标名称", 2, 1), ("计量单位", 2, 1), ("代码", 2, 1), ("数量", 1, 2)],
            ["2016年", "历年累计"]]
    rows = [[label, "条", f"{n:02d}", *values]
            for n, (label, values) in enumerate(zip(LABELS, ROWS, strict=True), 1)]
    report = read(grid(head + rows, line=3))
    assert report.headers["指标"] == {"年度": "2016年", "历年累计": "历年累计"}
    assert report.tables["指标"]["政府公报公开数"] == [0, 0]
    assert set(report.units["指标"].values()) == {"条"}


def test_a_head_that_fits_nothing_is_not_taken_for_one():
    rows = [["某", "某某", "某某某"]] + [
        [label, *values] for label, values in zip(LABELS, ROWS, strict=True)]
    assert not read(grid(rows)).headers


def test_swapped_columns_are_read_by_their_headers():
    rows = [["指标名称", "历年累计", "2017"]] + [
        [label, total, year] for label, (year, total) in zip(LABELS, ROWS, strict=True)]
    report = read(grid(rows))
    assert report.tables["指标"]["主动公开文件数"] == [912, 8131]
    assert report.headers["指标"] == {"年度": "2017", "历年累计": "历年累计"}


def fees(header: str, *cells: str) -> list[object]:
    """The cell of 行政事业性收费, printed under a header in the national table of 2021."""
    rows = [[("第二十条第（一）项", 1, 4)],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "0", "0"], ["行政规范性文件", "3", "1", "12"],
            [("第二十条第（八）项", 1, 4)], ["信息内容", (header, 1, 3)],
            ["行政事业性收费", (cells[0], 1, 3)]]
    form = forms()["cn-2021"]
    document = Document(Source("x.html", "", "html"), [
        Line("某区2023年政府信息公开工作年度报告", Location(line=1)), grid(rows)])
    report = recognise(document, {"cn-2021": form}, "cn-2021")
    return [report.tables["主动公开"]["行政事业性收费"][0],
            report.notes["主动公开", "行政事业性收费", 0].scale]


@pytest.mark.parametrize(("header", "cell", "value", "scale"), [
    ("本年收费金额（单位：万元）", "25.1", Decimal("25.1"), 0),
    ("本年收费金额（单位：万元）", "251000元", Decimal("25.1"), -4),
    ("本年收费金额（单位：万元）", "25.1万元", Decimal("25.1"), -4),
    ("本年收费金额（单位：元）", "251000", Decimal("25.1"), -4),
    ("本年收费金额", "250000元", 25, -4),
    ("本年收费金额", "0", 0, 0),
])
def test_amounts_are_reckoned_in_the_unit_of_the_form(header, cell, value, scale):
    assert fees(header, cell) == [value, scale]


def test_odd_signs_are_kept_as_printed():
    form = forms()["cn-2019"]
    rows = [["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
            ["行政许可", "+22", "0", "7"], ["其他对外管理服务事项", "3", "-1", "7"],
            ["行政处罚", "12", "--253", "7"], ["行政强制", "0", "0", "0"]]
    document = Document(Source("x.html", "", "html"), [
        Line("某区2019年政府信息公开工作年度报告", Location(line=1)), grid(rows)])
    report = recognise(document, {"cn-2019": form}, "cn-2019")
    table = report.tables["主动公开"]
    assert table["行政许可"] == [22, 0, 7]
    assert table["其他对外管理服务事项"] == [3, -1, 7]
    assert table["行政处罚"] == [12, CellState.UNREADABLE, 7]
    assert report.notes["主动公开", "行政许可", 0].text == "+22"
    assert report.notes["主动公开", "行政处罚", 1].text == "--253"
