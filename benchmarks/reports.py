"""Structured annual reports for fiscal year 2021, made from a seed.

Each report has the table of applications (申请) of the form cn-2021: 25 rows by
7 columns, 175 whole numbers, with every sum right.  One report in ten has one
altered cell.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

TABLE = "申请"
TOTAL = "总计"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
COLUMNS = (*APPLICANTS, TOTAL)
RECEIVED = "本年新收"
CARRIED_IN = "上年结转"
GRANTED = "予以公开"
GRANTED_IN_PART = "部分公开"
RESULTS = (
    GRANTED, GRANTED_IN_PART,
    "国家秘密", "法律行政法规禁止", "三安全一稳定", "第三方合法权益",
    "三类内部事务信息", "四类过程性信息", "行政执法案卷", "行政查询事项",
    "不掌握", "另行制作", "补正后仍不明确",
    "信访举报投诉", "重复申请", "公开出版物", "大量反复申请", "确认或重新出具",
    "逾期不补正", "逾期不缴费", "其他情形",
)
RESULT_TOTAL = "办理结果总计"
CARRIED_OUT = "结转下年度"
ROWS = (RECEIVED, CARRIED_IN, *RESULTS, RESULT_TOTAL, CARRIED_OUT)


def reports(
    count: int, seed: int = 2021, applicants: Sequence[str] = APPLICANTS
) -> list[str]:
    """``count`` reports as JSON text; every tenth has one altered cell."""
    chance = random.Random(seed)
    return [
        json.dumps(_report(number, chance, applicants), ensure_ascii=False)
        for number in range(count)
    ]


def broken_reports(count: int, seed: int = 2022) -> list[str]:
    """``count`` reports with up to sixty altered cells each, negative ones among them."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        report = _report(number * 10, chance, APPLICANTS)
        for _ in range(chance.randint(1, 60)):
            _alter(report["tables"][TABLE], chance, 2000)
        made.append(json.dumps(report, ensure_ascii=False))
    return made


def _report(number: int, chance: random.Random, applicants: Sequence[str]) -> dict[str, Any]:
    table = _table(chance, applicants)
    if number % 10 == 9:
        _alter(table, chance)
    return {
        "form": "cn-2021", "year": 2021, "jurisdiction": "CN",
        "body": f"第{number + 1}号区人民政府", "kind": "government",
        "title": f"第{number + 1}号区人民政府2021年政府信息公开工作年度报告",
        "sections": [], "tables": {TABLE: table}, "breakdowns": [], "statements": [],
    }


def _alter(table: dict[str, list[int]], chance: random.Random, most: int = 40) -> None:
    row = table[chance.choice(ROWS)]
    row[chance.randrange(len(row))] += chance.choice((-1, 1)) * chance.randint(1, most)


def _table(chance: random.Random, applicants: Sequence[str]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {row: [] for row in ROWS}
    for place in range(len(applicants)):
        # Natural persons apply most, and most other cells of real tables are zero.
        most = 90 if place == 0 else 6
        results = [max(0, chance.randint(-most, most)) for _ in RESULTS]
        answered = sum(results)
        carried_out = chance.randint(0, most)
        carried_in = chance.randint(0, answered + carried_out)
        column = (answered + carried_out - carried_in, carried_in, *results, answered, carried_out)
        for row, value in zip(ROWS, column, strict=True):
            table[row].append(value)
    for values in table.values():
        values.append(sum(values))
    return table
