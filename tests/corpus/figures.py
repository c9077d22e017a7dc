"""Figures for the tables of a form, with every sum right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from compliance.model.form import Form, Row, Table

from .truth import Tables, Value

_Rows = dict[str, list[Value]]


def figures(form: Form, kind: str, chance: Random) -> Tables:
    """Values of every table of ``form``, table by table and row by row.

    ``kind`` of the body sets the size: a township has mostly noughts.
    """
    most = {"government": 3000, "department": 120, "township": 8}[kind]
    makers = {"主动公开": _proactive, "申请": _applications, "复议诉讼": _reviews,
              "统计": _statistics, "指标": _indicators, "统计报表": _indicators}
    return {table.id: makers[table.id](table, most, kind, chance) for table in form.tables}


def leaves(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that have cells, in printed order."""
    for row in rows:
        if row.has_cells:
            yield row
        yield from leaves(row.rows)


def _some(most: int, chance: Random) -> int:
    """A count: often nought, seldom near ``most``."""
    return 0 if chance.random() < 0.35 else int(most * chance.random() ** 3)


def _applications(table: Table, most: int, kind: str, chance: Random) -> _Rows:
    received, carried_in, outcome, carried_out = table.blocks[0].rows
    results = [row.id for row in leaves(outcome.rows)][:-1]
    total = list(leaves(outcome.rows))[-1].id
    rows: _Rows = {row.id: [] for row in leaves(table.blocks[0].rows)}
    for place in range(len(table.blocks[0].columns) - 1):
        # Natural persons apply most.
        size = most if place == 0 else max(1, most // 40)
        counts = [_some(size, chance) for _ in results]
        answered = sum(counts)
        new = answered + _some(size // 10, chance)
        over = _some(min(new, size // 8), chance)
        # What was carried in is what balances the column.
        new = min(new, answered + over)
        column = [new, answered + over - new, *counts, answered, over]
        for row, count in zip((received.id, carried_in.id, *results, total, carried_out.id),
                              column, strict=True):
            rows[row].append(count)
    for values in rows.values():
        values.append(_sum(values))
    return rows


def _sum(values: Sequence[Value]) -> int:
    return sum(value for value in values if isinstance(value, int))


def _reviews(table: Table, most: int, kind: str, chance: Random) -> _Rows:
    rows: _Rows = {}
    for row in table.blocks[0].rows:
        counts: list[Value] = [_some(most // 20, chance) for _ in table.blocks[0].columns[1:]]
        rows[row.id] = [*counts, _sum(counts)]
    return rows


def _proactive(table: Table, most: int, kind: str, chance: Random) -> _Rows:
    return {
        row.id: _proactive_row(row, [column.id for column in block.columns], most, kind, chance)
        for block in table.blocks for row in block.rows
    }


def _proactive_row(row: Row, columns: list[str], most: int, kind: str, chance: Random
                   ) -> list[Value]:
    if row.id == "规章":
        most = 12 if kind == "government" else 0
    if row.id == "政府集中采购":
        deals = _some(60, chance)
        return [deals, Decimal(chance.randint(1, 9_999_999)).scaleb(-4) if deals else 0]
    if row.id == "行政事业性收费" and len(columns) == 1:
        return [Decimal(_some(90_000_000, chance)).scaleb(-4) if kind == "government" else 0]
    if len(columns) == 1:
        return [_some(most * 500, chance)]
    if columns[0] == "上一年项目数量":
        last = _some(400, chance)
        change = chance.randint(-min(last, 9), 9)
        return [last, change, *([_some(most * 50, chance)] if len(columns) > 2 else [])]
    issued, other = _some(most // 6 if most > 12 else most, chance), _some(most // 9, chance)
    if columns[1] == "本年新公开数量":
        return [issued, issued, issued + other]
    in_force = issued + _some(most, chance)
    return [issued, other, in_force]


def _statistics(table: Table, most: int, kind: str, chance: Random) -> _Rows:
    made = {row.id: _some(most // 10, chance) for row in leaves(table.blocks[0].rows)}
    _channels(made, most, chance)
    made["主动公开规范性文件数"] = _some(min(made["主动公开政府信息数"], 60), chance)
    made["制发规范性文件总数"] = made["主动公开规范性文件数"] + _some(9, chance)
    for part, whole in (("负责人发布会次数", "新闻发布会次数"),
                        ("负责人在线访谈次数", "在线访谈次数")):
        made[part] = min(made[part], made[whole])
    # What was received was answered within the year.
    received = sum(made[name] for name in ("当面申请数", "传真申请数", "网络申请数", "信函申请数"))
    made["按时办结数"], made["延期办结数"] = received - received // 9, received // 9
    rows = {row.id: row for row in leaves(table.blocks[0].rows)}
    answers, refusals = rows["申请答复数"].total_of, rows["不同意公开答复数"].total_of
    _split(made, received, answers, chance)
    _split(made, made["不同意公开答复数"], refusals, chance)
    if not made["举办培训班数"]:
        made["接受培训人次"] = 0
    else:
        made["接受培训人次"] = made["举办培训班数"] * chance.randint(5, 60)
    for row in rows.values():
        if row.total_of:
            made[row.id] = sum(made[part] for part in row.total_of)
    found: _Rows = {name: [count] for name, count in made.items()}
    found["收取费用"] = [0]
    found["专项经费"] = [Decimal(_some(900, chance)).scaleb(-1)]
    return found


def _channels(made: dict[str, int], most: int, chance: Random) -> None:
    """An item may be published on several channels, and on at least one."""
    website = _some(most, chance) + 1
    made["主动公开政府信息数"] = website + _some(most // 20, chance)
    made["政府网站公开数"] = website
    for name in ("政府公报公开数", "政务微博公开数", "政务微信公开数"):
        made[name] = _some(website, chance)
    made["其他方式公开数"] = made["主动公开政府信息数"] - website


def _split(made: dict[str, int], whole: int, parts: Sequence[str], chance: Random) -> None:
    cuts = sorted(chance.randint(0, whole) for _ in parts[1:])
    for name, first, last in zip(parts, [0, *cuts], [*cuts, whole], strict=True):
        made[name] = last - first


def _indicators(table: Table, most: int, kind: str, chance: Random) -> _Rows:
    """Two columns, of which the second holds the first and what came before."""
    rows = {row.id: row for row in leaves(table.blocks[0].rows)}

    def period(most: int) -> dict[str, int]:
        made = {name: _some(most // 20, chance) for name in rows}
        published, *within = list(rows)[:3]
        made[published] = _some(most, chance) + 1
        for name in within:
            made[name] = _some(made[published] + 1, chance)
        received = sum(made[part] for part in rows["申请总数"].total_of)
        _split(made, received, rows["答复总数"].total_of, chance)
        for part in rows["答复总数"].total_of:
            if rows[part].total_of:
                _split(made, made[part], rows[part].total_of, chance)
        for row in rows.values():
            if row.total_of:
                made[row.id] = sum(made[part] for part in row.total_of)
        return made

    this, before = period(most), period(most * 8)
    return {name: [this[name], this[name] + before[name]] for name in rows}
