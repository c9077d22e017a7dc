"""The gate recipes do what they say: each is run as its host would run it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CLEAN, FAULTY = (ROOT / f"sample_reports/cn-2021-{name}.yaml" for name in ("clean", "faulty"))


def shell(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=folder, text=True,
                          capture_output=True, env={**os.environ, "PATH": path, **variables},
                          check=False)


def compliance(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "compliance", *words], cwd=folder,
                          capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a clean and a faulty report."""
    shutil.copy(CLEAN, tmp_path / "clean.yaml")
    shutil.copy(FAULTY, tmp_path / "faulty.yaml")
    return tmp_path


def test_pre_commit_passes_the_reports_that_changed(folder: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for name in ("报告.docx", "a/b.csv", "页面.mht", "页面.mhtml", "旧.rtf", "r.yaml", "表.xlsx"):
        assert re.search(hook["files"], f"reports/{name}")
        assert re.search(hook["files"], f"政务公开/reports/{name}")
    for name in ("README.md", ".pre-commit-hooks.yaml", "docs/a.html", "reports/main.py",
                 "myreports/a.md"):
        assert not re.search(hook["files"], name)
    assert shell(f"{hook['entry']} clean.yaml", folder).returncode == 0
    assert shell(f"{hook['entry']} clean.yaml faulty.yaml", folder).returncode == 1


def action_steps() -> list[dict[str, Any]]:
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    return [step for step in steps if step["name"] != "Install"]


INPUTS = {"PATHS": "faulty.yaml", "FAIL_ON": "error", "MIN_SCORE": "", "PROFILE": "", "RULES": "",
          "BASELINE": "", "SARIF": "out.sarif"}


@pytest.mark.parametrize(("inputs", "code"), [
    ({"PATHS": "clean.yaml"}, 0),
    ({"PATHS": "clean.yaml faulty.yaml"}, 1),
    ({"FAIL_ON": "never"}, 0),
    ({"FAIL_ON": "never", "MIN_SCORE": "90"}, 1),
    ({"FAIL_ON": "never", "PROFILE": "profile.yaml"}, 1),
    ({"PATHS": "empty.html faulty.yaml", "FAIL_ON": "never"}, 2),
])
def test_the_github_action_annotates_and_fails(
    folder: Path, inputs: dict[str, str], code: int,
) -> None:
    (folder / "profile.yaml").write_text("gate: {min_score: 90}\n", "utf-8")
    (folder / "empty.html").write_text("", "utf-8")
    sarif, audit = (shell(step["run"], folder, **INPUTS | inputs) for step in action_steps())
    assert sarif.returncode == 0, sarif.stderr
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert audit.returncode == code
    assert ("::error " in audit.stdout) == ("faulty" in {**INPUTS, **inputs}["PATHS"])


def test_the_action_tells_a_fault_of_the_program_and_still_annotates(folder: Path) -> None:
    sarif, audit = action_steps()
    assert audit["if"] == "${{ !cancelled() }}"
    (folder / "compliance").write_text("#!/bin/sh\nexit 3\n", "utf-8")
    (folder / "compliance").chmod(0o755)
    broken = f"PATH={folder}:$PATH\n{sarif['run']}"
    assert shell(broken, folder, **INPUTS).returncode != 0


def test_the_action_takes_rules_of_the_office(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "words.yaml").write_text("words: []\n", "utf-8")
    _, audit = action_steps()
    ran = shell(audit["run"], folder, **INPUTS | {"PATHS": "clean.yaml", "RULES": "a b"})
    assert ran.returncode == 0, ran.stderr
    missing = shell(audit["run"], folder, **INPUTS | {"PATHS": "clean.yaml", "RULES": "a none"})
    assert missing.returncode == 2
    assert "none" in missing.stderr


@pytest.mark.parametrize("name", ["action.yml", "gates/gitlab.yml", ".pre-commit-hooks.yaml"])
def test_recipes_are_written_without_anchors(name: str) -> None:
    tokens = yaml.scan((ROOT / name).read_text("utf-8"))
    assert not [token for token in tokens if isinstance(token, yaml.AnchorToken | yaml.AliasToken)]


def test_every_input_of_the_action_is_used() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in yaml.safe_load(text)["inputs"]:
        assert f"inputs.{name} " in text


def test_no_input_of_the_action_is_put_into_a_script() -> None:
    for step in yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]:
        assert "${{" not in step["run"]


def test_gitlab_gets_its_code_quality_report(folder: Path) -> None:
    job = yaml.safe_load((ROOT / "gates/gitlab.yml").read_text("utf-8"))["compliance"]
    variables = {**job["variables"], "REPORTS": "faulty.yaml"}
    ran = shell("\n".join(job["script"]), folder, **variables)
    assert ran.returncode == 1
    name = job["artifacts"]["reports"]["codequality"]
    entries = json.loads((folder / name).read_text("utf-8"))
    assert entries
    for entry in entries:
        assert entry.keys() >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["path"] == "faulty.yaml"
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    # One fault, two rules: one entry, on the line of the suspect figure.
    (swapped,) = [entry for entry in entries if "895" in entry["description"]]
    text = (folder / "faulty.yaml").read_text("utf-8").splitlines()
    assert text[swapped["location"]["lines"]["begin"] - 1].lstrip().startswith("不掌握: [895,")
    assert "应为 859" in swapped["description"]
    assert "应为 859" in swapped["content"]["body"]


@pytest.mark.parametrize("variables", [
    {"REPORTS": "faulty.yaml", "FAIL_ON": "never", "MIN_SCORE": "90"},
    {"REPORTS": "empty.html faulty.yaml"},
])
def test_gitlab_runs_its_second_line_whatever_the_first_says(
    folder: Path, variables: dict[str, str],
) -> None:
    (folder / "empty.html").write_text("", "utf-8")
    job = yaml.safe_load((ROOT / "gates/gitlab.yml").read_text("utf-8"))["compliance"]
    ran = shell("\n".join(job["script"]), folder, **{**job["variables"], **variables})
    assert ran.returncode in (1, 2)
    assert "CN-T3-02" in ran.stdout


def test_a_makefile_needs_one_line(folder: Path) -> None:
    (folder / "Makefile").write_text(f"include {ROOT}/gates/report.mk\n", "utf-8")
    make = f"make audit-reports COMPLIANCE='{sys.executable} -m compliance' REPORTS="
    assert shell(f"{make}clean.yaml", folder).returncode == 0
    assert shell(f"{make}faulty.yaml", folder).returncode != 0


def test_a_baseline_lets_old_failures_pass_and_no_new_one(folder: Path) -> None:
    wrote = compliance(folder, "audit", "faulty.yaml", "--write-baseline", "known.json")
    assert wrote.returncode == 1
    again = compliance(folder, "audit", "faulty.yaml", "--baseline", "known.json",
                       "--format", "json")
    assert again.returncode == 0
    (audit,) = json.loads(again.stdout)["audits"]
    failed = [result for result in audit["results"] if result["result"] == "fail"]
    assert failed
    assert all(result["known"] for result in failed)
    # A changed figure in a failure that was known is a new failure.
    text = (folder / "faulty.yaml").read_text("utf-8")
    (folder / "faulty.yaml").write_text(text.replace("不掌握: [895,", "不掌握: [894,"), "utf-8")
    changed = compliance(folder, "audit", "faulty.yaml", "--baseline", "known.json")
    assert changed.returncode == 1


def test_a_baseline_that_is_none_is_refused(folder: Path) -> None:
    (folder / "known.json").write_text("{}", "utf-8")
    refused = compliance(folder, "audit", "clean.yaml", "--baseline", "known.json")
    assert refused.returncode == 2
    assert "--write-baseline" in refused.stderr
    assert compliance(folder, "audit", "clean.yaml", "--baseline", "no.json").returncode == 2
