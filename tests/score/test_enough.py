"""Too little to judge by: no score, and a closed gate that says why."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from compliance import api
from compliance.model.audit import Audit, Coverage
from compliance.model.profile import Gate, Profile
from compliance.plugin.cache import installed
from compliance.read.sniff import sniff
from compliance.read.source import open_source
from compliance.score.gate import enough

ROOT = Path(__file__).parents[2]
CLEAN = ROOT / "sample_reports/cn-2021-clean.yaml"
TEMPLATE = ROOT.parent / "shared/reports/formats/format-2021-30hao-template.docx"
BEGINNING = ROOT.parent / "shared/reports/excerpts/shangnan-guofenglou-town-2022.txt"


def emptied(keep: int) -> Audit:
    """The clean report of which all cells but the first few are blank."""
    report = api.read(str(CLEAN))
    for rows in report.tables.values():
        for row, cells in rows.items():
            kept = min(keep, len(cells))
            keep -= kept
            rows[row] = [*cells[:kept], *[None] * (len(cells) - kept)]
    return api.audit(report)


@pytest.mark.parametrize(("filled", "is_enough"), [(0, False), (49, False), (50, True)])
def test_a_form_with_few_figures_has_no_score(filled: int, is_enough: bool) -> None:
    audit = emptied(filled)
    assert audit.coverage.cells_filled == filled
    assert audit.coverage.cells_expected == 200
    reasons = [reason.zh for reason in audit.gate.reasons
               if f"有数据的单元格太少（{filled}/200）" in reason.zh]
    assert bool(reasons) is not is_enough
    if not is_enough:
        assert audit.score.total is None
        assert not audit.gate.holds
        assert f"其中有数据 {filled}/200" in api.write([audit])


def test_cells_that_do_not_apply_are_filled_in(tmp_path: Path) -> None:
    from compliance.model.report import CellState

    report = api.read(str(CLEAN))
    cells = next(iter(next(iter(report.tables.values())).values()))
    cells[:] = [CellState.NOT_APPLICABLE] * len(cells)
    assert api.audit(report).coverage.cells_filled == 200


def test_a_form_without_cells_needs_none() -> None:
    gate = Gate(min_cells=Decimal(1))
    assert enough(Coverage(0, 0, 5, 5, 0), gate)
    assert enough(Coverage(9, 9, 5, 5, 9), gate)
    assert not enough(Coverage(9, 9, 5, 5, 8), gate)
    assert not enough(Coverage(0, 0, 0, 5, 0), gate)


def test_a_profile_may_ask_for_every_cell() -> None:
    report = api.read(str(CLEAN))
    next(iter(next(iter(report.tables.values())).values()))[0] = None
    audit = api.audit(report, Profile(gate=Gate(min_cells=Decimal(1))))
    assert audit.score.total is None
    assert any("199/200" in reason.zh for reason in audit.gate.reasons)


@pytest.mark.parametrize("format_", ["table", "html", "markdown"])
def test_an_empty_report_ranks_last_and_its_coverage_is_shown(format_: str) -> None:
    shown = api.write([emptied(0), api.audit(api.read(str(CLEAN)))], format_)
    assert shown.index("填数") < shown.index("200/200")
    assert re.search(r"(?<!\d)0/200", shown[shown.index("200/200"):])


@pytest.mark.skipif(not TEMPLATE.exists(), reason="the published forms are not at hand")
def test_the_blank_national_form_is_not_let_through() -> None:
    audit = api.audit(api.read(str(TEMPLATE)))
    assert audit.coverage.cells_filled == 0
    assert audit.score.total is None
    assert not audit.gate.holds


@pytest.mark.skipif(not BEGINNING.exists(), reason="the excerpts are not at hand")
def test_the_beginning_of_a_report_has_no_score() -> None:
    raw = open_source(str(BEGINNING))
    assert sniff(raw, installed().readers).format == "text"
    audit = api.audit(api.read(str(BEGINNING)))
    assert audit.score.total is None
    assert any("0/200" in reason.zh for reason in audit.gate.reasons)
