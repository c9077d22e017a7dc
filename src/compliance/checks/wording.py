"""Checks of the title, the law cited, left-over template words and old years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.expressions import found as found_in
from compliance.checks.expressions import matches
from compliance.checks.matters import PROBLEMS
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import (
    blocks,
    compact,
    converted,
    line_place,
    passages,
    sections_with,
    sentences,
)
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.report import Statement
from compliance.model.text import Text
from compliance.pattern import holds, lazy_pattern
from compliance.recognise.dates import arabic
from compliance.recognise.traditional import mainland

_RESIDUE = lazy_pattern(
    r"(?<![A-Za-z0-9@./_-])[XxＸｘ×]{2,}(?![A-Za-z0-9.@_-])"
    r"|[（(](?:文字描述|此处填写[^（）()]*|请填写[^（）()]*|略)[)）]|\*{3,}|_{3,}",
    needs=(*"XxＸｘ×", "文字描述", "此处填写", "请填写", "略", "***", "___"),
)
_NOTICES = lazy_pattern(r"《[^《》]*(?:通知|意见|方案|要点|格式|办法|函)》")
_OWN_REPORT = lazy_pattern(
    r"(?:编制|公布|发布|公开|现将|形成)[^。；;]{0,40}?(?<![\d年度至—～-])"
    r"((20\d\d)年度?[^。，,；;《》\d]{0,24}信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报))(?!编制|格式|有关|发布|报送)"
)
_OPENING = 600
"""Characters in which a report says of what year it is."""
_FUTURE = lazy_pattern(r"下一步|今后|为进一步|将(?!近|.{0,6}纳入了)|计划")
_DONE = lazy_pattern(r"已|了|以来|存在|取得|截至|完成|回顾")


def title_form(context: Context) -> Iterator[Observation]:
    """The title names the year once and calls the report by its name."""
    title = mainland(re.sub(r"\s", "", context.report.title))
    subject = Text("标题", "title")
    place = context.report.places.get("title")
    years = re.findall(r"(?:19|20)\d\d", arabic(title))
    year = context.report.year
    if not title or (not years and converted(context)):
        yield observe(Outcome.UNKNOWN, subject, "title_unread", location=place)
        return
    if re.search(r"政务(?:信息)?公开", title) and "政府信息公开" not in title:
        message = "title_noun"
    elif re.search(r"\d{4}年度.*(?:年度报告|年报)", title):
        message = "title_year_twice"
    elif not re.search(r"信息公开(?:工作)?年度(?:工作)?报告", title):
        message = "title_name"
    elif not years:
        message = "title_without_year"
    elif year is not None and str(year) not in years:
        message = "title_year"
    else:
        yield observe(Outcome.PASS, subject, "title_right", location=place)
        return
    yield observe(
        Outcome.FAIL, subject, message, location=place, title=title, year=year
    )


def year_in_preamble(context: Context) -> Iterator[Observation]:
    """The preamble speaks of the report of the report's year, not of an older one."""
    report = context.report
    subject = Text("引言所称报告年度", "year that the preamble names")
    opening = report.preamble or (report.sections[0].text if report.sections else "")
    # A menu of reports above the text is no sentence.
    said_of_it = [line for line in opening.split("\n") if holds(line, "，,。；;")]
    first = compact("\n".join(said_of_it))[:_OPENING]
    spoken = _OWN_REPORT.findall(_NOTICES.sub("", first))
    if report.year is None or not spoken:
        return
    other = next((said for said, year in spoken if int(year) != report.year), "")
    place = report.places.get("preamble") if report.preamble else report.sections[0].location
    yield observe(
        Outcome.FAIL if other else Outcome.PASS, subject,
        "preamble_year_other" if other else "preamble_year_right",
        location=place, said=other, year=report.year,
    )


@takes(
    about=setting("expression", "要核对的句子；不写则为引言和总体情况的全部句子",
                  "the sentences looked at; all of the preamble and the overview when left out"),
    forbidden=setting("expressions", "这些句子中不应出现的写法", "what must not stand in them",
                      required=True),
    law=setting("text", "应当依据的文件，写进说明", "the law in force, for the explanation",
                required=True),
)
def legal_basis_of_era(context: Context) -> Iterator[Observation]:
    """The report stands on the law of its year."""
    settings = context.rule.settings
    about = settings.get("about", "")
    law = settings.get("law", "")
    clean = looked = False
    for block in blocks(context):
        if block.section not in ("", "概述", "总体情况"):
            continue
        looked = clean = True if not looked else clean
        for sentence in sentences(block.text):
            if about and not matches(about, sentence):
                continue
            cited = next(
                filter(None, (found_in(p, sentence) for p in settings.get("forbidden", []))), "")
            if cited:
                clean = False
                yield observe(
                    Outcome.FAIL, Text.same(cited), "law_of_other_era",
                    location=block.location, cited=cited, law=law,
                )
    if looked and clean:
        yield observe(Outcome.PASS, Text("编制依据", "law cited"), "law_right")


def template_residue(context: Context) -> Iterator[Observation]:
    """Nothing of the template is left in the text."""
    clean = True
    for passage in passages(context):
        for found in _RESIDUE.finditer(passage.text):
            clean = False
            around = passage.text[max(0, found.start() - 8):found.end() + 8]
            yield observe(
                Outcome.FAIL, Text.same(around), "residue", location=passage.location,
                found=found.group(), around=around,
            )
    if clean and (context.report.sections or context.report.preamble):
        yield observe(Outcome.PASS, Text("正文", "text"), "no_residue")


def stale_year(context: Context) -> Iterator[Observation]:
    """Measures for the time to come do not speak of the year that is over."""
    year = context.report.year
    if year is None:
        return
    for section in sections_with(context, PROBLEMS):
        clean = True
        for number, line in enumerate(section.text.split("\n")):
            for sentence in sentences(line):
                stale = f"{year}年" in re.sub(r"\s", "", sentence)
                if stale and _FUTURE.search(sentence) and not _DONE.search(sentence):
                    clean = False
                    yield observe(
                        Outcome.FAIL, Text.same(sentence[:40]), "stale_year",
                        location=line_place(section, number), year=year, next=year + 1,
                    )
        if clean and section.text.strip():
            yield observe(Outcome.PASS, Text.same(section.heading), "no_stale_year")


@takes(words=setting("words", "泛指其他机关的词语", "words that speak of bodies in general",
                     required=True))
def generic_voice(context: Context) -> Iterator[Observation]:
    """A body speaks of itself, not of bodies in general."""
    words = context.rule.settings.get("words", [])
    clean = True
    for section in sections_with(context, PROBLEMS):
        for number, line in enumerate(section.text.split("\n")):
            found = next((word for word in words if word in line), "")
            if found:
                clean = False
                yield observe(
                    Outcome.FAIL, Text.same(found), "voice_generic",
                    location=line_place(section, number), found=found,
                )
    if clean and sections_with(context, PROBLEMS):
        yield observe(Outcome.PASS, Text("正文", "text"), "voice_own")


@takes(counted=setting("words", "格式中正文数据的编号", "ids of statements of the form",
                       required=True))
def one_measure_word(context: Context) -> Iterator[Observation]:
    """Applications are counted with one measure word throughout."""
    counted = set(context.rule.settings.get("counted", []))
    units: dict[str, Statement] = {}
    for statement in context.report.statements:
        if statement.indicator in counted and statement.unit:
            units.setdefault(statement.unit, statement)
    if not units:
        return
    *_, last = units.values()
    yield observe(
        Outcome.FAIL if len(units) > 1 else Outcome.PASS,
        Text("申请的计量单位", "measure word of applications"),
        "measures_mixed" if len(units) > 1 else "measures_same",
        location=last.location, units="、".join(units), said=last.text,
    )
