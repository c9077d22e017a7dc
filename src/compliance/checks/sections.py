"""Checks of the sections: all there, in order, numbered, named as the form names them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from compliance.checks.expressions import matches
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import (
    bare_heading,
    belongs_to,
    breaks_off,
    converted,
    sentences,
    starts_numbered,
)
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.form import FormSection
from compliance.model.report import Section
from compliance.model.text import Text
from compliance.pattern import lazy_pattern

_DIGITS = "零一二三四五六七八九"
# Fees that a body discloses, not fees for disclosing.
_OTHER_FEES = lazy_pattern("行政事业性|涉企|价格|目录清单")
_ORDINAL = lazy_pattern(r"^\s*第?([一二三四五六七八九十]{1,3})\s*(?:[、.．,，]|部分)")


@takes(
    only=setting("words", "只核对这些部分（编号）", "ids of the only sections looked for"),
    without=setting("words", "不核对这些部分（编号）", "ids of sections that are not looked for"),
    sentence=setting("expressions", "正文有这样一句的，视为有这个部分",
                     "a sentence that one of them matches counts as the section"),
)
def sections_present(context: Context) -> Iterator[Observation]:
    """Every section that the form requires is there."""
    settings = context.rule.settings
    only, without = settings.get("only", []), settings.get("without", [])
    for section in context.form.sections:
        wanted = section.id in only if only else section.required and section.id not in without
        if wanted:
            yield _presence(context, section, settings.get("sentence", []))


def _presence(context: Context, section: FormSection, said_by: list[str]) -> Observation:
    subject = Text(f"“{section.heading}”部分", f"section “{section.heading}”")
    values: dict[str, Any] = {"heading": section.heading}
    for printed in context.report.sections:
        if printed.id == section.id or belongs_to(section, printed.heading):
            return observe(
                Outcome.PASS, subject, "section_present", location=printed.location, **values
            )
    if _sub_heading(context, section):
        return observe(Outcome.PASS, subject, "section_inside", **values)
    if said_by and (said := _said(context, said_by)):
        return observe(Outcome.PASS, subject, "section_said", said=said, **values)
    if not context.report.sections:
        return observe(Outcome.UNKNOWN, subject, "no_sections", **values)
    if _outside_what_was_read(context, section):
        return observe(Outcome.UNKNOWN, subject, "section_beyond", **values)
    if _heading_lost(context, section):
        return observe(Outcome.UNKNOWN, subject, "section_heading_lost", **values)
    return observe(Outcome.FAIL, subject, "section_missing", **values)


def _sub_heading(context: Context, section: FormSection) -> bool:
    """Whether a sub-heading names the section, where the form leaves the order free."""
    if section.number is not None:
        return False
    return any(
        starts_numbered(line) and len(line.strip()) <= 40 and belongs_to(section, line)
        and not _OTHER_FEES.search(line)
        for printed in context.report.sections
        for line in printed.text.split("\n")
    )


def _said(context: Context, patterns: list[str]) -> str:
    found = (
        sentence
        for pattern in patterns
        for printed in context.report.sections
        for sentence in sentences(printed.text)
        if matches(pattern, sentence)
    )
    return next(found, "")[:60]


def _outside_what_was_read(context: Context, section: FormSection) -> bool:
    order = [known.id for known in context.form.sections]
    place = order.index(section.id)
    printed = [order.index(s.id) for s in context.report.sections if s.id in order]
    free = section.number is None
    if breaks_off(context) and (free or not any(other > place for other in printed)):
        return True
    begins = context.report.source.begins
    return not begins and (free or not any(other < place for other in printed))


def _heading_lost(context: Context, section: FormSection) -> bool:
    """Whether plain text skips a number, so that a heading may be lost."""
    return section.number is not None and converted(context) and number_skipped(context)


def number_skipped(context: Context) -> bool:
    """Whether a section number is missing between two others."""
    numbers = [n for s in context.report.sections if (n := ordinal(s.heading)) is not None]
    return any(after > before + 1 for before, after in pairwise(numbers))


def ordinal(heading: str) -> int | None:
    """The Chinese number that a heading begins with: 3 for ``三、…``."""
    found = _ORDINAL.match(heading)
    if found is None:
        return None
    tens, ten, ones = found.group(1).rpartition("十")
    if not ten:
        return _DIGITS.index(ones) if len(ones) == 1 else None
    try:
        return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
    except ValueError:
        return None


def sections_in_order(context: Context) -> Iterator[Observation]:
    """Sections stand in the order of the form."""
    numbers = {section.id: section.number for section in context.form.sections}
    printed = [
        (section, number)
        for section in context.report.sections
        if (number := numbers.get(section.id)) is not None
    ]
    if len(printed) < 2:
        return
    subject = Text("各部分的顺序", "order of the sections")
    # A text may speak of a section's matter before the section itself: the last one counts.
    last = {section.id: number for number, (section, _) in enumerate(printed)}
    printed = [pair for number, pair in enumerate(printed) if last[pair[0].id] == number]
    for (before, first), (after, second) in pairwise(printed):
        if second < first:
            yield observe(
                Outcome.FAIL, subject, "order_wrong", location=after.location,
                before=before.heading, after=after.heading,
            )
            return
    yield observe(Outcome.PASS, subject, "order_right")


def section_numbering(context: Context) -> Iterator[Observation]:
    """Section numbers run on without a gap or a restart."""
    subject = Text("各部分的序号", "numbers of the sections")
    previous: tuple[Section, int] | None = None
    clean = True
    for section in context.report.sections:
        number = ordinal(section.heading)
        if number is None:
            continue
        first_missing = previous is None and number != 1 and context.report.source.begins
        if first_missing or (previous is not None and number != previous[1] + 1):
            clean = False
            restart = previous is not None and number <= previous[1]
            lost = context.report.source.first_format in ("md", "pdf") and not restart
            yield observe(
                Outcome.UNKNOWN if lost else Outcome.FAIL,
                Text.same(section.heading), "number_restarts" if restart else "number_jumps",
                location=section.location, heading=section.heading,
                before=previous[0].heading if previous else "（开头）",
            )
        previous = (section, number)
    if clean and previous is not None:
        yield observe(Outcome.PASS, subject, "numbers_right")


def heading_wording(context: Context) -> Iterator[Observation]:
    """Headings are worded as the form words them."""
    known = {section.id: section for section in context.form.sections}
    for printed in context.report.sections:
        section = known.get(printed.id)
        if section is None:
            continue
        allowed = {bare_heading(name) for name in (section.heading, *section.variants)}
        right = bare_heading(printed.heading) in allowed
        yield observe(
            Outcome.PASS if right else Outcome.FAIL, Text.same(printed.heading),
            "heading_right" if right else "heading_differs",
            location=printed.location, printed=printed.heading, heading=section.heading,
        )
