"""Whole reports as Word files give the values that they were written with."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from word_report import word_report

from compliance.api import audit, read
from compliance.plugin.cache import installed

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared" / "reports" / "formats" / "format-2021-30hao-template.docx"
SAMPLES = ROOT / "sample_reports"


@pytest.fixture
def written(tmp_path):
    """A sample report as a Word file."""

    def made(name: str) -> str:
        content = yaml.safe_load((SAMPLES / f"{name}.yaml").read_text("utf-8"))
        file = tmp_path / f"{name}.docx"
        file.write_bytes(word_report(content, installed().forms["cn-2021"]))
        return str(file)

    return made


@pytest.mark.parametrize("name", ["cn-2021-clean", "cn-2021-faulty"])
def test_a_word_file_reads_as_its_yaml(written, name):
    expected = read(str(SAMPLES / f"{name}.yaml"))
    report = read(written(name))
    assert report.tables == expected.tables
    assert (report.form, report.year, report.title, report.body, report.kind) == (
        expected.form, expected.year, expected.title, expected.body, expected.kind)
    assert report.preamble.split() == expected.preamble.split()
    assert [s.heading for s in report.sections] == [s.heading for s in expected.sections]
    assert [s.text.split() for s in report.sections] == [
        s.text.split() for s in expected.sections]
    assert not report.unknown_rows
    note = report.notes["申请", "国家秘密", 0]
    assert note.location.path == "tbl[2]/tr[8]/tc[4]"


def test_a_word_file_is_judged_as_its_yaml(written):
    def findings(file: str) -> list[tuple[str, str]]:
        made = audit(read(file))
        return [(finding.rule.id, finding.title.zh) for finding in made.findings]

    for name in ("cn-2021-clean", "cn-2021-faulty"):
        assert findings(written(name)) == findings(str(SAMPLES / f"{name}.yaml"))


def test_the_official_blank_form():
    if not OFFICIAL.exists():
        pytest.skip("the official form of 2021 is not on this machine")
    report = read(str(OFFICIAL), form="cn-2021")
    clean = read(str(SAMPLES / "cn-2021-clean.yaml"))
    assert {table: {row: len(cells) for row, cells in rows.items()}
            for table, rows in report.tables.items()} == {
        table: {row: len(cells) for row, cells in rows.items()}
        for table, rows in clean.tables.items()}
    assert all(cell is None for rows in report.tables.values()
               for cells in rows.values() for cell in cells)
    assert [section.id for section in report.sections] == [
        section.id for section in installed().forms["cn-2021"].sections]
    assert not report.unknown_rows
    assert not report.labels
