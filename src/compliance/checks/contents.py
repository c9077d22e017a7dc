"""Compares the contents that the preamble announces with what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import bare_heading, belongs_to, breaks_off, compact, converted
from compliance.checks.sections import number_skipped, ordinal
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.form import FormSection
from compliance.model.location import Location
from compliance.model.report import Section
from compliance.model.text import Text
from compliance.pattern import holds, lazy_pattern
from compliance.recognise.labels import simplified
from compliance.record import record

_START = lazy_pattern(
    r"(?:全文|主要内容|报告内容|内容主要|报告全文|年报)\s*(?:共?分为|包括|包含)[:：]?"
    r"|(?:报告|年报|全文|主要)[^。，,]{0,4}?[由从](?=[^。]{4,400}?(?:组成|构成|方面|部分))"
    r"|(?:报告|年报)由(?=(?:(?!编制)[^。]){4,400}?(?:情况|概况)[、，,])"
    r"|[，,]由(?=总体情况|概述)"
)
_COUNT = lazy_pattern(r"(?:等|共|的)*([一二三四五六七八九十]|\d{1,2})个?(?:大?部分|大?方面)")
_END = lazy_pattern(
    r"等?(?:[一二三四五六七八九十]|\d{1,2})?个?(?:部分|方面)?(?:组成|构成)|等(?:部分|方面)?$"
)
_AND = (
    "(?:[、，,；;]+(?:以?及|和|与)?|以?及|和|与)(?!其?改进|整改|措施|改善|解决|对策|建议|打算|努力方向"
    "|工作(?:打算|安排|计划|措施|重点)|今后|下步|下阶段"
)
_SPLIT = lazy_pattern(
    "(?:(?<=情况|情況|概述|概况|概況|内容|措施|事项|事項|计划|图表|附表|其他)|(?<=统计表))"
    f"{_AND})|(?<=问题){_AND}|下一步)"
)
# 由……等组成, 包括……等内容: more may follow than is named.
_OPEN = lazy_pattern(r"等(?:几个)?(?:部分|方面|内容)*(?:内容|情况)?(?:组成|构成)?$")
# What follows the list in its sentence.
_GOES_ON = lazy_pattern(
    r"(?<=等)(?=[，,])|(?<=等方面)(?=[，,])|(?<=等内容)(?=[，,])|(?<=等方面内容)(?=[，,])"
    r"|[，,](?=所列|报告|本报告|年报|数据|统计期限|除特别|全文|电子版|现将)"
)
_MORE_OF_ONE = lazy_pattern(r"^(?:被|提起)?(?:行政)?(?:诉讼|申诉)|^举报")
_APPENDIX = ("附表", "图表", "统计表", "说明", "附件")
_DIGITS = "零一二三四五六七八九十"


@record
class Announcement:
    """The contents as the preamble lists them."""

    items: list[str]
    claimed: int | None
    text: str
    location: Location | None
    open: bool = False
    """Whether the list ends in 等 without a number."""


def announcement(context: Context) -> Announcement | None:
    """The list of contents in the preamble, or in the first section where there is none."""
    report = context.report
    sources = [(report.preamble, report.places.get("preamble"))]
    if report.sections:
        first = report.sections[0]
        sources.append((first.text[:600], first.location))
    for text, location in sources:
        found = _read(simplified(compact(text).replace("\n", "")))
        if found is not None:
            found.location = location
            return found
    return None


def _read(text: str) -> Announcement | None:
    found = (_list_after(text, start) for start in _START.finditer(text))
    return next((announced for announced in found if announced is not None), None)


def _list_after(text: str, start: re.Match[str]) -> Announcement | None:
    sentence = re.sub(r"[（(][^（）()]*[)）]", "", text[start.end():]).partition("。")[0]
    sentence = _GOES_ON.split(sentence)[0].lstrip("，, ")
    count = _COUNT.search(sentence)
    claimed = None
    unclosed = count is None and _OPEN.search(sentence.rstrip(" ，,")) is not None
    sentence = _OPEN.sub("", sentence.rstrip(" ，,")) if unclosed else sentence
    if count is not None:
        number = count.group(1)
        claimed = int(number) if number.isdigit() else _DIGITS.index(number)
        sentence = sentence[:count.start()]
    else:
        end = _END.search(sentence)
        sentence = sentence[:end.start()] if end else sentence
    pieces = re.split(r"[；;]", sentence) if re.search(r"[；;]", sentence) else [sentence]
    items = [item.strip(" 、，,：:") for piece in pieces for item in _SPLIT.split(piece)]
    items = [item for item in items if item]
    if len(items) < 2:
        return None
    return Announcement(items, claimed, sentence, None, unclosed)


@takes(
    aspect=setting(
        "choice", "核对什么：count 所列与所称的个数；items 所列的都有标题；headings 标题都已列出；"
        "merged 列为一项的没有分开写；required 格式要求的都已列出",
        "what is looked at: count, as many parts as claimed; items, each listed part has a "
        "heading; headings, each heading is listed; merged, a part listed as one is printed as "
        "one; required, no part that the form requires is left out",
        choices=("count", "items", "headings", "merged", "required")),
    without=setting("words", "required 不核对的部分（编号）",
                    "ids of parts that may be left out, for required"),
)
def contents_announced(context: Context) -> Iterator[Observation]:
    """What the preamble announces is what follows."""
    announced = announcement(context)
    if announced is None:
        return
    aspect = context.rule.settings.get("aspect", "count")
    if aspect == "count":
        yield from _count(announced)
    else:
        aspects = {"items": _items, "headings": _headings, "merged": _merged}
        yield from aspects.get(aspect, _required)(context, announced)


def _count(announced: Announcement) -> Iterator[Observation]:
    if announced.claimed is None:
        return
    listed = len(announced.items)
    least = listed - sum(holds(item, _APPENDIX) for item in announced.items)
    right = least <= announced.claimed <= listed or announced.claimed == _parts(announced.items)
    yield observe(
        Outcome.PASS if right else Outcome.FAIL, Text("引言所列篇目", "contents announced"),
        "contents_count_right" if right else "contents_count_wrong",
        location=announced.location, listed=listed, claimed=announced.claimed,
        items="；".join(announced.items),
    )


def _parts(items: list[str]) -> int:
    """How many parts there are where 、 sets apart all but reviews and suits."""
    pieces = [piece for item in items for piece in item.split("、")]
    return len(pieces) - sum(bool(_MORE_OF_ONE.search(piece)) for piece in pieces)


def _items(context: Context, announced: Announcement) -> Iterator[Observation]:
    for item in announced.items:
        if holds(item, _APPENDIX):
            continue
        printed = any(_same_matter(context, item, s.heading, s.id) for s in context.report.sections)
        if printed:
            outcome, message = Outcome.PASS, "item_printed"
        elif breaks_off(context) or not context.report.sections or _number_skipped(context):
            outcome, message = Outcome.UNKNOWN, "item_beyond"
        else:
            outcome, message = Outcome.FAIL, "item_not_printed"
        yield observe(outcome, Text.same(item), message, location=announced.location, item=item)


def _number_skipped(context: Context) -> bool:
    """Whether plain text skips a number: a heading may have been lost on the way."""
    return converted(context) and number_skipped(context)


def _headings(context: Context, announced: Announcement) -> Iterator[Observation]:
    for section in context.report.sections:
        if ordinal(section.heading) is None or _heading_cut(context, section):
            continue
        listed = any(
            _same_matter(context, item, section.heading, section.id) for item in announced.items
        )
        if not listed and announced.open:
            continue
        yield observe(
            Outcome.PASS if listed else Outcome.FAIL, Text.same(section.heading),
            "heading_listed" if listed else "heading_not_listed",
            location=section.location, heading=section.heading,
        )


def _heading_cut(context: Context, section: Section) -> bool:
    last = context.report.sections[-1]
    return section is last and not section.text.strip() and breaks_off(context)


def _merged(context: Context, announced: Announcement) -> Iterator[Observation]:
    for item in announced.items:
        named = {s.id for s in context.form.sections if belongs_to(s, item)}
        apart = [s.heading for s in context.report.sections if s.id in named]
        if len(named) > 1 and len(apart) > 1:
            yield observe(
                Outcome.FAIL, Text.same(item), "item_printed_apart",
                location=announced.location, item=item, headings="、".join(apart),
            )
        elif apart:
            yield observe(Outcome.PASS, Text.same(item), "item_printed",
                          location=announced.location, item=item)


def _required(context: Context, announced: Announcement) -> Iterator[Observation]:
    without = context.rule.settings.get("without", [])
    for section in context.form.sections:
        if not section.required or section.id in without:
            continue
        listed = any(_names(section, item) for item in announced.items)
        if not listed and announced.open:
            continue
        yield observe(
            Outcome.PASS if listed else Outcome.FAIL,
            Text(f"“{section.heading}”部分", f"section “{section.heading}”"),
            "part_listed" if listed else "part_not_listed",
            location=announced.location, heading=section.heading,
        )


def _same_matter(context: Context, item: str, heading: str, section_id: str) -> bool:
    named = [section for section in context.form.sections if section.id == section_id]
    if named and _names(named[0], item):
        return True
    return _alike(item, heading)


def _names(section: FormSection, item: str) -> bool:
    return belongs_to(section, item) or any(
        _alike(item, name) for name in (section.heading, *section.variants)
    )


def _alike(one: str, other: str) -> bool:
    """Whether two headings share most of their pairs of characters."""
    common = re.compile("政府信息|情况|工作|的|公开(?=收费)")
    first, second = (common.sub("", bare_heading(text)) for text in (one, other))
    if first and first == second:
        return True
    pairs = [{t[i:i + 2] for i in range(len(t) - 1)} for t in (first, second)]
    smaller = min(len(pairs[0]), len(pairs[1]))
    return smaller > 0 and len(pairs[0] & pairs[1]) * 3 >= smaller * 2
