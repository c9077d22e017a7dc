"""Checks of what a section must speak of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import breaks_off, compact, last_section, sections_with, whole_text
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.report import Cell, CellState, Section
from compliance.model.text import Text
from compliance.pattern import holds

OVERVIEW, PROBLEMS, OTHER = "总体情况", "问题及改进", "其他事项"
_PUNCTUATION = str.maketrans("", "", "，。、：；:;,.")


def _cut(context: Context, section: Section) -> bool:
    return section is last_section(context) and breaks_off(context)


def overview_parts(context: Context) -> Iterator[Observation]:
    """The overview speaks of each of its parts."""
    printed = _overview(context)
    form = next((s for s in context.form.sections if s.id == OVERVIEW), None)
    if not printed or form is None:
        return
    text = compact("\n".join(section.text for section in printed))
    headings = "\n".join(section.heading for section in context.report.sections)
    for part in form.parts:
        words = part.words or [part.id]
        subject = Text(f"总体情况：{part.id}", f"overview: {part.id}")
        if any(word in text or word in headings for word in words):
            outcome, message = Outcome.PASS, "part_present"
        elif _cut(context, printed[-1]) or not text:
            outcome, message = Outcome.UNKNOWN, "part_beyond"
        else:
            outcome, message = Outcome.FAIL, "part_missing"
        yield observe(outcome, subject, message, location=printed[0].location, part=part.id)


def _overview(context: Context) -> list[Section]:
    """The overview, and the chapters after it that are no section of the form.

    Some reports tell the overview in chapters of their own before the prescribed sections.
    """
    found: list[Section] = []
    inside = False
    for section in context.report.sections:
        inside = section.id == OVERVIEW or (inside and not section.id)
        if inside:
            found.append(section)
    return found


@takes(words=setting("named_words", "应写的内容 → 表明写到了的词语",
                     "each matter and the words that show it", required=True))
def accountability_words(context: Context) -> Iterator[Observation]:
    """A government reports assessment, public review and accountability."""
    if not context.report.sections:
        return
    text = whole_text(context)
    for matter, words in context.rule.settings.get("words", {}).items():
        if any(word in text for word in words):
            outcome, message = Outcome.PASS, "matter_present"
        elif breaks_off(context) or not context.report.source.begins:
            outcome, message = Outcome.UNKNOWN, "matter_beyond"
        else:
            outcome, message = Outcome.FAIL, "matter_missing"
        yield observe(outcome, Text.same(matter), message, matter=matter)


@takes(least=setting("number", "至少多少字；缺省为 20", "the least number of characters: 20"))
def problems_not_empty(context: Context) -> Iterator[Observation]:
    """The section on problems says something."""
    least = int(context.rule.settings.get("least", 20))
    for section in sections_with(context, PROBLEMS):
        text = "".join(section.text.split()).translate(_PUNCTUATION)
        if len(text) >= least:
            outcome, message = Outcome.PASS, "problems_told"
        elif _cut(context, section):
            outcome, message = Outcome.UNKNOWN, "problems_beyond"
        else:
            outcome, message = Outcome.FAIL, "problems_empty"
        yield observe(
            outcome, Text.same(section.heading), message, location=section.location,
            text=text or "（空白）", count=len(text),
        )


@takes(
    problems=setting("words", "表明写了问题的词语", "words that show problems", required=True),
    measures=setting("words", "表明写了改进的词语", "words that show measures", required=True),
    least=setting("number", "不足这么多字的不核对；缺省为 20",
                  "shorter sections are not looked at: 20 characters"),
)
def problems_with_measures(context: Context) -> Iterator[Observation]:
    """The section on problems tells problems and what is done about them."""
    settings = context.rule.settings
    for section in sections_with(context, PROBLEMS):
        text = compact(section.text)
        if len(text) < int(settings.get("least", 20)):
            continue
        lacking = [matter for matter, name in (("问题", "problems"), ("改进措施", "measures"))
                   if not any(word in text for word in settings.get(name, []))]
        if not lacking:
            outcome, message = Outcome.PASS, "problems_and_measures"
        elif _cut(context, section):
            outcome, message = Outcome.UNKNOWN, "problems_beyond"
        else:
            outcome, message = Outcome.FAIL, "problems_without"
        yield observe(outcome, Text.same(section.heading), message, location=section.location,
                      lacking="、".join(lacking))


def fee_mentioned(context: Context) -> Iterator[Observation]:
    """Where requests lapsed for unpaid fees, the fee is reported under other matters."""
    cells = _lapsed(context)
    if not any((cell.value or 0) > 0 for cell in cells):
        return
    subject = Text("信息处理费", "processing fee")
    text = whole_text(context)
    said = holds(_other_matters(context), ("处理费", "收费")) or "信息处理费" in text
    if said:
        outcome, message = Outcome.PASS, "fee_told"
    elif breaks_off(context) or not context.report.sections:
        outcome, message = Outcome.UNKNOWN, "fee_beyond"
    else:
        outcome, message = Outcome.FAIL, "fee_untold"
    count = max((cell.value or 0) for cell in cells)
    yield observe(outcome, subject, message, cells=cells, location=cells[0].location, count=count)


def _lapsed(context: Context) -> list[Cell]:
    columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    found = (
        context.report.cell("申请", "逾期不缴费", index, column)
        for index, column in enumerate(columns)
    )
    return [cell for cell in found if cell is not None and cell.state is CellState.NUMBER]


def _other_matters(context: Context) -> str:
    return compact("\n".join(section.text for section in sections_with(context, OTHER)))


@takes(step=setting("number", "收费标准的单位（元）；缺省为 10", "yuan that a fee goes up by: 10"))
def fee_amount(context: Context) -> Iterator[Observation]:
    """A processing fee is a multiple of 10 yuan."""
    step = Decimal(str(context.rule.settings.get("step", 10)))
    for statement in context.report.statements:
        if statement.indicator != "文中信息处理费":
            continue
        right = statement.value % step == 0
        yield observe(
            Outcome.PASS if right else Outcome.FAIL, Text("信息处理费", "processing fee"),
            "amount_right" if right else "amount_odd",
            location=statement.location, amount=statement.value, step=step,
        )
