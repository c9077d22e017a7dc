"""The JSON Schemas that the program prints, against real files and real output."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from compliance import api
from compliance.errors import Problem
from compliance.model.form import Form
from compliance.model.report import Source
from compliance.plugin.cache import installed
from compliance.recognise.report_data import to_file
from compliance.recognise.structured import report_file, to_report
from compliance.recognise.structured_tables import table_rows
from compliance.write.structured import to_yaml

from .test_commands import CLEAN, FAULTY, ROOT, SAMPLES, run

TEXT = """某某市教育局2023年政府信息公开工作年度报告
一、总体情况
本年收到申请3件。
二、主动公开政府信息情况
"""


@lru_cache
def validator(name: str, *options: str) -> Draft202012Validator:
    done = run("schema", name, *options)
    assert done.returncode == 0, done.stderr
    schema = json.loads(done.stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(text: str) -> Any:
    """YAML as JSON has it: dates are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def complaints(name: str, data: Any, *options: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}"
            for error in validator(name, *options).iter_errors(data)]


def files(*patterns: str) -> list[Path]:
    found = [path for pattern in patterns for path in ROOT.glob(pattern)
             if not path.name.endswith(".cases.yaml")]
    assert found
    return sorted(found)


def holding(key: str, paths: list[Path]) -> list[Path]:
    return [path for path in paths if key in yaml.safe_load(path.read_text("utf-8"))]


@pytest.mark.parametrize("arguments", [
    (CLEAN,), (FAULTY,), (str(SAMPLES),), (CLEAN, "nowhere.yaml", FAULTY), ("broken.yaml",),
    ("report.txt",), ("--same-report", CLEAN, FAULTY), (FAULTY, "--lang", "en"),
    (FAULTY, "--profile", "profile.yaml"),
], ids=lambda arguments: " ".join(Path(name).name for name in arguments))
def test_what_an_audit_prints_fits_its_schema(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    (tmp_path / "broken.yaml").write_text("year: 2023\ntabels: {}\n", "utf-8")
    (tmp_path / "profile.yaml").write_text(
        "waivers: [{rule: CN-T4-01, reason: 核实中, approver: 市政务公开办, until: 2099-01-01}]\n"
        "points: {}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    output = json.loads(run("audit", *arguments, "--format", "json").stdout)
    assert output["audits"]
    assert complaints("audit", output) == []


def test_an_audit_with_another_key_is_refused() -> None:
    output = json.loads(run("audit", CLEAN, "--format", "json").stdout)
    (audit,) = output["audits"]
    audit["report"]["yaer"] = audit["report"].pop("year")
    assert complaints("audit", output)


FORMS = holding("form", files("rules/forms/*.yaml", "plugins/*/src/*/forms/*.yaml",
                              "docs/examples/forms/*.yaml"))
PACKS = holding("pack", files("rules/packs/*.yaml", "plugins/*/src/*/packs/*.yaml",
                              "docs/examples/*/*.yaml"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_fit_their_schema(path: Path) -> None:
    assert complaints("form", plain(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_packs_fit_their_schema(path: Path) -> None:
    assert complaints("pack", plain(path.read_text("utf-8"))) == []


def profiles() -> list[tuple[str, str]]:
    """The profiles of the documentation, by page."""
    found = [(str(path), path.read_text("utf-8")) for path in files("docs/examples/*/profile.yaml")]
    for page in [*files("README*.md"), *files("docs/**/*.md")]:
        for block in re.findall(r"^```yaml[^\n]*\n(.*?)^```", page.read_text("utf-8"), re.M | re.S):
            if re.search(r"^(profile|gate|waivers|rule_files|scoring|deadlines):", block, re.M):
                found.append((str(page), block))
    assert len(found) > 4
    return found


@pytest.mark.parametrize(("page", "text"), profiles())
def test_profiles_of_the_documentation_fit_their_schema(page: str, text: str) -> None:
    assert complaints("profile", plain(text)) == []


@pytest.mark.parametrize(("name", "text", "right", "wrong"), [
    ("form", (ROOT / "rules/forms/cn-2019.yaml").read_text("utf-8"),
     "statements_from:", "statement_from:"),
    ("pack", (ROOT / "rules/packs/cn-form.yaml").read_text("utf-8"), "severity:", "severty:"),
    ("profile", "gate: {fail_on: error}", "fail_on:", "failon:"),
    ("report", Path(CLEAN).read_text("utf-8"), "sections:", "section:"),
])
def test_a_misspelt_key_is_refused(name: str, text: str, right: str, wrong: str) -> None:
    assert complaints(name, plain(text)) == []
    assert complaints(name, plain(text.replace(right, wrong)))


REPORTS = files("sample_reports/*.yaml", "plugins/*/sample_reports/*.yaml",
                "docs/examples/word_lists/report.yaml", "docs/examples/checks/report.yaml")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reports_and_what_read_prints_of_them_fit_the_schema(path: Path) -> None:
    assert complaints("report", plain(path.read_text("utf-8"))) == []
    assert complaints("report", plain(to_yaml(to_file(api.read(str(path)))))) == []


def test_rows_that_a_report_brings_are_accepted_where_the_form_takes_them() -> None:
    path = ROOT / "plugins/compliance-us-foia/sample_reports/fhc-2022.xml"
    data = plain(to_yaml(to_file(api.read(str(path)))))
    assert complaints("report", data) == []
    cells = next(iter(data["tables"]["requests"].values()))
    data["tables"]["requests"]["Another office"] = cells
    assert complaints("report", data) == []
    data["tables"]["requests"]["Another office"] = [*cells, 1]
    assert complaints("report", data)
    data["tables"]["requests"] = {"Another office": cells}
    data["tables"]["request"] = data["tables"].pop("requests")
    assert complaints("report", data)


def test_a_form_of_the_office_is_known_when_it_is_named() -> None:
    form = "docs/examples/forms/cn-zz-2021.yaml"
    sample = plain((ROOT / "docs/examples/forms/samples/report.yaml").read_text("utf-8"))
    assert complaints("report", sample)
    assert complaints("report", sample, "--rules", str(ROOT / form)) == []


def test_the_schema_of_reports_is_small_and_the_same_each_time() -> None:
    first, second = (run("schema", "report", PYTHONHASHSEED=seed).stdout for seed in "12")
    assert first == second
    assert len(first.encode()) < 300_000


def filed(head: str, **tables: Any) -> dict[str, Any]:
    data: dict[str, Any] = plain(head)
    return data | {"tables": tables}


ROW = [1, 0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize("head", ["form: cn-2021", "year: 2023", "body: 某局", "year: '2023'",
                                  "{form: '', year: 2024, jurisdiction: CN-FJ}"])
@pytest.mark.parametrize("row", [
    ROW, [None, "/", "?", "+3", "1,234", 2.5, {"value": 3, "text": "3件"}],
    {"自然人": 1, "总计": "1"}, {"自然人": None}, {},
])
def test_every_shape_of_a_row_is_accepted(head: str, row: Any) -> None:
    assert complaints("report", filed(head, 申请={"本年新收": row})) == []


@pytest.mark.parametrize("head", ["form: cn-2021", "year: 2023", "body: 某局"])
@pytest.mark.parametrize("tables", [
    {"申请": {"本年新手": ROW}}, {"申情": {}}, {"申请": {"本年新收": ROW[1:]}},
    {"申请": {"本年新收": {"自然": 1}}}, {"申请": {"本年新收": 7}},
])
def test_what_a_form_does_not_have_is_refused(head: str, tables: dict[str, Any]) -> None:
    assert complaints("report", filed(head, **tables))


def test_the_complaint_names_the_misspelt_row_also_where_only_the_year_is_known() -> None:
    tables = {"申请": {"本年新手": ROW, "上年结转": ROW}}
    (said,) = complaints("report", filed("year: 2024", **tables))
    assert said.startswith("$.tables['申请']")
    assert "本年新手" in said


def test_a_report_on_the_form_of_other_years_is_read_and_so_accepted() -> None:
    row = {"其他处理": ROW}
    assert complaints("report", filed("form: cn-2019", 申请=row)) == []
    old = {"规范性文件": [1, 2, 3], "行政许可": [1, 0, 2]}
    assert complaints("report", filed("year: 2022", 主动公开=old)) == []
    assert complaints("report", filed("form: cn-2021", 主动公开=old))


def test_editors_are_offered_forms_tables_rows_columns_and_sections() -> None:
    schema: Any = validator("report").schema
    assert {*installed().forms} <= set(schema["properties"]["form"]["anyOf"][0]["enum"])
    for name, form in installed().forms.items():
        tables = schema["$defs"][f"tables of {name}"]["properties"]
        assert list(tables) == [table.id for table in form.tables]
        section = schema["$defs"][f"sections of {name}"]["items"]["properties"]
        assert section["id"]["anyOf"][0]["enum"] == [each.id for each in form.sections]
    rows = schema["$defs"]["申请 of cn-2021"]["properties"]
    assert rows["本年新收"]["description"] == "一、本年新收政府信息公开申请数量"
    assert rows["不予公开"]["doNotSuggest"] is True
    assert "doNotSuggest" not in rows["国家秘密"]


CELLS = st.sampled_from([0, 3, None, "/", "?", "+3", "１２", "甲", {"value": 2, "text": "2件"}])


@st.composite
def rows_on(draw: st.DrawFn, form: Form) -> dict[str, Any]:
    """Some rows of a form in any shape, with a name or a cell wrong now and then."""
    table = draw(st.sampled_from(form.tables))
    known, _ = table_rows(table)
    rows: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(sorted(known)), max_size=4, unique=True)):
        columns = [column.id for column in known[name][0]]
        count = len(columns) + draw(st.sampled_from([0, 0, 0, 0, 1]))
        rows[name] = draw(st.one_of(
            st.lists(CELLS, min_size=count, max_size=count),
            st.dictionaries(st.sampled_from(columns or ["x"]), CELLS, max_size=3), CELLS))
    if draw(st.sampled_from([False, False, False, True])):
        rows["没有的行"] = [1]
    return {table.id: rows}


@settings(max_examples=200, deadline=None, print_blob=False)
@given(data=st.data())
def test_what_is_read_is_accepted(data: st.DataObject) -> None:
    forms = installed().forms
    names = sorted(name for name, form in forms.items() if form.tables)
    form = forms[data.draw(st.sampled_from(names))]
    tables = data.draw(rows_on(form))
    head = data.draw(st.sampled_from([
        {"form": form.form}, {"year": form.years.first},
        {"year": form.years.first, "jurisdiction": form.jurisdiction}, {"year": 2022}]))
    report = head | {"tables": tables}
    try:
        to_report(report_file(report, "r.yaml", None), installed(), Source("r.yaml"))
    except Problem:
        return
    assert complaints("report", report) == []
