"""Every form and pack file is valid, honest about what it stands on, and has cases."""

from __future__ import annotations

import importlib
import itertools
import re
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from compliance.model.form import Form, Row
from compliance.model.pack import Pack

ROOT = Path(__file__).parents[2]
PROVINCES = sorted(ROOT.glob("plugins/*/src/*"))
FORMS = sorted(
    path for folder in (ROOT / "rules", *PROVINCES) for path in folder.glob("forms/*.yaml"))
PACKS = sorted(
    path
    for folder in (ROOT / "rules", *PROVINCES)
    for path in folder.glob("packs/*.yaml")
    if not path.name.endswith(".cases.yaml")
)
BOUND = ("law", "form")


def load(path: Path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def read_form(path: Path) -> Form:
    data = load(path)
    part = data.pop("statements_from", None)
    if part and (path.parent / part).exists():
        data["statements"] = load(path.parent / part)
    return TypeAdapter(Form).validate_python(data)


def read_pack(path: Path) -> Pack:
    return TypeAdapter(Pack).validate_python(load(path))


def rows_of(rows: list[Row]) -> list[Row]:
    return [found for row in rows for found in (row, *rows_of(row.rows))]


def names_of(form: Form) -> dict[str, tuple[set[str], set[str]]]:
    """Row ids and column ids of every table."""
    return {
        table.id: (
            {row.id for block in table.blocks for row in rows_of(block.rows)},
            {column.id for block in table.blocks for column in block.columns},
        )
        for table in form.tables
    }


FORM_BY_ID = {form.form: form for form in map(read_form, FORMS)}
RULES = [(path, rule) for path in PACKS for rule in read_pack(path).rules]
WHERE = {path: read_pack(path).jurisdiction for path in PACKS}
each_rule = pytest.mark.parametrize(
    ("path", "rule"), RULES, ids=[f"{path.stem}-{rule.id}" for path, rule in RULES]
)


@pytest.mark.parametrize("form", FORM_BY_ID.values(), ids=list(FORM_BY_ID))
def test_names_of_a_form_are_unique(form):
    by_table = {table.id: [row for block in table.blocks for row in rows_of(block.rows)]
                for table in form.tables}
    # Where the report brings rows, ids are unique within their table only.
    rows = [(table if any(row.open for row in found) else "", row.id)
            for table, found in by_table.items() for row in found]
    assert len(rows) == len(set(rows))
    assert len({section.id for section in form.sections}) == len(form.sections)
    for table, (row_ids, column_ids) in names_of(form).items():
        assert not row_ids & column_ids, table
        assert {part for block in form.tables for b in block.blocks
                for row in rows_of(b.rows) for part in row.total_of} <= {row for _, row in rows}


def test_national_forms_follow_each_other_without_gap():
    years = sorted(
        (form.years.first, form.years.last)
        for form in FORM_BY_ID.values()
        if form.jurisdiction == "CN"
    )
    assert years[0][0] == 2008
    assert years[-1][1] is None
    for (_, last), (first, _) in itertools.pairwise(years):
        assert first == last + 1


def test_2021_form_has_the_rows_and_parts_of_the_annex():
    form = FORM_BY_ID["cn-2021"]
    results = names_of(form)["申请"][0]
    assert {"逾期不补正", "逾期不缴费", "其他情形", "办理结果总计"} <= results
    assert [part.id for part in form.sections[0].parts] == [
        "主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障",
    ]
    assert [section.number for section in form.sections] == [1, 2, 3, 4, 5, 6]


def test_2019_form_has_one_row_of_other_handling():
    rows = names_of(FORM_BY_ID["cn-2019"])["申请"][0]
    assert "其他处理" in rows
    assert "逾期不补正" not in rows


def test_rule_ids_are_unique():
    ids = [rule.id for _, rule in RULES]
    assert len(ids) == len(set(ids))


@each_rule
def test_an_error_stands_on_law_or_form(path, rule):
    if rule.severity == "error":
        assert any(basis.strength in BOUND for basis in rule.basis)


@each_rule
def test_a_person_can_review_it(path, rule):
    in_chinese = within(WHERE[path], "CN")
    assert re.search(r"[\u4e00-\u9fff]" if in_chinese else "[A-Za-z]", rule.says)
    for text in (rule.title, rule.mend):
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert re.search(r"[A-Za-z]", text.en)
        assert not re.search(r"[\u0400-\u04ff]", text.en)


@each_rule
def test_names_stand_in_a_form_of_the_rule(path, rule):
    """A rule that names forms and a table names one that they have."""
    if rule.for_each is None or not (table := rule.for_each.column or rule.for_each.row):
        return
    for form in rule.forms:
        rows, columns = names_of(FORM_BY_ID[form])[table]
        assert set(rule.for_each.only) | set(rule.for_each.without) <= rows | columns


@each_rule
def test_formulas_parse(path, rule):
    if not rule.check:
        assert rule.code
        return
    parse = importlib.import_module("compliance.relation").parse
    for formula in filter(None, (rule.check, rule.when)):
        # The engine reads 行合计 as a sum of row sums before it parses.
        parse(formula.replace("行合计(", "和("))


def within(jurisdiction, of):
    return jurisdiction == of or jurisdiction.startswith(of + "-")


@pytest.mark.parametrize("path", [path for path in PACKS if path.parent.parent.name != "rules"],
                         ids=lambda path: path.stem)
def test_a_plugin_brings_packs_of_its_own_jurisdiction(path):
    assert WHERE[path] != "CN"
    for form in (path.parent.parent / "forms").glob("*.yaml"):
        assert read_form(form).jurisdiction == WHERE[path]


@pytest.mark.parametrize("name", list(FORM_BY_ID))
def test_formulas_bind_to_the_forms_they_hold_for(name):
    program = importlib.import_module("compliance.evaluate.program")
    resolve = importlib.import_module("compliance.plugin.files").resolve
    forms, lineage = resolve(FORM_BY_ID)
    rules = [
        rule
        for path, rule in RULES
        if rule.check
        and within(FORM_BY_ID[name].jurisdiction, WHERE[path])
        and (not rule.forms or set(lineage[name]) & set(rule.forms))
    ]
    assert program.build_program(forms[name], rules).instances


@pytest.mark.parametrize("path", PACKS, ids=[path.stem for path in PACKS])
def test_cases_belong_to_rules(path):
    beside = path.with_name(f"{path.stem}.cases.yaml")
    if beside.exists():
        assert set(load(beside)) <= {rule.id for rule in read_pack(path).rules}


FISCAL_YEARS = range(2008, 2031)
LAWS = {"第492号": 2008, "第711号": 2019}
"""Fiscal year from which each Regulation is cited."""
PROVINCIAL = re.compile(
    r"^(?:[粤闽甘沪京津冀晋蒙辽吉黑苏浙皖赣鲁豫鄂湘桂琼渝川贵云藏陕青宁新][^〔]*〔|DB\d\d"
    r"|[^国中党〔]{1,8}(?:政办|府办)[^〔]*〔)")


def lineage(form: Form) -> set[str]:
    """Ids of a form and of those that it extends."""
    found = {form.form}
    while form.extends in FORM_BY_ID and form.extends not in found:
        form = FORM_BY_ID[form.extends]
        found.add(form.form)
    return found


def years_in_force(rule) -> list[int]:
    """Fiscal years in which the rule can be asked of a report."""
    forms = [form for form in FORM_BY_ID.values()
             if not rule.forms or lineage(form) & set(rule.forms)]
    return [year for year in FISCAL_YEARS if year in rule.in_force
            and any(year in form.years for form in forms)]


def made_in(document: str) -> int | None:
    """The year that a document or a standard bears in its number."""
    year = re.search(r"〔(\d{4})〕|—(\d{4})|（(\d{4})年修订", document)
    if year:
        return int(next(filter(None, year.groups())))
    return next((first for law, first in LAWS.items() if law in document), None)


CHINESE = [rule for path, rule in RULES if WHERE[path].startswith("CN")]
NATIONAL = [rule for path, rule in RULES if WHERE[path] == "CN"]


@pytest.mark.parametrize("rule", CHINESE, ids=[rule.id for rule in CHINESE])
def test_every_year_in_force_is_shown_a_ground_of_its_own_time(rule):
    for year in years_in_force(rule):
        grounds = [basis for basis in rule.basis if year in basis.years]
        assert grounds, f"nothing to cite for {year}"
        for basis in grounds:
            made = made_in(basis.document)
            assert made is None or made <= year, f"{basis.document} is cited for {year}"


@pytest.mark.parametrize("rule", NATIONAL, ids=[rule.id for rule in NATIONAL])
def test_no_other_province_is_cited_as_law(rule):
    for basis in rule.basis:
        if PROVINCIAL.match(basis.document):
            assert basis.strength == "practice"
            assert "示例" in basis.clause, basis.document
            assert re.search("[省市区]", basis.clause), "say whose practice it is"
            assert basis is not rule.basis[0], "a national ground comes first"


@pytest.mark.parametrize(
    "document", ["粤办函〔2010〕249号", "DB51/T 2660—2019", "武政办发〔2025〕54号"])
def test_documents_of_provinces_and_cities_are_told_by_their_numbers(document):
    assert PROVINCIAL.match(document)


@pytest.mark.parametrize(
    "document", ["国办公开办函〔2021〕30号", "国务院令第711号", "GB/T 8170—2008"])
def test_documents_of_the_state_are_not_taken_for_those_of_a_province(document):
    assert not PROVINCIAL.match(document)
