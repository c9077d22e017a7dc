"""Bad input: one clear line, exit code 2, never 3."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance import api
from compliance.errors import Problem

from .test_commands import SAMPLES, run

BAD: dict[str, bytes] = {
    "empty.yaml": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 40,
    "truncated.yaml": "year: 2023\ntables:\n  申请: {本年新收: [1, 2".encode(),
    "truncated.json": b'{"year": 2023, "tables": {',
    "wrong-encoding.yaml": b"title: \xff\xfe\xfa\x00\x81",
    "duplicate.yaml": b"year: 2023\nyear: 2024\n",
    "duplicate.json": b'{"year": 2023, "year": 2024}',
    "unknown-key.yaml": b"year: 2023\ntabels: {}\n",
    "unknown-form.yaml": b"form: cn-1999\n",
    "no-form.yaml": b"year: 1997\n",
    "no-year.yaml": "title: 某局工作报告\n".encode(),
    "unknown-row.yaml": "year: 2023\ntables: {申请: {新收: [1]}}\n".encode(),
    "wrong-length.yaml": "year: 2023\ntables: {申请: {本年新收: [1, 2]}}\n".encode(),
    "list.yaml": b"- 1\n- 2\n",
    "deep.json": b"[" * 100_000,
    "deep.yaml": b"a: " + b"[" * 5_000,
    "bomb.yaml": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n".encode()
        for i in range(9)),
    "tag.yaml": b"a: !!python/object/apply:os.system ['true']\n",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_file_gets_one_line_and_exit_code_2(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    done = run("audit", str(path))
    assert done.returncode == 2, done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_file() -> None:
    done = run("audit", "nowhere.yaml")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("format", ["json", "sarif", "junit", "codequality", "markdown", "html"])
def test_a_file_that_was_not_read_is_named_in_the_output_too(format: str) -> None:
    done = run("audit", "nowhere.yaml", "--format", format)
    assert done.returncode == 2
    assert done.stderr.startswith("nowhere.yaml: ")
    assert len(done.stderr.splitlines()) == 1
    assert "nowhere.yaml" in done.stdout
    if format == "json":
        (entry,) = json.loads(done.stdout)["audits"]
        assert entry["file"] == "nowhere.yaml"
        assert entry["error"] in done.stderr


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    done = run("audit", str(path))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_broken_profile(tmp_path: Path) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text("gate: {fail_on: sometimes}\n", "utf-8")
    done = run("audit", str(SAMPLES / "cn-2021-clean.yaml"), "--profile", str(profile))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    st.recursive(st.none() | st.integers() | st.text(max_size=8),
                 lambda inner: st.lists(inner, max_size=3)
                 | st.dictionaries(st.sampled_from(
                     ["year", "form", "title", "tables", "申请", "本年新收", "sections",
                      "heading", "text", "statements", "breakdowns", "2023"]), inner, max_size=4),
                 max_leaves=12).map(lambda value: __import__("yaml").safe_dump(
                     value, allow_unicode=True).encode()),
))
def test_no_input_makes_the_program_fail(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "report"
    path.write_bytes(data)
    problem: Problem | None = None
    try:
        audit = api.audit(api.read(str(path)))
    except Problem as raised:
        problem = raised
    if problem is not None:
        assert "\n" not in problem.line("zh")
    else:
        assert not [r for r in audit.results if r.outcome.value == "error"]
        for name in ("table", "json", "sarif", "junit", "markdown", "github"):
            assert api.write([audit], name, "zh") or name == "github"
