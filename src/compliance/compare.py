"""Where two files of one report differ: cells, sections, figures in the text, title and dates."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from compliance.messages import say
from compliance.model.form import Form, Row
from compliance.model.location import Location
from compliance.model.report import Cell, Report, Section, Statement
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance.record import field, record

# Only letters, figures, per cent signs and decimal points say something; layout does not.
_SAYS_NOTHING = lazy_pattern(r"(?<![0-9])\.|\.(?![0-9])|[^\w%.]|_")
_NUMBERED = lazy_pattern(r"^(?:第?[一二三四五六七八九十]{1,3}(?:部分|章)?|[0-9]{1,2})[、.．,，:：]")
_AROUND = 8
_LONGEST = 60
# Sentences of one section that are compared one by one; longer texts are compared whole.
_MOST_SENTENCES = 600

FACTS = ("title", "body", "year", "form", "published", "signed")
"""What a report says of itself, by the names of its fields."""


@record
class CellPair:
    """A cell of the form as both files have it; ``None`` where a file has not."""

    table: str
    row: str
    column: str
    first: Cell | None
    second: Cell | None


@record
class TextDifference:
    """Words of a section that differ; empty on the side that has nothing there."""

    first: str
    second: str
    location: Location | None
    """Place in the first file."""


@record
class SectionPair:
    """A section as both files have it; ``None`` where a file has not."""

    heading: str
    first: Section | None
    second: Section | None
    differences: list[TextDifference] = field(default_factory=list)


@record
class StatementPair:
    """A figure that the text of only one of the files gives for an indicator."""

    indicator: str
    first: Statement | None
    second: Statement | None


def cells(first: Report, second: Report, form: Form) -> Iterator[CellPair]:
    """The cells of the form that at least one of the files has, in the form's order."""
    for table in form.tables:
        for block in table.blocks:
            for row in _with_groups(block.rows):
                own = [c for c in block.columns if not row.columns or c.id in row.columns]
                for index, column in enumerate(own):
                    one = first.cell(table.id, row.id, index, column.id)
                    two = second.cell(table.id, row.id, index, column.id)
                    if one is not None or two is not None:
                        yield CellPair(table.id, row.id, column.id, one, two)


def _with_groups(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows and groups of rows: a group may be printed as one row."""
    for row in rows:
        yield row
        yield from _with_groups(row.rows)


def said(text: str) -> str:
    """What a text says, without spaces, punctuation and width."""
    return _SAYS_NOTHING.sub("", unicodedata.normalize("NFKC", text))


def facts(report: Report) -> dict[str, str]:
    """What a report says of itself, as text; what is not known is left out."""
    found: dict[str, str] = {}
    for name in FACTS:
        value: str | int | date | None = getattr(report, name)
        if value not in (None, ""):
            found[name] = value.isoformat() if isinstance(value, date) else str(value)
    return found


def other_report(first: Report, second: Report) -> Text | None:
    """Why two files cannot hold one report: another year, or another body; else ``None``.

    Bodies are the same where one name is the other in short: 市统计局, 江海市统计局.
    """
    if None not in (first.year, second.year) and first.year != second.year:
        return say("compare.other_year", ours=first.year, theirs=second.year)
    ours, theirs = sorted((said(first.body), said(second.body)), key=len)
    if not _shortens(ours, theirs):
        return say("compare.other_body", ours=first.body, theirs=second.body)
    return None


def _shortens(short: str, long: str) -> bool:
    """Whether the characters of one name stand in the other, in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


def sections(first: Report, second: Report) -> list[SectionPair]:
    """The introduction and the sections of both files, paired, with their differences."""
    ours, theirs = _keyed(first), _keyed(second)
    pairs = []
    for key in dict.fromkeys([*ours, *theirs]):
        one, two = ours.get(key), theirs.get(key)
        shown = one or two
        assert shown is not None
        pair = SectionPair(" ".join(shown.heading.split()), one, two)
        if one is not None and two is not None:
            pair.differences = _differences(one, two)
        pairs.append(pair)
    return pairs


def _keyed(report: Report) -> dict[tuple[str, int], Section]:
    """Sections by what they are and by how many of that there were before."""
    found: dict[tuple[str, int], Section] = {}
    seen: Counter[str] = Counter()
    introduction = Section("引言", report.preamble, location=report.places.get("preamble"))
    for section in [*([introduction] if report.preamble.strip() else []), *report.sections]:
        bare = said(_NUMBERED.sub("", unicodedata.normalize("NFKC", section.heading).strip()))
        key = section.id or bare
        found[key, seen[key]] = section
        seen[key] += 1
    return found


def _differences(first: Section, second: Section) -> list[TextDifference]:
    if said(first.text) == said(second.text):
        return []
    from compliance.recognise.sentences import Passage, sentences

    ours, theirs = (sentences(Passage(each.id, each.text, tuple(each.places), each.location))
                    for each in (first, second))
    left, right = ([said(sentence.plain) for sentence in each] for each in (ours, theirs))
    if len(left) > _MOST_SENTENCES or len(right) > _MOST_SENTENCES:
        return [_difference("".join(left), "".join(right), first.location)]
    from difflib import SequenceMatcher

    found: list[TextDifference] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, begin, end, other, other_end in matcher.get_opcodes():
        one, two = "".join(left[begin:end]), "".join(right[other:other_end])
        # Where only the line breaks differ, other sentences come of the same words.
        if tag == "equal" or one == two:
            continue
        near = ours[min(begin, len(ours) - 1)] if ours else None
        place = near.place(0, len(near.plain)) if near is not None else first.location
        found.append(_difference(one, two, place))
    return found


def _difference(one: str, two: str, location: Location | None) -> TextDifference:
    """What differs in two stretches, with a few words around it."""
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    end = 0
    while (end < min(len(one), len(two)) - start) and one[-1 - end] == two[-1 - end]:
        end += 1
    return TextDifference(_around(one, start, len(one) - end),
                          _around(two, start, len(two) - end), location)


def _around(text: str, start: int, end: int) -> str:
    if not text:
        return ""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    words = text[first:last]
    if len(words) > _LONGEST:
        words = words[:_LONGEST] + "…"
    return ("…" if first else "") + words + ("…" if last < len(text) else "")


def statements(first: Report, second: Report) -> list[StatementPair]:
    """Figures of the text that the other file does not give for the same indicator."""
    pairs: list[StatementPair] = []
    named = [*first.statements, *second.statements]
    for indicator in dict.fromkeys(each.indicator for each in named):
        ours = _only(first.statements, second.statements, indicator)
        theirs = _only(second.statements, first.statements, indicator)
        for number in range(max(len(ours), len(theirs))):
            pairs.append(StatementPair(
                indicator, ours[number] if number < len(ours) else None,
                theirs[number] if number < len(theirs) else None))
    return pairs


def _only(
    here: Sequence[Statement], there: Sequence[Statement], indicator: str
) -> list[Statement]:
    """Statements of an indicator whose value the other side has not as often."""
    left = Counter(each.value for each in there if each.indicator == indicator)
    found = []
    for each in here:
        if each.indicator == indicator:
            if left[each.value]:
                left[each.value] -= 1
            else:
                found.append(each)
    return found
