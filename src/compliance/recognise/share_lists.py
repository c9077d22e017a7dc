"""Lists of shares without counts: ``自然人申请占95.2%，法人或其他组织占4.8%``."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from compliance.pattern import lazy_pattern
from compliance.recognise.quantities import is_of_growth, last_place
from compliance.recognise.sentences import Sentence
from compliance.record import frozen_record

_SHARE = r"[0-9]{1,3}(?:\.[0-9]{1,4})?"
_OF = (
    r"占(?:到|了)?(?:比例?|总数|总量|总件数|总体|全部|申请|受理|办结|答复|信息|公开|政府|数量|数|量|总|的|为|是|达"
    r"|：|:)*"
)
_ITEM = lazy_pattern(
    rf"(?P<name>[^,;:()%0-9]{{1,40}})(?:{_OF}|的?(?:比例|比重|占比)(?:为|是|达)?)(?P<share>{_SHARE})%"
)
_APIECE = lazy_pattern(
    rf"(?P<names>[^;:()%0-9]{{3,120}}?)(?:各自|分别){_OF}(?P<shares>{_SHARE}%(?:[、,和及]{{1,2}}{_SHARE}%)+)"
)
_BETWEEN_NAMES = lazy_pattern(r"、|,|以及|和|及|与")
_LEAD = lazy_pattern(r"^[、,和及]*(?:其中|以及)?[:,]?")
_ENDS = lazy_pattern(r"(?:的|申请量|数|件数)$")
_ROUGH = lazy_pattern(r"(?:约|近|超|超过|逾|不足|近乎|达到近)$")


@frozen_record
class ShareItem:
    """A part with its share; ``start`` and ``end`` are indexes into the plain text."""

    name: str
    share: Decimal
    start: int
    end: int


def shares_alone(sentence: Sentence) -> list[ShareItem]:
    """The items of the one list of shares that a sentence holds; none when in doubt."""
    plain = sentence.plain
    if plain.count("%") < 2 or not ("占" in plain or "比" in plain):
        return []
    apiece = _APIECE.search(plain)
    items = _apiece(sentence, apiece) if apiece else _each(sentence)
    if len(items) < 2 or len({item.name for item in items}) < len(items):
        return []
    # Rates such as 网上可办率 are not shares of one whole.
    if any("率" in item.name for item in items):
        return []
    between = (plain[before.end:after.start] for before, after in pairwise(items))
    if any(re.search("[0-9;]", words) for words in between):
        return []
    return items


def _each(sentence: Sentence) -> list[ShareItem]:
    found: list[ShareItem] = []
    for match in _ITEM.finditer(sentence.plain):
        start = match.start("name") + len(_LEAD.match(match["name"])[0])  # type: ignore[index]
        words = sentence.plain[start:match.end("name")]
        if is_of_growth(match[0]) or _ROUGH.search(words) or not words:
            return []
        found.append(_item(sentence, start, words, match["share"], match.end()))
    return found


def _apiece(sentence: Sentence, match: re.Match[str]) -> list[ShareItem]:
    """Names, then as many shares: ``网络、信函申请分别占80%、20%``."""
    printed = re.findall(_SHARE, match["shares"])
    lead = _LEAD.match(match["names"])
    start = match.start("names") + (lead.end() if lead else 0)
    among = sentence.plain.rfind("其中", start, match.end("names"))
    start = among + 2 if among >= 0 else start
    listed = sentence.plain[start:match.end("names")]
    names = [name for name in _BETWEEN_NAMES.split(listed) if name]
    if len(names) != len(printed) or is_of_growth(match[0]):
        return []
    items: list[ShareItem] = []
    for name, share in zip(names, printed, strict=True):
        at = sentence.plain.index(name, start)
        items.append(_item(sentence, at, name, share, at + len(name)))
        start = at + len(name)
    return items


def _item(sentence: Sentence, start: int, words: str, share: str, end: int) -> ShareItem:
    ending = _ENDS.search(words)
    name = sentence.printed(start, start + (ending.start() or len(words) if ending else len(words)))
    return ShareItem(name, Decimal(share), start, end)


def adds_up(items: list[ShareItem]) -> bool:
    """Whether the shares make a hundred, each off by half a unit of its last place."""
    slack = sum((last_place(item.share) for item in items), Decimal(0)) / 2
    return abs(sum((item.share for item in items), Decimal(0)) - 100) <= slack
