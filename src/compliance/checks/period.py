"""Checks the sentence that says what period the figures cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import blocks, sentences
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.location import Location
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance.record import record

_SAYS_PERIOD = lazy_pattern(
    r"统计(?:的)?(?:数据)?(?:期限|时限|时间|周期|期间|区间|时段)|数据(?:的)?(?:统计)?(?:期限|时限|截止)"
    r"|[自从]20\d.{0,40}[至到].{0,25}(?:止|日)|20\d\d年1月1日.{0,4}[至到].{0,8}1[0-2]月\d{1,2}日"
)
_DATE = lazy_pattern(r"(?:(\d+)年)?(\d*)月(\d*)日|(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})")
# What is left of "2015年1月1日至12月31日" when a page's styled characters are lost.
_DAMAGED = lazy_pattern(
    r"(?<!\d)20\d{5,}日|(?<!\d)20\d\d(?:1[0-2]|[1-9])月|年\d{1,6}日|\d日\d|(?<!\d)20\d\d至20\d\d\d"
)
_LONGEST_CLAUSE = 60
_OTHER_START = lazy_pattern(
    r"[（《(]?条例[》）)]?(?:正式)?(?:实施|施行)(?:之日|以来)", needs=("施行", "实施"))


@record
class _Day:
    year: int | None
    month: int
    day: int


@takes(aspect=setting(
    "choice", "核对什么：covers 起止日期属于本年；stated 写明了期限；written 日期写法正确，"
    "起点不是别的事件",
    "what is looked at: covers, well-formed dates are those of the year; stated, the report "
    "says what period it covers; written, the dates are well formed and the start is not said "
    "to be that of another event", choices=("covers", "stated", "written")))
def period(context: Context) -> Iterator[Observation]:
    """The period is 1 January to 31 December of the report's year."""
    subject = Text("统计期限", "period of the figures")
    said = _period_sentence(context)
    aspect = context.rule.settings.get("aspect", "covers")
    if said is None:
        if aspect == "stated" and context.report.preamble.strip():
            yield observe(Outcome.FAIL, subject, "period_unstated")
        elif aspect == "stated":
            yield observe(Outcome.UNKNOWN, subject, "period_unread")
        return
    sentence, location = said
    if aspect == "stated":
        yield observe(Outcome.PASS, subject, "period_stated", location=location)
        return
    outcome, message = _judge(context, sentence, aspect)
    yield observe(
        outcome, subject, message, location=location,
        said=sentence[:120], year=context.report.year,
    )


def _period_sentence(context: Context) -> tuple[str, Location | None] | None:
    for number, block in enumerate(blocks(context)):
        if number > 1 and block.section not in ("概述", "总体情况"):
            break
        for sentence in sentences(block.text.replace("\n", "")):
            found = _SAYS_PERIOD.search(sentence)
            if found and re.search(r"\d", sentence):
                start = _clause_start(sentence, found.start())
                return sentence[start:found.start() + 120], block.location
    return None


def _clause_start(sentence: str, place: int) -> int:
    """Where the clause around a place begins: no date and no word is cut in two."""
    start = max(sentence.rfind(mark, 0, place) for mark in "，,；;、（(") + 1
    return start if place - start <= _LONGEST_CLAUSE else place


def _judge(context: Context, sentence: str, aspect: str) -> tuple[Outcome, str]:
    if _DAMAGED.search(sentence):
        return Outcome.UNKNOWN, "period_damaged"
    dates = list(_DATE.finditer(sentence))[:2]
    malformed = any(not _well_formed(found) for found in dates)
    if aspect == "written":
        if malformed:
            return Outcome.FAIL, "period_malformed"
        if _OTHER_START.search(sentence) and (context.report.year or 0) > 2008:
            return Outcome.FAIL, "period_other_start"
        return Outcome.PASS, "period_written"
    year = context.report.year
    if malformed or len(dates) < 2 or year is None:
        return Outcome.UNKNOWN, "period_unreadable"
    first, last = (_day(found) for found in dates)
    begins = (first.month, first.day) == (1, 1) or (
        year == 2008 and (first.month, first.day) == (5, 1)
    )
    right = (
        begins and (last.month, last.day) == (12, 31)
        and first.year in (year, None) and last.year in (year, None)
    )
    return (Outcome.PASS, "period_right") if right else (Outcome.FAIL, "period_wrong")


def _well_formed(found: re.Match[str]) -> bool:
    if found.group(4):
        return True
    year, month, day = found.group(1), found.group(2), found.group(3)
    return (
        (year is None or len(year) in (2, 4))
        and month.isdigit() and 1 <= int(month) <= 12
        and day.isdigit() and 1 <= int(day) <= 31
    )


def _day(found: re.Match[str]) -> _Day:
    if found.group(4):
        return _Day(int(found.group(4)), int(found.group(5)), int(found.group(6)))
    year = found.group(1)
    full = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    return _Day(full, int(found.group(2)), int(found.group(3)))
