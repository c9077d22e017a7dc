"""Wholes that running text splits into parts: ``912条,其中:机构职能类188条,占20.6%;…``.

Where a text can be read in several ways, the reading in which the figures agree
is taken, and what remains doubtful is left out: a list that was misread would
charge a report with an error that it does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from compliance.model.report import Breakdown, Part
from compliance.pattern import holds, lazy_pattern
from compliance.recognise.completeness import (
    ends_with_remainder,
    is_other,
    worded_as_whole,
)
from compliance.recognise.list_ends import (
    of_finished,
    one_aside,
    readings,
    told_loosely,
    up_to_another_matter,
    up_to_another_unit,
)
from compliance.recognise.part_lists import Item, Span, items_in
from compliance.recognise.quantities import clause_before, depths, quantities
from compliance.recognise.sentences import Sentence
from compliance.recognise.wholes import (
    Whole,
    choose_whole,
    fitting,
    nearest_unit,
    total,
    wholes_before,
)

_OPENS = lazy_pattern(
    r"(?:(?:^|(?<=[,;:]))在[^,;:()0-9]{2,24}(?:中|里)[,:])?其中(?:包括|包含|有)?[:,]?"
    r"|(?:^|(?<=[,;:]))在[^,;:()0-9]{2,24}中[,:]"
    r"|(?<=[,;])分别(?:为|是)[:,]?"
)
_OPENS_LOOSELY = lazy_pattern(
    r"(?<=[,;])(?:主要)?(?:具体)?(?:包括|包含|涵盖)[:,]?|(?<=[,;])具体[为是][:,]?",
    needs=("包括", "包含", "涵盖", "具体"))
_BRACKETED = lazy_pattern(
    r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)", needs="(")
_NOT_A_LIST = lazy_pattern(r"^(?:含|包括|包含|不含|其中含)|另有|另外|不含")
_CHANNELS = (
    "网", "门户", "微博", "微信", "公众号", "客户端", "公报", "公开栏", "公告栏", "宣传栏",
    "发布会", "报刊", "广播", "电视", "短信", "新媒体", "显示屏", "查阅", "栏目", "抖音", "平台",
)
_PUBLISHED_IN_ALL = lazy_pattern(r"共[^,;]{0,6}发布", needs=("发布",))
_DIGIT = lazy_pattern("[0-9]")
_SENTENCES_BACK = 3
_MOST_LISTS = 12


def find_breakdowns(
    spoken: Iterable[Sequence[Sentence]], whole_text: bool = True
) -> list[Breakdown]:
    """The breakdowns in the sentences of each passage, in printed order.

    ``whole_text`` is false when the report breaks off before its end.
    """
    found: list[Breakdown] = []
    seen: set[tuple[str, Decimal | None, str, tuple[tuple[str, Decimal | None], ...]]] = set()
    for passage in spoken:
        for index, sentence in enumerate(passage):
            if not _DIGIT.search(sentence.plain):
                continue  # without a figure nothing is split
            earlier = passage[max(0, index - _SENTENCES_BACK):index][::-1]
            for breakdown in _in_sentence(sentence, earlier):
                shape = tuple((part.name, part.count) for part in breakdown.parts)
                key = (breakdown.name, breakdown.whole, breakdown.unit, shape)
                if key not in seen:
                    seen.add(key)
                    found.append(breakdown)
        if passage and not passage[-1].closed and not whole_text:
            _doubt_last(found, passage[-1])
    return found


def _doubt_last(found: list[Breakdown], last: Sentence) -> None:
    words = last.printed()
    for breakdown in found:
        if breakdown.text and words.endswith(breakdown.text):
            breakdown.complete = breakdown.complete and _adds_up(breakdown)


def _adds_up(breakdown: Breakdown) -> bool:
    return sum(part.count or 0 for part in breakdown.parts) == breakdown.whole


def _in_sentence(sentence: Sentence, earlier: Sequence[Sentence]) -> list[Breakdown]:
    found = _bracketed_lists(sentence)
    depth = depths(sentence.plain)
    opens = [match for match in _OPENS.finditer(sentence.plain) if not depth[match.start()]]
    opens = opens[:_MOST_LISTS]
    if not opens:
        opens = [match for match in _OPENS_LOOSELY.finditer(sentence.plain)
                 if not depth[match.start()]][:1]
        found += _loose_list(sentence, earlier, opens)
        opens = []
    if not opens and not found:
        found += _list_of_shares(sentence, earlier)
    for place, match in enumerate(opens):
        if place == 0:
            found += _first_list(sentence, earlier, opens)
        else:
            end = opens[place + 1].start() if place + 1 < len(opens) else len(sentence.plain)
            found += _nested_list(sentence, match, end)
    return found or _shares_alone(sentence)


def _loose_list(
    sentence: Sentence, earlier: Sequence[Sentence], opens: Sequence[re.Match[str]]
) -> list[Breakdown]:
    """The list of a mere 包括, where it can be nothing else."""
    if not opens or sentence.plain.count("%") > 1:
        return []
    items = items_in(sentence, Span(opens[0].end(), len(sentence.plain)))
    units = {item.unit for item in items}
    wholes = wholes_before(sentence, opens[0].start(), (), items[0].unit) if items else []
    if len(units) != 1 or len(wholes) != 1 or told_loosely(items, wholes[0].value):
        return []
    return _breakdown(sentence, wholes[0], items, doubtful=False)


def _shares_alone(sentence: Sentence) -> list[Breakdown]:
    """A list of shares without counts: what they are shares of is not printed."""
    if sentence.plain.count("%") < 2:
        return []
    from compliance.recognise.share_lists import adds_up, shares_alone

    items = shares_alone(sentence)
    if not items:
        return []
    start, end = items[0].start, items[-1].end
    before = len(sentence.plain[:start].rstrip(",:;"))
    channels = sum(holds(item.name, _CHANNELS) for item in items) * 2 > len(items)
    whole = adds_up(items)
    return [Breakdown(
        name=sentence.printed(0, before) or sentence.printed(start, end),
        parts=[Part(item.name, None, item.share, sentence.place(item.start, item.end))
               for item in items],
        complete=whole or any(is_other(item.name) for item in items),
        exclusive=whole or not channels,
        text=sentence.printed(start, end), location=sentence.place(start, end),
    )]


def _first_list(
    sentence: Sentence, earlier: Sequence[Sentence], opens: Sequence[re.Match[str]]
) -> list[Breakdown]:
    """The list of the first 其中; what a later 其中 splits is kept out of it."""
    start = opens[0].end()
    cut = opens[1].start() if len(opens) > 1 else len(sentence.plain)
    items = items_in(sentence, Span(start, cut))
    found: list[Breakdown] = []
    nearest = nearest_unit(sentence, opens[0].start(), earlier)
    units = list(dict.fromkeys(item.unit for item in items))
    for unit in units:
        of_unit = [item for item in items if item.unit == unit]
        if unit != nearest and not _in_turn(items, nearest, unit):
            continue
        of_unit, wholes = of_finished(
            of_unit, wholes_before(sentence, opens[0].start(), earlier, unit))
        whole = choose_whole(of_unit, wholes)
        if whole is None:
            continue
        doubtful = len(wholes) > 1 or len(opens) > 1
        if len(opens) > 1 and total(of_unit) != whole.value:
            # The item before a later 其中 may be a whole of its own.
            of_unit = [item for item in of_unit if item.segment < items[-1].segment] or of_unit
        if not opens[0].group().endswith((":", ",")):
            of_unit = one_aside(of_unit, whole.value)
        of_unit = up_to_another_matter(of_unit, whole.value)
        of_unit = up_to_another_unit(of_unit, items, whole.value)
        for reading in readings(of_unit, whole.value):
            found += _breakdown(sentence, whole, reading, doubtful=doubtful,
                                known_whole=len(units) == 1 and not doubtful)
    if len(units) == 2 and _in_turn(items, units[0], units[1]):
        _complete_together(found)
    return found


def _complete_together(found: Sequence[Breakdown]) -> None:
    """Where each item has a count in two units, a list that is all by one is all by the other."""
    as_long = len({len(breakdown.parts) for breakdown in found}) == 1
    if len(found) == 2 and as_long and any(_adds_up(breakdown) for breakdown in found):
        for breakdown in found:
            breakdown.complete = True


def _nested_list(sentence: Sentence, match: re.Match[str], end: int) -> list[Breakdown]:
    before = [quantity for quantity in quantities(sentence.plain)
              if quantity.end <= match.start() and not quantity.depth]
    if not before or not before[-1].exact:
        return []
    semicolon = sentence.plain.find(";", match.end(), end)
    bounded = semicolon >= 0
    items = [item for item in items_in(sentence, Span(match.end(), semicolon if bounded else end))
             if item.unit == before[-1].unit]
    whole = Whole(sentence, before[-1])
    if not items or total(items) > whole.value:
        return []
    return _breakdown(sentence, whole, items, doubtful=not bounded)


def _bracketed_lists(sentence: Sentence) -> list[Breakdown]:
    found: list[Breakdown] = []
    for quantity in quantities(sentence.plain):
        match = _BRACKETED.match(sentence.plain, quantity.end)
        if match is None or not quantity.exact or _NOT_A_LIST.search(match["inside"]):
            continue
        opened = _OPENS.match(sentence.plain, match.start("inside"))
        start = opened.end() if opened else match.start("inside")
        listed = items_in(sentence, Span(start, match.end("inside")))
        items = [item for item in listed if item.unit == quantity.unit]
        if len(items) > 1:
            found += _breakdown(sentence, Whole(sentence, quantity), items,
                                doubtful=opened is None, known_whole=len(items) == len(listed))
    return found


def _list_of_shares(sentence: Sentence, earlier: Sequence[Sentence]) -> list[Breakdown]:
    """A sentence of parts with shares, whose whole was said before: the shares tell which."""
    if "占" not in sentence.plain:
        return []
    items = items_in(sentence, Span(0, len(sentence.plain)))
    if sum(item.share is not None for item in items) < 2:
        return []
    unit = next(item.unit for item in items if item.share is not None)
    items = [item for item in items if item.unit == unit]
    wholes = wholes_before(sentence, 0, earlier, unit)
    shared = [item for item in items if item.share is not None]
    if wholes and not any(fitting(shared, whole.value) for whole in wholes):
        # A second split of what the sentence before has split: 其中网上862件,…。个人1030件,….
        wholes = [whole for place in range(1, len(earlier))
                  for whole in wholes_before(sentence, 0, earlier[place:], unit)
                  if fitting(shared, whole.value) == len(shared)]
    if items and items[0].share is None:
        first = items.pop(0)
        wholes = [Whole(sentence, first.quantity)]
    if len(items) < 2 or not wholes:
        return []
    whole = max(wholes, key=lambda candidate: fitting(shared, candidate.value))
    if 2 * fitting(shared, whole.value) < len(shared) or len(shared) < 2:
        return []
    return _breakdown(sentence, whole, items, doubtful=False)


def _in_turn(items: Sequence[Item], unit: str, other: str) -> bool:
    """Whether every item of the list has a count in both units: 1件，收取880元."""
    units = [item.unit for item in items if item.unit in (unit, other)]
    return units == [unit, other] * (len(units) // 2) or (
        units == [other, unit] * (len(units) // 2))


def _breakdown(
    sentence: Sentence, whole: Whole, items: Sequence[Item], *, doubtful: bool,
    known_whole: bool | None = None,
) -> list[Breakdown]:
    """``known_whole``: what is split is plain, whatever is doubtful of the list."""
    known_whole = not doubtful if known_whole is None else known_whole
    exact = [item for item in items if item.exact]
    if len(exact) < 2 and not any(item.share is not None for item in exact):
        return []
    start, end = items[0].start, items[-1].end
    end += sentence.plain.startswith("等", end)
    if whole.sentence is sentence and whole.quantity.start < start:
        start = whole.quantity.start - len(clause_before(sentence.plain, whole.quantity.start))
    channels = sum(holds(item.name, _CHANNELS) for item in items) * 2 > len(items)
    published = bool(_PUBLISHED_IN_ALL.search(whole.sentence.plain[:whole.quantity.start]))
    equal = total(items) == whole.value and all(item.exact for item in items)
    return [Breakdown(
        name=whole.name,
        whole=whole.value,
        parts=[Part(item.name, item.value, item.share, sentence.place(item.start, item.end))
               for item in exact],
        unit=whole.quantity.unit,
        complete=equal or (not doubtful and ends_with_remainder(whole, items)) or (
            known_whole and worded_as_whole(whole, items, sentence)),
        exclusive=equal or not channels or published,
        text=sentence.printed(start, end),
        location=sentence.place(start, end),
    )]
