"""The command line as its users call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from compliance.model.audit_file import AuditFile

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_reports"
CLEAN, FAULTY = str(SAMPLES / "cn-2021-clean.yaml"), str(SAMPLES / "cn-2021-faulty.yaml")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "compliance", *arguments], capture_output=True, text=True,
        encoding="utf-8", env={**os.environ, **environment}, check=False, timeout=120)


def test_clean_report_passes_the_gate() -> None:
    done = run("audit", CLEAN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "通过" in done.stdout


def test_faulty_report_fails_the_gate_and_says_how_to_mend() -> None:
    done = run("audit", FAULTY)
    assert done.returncode == 1
    first_screen = "\n".join(done.stdout.splitlines()[:24])
    assert "不通过" in first_screen
    assert "国办公开办函〔2021〕30号" in done.stdout
    assert done.stderr == ""


def test_fail_on_never_lets_everything_through() -> None:
    assert run("audit", FAULTY, "--fail-on", "never").returncode == 0


def test_min_score_closes_the_gate() -> None:
    assert run("audit", CLEAN, "--min-score", "100").returncode == 0
    assert run("audit", FAULTY, "--fail-on", "never", "--min-score", "100").returncode == 1


def test_language_follows_the_locale_and_the_option() -> None:
    assert "通过" in run("audit", CLEAN, LC_ALL="C.UTF-8").stdout
    english = run("audit", CLEAN, LC_ALL="en_US.UTF-8").stdout
    assert "score" in english.lower()
    assert run("audit", CLEAN, "--lang", "en", LC_ALL="zh_CN.UTF-8").stdout == english


def test_json_follows_its_schema_and_is_the_same_each_time() -> None:
    first, second = (run("audit", FAULTY, "--format", "json") for _ in range(2))
    assert first.stdout == second.stdout
    TypeAdapter(AuditFile).validate_json(first.stdout)
    (audit,) = json.loads(first.stdout)["audits"]
    assert audit["gate"]["holds"] is False
    failed = [r for r in audit["results"] if r["result"] == "fail"]
    cells = {(c["table"], c["row"], c["column"]) for r in failed for c in r["cells"]}
    assert ("申请", "不掌握", "自然人") in cells
    assert ("复议诉讼", "行政复议", "总计") in cells
    assert all(c["location"]["line"] for r in failed for c in r["cells"])


@pytest.mark.parametrize("format_", ["table", "json", "sarif", "junit", "markdown", "github"])
def test_every_format_writes_and_goes_into_a_file(format_: str, tmp_path: Path) -> None:
    output = tmp_path / "audit.out"
    done = run("audit", FAULTY, "--format", format_, "--output", str(output))
    assert done.returncode == 1
    assert done.stdout == ""
    assert output.read_text("utf-8").strip()


def test_folder_is_ranked_and_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    for name in (CLEAN, FAULTY):
        (tmp_path / Path(name).name).write_bytes(Path(name).read_bytes())
    (tmp_path / "broken.yaml").write_text("title: [\n", "utf-8")
    done = run("audit", str(tmp_path), "--fail-on", "never")
    assert done.returncode == 2
    assert done.stdout.index("江海市人民政府") < done.stdout.index("河东区")
    assert "broken.yaml" in done.stdout + done.stderr


@pytest.mark.parametrize("format_", ["yaml", "json"])
def test_what_read_prints_is_audited_alike(format_: str, tmp_path: Path) -> None:
    structured = tmp_path / f"report.{format_}"
    assert run("read", FAULTY, "--format", format_, "--output", str(structured)).returncode == 0

    def verdicts(path: str) -> list[tuple[str, str]]:
        audits = json.loads(run("audit", path, "--format", "json").stdout)["audits"]
        return [(r["rule"], r["result"]) for r in audits[0]["results"]]

    assert verdicts(str(structured)) == verdicts(FAULTY)


def test_rules_lists_and_explains() -> None:
    assert "CN-T3-01" in run("rules").stdout
    page = run("rules", "CN-T3-01").stdout
    assert "本年新收 + 上年结转" in page
    assert "30号" in page
    unknown = run("rules", "CN-NONE")
    assert unknown.returncode == 2
    assert len(unknown.stderr.splitlines()) == 1


def test_plugins_are_listed_with_their_digest() -> None:
    done = run("plugins")
    assert done.returncode == 0
    assert "builtin" in done.stdout
    assert "fujian" in done.stdout
    assert "sha256:" in done.stdout


@pytest.mark.parametrize("name", ["report", "form", "pack", "profile", "audit"])
def test_schemas_are_json_schemas(name: str) -> None:
    schema = json.loads(run("schema", name).stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["properties"]


def test_sample_reports_fit_the_schema() -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(run("schema", "report").stdout))
    for path in SAMPLES.glob("*.yaml"):
        data = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
        assert not list(validator.iter_errors(data)), path


def test_waiver_with_reason_is_honoured_and_an_expired_one_closes_the_gate(tmp_path: Path) -> None:
    waiver = {"rule": "CN-T4-01", "reason": "统计口径核实中", "approver": "市政务公开办",
              "until": "2026-06-30"}
    profile = tmp_path / "profile.yaml"

    def audited(on: str) -> dict[str, object]:
        profile.write_text(yaml.safe_dump({"waivers": [waiver], "as_of": on}, allow_unicode=True),
                           "utf-8")
        done = run("audit", FAULTY, "--profile", str(profile), "--format", "json")
        audit: dict[str, object] = json.loads(done.stdout)["audits"][0]
        return audit

    held = audited("2026-01-01")
    assert any(r["rule"] == "CN-T4-01" and r["result"] == "waived" for r in held["results"])  # type: ignore[attr-defined]
    lapsed = audited("2026-07-01")
    assert any("2026-06-30" in reason for reason in lapsed["gate"]["reasons"])  # type: ignore[index]
