"""The running text of an invented report, and the figures that it claims."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from .truth import Tables, Value

Said = tuple[str, dict[str, Value]]
"""A sentence, and what it claims by indicator."""
_ORDER = ("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理")


def number(tables: Tables, table: str, row: str, index: int = -1) -> int:
    """A whole number of a table; 0 where the form has no such row."""
    value = tables.get(table, {}).get(row, [0])[index]
    return value if isinstance(value, int) else 0


def sections_from_2019(
    year: int, tables: Tables, groups: dict[str, list[str]], chance: Random
) -> dict[str, list[Said]]:
    """The text of the sections that are not a table, for the forms from 2019 on."""
    fee = chance.randint(1, 9) * 100 if chance.random() < 0.4 else 0
    return {
        "总体情况": [
            (f"{year}年，本机关把公开工作列入年度计划，由办公室统一安排，各科室分头落实。", {}),
            *_parts(tables, groups, chance),
        ],
        "问题及改进": [
            ("主要问题：一是部分解读材料偏简略，二是个别栏目更新偏慢。", {}),
            ("改进情况：一是增加图表和事例，二是按月检查栏目并限期补齐。", {}),
        ],
        "其他事项": [
            (f"全年收取信息处理费{fee}元。", {"文中信息处理费": fee}) if fee
            else ("全年未收取信息处理费。", {"文中信息处理费": 0}),
        ],
    }


def _parts(tables: Tables, groups: dict[str, list[str]], chance: Random) -> list[Said]:
    items = chance.randint(20, 9000)
    texts: list[Said] = [
        (f"（一）主动公开。全年主动公开政府信息{items}条，同比增长{chance.randint(1, 90)}.5%。",
         {"文中主动公开": items}),
        _joined("（二）依申请公开。",
                [_requests(tables, groups, chance), _reviews(tables, chance)]),
        _joined("（三）政府信息管理。发文前先定公开属性，再作保密审查。", _documents(tables)),
        ("（四）政府信息公开平台建设。门户网站检索功能已改造，公开专区向群众开放。", {}),
        ("（五）监督保障。公开工作列入工作考核，开展社会评议，未发生责任追究情形。", {}),
    ]
    return texts


def _joined(opening: str, said: Sequence[Said]) -> Said:
    claims: dict[str, Value] = {}
    for _, each in said:
        claims |= each
    return opening + "".join(text for text, _ in said), claims


def _requests(tables: Tables, groups: dict[str, list[str]], chance: Random) -> Said:
    new, over = (number(tables, "申请", row) for row in ("本年新收", "结转下年度"))
    carried, answered = (number(tables, "申请", row) for row in ("上年结转", "办理结果总计"))
    if not new and not carried:
        return "本年度未收到政府信息公开申请。", {"文中受理申请": 0}
    counts: dict[str, Value] = {
        f"文中{name}": sum(number(tables, "申请", row) for row in groups[name])
        for name in _ORDER}
    listed = "，".join(f"{name}{counts[f'文中{name}']}件" for name in _ORDER)
    decoy = f"去年同期收到申请{chance.randint(1, 900)}件。"
    way = chance.randrange(3)
    if way == 0:
        return (f"全年新收政府信息公开申请{new}件，上年结转{carried}件，答复申请{answered}件，"
                f"结转下年度继续办理{over}件。{decoy}",
                {"文中新收申请": new, "文中上年结转": carried, "文中答复申请": answered,
                 "文中结转下年": over})
    if way == 1:
        return (f"全年收到政府信息公开申请{new}件，上年结转{carried}件；{listed}，"
                f"结转下一年度{over}件。",
                {"文中新收申请": new, "文中受理申请": new, "文中上年结转": carried,
                 "文中结转下年": over} | counts)
    return (f"{decoy}本年度共受理政府信息公开申请{new + carried}件（含上年结转{carried}件），"
            f"其中{listed}。",
            {"文中受理申请": new + carried, "文中上年结转": carried} | counts)


def _reviews(tables: Tables, chance: Random) -> Said:
    reviews = number(tables, "复议诉讼", "行政复议")
    suits = number(tables, "复议诉讼", "直接起诉") + number(tables, "复议诉讼", "复议后起诉")
    claims: dict[str, Value] = {"文中行政复议": reviews, "文中行政诉讼": suits}
    if not reviews and not suits:
        return "全年未发生因政府信息公开引起的行政复议、行政诉讼。", claims
    return chance.choice((
        f"因政府信息公开引起的行政复议{reviews}件、行政诉讼{suits}件。",
        f"涉及的行政复议数为{reviews}件，涉及的行政诉讼数为{suits}件。",
    )), claims


def _documents(tables: Tables) -> list[Said]:
    rows = tables.get("主动公开", {})
    if "行政规范性文件" in rows:
        issued, repealed, in_force = rows["行政规范性文件"]
        return [(f"本年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
                 {"文中规范性文件制发": issued, "文中规范性文件废止": repealed,
                  "文中规范性文件现行有效": in_force})]
    rules, documents = (rows[name][1] for name in ("规章", "规范性文件"))
    said: list[Said] = [(f"主动公开规范性文件{documents}件。", {"文中规范性文件": documents})]
    if rules:
        said.insert(0, (f"公开规章{rules}件。", {"文中规章": rules}))
    return said


def sections_before_2019(year: int, tables: Tables, chance: Random) -> dict[str, list[Said]]:
    """The text of the sections for the forms up to 2018."""
    return {
        "概述": [(f"{year}年，本机关安排专人负责公开工作，各科室按月报送信息。", {})],
        "主动公开情况": [_published(tables, chance)],
        "申请情况": [_received(tables, chance)],
        "收费减免": [("本年度未收取检索、复制、邮寄等费用，也没有减免情形。", {"文中收取费用": 0})],
        "复议诉讼情况": [_disputes(tables, chance)],
        "问题及改进": [
            ("主要问题是部分栏目更新偏慢，镇街公开内容偏少。", {}),
            ("改进措施是按月检查栏目更新，并编写公开事项参考清单。", {}),
        ],
    }


def _published(tables: Tables, chance: Random) -> Said:
    items = number(tables, "统计", "主动公开政府信息数") or number(
        tables, "指标", "主动公开文件数", 0) or number(
        tables, "统计报表", "主动公开信息数") or chance.randint(5, 3000)
    website = number(tables, "统计", "政府网站公开数") or number(
        tables, "指标", "政府网站公开数", 0) or chance.randint(1, items)
    text = f"全年主动公开政府信息{items}条，其中政府网站公开政府信息{website}条。"
    claims: dict[str, Value] = {"文中主动公开": items, "文中网站公开": website}
    if "指标" in tables:
        total = number(tables, "指标", "主动公开文件数")
        text += f"《条例》施行以来累计主动公开政府信息{total}条。"
        claims["文中累计主动公开"] = total
    return text, claims


def _received(tables: Tables, chance: Random) -> Said:
    if "统计报表" in tables or "传真申请数" in tables.get("指标", {}):
        total = number(tables, "统计报表", "申请总数") + number(tables, "指标", "申请总数", 0)
        return f"全年收到政府信息公开申请{total}件。", {"文中申请数": total}
    if "统计" in tables:
        table, index = "统计", 0
        letters = number(tables, table, "信函申请数") + number(tables, table, "传真申请数")
        total = number(tables, table, "收到申请数")
    else:
        table, index = "指标", 0
        letters = number(tables, table, "信函传真申请数", index)
        total = number(tables, table, "申请总数", index)
    visits, network = (number(tables, table, row, index) for row in ("当面申请数", "网络申请数"))
    if table not in tables:
        visits, network, letters = (chance.randint(0, 20) for _ in range(3))
        total = visits + network + letters
    if not total:
        return "本年度未收到政府信息公开申请。", {"文中申请数": 0}
    return (f"全年收到政府信息公开申请{total}件，其中当面申请{visits}件，网络申请{network}件，"
            f"信函、传真申请{letters}件。",
            {"文中申请数": total, "文中当面申请": visits, "文中网络申请": network,
             "文中信函申请": letters})


def _disputes(tables: Tables, chance: Random) -> Said:
    if "统计" in tables:
        reviews, suits = (number(tables, "统计", row) for row in ("行政复议数量", "行政诉讼数量"))
    elif "统计报表" in tables:
        reviews, suits = (number(tables, "统计报表", row) for row in ("行政复议数", "行政诉讼数"))
    elif "指标" in tables:
        reviews, suits = (number(tables, "指标", row, 0) for row in ("行政复议数", "行政诉讼数"))
    else:
        reviews, suits = chance.randint(0, 4), chance.randint(0, 3)
    claims: dict[str, Value] = {"文中行政复议": reviews, "文中行政诉讼": suits}
    if not reviews and not suits:
        return "全年未发生因政府信息公开引起的行政复议、行政诉讼。", claims
    return f"全年发生因政府信息公开引起的行政复议{reviews}件、行政诉讼{suits}件。", claims
