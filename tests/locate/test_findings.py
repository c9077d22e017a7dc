"""Findings point at the wrong figure, on reports of the form cn-2021."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import api
from compliance.model.audit import Outcome
from compliance.model.profile import Profile, Waiver
from compliance.write.suspects import suspects
from tests.locate.reports_by_hand import (
    audited,
    located,
    report,
    says,
    stating,
    with_cells,
)
from tests.write.sarif_schema import SCHEMA


def rules(finding: object) -> set[str]:
    return {result.rule.id for result in finding.results}  # type: ignore[attr-defined]


def test_a_report_without_errors_does_not_even_load_the_search(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "sample_reports" / "cn-2021-clean.yaml"
    code = ("import sys; from compliance import api; api.audit(api.read(sys.argv[1]));"
            "print(sorted(m for m in sys.modules if m.startswith('compliance.locate.')))")
    # The first run may have to build the library, which compares the rules of plug-ins.
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code, str(sample)], capture_output=True,
                              text=True, check=True, env=os.environ | {
                                  "COMPLIANCE_CACHE": str(tmp_path / "cache")})
    assert done.stdout.strip() == "['compliance.locate.findings', 'compliance.locate.places']"


def test_a_clean_report_has_no_suspects() -> None:
    assert located(report()) == []


def test_a_wrong_part_is_named_with_both_sums_it_breaks() -> None:
    (finding,) = located(with_cells(不掌握={0: 42}))
    assert finding.unique
    assert (finding.suspect.row, finding.suspect.column) == ("不掌握", "自然人")
    assert rules(finding) == {"CN-T3-02", "CN-T3-03"}
    assert says(finding.candidates[0]) == [("不掌握·自然人", 24)]
    assert finding.candidates[0].changes[0].slip == "swapped"
    assert suspects(finding, "zh").lines == [
        "申请·不掌握·自然人，现填 42，应为 24（相邻两位数字颠倒），"
        "改后所列 2 条关系均成立"]


def test_a_wrong_total_is_as_suspect_as_a_part() -> None:
    (finding,) = located(with_cells(办理结果总计={6: 503}))
    assert finding.unique
    assert says(finding.candidates[0]) == [("办理结果总计·总计", 505)]
    assert rules(finding) == {"CN-T3-01", "CN-T3-02", "CN-T3-03"}


def test_independent_errors_are_separate_findings() -> None:
    found = located(with_cells(不掌握={0: 42}, 本年新收={1: 57}, 行政复议={4: 107}))
    assert {says(finding.candidates[0])[0] for finding in found} == {
        ("不掌握·自然人", 24), ("本年新收·商业企业", 75), ("行政复议·总计", 170)}
    assert len(found) == 3
    assert [finding.unique for finding in found].count(True) == 2


def test_two_errors_in_one_column_share_its_relation() -> None:
    found = located(with_cells(不掌握={0: 42}, 国家秘密={0: 22}))
    assert {says(finding.candidates[0])[0] for finding in found} == {
        ("不掌握·自然人", 24), ("国家秘密·自然人", 2)}
    assert all("CN-T3-02" in rules(finding) for finding in found)
    assert all(finding.unique for finding in found)


def test_where_it_cannot_be_told_the_candidates_are_listed() -> None:
    (finding,) = located(with_cells(行政复议={4: 107}))
    assert not finding.unique
    assert finding.suspect is None
    # No other outcome could fall by 63.
    assert [says(candidate) for candidate in finding.candidates] == [
        [("行政复议·总计", 170)], [("行政复议·结果维持", 25)]]
    words = suspects(finding, "zh")
    assert words.lead.endswith("：以下 2 格中有一格有误，最可能的在前")
    assert words.lines[0] == "行政复议·总计，现填 107；若错在这里，应为 170（相邻两位数字颠倒）"
    assert suspects(finding, "en").lead.endswith(
        ": one of these 2 cells is wrong, the likeliest first")


def test_the_text_is_wrong_where_the_table_fits_itself() -> None:
    (finding,) = located(stating(report(), 文中部分公开=18))
    assert finding.unique
    assert finding.suspect is None
    change = finding.candidates[0].changes[0]
    assert (change.name.zh, change.value, change.cell) == ("正文“部分公开18件”", 81, None)
    assert change.paths == ["statements/0"]


def test_the_text_tells_which_cell_of_the_table_is_wrong() -> None:
    assert len(located(with_cells(行政复议={4: 107}))[0].candidates) == 2
    # A claim of 170 in all speaks for the outcomes, one of 107 for the total.
    for stated, figure in ((170, ("行政复议·总计", 170)), (107, ("行政复议·结果维持", 25))):
        (finding,) = located(stating(with_cells(行政复议={4: 107}), 文中行政复议=stated))
        assert finding.unique
        assert says(finding.candidates[0]) == [figure]


def test_text_and_table_wrong_together() -> None:
    found = located(stating(with_cells(不掌握={0: 42}), 文中部分公开=18))
    assert {says(finding.candidates[0])[0] for finding in found} == {
        ("不掌握·自然人", 24), ("正文“部分公开18件”", 81)}


def test_a_negative_count_is_one_finding() -> None:
    (finding,) = located(with_cells(国家秘密={0: -2}))
    assert says(finding.candidates[0]) == [("国家秘密·自然人", 2)]
    assert finding.candidates[0].changes[0].slip == "sign"
    assert rules(finding) == {"CN-T3-02", "CN-T3-03", "CN-F-07"}


def test_neighbours_exchanged_are_one_finding() -> None:
    (finding,) = located(with_cells(本年新收={0: 75, 1: 344}))
    assert says(finding.candidates[0]) == [("本年新收·自然人", 344), ("本年新收·商业企业", 75)]
    assert {change.slip for change in finding.candidates[0].changes} == {"exchanged"}
    assert "CN-T3-01" in rules(finding)


def test_rows_exchanged_in_one_column_are_one_finding() -> None:
    (finding,) = located(with_cells(不掌握={0: 5}, 另行制作={0: 24}))
    assert says(finding.candidates[0]) == [("不掌握·自然人", 24), ("另行制作·自然人", 5)]
    assert rules(finding) == {"CN-T3-03"}


def test_a_row_that_slid_by_one_column_is_one_finding() -> None:
    # 344 fell out, and 75, 0, 10, 6, 3 stand one column too far to the left.
    (finding,) = located(with_cells(本年新收={0: 75, 1: 0, 2: 10, 3: 6, 4: 3, 5: 344}))
    meant = dict(says(finding.candidates[0]))
    assert meant["本年新收·自然人"] == 344
    assert meant["本年新收·商业企业"] == 75
    assert meant["本年新收·社会公益组织"] == 10
    assert {change.slip for change in finding.candidates[0].changes} == {"moved"}


def test_blank_cells_are_free() -> None:
    (finding,) = located(with_cells(不掌握={0: 42, 5: None}, 国家秘密={2: None}))
    assert finding.suspect.row == "不掌握"
    assert located(with_cells(不掌握={5: None, 6: None})) == []


def test_a_blank_most_likely_stands_for_nothing() -> None:
    # Blanks beside the 2 of 国家秘密 could make up for what is missing in their columns.
    made = with_cells(国家秘密=dict.fromkeys(range(1, 6)), 不掌握={1: 12})
    (finding,) = located(made)
    assert finding.unique
    assert says(finding.candidates[0]) == [("不掌握·商业企业", 13)]


def test_blank_totals_take_any_value() -> None:
    made = with_cells(**{row: {6: None} for row in report().tables["申请"]
                         if row not in ("本年新收", "上年结转", "办理结果总计", "结转下年度")})
    assert located(made) == []
    made.tables["申请"]["办理结果总计"][0] += 9
    (finding,) = located(made)
    assert finding.unique
    assert says(finding.candidates[0]) == [("办理结果总计·自然人", 425)]


def test_more_sets_than_can_be_listed_are_told_figure_by_figure() -> None:
    # Without their totals the rows say nothing: in two columns any of many cells may be wrong.
    made = with_cells(**{row: {6: None} for row in report().tables["申请"]
                         if row not in ("本年新收", "上年结转", "办理结果总计", "结转下年度")})
    made.tables["申请"]["不掌握"][0] += 3
    made.tables["申请"]["部分公开"][1] += 1
    found = located(made)
    assert len(found) == 2
    assert all(finding.more and len(finding.candidates) > 5 for finding in found)
    listed = [{says(candidate)[0] for candidate in finding.candidates} for finding in found]
    assert any(("不掌握·自然人", 24) in each for each in listed)
    assert any(("部分公开·商业企业", 19) in each for each in listed)
    assert "可能有误的数不止一种解释" in suspects(found[0], "zh").lead


def test_a_waived_relation_accuses_nobody() -> None:
    made = with_cells(行政复议={4: 107})
    profile = Profile(waivers=[Waiver("CN-T4-01", "另有说明", "某人", date(2999, 1, 1))])
    assert all(not finding.candidates for finding in api.audit(made, profile).findings)


def test_what_only_deserves_a_look_accuses_nobody() -> None:
    made = with_cells(**{row: {0: 1000, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 1000}
                         for row in ("结转下年度", "上年结转")})
    failed = {result.rule.id for result in audited(made).results
              if result.outcome is Outcome.FAIL}
    assert "CN-T3-06" in failed
    assert all("CN-T3-06" not in rules(finding) or not finding.candidates
               for finding in audited(made).findings)


def test_many_wrong_cells_are_still_named() -> None:
    wrong = {"不掌握": 42, "国家秘密": 22, "另行制作": 55, "逾期不缴费": 80, "重复申请": 61,
             "部分公开": 26, "行政执法案卷": 12, "补正后仍不明确": 18}
    made = with_cells(**{row: {0: value} for row, value in wrong.items()})
    named = {finding.candidates[0].changes[0].cell.row for finding in located(made)}
    assert named == wrong.keys()


def test_every_failed_result_stands_in_a_finding() -> None:
    made = stating(with_cells(不掌握={0: 42}, 国家秘密={2: 9}, 行政复议={4: 107}), 文中部分公开=18)
    audit = audited(made)
    shown = {id(result) for finding in audit.findings for result in finding.results}
    assert all(id(result) in shown for result in audit.results
               if result.outcome is Outcome.FAIL)


def test_the_same_report_gives_the_same_words() -> None:
    made = with_cells(不掌握={0: 42}, 行政复议={4: 107})
    assert api.write([audited(made)], "json") == api.write([audited(made)], "json")


CELLS = [(row, index) for row in report().tables["申请"] for index in range(7)]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(CELLS), st.integers(0, 5000))
def test_any_single_wrong_cell_of_table_3_is_found(cell: tuple[str, int], typed: int) -> None:
    row, index = cell
    true = report().tables["申请"][row][index]
    found = located(with_cells(**{row: {index: typed}}))
    if typed == true:
        assert found == []
        return
    (finding,) = found
    assert finding.unique
    change = finding.candidates[0].changes[0]
    assert (change.cell.row, change.cell.index, change.value) == (row, index, true)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 999)), min_size=2, max_size=4,
                unique_by=lambda wrong: wrong[0]))
def test_several_wrong_cells_are_among_the_answers(
    wrong: list[tuple[tuple[str, int], int]],
) -> None:
    made = report()
    for (row, index), by in wrong:
        made.tables["申请"][row][index] += by
    found = located(made)
    named = {(change.cell.row, change.cell.index) for finding in found
             for candidate in finding.candidates for change in candidate.changes}
    first = sum(len(finding.candidates[0].changes) for finding in found)
    assert first < len(wrong) or {cell for cell, _ in wrong} <= named


def test_sarif_of_located_findings_is_valid() -> None:
    made = stating(with_cells(行政复议={4: 107}), 文中部分公开=18)
    log = json.loads(api.write([audited(made)], "sarif"))
    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    assert sum(len(result.get("relatedLocations", ()))
               for result in log["runs"][0]["results"]) == 3


@pytest.mark.parametrize("format_", ["table", "markdown", "github", "json", "sarif", "junit"])
def test_every_format_takes_candidates(format_: str) -> None:
    made = stating(with_cells(行政复议={4: 107}), 文中部分公开=18)
    assert api.write([audited(made)], format_, "en")
