"""Plain text for a screen."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from wcwidth import wcswidth

from compliance.model.text import LANGUAGES, Language
from compliance.write.batch import condensed
from compliance.write.screen import WIDTH, grid, hanging, wrap
from compliance.write.table import write

from . import audits


def tables(written: str) -> list[list[str]]:
    """Runs of lines from the heading of a table to its last row."""
    lines = written.split("\n")
    found = []
    for index, line in enumerate(lines):
        if re.fullmatch(r"-+(  -+)+", line):
            end = next((i for i in range(index, len(lines)) if not lines[i]), len(lines))
            found.append(lines[index - 1:end])
    return found


def gap_before(line: str, start: int) -> str | None:
    """The two columns before display column ``start``; None when a character straddles them."""
    place = column = 0
    while place < len(line) and column < start - 2:
        column += wcswidth(line[place])
        place += 1
    return line[place:place + 2] if column == start - 2 or place == len(line) else None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("many", [False, True])
def test_columns_align_though_characters_are_wide(language: Language, many: bool) -> None:
    items = [audits.audit()]
    if many:
        items += [audits.audit("江海市人民政府办公厅政务公开和信息化管理处综合协调科", total="9.5"),
                  audits.audit("Ab 区")]
    found = tables(write(items, language))
    assert len(found) == 2
    for heading, rule, *rows in found:
        starts = [match.start() for match in re.finditer("-+", rule)]
        for line in (heading, *rows):
            for start in starts[1:]:
                gap = gap_before(line, start)
                assert gap is not None, line
                assert not gap.strip(), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_screen(language: Language) -> None:
    long = audits.audit("特别长的单位名称" * 20, "长/" * 80 + "x" * 150)
    for result in long.results:
        result.explanation = type(result.explanation).same("本年新收 13612 + " * 40)
    for items in ([long], [long, audits.audit(), audits.unread("y" * 300)], [audits.audit()]):
        for line in write(items, language).split("\n"):
            assert wcswidth(line) <= WIDTH, line


def test_first_screen_says_who_what_and_how_much() -> None:
    first = write([audits.audit()], "zh").split("\n")[:8]
    assert first[0] == "江海市人民政府 2024 年政府信息公开工作年度报告 审核意见"
    assert first[1] == "结论：不通过"
    assert first[2] == "得分：83.50 良好"
    assert first[3] == "覆盖：读到单元格 199/200，其中有数据 198/200；核对规则 54/55"
    assert first[4] == "不计豁免的得分：78.25"
    assert first[5] == "原因：1 条规则不符（错误）"


def test_findings_come_gravest_first_and_notes_last() -> None:
    written = write([audits.audit()], "zh")
    order = [f"1. [错误] {audits.TOTALS}（CN-T3-01）", "2. [警告] 表格没有空白（CN-F-05）",
             "分类得分", "扣分明细", "已豁免 1 处", "未能核对 1 条规则", "[提示] 直接起诉应当少见"]
    places = [written.index(words) for words in order]
    assert places == sorted(places)


def test_a_finding_says_where_why_on_what_basis_and_what_to_do() -> None:
    written = write([audits.audit()], "zh")
    assert "位置：申请·总计·本年新收、上年结转、办理结果总计等 4 格（第 31 行）" in written
    assert f"说明：{audits.WHY}" in written
    assert "疑似填错：申请·本年新收·总计（第 31 行），现填 13612" in written
    assert "依据：国办公开办函〔2021〕30号 附件 表三" in written
    assert f"整改：核对并改正：{audits.TOTALS}" in written
    assert "位置：申请·其他情形·总计（第 54 行）" in written
    assert "理由：系统迁移；批准人：王某；有效期至 2026-12-31" in written
    assert "未能核对 1 条规则：正文没有说到这个数（CN-N-03）" in written


def test_many_results_of_one_finding_are_listed_to_a_limit() -> None:
    made = audits.audit()
    finding = made.findings[1]
    finding.results = finding.results * 12
    written = write([made], "zh")
    assert written.count("有 1 格未填") == 8
    assert "另有 4 处" in written


def test_a_finding_without_results_is_still_shown() -> None:
    made = audits.audit()
    made.findings[2].results = []
    assert audits.TOTALS in write([made], "zh")


def test_a_report_that_names_nothing_has_a_headline() -> None:
    made = audits.audit(body="", total=None, holds=True)
    made.report.year = None
    made.findings = []
    written = write([made], "zh")
    assert written.startswith("（单位不明）（年份不明）政府信息公开")
    assert "结论：通过" in written
    assert "没有发现问题" in written


def test_many_reports_are_ranked_and_ties_share_a_rank() -> None:
    items = [audits.audit("甲区", "1", "60.00"), audits.audit("乙区", "2", None),
             audits.unread(), audits.audit("丙区", "3", "95.5", holds=True),
             audits.audit("丁区", "4", "60")]
    written = write(items, "zh")
    assert written.startswith("共 5 份：通过 1 份，不通过 3 份，未能读取 1 份\n")
    rows = [line.split()[:2] for line in tables(written)[0][2:]]
    assert rows == [["1", "丙区"], ["2", "甲区"], ["2", "丁区"], ["—", "乙区"]]
    assert "- 坏/文件.html:3:7: 文件是空的，请重新下载" in written
    commonest = tables(written)[1][2:]
    assert [line.split()[0] for line in commonest] == ["CN-F-05", "CN-T3-01", "CN-T4-07"]
    assert commonest[0].split()[-2:] == ["4", "4"]


def test_two_reports_of_one_body_are_told_apart_by_file() -> None:
    written = write([audits.audit(file="a.yaml"), audits.audit(file="b.yaml")], "zh")
    assert "a.yaml" in written
    assert "b.yaml" in written


def test_wrapping_keeps_words_whole_and_marks_where_they_belong() -> None:
    assert wrap("国家秘密，法律", 8) == ["国家秘", "密，法律"]
    assert wrap("ab cdef", 5) == ["ab", "cdef"]
    assert wrap("甲（乙丙）", 5) == ["甲", "（乙", "丙）"]
    assert wrap("", 5) == [""]
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
    assert hanging("标签：", "文" * 60)[1].startswith("      文")


def test_a_grid_of_wide_and_narrow_cells() -> None:
    lines = grid(["名称", "分"], [["甲乙丙丁戊", "1.50"], ["a", "12"]], [6, None], [1]).split("\n")
    assert "1.50" in lines[2]
    assert lines[2].startswith("甲乙丙")
    assert Decimal("1.50") == Decimal(lines[2].split()[-1])


def test_a_ranking_is_the_same_when_only_what_it_prints_is_kept() -> None:
    items = [audits.audit(), audits.audit("江海市财政局", total="9.5"), audits.audit(total="9.5")]
    short = [condensed(item) for item in items]
    assert [write(short, language) for language in LANGUAGES] \
        == [write(items, language) for language in LANGUAGES]
    assert not any(item.report.tables or result.cells for item in short for result in item.results)
