"""The items of a list in running text: ``机构职能类188条,占20.6%;政策类41条``."""

from __future__ import annotations

from decimal import Decimal

from compliance.pattern import lazy_pattern
from compliance.recognise.quantities import (
    Quantity,
    Share,
    depths,
    is_of_growth,
    quantities,
    shares,
)
from compliance.recognise.sentences import Sentence
from compliance.record import frozen_record, replace

_ENDS_LIST = lazy_pattern(
    r"^(?:同时|此外|另外|另有|另|全年|累计|截至|截止|目前|总计|合计|共计|还|并|年内|共(?!同)|本年度?共|今年|其余均|"
    r"未|没有|均|上年|上一年|去年|20[0-9]{2}年(?!.{0,12}(?:年报|报告|预算|决算|计划|总结|要点)))"
)
_BEFORE_NAME = lazy_pattern(
    r"(?:其中|分别为|分别是|分别|包括|[一二三四五六七八九]是|以及|及|和"
    r"|20[0-9]{2}年新增|\(下同\))+"
)
_AFTER_NAME = lazy_pattern(r"(?:的有|的为|数为|共有|共计|有|为|共|达|计|的|:)$")
_TRAILING_BRACKET = lazy_pattern(r"\([^()]*\)$")
_COUNTED_ONCE = lazy_pattern(r"[0-9]+[^0-9,;:]{1,2}$")
_SAYS_NOTHING = lazy_pattern(r"收取|金额|收费|退回|减免|达|为")
_NEXT_POINT = lazy_pattern("[二三四五六七八九]是")
_NEW_THIS_YEAR = lazy_pattern(r"20[0-9]{2}年新增")


@frozen_record
class Span:
    """A stretch of the plain text of a sentence."""

    start: int
    end: int


@frozen_record
class Item:
    """One item of a list; ``segment`` counts the semicolons before it, and ``mark`` is the
    punctuation before its clause."""

    name: str
    quantity: Quantity
    share: Decimal | None
    segment: int
    start: int
    end: int
    mark: str = ""

    @property
    def value(self) -> Decimal:
        """The count."""
        return self.quantity.value

    @property
    def unit(self) -> str:
        """The unit of the count."""
        return self.quantity.unit

    @property
    def exact(self) -> bool:
        """False for 余 and 约."""
        return self.quantity.exact


def items_in(sentence: Sentence, span: Span) -> list[Item]:
    """The items of the list that fills ``span``, up to where it visibly ends."""
    plain = sentence.plain
    depth = depths(plain)
    level = depth[span.start] if span.start < len(plain) else 0
    counts = [quantity for quantity in quantities(plain) if quantity.depth == level]
    portions = shares(plain)
    items: list[Item] = []
    segment, named_from, before = 0, span.start, ""
    for clause, mark in _clauses(plain, depth, level, span):
        words = plain[clause.start:clause.end]
        known = len(items)
        if _ENDS_LIST.match(words) and not _NEW_THIS_YEAR.match(words):
            break
        if items and _NEXT_POINT.match(words) and not plain.startswith("一是", span.start):
            break  # 一是…共302条,其中…;二是 goes on to the next point of the sentence.
        if not is_of_growth(words):
            items += _clause_items(sentence, clause, named_from, counts, segment, before)
        for portion in portions:
            bracketed = depth[portion.start] > level and plain[portion.start - 1] == "("
            if clause.start <= portion.start < clause.end and (
                    depth[portion.start] == level or bracketed):
                _give_share(items, portion)
        segment, before = segment + (mark == ";"), mark
        if mark != "、" or len(items) > known:
            named_from = clause.end + 1
    return items


def _give_share(items: list[Item], portion: Share) -> None:
    """A share belongs to the last item before it."""
    for index in range(len(items) - 1, -1, -1):
        if items[index].end <= portion.start:
            if items[index].share is None:
                items[index] = replace(items[index], share=portion.value, end=portion.end)
            return


def _clauses(
    plain: str, depth: tuple[int, ...], level: int, span: Span
) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    start = span.start
    for index in range(span.start, span.end):
        if plain[index] in ",;、" and depth[index] == level:
            found.append((Span(start, index), plain[index]))
            start = index + 1
    found.append((Span(start, span.end), ""))
    return found


def _clause_items(
    sentence: Sentence, clause: Span, start: int, counts: list[Quantity], segment: int,
    mark: str,
) -> list[Item]:
    """The counts of a clause; a name such as 人口计划、妇女儿童 may begin before it."""
    found: list[Item] = []
    for quantity in counts:
        if clause.start <= quantity.start < clause.end:
            found.append(Item(_name(sentence, start, quantity), quantity, None, segment,
                              start, quantity.end, mark))
            start = quantity.end
    return found


def _name(sentence: Sentence, start: int, quantity: Quantity) -> str:
    """What is counted, as printed; the words before it where its own clause says nothing."""
    own = _trimmed(sentence, start, quantity.start)
    if own and not _SAYS_NOTHING.fullmatch(own):
        return own
    before = max(sentence.plain.rfind(mark, 0, start - 1) for mark in ",;:") + 1
    counted = _COUNTED_ONCE.search(sentence.plain, before, max(before, start - 1))
    end = counted.start() if counted else start - 1
    return _trimmed(sentence, before, end) + own or sentence.printed(start, quantity.end)


def _trimmed(sentence: Sentence, start: int, end: int) -> str:
    plain = sentence.plain
    opening = _BEFORE_NAME.match(plain, start, end)
    start = opening.end() if opening else start
    words = _AFTER_NAME.sub("", _TRAILING_BRACKET.sub("", plain[start:max(start, end)]))
    return sentence.printed(start, start + len(words)) if words else ""
