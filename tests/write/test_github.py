"""Workflow commands of GitHub Actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.write.github import attribute, data, write

from . import audits


def test_annotations_stand_on_the_lines_of_the_report() -> None:
    lines = write([audits.audit()], "zh").splitlines()
    assert lines[0].startswith(
        "::error file=报告 目录/a b.yaml,line=31,endLine=31,col=5,endColumn=10,"
        f"title={audits.TOTALS}（CN-T3-01）::位置：")
    assert f"%0A说明：{audits.WHY}%0A" in lines[0]
    assert lines[1].startswith("::warning file=报告 目录/a b.yaml,line=54")
    assert lines[2].startswith("::notice file=报告 目录/a b.yaml,title=直接起诉应当少见")
    assert lines[3].startswith("::notice file=报告 目录/a b.yaml,title=结论：不通过::")
    assert len(lines) == 4


def test_data_and_properties_are_escaped() -> None:
    assert data("100%\n::error::x") == "100%25%0A::error::x"
    assert data("a\r\nb") == "a%0Ab"
    assert attribute("a:b,c%d\ne") == "a%3Ab%2Cc%25d e"


def test_hostile_text_starts_no_command_of_its_own() -> None:
    lines = write(audits.hostile(), "zh").splitlines()
    assert len(lines) == 5
    for line in lines:
        assert line.startswith(("::error file=", "::warning file=", "::notice file="))
        properties = line[2:].split("::", 1)[0].split(" ", 1)[1]
        keys = [pair.split("=", 1)[0] for pair in properties.split(",")]
        assert set(keys) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert len(keys) == len(set(keys))


def test_a_path_in_the_working_folder_is_made_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = write([audits.unread(str(tmp_path / "x" / "a.html"))], "en")
    assert written == ("::error file=x/a.html,line=3,col=7,title=not read::"
                       "the file is empty: fetch it again\n")
