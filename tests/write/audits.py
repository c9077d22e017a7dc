"""Audits built by hand, one of everything that a writer has to show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from compliance.errors import Problem
from compliance.model.audit import (
    Audit,
    CategoryScore,
    Coverage,
    Finding,
    GateVerdict,
    Outcome,
    Provenance,
    ReceiptLine,
    Result,
    Score,
)
from compliance.model.location import Location
from compliance.model.pack import Basis, Rule, Severity
from compliance.model.profile import Waiver
from compliance.model.report import Cell, CellState, Report, Source
from compliance.model.text import Text
from compliance.write.batch import Unread

TOTALS = "本年新收加结转等于办结加结转下年"
WHY = "本年新收 13612 + 上年结转 535 = 14147 ≠ 14148 = 总计 13365 + 结转 783，相差 1"


def rule(id_: str, zh: str, en: str, severity: Severity = "error") -> Rule:
    """A rule with a basis and a remedy."""
    return Rule(
        id_, Text(zh, en), f"{zh}。", [Basis("国办公开办函〔2021〕30号", "附件 表三")],
        severity, "arithmetic", Text(f"核对并改正：{zh}", f"check and correct: {en}"))


def cell(row: str, value: int | None, line: int, column: str = "总计") -> Cell:
    """A cell of 表三; blank where there is no value."""
    state = CellState.BLANK if value is None else CellState.NUMBER
    return Cell("申请", row, column, state, value, "" if value is None else str(value), "件",
                Location(line, 5, line, 10))


def result(of: Rule, outcome: Outcome, subject: str = "总计", why: str = "",
           cells: list[Cell] | None = None, waiver: Waiver | None = None) -> Result:
    """A result on one subject, which stands where its first cell stands."""
    place = cells[0].location if cells else None
    return Result(of, outcome, Text(subject, f"en {subject}"), Text(why, f"en {why}"),
                  cells or [], place, waiver)


def audit(body: str = "江海市人民政府", file: str = "报告 目录/a b.yaml",
          total: str | None = "83.50", holds: bool = False) -> Audit:
    """A report with an error, a warning, a note, a waived, an unknown and a passed rule."""
    flow = rule("CN-T3-01", TOTALS, "received and carried in equal handled and carried out")
    blank = rule("CN-F-05", "表格没有空白", "no cell is blank", "warning")
    note = rule("CN-T4-07", "直接起诉应当少见", "direct actions are rare", "info")
    late = rule("CN-D-02", "按期公布", "published in time")
    text = rule("CN-N-03", "正文受理申请与表三一致", "text agrees with table 3")
    sums = rule("CN-T3-03", "各类申请人之和等于总计", "applicants add up")
    suspect = cell("本年新收", 13612, 31)
    failed = result(flow, Outcome.FAIL, "总计", WHY,
                    [suspect, cell("上年结转", 535, 32), cell("办理结果总计", 13365, 55),
                     cell("结转下年度", 783, 56)])
    empty = result(blank, Outcome.FAIL, "主动公开", "有 1 格未填", [cell("其他情形", None, 54)])
    rare = result(note, Outcome.FAIL, "直接起诉", "直接起诉 4 件")
    waiver = Waiver("CN-D-02", "系统迁移", "王某", date(2026, 12, 31))
    waived = result(late, Outcome.WAIVED, "发布日期", "2025-04-02 发布", waiver=waiver)
    results = [
        result(sums, Outcome.PASS, "本年新收"), failed, empty, rare, waived,
        result(text, Outcome.UNKNOWN, "全文", "正文没有说到这个数"),
    ]
    findings = [
        Finding(note, note.title, [rare]),
        Finding(blank, blank.title, [empty], None, empty.location),
        Finding(flow, flow.title, [failed], suspect, suspect.location),
    ]
    score = Score(
        "weighted", None if total is None else Decimal(total), Text("良好", "good"),
        [CategoryScore("arithmetic", Decimal("25.00"), Decimal("13.97"), 5, 2, 1),
         CategoryScore("originality", Decimal("0.00"), None, 0, 0, 0)],
        [ReceiptLine(flow, "arithmetic", Decimal("11.03"), Decimal("11.03"), 1, failed.cells)],
        Decimal("78.25"))
    report = Report("cn-2021", 2024, "CN", body, "government", f"{body}2024年度报告",
                    date(2025, 4, 2), source=Source(file, f"sha256:{'ab' * 32}", "yaml"))
    return Audit(
        report, results, findings, score, Coverage(199, 200, 54, 55, 198),
        GateVerdict(holds, [] if holds else [Text("1 条规则不符（错误）", "1 rules failed")]),
        Provenance("1.0.0", f"sha256:{'ab' * 32}", [("cn-applications", "1.0.0", "sha256:01")],
                   [("builtin", "1.0.0", "")], "default"))


def broken() -> Audit:
    """A report for which a rule of a plug-in broke."""
    made = audit()
    made.results.append(result(rule("X-1", "坏规则", "bad rule"), Outcome.ERROR, "全文",
                               "规则 X-1 自身出错（ZeroDivisionError）"))
    return made


def unread(file: str = "坏/文件.html") -> Unread:
    """A file that breaks off."""
    return Unread(file, Problem(Text("文件是空的，请重新下载", "the file is empty: fetch it again"),
                                file, Location(3, 7)))


HOSTILE = ("\x1b[31m红\x1b[0m\x1b]0;owned\x07|<script>alert(1)</script>\u202e\x00\x9b2J"
           "\n::error::x\r\n# [点](http://evil) `x` @all \ud800%0A,:&\"'\ufffe")


def hostile() -> list[Audit | Unread]:
    """A report and a file with hostile words wherever a stranger may put them."""
    made = audit(HOSTILE, f"{HOSTILE}.yaml")
    made.report.title = HOSTILE
    for item in made.results:
        item.subject, item.explanation = Text.same(HOSTILE), Text.same(HOSTILE)
        for place in item.cells:
            place.row = place.text = HOSTILE
        if item.waiver is not None:
            item.waiver.reason = HOSTILE
    bad = Unread(HOSTILE, Problem(Text.same(HOSTILE), HOSTILE))
    return [made, bad]
