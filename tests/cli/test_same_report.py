"""``compliance audit A B --same-report``: two files of one report, compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from compliance.cli.main import cli
from compliance.errors import Problem

ROOT = Path(__file__).parents[2]
CLEAN = ROOT / "sample_reports" / "cn-2021-clean.yaml"
REAL = ROOT.parent / "shared" / "reports" / "suqian-city-gov-2023.txt"
PAGE = """<html><head><meta charset="utf-8"></head><body>
<h1>江海市统计局2023年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>2023年共收到政府信息公开申请3件，均已按期答复。公开信息1,204条。</p>
<p>二、主动公开政府信息情况</p>
<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
<tr><td>行政规范性文件</td><td>{issued}</td><td>1</td><td>{inforce}</td></tr></table>
<p>六、其他需要报告的事项</p><p>{other}</p></body></html>"""
TEXT = """江海市统计局2023年政府信息公开工作年度报告

一、总体情况
2023 年共收到政府信息公开申请 3 件，均已按
期答复。公开信息１２０４条．

二、主动公开政府信息情况
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t5\t1\t25

六、其他需要报告的事项
无其他事项。
"""


def run(*arguments: object) -> Result:
    """What the command prints; its exit code is the return value."""
    words = ["audit", *map(str, arguments), "--same-report", "--lang", "zh"]
    return CliRunner().invoke(cli, words, standalone_mode=False)


def failed(result: Result) -> dict[str, list[dict[str, Any]]]:
    """Failures of the rules about files of one report, by rule."""
    [audit] = json.loads(result.output)["audits"]
    found: dict[str, list[dict[str, Any]]] = {}
    for each in audit["results"]:
        if each["rule"].startswith("CN-SAME") and each["result"] == "fail":
            found.setdefault(each["rule"], []).append(each)
    return found


def edited(path: Path, old: str, new: str) -> Path:
    text = CLEAN.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_a_copy_says_the_same(tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(CLEAN.read_text("utf-8"), "utf-8")
    result = run(CLEAN, copy, "--format", "json")
    assert result.return_value == 0
    assert failed(result) == {}
    [audit] = json.loads(result.output)["audits"]
    same = {each["rule"] for each in audit["results"]
            if each["rule"].startswith("CN-SAME") and each["result"] == "pass"}
    assert {"CN-SAME-01", "CN-SAME-02", "CN-SAME-03", "CN-SAME-04", "CN-SAME-06"} <= same


def test_without_a_second_file_nothing_is_compared() -> None:
    result = CliRunner().invoke(cli, ["audit", str(CLEAN), "--format", "json"])
    assert "CN-SAME" not in result.output


def test_layout_is_no_difference(tmp_path: Path) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(PAGE.format(issued=5, inforce=25, other="无其他事项。"), "utf-8")
    text.write_text(TEXT, "utf-8")
    assert failed(run(page, text, "--format", "json")) == {}
    assert failed(run(text, page, "--format", "json")) == {}


def test_cells_and_words_that_differ(tmp_path: Path) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(PAGE.format(issued=6, inforce="", other="无。"), "utf-8")
    text.write_text(TEXT, "utf-8")
    result = run(page, text, "--format", "json")
    assert result.return_value == 1
    found = failed(result)
    assert found.keys() == {"CN-SAME-01", "CN-SAME-02", "CN-SAME-04"}
    [cell] = found["CN-SAME-01"]
    assert cell["cells"][0]["row"] == "行政规范性文件"
    assert "本文件为 6，b.txt 为 5（第 10 行）" in cell["explanation"]
    [blank] = found["CN-SAME-02"]
    assert "本文件为 空白，b.txt 为 25" in blank["explanation"]
    [words] = found["CN-SAME-04"]
    assert words["subject"] == "六、其他需要报告的事项"
    assert "本文件写“无”，b.txt 写“无其他事项”" in words["explanation"]


def test_the_severity_decides_on_the_exit_code(tmp_path: Path) -> None:
    other = edited(tmp_path / "other.yaml", "title: ", "title: 关于")
    assert run(CLEAN, other).return_value == 0
    assert run(CLEAN, other, "--fail-on", "warning").return_value == 1
    result = run(CLEAN, other, "--format", "json")
    assert failed(result).keys() == {"CN-SAME-06"}


def test_figures_of_the_text_that_differ(tmp_path: Path) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(PAGE.format(issued=5, inforce=25, other="无其他事项。"), "utf-8")
    text.write_text(TEXT.replace("申请 3 件", "申请 8 件"), "utf-8")
    found = failed(run(page, text, "--format", "json"))
    assert found.keys() == {"CN-SAME-04", "CN-SAME-05"}
    assert "本文件为 3（收到政府信息公开申请3件）" in found["CN-SAME-05"][0]["explanation"]


def test_what_was_not_read_is_doubt_and_no_difference(tmp_path: Path) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(PAGE.format(issued="五件多", inforce=25, other="无其他事项。"), "utf-8")
    text.write_text(TEXT, "utf-8")
    result = run(page, text, "--format", "json")
    assert "CN-SAME-01" not in failed(result)
    [audit] = json.loads(result.output)["audits"]
    assert [each["explanation"] for each in audit["results"]
            if each["rule"] == "CN-SAME-01" and each["result"] == "unknown"]


@pytest.mark.parametrize("name", ["table", "markdown", "json", "sarif", "junit", "github"])
def test_every_format_shows_it(tmp_path: Path, name: str) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(PAGE.format(issued=6, inforce=25, other="无其他事项。"), "utf-8")
    text.write_text(TEXT, "utf-8")
    result = run(page, text, "--format", name)
    assert result.return_value == 1
    assert "CN-SAME-01" in result.output.replace("\\", "")
    assert run(page, text, "--format", name).output == result.output


def test_one_file_is_not_enough() -> None:
    problem = run(CLEAN).exception
    assert isinstance(problem, Problem)
    assert "至少给出两个" in problem.text.zh


def test_a_second_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"")
    problem = run(CLEAN, broken).exception
    assert isinstance(problem, Problem)
    assert problem.file == str(broken)


@pytest.mark.skipif(not REAL.exists(), reason="the real reports are not at hand")
def test_a_report_and_what_was_read_of_it(tmp_path: Path) -> None:
    read = tmp_path / "read.yaml"
    CliRunner().invoke(cli, ["read", str(REAL), "--output", str(read)])
    assert failed(run(REAL, read, "--format", "json")) == {}
