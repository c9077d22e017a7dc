"""Messages about files that should hold the same report."""

MESSAGES: dict[str, tuple[str, str]] = {
    "other_year": (
        "这是 {theirs} 年的报告，第一个文件是 {ours} 年的，不是同一份报告；"
        "请去掉 --same-report 分别审核",
        "this is the report for {theirs}, the first file is that for {ours}: they are not one "
        "report; audit them without --same-report",
    ),
    "other_body": (
        "这是“{theirs}”的报告，第一个文件是“{ours}”的，不是同一份报告；"
        "请去掉 --same-report 分别审核",
        "this is the report of “{theirs}”, the first file is that of “{ours}”: they are not one "
        "report; audit them without --same-report",
    ),
    "other": ("另一份", "the other file"),
    "this_file": ("本文件", "this file"),
    "that_file": ("另一份", "the other file"),
    "text": ("正文", "text"),
    "title": ("标题", "title"),
    "body": ("单位", "body"),
    "year": ("年度", "fiscal year"),
    "form": ("报告格式", "form"),
    "published": ("发布日期", "date of publication"),
    "signed": ("落款日期", "date of signature"),
    "number": ("数", "number"),
    "blank": ("空白", "blank"),
    "not_applicable": ("/（不适用）", "/ (not applicable)"),
    "unreadable": ("未能读出", "unreadable"),
    "nothing": ("没有", "nothing"),
    "page": ("（第 {number} 页）", " (page {number})"),
    "line": ("（第 {number} 行）", " (line {number})"),
    "figures_same": ("与 {other} 相同，共 {count} 个数", "the same {count} figures as in {other}"),
    "cells_unread": (
        "有 {count} 格未能读出，无法与 {other} 比较",
        "{count} cells could not be read, and not be compared with {other}",
    ),
    "cell_differs": (
        "本文件为 {ours}，{other} 为 {theirs}{at}",
        "{ours} here, {theirs} in {other}{at}",
    ),
    "filling_same": ("填写与否与 {other} 相同", "filled in as in {other}"),
    "rows_same": ("各行与 {other} 相同", "the same rows as in {other}"),
    "rows_differ": (
        "只在本文件有的行：{ours}；只在 {other} 有的行：{theirs}",
        "rows only here: {ours}; rows only in {other}: {theirs}",
    ),
    "table_only": (
        "这张表只在{where}有（比较对象：{other}）",
        "only {where} has this table (compared with {other})",
    ),
    "section_only": (
        "这一部分只在{where}有（比较对象：{other}）",
        "only {where} has this section (compared with {other})",
    ),
    "beyond": (
        "所读文本不完整，无法与 {other} 比较（只在{where}读到）",
        "the text read is not complete: cannot be compared with {other} (read only in {where})",
    ),
    "heading_differs": (
        "标题为“{ours}”，{other} 为“{theirs}”",
        "the heading is “{ours}”; “{theirs}” in {other}",
    ),
    "text_same": ("文字与 {other} 相同", "the same words as in {other}"),
    "text_differs": (
        "本文件写“{ours}”，{other} 写“{theirs}”",
        "“{ours}” here, “{theirs}” in {other}",
    ),
    "text_differs_more": (
        "与 {other} 另有 {count} 处不同", "{count} more differences from {other}",
    ),
    "statements_same": (
        "正文所写的数与 {other} 相同", "the same figures in the text as in {other}",
    ),
    "statement_differs": (
        "本文件为 {ours}，{other} 为 {theirs}", "{ours} here, {theirs} in {other}",
    ),
    "fact_same": ("与 {other} 相同", "as in {other}"),
    "fact_differs": (
        "本文件为“{ours}”，{other} 为“{theirs}”", "“{ours}” here, “{theirs}” in {other}",
    ),
}
