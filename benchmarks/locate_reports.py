"""Reports whose every relation holds, for the benchmark of locating."""

from __future__ import annotations

import random
from decimal import Decimal
from functools import cache
from pathlib import Path

from compliance import api
from compliance.model.report import Report, Source, Statement

Cell = tuple[str, str, int]
FORMS = {"cn-2021": 2023, "cn-2019": 2020, "cn-2014": 2016, "cn-fj-2014": 2017}
STYLES = ("dense", "sparse", "small")
_SAMPLES = Path(__file__).parents[1] / "sample_reports"
_SAMPLE_OF = {"cn-2014": "cn-2014-clean.yaml", "cn-fj-2014": "cn-fj-2017-district.yaml"}
_APPLICANTS = 6
_RESULTS = (
    "予以公开", "部分公开", "国家秘密", "法律行政法规禁止", "三安全一稳定", "第三方合法权益",
    "三类内部事务信息", "四类过程性信息", "行政执法案卷", "行政查询事项", "不掌握", "另行制作",
    "补正后仍不明确", "信访举报投诉", "重复申请", "公开出版物", "大量反复申请", "确认或重新出具",
)
_OTHERS = {"cn-2021": ("逾期不补正", "逾期不缴费", "其他情形"), "cn-2019": ("其他处理",)}
_STATED = {"文中新收申请": ("本年新收",), "文中上年结转": ("上年结转",),
           "文中予以公开": ("予以公开",), "文中部分公开": ("部分公开",),
           "文中结转下年": ("结转下年度",)}


def value_at(report: Report, cell: Cell) -> int:
    """The number in a cell."""
    value = report.tables[cell[0]][cell[1]][cell[2]]
    assert isinstance(value, int)
    return value


def with_value(report: Report, cell: Cell, value: int) -> None:
    """Put a number in a cell."""
    report.tables[cell[0]][cell[1]][cell[2]] = value


def make_report(form: str, style: str, chance: random.Random, *, stated: bool) -> Report:
    """A report of a form; with its figures stated in the text where ``stated``."""
    report = Report(form=form, year=FORMS[form], jurisdiction="CN-FJ" if "fj" in form else "CN",
                    body="江海市人民政府", kind="government", source=Source("b.yaml", "", "yaml"))
    if form in _SAMPLE_OF:
        factor = {"dense": 37, "sparse": 1, "small": 3}[style] * chance.randint(1, 9)
        report.tables = {table: {row: [_times(value, factor) for value in values]
                                 for row, values in rows.items()}
                         for table, rows in _sample(form).tables.items()}
        return report
    report.tables = {"申请": _applications(form, style, chance),
                     "复议诉讼": _cases(style, chance)}
    if stated:
        rows = report.tables["申请"]
        report.statements = [
            Statement(name, Decimal(sum(_int(rows[row][-1]) for row in wanted)), "件",
                      f"{name}{sum(_int(rows[row][-1]) for row in wanted)}件")
            for name, wanted in _STATED.items()]
    return report


def _times(value: object, factor: int) -> object:
    return value * factor if isinstance(value, int) else value


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


@cache
def _sample(form: str) -> Report:
    return api.read(str(_SAMPLES / _SAMPLE_OF[form]))


def _size(style: str, column: int, chance: random.Random) -> int:
    """One figure: large in dense tables, mostly zero beside natural persons in sparse ones."""
    if style == "dense":
        return int(10 ** chance.uniform(0.3, 3.5))
    if style == "small":
        return chance.choice((0, 0, 0, 1, 2, 3, 7)) if column == 0 else int(chance.random() < 0.05)
    if column == 0:
        return chance.choice((0, int(10 ** chance.uniform(0, 3.3))))
    return int(10 ** chance.uniform(0, 1.5)) if chance.random() < 0.15 else 0


def _applications(form: str, style: str, chance: random.Random) -> dict[str, list]:
    results = (*_RESULTS, *_OTHERS[form])
    names = ("本年新收", "上年结转", *results, "办理结果总计", "结转下年度")
    rows: dict[str, list] = {name: [] for name in names}
    for column in range(_APPLICANTS):
        found = [_size(style, column, chance) for _ in results]
        out = min(_size(style, column, chance), sum(found))
        carried = min(_size(style, column, chance), sum(found) // 3)
        figures = (sum(found) + out - carried, carried, *found, sum(found), out)
        for name, value in zip(names, figures, strict=True):
            rows[name].append(value)
    for values in rows.values():
        values.append(sum(values))
    return rows


def _cases(style: str, chance: random.Random) -> dict[str, list]:
    rows: dict[str, list] = {}
    for row in ("行政复议", "直接起诉", "复议后起诉"):
        parts = [_size(style, 0, chance) for _ in range(4)]
        rows[row] = [*parts, sum(parts)]
    return rows
