"""Every figure in the tables of real pages, as a browser shows them; ``-`` is a blank cell."""

from __future__ import annotations

import pytest

from compliance.model.document import Grid
from compliance.read import read_document

SHANGHAI_2019 = """
规章 13 13 524
规范性文件 60 60 368
行政许可 0 0 0
其他对外管理服务事项 0 0 0
行政处罚 0 0 0
行政强制 0 0 0
行政事业性收费 0 0
政府集中采购 6 251000元
新收 821 35 - - 2 1 859
上年结转 18 - - - - - 18
予以公开 258 12 - - 1 1 -
部分公开 3 - - - - - -
国家秘密 14 - - - - - -
其他法律行政法规 - - - - - - -
三安全一稳定 - - - - - - -
第三方 - - - - - - -
内部事务 5 - - - - - -
过程性 3 1 - - - - -
执法案卷 - - - - - - -
查询事项 10 2 - - - - -
不掌握 252 12 - - 1 - -
另行制作 44 3 - - - - -
补正后 25 - - - - - -
信访举报 148 1 - - - - -
重复申请 5 4 - - - - -
公开出版物 - - - - - - -
大量反复 - - - - - - -
重新出具 - - - - - - -
其他处理 - - - - - - -
总计 767 35 - - 2 1 805
结转下年度 72 - - - - - 72
 5 - - 2 7 8 - - 1 9 - - - - -
"""

SHUYANG_2023 = """
规章 0 0 0
规范性文件 8 0 18
行政许可 0
行政处罚 0
行政强制 0
行政事业性收费 0
新收 26 - - - - - 26
上年结转 0 - - - - - 0
予以公开 26 - - - - - 26
部分公开 0 - - - - - 0
国家秘密 0 - - - - - 0
其他法律行政法规 0 - - - - - 0
三安全一稳定 0 - - - - - 0
第三方 0 - - - - - 0
内部事务 0 - - - - - 0
过程性 0 - - - - - 0
执法案卷 0 - - - - - 0
查询事项 0 - - - - - 0
不掌握 0 - - - - - 0
另行制作 0 - - - - - 0
补正后 0 - - - - - 0
信访举报 0 - - - - - 0
重复申请 0 - - - - - 0
公开出版物 0 - - - - - 0
大量反复 0 - - - - - 0
重新出具 0 - - - - - 0
逾期不补正 0 - - - - - 0
逾期未按收费 0 - - - - - 0
3.其他 0 - - - - - 0
总计 26 - - - - - 26
结转下年度 0 - - - - - 0
 0 0 0 1 1 0 0 0 0 0 0 0 0 0 0
"""

HANGZHOU_STYLE_2025 = """
规章 3 5 74
行政规范性文件 564 984 4185
行政许可 11398889
行政处罚 6937489
行政强制 166105
行政事业性收费 316441
新收 13612 252 0 45 128 32 14069
上年结转 535 6 0 1 18 0 560
予以公开 5345 129 0 41 19 14 5548
部分公开 2120 39 0 1 6 2 2168
国家秘密 13 0 0 0 0 0 13
其他法律行政法规 30 0 0 0 0 0 30
三安全一稳定 11 0 0 0 0 0 11
第三方 49 2 0 0 0 0 51
内部事务 103 1 0 0 0 0 104
过程性 84 1 0 0 0 0 85
执法案卷 282 4 0 0 0 0 286
查询事项 147 0 0 0 1 2 150
不掌握 3075 50 0 0 89 8 3222
另行制作 177 3 0 0 0 0 180
补正后 19 0 0 0 0 0 19
信访举报 199 1 0 0 3 0 203
重复申请 147 1 0 0 0 0 148
公开出版物 0 0 0 0 0 0 0
大量反复 100 1 0 0 0 0 101
重新出具 5 0 0 0 0 0 5
逾期不补正 315 3 0 0 0 0 318
逾期未按收费 202 0 0 1 0 0 203
3.其他 941 17 0 1 3 3 965
总计 13364 252 0 44 121 29 13810
结转下年度 783 6 0 2 25 3 819
 376 97 196 121 790 16 1 12 27 56 74 1 30 51 156
"""


@pytest.mark.parametrize(("name", "truth", "headings"), [
    ("shanghai-general-office-2019.html", SHANGHAI_2019, 16),
    ("shuyang-county-drc-2023.html", SHUYANG_2023, 14),
    ("fixture-hangzhou-style-2025-SYNTHETIC-narrative.html", HANGZHOU_STYLE_2025, 14),
])
def test_every_figure(real, name, truth, headings):
    grids = [block for block in read_document(real(name)).blocks if isinstance(block, Grid)][-3:]
    rows = [row for grid in grids for row in grid.rows]
    expected = [line.split(" ") for line in truth.strip("\n").split("\n")]
    values = [row for row in rows if any(cell.text.rstrip("元").isdigit() for cell in row)
              or (len(row) > 6 and not any(cell.text for cell in row[-6:]))]
    assert len(rows) - len(values) == headings
    for (label, *figures), row in zip(expected, values, strict=True):
        cells = row[len(row) - len(figures):]
        assert [cell.text or "-" for cell in cells] == figures, label
        assert label in "".join(cell.text for cell in row[:len(row) - len(figures)])


@pytest.mark.parametrize(("name", "starts"), [
    ("shanghai-general-office-2019.html", [3, 4, 5, 6, 7, 8, 9]),
    ("shuyang-county-drc-2023.html", [3, 4, 5, 6, 7, 8, 9]),
    ("fixture-hangzhou-style-2025-SYNTHETIC-narrative.html", [3, 4, 5, 6, 7, 8, 9]),
])
def test_figures_stand_below_their_heads(real, name, starts):
    """In each row of the requests, seven cells stand in the seven columns of applicants."""
    requests = [block for block in read_document(real(name)).blocks if isinstance(block, Grid)][-2]
    heads = {cell.column: cell.text for row in requests.rows[:3] for cell in row
             if cell.text and cell.column_span == 1}
    assert [heads[column] for column in starts] == [
        "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    for row in requests.rows[3:]:
        assert [cell.column for cell in row[-7:]] == starts
        assert all(cell.column_span == 1 and cell.row_span == 1 for cell in row[-7:])
