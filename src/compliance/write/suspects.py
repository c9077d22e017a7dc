"""Which figures are wrong and what should stand there, in words."""

from __future__ import annotations

from decimal import Decimal

from compliance.messages import say
from compliance.model.audit import Candidate, Change, Finding
from compliance.model.text import Language
from compliance.record import field, record
from compliance.write.clean import one_line
from compliance.write.place import cell_value, cell_words, spot, table_words

_MOST = 6


@record
class Suspects:
    """Which figures may be wrong."""

    lead: str = ""
    """How many there are to choose from; empty for the one that must be wrong."""
    lines: list[str] = field(default_factory=list)
    """Each of them, the likeliest first."""


def suspects(finding: Finding, language: Language) -> Suspects:
    """The located figure; or how many may be wrong, and each of them."""
    if not finding.candidates:
        if finding.suspect is None:
            return Suspects()
        cell = finding.suspect
        return Suspects(lines=[_now(cell_words(cell, language) + spot(cell.location, language),
                                    cell_value(cell, language), language)])
    several = len(finding.candidates) > 1 or finding.more
    table = _table_of(finding, language) if several else ""
    lines = [candidate_words(candidate, len(finding.results), language, several, table)
             for candidate in finding.candidates]
    if not several:
        return Suspects(lines=lines)
    shown = lines[:_MOST]
    if len(lines) > _MOST:
        shown.append(say("write.more", count=len(lines) - _MOST).in_(language))
    lead = _lead(finding, language)
    return Suspects(say("locate.in_table", table=table, words=lead).in_(language)
                    if table else lead, shown)


def _table_of(finding: Finding, language: Language) -> str:
    """The table in which all candidates stand; empty when there are several, or text."""
    changes = [change for candidate in finding.candidates for change in candidate.changes]
    names = {None if change.cell is None else table_words(change.cell, language)
             for change in changes}
    name = names.pop() if len(names) == 1 else None
    return name or ""


def _lead(finding: Finding, language: Language) -> str:
    """``以下 5 格中有一格有误``."""
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


def candidate_words(candidate: Candidate, failed: int, language: Language,
                    one_of_several: bool = False, table: str = "") -> str:
    """``不掌握·自然人（第 48 行），现填 895，应为 859（相邻两位数字颠倒）``.

    ``failed`` is how many failed results the finding has; of a cell of ``table`` only row
    and column are named.
    """
    joined = say("locate.together").in_(language)
    words = joined.join(change_words(change, language, one_of_several, table)
                        for change in printed_once(candidate))
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


def change_words(change: Change, language: Language, one_of_several: bool = False,
                 table: str = "") -> str:
    """One figure, what is printed, what should be, and why."""
    if change.cell is None:
        name = one_line(change.name.in_(language))
    elif table:
        name = one_line(f"{change.cell.row}·{change.cell.column}")
    else:
        name = cell_words(change.cell, language)
    words = name + spot(change.location, language)
    expected = _expected(change, language)
    if expected and one_of_several:
        expected = say("locate.if_here", words=expected).in_(language)
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
