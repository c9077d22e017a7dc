"""Tables whose rows the report brings: one for each office that it names."""

from __future__ import annotations

import pytest

from compliance import api
from compliance.errors import Problem
from compliance.model.open_rows import MAX_OPEN_ROWS, has_open_rows, opened
from compliance.plugin.cache import installed
from compliance.plugin.local import with_local
from compliance.testing import report

FORM = """
form: xx-offices
title: {zh: 各处室办件, en: Cases by office}
jurisdiction: XX
years: {first: 2000}
tables:
  - id: cases
    title: {zh: 办件, en: Cases}
    blocks:
      - columns:
          - {id: start}
          - {id: received}
          - {id: closed}
          - {id: end}
        rows: [{id: offices, open: true}, {id: all, label: All offices}]
  - id: days
    title: {zh: 天数, en: Days}
    required: false
    blocks:
      - columns:
          - {id: least, whole: false, optional: true}
          - {id: median, whole: false, optional: true}
          - {id: most, whole: false, optional: true}
        rows: [{id: offices, open: true}, {id: all, label: All offices}]
"""
PACK = """
pack: xx
title: {zh: 规则, en: Rules}
version: 1.0.0
jurisdiction: XX
rules:
"""
RULE = """
  - id: %s
    title: {zh: 规则, en: rule}
    says: It holds.
    basis: [{document: X, strength: form}]
    severity: error
    category: arithmetic
    mend: {zh: 改, en: mend}
    for_each: {%s}
    check: "%s"
"""
RULES = (
    ("XX-1", "row: cases", "start + received - closed = end"),
    ("XX-2", "column: cases", "all = sum(offices)"),
    ("XX-3", "row: days", "least ≤ median ≤ most"),
    ("XX-4", "row: days, only: [all]",
     "min(offices[median]) ≤ median ≤ max(offices[median])"),
    ("XX-5", "row: cases, without: [all]",
     "(if closed > 0 then given(days[median]) = 1) and "
     "(if closed = 0 then given(days[median]) = 0)"),
    ("XX-6", "row: days, without: [all]", "most ≤ 10 * cases[closed]"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    (folder / "form.yaml").write_text(FORM, encoding="utf-8")
    pack = PACK + "".join(RULE % rule for rule in RULES)
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    return with_local(installed(), [str(folder)])


CASES = {"North": [1, 5, 4, 2], "South": [0, 0, 0, 0], "all": [1, 5, 4, 2]}
DAYS = {"North": {"least": 1, "median": 3, "most": 20}, "all": [1, 3, 20]}


def results(library, days=DAYS, **cases):
    made = report("xx-offices", 2020, library=library, more={"jurisdiction": "XX"},
                  cases=CASES | cases, days=days)
    audit = api.audit(made, library=library)
    return {(r.rule.id, r.subject.en.rpartition(": ")[2]): r for r in audit.results}


def outcomes(found):
    return {key: result.outcome.value for key, result in found.items()}


def test_each_row_that_the_report_brings_is_judged(library):
    found = outcomes(results(library))
    assert found == {
        ("XX-1", "North"): "pass", ("XX-1", "South"): "pass", ("XX-1", "All offices"): "pass",
        ("XX-2", "start"): "pass", ("XX-2", "received"): "pass", ("XX-2", "closed"): "pass",
        ("XX-2", "end"): "pass",
        ("XX-3", "North"): "pass", ("XX-3", "All offices"): "pass",
        ("XX-4", "All offices"): "pass",
        ("XX-5", "North"): "pass", ("XX-5", "South"): "pass",
        ("XX-6", "North"): "pass",
    }


def test_rows_of_one_id_in_two_tables_are_two_rows(library):
    found = results(library, days={"North": [7, 3, 20], "all": [1, 3, 20]})
    wrong = [key for key, result in found.items() if result.outcome.value == "fail"]
    assert wrong == [("XX-3", "North")]
    assert found["XX-3", "North"].explanation.en == "least 7 > median 3 ≤ most 20"
    assert [cell.table for cell in found["XX-3", "North"].cells] == ["days"] * 3


def test_a_sum_over_the_rows_names_them(library):
    found = results(library, North=[1, 5, 4, 2], South=[0, 2, 1, 1])
    assert outcomes(found)["XX-2", "received"] == "fail"
    assert found["XX-2", "received"].explanation.en == "all 5 ≠ 7 = North 5 + South 2"


def test_the_same_row_of_another_table(library):
    found = results(library, days={"North": [1, 3, 41], "all": [1, 3, 41]})
    assert found["XX-6", "North"].explanation.en == "most 41 > 40 = 10 × cases·closed 4"


def test_a_row_that_another_table_lacks_is_not_given(library):
    found = results(library, South=[0, 3, 3, 0], all=[1, 8, 7, 2])
    assert outcomes(found)["XX-5", "South"] == "fail"
    assert "days·median" in found["XX-5", "South"].explanation.en


def test_a_figure_that_a_row_may_lack_is_left_out(library):
    days = {"North": {"least": 1, "most": 20}, "South": {"median": 3}, "all": [1, 4, 20]}
    found = outcomes(results(library, days=days))
    assert found["XX-3", "North"] == "not_applicable"
    assert found["XX-3", "South"] == "not_applicable"
    assert found["XX-4", "All offices"] == "fail"  # 4 is above the only median, 3


def test_a_blank_is_not_a_figure_that_does_not_apply(library):
    found = results(library, days={"North": [1, None, 20], "all": [1, 3, 20]})
    assert outcomes(found)["XX-3", "North"] == "unknown"
    assert outcomes(found)["XX-5", "North"] == "unknown"


def test_a_report_without_offices_adds_up_nothing(library):
    made = report("xx-offices", 2020, library=library, more={"jurisdiction": "XX"},
                  cases={"all": [1, 5, 4, 2]})
    audit = api.audit(made, library=library)
    found = {(r.rule.id, r.outcome.value) for r in audit.results}
    assert found == {("XX-1", "pass"), ("XX-2", "not_applicable"),
                     ("XX-4", "not_applicable"), ("XX-3", "not_applicable")}
    assert (audit.coverage.cells_read, audit.coverage.cells_expected) == (4, 4)


def test_reports_with_other_rows_do_not_share_what_was_built(library):
    one = outcomes(results(library))
    other = outcomes(results(library, West=[0, 0, 0, 0]))
    assert ("XX-1", "West") in other
    assert ("XX-1", "West") not in one
    assert outcomes(results(library)) == one


def test_a_column_that_the_other_table_does_not_have_is_refused(tmp_path):
    (tmp_path / "form.yaml").write_text(FORM, encoding="utf-8")
    rule = RULE % ("XX-9", "row: cases", "closed = days[medain]")
    (tmp_path / "pack.yaml").write_text(PACK + rule, encoding="utf-8")
    with pytest.raises(Problem, match="medain"):
        with_local(installed(), [str(tmp_path)])


def test_the_group_itself_is_no_row_and_rows_are_bounded(library):
    def made(**rows):
        return report("xx-offices", 2020, library=library, more={"jurisdiction": "XX"},
                      cases=rows)

    with pytest.raises(Problem, match="offices"):
        made(offices=[0, 0, 0, 0])
    with pytest.raises(Problem, match="too many rows"):
        made(**{f"U{n}": [0, 0, 0, 0] for n in range(MAX_OPEN_ROWS + 1)})


def test_only_forms_with_open_groups_are_open(library):
    assert library.open_forms & {"xx-offices", "cn-2021"} == {"xx-offices"}
    form = library.forms["xx-offices"]
    assert has_open_rows(form)
    rows = opened(form, {"cases": ["A", "all", "B"]}).tables[0].blocks[0].rows
    assert [row.id for row in rows[0].rows] == ["A", "B"]
    assert opened(library.forms["cn-2021"], {}) == library.forms["cn-2021"]
