"""GitHub Markdown."""

from __future__ import annotations

import re

from compliance.write.markdown import escape, write

from . import audits


def test_one_report_in_full() -> None:
    written = write([audits.audit()], "zh")
    assert written.startswith("# 江海市人民政府 2024 年政府信息公开工作年度报告")
    assert "**结论：不通过**" in written
    assert f"### 1. \\[错误\\] {audits.TOTALS}（CN-T3-01）" in written
    assert f"- **说明**：{audits.WHY}" in written
    assert "| 表内勾稽 | 25.00 | 13.97 | 5 | 2 | 1 |" in written
    assert "| --- | ---: |" in written
    assert "未能核对 1 条规则：正文没有说到这个数（CN-N-03）" in written


def test_many_reports_are_a_table() -> None:
    written = write([audits.audit("甲区", total="60"), audits.audit("乙区", total="90"),
                     audits.unread()], "zh")
    assert written.index("| 1 | 乙区 | 2024 | 90 |") < written.index("| 2 | 甲区 | 2024 | 60 |")
    assert "## 未能读取的文件" in written


def test_what_markdown_or_html_would_act_on_is_escaped() -> None:
    assert escape("a|b") == r"a\|b"
    assert escape("<b>&") == "&lt;b&gt;&amp;"
    assert escape("[x](y) *z* `q` _k_ ~~s~~") == r"\[x\](y) \*z\* \`q\` \_k\_ \~\~s\~\~"
    assert escape("http://e www.e @you $m$") == r"http\://e www\.e @<!-- -->you \$m\$"
    assert escape("a\n# b") == r"a \# b"


def test_hostile_text_breaks_no_table_and_adds_no_tag() -> None:
    for items in (audits.hostile(), audits.hostile()[:1]):
        written = write(items, "zh")
        assert "<script" not in written
        assert set(re.findall(r"<[^>]*>", written)) <= {"<!-- -->"}
        bars = [len(re.findall(r"(?<!\\)\|", line)) for line in written.splitlines()
                if line.startswith("|")]
        assert set(bars) <= {6, 7, 10}
        assert "](http" not in written.replace(r"\](", "")
