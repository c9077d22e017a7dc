"""What is printed reads back equal, and noise never gives a wrong cell without doubt."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import api
from compliance.model.audit import Outcome

from .cases import SEVERAL, STYLES, Case, clean_cases, noisy_cases
from .noise import NOISES
from .reports import FORMS, make_report
from .round_trip import differences
from .truth import Measure, measure, measure_file


def _clean() -> list[Case]:
    """Every style of every format, and every encoding, by some of the forms each."""
    chosen = []
    for seed, form in enumerate(FORMS):
        for case in clean_cases(range(seed, seed + 1), (form,)):
            if case.encoding != "utf-8":
                wanted = form == "cn-2019"
            else:
                wanted = case.format == "html" or form in ("cn-fj-2014", "cn-2021") or (
                    case.format == "text" and form != "cn-2008")
            if wanted:
                chosen.append(case)
    return chosen


def _noisy(noise: str) -> list[Case]:
    return [case for case in noisy_cases(range(3, 4), ("cn-fj-2014", "cn-2021"))
            if case.noise == noise and case.format in ("html", "text", "pdf")]


@cache
def _read(case: Case) -> tuple[Measure, list[str]]:
    """How a case was read, and where its text was not read as printed."""
    data, truth, made = case.make()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report{case.suffix}"
        path.write_bytes(data)
        found, report = measure_file(path, truth)
    return found, differences(made, report) if report else ["not read"]


each_clean_case = pytest.mark.parametrize("case", _clean(), ids=lambda case: case.name)


@each_clean_case
def test_cells_read_back_equal(case: Case) -> None:
    assert _read(case)[0].cells.faults == []


@each_clean_case
def test_title_body_and_dates_read_back_equal(case: Case) -> None:
    assert _read(case)[0].facts.faults == []


@each_clean_case
def test_sections_read_back_equal(case: Case) -> None:
    found, texts = _read(case)
    assert found.sections.faults + texts == []


@each_clean_case
def test_statements_read_back_equal(case: Case) -> None:
    assert _read(case)[0].statements.faults == []


@pytest.mark.parametrize("noise", [*NOISES, SEVERAL])
def test_noise_gives_no_wrong_cell(noise: str) -> None:
    for case in _noisy(noise):
        cells = _read(case)[0].cells
        assert not cells.wrong, (case.name, cells.faults)
        assert cells.right or not cells.total, case.name


@settings(max_examples=15, deadline=None)
@given(form=st.sampled_from(FORMS), seed=st.integers(0, 10**6))
def test_structured_reports_are_consistent(tmp_path_factory: pytest.TempPathFactory, form: str,
                                           seed: int) -> None:
    made = make_report(form, seed)
    path = tmp_path_factory.mktemp("made") / "report.json"
    path.write_text(made.as_json(), "utf-8")
    report = api.read(str(path))
    assert not measure(made.truth(), report).cells.faults
    assert not [result.rule.id for result in api.audit(report).results
                if result.outcome is Outcome.FAIL and result.rule.severity == "error"]


@pytest.mark.parametrize("format", ["html", "text", "pdf", "xlsx"])
def test_the_same_seed_gives_the_same_file(format: str) -> None:
    case = Case(format, STYLES[format][0], "cn-2021", 5, SEVERAL)
    assert case.make()[0] == case.make()[0]
