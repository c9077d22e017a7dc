"""Structured reports: numbers written as text, the form that the rows fit, where it is wrong."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from compliance import api
from compliance.errors import Problem
from compliance.model.audit import Outcome
from compliance.model.report import CellState, Report, Source
from compliance.plugin.cache import installed
from compliance.recognise.cells import cell_value
from compliance.recognise.structured import report_file, to_report

SAMPLES = Path(__file__).parents[2] / "sample_reports"


def made(**values: Any) -> Report:
    return to_report(report_file({"year": 2023, **values}, "r.yaml", None), installed(),
                     Source("r.yaml", format="yaml"))


def one(text: str) -> Any:
    """What a cell of 复议诉讼 with that text holds."""
    report = made(tables={"复议诉讼": {"行政复议": [text, 0, 0, 0, 0]}})
    return report.tables["复议诉讼"]["行政复议"][0]


@pytest.mark.parametrize(("text", "value"), [
    ("3", 3), ("+3", 3), ("＋3", 3), ("-2", -2), ("－2", -2), ("−2", -2), ("1,234", 1234),
    ("１，２３４", 1234), ("１２", 12), ("3件", 3), ("3.50", Decimal("3.50")), ("十二", 12),
    ("无", 0), ("", None), (" ", None), ("/", CellState.NOT_APPLICABLE),
    ("--", CellState.NOT_APPLICABLE), ("不适用", CellState.NOT_APPLICABLE),
    ("?", CellState.UNREADABLE), ("甲", CellState.UNREADABLE), ("--253", CellState.UNREADABLE),
])
def test_numbers_written_as_text(text: str, value: Any) -> None:
    assert one(text) == value
    assert type(one(text)) is type(value)


@given(st.one_of(
    st.text(alphabet="0123456789,.+-−－＋０１２３，．件万 /\\—无三十", max_size=8),
    st.integers(-10**9, 10**9).map(lambda number: f"{number:+,}"), st.text(max_size=6)))
def test_text_in_a_cell_means_what_it_means_on_a_page(text: str) -> None:
    assert one(text) == cell_value(text)[0]


def results(report: Report, rule: str) -> set[Outcome]:
    return {each.outcome for each in api.audit(report).results if each.rule.id == rule}


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_change_with_its_sign_is_a_number(suffix: str, tmp_path: Path) -> None:
    data = yaml.safe_load((SAMPLES / "cn-2019-clean.yaml").read_text("utf-8"))
    proactive = data["tables"]["主动公开"]
    before, change, decisions = proactive["行政许可"]
    proactive["行政许可"] = [f"{before:,}", f"{change:+}", str(decisions)]
    path = tmp_path / f"report.{suffix}"
    path.write_text(json.dumps(data, default=str, ensure_ascii=False), "utf-8")
    report = api.read(str(path))
    assert report.tables["主动公开"]["行政许可"] == [before, change, decisions]
    assert Outcome.FAIL not in results(report, "CN-F-07")


def clean(year: int, form_of: int) -> dict[str, Any]:
    """A clean sample of one form, filed for another year without naming the form."""
    data: dict[str, Any] = yaml.safe_load(
        (SAMPLES / f"cn-{form_of}-clean.yaml").read_text("utf-8"))
    data.pop("form", None)
    own = str(data["year"])
    return {**data, "year": year, "title": str(data["title"]).replace(own, str(year))}


@pytest.mark.parametrize(("year", "form_of"), [(2022, 2019), (2020, 2021)])
def test_a_report_on_the_form_of_another_year_is_read_and_told(year: int, form_of: int) -> None:
    report = made(**clean(year, form_of))
    assert report.form == f"cn-{form_of}"
    assert len(report.tables) == 3
    assert report.titles.keys() == report.tables.keys()
    assert results(report, "CN-F-01") == {Outcome.FAIL}
    assert results(made(**clean(form_of, form_of)), "CN-F-01") == {Outcome.PASS}


def test_a_form_that_is_named_is_kept() -> None:
    with pytest.raises(Problem) as caught:
        made(**clean(2022, 2019), form="cn-2021")
    assert "主动公开" in caught.value.text.zh


@pytest.mark.parametrize("row", ["本年新手", "其他处理方式", "规范性文件"])
def test_a_misspelt_row_is_no_other_form(row: str) -> None:
    data = clean(2022, 2021)
    table = "主动公开" if row == "规范性文件" else "申请"
    rows = data["tables"][table]
    first = next(iter(rows))
    rows[row] = rows.pop(first)
    with pytest.raises(Problem) as caught:
        made(**data)
    assert f"“{row}”" in caught.value.text.zh


WRONG = """# 说明
year: 2023
tables:
  主动公开:
    规章: [1, 2, 3]
  {rows}
"""


@pytest.mark.parametrize(("rows", "line", "column"), [
    ("申情: {}", 6, 3), ("申请: {新收: [1]}", 6, 8), ("申请: {本年新收: [1, 2]}", 6, 8),
    ("申请:\n    本年新收: [1, 2, 3, 4]", 7, 5), ("申请: {本年新收: {自然: 2}}", 6, 15),
    ("申请:\n    本年新收:\n      自然人: 2\n      自然: 2", 9, 7),
])
def test_what_is_wrong_with_rows_and_columns_is_told_with_its_line(
    rows: str, line: int, column: int, tmp_path: Path
) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(WRONG.format(rows=rows), "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert caught.value.line("zh").startswith(f"{path}:{line}:{column}: ")


def test_lines_of_json_of_other_faces_and_of_the_form(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text('{"year": 2023,\n"tables": {"申请": {\n"新收": [1]}}}', "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert caught.value.line("zh").startswith(f"{path}:3:1: ")
    path.write_text('{"year": 2023, "faces": [\n{"year": 2023,\n'
                    '"tables": {"申请": {\n"新收": [1]}}}]}', "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert caught.value.line("zh").startswith(f"{path}:4:1: ")
    path.write_text('{"year": 2023,\n"form": "cn-1999"}', "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert caught.value.location is not None
    assert caught.value.location.line == 2
    with pytest.raises(Problem) as caught:
        api.read(str(path), form="cn-1998")
    assert caught.value.location is None


@pytest.mark.parametrize(("name", "text", "words"), [
    ("list.json", "[1, 2]", ":1:2: 结构化报告必须是“键: 值”的映射，这里却是列表"),
    ("list.yaml", "# 报告\n- 1\n- 2\n", ":2:3: 结构化报告必须是“键: 值”的映射，这里却是列表"),
    ("flow.yaml", "[1, 2]", "映射，这里却是列表"), ("word.json", '"报告"', "映射，这里却是文字"),
    ("null.json", "null", "映射，这里却是空的"), ("number.json", "2023", "映射，这里却是单个的值"),
    ("empty.yaml", "# 说明\n", "映射，这里却是空的"),
    ("tag.yaml", "!!python/object/apply:os.system ['true']", ":1:1: 不能使用标记 !!python"),
])
def test_a_structured_file_that_is_no_mapping_says_so(
    name: str, text: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert words in caught.value.line("zh")
    assert caught.value.location is not None


def test_prose_in_a_file_with_the_name_of_data_is_still_prose(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text("某某市教育局2023年政府信息公开工作年度报告\n一、总体情况\n无。\n", "utf-8")
    assert api.read(str(path)).source.format == "text"


@pytest.mark.parametrize("cells", ["[yes, 0, 0, 0, 0]", "{总计: false}", "true"])
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_yes_and_no_are_no_numbers(cells: str, suffix: str, tmp_path: Path) -> None:
    text = f"year: 2023\ntables:\n  复议诉讼:\n    行政复议: {cells}\n"
    if suffix == ".json":
        text = json.dumps(yaml.safe_load(text), indent=1)
    path = tmp_path / f"r{suffix}"
    path.write_text(text, "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert "不是数" in caught.value.text.zh
    assert caught.value.location is not None
    assert caught.value.location.line == {".yaml": 4, ".json": 5}[suffix] + (
        suffix == ".json" and cells != "true")


@pytest.mark.parametrize(("rows", "place", "said"), [
    ("申请: {本年新受: [1]}", "6:8", "是不是“本年新收”？"),
    ("申請: {}", "6:3", "是不是“申请”？"),
    ("申请: {本年新收: {总记: 2}}", "6:15", "是不是“总计”？"),
    ("申请: {xyz: [1]}", "6:8", "它的行有：本年新收、"),
    ("申请: {本年新收: {自然人：3, 总计: 3}}", "6:15", "“自然人：3”用了全角冒号"),
    ("申请: {本年新收: [3440，75, 0, 0, 0, 0, 0]}", "6:15", "“3440，75”里有全角逗号"),
    ("申请:\n    本年新收: 【1, 2】", "7:11", "全角括号"),
    ("申请: {本年新收: [3,440, 75, 0, 0, 0, 0, 0]}", "6:15", "“3,440”里有千位分隔的逗号"),
    ("申请: {本年新收: [75, 1,003,040, 0, 0, 0, 0, 0]}", "6:19", "请写 1003040"),
    ("申请: {本年新收: {自然人: 3,440, 总计: 3}}", "6:22", "请写 3440"),
    # No spaces at all: not one comma is a slip more than the others.
    ("申请: {本年新收: [344,750,1,2,3,4,5,6,7]}", "6:8", "填了 9 个数，应为 7 个"),
])
def test_slips_in_names_and_numbers_are_told_with_their_mend(
    rows: str, place: str, said: str, tmp_path: Path,
) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(WRONG.format(rows=rows), "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    line = caught.value.line("zh")
    assert line.startswith(f"{path}:{place}: ")
    assert said in line


@pytest.mark.parametrize("year", [20224, 204, 0, -2024, 1999, 2101])
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_year_that_cannot_be_one_is_refused_with_its_place(
    year: int, suffix: str, tmp_path: Path,
) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_text(f'{{"form": "cn-2021",\n "year": {year}}}', "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert caught.value.line("zh").startswith(f"{path}:2:10: year 的值 {year} ")
    assert "2000 至 2100" in caught.value.text.zh


def test_a_year_in_the_title_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text("form: cn-2021\ntitle: 江海市统计局2022年政府信息公开工作年度报告\n", "utf-8")
    assert api.read(str(path)).year == 2022
    path.write_text("form: cn-2021\nyear: 2000\n", "utf-8")
    assert api.read(str(path)).year == 2000


@pytest.mark.parametrize(("text", "place", "said"), [
    ("year: 2024\nyaer: 2024\n", "2:1", "不认识的键“yaer”；是不是“year”？"),
    ("year: 2024\nzzz: 1\n", "2:1", "不认识的键“zzz”，请检查拼写或删去"),
    ("year: 2024\nsections:\n- text: 甲\n  headng: 一、总体情况\n", "4:3",
     "不认识的键“headng”（位置：sections 第 1 项）；是不是“heading”？"),
    ("year: 2024\nsections:\n- heading: 一\n- text: 甲\n", "4:3",
     "缺少必填的键 sections 第 2 项的 heading"),
    ("year: 2024\nkind: 政府\n", "2:7",
     "kind 的值“政府”不对；只能是 government（政府）、department（部门）、township（乡镇、街道）"),
    ("year: 2024\nyaer: 1\ntitel: 甲\n", "2:1",
     "不认识的键“yaer”；是不是“year”？（另有 1 处问题）"),
    ("year: 2024\nfaces:\n- yaer: 2024\n", "3:3", "不认识的键“yaer”；是不是“year”？"),
])
def test_wrong_keys_are_told_with_the_right_ones(
    text: str, place: str, said: str, tmp_path: Path,
) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(Problem) as caught:
        api.read(str(path))
    assert caught.value.line("zh") == f"{path}:{place}: {said}"
