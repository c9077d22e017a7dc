"""Numbers that running text claims, by the statement patterns of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from compliance.model.form import StatementPattern
from compliance.model.report import Statement
from compliance.numerals import UNITS, read_number
from compliance.recognise.quantities import GROWTH, clause_before
from compliance.recognise.sentences import SPELLING, Sentence

_NUMBER = (
    r"(?P<n>[0-9]+(?:[, ][0-9]{3})*(?:\.[0-9]+)?(?:[十百千万]?[万亿]|千)?"
    r"|[〇零一二两三四五六七八九十百千万亿]+)"
)
_ANY_NUMBER = re.compile(r"[0-9〇零一二两三四五六七八九十]")
_ABOUT = re.compile(r"(?:约|近|超|超过|逾|不足|突破|大约|将近|第|[0-9.,])$")
_NOT_EXACT = frozenset("余多来几0123456789%.")
_YEAR = re.compile(r"(20[0-9]{2})年")
_SEVERAL_YEARS = re.compile(r"(20[0-9]{2})年[^,;]{0,8}(?:至|到|—|-|~)[^,;]{0,8}(20[0-9]{2})年")
_OTHER_YEAR = re.compile(
    r"(?:上年度?|上一年度?|去年)(?!度?的?(?:结转|转|未办结|顺延|延续|政府信息公开申请结转))"
)
_BELOW = re.compile(r"各县|各区|各镇|各乡|县区|各街道|备案")
_FULL_WIDTH = {"，": ",", "；": ";", "：": ":", "％": "%", "（": r"\(", "）": r"\)", "。": ""}
_UNIT = re.compile("|".join(map(re.escape, UNITS)))


def find_statements(
    sentences: Iterable[Sentence], patterns: Sequence[StatementPattern], year: int | None
) -> list[Statement]:
    """The statements in the sentences: for each pattern the first that is beyond doubt.

    Figures of other years, of changes, and of single offices below are left alone.
    """
    spoken = list(sentences)
    found: list[Statement] = []
    for pattern in patterns:
        for sentence in spoken:
            if pattern.sections and sentence.passage.section not in pattern.sections:
                continue
            statement = _match(sentence, pattern, year)
            if statement is not None:
                found.append(statement)
                break
    return found


def _match(
    sentence: Sentence, pattern: StatementPattern, year: int | None
) -> Statement | None:
    plain = sentence.plain
    if pattern.value is None and not _ANY_NUMBER.search(plain):
        return None
    for source in pattern.patterns:
        compiled, group = _compiled(source, year)
        for match in compiled.finditer(plain):
            held = bool(group) and match.group(group) is not None
            start, end = match.span(group if held else 0)
            number = read_number(match.group(group)) if held else None
            value = Decimal(number.value) if number else pattern.value
            if value is None or (held and number is None):
                continue
            if not _speaks_of(plain, start, end, year, held):
                continue
            if any(_compiled(words, year)[0].search(plain) for words in pattern.unless):
                return None
            first = _begin(plain, match.start(), match.end())
            unit = _UNIT.match(plain, end) if held else None
            return Statement(
                indicator=pattern.id, value=Decimal(value), unit=unit[0] if unit else "",
                text=sentence.printed(first, match.end()), section=sentence.passage.section,
                location=sentence.place(first, match.end()),
            )
    return None


def _begin(plain: str, start: int, end: int) -> int:
    """A pattern may take the mark before its words to be sure of them; skip it."""
    while start < end - 1 and plain[start] in ",;:、()":
        start += 1
    return start


def _speaks_of(plain: str, start: int, end: int, year: int | None, held: bool) -> bool:
    """Whether the figure is exact, of this year and of the whole body."""
    clause = clause_before(plain, start)
    if held and _ABOUT.search(plain[max(0, start - 4):start]):
        return False
    if held and plain[end:end + 1] in _NOT_EXACT:
        return False
    if GROWTH.search(clause) or _OTHER_YEAR.search(clause) or _BELOW.search(clause):
        return False
    if any(first != last for first, last in _SEVERAL_YEARS.findall(plain[:start])):
        return False
    years = _YEAR.findall(plain[:start])
    return not years or year is None or int(years[-1]) == year


@cache
def _compiled(source: str, year: int | None) -> tuple[Any, int]:
    """The compiled pattern and the number of its group ``n``, 0 when it has none."""
    import re2  # type: ignore[import-untyped]

    spelled = source.replace("{n}", "\0").replace("{y}", "\1")
    for sign, plain in _FULL_WIDTH.items():
        spelled = spelled.replace(sign, plain)
    spelled = spelled.translate(SPELLING).replace("\0", _NUMBER)
    compiled = re2.compile(spelled.replace("\1", str(year) if year else "20[0-9]{2}"))
    return compiled, compiled.groupindex.get("n", 0)
