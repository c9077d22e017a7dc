"""What ``compliance read`` writes is audited like the document that it was read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import api
from compliance.recognise.report_data import to_file
from compliance.write.structured import to_json, to_yaml

SHARED = Path(__file__).parents[3] / "shared" / "reports"
REAL = sorted([path for pattern in ("*.html", "*.txt", "excerpts/*.txt", "*-2024.md")
               for path in SHARED.glob(pattern) if "monthly" not in path.name])

HEAD = "三元区2017年政府信息公开工作年度报告\n\n一、概述\n根据《福建省政府信息公开办法》，"
TABLE = """
二、需要说明的其他事项与附表
指标名称
单位
2016
历年累计
主动公开文件数
912
8131
其中:1.政府网站公开数
912
7673
2.政府公报公开数
0
0
受理政府信息公开申请总数
0
3
"""


def verdict(path: Path) -> list[tuple[str, str, str, str]]:
    audit = api.audit(api.read(str(path)))
    return sorted((r.rule.id, r.outcome.value, r.subject.zh, r.explanation.zh)
                  for r in audit.results)


def read_back(path: Path, folder: Path) -> None:
    data = to_file(api.read(str(path)))
    for name, written in (("copy.yaml", to_yaml(data)), ("copy.json", to_json(data))):
        copy = folder / name
        copy.write_text(written, encoding="utf-8")
        assert verdict(copy) == verdict(path)
        assert to_file(api.read(str(copy))) == data


def test_year_of_a_column_units_and_growth_are_kept(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(HEAD + "公开信息912条，比上年的900条增长2.1%。\n" + TABLE, encoding="utf-8")
    failed = {rule for rule, outcome, _, _ in verdict(path) if outcome == "fail"}
    assert {"FJ-07", "CN-F-09", "CN-G-01"} <= failed
    read_back(path, tmp_path)


def test_amounts_signs_and_narratives_are_kept(tmp_path):
    cells = {"规章": "0 0 0", "规范性文件": "3 3 12", "行政许可": "+22 0 7",
             "其他对外管理服务事项": "3 -1 7", "行政处罚": "1,200 --253 7", "行政强制": "0 0 0",
             "行政事业性收费": "2 0", "政府集中采购": "6 251000元"}
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{word}</td>" for word in (label, *cell.split())) + "</tr>"
        for label, cell in cells.items())
    path = tmp_path / "report.html"
    path.write_text(
        "<meta charset=utf-8><p>某区2019年政府信息公开工作年度报告</p>"
        "<p>一、总体情况</p><p>开展工作。</p><p>二、主动公开政府信息情况</p>"
        f"<table>{rows}</table>", encoding="utf-8")
    failed = {rule for rule, outcome, _, _ in verdict(path) if outcome == "fail"}
    assert {"CN-F-31", "CN-F-32"} <= failed
    assert "CN-F-08" not in failed
    read_back(path, tmp_path)


@pytest.mark.skipif(not REAL, reason="the real reports are not on this machine")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_reports(path, tmp_path):
    read_back(path, tmp_path)
