"""What every format for people says: verdict, counts, order, what was not assessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.model.audit import Outcome
from compliance.model.report import Report, Source
from compliance.write.markdown import write as markdown
from compliance.write.outline import Outline, count_findings
from compliance.write.summary import Summary
from compliance.write.table import write

from . import audits


def test_where_no_severity_closes_the_gate_there_is_no_verdict() -> None:
    made = audits.audit(holds=True)
    made.gate.judged = False
    assert Outline(made, "zh").verdict() == "不判定（--fail-on never）"
    assert "结论：通过" not in write([made], "zh")
    summary = Summary([made, made, audits.unread()], "zh")
    assert summary.headline() == "共 3 份：已审 2 份（不判定），未能读取 1 份"
    assert {row[5] for row in summary.ranking()[1]} == {"—"}
    made.gate.holds = False  # the score is too low, say
    assert Outline(made, "zh").verdict() == "不通过"


def test_what_is_in_the_baseline_comes_last_and_is_counted_apart() -> None:
    made = audits.audit()
    flow = next(f for f in made.findings if f.rule.severity == "error")
    flow.results[0].known = True
    outline = Outline(made, "zh")
    assert outline.findings("error", "warning")[-1] is flow
    assert outline.title(flow).startswith("[错误，基线中已有] ")
    assert outline.counts().endswith("：错误 0 项，警告 1 项，提示 1 项；基线中已有 1 项")
    assert count_findings(made)["error"] == 0


def test_rules_that_were_assessed_in_part_are_told_apart() -> None:
    made = audits.audit()
    for result in made.results:
        if result.outcome is Outcome.PASS:
            made.results.append(replace(result, outcome=Outcome.UNKNOWN))
            break
    words = Outline(made, "zh").unknown()
    assert words.startswith("未能核对 1 条规则；有 1 条规则只核对了一部分：")


def test_reasons_beyond_the_first_are_counted_or_all_are_told() -> None:
    made = audits.audit()
    unknown = next(r for r in made.results if r.outcome is Outcome.UNKNOWN)
    made.results += [replace(unknown, explanation=type(unknown.explanation).same(f"原因{n}"))
                     for n in range(9)]
    outline = Outline(made, "zh")
    assert outline.unknown().endswith("；另有 6 种原因")
    assert all(f"原因{n}" in outline.unknown(100) for n in range(9))


def test_the_other_files_of_one_report_are_named() -> None:
    made = audits.audit()
    made.report.faces = [Report(source=Source("b.pdf"))]
    assert "对照文件：b.pdf（只比较异同，不另审核）" in write([made], "zh")


@pytest.mark.parametrize("format", [write, markdown])
def test_a_note_says_what_is_wrong(format) -> None:
    assert "：直接起诉；直接起诉 4 件" in format([audits.audit()], "zh")
