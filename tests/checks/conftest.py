"""A small form, and a way to run one check on one report."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from compliance.checks import CHECKS
from compliance.checks.observation import Context, Observation
from compliance.model.form import Block, Column, Form, FormSection, Row, SectionPart, Table, Years
from compliance.model.pack import Rule
from compliance.model.report import Report
from compliance.model.text import Text
from compliance.plugin.cache import installed

SECTIONS = [
    FormSection("总体情况", "总体情况", words=["总体*情况"], number=1, parts=[
        SectionPart("主动公开", ["主动公开"]), SectionPart("平台建设", ["平台建设"])]),
    FormSection("主动公开情况", "主动公开政府信息情况", words=["主动公开"], number=2),
    FormSection("申请情况", "收到和处理政府信息公开申请情况",
                words=["依申请", "公开申请*情况"], number=3),
    FormSection("问题及改进", "存在的主要问题及改进情况", words=["问题*改进"], number=4),
    FormSection("其他事项", "其他需要报告的事项", words=["其他*事项"], number=5),
]
PEOPLE = [Column("自然人"), Column("其他"), Column("总计")]
TABLE = Table(
    "申请", Text("表三", "table 3"), "申请情况",
    [Block(PEOPLE, [
        Row("本年新收"),
        Row("其他处理", rows=[Row("逾期不补正"), Row("逾期不缴费"), Row("其他情形")]),
        Row("办理结果总计", total_of=["其他处理"]),
        Row("结转下年度"),
    ])],
)
MONEY = Table(
    "主动公开", Text("表二", "table 2"), "主动公开情况",
    [Block([Column("本年收费金额", "本年收费金额（单位：万元）", unit="万元")],
           [Row("行政事业性收费", whole=False)])],
    required=False,
)
FORM = Form("cn-2021", Text.same("2021格式"), "CN", years=Years(2021), sections=SECTIONS,
            tables=[MONEY, TABLE])
OLD = Form("cn-2019", Text.same("2019格式"), "CN", years=Years(2019, 2020))
FREE = Form("cn-2014", Text.same("2014"), "CN", sections=[
    FormSection("主动公开情况", "主动公开政府信息情况", words=["主动公开"]),
    FormSection("申请情况", "依申请公开情况", words=["依申请"]),
    FormSection("收费减免", "收费及减免情况", words=["收费"]),
    FormSection("复议诉讼情况", "复议诉讼情况", words=["复议", "诉讼"]),
])

Run = Callable[..., list[Observation]]


@pytest.fixture
def run() -> Run:
    """``run(name, report, form=…, settings=…)`` gives the observations of a check."""

    def call(
        name: str, report: Report, form: Form = FORM, settings: dict[str, Any] | None = None,
        deadlines: dict[str, str] | None = None, prescribed: str = "cn-2021",
    ) -> list[Observation]:
        rule = Rule("X", Text.same("x"), "", [], "warning", "template", Text.same("x"),
                    settings=settings or {})
        forms = {known.form: known for known in (FORM, OLD, FREE)}
        module, _, function = CHECKS[name].partition(":")
        context = Context(report, form, rule, forms, prescribed, deadlines or {},
                          installed().words)
        return list(getattr(import_module(module), function)(context))

    return call


@pytest.fixture
def outcomes(run: Run) -> Callable[..., list[str]]:
    """As ``run``, but only the outcomes."""
    return lambda *args, **named: [seen.outcome.value for seen in run(*args, **named)]


@pytest.fixture
def forms() -> dict[str, Form]:
    """The forms used here, by id."""
    return {form.form: form for form in (FORM, OLD, FREE)}
