"""What could not be read is doubt, never a pass and never a score."""

from __future__ import annotations

import re
from pathlib import Path

from compliance import api
from compliance.model.audit import Outcome
from compliance.model.document import Document, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.model.text import Text
from compliance.plugin.cache import installed
from compliance.recognise import recognise
from compliance.recognise.report_data import to_file
from compliance.recognise.structured import report_file, to_report
from compliance.record import replace

WHY = Text("第 1 页是扫描图片", "page 1 is a scan")


def test_a_report_of_which_nothing_was_read_is_unknown_throughout() -> None:
    report = recognise(Document(Source("scan.pdf"), unread=WHY), installed().forms)
    audit = api.audit(report)
    assert {result.outcome for result in audit.results} == {Outcome.UNKNOWN}
    assert all(result.explanation == WHY for result in audit.results)
    assert audit.score.total is None
    assert not audit.gate.holds
    assert audit.findings == []
    assert audit.coverage.rules_assessed == 0
    for format in ("table", "markdown", "html"):
        assert WHY.zh in api.write([audit], format)


def test_what_read_prints_of_it_has_the_same_verdict() -> None:
    report = recognise(Document(Source("scan.pdf"), unread=WHY), installed().forms)
    again = to_report(report_file(to_file(report), "scan.yaml", None), installed(),
                      Source("scan.yaml"))
    results = api.audit(again).results
    assert {result.outcome for result in results} == {Outcome.UNKNOWN}


def test_a_part_that_was_not_read_is_not_held_against_the_report() -> None:
    lines = ["某市人民政府2023年政府信息公开工作年度报告", "一、总体情况", "全年工作有序开展。"]
    blocks = [Line(text, Location(page=1)) for text in lines]
    whole = api.audit(recognise(Document(Source("a.pdf"), blocks), installed().forms))
    part = api.audit(recognise(Document(Source("a.pdf"), list(blocks), unread=WHY),
                               installed().forms))

    def outcome(audit, rule: str) -> set[Outcome]:
        return {result.outcome for result in audit.results if result.rule.id == rule}

    assert Outcome.FAIL in outcome(whole, "CN-F-02")
    assert Outcome.FAIL not in outcome(part, "CN-F-02")


def test_an_audit_without_a_score_shows_no_points_and_no_clean_bill() -> None:
    blocks = [Line(text, Location(page=1)) for text in
              ("某市人民政府2023年政府信息公开工作年度报告", "一、总体情况", "全年工作有序开展。")]
    audit = api.audit(recognise(Document(Source("a.pdf"), blocks, unread=WHY),
                                installed().forms))
    assert audit.score.total is None
    assert all(entry.earned is None and not entry.points for entry in audit.score.categories)
    assert audit.score.receipt == []
    covered = audit.coverage
    for language, words in (("zh", f"核对过的 {covered.rules_assessed} 条规则没有发现问题"),
                            ("en", f"among the {covered.rules_assessed} rules assessed")):
        written = api.write([replace(audit, findings=[])], "table", language)
        assert words in written
        assert not re.search(r"\d+\.\d\d", written)


def test_the_sample_is_read_in_full() -> None:
    sample = Path(__file__).parents[2] / "sample_reports/cn-2021-clean.yaml"
    assert api.read(str(sample)).unread is None
