"""Real reports: every confirmed defect found, no false error.

The documents stay outside the project; without them these tests skip.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from compliance import api
from compliance.errors import Problem
from compliance.model.audit import Outcome
from compliance.model.report import Report
from compliance.plugin.cache import installed

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
LIBRARY = installed()
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(),
                                reason="the real reports are not on this machine")


def failures(name: str) -> dict[str, set[str]]:
    """Severity → ids of failed rules."""
    audit = api.audit(_read(name), library=LIBRARY)
    found: dict[str, set[str]] = {"error": set(), "warning": set(), "info": set()}
    for result in audit.results:
        if result.outcome is Outcome.FAIL:
            found[result.rule.severity].add(result.rule.id)
    return found


# Confirmed defects (TRUTH.md beside the reports): the errors are all the errors there are.
ERRORS: dict[str, set[str]] = {
    "shanghai-general-office-2019.html": {"CN-N-08", "CN-N-10", "CN-B-02", "CN-P-01", "CN-F-06"},
    "hongze-district-gov-2023.pdf": {"CN-T4-01", "CN-F-03"},
    "excerpts/jiaxian-xi-town-2022.txt": {"CN-F-01"},
    "excerpts/shaoguan-longgui-town-2016.txt": {"CN-F-12", "CN-F-13"},
    "excerpts/siping-jiefang-street-2011.txt": {"CN-F-12", "CN-F-13"},
}
OTHERS: dict[str, set[str]] = {
    "hongze-district-gov-2023.pdf": {"CN-F-04", "CN-W-01"},
    "sanyuan-2017.txt": {"CN-F-09", "CN-F-14", "CN-F-21", "CN-F-26", "CN-W-01", "CN-W-03"},
    "shanghai-general-office-2019.html": {"CN-N-18", "CN-F-05", "CN-P-03"},
    "suqian-city-gov-2024.txt": {"CN-W-01"},
    "shanghai-stcsm-2024.md": {"CN-B-01", "CN-N-17", "CN-F-16", "CN-W-01", "CN-W-02"},
    "shuyang-county-drc-2023.html": {"CN-F-17", "CN-F-05", "CN-F-04", "CN-W-04", "CN-X-09"},
    "excerpts/beijing-eit-commission-2011.txt": {"CN-B-01"},
    "excerpts/sinan-tingziba-town-2014.txt": {"CN-B-01"},
    "excerpts/zibo-zhongbu-town-2020.txt": {"CN-X-04"},
    "excerpts/huichang-zhongcun-township-2020.txt": {"CN-F-20", "CN-F-25", "CN-W-03"},
    "excerpts/xian-district-statistics-bureau-2023.txt": {"CN-F-20", "CN-F-25"},
    "excerpts/nilka-town-2023.txt": {"CN-T2-04"},
    "excerpts/beijing-dashilan-street-2009.txt": {"CN-X-04"},
    "excerpts/yuhuan-chumen-town-2014.txt": {"CN-F-23"},
    "excerpts/siping-jiefang-street-2011.txt": {"CN-F-23", "CN-D-07"},
    "excerpts/kaiping-shatang-town-2016.txt": {"CN-B-01", "CN-F-16"},
    "excerpts/shaoguan-longgui-town-2016.txt": {"CN-W-01"},
    "excerpts/yongjia-qiaoxia-town-2017.txt": {"CN-X-04", "CN-W-01"},
    "excerpts/suining-chuanshan-civil-affairs-2016.txt": {"CN-W-03"},
}
NOT_REPORTS = {"README.md", "TRUTH.md"}
NO_FORM = "excerpts/shanghai-monthly-statistics-2006-02.txt"


def _names() -> list[str]:
    if not REPORTS.is_dir():
        return []
    found = [path for pattern in ("*.html", "*.pdf", "*.txt", "*.md", "excerpts/*.txt")
             for path in REPORTS.glob(pattern) if path.name not in NOT_REPORTS]
    return sorted(str(path.relative_to(REPORTS)) for path in found)


@pytest.mark.parametrize("name", [name for name in _names() if name != NO_FORM])
def test_confirmed_defects_and_no_other_error(name: str) -> None:
    found = failures(name)
    assert found["error"] == ERRORS.get(name, set())
    assert OTHERS.get(name, set()) <= found["warning"] | found["info"]


# What once was a wrong warning, with the reason why the report is right.
RIGHT: dict[str, set[str]] = {
    # Chapters of the narrative are no sections of the form; together they are the overview.
    "shanghai-stcsm-2024.md": {"CN-F-17", "CN-F-18"},
    # The form of 2019 prints no unit, and the cell does.
    "shanghai-general-office-2019.html": {"CN-F-08"},
    # The column is headed with the report's year.
    "sanyuan-2017.txt": {"FJ-07", "FJ-08"},
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_not_warned_of(name: str) -> None:
    found = failures(name)
    assert not RIGHT[name] & (found["error"] | found["warning"] | found["info"])


def test_blanks_are_one_finding_a_table() -> None:
    audit = api.audit(_read("shuyang-county-drc-2023.html"), library=LIBRARY)
    (blank,) = (r for r in audit.results if r.rule.id == "CN-F-05" and r.outcome is Outcome.FAIL)
    assert len(blank.cells) == 125
    columns = "商业企业、科研机构、社会公益组织、法律服务机构、其他"
    assert f"各行（25 行）的{columns}" in blank.explanation.zh
    audit = api.audit(_read("shanghai-general-office-2019.html"), library=LIBRARY)
    (totals,) = (r for r in audit.results if r.rule.id == "CN-F-06" and r.outcome is Outcome.FAIL)
    assert len(totals.cells) == 11


def test_people_read_titles_and_programs_read_ids() -> None:
    report = _read("shanghai-general-office-2019.html")
    audit = api.audit(report, library=LIBRARY)
    table = api.write([audit], "table", "zh", LIBRARY)
    assert "表三 收到和处理政府信息公开申请情况·予以公开" in table
    assert '"table": "申请"' in api.write([audit], "json", "zh", LIBRARY)


def test_every_named_report_is_there() -> None:
    assert ERRORS.keys() | OTHERS.keys() <= set(_names())


def test_report_before_the_regulation_needs_a_form() -> None:
    with pytest.raises(Problem, match="2006"):
        api.read(str(REPORTS / NO_FORM))
    audit = api.audit(api.read(str(REPORTS / NO_FORM), form="cn-2008"))
    assert not [r.rule.id for r in audit.results if r.outcome is Outcome.FAIL
                and r.rule.category == "arithmetic"]


def test_contents_announced_in_traditional_characters_are_read() -> None:
    assert "CN-F-23" in failures("excerpts/kaiping-shatang-town-2016.txt")["warning"]


FIGURES: list[tuple[str, str, str, int, int | None]] = [
    ("sanyuan-2017.txt", "指标", "主动公开文件数", 0, 912),
    ("sanyuan-2017.txt", "指标", "申请总数", 1, 3),
    ("sanyuan-2017.txt", "指标", "其他类型答复数", 1, 2),
    ("suqian-city-gov-2023.txt", "申请", "本年新收", 6, 3511),
    ("suqian-city-gov-2023.txt", "申请", "上年结转", 6, 96),
    ("suqian-city-gov-2023.txt", "申请", "本年新收", 0, 3402),
    ("suqian-city-gov-2023.txt", "申请", "结转下年度", 6, 121),
    ("suqian-city-gov-2023.txt", "复议诉讼", "行政复议", 4, 440),
    ("suqian-city-gov-2023.txt", "复议诉讼", "直接起诉", 4, 24),
    ("suqian-city-gov-2023.txt", "复议诉讼", "复议后起诉", 4, 89),
    ("suqian-city-gov-2024.txt", "申请", "予以公开", 6, 1431),
    ("suqian-city-gov-2024.txt", "申请", "结转下年度", 6, 125),
    ("suqian-city-gov-2024.txt", "主动公开", "行政规范性文件", 1, 227),
    ("suqian-city-gov-2024.txt", "复议诉讼", "行政复议", 4, 170),
    ("shanghai-general-office-2019.html", "申请", "予以公开", 0, 258),
    ("shanghai-general-office-2019.html", "申请", "予以公开", 6, None),
    ("shanghai-general-office-2019.html", "申请", "本年新收", 6, 859),
    ("shanghai-general-office-2019.html", "申请", "办理结果总计", 0, 767),
    ("shanghai-general-office-2019.html", "申请", "结转下年度", 6, 72),
    ("shanghai-general-office-2019.html", "复议诉讼", "直接起诉", 0, 8),
    ("shanghai-stcsm-2024.md", "申请", "本年新收", 6, 34),
    ("shuyang-county-drc-2023.html", "申请", "本年新收", 1, None),
    ("fixture-hangzhou-style-2025-SYNTHETIC-narrative.html", "申请", "办理结果总计", 6, 13810),
    ("fixture-hangzhou-style-2025-SYNTHETIC-narrative.html", "复议诉讼", "行政复议", 4, 790),
    ("excerpts/nilka-town-2023.txt", "主动公开", "规章", 2, 6),
    ("hongze-district-gov-2023.pdf", "复议诉讼", "行政复议", 4, 0),
]


@pytest.mark.parametrize(("name", "table", "row", "index", "value"), FIGURES)
def test_figures_are_read(name: str, table: str, row: str, index: int, value: int | None) -> None:
    assert _read(name).tables[table][row][index] == value


@cache
def _read(name: str) -> Report:
    return api.read(str(REPORTS / name), library=LIBRARY)
