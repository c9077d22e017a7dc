"""Which figures are wrong and what should stand there, in words."""

from __future__ import annotations

from decimal import Decimal

from compliance.messages import say
from compliance.model.audit import Candidate, Change, Finding
from compliance.model.text import Language
from compliance.write.clean import one_line
from compliance.write.place import cell_value, cell_words, spot

_MOST = 6


def suspects(finding: Finding, language: Language) -> list[str]:
    """The located figure; or how many may be wrong, and each of them, the likeliest first."""
    if not finding.candidates:
        if finding.suspect is None:
            return []
        cell = finding.suspect
        return [_now(cell_words(cell, language) + spot(cell.location, language),
                     cell_value(cell, language), language)]
    lines = [candidate_words(candidate, len(finding.results), language)
             for candidate in finding.candidates]
    if len(lines) == 1 and not finding.more:
        return lines
    shown = lines[:_MOST]
    if len(lines) > _MOST:
        shown.append(say("write.more", count=len(lines) - _MOST).in_(language))
    return [_headline(finding, language), *shown]


def _headline(finding: Finding, language: Language) -> str:
    """``以下 5 个单元格之一有误``."""
    count = len(finding.candidates)
    if finding.more:
        return say("locate.not_all", count=count).in_(language)
    changes = [change for candidate in finding.candidates for change in printed_once(candidate)]
    figures = [[change.paths for change in each.changes] for each in finding.candidates]
    if all(paths == figures[0] for paths in figures):
        return say("locate.several_ways", count=count).in_(language)
    if len(changes) > count:
        return say("locate.one_of_sets", count=count).in_(language)
    cells = all(change.cell is not None for change in changes)
    return say("locate.one_of_cells" if cells else "locate.one_of", count=count).in_(language)


def candidate_words(candidate: Candidate, failed: int, language: Language) -> str:
    """``不掌握·自然人（第 48 行），现填 895，应为 859（相邻两位数字颠倒）``.

    ``failed`` is how many failed results the finding has.
    """
    joined = say("locate.together").in_(language)
    words = joined.join(change_words(change, language) for change in printed_once(candidate))
    mended = len(candidate.mends)
    if failed > 1:
        words += say("locate.mends" if mended == failed else "locate.mends_some",
                     count=mended).in_(language)
    if candidate.breaks:
        comma = say("write.comma").in_(language)
        rules = comma.join(one_line(text.in_(language)) for text in candidate.breaks)
        words += say("locate.breaks", rules=rules).in_(language)
    return words


def printed_once(candidate: Candidate) -> list[Change]:
    """The changes of a candidate, each number of the text once.

    One number may be read as a statement, and as the whole of a list or two.
    """
    shown: list[Change] = []
    for change in candidate.changes:
        if not any(change.same_number(other) and change.value == other.value
                   for other in shown):
            shown.append(change)
    return shown


def change_words(change: Change, language: Language) -> str:
    """One figure, what is printed, what should be, and why."""
    name = one_line(change.name.in_(language)) if change.cell is None else cell_words(
        change.cell, language)
    words = name + spot(change.location, language)
    expected = _expected(change, language)
    if expected:
        printed = (cell_value(change.cell, language) if change.cell is not None
                   else number_words(change.printed, change.unit))
        words = _now(words, printed, language) + expected
    why = one_line(change.why.in_(language))
    return words + (say("write.aside", words=why).in_(language) if why else "")


def number_words(value: Decimal | None, unit: str = "") -> str:
    """A figure as printed: ``33.9%``."""
    if value is None:
        return "—"
    return f"{value:f}{unit if unit == '%' else ''}"


def _now(name: str, printed: str, language: Language) -> str:
    return say("write.suspect_is", cell=name, value=printed).in_(language)


def _expected(change: Change, language: Language) -> str:
    low, high, value = change.low, change.high, change.value
    if value is not None and low is not None and low == high:
        return say("locate.should_be", value=number_words(value, change.unit)).in_(language)
    words = ""
    if low is not None and high is not None:
        words = say("locate.between", low=number_words(low, change.unit),
                    high=number_words(high, change.unit)).in_(language)
    elif low is not None:
        words = say("locate.at_least", low=number_words(low, change.unit)).in_(language)
    elif high is not None:
        words = say("locate.at_most", high=number_words(high, change.unit)).in_(language)
    if value is not None:
        words += say("locate.likeliest", value=number_words(value, change.unit)).in_(language)
    return words
