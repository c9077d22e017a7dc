"""``compliance audit --corrected``: a copy for review, never the report itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from compliance import api
from compliance.cli.audit_command import audit as command
from compliance.errors import Problem
from compliance.model.audit import Outcome

SAMPLES = Path(__file__).parents[2] / "sample_reports"


def run(*words: str) -> int:
    done = CliRunner().invoke(command, [*words, "--format", "json"], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return int(done.return_value)


def failing(path: Path) -> set[str]:
    return {result.rule.id for result in api.audit(api.read(str(path))).results
            if result.outcome is Outcome.FAIL}


def test_certain_corrections_are_put_in_and_named(tmp_path: Path) -> None:
    source, target = SAMPLES / "cn-2021-faulty.yaml", tmp_path / "corrected.yaml"
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    assert run(str(source), "--corrected", str(target)) == 1
    assert hashlib.sha256(source.read_bytes()).hexdigest() == before
    text = target.read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert any("895 → 859" in line and "不掌握·自然人" in line and "相邻两位数字颠倒" in line
               for line in comments)
    assert any("417 → 471" in line for line in comments)
    # Total or outcome: that is for a person to find out.
    assert any("现填 107；若错在这里，应为 170" in line for line in comments)
    assert "行政复议: [88, 18, 28, 36, 107]" in text
    assert "部分公开471件" in text
    gone = failing(source) - failing(target)
    assert gone == {"CN-T3-02", "CN-T3-03", "CN-N-07"}


def test_a_share_and_its_text_are_corrected(tmp_path: Path) -> None:
    source, target = SAMPLES / "cn-2021-shares.yaml", tmp_path / "corrected.yaml"
    run(str(source), "--corrected", str(target))
    assert "占20.3%" in target.read_text(encoding="utf-8")
    assert failing(source) - failing(target) == {"CN-P-01", "CN-P-02"}


def test_a_clean_report_is_copied_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "corrected.yaml"
    run(str(SAMPLES / "cn-2021-clean.yaml"), "--corrected", str(target), "--lang", "en")
    assert "nothing is certain enough to change" in target.read_text(encoding="utf-8")


def test_it_does_not_overwrite_the_report(tmp_path: Path) -> None:
    source = tmp_path / "report.yaml"
    source.write_bytes((SAMPLES / "cn-2021-faulty.yaml").read_bytes())
    link = tmp_path / "link.yaml"
    link.symlink_to(source)
    for target in (source, link):
        with pytest.raises(Problem, match="overwrit"):
            run(str(source), "--corrected", str(target))
    assert source.read_bytes() == (SAMPLES / "cn-2021-faulty.yaml").read_bytes()


def test_one_report_at_a_time(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="one report at a time"):
        run(str(SAMPLES), "--corrected", str(tmp_path / "corrected.yaml"))
    assert list(tmp_path.iterdir()) == []


def test_the_same_report_gives_the_same_copy(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        run(str(SAMPLES / "cn-2019-faulty.yaml"), "--corrected", str(tmp_path / name))
    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "b.yaml").read_bytes()
