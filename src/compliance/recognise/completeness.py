"""Whether the words of a list in running text present it as the whole of what it splits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from compliance.pattern import lazy_pattern
from compliance.recognise.part_lists import Item
from compliance.recognise.quantities import last_place
from compliance.recognise.sentences import Sentence
from compliance.recognise.wholes import Whole

# 其他重点领域信息 is one more class; only what says nothing further is the remainder.
_OTHER = lazy_pattern(
    r"^(?:以及|作|和|及)?其[他它余餘]"
    r"(?:各|[类類]型?|别|方面|事[项項]|情[况況]|内容|政府|政务|信息|[处處]理|答[复復]|情形|原因|形式|方式"
    r"|渠道|的|等|主动|公开|发布|数量|总数|数|[“”\"])*(?:\(.*\)|（.*）)?$"
)
_OTHER_OUTCOME = lazy_pattern(r"其[他它](?:处理|答复|情形)")
_OUTCOMES = lazy_pattern(r"答复|办结|办理完")
_CARRIED_ON = lazy_pattern(r"结转|下年|下一年|转下")
_SEVERALLY = lazy_pattern(r"分别(?:为|是|有)?[:,]?$|由$")
_MADE_OF = lazy_pattern(r"^(?:[^,;:0-9]{0,4}(?:组成|构成))")
_KINDS = lazy_pattern(
    r"(?P<number>[2-9二两三四五六七八九十]|1[0-9])(?:个(?:方面|部分|类别|种类|大类)|大?类|种)")
_FIGURES = {sign: value for value, sign in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_LEVEL = lazy_pattern(r"(?P<level>[国省市区县镇乡村]+)(?:本?级|直)")
_OWN = lazy_pattern(r"级|本级|[省市区县]直|部门|政府")
_PLACE = lazy_pattern(
    r"(?:[区县市旗州盟镇乡]|街道|办事处|部门|单位|政府|政府办公[室厅]|[省市区县镇乡村]本?级|[市区县]直|园区)$")
_FEWEST_PLACES, _PLACES_ALONE = 4, 6
# 某县等 and 主要有 say that more was left out.
_NOT_ALL = lazy_pattern(
    r"主要|部分(?!公开)|重点|例如|比如|譬如|尤其|特别|排名|居前|前[二三四五十]|最多|较多|突出"
    r"|不含|仅|另有|还有"
    r"|等(?=[0-9,;、)]|$|[共各]?[0-9])"
)
_MORE_FOLLOWS = lazy_pattern(r"^[,;、]?(?:等|另|还|此外|其余)")
_UNREAD_COUNT = lazy_pattern(
    r"[一二两三四五六七八九十百几数][余多]?[件条篇期次份个起宗元项场册部批家名人]")


def is_other(name: str) -> bool:
    """Whether a part is the remainder: ``其他``, ``其他各类信息``."""
    return _OTHER.match(name) is not None


def ends_with_remainder(whole: Whole, items: Sequence[Item]) -> bool:
    """Whether a list gives a remainder, or shares that make a hundred: nothing is left out."""
    if len(items) < 2 or not all(item.exact for item in items):
        return False
    printed = [item.share for item in items if item.share is not None]
    if len(printed) == len(items):
        # Each share may be half a unit of its last place away from the true one.
        steps = sum((last_place(share) for share in printed), Decimal(0))
        if abs(sum(printed, Decimal(0)) - 100) <= steps / 2:
            return True
    others = [item for item in items if is_other(item.name)]
    if not others:
        return False
    if any(_OTHER_OUTCOME.search(item.name) for item in others):
        # 其他处理 is one outcome of several: applications may still be pending.
        return bool(_OUTCOMES.search(whole.name)) or any(
            _CARRIED_ON.search(item.name) for item in items)
    return True


def worded_as_whole(whole: Whole, items: Sequence[Item], sentence: Sentence) -> bool:
    """Whether the list says that it is all: every district, every level, 分别为, 三类."""
    if len(items) < 2 or not all(item.exact for item in items):
        return False
    plain, start, end = sentence.plain, items[0].start, items[-1].end
    listed = plain[start:end]
    here = whole.sentence is sentence
    before = plain[whole.quantity.end if here and whole.quantity.end <= start else 0:start]
    if (_NOT_ALL.search(before + listed) or _MORE_FOLLOWS.match(plain[end:end + 4])
            or _UNREAD_COUNT.search(listed)):
        return False
    names = [item.name for item in items]
    return bool(
        _every_place(names) or _every_level(names) or _every_applicant(names)
        or _SEVERALLY.search(before + _opening_words(listed))
        or _MADE_OF.match(plain[end:end + 8])
        or _so_many_kinds(plain[max(0, start - 40):start], len(items))
    )


def goes_on(items: Sequence[Item], length: int, whole: Decimal) -> bool:
    """Whether the list visibly runs on past its first ``length`` items.

    After 、 the next item is one more of the same list; after a comma it is where all are
    named alike; what a heavier mark sets off, or is as large as the whole, is something else.
    """
    if items[length].value == whole:
        return False
    inner, after = {item.mark for item in items[1:length]}, items[length].mark
    if after == ";":
        return inner == {";"}
    if after == "、" or "、" not in inner:
        return after == "、" or _alike([item.name for item in items])
    return False


def _alike(names: Sequence[str]) -> bool:
    return all(_PLACE.search(name) for name in names) or (
        len({name[-1:] for name in names}) == 1 and len(names[0]) > 1)


def _opening_words(listed: str) -> str:
    """``分别为`` belongs to the name of the first item as it is cut out of the sentence."""
    match = re.match(r"[^0-9,;、]{0,8}?分别(?:为|是|有)?[:,]?", listed)
    return match[0] if match else ""


def _every_place(names: Sequence[str]) -> bool:
    if len(names) < _FEWEST_PLACES or not all(_PLACE.search(name) for name in names):
        return False
    return len(names) >= _PLACES_ALONE or any(_OWN.search(name) for name in names)


def _every_level(names: Sequence[str]) -> bool:
    levels = [match["level"] for name in names if (match := _LEVEL.search(name))]
    return len(levels) == len(names) == len(set(levels))


def _every_applicant(names: Sequence[str]) -> bool:
    return len(names) == 2 and "自然人" in names[0] and "法人" in names[1] and "其他" in names[1]


def _so_many_kinds(words: str, number: int) -> bool:
    said = [match["number"] for match in _KINDS.finditer(words)]
    return number > 2 and bool(said) and _number(said[-1]) == number


def _number(sign: str) -> int:
    return int(sign) if sign.isdigit() else _FIGURES[sign]
