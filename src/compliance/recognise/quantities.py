"""Counts with their units in a sentence: ``主动公开912条``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from compliance.numerals import ARABIC, UNITS, read_number
from compliance.pattern import holds, lazy_pattern
from compliance.record import frozen_record

_COUNTED = "|".join(re.escape(unit) for unit in UNITS if unit not in ("年", "%", "小时"))
_COUNT = lazy_pattern(
    rf"(?<![0-9.,第—~-])(?P<number>{ARABIC}(?:[十百千万]?[万亿]|千)?)(?P<about>[余多来几]?)(?P<unit>{_COUNTED})(?!月)(?P<after>[余多]?)"
)
_COUNT_AFTER_UNIT = lazy_pattern(
    rf"(?<=[^\W\da-zA-Z_])(?<!〇)(?P<unit>件|条)数?:?(?P<number>{ARABIC})(?=[,;)]|$)"
)
_DIGIT = lazy_pattern(r"[0-9]")
_MOST_COUNTS = 150  # more in one sentence is a table run together, not a sentence
_LONGEST_CLAUSE = 120
_ABOUT = ("约", "近", "超", "超过", "逾", "不足", "突破")
_GROWTH = (
    "同比", "环比", "增长", "增加", "增量", "增幅", "减少", "下降", "回落", "上升", "较上", "比上",
    "较去年", "比去年", "去年同期", "上年同期",
)
_SHARE = lazy_pattern(r"占(?P<of>[^0-9,;:()]{0,16}?)(?P<share>[0-9]+(?:\.[0-9]+)?)%")
_OF_THE_WHOLE = lazy_pattern(
    r"(?:比|例|重|总体|总数|总量|全部|全年|数量|量|数|率|的|为|达|到|了|是|主动公开|政府|信息|公开|申请|办结|答复|总|件|条|全市|全区|全县|年度|其)*"
)


@frozen_record
class Quantity:
    """A count in a sentence; ``start`` and ``end`` are indexes into its plain text."""

    start: int
    end: int
    value: Decimal
    unit: str
    depth: int
    """How many brackets are open around it."""
    exact: bool
    """False for 约30件 and 2100余条."""


@frozen_record
class Share:
    """A share of a whole: ``占20.6%``."""

    start: int
    end: int
    value: Decimal


@lru_cache(maxsize=64)
def depths(plain: str) -> tuple[int, ...]:
    """For each character, how many brackets are open around it."""
    if "(" not in plain:
        return (0,) * len(plain)
    found, depth = [], 0
    for character in plain:
        if character == ")":
            depth = max(0, depth - 1)
        found.append(depth)
        if character == "(":
            depth += 1
    return tuple(found)


@lru_cache(maxsize=64)
def quantities(plain: str) -> tuple[Quantity, ...]:
    """The counts of a sentence in order; what is said to have grown is not among them."""
    if not _DIGIT.search(plain):
        return ()
    depth = depths(plain)
    found: dict[int, Quantity] = {}
    for pattern in (_COUNT, _COUNT_AFTER_UNIT):
        for match in pattern.finditer(plain):
            start = match.start("number")
            number = read_number(match["number"])
            if number is None or start in found or is_of_growth(clause_before(plain, start)):
                continue
            groups = match.groupdict()
            exact = not (groups.get("about") or groups.get("after")
                         or plain.endswith(_ABOUT, 0, start))
            found[start] = Quantity(start, match.end(), Decimal(number.value), match["unit"],
                                    depth[start], exact)
    if len(found) > _MOST_COUNTS:
        return ()
    return tuple(found[start] for start in sorted(found))


def shares(plain: str) -> list[Share]:
    """The shares of the whole in a sentence; shares of something else are left out."""
    return [
        Share(match.start(), match.end(), Decimal(match["share"]))
        for match in _SHARE.finditer(plain)
        if _OF_THE_WHOLE.fullmatch(match["of"])
    ]


def is_of_growth(words: str) -> bool:
    """Whether words compare a figure with that of another time."""
    return holds(words, _GROWTH)


def clause_before(plain: str, index: int) -> str:
    """The words of the clause of ``index`` that stand before it."""
    clause = plain[max(0, index - _LONGEST_CLAUSE):index]
    for mark in ",;:、()":
        clause = clause.rpartition(mark)[2]
    return clause


def fits(count: Decimal, whole: Decimal, share: Decimal) -> bool:
    """Whether a printed share is that of the count, rounded or cut off."""
    if not whole:
        return False
    return abs(100 * count / whole - share) < last_place(share)


def last_place(share: Decimal) -> Decimal:
    """One unit of the last place printed: 0.1 for ``20.6``."""
    exponent = share.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
