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
    assert re.search(hook["files"], "报告.docx")
    assert not re.search(hook["files"], "main.py")
    assert shell(f"{hook['entry']} clean.yaml", folder).returncode == 0
    assert shell(f"{hook['entry']} clean.yaml faulty.yaml", folder).returncode == 1


def action_steps() -> list[dict[str, Any]]:
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    return [step for step in steps if step["name"] != "Install"]


@pytest.mark.parametrize(("paths", "code"), [("clean.yaml", 0), ("clean.yaml faulty.yaml", 1)])
def test_the_github_action_annotates_and_fails(folder: Path, paths: str, code: int) -> None:
    inputs = {"PATHS": paths, "FAIL_ON": "error", "PROFILE": "", "BASELINE": "",
              "SARIF": "out.sarif"}
    sarif, audit = (shell(step["run"], folder, **inputs) for step in action_steps())
    assert sarif.returncode == 0, sarif.stderr
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert audit.returncode == code
    assert ("::error " in audit.stdout) == bool(code)


def test_every_input_of_the_action_is_used() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in yaml.safe_load(text)["inputs"]:
        assert f"inputs.{name} " in text


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
