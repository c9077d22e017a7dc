"""A profile may ask for more and never for less, and what it changed is shown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.cli.profile_file import _fault_of_day, read_profile
from compliance.errors import Problem
from compliance.plugin.cache import installed
from tests.cli.test_commands import CLEAN, FAULTY, run

WAIVER = """\
waivers:
- rule: {rule}
  reason: {reason}
  approver: {approver}
  until: 2030-01-01
"""


def profile(folder: Path, text: str) -> str:
    path = folder / "profile.yaml"
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize(("text", "line", "said"), [
    ("gate:\n  min_score: 101\n", 2, "gate/min_score"),
    ("gate:\n  min_score: -1\n", 2, "gate/min_score"),
    ("gate:\n  min_score: .nan\n", 2, ".nan"),
    ("gate:\n  min_coverage: 0.49\n", 2, "gate/min_coverage"),
    ("gate:\n  min_coverage: 1.01\n", 2, "gate/min_coverage"),
    ("gate:\n  min_cells: 0\n", 2, "gate/min_cells"),
    ("points:\n  language: 5\n  history: -1\n", 3, "points/history"),
    ("deductions:\n  error: -0.5\n", 2, "deductions/error"),
    ("deadlines:\n  government: 03-01\n  school: 01-01\n", 3, "school"),
    ("deadlines:\n  government: 02-30\n", 2, "02-30"),
    ("deadlines:\n  government: 13-45\n", 2, "13-45"),
    ("deadlines:\n  government: 00-00\n", 2, "00-00"),
    ("deadlines:\n  government: 02-29\n", 2, "02-29"),
    ("deadlines:\n  government: 3-1\n", 2, "3-1"),
    ("deadlines:\n  department: 02-01\n", 2, "CN-D-02"),
    (WAIVER.format(rule="CN-NONE", reason="核实中", approver="某局"), 2, "CN-NONE"),
    (WAIVER.format(rule="CN-T3-01", reason="'  '", approver="某局"), 3, "reason"),
    (WAIVER.format(rule="CN-T3-01", reason="核实中", approver="''"), 4, "approver"),
    (WAIVER.format(rule="CN-T3-01", reason="核实中", approver="某局") + "  from: 2099-01-01\n",
     6, "2099-01-01"),
    ("profile: x\nrules:\n  CN-NONE: {weight: 9}\n", 3, "CN-NONE"),
    ("profile: x\n\"on\": 2026-01-01\n", 2, "on"),
])
def test_a_profile_that_must_not_be_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, said: str,
) -> None:
    path = profile(tmp_path, text)
    with pytest.raises(Problem) as caught:
        read_profile(path).refuse_unfit(installed())
    problem = caught.value
    assert said in problem.text.zh
    assert said in problem.text.en
    assert problem.file == path
    assert problem.location is not None
    assert problem.location.line == line


def test_a_refused_profile_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    path = profile(tmp_path, "deadlines: {government: 02-30}\n")
    for command in (["audit", CLEAN], ["plugins"]):
        done = run(*command, "--profile", path)
        assert done.returncode == 2
        assert done.stderr.startswith(f"{path}:1:")
        assert len(done.stderr.splitlines()) == 1


@given(st.text(max_size=6) | st.dates().map(lambda day: day.strftime("%m-%d")))
def test_a_day_is_one_of_every_year(written: str) -> None:
    from datetime import datetime

    try:
        known = datetime.strptime(f"2001-{written}", "%Y-%m-%d").strftime("%m-%d") == written
    except ValueError:
        known = False
    assert (not _fault_of_day(written)) == known


def test_a_stricter_profile_is_taken(tmp_path: Path) -> None:
    path = profile(tmp_path, "gate: {min_score: 100, min_coverage: 0.9, min_cells: 1}\n"
                             "deadlines: {department: 01-31, government: 03-01}\n"
                             "points: {language: 0}\ndeductions: {info: 0}\n")
    read_profile(path).refuse_unfit(installed())


def test_what_the_profile_chose_is_shown(tmp_path: Path) -> None:
    path = profile(tmp_path, "packs: [cn-dates, cn-form]\nas_of: 2026-01-02\n")
    shown = run("audit", CLEAN, "--profile", path, "--fail-on", "never").stdout
    assert "规则包：按方案只用 cn-dates、cn-form" in shown
    assert "2026-01-02" in shown
    plain = run("audit", CLEAN).stdout
    assert "规则包" not in plain
    assert "豁免审核日" not in plain
    done = run("audit", CLEAN, "--profile", path, "--format", "json")
    (audit,) = json.loads(done.stdout)["audits"]
    assert audit["provenance"]["as_of"] == "2026-01-02"
    assert audit["provenance"]["packs_chosen"] is True


def test_a_waiver_holds_from_a_day_until_a_day(tmp_path: Path) -> None:
    text = WAIVER.format(rule="CN-T4-01", reason="核实中", approver="某局") + "  from: {}\n"
    for begins, waived in (("2001-01-01", True), ("2029-12-31", False)):
        path = profile(tmp_path, text.format(begins))
        done = run("audit", FAULTY, "--profile", path, "--format", "json")
        (audit,) = json.loads(done.stdout)["audits"]
        found = {result["result"] for result in audit["results"] if result["rule"] == "CN-T4-01"}
        assert ("waived" in found) is waived
        assert audit["provenance"]["as_of"] == date.today().isoformat()


def test_what_a_baseline_sets_aside_is_counted(tmp_path: Path) -> None:
    known = str(tmp_path / "known.json")
    failed = json.loads(run("audit", FAULTY, "--write-baseline", known, "--format", "json").stdout)
    count = sum(each["result"] == "fail" for each in failed["audits"][0]["results"])
    done = run("audit", FAULTY, "--baseline", known)
    assert done.returncode == 0
    assert f"另有 {count} 处不符在基线中" in done.stdout


@pytest.mark.parametrize(("text", "said"), [
    ("deadlines:\n  department: 1月20日\n", "department 的期限“1月20日”应写成“月-日”，如 01-20"),
    ("deadlines:\n  department: 02-30\n", "“02-30”不是每年都有的日子"),
    ("deadlines:\n  school: 01-20\n",
     "government（政府）、department（部门）、township（乡镇、街道）"),
    ("gate:\n  fail_on: warn\n",
     "只能是 error（错误）、warning（警告）、info（提示）、never（不判定）"),
    ("gate:\n  failon: error\n", "不认识的键“failon”（位置：gate）；是不是“fail_on”？"),
    (WAIVER.format(rule="CN-D-2", reason="核实中", approver="某局"), "是不是“CN-D-02”？"),
    ("rules:\n  cn-t3-01: {weight: 9}\n", "是不是“CN-T3-01”？"),
])
def test_a_slip_in_a_profile_is_told_with_what_is_right(
    tmp_path: Path, text: str, said: str,
) -> None:
    with pytest.raises(Problem) as caught:
        read_profile(profile(tmp_path, text)).refuse_unfit(installed())
    assert said in caught.value.text.zh


def test_an_unknown_key_is_shown_where_the_key_stands(tmp_path: Path) -> None:
    path = profile(tmp_path, "profile: x\ngate: {failon: error}\n")
    assert run("audit", CLEAN, "--profile", path).stderr.startswith(f"{path}:2:8: ")
