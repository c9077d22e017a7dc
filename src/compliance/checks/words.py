"""Checks for wrong words: a list of known slips, doubled words, words cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import (
    Passage,
    as_printed,
    blocks,
    breaks_off,
    line_place,
    starts_numbered,
    unwrapped,
)
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.location import Location
from compliance.model.text import Text
from compliance.model.words import Slip
from compliance.pattern import HAN, lazy_pattern

_DOUBLED = lazy_pattern(rf"({HAN}{{2,8}})\1")
# Verbs that are doubled to say "a little", and words that are themselves doubled.
_LAWFUL = frozenset((
    "研究", "讨论", "商量", "学习", "考虑", "沟通", "交流", "了解", "人人", "常常", "往往",
    "时时", "处处", "事事", "天天", "件件", "层层", "家家", "户户", "步步", "环环", "一一",
    "种种", "刚刚", "仅仅", "大大", "渐渐", "多多",
))
_BROKEN = (
    ("mail_broken", lazy_pattern(
        r"(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{1,64}@(?:\.|[，。,;；）)])[A-Za-z0-9.]{0,64}",
        needs="@")),
    ("number_missing", lazy_pattern(
        r"(?:主动公开|共公开|共发布|共受理|共收到|共办结)(?:了|各类|政府|政务|信息|共计|共)*[条件](?=[，,。；;、])")),
    ("postcode_broken", lazy_pattern(
        r"邮(?:政编码|编)\s*[:：为]\s*(?!\s*[0-9０-９](?:\s*[0-9０-９]){5}(?!\s*[0-9０-９]))"
        r"[(（]?[0-9０-９A-Za-z][^，,；;。）)\s]{0,30}", needs="邮")),
    ("unit_missing", lazy_pattern(r"(?<!\d)\d{1,20}余(?=[\n。；，,;]|$)", needs="余")),
    ("item_counted_twice", lazy_pattern(r"事项\d{1,20}项目(?!标)", needs=("项目",))),
    ("stop_doubled", lazy_pattern(r"(?<!。)。。(?!。)|，，|、、|；；|，。|。，|、。")),
)
_MOST = 100  # of one kind in one section; more is not writing, and each is looked up


@takes(
    list=setting("text", "词表的名称（文件名去掉 .yaml）",
                 "name of a word list: its file without .yaml", required=True, unless="words"),
    words=setting("slips", "另加的条目", "further entries"),
)
def word_list(context: Context) -> Iterator[Observation]:
    """No known slip stands in the text."""
    settings = context.rule.settings
    known = [*context.words.get(settings.get("list", ""), ()),
             *(Slip(**entry) for entry in settings.get("words", ()))]
    clean = True
    for block in blocks(context, as_printed):
        for slip in known:
            for start in islice(_places(slip, block.text), _MOST):
                clean = False
                around = block.text[max(0, start - 6):start + len(slip.wrong) + 6]
                yield observe(
                    Outcome.FAIL, Text.same(slip.wrong), "slip",
                    location=_place(context, block, slip.wrong),
                    wrong=slip.wrong, right=slip.right, around=around.replace("\n", ""),
                )
    if clean:
        yield from _clean(context)


def _places(slip: Slip, text: str) -> Iterator[int]:
    start = text.find(slip.wrong)
    while start >= 0:
        if not any(_covers(text, start, slip.wrong, right) for right in slip.not_in):
            yield start
        start = text.find(slip.wrong, start + len(slip.wrong))


def _covers(text: str, start: int, wrong: str, right: str) -> bool:
    shift = right.find(wrong)
    return shift >= 0 and text.startswith(right, max(0, start - shift)) and start >= shift


def _place(context: Context, block: Passage, wrong: str) -> Location | None:
    """The line on which the words stand whole, or else the section."""
    for section in context.report.sections:
        if section.location is block.location:
            for number, line in enumerate(section.text.split("\n")):
                if wrong in line:
                    return line_place(section, number)
    return block.location


def _clean(context: Context) -> Iterator[Observation]:
    if context.report.sections or context.report.preamble:
        yield observe(Outcome.PASS, Text("正文", "text"), "no_slip")


def doubled_words(context: Context) -> Iterator[Observation]:
    """No word is written twice."""
    clean = True
    for block in blocks(context, unwrapped):
        for found in islice(_DOUBLED.finditer(block.text), _MOST):
            word = found.group(1)
            line = block.text[block.text.rfind("\n", 0, found.start()) + 1:].partition("\n")[0]
            # A line without punctuation is a menu or what is left of a table.
            if word in _LAWFUL or len(set(word)) == 1 or not re.search("[，。；、,;]", line):
                continue
            clean = False
            yield observe(
                Outcome.FAIL, Text.same(found.group()), "doubled",
                location=_place(context, block, found.group()), word=word, found=found.group(),
            )
    if clean:
        yield from _clean(context)


def broken_words(context: Context) -> Iterator[Observation]:
    """No address, count or stop is broken."""
    clean = True
    for block in blocks(context):
        for message, pattern in _BROKEN:
            for found in islice(pattern.finditer(block.text), _MOST):
                if found.end() == len(block.text) and block.last and breaks_off(context):
                    continue
                clean = False
                yield observe(
                    Outcome.FAIL, Text.same(found.group()), message,
                    location=_place(context, block, found.group()), found=found.group(),
                )
    if clean:
        yield from _clean(context)


def _unfinished(line: str) -> bool:
    """Whether a line is a paragraph, not a heading or a row, that no stop ends."""
    heading = starts_numbered(line) and len(line) < 40 and not re.search("[，。]", line)
    ends_in_word = line[-1:].isdigit() or "\u4e00" <= line[-1:] <= "\u9fff"
    return len(line) >= 15 and "\t" not in line and not heading and ends_in_word


def paragraph_ends(context: Context) -> Iterator[Observation]:
    """A paragraph ends with a full stop before the next numbered one begins."""
    clean = True
    for section in context.report.sections:
        lines = [line.strip() for line in section.text.split("\n")]
        for number, (line, following) in enumerate(pairwise(lines)):
            if _unfinished(line) and starts_numbered(following):
                clean = False
                yield observe(
                    Outcome.FAIL, Text.same(line[-20:]), "no_stop",
                    location=line_place(section, number), end=line[-20:],
                )
    if clean:
        yield from _clean(context)
