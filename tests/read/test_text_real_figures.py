"""Every figure of real reports in plain text, from the file to the tables of the form.

``-`` is a blank cell, ``?`` one that the file itself leaves in doubt.
"""

from __future__ import annotations

import pytest

from compliance import api
from compliance.model.report import CellState, Report

ROWS_2021 = """
规章 行政规范性文件 行政许可 行政处罚 行政强制 行政事业性收费 本年新收 上年结转 予以公开 部分公开
国家秘密 法律行政法规禁止 三安全一稳定 第三方合法权益 三类内部事务信息 四类过程性信息 行政执法案卷
行政查询事项 不掌握 另行制作 补正后仍不明确 信访举报投诉 重复申请 公开出版物 大量反复申请
确认或重新出具 逾期不补正 逾期不缴费 其他情形 办理结果总计 结转下年度 行政复议 直接起诉 复议后起诉
"""

SUQIAN_2023 = """
2 0 11
109 489 597
1808595
2822652
20163
59237.2449
3402 99 0 4 5 1 3511
91 3 0 0 2 0 96
1175 12 0 3 1 0 1191
319 7 0 0 2 0 328
0 0 0 0 0 0 0
27 0 0 0 0 0 27
6 0 0 0 0 0 6
38 0 0 0 0 0 38
20 0 0 0 0 0 20
9 0 0 0 0 0 9
21 0 0 0 0 0 21
20 1 0 0 0 0 21
968 74 0 1 3 1 1047
26 2 0 0 0 0 28
3 0 0 0 0 0 3
305 0 0 0 0 0 305
39 0 0 0 0 0 39
0 0 0 0 0 0 0
58 0 0 0 0 0 58
4 0 0 0 0 0 4
40 0 0 0 0 0 40
10 0 0 0 0 0 10
287 3 0 0 1 0 291
3375 99 0 4 7 1 3486
118 3 0 0 0 0 121
309 17 88 26 440
1 1 16 6 24
13 0 67 9 89
"""

SUQIAN_2024 = """
2 1 12
50 227 420
1573179
2676474
29351
72701.2578
3440 75 0 1 6 3 3525
118 3 0 0 0 0 121
1408 21 0 0 2 0 1431
462 9 0 0 0 0 471
2 0 0 0 0 0 2
1 0 0 0 0 0 1
4 0 0 0 0 0 4
16 1 0 0 0 0 17
21 0 0 0 0 0 21
10 1 0 0 0 0 11
21 2 0 0 0 0 23
13 0 0 0 0 0 13
859 33 0 0 3 2 897
35 1 0 0 0 0 36
8 0 0 0 0 0 8
86 1 0 0 0 0 87
26 1 0 0 0 0 27
0 0 0 0 0 0 0
3 0 0 0 0 0 3
0 0 0 0 0 0 0
75 1 0 1 0 0 77
38 0 0 0 0 0 38
352 2 0 0 0 0 354
3440 73 0 1 5 2 3521
118 5 0 0 1 1 125
88 18 28 36 170
7 0 11 7 25
33 0 6 13 52
"""

# Printed in pieces: figures in order, the labels of some of them elsewhere.
STCSM_2024 = """
0 0 0
13 0 55
97
0
0
0
32 2 0 0 0 0 34
2 0 0 0 0 0 2
9 0 0 0 0 0 9
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
1 0 0 0 0 0 1
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
4 0 0 0 0 0 4
6 0 0 0 0 0 6
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
8 2 0 0 0 0 10
0 0 0 0 0 0 0
4 0 0 0 0 0 4
33 2 0 0 0 0 35
1 0 0 0 0 0 ?
1 0 0 0 1
0 0 0 0 0
0 0 0 0 0
"""

SANYUAN_2017 = {
    "主动公开文件数": "912 8131", "政府网站公开数": "912 7673", "政府公报公开数": "0 0",
    "申请总数": "0 3", "当面申请数": "0 2", "网络申请数": "0 0", "信函传真申请数": "0 1",
    "答复总数": "0 3", "同意公开答复数": "0 1", "同意部分公开答复数": "0 0",
    "不予公开答复数": "0 0", "其他类型答复数": "0 2", "申诉举报数": "0 0", "行政复议数": "0 0",
    "行政诉讼数": "0 0",
}


def figures(report: Report) -> dict[str, str]:
    """The cells of each row as one text."""
    def shown(value) -> str:
        return {None: "-", CellState.UNREADABLE: "?"}.get(value, str(value))

    return {row: " ".join(map(shown, values))
            for rows in report.tables.values() for row, values in rows.items()}


@pytest.mark.parametrize(("name", "truth"), [
    ("suqian-city-gov-2023.txt", SUQIAN_2023), ("suqian-city-gov-2024.txt", SUQIAN_2024),
])
def test_tabs(real, name, truth):
    assert figures(api.read(real(name).file)) == dict(
        zip(ROWS_2021.split(), truth.strip().split("\n"), strict=True))


def test_one_value_to_a_line(real):
    report = api.read(real("sanyuan-2017.txt").file)
    assert figures(report) == SANYUAN_2017
    assert not report.unknown_rows


def test_a_torn_table_is_put_together(real):
    read = figures(api.read(real("shanghai-stcsm-2024.md").file))
    assert read == dict(zip(ROWS_2021.split(), STCSM_2024.strip().split("\n"), strict=True))
