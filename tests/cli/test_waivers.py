"""A waiver that fits nothing is told, with what it misses by."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.test_commands import CLEAN, FAULTY, run

BODY = "江海市河东区人民政府"
"""Who reports in the faulty sample, where CN-D-02 fails."""


def audited(folder: Path, *paths: str, **waiver: object) -> list[str]:
    """The lines beside the output of an audit with this waiver of CN-D-02."""
    entry = {"rule": "CN-D-02", "reason": "系统迁移", "approver": "某局", "until": "2099-01-01",
             **waiver}
    profile = folder / "profile.yaml"
    profile.write_text(yaml.safe_dump({"waivers": [entry]}, allow_unicode=True), "utf-8")
    done = run("audit", *paths, "--profile", str(profile))
    assert done.returncode in (0, 1)
    return done.stderr.splitlines()


@pytest.mark.parametrize(("waiver", "of", "why"), [
    ({"body": "河东区政府", "year": 2024}, "（河东区政府，2024）", f"报告单位是“{BODY}”"),
    ({"body": BODY, "year": 2023}, f"（{BODY}，2023）", "报告年度是 2024"),
    ({"body": "河东区政府", "year": 2023}, "（河东区政府，2023）",
     f"报告单位是“{BODY}”，报告年度是 2024"),
    ({"rule": "CN-T3-01"}, "", "规则 CN-T3-01 没有不符"),
    ({"subject": "落款日期"}, "（落款日期）", "不符的是“发布日期”"),
    ({"from": "2098-01-01"}, "", "从 2098-01-01 起才有效"),
])
def test_a_waiver_that_fits_nothing_is_told(
    waiver: dict[str, object], of: str, why: str, tmp_path: Path,
) -> None:
    rule = waiver.get("rule", "CN-D-02")
    assert audited(tmp_path, FAULTY, **waiver) == [
        f"没有用上的豁免：{rule}{of}——{why}；请核对单位、年度和规则"]


@pytest.mark.parametrize("waiver", [
    {}, {"body": BODY}, {"body": BODY, "year": 2024}, {"subject": "发布日期"},
])
def test_a_waiver_that_is_used_is_not_told(waiver: dict[str, object], tmp_path: Path) -> None:
    assert audited(tmp_path, FAULTY, **waiver) == []
    # In a folder it is enough that one report is meant.
    assert audited(tmp_path, CLEAN, FAULTY, **waiver) == []


def test_an_expired_waiver_is_told_by_the_gate_only(tmp_path: Path) -> None:
    assert audited(tmp_path, FAULTY, until="2020-01-01") == []


def test_of_many_reports_the_nearest_is_named(tmp_path: Path) -> None:
    (line,) = audited(tmp_path, CLEAN, FAULTY, body="河东区政府")
    assert f"报告单位是“{BODY}”" in line
    (line,) = audited(tmp_path, CLEAN, FAULTY, body="江海市人民政府")
    assert "规则 CN-D-02 没有不符" in line
    (line,) = audited(tmp_path, CLEAN, rule="CN-T3-01")
    assert "规则 CN-T3-01 没有不符" in line


def test_many_waivers_are_told_in_few_lines_those_that_nearly_fit_first(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    waivers = [{"rule": rule, "reason": "核实中", "approver": "某局", "until": "2099-01-01",
                "body": f"{number}号局"}
               for number, rule in enumerate(["CN-T3-01"] * 20 + ["CN-D-02"])]
    profile.write_text(yaml.safe_dump({"waivers": waivers}, allow_unicode=True), "utf-8")
    lines = run("audit", FAULTY, "--profile", str(profile), "--format", "json").stderr.splitlines()
    assert len(lines) == 9
    assert "CN-D-02" in lines[0]
    assert lines[-1] == "另有 13 项豁免没有用上"
    english = run("audit", FAULTY, "--profile", str(profile), "--lang", "en").stderr
    assert english.startswith("waiver that fits nothing: CN-D-02 (20号局): the report is of")
