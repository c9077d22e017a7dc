"""Where a list in running text ends before the sentence does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from compliance.pattern import lazy_pattern
from compliance.recognise.completeness import goes_on
from compliance.recognise.part_lists import Item
from compliance.recognise.wholes import Whole, total

_NEW_MATTER = lazy_pattern(
    r"(?:转载|发布|公开|公示|开展|举办|召开|收到|受理|办理|答复|办结|回应|推送|编[发制]|制作|组织|更新|全年|累计|通过|发放|参加)"
)
_FINISHED = lazy_pattern(r"答复|办结|办理完|办复")
_RECEIVED = lazy_pattern(r"收到|受理|新收|接收|接到|收悉")
_OUTCOME = lazy_pattern(
    r"^(?:答复|作出|属于|决定|依法|“)*(?:予以|同意|不予|部分|全部)+公开|^“?(?:无法提供|不予处理)")
_CASES = lazy_pattern("结转|答复|办结|受理|收到")
_CARRIED_ON = lazy_pattern(r"^(?:另有|尚有|还有)?(?:结转|转结|顺延)")


def one_aside(items: list[Item], whole: Decimal) -> list[Item]:
    """A single item before the only semicolon, where all together are more than the whole.

    ``发布会6次,其中负责人出席2次;在线访谈8次`` goes on to something else.
    """
    first = [item for item in items if item.segment == items[0].segment]
    only = len(first) == 1 and {item.segment for item in items} == {0, 1}
    return first if only and total(items) > whole else items


def up_to_another_matter(items: list[Item], whole: Decimal) -> list[Item]:
    """The items before a semicolon after which more is told of than the whole holds."""
    for item in items:
        if (item.segment > items[0].segment and item.value > whole
                and _NEW_MATTER.match(next(i.name for i in items if i.segment == item.segment))):
            return [kept for kept in items if kept.segment < item.segment]
    return items


def up_to_another_unit(
    items: list[Item], listed: Sequence[Item], whole: Decimal
) -> list[Item]:
    """The items before one that counts something else, where all are more than the whole.

    ``10220条,其中动态4792条,目录5403条,新开专栏6个,解读44条``: with the columns the list is over.
    """
    if total(items) <= whole:
        return items
    other = next((item.start for item in listed
                  if item.unit != items[0].unit and item.start > items[0].start), None)
    before = [item for item in items if other is None or item.start < other]
    return before if len(before) > 1 and total(before) <= whole else items


def told_loosely(items: Sequence[Item], whole: Decimal) -> bool:
    """Whether items after a mere 包括 or 具体为 may be something else than the parts.

    ``受理10件,包括上年结转2件,答复8件`` is no list; what holds more than the whole is none.
    """
    return len(items) < 3 or total(items) > whole or any(
        _CASES.search(item.name) for item in items)


def of_finished(
    items: list[Item], wholes: Sequence[Whole]
) -> tuple[list[Item], Sequence[Whole]]:
    """What was finished is split into outcomes; what is carried on is none of them.

    ``办结236件,其中予以公开99件,…;结转下年度15件``: the nearest count is the whole,
    and the list ends before 结转.
    """
    if not wholes or not items or not _OUTCOME.search(items[0].name):
        return items, wholes
    said = wholes[-1].name
    if not _FINISHED.search(said) or _RECEIVED.search(said):
        return items, wholes
    for place, item in enumerate(items):
        if place and _CARRIED_ON.search(item.name):
            return items[:place], wholes[-1:]
    return items, wholes


def readings(items: Sequence[Item], whole: Decimal) -> list[Sequence[Item]]:
    """The list, or its segments where each splits the same whole anew."""
    if total(items) == whole:
        return [items]
    segments = [[item for item in items if item.segment == number]
                for number in dict.fromkeys(item.segment for item in items)]
    if len(segments) > 1 and all(len(segment) > 1 for segment in segments):
        return list(segments)
    for length in range(2, len(items)):
        if (total(items[:length]) == whole and items[length].share is None
                and not goes_on(items, length, whole)):
            return [items[:length]]
    return [items]
