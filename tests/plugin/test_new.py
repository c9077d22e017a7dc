"""From ``compliance new`` to a rule that fires, without an edit in between."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.errors import Problem
from compliance.scaffold import new_province, new_rule


def run(*words: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in words], capture_output=True, text=True,
                          env={**os.environ, **(env or {})}, check=False)


def compliance(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "compliance", *words)


def test_a_new_province_is_tested_and_its_rule_fires(tmp_path: Path) -> None:
    package = tmp_path / "zj"
    made = compliance("new", "province", "ZJ", "--name", "浙江", "--output", package)
    assert made.returncode == 0, made.stderr
    tested = compliance("rules", "--test", package)
    assert (tested.returncode, tested.stderr) == (0, "")
    audited = compliance("audit", package / "samples/faulty.yaml", "--rules", package / "src",
                         "--format", "json")
    rules = {r["rule"]: r["result"] for r in json.loads(audited.stdout)["audits"][0]["results"]}
    assert rules["ZJ-01"] == "fail"
    assert [rule for rule, result in rules.items() if result in ("fail", "error")] == ["ZJ-01"]
    score = json.loads(audited.stdout)["audits"][0]["score"]
    assert score["total"] is not None


def test_the_package_installs_and_passes_its_own_tests(tmp_path: Path) -> None:
    package = tmp_path / "zj"
    new_province("ZJ", "浙江", str(package))
    site = tmp_path / "site"
    installed = run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps",
                    "--no-build-isolation", "--target", site, package)
    assert installed.returncode == 0, installed.stderr
    tested = run(sys.executable, "-m", "pytest", "-q", "-c", package / "pyproject.toml",
                 "--rootdir", package, package / "src", package / "tests",
                 env={"PYTHONPATH": str(site), "COMPLIANCE_CACHE": str(tmp_path / "cache")})
    assert tested.returncode == 0, tested.stdout
    assert "5 passed" in tested.stdout


def test_a_new_rule_comes_with_its_cases(tmp_path: Path) -> None:
    package = tmp_path / "zj"
    new_province("ZJ", "浙江", str(package))
    (pack,) = package.rglob("cn-zj.yaml")
    before = pack.read_text("utf-8")
    new_rule("ZJ-02", str(pack))
    assert pack.read_text("utf-8").startswith(before)
    tested = compliance("rules", "--test", package)
    assert tested.returncode == 0, tested.stdout
    assert "4" in tested.stdout
    checked = compliance("rules", "--check", "--rules", package / "src")
    assert "重复" not in checked.stdout
    for taken_or_wrong in ("ZJ-02", "XX-01", "zj-03"):
        with pytest.raises(Problem, match=taken_or_wrong):
            new_rule(taken_or_wrong, str(pack))


@pytest.mark.parametrize("code", ["zj", "ZJX", "../x", "", "US"])
def test_a_code_that_is_none_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(Problem, match="two capital letters"):
        new_province(code, "某", str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Problem, match="not empty"):
        new_province("ZJ", "浙江", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_failing_case_is_said_in_words(tmp_path: Path) -> None:
    package = tmp_path / "zj"
    new_province("ZJ", "浙江", str(package))
    (cases,) = package.rglob("*.cases.yaml")
    cases.write_text(cases.read_text("utf-8").replace("[5, 0, 0, 0, 0, 0, 5]",
                                                      "[9, 0, 0, 0, 0, 0, 9]"), "utf-8")
    tested = compliance("rules", "--test", package, "--lang", "en")
    assert tested.returncode == 1
    assert "ZJ-01-pass-0" in tested.stdout
    assert "expected pass, got fail" in tested.stdout
    assert "Traceback" not in tested.stdout + tested.stderr
    by_pytest = run(sys.executable, "-m", "pytest", "-q", "-c",
                    package / "pyproject.toml", "--rootdir", package, cases)
    assert by_pytest.returncode == 1
    assert "expected pass, got fail" in by_pytest.stdout
