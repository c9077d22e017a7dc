"""``compliance read --explain``: what was taken for what, why, and how surely."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from compliance.cli.main import cli

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
LABELS = (
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开",
    "（二）部分公开", "1.属于国家秘密", "2.其他法律行政止公开", "3.危及“三安全一稳定”",
    "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
    "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
    "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息", "1.逾期不补正", "2.逾期不缴费", "3.其他",
    "（七）总计", "申请人满意程度", "四、结转下年度继续办理",
)


def page() -> str:
    """A report with a misprinted label, a row left out, a row too many and a cell of words."""
    head = "".join(f"<td>{name}</td>" for name in ("申请人情况", *COLUMNS))
    rows = [f"<tr>{head}</tr>"]
    for number, label in enumerate(LABELS):
        cells = ["1", "0", "0", "0", "0", "", "1"]
        if label.startswith("2.重复"):
            cells[2] = "若干"
        marks = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f"<tr id='r{number}'><td>{label}</td>{marks}</tr>\n")
    return (
        "<html><head><meta charset='utf-8'></head><body>"
        "<h1>江海市统计局2023年政府信息公开工作年度报告</h1>"
        "<p>一、总体情况</p><p>2023年共收到政府信息公开申请1件。</p>"
        "<p>三、收到和处理政府信息公开申请情况</p><table>" + "".join(rows) + "</table>"
        "<p>五、存在的主要问题和整改措施</p><p>问题一，措施一。</p><p>七、附带的话</p><p>话。</p>"
        "</body></html>"
    )


@pytest.fixture
def explained(tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "report.html"
    file.write_text(page(), "utf-8")
    result = CliRunner().invoke(cli, ["read", str(file), "--explain", "--format", "json"])
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.output)
    return data


def rows(data: dict[str, Any]) -> dict[str, Any]:
    [table] = [each for each in data["tables"] if each["table"] == "申请"]
    return {row["row"]: row for row in table["rows"]}


def test_how_each_row_was_known(explained: dict[str, Any]) -> None:
    found = rows(explained)
    assert found["本年新收"]["row_by"] == "label"
    assert found["逾期不缴费"]["row_by"] == "variant"
    near = found["法律行政法规禁止"]
    assert (near["row_by"], near["printed"]) == ("near", "2.其他法律行政止公开")
    assert 80 < near["likeness"] < 100
    assert {cell["sure"] for cell in near["cells"]} == {"near"}
    assert found["本年新收"]["columns_by"] == "header"


def test_what_was_not_found_and_what_is_too_much(explained: dict[str, Any]) -> None:
    [table] = [each for each in explained["tables"] if each["table"] == "申请"]
    assert table["missing_rows"] == ["补正后仍不明确"]
    assert rows(explained)["补正后仍不明确"]["cells"] == []
    assert table["unknown_rows"] == ["申请人满意程度"]
    assert [each["table"] for each in explained["tables"] if not each["found"]] == [
        "主动公开", "复议诉讼"]


def test_how_surely_each_cell_was_read(explained: dict[str, Any]) -> None:
    cells = rows(explained)["重复申请"]["cells"]
    assert [cell["sure"] for cell in cells] == [
        "sure", "sure", "doubt", "sure", "sure", "sure", "sure"]
    assert cells[2]["state"] == "unreadable"
    assert "若干" in cells[2]["doubt"]
    assert cells[5]["state"] == "blank"
    assert all(cell["location"] for cell in cells)


def test_sections_and_statements(explained: dict[str, Any]) -> None:
    assert [(each["section"], each["by"]) for each in explained["sections"]] == [
        ("总体情况", "heading"), ("申请情况", "heading"), ("问题及改进", "words"), ("", "none")]
    assert "政府信息公开行政复议、行政诉讼情况" in explained["missing_sections"]
    assert [(each["indicator"], each["value"]) for each in explained["statements"]] == [
        ("文中受理申请", 1)]


@pytest.mark.parametrize(("language", "words"), [
    ("zh", ("行名近似", "没有找到这张表", "没有找到的行：3.补正后申请内容仍不明确",
            "格式中没有的行：申请人满意程度", "按年度选定", "重复申请·科研机构：“若干”不是数字")),
    ("en", ("a label like", "this table was not found", "rows not found:", "chosen by the fiscal")),
])
def test_in_words(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    file = tmp_path / "report.html"
    file.write_text(page(), "utf-8")
    arguments = ["read", str(file), "--explain", "--lang", language]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0
    for each in words:
        assert each in result.output
    assert CliRunner().invoke(cli, arguments).output == result.output


def test_a_structured_report_names_its_rows_itself(tmp_path: Path) -> None:
    file = tmp_path / "report.yaml"
    file.write_text("form: cn-2021\nyear: 2023\ntables:\n  申请:\n"
                    "    本年新收: [1, 0, 0, 0, 0, '?', 1]\n", "utf-8")
    result = CliRunner().invoke(cli, ["read", str(file), "--explain", "--format", "json"])
    row = rows(json.loads(result.output))["本年新收"]
    assert row["row_by"] == "given"
    assert [cell["sure"] for cell in row["cells"]] == [*["sure"] * 5, "doubt", "sure"]
