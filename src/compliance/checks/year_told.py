"""The check that a report's text tells of the report's year."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import breaks_off, compact, last_section
from compliance.model.audit import Outcome
from compliance.model.text import Text
from compliance.pattern import lazy_pattern

_OPENING_YEAR = lazy_pattern(r"^(20[0-9]{2})年(?:度?[,，]|度[^,，。]{0,12}[,，]|以来[,，])")


def year_of_opening(context: Context) -> Iterator[Observation]:
    """The account does not begin with another year while it never names its own.

    ``2016年度，全局……`` under the title of 2022 is the text of an older report; a
    report that names its own year anywhere below its title is left alone.
    """
    report = context.report
    if report.year is None or not report.sections:
        return
    text = [compact(section.text) for section in report.sections]
    opening = next((words for words in text if words.strip()), "")
    begins = _OPENING_YEAR.match(opening.lstrip())
    if begins is None:
        return
    other = int(begins[1]) != report.year
    own = f"{report.year}年"
    named = any(own in words for words in (compact(report.preamble), *text))
    if other and not named and breaks_off(context) and last_section(context) is report.sections[0]:
        return  # The report may name its year further on.
    first = next(section for section in report.sections if section.text.strip())
    yield observe(
        Outcome.FAIL if other and not named else Outcome.PASS,
        Text("正文所称年度", "year that the text tells of"),
        "opening_year_other" if other and not named else "opening_year_right",
        location=first.location, said=begins[0].rstrip(",，"), year=report.year,
    )
