"""The plug-in brings valid files, and its rules hold where they say."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import TypeAdapter

import compliance_fujian
from compliance.model.form import Form
from compliance.model.pack import Pack


def _load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _forms():
    loaded = (TypeAdapter(Form).validate_python(_load(path)) for path in compliance_fujian.forms())
    return {form.form: form for form in loaded}


def test_forms_replace_the_national_table_and_follow_each_other():
    old, new = (_forms()[name] for name in ("cn-fj-2009", "cn-fj-2014"))
    assert (old.years.first, old.years.last) == (2009, 2013)
    assert (new.years.first, new.years.last) == (2014, 2018)
    assert (old.extends, old.without) == ("cn-2008", [])
    assert (new.extends, new.without) == ("cn-2014", ["统计"])
    for form in (old, new):
        assert [table.id for table in form.tables] == ["指标"]


def test_totals_name_rows_of_the_table():
    for form in _forms().values():
        rows = {row.id: row for block in form.tables[0].blocks for row in block.rows}
        assert {part for row in rows.values() for part in row.total_of} <= set(rows)


def test_rows_that_mean_the_same_have_the_same_id_in_both_tables():
    old, new = (
        {row.id for row in _forms()[name].tables[0].blocks[0].rows}
        for name in ("cn-fj-2009", "cn-fj-2014"))
    assert {"主动公开文件数", "政府网站公开数", "政府公报公开数", "申请总数", "当面申请数",
            "答复总数", "同意公开答复数", "同意部分公开答复数", "不予公开答复数", "行政复议数",
            "行政诉讼数"} == old & new


def test_every_rule_is_provincial_and_has_cases():
    (path,) = compliance_fujian.packs()
    pack = TypeAdapter(Pack).validate_python(_load(path))
    cases = _load(path.with_name("cn-fj.cases.yaml"))
    assert pack.jurisdiction == "CN-FJ"
    assert [rule.id for rule in pack.rules] == list(cases)
    for rule in pack.rules:
        assert rule.forms or rule.code, rule.id
        assert set(rule.forms) <= set(_forms()), rule.id
        assert re.fullmatch(r"FJ-\d\d[AB]?", rule.id)


OLD_TABLE = """
指   标  名  称

计量 单位

2010  年度

历年 累计

主动公开信息数
条
320
900
其中:1.政府网站
条
300
820
2.政府公报
条
40
90
受理依申请公开信息总数
件
4
9
其中:1.当面申请数
件
1
3
2.传真申请数
件
0
1
3.电子邮件申请数
件
1
1
4.网上申请数
件
2
2
5.信函申请数
件
0
2
6.其它形式申请数
件
0
0
本年度对申请的答复总数
件
4
9
其中:1.同意公开答复数
件
3
6
   2.同意部分公开答复数
件
0
1
3.否决公开答复总数
件
1
2
行政复议数
件
0
0
行政诉讼数
件
0
0
行政申诉数
件
0
2
"""


def test_the_older_table_is_read_and_the_year_of_its_column_is_checked(tmp_path):
    api = pytest.importorskip("compliance.api")
    path = tmp_path / "report.txt"
    path.write_text(
        "福建省临江市2011年政府信息公开工作年度报告\n\n一、概述\n本年度依《福建省政府信息公开办法》"
        "开展工作。\n\n二、需要说明的其他事项与附表\n附表如下。\n" + OLD_TABLE, encoding="utf-8")
    report = api.read(str(path))
    assert (report.form, report.year) == ("cn-fj-2009", 2011)
    assert report.tables["指标"]["申请总数"] == [4, 9]
    assert report.tables["指标"]["不予公开答复数"] == [1, 2]
    assert report.headers["指标"] == {"年度": "2010 年度", "历年累计": "历年 累计"}
    assert set(report.units["指标"].values()) == {"条", "件"}
    failed = {result.rule.id for result in api.audit(report).results
              if result.outcome.value == "fail"}
    assert "FJ-07" in failed
    assert not failed & {"FJ-01", "FJ-02A", "FJ-03A", "FJ-03B", "FJ-04"}


def test_installed_plugin_is_discovered():
    discover = pytest.importorskip("compliance.plugin.discover")
    from importlib.metadata import entry_points

    if not any(entry.name == "fujian" for entry in entry_points(group="compliance")):
        pytest.skip("compliance-fujian is not installed in this environment")
    library, _ = discover.discover()
    assert {"cn-fj-2009", "cn-fj-2014"} <= set(library.forms)
    assert {"cn-fj"} <= set(library.packs)
