"""What the city of Wuwei asks of the overview (武政办发〔2025〕54号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.expressions import matches
from compliance.checks.matters import OVERVIEW
from compliance.checks.observation import Context, Observation
from compliance.checks.prose import breaks_off, compact, last_section, sections_with
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.location import Location
from compliance.model.text import Text

_SUBJECT = Text("总体情况", "overview")
_DIVISION = setting("text", "机关所在地区的 GB/T 2260 代码的前几位",
                    "first digits of the GB/T 2260 codes of the bodies meant", required=True)


def _overview(context: Context) -> tuple[str, Location | None] | None:
    """The overview of a body in the division that the rule is for; else ``None``."""
    if not context.report.division.startswith(str(context.rule.settings["division"])):
        return None
    printed = sections_with(context, OVERVIEW)
    if not printed or (printed[-1] is last_section(context) and breaks_off(context)):
        return None
    text = compact("\n".join(section.text for section in printed))
    return (text, printed[0].location) if text else None


@takes(most=setting("number", "最多多少字", "the most characters", required=True),
       division=_DIVISION)
def overview_length(context: Context) -> Iterator[Observation]:
    """The overview keeps within so many characters."""
    found = _overview(context)
    if found is None:
        return
    text, place = found
    count, most = len(re.sub(r"\s", "", text)), int(context.rule.settings["most"])
    words = Text(f"总体情况 {count} 字，要求 {most} 字以内",
                 f"the overview has {count} characters, {most} are allowed")
    yield Observation(Outcome.PASS if count <= most else Outcome.FAIL, _SUBJECT, words,
                      location=place)


@takes(matters=setting("named_expressions", "应写的数 → 写到了的写法",
                       "each figure and the expression that finds it", required=True),
       division=_DIVISION)
def overview_figures(context: Context) -> Iterator[Observation]:
    """The overview gives each figure."""
    found = _overview(context)
    if found is None:
        return
    text, place = found
    for matter, pattern in context.rule.settings["matters"].items():
        given = matches(pattern, text)
        words = (Text(f"写明了{matter}", f"it gives {matter}") if given
                 else Text(f"没有写{matter}", f"it does not give {matter}"))
        yield Observation(Outcome.PASS if given else Outcome.FAIL, Text.same(matter), words,
                          location=place)
