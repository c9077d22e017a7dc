"""Real reports that are wrong as published, and samples that are wrong on purpose.

The real documents stay outside the project; without them their tests skip.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from compliance import api
from compliance.model.audit import Finding
from tests.locate.reports_by_hand import located, report, says

SAMPLES = Path(__file__).parents[2] / "sample_reports"
REPORTS = Path(__file__).parents[3] / "shared" / "reports"
real = pytest.mark.skipif(not REPORTS.is_dir(),
                          reason="the real reports are not on this machine")


@cache
def findings(path: Path) -> list[Finding]:
    return [finding for finding in api.audit(api.read(str(path))).findings if finding.candidates]


def of_rule(path: Path, rule: str) -> Finding:
    return next(finding for finding in findings(path)
                if any(result.rule.id == rule for result in finding.results))


SHANGHAI = REPORTS / "shanghai-general-office-2019.html"


@real
def test_counts_of_the_text_that_the_table_contradicts() -> None:
    for rule, printed, meant in (("CN-N-08", 258, 275), ("CN-N-10", 265, 337)):
        finding = of_rule(SHANGHAI, rule)
        change = finding.candidates[0].changes[0]
        assert finding.unique
        assert (change.cell, change.printed, change.value) == (None, printed, meant)
        # Both wrong counts make the parts miss the whole: 716 of 805.
        assert "CN-B-02" in {result.rule.id for result in finding.results}


@real
def test_the_share_that_fits_neither_count() -> None:
    finding = of_rule(SHANGHAI, "CN-P-01")
    change = finding.candidates[0].changes[0]
    assert (change.printed, change.unit) == (Decimal("33.9"), "%")
    assert "258/805 应为 32.0%" in change.why.zh
    assert change.value == Decimal("34.2")


@real
def test_a_claim_that_the_table_contradicts_is_the_suspect() -> None:
    for path, rule in ((SHANGHAI, "CN-N-18"), (REPORTS / "shanghai-stcsm-2024.md", "CN-N-17")):
        change = of_rule(path, rule).candidates[0].changes[0]
        assert (change.cell, change.value) == (None, None)
        assert change.why.zh == "这句话与表格不符"


@real
def test_rules_that_a_town_cannot_have() -> None:
    finding = of_rule(REPORTS / "excerpts" / "nilka-town-2023.txt", "CN-T2-04")
    assert (finding.suspect.row, finding.suspect.column, finding.suspect.value) == (
        "规章", "现行有效件数", 6)


@real
def test_reports_whose_tables_balance_accuse_no_cell() -> None:
    for name in ("sanyuan-2017.txt", "suqian-city-gov-2023.txt", "suqian-city-gov-2024.txt",
                 "fixture-hangzhou-style-2025-SYNTHETIC-narrative.html",
                 "excerpts/siping-jiefang-street-2011.txt", "shuyang-county-drc-2023.html"):
        cells = [change.cell for finding in findings(REPORTS / name)
                 for candidate in finding.candidates for change in candidate.changes
                 if change.cell is not None]
        assert cells == [], name


def test_totals_left_at_zero() -> None:
    """Hongze 2023, table 4: 10 + 1 + 0 + 0 with a total of 0, and 5 + 0 + 0 + 0 with 0."""
    made = report()
    made.tables["复议诉讼"] = {"行政复议": [10, 1, 0, 0, 0], "直接起诉": [0, 0, 0, 0, 0],
                             "复议后起诉": [5, 0, 0, 0, 0]}
    found = {finding.results[0].subject.zh.rpartition("·")[2]:
             [says(candidate) for candidate in finding.candidates] for finding in located(made)}
    # 11 can only be the total; a 0 was more likely left than a 5 made up.
    assert found == {"行政复议": [[("行政复议·总计", 11)]],
                     "复议后起诉": [[("复议后起诉·总计", 5)], [("复议后起诉·结果维持", 0)]]}


SAMPLE_FIGURES = [
    ("cn-2008-faulty.yaml", "CN-B-02", ["正文“客货运输类信息80条”"], [60]),
    ("cn-2014-faulty.yaml", "CN-S-01", ["网络申请数·数量"], [15]),
    ("cn-2019-faulty.yaml", "CN-T3-01", ["办理结果总计·总计"], [65]),
    ("cn-2019-faulty.yaml", "CN-F-07", ["信访举报投诉·自然人"], [3]),
    ("cn-2021-faulty.yaml", "CN-T3-02", ["不掌握·自然人"], [859]),
    ("cn-2021-faulty.yaml", "CN-N-07", ["正文“部分公开417件”"], [471]),
    ("cn-2021-shares.yaml", "CN-P-01", ["正文“县区级文件占21.3%”"], [Decimal("20.3")]),
]


@pytest.mark.parametrize(("name", "rule", "figures", "values"), SAMPLE_FIGURES)
def test_samples(name: str, rule: str, figures: list[str], values: list[object]) -> None:
    finding = of_rule(SAMPLES / name, rule)
    assert finding.unique
    changes = finding.candidates[0].changes
    assert [change.name.zh for change in changes] == figures
    assert [change.value for change in changes] == values


@pytest.mark.parametrize("name", ["cn-2008-clean.yaml", "cn-2014-clean.yaml",
                                  "cn-2019-clean.yaml", "cn-2021-clean.yaml",
                                  "cn-fj-2017-district.yaml"])
def test_clean_samples_have_no_suspects(name: str) -> None:
    assert findings(SAMPLES / name) == []
