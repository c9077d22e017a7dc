"""Figures that running text compares with the year before: ``3646件，同比增长1.05%``.

Only what stands in one run of words is read: a figure, the figure of the year
before or the difference where they are printed, and the rate.  A rate of
percentage points, of months, and one that is said to be about right is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from compliance.model.report import Figure, Growth
from compliance.numerals import ARABIC
from compliance.recognise.quantities import clause_before
from compliance.recognise.sentences import Sentence

_UNIT = r"(?:[条件份篇期次个起宗项场册部批家名则例人户]次?|元)"
_UP = "增长|上升|提高|增加|上涨|增幅为?|增幅达|多"
_DOWN = "下降|减少|降低|回落|下滑|降幅为?|降幅达|少"
_MOVES = tuple(word.removesuffix("为?") for word in f"{_UP}|{_DOWN}".split("|"))
_BASE = r"(?:上一?年度?|去年|(?:19|20)[0-9]{2}年度?)(?:同期)?"
_NUMBER_OF = "(?:(?P<of>申请|发布|公开|信息|办理|访问|受理|收到)?(?:数量|总数|件数|总量|数|量))?"
_THAN = rf"(?:同比(?:{_BASE}的?)?|(?:较|比|与|同){_BASE}(?:的|相比)?)"


def _figure(name: str) -> str:
    return rf"(?<![0-9.,])(?P<{name}>{ARABIC}[万亿]?)(?P<{name}_unit>{_UNIT})"


def _move(name: str, value: str) -> str:
    return rf"(?P<{name}>{_UP}|{_DOWN})了?{value}"


_RATE = _move("way", r"(?P<rate>[0-9]{1,9}(?:\.[0-9]{1,6})?)%")
_CHANGE = _move("moved", _figure("change"))
_PREVIOUS = _figure("previous")
_SHAPES = (
    # 3646件(上年3607件),同比增长1.05%; 3646件,比上年的3607件增加39件,增长1.05%
    rf"{_figure('current')}(?:\({_BASE}(?:为|共|是)?{_PREVIOUS}\))?,?{_NUMBER_OF}{_THAN}"
    rf"(?:为)?(?:\(?{_PREVIOUS.replace('previous', 'before')}\)?(?:相比)?,?)?"
    rf"(?:{_CHANGE}[,，、]?)?(?:同比)?{_RATE}"
    rf"(?:\((?:{_BASE}|同期)(?:为|共|是)?{_PREVIOUS.replace('previous', 'after')}\))?",
    # 由上年的3607件增加到3646件,增长1.05%
    rf"[由从]{_BASE}的?{_PREVIOUS},?(?:{_UP}|{_DOWN})[到至为]{_figure('current')},?(?:同比)?{_RATE}",
)


def find_growths(sentence: Sentence) -> Iterator[Growth]:
    """The figures of one sentence that it compares with the year before."""
    plain = sentence.plain
    if "%" not in plain or not any(word in plain for word in _MOVES):
        return
    taken = 0
    found = sorted((match for shape in _SHAPES for match in re.finditer(shape, plain)),
                   key=lambda match: (match.start(), -match.end()))
    for match in found:
        if match.start() >= taken and (growth := _growth(sentence, match)) is not None:
            taken = match.end()
            yield growth


def _growth(sentence: Sentence, match: re.Match[str]) -> Growth | None:
    plain, said = sentence.plain, match.groupdict()
    unit = said["current_unit"]
    start = match.start("current")
    counted = clause_before(plain, start)
    if _roughly(plain, match) or (said.get("of") and said["of"] not in counted):
        return None  # 受理267件,答复263件,申请量上升1.52% is of 267.
    before = [name for name in ("previous", "before", "after") if said.get(name)]
    other = {said[f"{name}_unit"] for name in before}
    other |= {said["change_unit"]} if said.get("change") else set()
    if len(before) > 1 or other - {unit}:
        return None
    first = match.start() - len(clause_before(plain, match.start()))
    change = None
    if said.get("change"):
        change = _number(said["change"])
        if said["moved"] in _DOWN.split("|"):
            change.value = -change.value
    rate = Decimal(said["rate"])
    if said["way"] in _DOWN.split("|"):
        rate = rate.copy_negate()  # A fall of 0 % is not a rise of 0 %.
    return Growth(
        name=counted or sentence.printed(first, match.end())[:20],
        current=_number(said["current"]),
        previous=_number(said[before[0]]) if before else None,
        change=change, rate=rate, unit=unit,
        text=sentence.printed(first, match.end()), section=sentence.passage.section,
        location=sentence.place(match.start(), match.end()),
    )


def _roughly(plain: str, match: re.Match[str]) -> bool:
    """Whether a figure is said to be about right, or is part of a longer number."""
    names = [name for name in ("current", "previous", "before", "after", "change", "rate")
             if match.groupdict().get(name)]
    return any(
        re.search(r"(?:约|近|超|超过|逾|不足|突破|将近|分别|[0-9.,—~-])$",
                  plain[max(0, match.start(name) - 3):match.start(name)])
        for name in names
    )


def _number(words: str) -> Figure:
    """A figure and the worth of its last printed place."""
    scale = {"万": 4, "亿": 8}.get(words[-1], 0)
    digits = Decimal(words.rstrip("万亿").replace(",", "").replace(" ", ""))
    exponent = digits.as_tuple().exponent
    assert isinstance(exponent, int)
    return Figure(digits.scaleb(scale) + 0, Decimal(10) ** (exponent + scale) if scale else
                  Decimal(0))
