"""Whether a figure in running text is the report's own: of its year, of its body, and exact."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from compliance.model.report import Kind
from compliance.pattern import HAN, lazy_pattern
from compliance.recognise.sentences import SPELLING
from compliance.record import frozen_record

Span = Literal["", "year", "beginning", "cut", "part"]
"""What time words speak of: nothing said, the fiscal year, all time since counting began,
a day up to which, a part of the year."""
Subject = Literal["", "own", "narrow", "other"]
"""Whose figure it is: nothing said, the report's own, perhaps of one office of it only,
somebody else's."""
Share = Literal["", "channel", "documents"]
"""What a figure leaves out, perhaps: nothing, all that went another way than by one website,
all that is no document."""

_QUOTED = lazy_pattern(r"《[^《》]*》|〔[^〔〕]*〕|“[^“”]*”")
_CLOSED_BRACKET = lazy_pattern(r"\([^()]*\)")

_DIGITS = frozenset("0123456789")
_ABOUT = ("约", "近", "超", "超过", "逾", "不足", "突破", "第", "每", *"0123456789.")
_AFTER_DIGIT = tuple(",至到~～—-")
_GOES_ON = tuple("余多来几0123456789%.")
_TO = tuple("~～—至-")
_AFTER_UNIT = ("余", "以上", "以下", "以内", "左右", "上下", "不等", "之多")

# A year from which, or into which, applications were carried is not the year of a figure.
_YEAR = lazy_pattern(
    r"(?<!结转)(?<!结转至)(?<!结转到)(?<!转入)(?<!转至)(?<!转到)(?<!延至)(?<!延到)(?<![较比与])(20[0-9]{2})年"
    r"(?!度?的?(?:结转|转结|转入|转来|未办结|遗留|延续|顺延))"
)
_YEARS = lazy_pattern(
    r"(20[0-9]{2})年[^,;]{0,8}(?:至|到|—|-|~)[^,;]{0,8}(20[0-9]{2})年|近[0-9一二三四五六七八九十]{1,3}年"
)
_UP_TO = lazy_pattern(r"(?:截至|截止|至|到)(20[0-9]{2})年")
_LAST_YEAR = ("上年", "上一年", "去年", "往年", "前年", "历年")
_INTENDED = (
    "力争", "争取", "预计", "不少于", "不低于", "至少", "目标", "明年", "下年", "下一年",
    "平均", "日均", "月均",
    *("每" + unit for unit in "年月季周日天人件个"),
)
_ABOUT_TO = ("计划", "计划在", "计划于", "计划主动", "拟", "将", "应", "应当", "需", "需要")
_SOME_OF_THEM = lazy_pattern(
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
    if "《" in words or "〔" in words or "“" in words:
        words = _QUOTED.sub("", words)
    return _without_brackets(words)


def _without_brackets(words: str) -> str:
    return _CLOSED_BRACKET.sub("", words) if "(" in words else words


def is_exact(plain: str, start: int, end: int) -> bool:
    """Whether the number from ``start`` to before ``end`` is printed as exact."""
    before, after = plain[max(0, start - 4):start], plain[end:end + 4]
    if before.endswith(_ABOUT) or (before.endswith(_AFTER_DIGIT) and before[-2:-1] in _DIGITS):
        return False
    return not (
        after.startswith(_GOES_ON) or (after.startswith(_TO) and after[1:2] in _DIGITS)
        or after[1:].startswith(_AFTER_UNIT) or after[2:].startswith(_AFTER_UNIT))


def is_done(clause: str) -> bool:
    """Whether the words before a figure speak of what was done, not of plans and rates."""
    return not clause.endswith(_ABOUT_TO) and not any(word in clause for word in _INTENDED)


def is_quoted(before: str) -> bool:
    """Whether the words before a figure open a quotation or a title that holds it."""
    return any(before.count(opens) > before.count(closes) for opens, closes in ("“”", "《》"))


def names_other_year(before: str, clause: str, year: int | None) -> bool:
    """Whether the words before a figure give it to another year, or to several."""
    words = _outside(before)
    if any(word in clause for word in _LAST_YEAR):
        return True
    if "近" in words or words.count("20") > 1:
        for several in _YEARS.finditer(words):
            if several[1] is None or several[1] != several[2]:
                return True
    years = _YEAR.findall(words) if "20" in words else []
    return bool(years) and year is not None and int(years[-1]) != year


def ends_in_other_year(before: str, year: int | None) -> bool:
    """Whether a count since the beginning goes up to the end of another year."""
    days = _UP_TO.findall(before)
    return bool(days) and year is not None and int(days[-1]) != year


def is_of_some(before: str) -> bool:
    """Whether the words before a figure take only some of the cases: 在上年结转的申请中."""
    among = [part for part in re.split("[,;:]", before.rpartition(";")[2]) if part.endswith("中")]
    return bool(among) and _SOME_OF_THEM.search(
        among[-1]) is not None


_CHANNEL = lazy_pattern(
    r"(?:通过|利用|依托|在|从|经)[^,;:等]{0,30}(?:网站?|平台|微信|微博|公众号|抖音|公开栏|公示栏|公告栏|显示屏"
    r"|专栏|信箱|邮箱|邮件|信函|传真|窗口|》|”)[^,;:等]{0,8}$",
    needs=(*"网栏屏信邮》”", "平台", "微博", "公众号", "抖音", "传真", "窗口"),
)
# Documents are a part of the information that is published.
_DOCUMENTS = lazy_pattern(r"公开(?:了|各类|的|政策|公文)*文件")


def share_of(before: str, said: str) -> Share:
    """What a figure may leave out, by the words before it and its own: 通过网站, 文件."""
    if _DOCUMENTS.search(said):
        return "documents"
    return "channel" if _CHANNEL.search(before.rpartition(";")[2]) else ""


# 网站公开37条,微信公开80条: neither is all.
_OTHER_CHANNEL = lazy_pattern(
    r"(?:微信|微博|公众号|新媒体|抖音|头条)[^,;:。]{0,12}(?:公开|发布|推送)[^,;:。]{0,12}[0-9]",
    needs=("微信", "微博", "公众号", "新媒体", "抖音", "头条"))


def tells_of_other_channel(words: str) -> bool:
    """Whether words give what was published by another channel than a website."""
    return _OTHER_CHANNEL.search(words) is not None


_FIGURE = lazy_pattern("[0-9](?!年)")
# Each expression of time holds one of these characters.
_TIMELY = frozenset("年月季日底末前计来今")


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
        rf"|(?P<part>[上下]半年|前?(?:一季|二季|三季|四季)度|(?<![0-9])(?:[2-9]|1[01])月"
        rf"|(?<![0-9])12?月份?(?![0-9])|[0-9]{{1,2}}-(?:[2-9]|1[01])月)"
    )


def time_of(before: str, year: int | None) -> Span:
    """What time the words up to a figure speak of; their last word on it counts."""
    found: Span = ""
    words = _outside(before)
    if _TIMELY.isdisjoint(words):
        return found
    end = 0
    for match in _times(year).finditer(words):
        told: Span = match.lastgroup  # type: ignore[assignment]
        # 2016年，全县……累计公开 is the sum of the year while no figure stands between.
        within = (match[0] == "累计" and found == "year"
                  and _FIGURE.search(words, end, match.start()) is None)
        found, end = found if within else told, match.end()
    return found


_LEVELS = "省市县区镇乡"
_VERB = (
    r"共|累计|全年|年内|本年|今年|当年|20|收|受理|接[收到受]|答复|办结|办理|新[收增]|主动|公开|发布"
    r"|制[发定]|印发|出台|已|均|未|无|没有|作出|上年|通过|被|因|涉及|发生|及时|依法|按|严格|代表|网站|门户"
    r"|在|登记|[0-9]|$"
)
_LEAD = lazy_pattern(
    r"(?:其中|另外|此外|同时|截[至止][^,;]{0,14}?(?:日|底|末|目前)|20[0-9]{2}年度?|全年|今年以来|今年"
    r"|本年度?|年内|一年来|经统计|据统计|[一二三四五六七八九]是|由)*"
)
_BODIES = r"(?:行政机关|部门|单位|县|区|镇|乡|街道|科室|地区|市|、|和|及)"
_OWN = lazy_pattern(
    r"[^,;:]{0,6}?(?P<which>我|本|全)(?P<level>省|市|县|区|镇|乡|街道|局|委|办|厅|院|校|所|机关|单位|部门|系统"
    rf"|馆|中心|会)(?:{HAN}{{0,6}}系统)?(?P<of>各级|各)?(?:{_BODIES}|各)*(?={_VERB}|政府)"
)
_EACH = lazy_pattern(
    rf"{HAN}{{0,8}}?各(?!级|类|项|种|界)[^,;:]{{0,3}}?{_BODIES}+(?={_VERB})")
_NO_NAME = (
    r"(?!属于|不属于|涉及|告知|在|通过|向|为|对|经|以|按|从|将|把|与|和|及|给|根据|围绕|依托|利用|针对|结合|配合|加强|推进|指导)"
)
_NAMED = lazy_pattern(
    _NO_NAME + rf"(?P<name>{HAN}{{0,14}}?(?:人民政府办公[室厅]|政府办公[室厅]|人民政府|政府"
    r"|办公[室厅]|委员会|管委会|办事处|街道|开发区|公司|中心|大队|支队|集团|机关|[局委厅院县区镇乡市]|部门))"
    rf"(?P<itself>本级)?(?={_VERB})"
)
_PLACE = lazy_pattern(
    _NO_NAME + rf"(?P<name>(?![我本全各]){HAN}{{2,5}}"
    r"(?<![社专园地小景校辖片灾牧山老库林矿厂疫乡城村家返])[县区镇乡])(?![级域间村划内块长民])"
)
_OFFICE = ("办公室", "办公厅")
_SEAT = ("人民政府", "政府", "机关", "办事处")
# What the expressions above cannot do without.
_SELF = frozenset("我本全")
_BODY_ENDS = frozenset("府室厅会处道区司心队团关局委院县镇乡市门")
_PLACE_ENDS = frozenset("县区镇乡")


def subject_of(before: str, speaker: Speaker) -> Subject:
    """Whose figure it is, by the clauses of the sentence that stand before it."""
    clauses = re.split("[,;:(]", _without_brackets(before))
    for nearest, clause in enumerate(reversed(clauses)):
        subject = _subject(clause, speaker, nearest == 0)
        if subject:
            return subject
    return ""


def _subject(clause: str, speaker: Speaker, here: bool) -> Subject:
    lead = _LEAD.match(clause)
    clause = clause[lead.end():] if lead else clause
    each = _EACH.match(clause) if "各" in clause else None
    if each is not None and "各级" not in each[0]:
        return "other"
    own = None if _SELF.isdisjoint(clause) else _OWN.match(clause)
    if own is not None:
        return _own(own, clause, speaker)
    named = None if _BODY_ENDS.isdisjoint(clause) else _NAMED.match(clause)
    if named is not None and "各级" in named["name"]:
        return "own"
    if named is not None:
        return "other" if named["itself"] else _named(named["name"], speaker)
    if here or _PLACE_ENDS.isdisjoint(clause):
        return ""
    place = _PLACE.match(clause)
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


def _without_end(name: str, ends: tuple[str, ...]) -> str:
    """The name without the first of the ends that it has."""
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), name)


def _level_of(speaker: Speaker) -> str:
    seat = _without_end(_without_end(speaker.body.translate(SPELLING), _OFFICE), _SEAT)
    return seat[-1] if seat and seat[-1] in _LEVELS else ""


def _named(name: str, speaker: Speaker) -> Subject:
    body = speaker.body.translate(SPELLING)
    if not body and speaker.kind == "township":
        return "own" if _without_end(name, _SEAT)[-1:] in ("镇", "乡", "道") else "other"
    if name.endswith(_OFFICE) and not body.endswith(_OFFICE):
        return "other"
    seat = _without_end(name, _SEAT)
    if seat != name and speaker.kind in ("government", None) and not body.endswith(_OFFICE):
        same = not body or _stands_for(seat, _without_end(body, _SEAT)) or len(seat) <= 1
        return "narrow" if same else "other"
    same = _stands_for(name, body) or _stands_for(seat, _without_end(body, _SEAT))
    return "own" if same else "other"


def _stands_for(short: str, full: str) -> bool:
    """Whether a name may be short for another: 县发改局 for 沭阳县发展和改革局."""
    short, full = short.replace("委员会", "委"), full.replace("委员会", "委")
    if not short or not full or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
