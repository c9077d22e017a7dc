"""The plug-in brings valid files; its form is read from tables with codes and units."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import TypeAdapter

import compliance_gansu
from compliance.model.form import Form, Row
from compliance.model.pack import Pack

api = pytest.importorskip("compliance.api")


def _load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _form() -> Form:
    (path,) = compliance_gansu.forms()
    return TypeAdapter(Form).validate_python(_load(path))


def _rows() -> list[Row]:
    (table,) = _form().tables
    return [row for block in table.blocks for row in block.rows]


def test_every_indicator_has_its_code():
    assert [row.code for row in _rows()] == [f"{number:02d}" for number in range(1, 36)]


def test_totals_name_rows_of_the_table():
    ids = {row.id for row in _rows()}
    totals = {row.id: row.total_of for row in _rows() if row.total_of}
    assert set(totals) == {"申请总数", "答复总数", "否决公开答复数"}
    assert {part for parts in totals.values() for part in parts} <= ids


def test_nothing_that_no_document_prints_is_an_error():
    (path,) = compliance_gansu.packs()
    pack = TypeAdapter(Pack).validate_python(_load(path))
    assert pack.jurisdiction == "CN-GS"
    assert [rule.id for rule in pack.rules] == list(_load(path.with_name("cn-gs.cases.yaml")))
    for rule in pack.rules:
        assert re.fullmatch(r"GS-\d\d", rule.id)
        assert rule.severity != "error"


FIGURES = {
    "主动公开信息数": (40, 320), "全文电子化公开数": (38, 300), "新增规范性文件数": (2, 15),
    "申请总数": (3, 9), "当面申请数": (1, 4), "传真申请数": (0, 1), "网上申请数": (1, 2),
    "信函申请数": (1, 2), "答复总数": (3, 9), "同意公开答复数": (2, 6),
    "同意部分公开答复数": (0, 1), "否决公开答复数": (1, 2), "信息不存在数": (1, 1),
    "免予公开范围一": (0, 1),
}


def _lines(figures, separator):
    """The table as it is printed: label, unit, code, period, year."""
    head = separator.join(("指 标 名 称", "计量单位", "代码", "本期实际", "本年累计"))
    rows = [separator.join((row.label or row.id, row.unit, row.code,
                            *map(str, figures.get(row.id, (0, 0))))) for row in _rows()]
    return "\n".join([head, *rows])


def _read(tmp_path, table):
    path = tmp_path / "report.txt"
    path.write_text(
        "定西市临水县2010年政府信息公开工作年度报告\n\n一、概述\n根据甘肃省政府信息公开统计制度填报。\n\n"
        f"二、其他需要报告的事项\n附统计报表。\n\n{table}\n", encoding="utf-8")
    return api.read(str(path))


def _failed(report):
    return {r.rule.id for r in api.audit(report).results if r.outcome.value == "fail"}


@pytest.mark.parametrize("separator", ["|", "\t", "\n"])
def test_the_table_is_read_past_its_codes_and_units(tmp_path, separator):
    report = _read(tmp_path, _lines(FIGURES, separator))
    assert (report.form, report.jurisdiction) == ("cn-gs-2008", "CN-GS")
    table = report.tables["统计报表"]
    assert len(table) == 35
    for row, values in FIGURES.items():
        assert table[row] == list(values), row
    assert report.headers["统计报表"] == {"本期实际": "本期实际", "本年累计": "本年累计"}
    assert report.units["统计报表"]["专栏访问量"] == "人次"
    assert not _failed(report) & {f"GS-0{n}" for n in range(1, 8)}


def test_a_wrong_sum_is_found(tmp_path):
    report = _read(tmp_path, _lines(FIGURES | {"网上申请数": (1, 5)}, "|"))
    assert _failed(report) & {f"GS-0{n}" for n in range(1, 8)} == {"GS-01"}


def test_what_wuwei_asks_binds_only_wuwei():
    from compliance.model.report import Source
    from compliance.plugin.cache import installed
    from compliance.recognise.structured import report_file, to_report

    def failed(division):
        data = {"form": "cn-2021", "year": 2025, "jurisdiction": "CN-GS", "division": division,
                "sections": [{"heading": "一、总体情况", "text": "加强了政府信息公开工作。"},
                             {"heading": "二、主动公开政府信息情况"}]}
        return _failed(to_report(report_file(data, "x", None), installed(), Source("x")))

    assert {"GS-32", "GS-33", "GS-34"} <= failed("620602")
    assert not {"GS-32", "GS-33", "GS-34"} & failed("620102")
