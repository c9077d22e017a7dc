"""Alter one cell of a faultless report: what guards the cell must say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from compliance import api
from compliance.desk import desk_for
from compliance.evaluate.program import Program
from compliance.model.audit import Outcome, Result
from compliance.model.profile import Profile
from compliance.model.report import CellValue, Report
from compliance.plugin.cache import installed
from compliance.relation import linearise

SAMPLES = Path(__file__).parents[2] / "sample_reports"
PROFILE = Profile()
NAMES = {"2021": "cn-2021-clean.yaml", "2019": "cn-2019-clean.yaml",
         "2014": "cn-2014-clean.yaml", "fj": "cn-fj-2017-district.yaml",
         "fj2009": "cn-fj-2011-county.yaml", "gs": "cn-gs-2010-county.yaml"}
Address = tuple[str, str, str]

# Rows no equality speaks of, with the reason why none can.
STAND_ALONE = {
    "2021": {
        "规章": "制发、废止与上年现行有效数相关，要有上一年的报告",
        "行政规范性文件": "同上",
        "行政许可": "独立的数", "行政处罚": "独立的数", "行政强制": "独立的数",
        "行政事业性收费": "独立的数",
    },
    "2019": {
        "规章": "三个数只有大小关系", "规范性文件": "三个数只有大小关系",
        "行政许可": "独立的数", "其他对外管理服务事项": "独立的数", "行政处罚": "独立的数",
        "行政强制": "独立的数", "行政事业性收费": "独立的数", "政府集中采购": "独立的数",
    },
    "2014": {
        "主动公开政府信息数": "渠道可以重叠，只有大小关系",
        "主动公开规范性文件数": "只有大小关系", "制发规范性文件总数": "只有大小关系",
        "政府公报公开数": "渠道可以重叠", "政府网站公开数": "渠道可以重叠",
        "政务微博公开数": "渠道可以重叠", "政务微信公开数": "渠道可以重叠",
        "其他方式公开数": "渠道可以重叠",
        "回应热点数": "独立的数", "新闻发布会次数": "只有大小关系",
        "负责人发布会次数": "只有大小关系", "在线访谈次数": "只有大小关系",
        "负责人在线访谈次数": "只有大小关系", "政策解读稿件数": "独立的数",
        "微博微信回应数": "独立的数", "其他方式回应数": "独立的数",
        "收取费用": "2016年度尚可收费",
        "举报投诉数量": "独立的数", "专门机构数": "独立的数", "查阅点数": "独立的数",
        "专项经费": "独立的数", "召开会议数": "独立的数", "举办培训班数": "独立的数",
        "接受培训人次": "独立的数",
    },
    "fj": {
        "主动公开文件数": "渠道可以重叠，只有大小关系", "政府网站公开数": "渠道可以重叠",
        "政府公报公开数": "渠道可以重叠", "申诉举报数": "独立的数",
        "行政复议数": "独立的数", "行政诉讼数": "独立的数",
    },
    "fj2009": {
        "主动公开文件数": "渠道可以重叠，只有大小关系", "政府网站公开数": "渠道可以重叠",
        "政府公报公开数": "渠道可以重叠", "行政复议数": "独立的数",
        "行政诉讼数": "独立的数", "行政申诉数": "独立的数",
        **dict.fromkeys(("答复总数", "同意公开答复数", "同意部分公开答复数", "不予公开答复数"),
                        "另有其他类型答复的，三类之和可以小于总数"),
    },
    "gs": {
        "主动公开信息数": "其中项可以重叠，只有大小关系", "全文电子化公开数": "只有大小关系",
        "新增规范性文件数": "只有大小关系", "服务类信息数": "只有大小关系",
        "专栏访问量": "独立的数", "现场接待人数": "独立的数", "网上咨询数": "独立的数",
        "咨询电话接听数": "独立的数", "申请目录数": "独立的数", "行政复议数": "独立的数",
        "行政诉讼数": "独立的数", "行政申诉数": "只有大小关系",
        "首次处理不满意申诉数": "只有大小关系",
    },
}


installed_once = cache(installed)


@cache
def sample(name: str) -> Report:
    return api.read(str(SAMPLES / NAMES[name]))


def altered(report: Report, changes: dict[tuple[str, str], list[CellValue]]) -> Report:
    """The report with other rows, by table and row."""
    tables = {table: dict(rows) for table, rows in report.tables.items()}
    for (table, row), values in changes.items():
        tables[table][row] = values
    return replace(report, tables=tables)


def results(report: Report) -> list[Result]:
    return desk_for(installed_once(), report, PROFILE).engine.evaluate(report)


def program(name: str) -> Program:
    return desk_for(installed_once(), sample(name), PROFILE).engine.program


def failed_relations(report: Report) -> list[Result]:
    """Failed rules on the cells of tables."""
    return [r for r in results(report)
            if r.outcome is Outcome.FAIL and r.cells and r.rule.check
            and "文中" not in r.rule.check]


@cache
def in_equality(name: str) -> frozenset[int]:
    found: set[int] = set()
    made = program(name)
    for instance in (made.instances[i] for i in made.fused_of):
        rule, report = instance.rule, sample(name)
        assert report.year is not None
        if rule.kinds or report.year not in rule.in_force:
            continue
        for linear in linearise(instance.check) or []:
            if linear.op == "=":
                found |= {key for key, factor in linear.coefficients.items()
                          if factor and isinstance(key, int)}
    return frozenset(found)


def mutants(name: str) -> Iterator[tuple[int, Address, Report]]:
    report = sample(name)
    for number, place in enumerate(program(name).layout.places):
        values = list(report.tables[place.table][place.row])
        value = values[place.index]
        assert value is not None
        values[place.index] = value + 1  # type: ignore[operator]
        yield (number, (place.table, place.row, place.column),
               altered(report, {(place.table, place.row): values}))


@pytest.mark.parametrize("name", NAMES)
def test_unaltered_report_breaks_no_relation(name: str) -> None:
    assert {r.rule.id for r in failed_relations(sample(name))} <= {"CN-T4-07"}


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_an_equality_is_guarded(name: str) -> None:
    silent = []
    for number, address, report in mutants(name):
        if number in in_equality(name):
            named = {(c.table, c.row, c.column) for r in failed_relations(report)
                     for c in r.cells}
            if address not in named:
                silent.append(address)
    assert not silent


@pytest.mark.parametrize("name", NAMES)
def test_rows_that_nothing_guards_are_known(name: str) -> None:
    loose = {place.row for number, place in enumerate(program(name).layout.places)
             if number not in in_equality(name)}
    assert loose == set(STAND_ALONE[name])


def plus(name: str, table: str, steps: dict[tuple[str, int], int]) -> Report:
    """The sample with so much added to cells, by row and index."""
    report = sample(name)
    changes: dict[tuple[str, str], list[CellValue]] = {}
    for (row, index), step in steps.items():
        values = changes.setdefault((table, row), list(report.tables[table][row]))
        values[index] = values[index] + step  # type: ignore[operator]
    return altered(report, changes)


def one(name: str, table: str, **steps: int) -> Report:
    """The same for the first column."""
    return plus(name, table, {(row, 0): step for row, step in steps.items()})


def no_applications() -> Report:
    report = sample("2019")
    return altered(report, {("申请", row): [0] * 7 for row in report.tables["申请"]})


def more_handled_than_received() -> Report:
    """Nothing is said of what is carried out, so that the printed relation cannot be judged."""
    report = plus("2019", A, {(row, i): 900 for row in ("予以公开", "办理结果总计")
                              for i in (0, 6)})
    return altered(report, {(A, "结转下年度"): [None] * 7})


S, A, G = "统计", "申请", "统计报表"
ONLY: dict[str, Callable[[], Report]] = {
    "CN-T3-01": lambda: plus("2019", A, {("结转下年度", 0): 1, ("结转下年度", 6): 1}),
    "CN-T3-02": lambda: plus("2019", A, {("予以公开", 0): 1, ("予以公开", 6): 1}),
    "CN-T3-03": lambda: plus("2019", A, {("予以公开", 6): 1, ("部分公开", 6): -1}),
    "CN-T3-06": lambda: plus("2019", A, {(row, i): 900 for row in ("上年结转", "结转下年度")
                                         for i in (0, 6)}),
    "CN-T3-06A": more_handled_than_received,
    "CN-T4-01": lambda: plus("2019", "复议诉讼", {("行政复议", 4): 1}),
    "CN-T4-07": lambda: sample("2021"),
    "CN-T4-08A": lambda: replace(plus("2019", "复议诉讼", {("复议后起诉", i): 900
                                                       for i in (0, 4)}), kind="government"),
    "CN-T4-09": no_applications,
    "CN-T2A-01": lambda: plus("2019", "主动公开", {("规范性文件", 2): -28}),
    "CN-T2A-02": lambda: plus("2019", "主动公开", {("规范性文件", 0): -1}),
    "CN-T2A-04": lambda: plus("2019", "主动公开", {("行政许可", 1): -17}),
    "CN-T2A-05": lambda: plus("2019", "主动公开", {("政府集中采购", 0): -5}),
    "CN-T2A-06": lambda: replace(plus("2019", "主动公开", {("规章", 2): 1}), kind="township"),
    "CN-S-01": lambda: one("2014", S, 当面申请数=1),
    "CN-S-02": lambda: one("2014", S, 按时办结数=1),
    "CN-S-03": lambda: one("2014", S, 申请信息不存在数=1),
    "CN-S-03A": lambda: one("2014", S, 涉及商业秘密数=1),
    "CN-S-04": lambda: one("2014", S, 申请办结数=1, 按时办结数=1, 申请答复数=1,
                           申请信息不存在数=1),
    "CN-S-05": lambda: one("2014", S, 申请答复数=1, 申请信息不存在数=1),
    "CN-S-06": lambda: one("2014", S, 复议维持数=1),
    "CN-S-06A": lambda: one("2014", S, 诉讼纠错数=1),
    "CN-S-07": lambda: one("2014", S, 政府网站公开数=1),
    "CN-S-07A": lambda: one("2014", S, 主动公开政府信息数=5000),
    "CN-S-08": lambda: one("2014", S, 主动公开规范性文件数=1300, 制发规范性文件总数=1300),
    "CN-S-08A": lambda: one("2014", S, 主动公开规范性文件数=7),
    "CN-S-09": lambda: one("2014", S, 负责人发布会次数=5),
    "CN-S-10": lambda: one("2014", S, 专职人员数=1),
    "CN-S-10A": lambda: one("2014", S, 接受培训人次=-160),
    "CN-S-11": lambda: replace(one("2014", S, 收取费用=5), year=2017),
    "FJ-01": lambda: one("fj", "指标", 政府网站公开数=1),
    "FJ-02": lambda: plus("fj", "指标", {("当面申请数", 1): 1}),
    "FJ-03": lambda: plus("fj", "指标", {("其他类型答复数", 1): 1}),
    "FJ-04": lambda: one("fj", "指标", 申诉举报数=1),
    "FJ-02A": lambda: plus("fj2009", "指标", {("当面申请数", 1): 1}),
    "FJ-03A": lambda: plus("fj2009", "指标", {("不予公开答复数", 1): 1}),
    "FJ-03B": lambda: plus("fj2009", "指标", {("不予公开答复数", 1): -1}),
    "GS-01": lambda: plus("gs", G, {("当面申请数", 1): 1}),
    "GS-02": lambda: plus("gs", G, {("同意公开答复数", 1): 1}),
    "GS-03": lambda: plus("gs", G, {("信息不存在数", 1): 1}),
    "GS-04": lambda: plus("gs", G, {("全文电子化公开数", 1): 21}),
    "GS-05": lambda: plus("gs", G, {("网上咨询数", 0): 70}),
    "GS-06": lambda: plus("gs", G, {("首次处理不满意申诉数", 1): 2}),
    "GS-07": lambda: plus("gs", G, {("答复总数", 1): 1, ("同意公开答复数", 1): 1}),
    "FJ-06": lambda: plus("fj", "指标", {("答复总数", 1): 1, ("其他类型答复数", 1): 1}),
}


@pytest.mark.parametrize("rule", ONLY)
def test_a_fault_that_only_this_rule_finds(rule: str) -> None:
    assert {r.rule.id for r in failed_relations(ONLY[rule]())} == {rule}


def test_every_relation_between_cells_has_its_own_fault() -> None:
    known = {r.id for name in NAMES for instance in program(name).instances
             for r in [instance.rule] if instance.cells and not instance.statements
             and r.id.startswith(("CN-T3-", "CN-T4-", "CN-T2A-", "CN-S-", "FJ-", "GS-"))}
    assert known == set(ONLY)
