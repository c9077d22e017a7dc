"""What reports of Shanghai cite, and how they count rules (规章)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from compliance.checks.observation import Context, Observation
from compliance.checks.prose import blocks, compact
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.location import Location
from compliance.model.text import Text

_RULES = Text("规章件数", "number of rules")
_COUNTED = r"规章\s*(\d+)\s*[件部][（(](?:含|其中)?[:：]?([^（）()]{4,60})[)）]"
_KIND = r"(新制定|制定|修改|修订|废止)(?:的)?\s*(\d+)\s*[件部]"


@takes()
def rules_cited(context: Context) -> Iterator[Observation]:
    """The preamble cites the provisions of Shanghai."""
    report = context.report
    preamble = compact(report.preamble)
    if not preamble:
        return
    given = re.search(r"《?上海市政府信息公开规定》?", preamble) is not None
    words = (Text("引言引用了《上海市政府信息公开规定》", "the provisions are cited") if given else
             Text("引言没有引用《上海市政府信息公开规定》", "the provisions are not cited"))
    yield Observation(Outcome.PASS if given else Outcome.FAIL, Text("编制依据", "law cited"),
                      words, location=report.places.get("preamble"))


@takes(aspect=setting(
    "choice", "核对什么：parts 括号内各项之和等于总数；table 表二是几种口径之一",
    "what is looked at: parts, the kinds in brackets add up to the number; table, table 2 holds "
    "one of the ways of counting", choices=("parts", "table")))
def rules_counted(context: Context) -> Iterator[Observation]:
    """Rules made, amended and repealed are counted alike in text and table."""
    for block in blocks(context):
        for found in re.finditer(_COUNTED, block.text):
            kinds = {kind: int(count) for kind, count in re.findall(_KIND, found.group(2))}
            if not kinds:
                continue
            whole = int(found.group(1))
            if context.rule.settings.get("aspect") == "table":
                yield from _in_table(context, whole, kinds, block.location)
            else:
                yield _parts(whole, kinds, block.location)


def _parts(whole: int, kinds: dict[str, int], place: Location | None) -> Observation:
    total = sum(kinds.values())
    terms = " + ".join(f"{kind} {count}" for kind, count in kinds.items())
    sign = "=" if total == whole else "≠"
    words = Text.same(f"{terms} = {total} {sign} {whole}")
    return Observation(Outcome.PASS if total == whole else Outcome.FAIL, _RULES, words,
                       location=place)


def _in_table(
    context: Context, whole: int, kinds: dict[str, int], place: Location | None
) -> Iterator[Observation]:
    cell = context.report.cell("主动公开", "规章", 0, "本年制发件数")
    if cell is None or not isinstance(cell.value, int | Decimal):
        return
    made = kinds.get("新制定", kinds.get("制定", 0))
    amended = kinds.get("修改", kinds.get("修订", 0))
    ways = list(dict.fromkeys((made, made + amended, whole)))
    right = cell.value in ways
    several = "、".join(map(str, ways))
    words = (Text(f"表二制发 {cell.value} 件，与正文相符", f"table 2 has {cell.value}, as the text")
             if right else
             Text(f"表二制发 {cell.value} 件，正文为 {several} 件之一",
                  f"table 2 has {cell.value}; by the text it is one of {several}"))
    yield Observation(Outcome.PASS if right else Outcome.FAIL, _RULES, words, [cell],
                      cell.location or place)
