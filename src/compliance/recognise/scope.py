"""Whether a figure in running text is the report's own: of its year, of its body, and exact."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from compliance.model.report import Kind
from compliance.recognise.sentences import SPELLING
from compliance.record import frozen_record

Span = Literal["", "year", "beginning", "cut", "part"]
"""What time words speak of: nothing said, the fiscal year, all time since counting began,
a day up to which, a part of the year."""
Subject = Literal["", "own", "narrow", "other"]
"""Whose figure it is: nothing said, the report's own, perhaps of one office of it only,
somebody else's."""

_QUOTED = re.compile(r"《[^《》]*》|〔[^〔〕]*〕|“[^“”]*”")
_CLOSED_BRACKET = re.compile(r"\([^()]*\)")

_ABOUT = re.compile(
    r"(?:约|近|超|超过|逾|不足|突破|大约|将近|接近|第|每|[0-9.]|[0-9],|[0-9][至到~～—-])$")
_GOES_ON = re.compile(
    r"[余多来几0-9%.]|[~～—至-][0-9]|.{1,2}(?:余|以上|以下|以内|左右|上下|不等|之多)")

# A year from which, or into which, applications were carried is not the year of a figure.
_YEAR = re.compile(
    r"(?<!结转)(?<!结转至)(?<!结转到)(?<!转入)(?<!转至)(?<!转到)(?<!延至)(?<!延到)(?<![较比与])(20[0-9]{2})年"
    r"(?!度?的?(?:结转|转结|转入|转来|未办结|遗留|延续|顺延))"
)
_YEARS = re.compile(
    r"(20[0-9]{2})年[^,;]{0,8}(?:至|到|—|-|~)[^,;]{0,8}(20[0-9]{2})年|近[0-9一二三四五六七八九十]{1,3}年"
)
_UP_TO = re.compile(r"(?:截至|截止|至|到)(20[0-9]{2})年")
_LAST_YEAR = re.compile(r"上一?年度?|去年|往年|前年|历年")
_INTENDED = re.compile(
    r"力争|争取|预计|计划(?:在|于|主动)?$|拟$|将$|不少于|不低于|至少|目标|应当?$|需要?$|明年|下一?年"
    r"|每[年月季周日天人件个]|平均|日均|月均"
)
_SOME_OF_THEM = re.compile(
    r"(?:上年|去年|结转|自然人|法人|企业|网络|网上|信函|当面|不予|无法|部分公开|其他处理|信访)[^,;:]*中$"
)


@frozen_record
class Speaker:
    """Who reports, and on which year."""

    year: int | None = None
    kind: Kind | None = None
    body: str = ""


def _outside(words: str) -> str:
    """The words without what stands in titles, quotation marks and closed brackets."""
    return _CLOSED_BRACKET.sub("", _QUOTED.sub("", words))


def is_exact(plain: str, start: int, end: int) -> bool:
    """Whether the number from ``start`` to before ``end`` is printed as exact."""
    return not _ABOUT.search(plain, max(0, start - 4), start) and not _GOES_ON.match(plain, end)


def is_done(clause: str) -> bool:
    """Whether the words before a figure speak of what was done, not of plans and rates."""
    return not _INTENDED.search(clause)


def is_quoted(before: str) -> bool:
    """Whether the words before a figure open a quotation or a title that holds it."""
    return any(before.count(opens) > before.count(closes) for opens, closes in ("“”", "《》"))


def names_other_year(before: str, clause: str, year: int | None) -> bool:
    """Whether the words before a figure give it to another year, or to several."""
    words = _outside(before)
    if _LAST_YEAR.search(clause):
        return True
    for several in _YEARS.finditer(words):
        if several[1] is None or several[1] != several[2]:
            return True
    years = _YEAR.findall(words)
    return bool(years) and year is not None and int(years[-1]) != year


def ends_in_other_year(before: str, year: int | None) -> bool:
    """Whether a count since the beginning goes up to the end of another year."""
    days = _UP_TO.findall(before)
    return bool(days) and year is not None and int(days[-1]) != year


def is_of_some(before: str) -> bool:
    """Whether the words before a figure take only some of the cases: 在上年结转的申请中."""
    among = [part for part in re.split("[,;:]", before.rpartition(";")[2]) if part.endswith("中")]
    return bool(among) and _SOME_OF_THEM.search(among[-1]) is not None


@cache
def _times(year: int | None) -> re.Pattern[str]:
    this = f"{year}年" if year is not None else "20[0-9]{2}年"
    to_the_end = r"[^,;]{0,3}(?:至|到|—|-|~|起至)[^,;]{0,8}12月(?:31日)?"
    return re.compile(
        rf"(?P<cut>(?:截至|截止)[^,;]{{0,12}}(?:底|末|日|目前))"
        rf"|(?P<year>(?:{this}1月(?:1日)?{to_the_end}|{this}1-12月"
        rf"|{this}度?(?![底末]|1?[0-9]月)(?:以来)?|全年度?|本年度?|今年以来|今年|当年|年内|年初以来"
        rf"|一年来|年度)(?:[^,;:]{{0,16}}累计)?)"
        rf"|(?P<beginning>累计|以来|历年|迄今|至今|目前[^,;]{{0,8}}(?:总计|共))"
        rf"|(?P<part>[上下]半年|前[一二三]季度|[一二三四]季度|(?<![0-9])(?:[2-9]|1[01])月"
        rf"|(?<![0-9])12?月份?(?![0-9])|[0-9]{{1,2}}-(?:[2-9]|1[01])月)"
    )


def time_of(before: str, year: int | None) -> Span:
    """What time the words up to a figure speak of; their last word on it counts."""
    found: Span = ""
    for match in _times(year).finditer(_outside(before)):
        found = match.lastgroup  # type: ignore[assignment]
    return found


_LEVELS = "省市县区镇乡"
_VERB = (
    r"共|累计|全年|年内|本年|今年|当年|20|收|受理|接[收到受]|答复|办结|办理|新[收增]|主动|公开|发布"
    r"|制[发定]|印发|出台|已|均|未|无|没有|作出|上年|通过|被|因|涉及|发生|及时|依法|按|严格|代表|网站|门户"
    r"|在|登记|[0-9]|$"
)
_LEAD = re.compile(
    r"(?:其中|另外|此外|同时|截[至止][^,;]{0,14}?(?:日|底|末|目前)|20[0-9]{2}年度?|全年|今年以来|今年"
    r"|本年度?|年内|一年来|经统计|据统计|[一二三四五六七八九]是|由)*"
)
_BODIES = r"(?:行政机关|部门|单位|县|区|镇|乡|街道|科室|地区|市|、|和|及)"
_OWN = re.compile(
    r"[^,;:]{0,6}?(?P<which>我|本|全)(?P<level>省|市|县|区|镇|乡|街道|局|委|办|厅|院|校|所|机关|单位|部门|系统"
    rf"|馆|中心|会)(?:[\u4e00-\u9fff]{{0,6}}系统)?(?P<of>各级|各)?(?:{_BODIES}|各)*(?={_VERB}|政府)"
)
_EACH = re.compile(
    rf"[\u4e00-\u9fff]{{0,8}}?各(?!级|类|项|种|界)[^,;:]{{0,3}}?{_BODIES}+(?={_VERB})")
_NO_NAME = (
    r"(?!在|通过|向|为|对|经|以|按|从|将|把|与|和|及|给|根据|围绕|依托|利用|针对|结合|配合|加强|推进|指导)"
)
_NAMED = re.compile(
    _NO_NAME + r"(?P<name>[\u4e00-\u9fff]{0,14}?(?:人民政府办公[室厅]|政府办公[室厅]|人民政府|政府"
    r"|办公[室厅]|委员会|管委会|办事处|街道|开发区|公司|中心|大队|支队|集团|机关|[局委厅院县区镇乡市]))"
    rf"(?P<itself>本级)?(?={_VERB})"
)
_PLACE = re.compile(
    _NO_NAME + r"(?P<name>(?![我本全各])[\u4e00-\u9fff]{2,5}"
    r"(?<![社专园地小景校辖片灾牧山老库林矿厂疫乡城村家返])[县区镇乡])(?![级域间村划内块长民])"
)
_OFFICE = re.compile(r"办公[室厅]$")
_SEAT = re.compile(r"(?:人民政府|政府|机关)$")


def subject_of(before: str, speaker: Speaker) -> Subject:
    """Whose figure it is, by the clauses of the sentence that stand before it."""
    clauses = re.split("[,;:(]", _CLOSED_BRACKET.sub("", before))
    for nearest, clause in enumerate(reversed(clauses)):
        subject = _subject(clause, speaker, nearest == 0)
        if subject:
            return subject
    return ""


def _subject(clause: str, speaker: Speaker, here: bool) -> Subject:
    lead = _LEAD.match(clause)
    clause = clause[lead.end():] if lead else clause
    each = _EACH.match(clause)
    if each is not None and "各级" not in each[0]:
        return "other"
    own = _OWN.match(clause)
    if own is not None:
        return _own(own, clause, speaker)
    named = _NAMED.match(clause)
    if named is not None and "各级" in named["name"]:
        return "own"
    if named is not None:
        return "other" if named["itself"] else _named(named["name"], speaker)
    place = None if here else _PLACE.match(clause)
    return _named(place["name"], speaker) if place else ""


def _own(found: re.Match[str], clause: str, speaker: Speaker) -> Subject:
    level = found["level"]
    if found["of"] == "各":
        return "other"  # The departments without the government itself.
    if clause.startswith("本级", found.end()):
        return "other"
    if level == "街道":
        return "own" if speaker.kind in ("township", None) else "other"
    if level not in _LEVELS:
        return "own" if found["which"] != "全" else "other"
    if speaker.kind == "department":
        return "other"
    own = _level_of(speaker)
    return "own" if not own or level == own or (level in "镇乡" and own in "镇乡") else "other"


def _level_of(speaker: Speaker) -> str:
    seat = _SEAT.sub("", _OFFICE.sub("", speaker.body.translate(SPELLING)))
    return seat[-1] if seat and seat[-1] in _LEVELS else ""


def _named(name: str, speaker: Speaker) -> Subject:
    body = speaker.body.translate(SPELLING)
    if not body and speaker.kind == "township":
        return "own" if _SEAT.sub("", name)[-1:] in ("镇", "乡", "道") else "other"
    if _OFFICE.search(name) and not _OFFICE.search(body):
        return "other"
    seat = _SEAT.sub("", name)
    if seat != name and speaker.kind in ("government", None) and not _OFFICE.search(body):
        same = not body or _stands_for(seat, _SEAT.sub("", body)) or len(seat) <= 1
        return "narrow" if same else "other"
    return "own" if _stands_for(name, body) or _stands_for(seat, _SEAT.sub("", body)) else "other"


def _stands_for(short: str, full: str) -> bool:
    """Whether a name may be short for another: 县发改局 for 沭阳县发展和改革局."""
    short, full = short.replace("委员会", "委"), full.replace("委员会", "委")
    if not short or not full or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
