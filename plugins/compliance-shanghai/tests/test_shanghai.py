"""The plug-in brings valid files, and its rules hold where they say."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import TypeAdapter

import compliance_shanghai
from compliance.model.form import Form
from compliance.model.pack import Pack

api = pytest.importorskip("compliance.api")


def _load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_forms_add_sections_that_may_be_left_out():
    forms = [TypeAdapter(Form).validate_python(_load(path)) for path in compliance_shanghai.forms()]
    assert [(f.form, f.extends, f.years.first, f.years.last) for f in forms] == [
        ("cn-sh-2008", "cn-2008", 2008, 2013), ("cn-sh-2014", "cn-2014", 2014, 2018)]
    for form in forms:
        assert form.jurisdiction == "CN-SH"
        assert not any(section.required for section in form.sections)
        assert not form.tables


def test_every_rule_has_cases_and_none_is_an_error():
    (path,) = compliance_shanghai.packs()
    pack = TypeAdapter(Pack).validate_python(_load(path))
    assert [rule.id for rule in pack.rules] == list(_load(path.with_name("cn-sh.cases.yaml")))
    for rule in pack.rules:
        assert re.fullmatch(r"SH-\d\d", rule.id)
        assert rule.severity != "error"


def _read(tmp_path, year, text):
    path = tmp_path / "report.txt"
    path.write_text(f"上海市江南区{year}年政府信息公开工作年度报告\n\n{text}\n", encoding="utf-8")
    return api.read(str(path))


def _results(report, rule):
    return [r for r in api.audit(report).results if r.rule.id == rule]


@pytest.mark.parametrize(("year", "form"), [(2012, "cn-sh-2008"), (2016, "cn-sh-2014"),
                                            (2020, "cn-2019"), (2023, "cn-2021")])
def test_the_form_of_the_year(tmp_path, year, form):
    text = "本报告根据《上海市政府信息公开规定》编制。\n\n一、概述\n按规定开展工作。"
    assert _read(tmp_path, year, text).form == form


def test_enquiries_are_a_section_of_their_own(tmp_path):
    text = "根据《上海市政府信息公开规定》编制。\n\n一、概述\n按规定办理。\n\n"
    report = _read(tmp_path, 2012, text + "二、咨询处理情况\n全年接受市民咨询120次。")
    assert [section.id for section in report.sections] == ["概述", "咨询处理"]
    assert [r.outcome.value for r in _results(report, "SH-01")] == ["pass"]


@pytest.mark.parametrize(("kinds", "outcome"), [
    ("含新制定5件，修改4件，废止4件", "pass"), ("含新制定5件、修改4件", "fail"),
    ("其中：修订8件，废止5件", "pass"),
])
def test_kinds_of_rules_add_up(tmp_path, kinds, outcome):
    text = f"根据《上海市政府信息公开规定》编制。\n\n一、总体情况\n主动公开规章13件（{kinds}）。"
    results = _results(_read(tmp_path, 2022, text), "SH-05")
    assert [r.outcome.value for r in results] == [outcome]


def test_a_count_without_kinds_is_left_alone(tmp_path):
    text = "根据《上海市政府信息公开规定》编制。\n\n一、总体情况\n主动公开规章13件（见网站）。"
    assert not _results(_read(tmp_path, 2022, text), "SH-05")
