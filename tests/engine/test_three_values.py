"""What is not a number never fails; scores add up; an audit says what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from compliance import api
from compliance.desk import desk_for
from compliance.messages import say
from compliance.model.audit import Audit, Outcome
from compliance.model.profile import Gate, Profile, Waiver
from compliance.model.report import CellState, Report, Source
from compliance.plugin.cache import installed as _installed
from compliance.recognise.structured import report_file, to_report

SAMPLES = Path(__file__).parents[2] / "sample_reports"
CLEAN, FAULTY = "cn-2021-clean.yaml", "cn-2021-faulty.yaml"
WITH_TABLES = ["cn-2021-clean.yaml", "cn-2019-clean.yaml", "cn-2014-clean.yaml",
               "cn-fj-2017-district.yaml"]
CENT = Decimal("0.01")
installed = cache(_installed)
Change = Callable[[str, str, list[Any]], list[Any]]


@cache
def sample(name: str) -> Report:
    return api.read(str(SAMPLES / name), library=installed())


def judged(report: Report, profile: Profile | None = None) -> Audit:
    return api.audit(report, profile, installed())


def with_tables(report: Report, change: Change) -> Report:
    tables = {table: {row: change(table, row, list(values)) for row, values in rows.items()}
              for table, rows in report.tables.items()}
    return replace(report, tables=tables)


def outcomes(audit: Audit, prefix: tuple[str, ...] = ("CN-T", "CN-S-", "FJ-0")) -> set[Outcome]:
    """Outcomes of the rules on the cells of tables."""
    return {r.outcome for r in audit.results if r.rule.id.startswith(prefix) and r.rule.check}


def failed(audit: Audit) -> set[str]:
    return {r.rule.id for r in audit.results if r.outcome is Outcome.FAIL}


def sums_rows(audit: Audit) -> set[str]:
    """Rules on row sums, in which a blank stands for nothing as long as a number is there."""
    return {r.rule.id for r in audit.results if "行合计" in r.rule.check}


def written(rows: dict[str, Any], **more: Any) -> Report:
    """A 2021 report of one table, through the reader of structured files."""
    data = {"form": "cn-2021", "year": 2024, "tables": {"申请": rows}, **more}
    return to_report(report_file(data, "report.yaml", None), installed(), Source("report.yaml"))


@pytest.mark.parametrize("name", WITH_TABLES)
@pytest.mark.parametrize("nothing", [None, CellState.NOT_APPLICABLE, CellState.UNREADABLE])
def test_cells_without_numbers_fail_no_relation(name: str, nothing: object) -> None:
    audit = judged(with_tables(sample(name), lambda _t, _r, values: [nothing] * len(values)))
    assert Outcome.FAIL not in outcomes(audit)
    assert Outcome.UNKNOWN in outcomes(audit)


@pytest.mark.parametrize("name", WITH_TABLES)
def test_one_blank_cell_fails_no_relation(name: str) -> None:
    report = sample(name)
    before = {r.rule.id for r in judged(report).results if r.outcome is Outcome.FAIL}
    for blank, (table, row, index) in enumerate(_cells(report)):
        if blank % 7:  # a seventh of the cells, spread over every table
            continue

        def empty(t: str, r: str, values: list[Any],
                  at: tuple[str, str, int] = (table, row, index)) -> list[Any]:
            return [None if (t, r, i) == at else v for i, v in enumerate(values)]

        audit = judged(with_tables(report, empty))
        # Blanks are a matter of form: said there, never by a relation.
        found = failed(audit) - before - sums_rows(audit)
        assert found <= {"CN-F-05", "CN-F-06"}, (table, row, index)


def test_blank_beside_a_printed_total_does_not_contradict_the_text() -> None:
    rows = dict(sample(CLEAN).tables["申请"]) | {"本年新收": [3440, 75, 0, 1, None, 3, 3525]}
    text = {"heading": "一、总体情况", "text": "全年新收政府信息公开申请3525件。"}
    audit = judged(written(rows, sections=[text]))
    assert "CN-N-01" not in failed(audit)


def test_blank_total_is_made_up_for_by_its_row() -> None:
    rows = dict(sample(CLEAN).tables["申请"]) | {"本年新收": [3440, 75, None, 1, 6, 3, None]}
    text = {"heading": "一、总体情况", "text": "全年新收政府信息公开申请3524件。"}
    audit = judged(written(rows, sections=[text]))
    assert "CN-N-01" in failed(audit)


def _cells(report: Report) -> Iterator[tuple[str, str, int]]:
    for table, rows in report.tables.items():
        for row, values in rows.items():
            yield from ((table, row, index) for index in range(len(values)))


def test_blank_is_unknown_and_named() -> None:
    rows = dict(sample(CLEAN).tables["申请"]) | {"结转下年度": [118, 5, 0, 0, 1, 1, None]}
    audit = judged(written(rows))
    (result,) = [r for r in audit.results
                 if r.rule.id == "CN-T3-01" and r.subject.zh.endswith("总计")]
    assert result.outcome is Outcome.UNKNOWN
    assert "结转下年度" in result.explanation.zh


def test_slash_is_not_applicable_and_not_zero() -> None:
    report = written({"本年新收": ["/", 0, 0, 0, 0, 0, 0], "上年结转": ["－"] * 7})
    assert report.tables["申请"]["本年新收"][0] is CellState.NOT_APPLICABLE
    assert set(report.tables["申请"]["上年结转"]) == {CellState.NOT_APPLICABLE}
    cell = report.cell("申请", "本年新收", 0, "自然人")
    assert cell is not None
    assert cell.value is None


def test_cell_marked_not_applicable_is_not_called_blank() -> None:
    def slash(table: str, row: str, values: list[Any]) -> list[Any]:
        return [CellState.NOT_APPLICABLE] if row == "行政强制" else values

    assert "CN-F-05" not in failed(judged(with_tables(sample(CLEAN), slash)))


def test_group_printed_as_one_row_balances_and_fails_like_its_rows() -> None:
    rows: dict[str, list[Any]] = dict(sample(CLEAN).tables["申请"])
    inner = [rows.pop(name) for name in ("逾期不补正", "逾期不缴费", "其他情形")]
    rows["其他处理"] = [sum(column) for column in zip(*inner, strict=True)]
    assert not {r for r in failed(judged(written(rows))) if r.startswith("CN-T3-0")}
    rows["其他处理"] = [rows["其他处理"][0] + 1, *rows["其他处理"][1:]]
    audit = judged(written(rows))
    found = [r for r in audit.results if r.rule.id == "CN-T3-02" and r.outcome is Outcome.FAIL]
    assert len(found) == 1
    assert "其他处理" in {cell.row for cell in found[0].cells}


def test_blank_group_row_is_unknown() -> None:
    rows: dict[str, list[Any]] = dict(sample(CLEAN).tables["申请"])
    for name in ("逾期不补正", "逾期不缴费", "其他情形"):
        del rows[name]
    rows["其他处理"] = [None] * 7
    audit = judged(written(rows))
    assert {r.outcome for r in audit.results if r.rule.id == "CN-T3-02"} == {Outcome.UNKNOWN}


MODELS = ["weighted", "deduction", "flat", "default"]
FAULTY_SAMPLES = ["cn-2008-faulty.yaml", "cn-2014-faulty.yaml", "cn-2019-faulty.yaml",
                  "cn-2021-faulty.yaml", "cn-2021-shares.yaml", "cn-fj-2017-district.yaml"]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", FAULTY_SAMPLES)
def test_receipt_adds_up(name: str, model: str) -> None:
    score = judged(sample(name), Profile(scoring=model)).score
    assert score.total is not None
    slack = CENT * (len(score.receipt) + 2)
    assert abs(100 - score.total - sum(line.lost for line in score.receipt)) <= slack
    for category in score.categories:
        lost = sum(line.lost for line in score.receipt if line.category == category.category)
        if category.earned is None:
            assert not lost
        else:
            assert abs(category.points - category.earned - lost) <= slack


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", FAULTY_SAMPLES)
def test_mending_a_rule_gives_back_what_the_receipt_says(name: str, model: str) -> None:
    profile, report = Profile(scoring=model), sample(name)
    audit = judged(report, profile)
    desk = desk_for(installed(), report, profile)
    assert audit.score.total is not None
    assert audit.score.receipt
    for line in audit.score.receipt:
        mended = [replace(r, outcome=Outcome.PASS)
                  if r.rule.id == line.rule.id and r.outcome is Outcome.FAIL else r
                  for r in audit.results]
        total = desk.summary(mended).score.total
        assert total is not None
        assert abs(total - audit.score.total - line.regained) <= 2 * CENT, line.rule.id


def test_deduction_is_capped_by_category() -> None:
    profile = Profile(scoring="deduction", deductions={"error": Decimal(15)})
    score = judged(sample("cn-2021-faulty.yaml"), profile).score
    for category in score.categories:
        assert category.earned is None or category.earned >= 0
    sums = [line for line in score.receipt if line.category == "arithmetic"]
    assert sum(line.lost for line in sums) == 20
    assert all(line.regained == 0 for line in sums)


def test_unreadable_report_has_no_score() -> None:
    report = with_tables(sample(CLEAN), lambda _t, _r, v: [CellState.UNREADABLE] * len(v))
    bare = replace(report, sections=[], preamble="", title="", published=None, signed=None,
                   statements=[], breakdowns=[], year=None, kind=None,
                   source=Source(begins=False, ends=False))
    audit = judged(bare)
    assert audit.score.total is None
    assert audit.score.grade == say("score.not_scored")
    assert not audit.gate.holds


def test_coverage_asked_for_and_not_reached_leaves_no_score() -> None:
    report = with_tables(sample(CLEAN), lambda _t, _r, v: [CellState.UNREADABLE] * len(v))
    audit = judged(report, Profile(gate=Gate(min_coverage=Decimal(1))))
    assert audit.score.total is None
    assert not audit.gate.holds


def test_provenance_tells_input_packs_and_profile(tmp_path: Path) -> None:
    data = (SAMPLES / CLEAN).read_bytes()
    made = judged(sample(CLEAN), Profile(profile="市办")).provenance
    assert made.input == "sha256:" + hashlib.sha256(data).hexdigest()
    assert made.profile == "市办"
    assert made.version
    digests = installed().digests
    assert made.packs
    for pack, version, digest in made.packs:
        assert version
        assert digest == digests[pack]
        assert digest.startswith("sha256:")
    changed = tmp_path / "report.yaml"
    changed.write_bytes(data + b"\n# x\n")
    assert judged(api.read(str(changed))).provenance.input != made.input


def waiver(**more: Any) -> Waiver:
    return Waiver(**{"rule": "CN-T4-01", "reason": "上级已核", "approver": "王主任",
                     "until": date(2025, 12, 31), **more})


def audited(*waivers: Waiver, on: date = date(2025, 6, 1)) -> Audit:
    return judged(sample(FAULTY), Profile(waivers=list(waivers), as_of=on))


def outcome_of(audit: Audit, rule: str = "CN-T4-01") -> set[Outcome]:
    return {r.outcome for r in audit.results if r.rule.id == rule} - {Outcome.PASS}


def test_waiver_in_force_lifts_the_score_and_keeps_the_other_in_sight() -> None:
    plain, audit = audited(), audited(waiver())
    assert outcome_of(audit) == {Outcome.WAIVED}
    assert plain.score.total is not None
    assert audit.score.total is not None
    assert audit.score.total > plain.score.total
    assert audit.score.without_waivers == plain.score.total
    assert plain.score.without_waivers is None
    assert all(line.rule.id != "CN-T4-01" for line in audit.score.receipt)


@pytest.mark.parametrize("other", [
    waiver(rule="CN-T3-01"), waiver(body="别处"), waiver(year=2023), waiver(subject="直接起诉"),
    waiver(starting=date(2025, 7, 1)),
])
def test_waiver_of_something_else_covers_nothing(other: Waiver) -> None:
    assert outcome_of(audited(other)) == {Outcome.FAIL}


def test_last_day_counts_and_the_day_after_closes_the_gate() -> None:
    assert outcome_of(audited(waiver(), on=date(2025, 12, 31))) == {Outcome.WAIVED}
    late = audited(waiver(), on=date(2026, 1, 1))
    assert outcome_of(late) == {Outcome.FAIL}
    assert len(late.gate.reasons) == len(audited().gate.reasons) + 1
    assert not late.gate.holds


def test_renewed_waiver_is_not_held_against_the_report() -> None:
    old = waiver(until=date(2025, 1, 1))
    audit = audited(old, waiver())
    assert outcome_of(audit) == {Outcome.WAIVED}
    assert audit.gate.reasons == audited(waiver()).gate.reasons
