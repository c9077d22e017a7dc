"""Numbers that running text claims, by the statement patterns of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from compliance.model.form import StatementPattern
from compliance.model.report import Statement
from compliance.numerals import UNITS, read_number
from compliance.pattern import lazy_pattern
from compliance.recognise import scope
from compliance.recognise.quantities import clause_before, is_of_growth
from compliance.recognise.required import may_match
from compliance.recognise.scope import Speaker
from compliance.recognise.sentences import Sentence
from compliance.recognise.wording import matches_any, occurrences, wording
from compliance.record import frozen_record

_FIGURES = frozenset("0123456789〇零一二两三四五六七八九十")
_NUMBERED = lazy_pattern(
    r"(?:\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[、.](?![0-9])|[一二三四五六七八九十]{1,3}、).{0,24}")
_MARKS = ",;:、()（）"
# More statements in one report, or in one sentence by one pattern, are not an annual report.
_MOST = 400
_MOST_IN_SENTENCE = 12


@frozen_record
class Context:
    """What a sentence may take for granted: its headings and the sentence before it."""

    sentence: Sentence | None = None
    before: str = ""
    topic: str = ""
    """Beginning of the numbered paragraph that the sentence belongs to."""

    def then(self, following: Sentence) -> Context:
        """The context of the next sentence of the text."""
        last = self.sentence
        same = last is not None and last.passage is following.passage
        topic = _NUMBERED.match(following.plain)
        return Context(following, last.plain if same and last is not None else "",
                       topic[0] if topic else self.topic if same else "")

    @property
    def texts(self) -> tuple[str, ...]:
        """Heading, numbered heading and sentence before."""
        heading = self.sentence.passage.heading if self.sentence is not None else ""
        return heading, self.topic, self.before


@frozen_record
class _Claim:
    """A match of a pattern in a sentence."""

    pattern: StatementPattern
    sentence: Sentence
    place: int
    """Place of the sentence in the report."""
    start: int
    end: int
    figure: tuple[int, int]
    """Where the number stands; the words of the match when it holds none."""
    held: bool
    """False when the value is that of the pattern: 无, 未收到."""
    value: Decimal
    subject: scope.Subject
    share: scope.Share


def find_statements(
    sentences: Sequence[Sentence], patterns: Sequence[StatementPattern], speaker: Speaker
) -> list[Statement]:
    """Every statement that is beyond doubt, in the order of the text.

    Figures of other years and other bodies, of changes, plans and parts are left
    alone.  Where a government's text gives a figure for the whole area, that of
    its own office is left alone.
    """
    claims: list[_Claim] = []
    context = Context()
    lookout = _Lookout(patterns, sentences)
    for place, sentence in enumerate(sentences):
        if len(claims) > _MOST:
            break
        context = context.then(sentence)
        for pattern in lookout.fitting(sentence):
            claims += _claims(pattern, sentence, context, place, speaker)
    claims = _of_the_whole(claims)
    claims.sort(key=lambda claim: (claim.place, claim.figure))
    return [_statement(claim) for claim in claims[:_MOST]]


def _of_the_whole(claims: Sequence[_Claim]) -> list[_Claim]:
    """Each claim once; those of one office or one channel only where there is no other.

    Several figures of several channels are parts of a figure that is not printed, and so
    are those of the government's office where its departments have theirs.
    """
    once = {(claim.pattern.id, claim.place, claim.figure): claim for claim in claims
            if claim.subject != "other"}
    whole = {claim.pattern.id for claim in once.values()
             if claim.subject != "narrow" and not claim.share}
    of_others = {claim.pattern.id for claim in claims if claim.subject == "other" and claim.held}
    channels: dict[str, set[Decimal]] = {}
    for claim in once.values():
        if claim.share == "channel":
            channels.setdefault(claim.pattern.id, set()).add(claim.value)

    def stands(claim: _Claim) -> bool:
        name = claim.pattern.id
        if claim.subject == "narrow" and (name in whole or name in of_others):
            return False
        if claim.share == "documents":
            return name not in whole and name not in channels
        return not claim.share or (name not in whole and len(channels[name]) < 2)

    return [claim for claim in once.values() if stands(claim)]


class _Lookout:
    """Which patterns a sentence of a text may hold, by the words that they ask for."""

    def __init__(
        self, patterns: Sequence[StatementPattern], sentences: Sequence[Sentence]
    ) -> None:
        text = "\n".join(sentence.plain for sentence in sentences)
        self._patterns = patterns
        self._always = {at for at, pattern in enumerate(patterns) if not pattern.words}
        self._by_word: dict[str, list[int]] = {}
        for at, pattern in enumerate(patterns):
            for word in pattern.words:
                if word in self._by_word or word in text:
                    self._by_word.setdefault(word, []).append(at)

    def fitting(self, sentence: Sentence) -> list[StatementPattern]:
        """The patterns of which the sentence has a word, in their order."""
        plain, section = sentence.plain, sentence.passage.section
        places = self._always.union(*(
            places for word, places in self._by_word.items() if word in plain))
        numbered = bool(places) and not _FIGURES.isdisjoint(plain)
        return [
            pattern for pattern in map(self._patterns.__getitem__, sorted(places))
            if (numbered or pattern.value is not None)
            and (not pattern.sections or section in pattern.sections)
        ]


def _claims(
    pattern: StatementPattern, sentence: Sentence, context: Context, place: int, speaker: Speaker,
) -> list[_Claim]:
    """The claims of a pattern in a sentence, each figure once."""
    plain, year = sentence.plain, speaker.year
    found: dict[tuple[int, int], _Claim] = {}
    for source in pattern.patterns:
        if not may_match(wording(source).needs, plain):
            continue
        for start, end, figure in islice(occurrences(source, year, plain), _MOST_IN_SENTENCE):
            held = figure is not None
            figure = figure or (start, end)
            value = _exact_value(plain[slice(*figure)]) if held else pattern.value
            if value is None or figure in found:
                continue
            subject = _told_of(pattern, sentence, context, start, figure, speaker)
            if subject is None or (held and not _whole_number(plain, figure, end)):
                continue
            share = scope.share_of(plain[:start], plain[start:end]) if held else ""
            if share == "channel" and scope.tells_of_other_channel(plain[:start] + plain[end:]):
                continue
            found[figure] = _Claim(pattern, sentence, place, start, end, figure,
                                   held, Decimal(value), subject, share)
    if found and matches_any(pattern.unless, year, (plain,)):
        return []
    return list(_widest(found.values()))


def _widest(claims: Iterable[_Claim]) -> Iterator[_Claim]:
    """Claims without a number that overlap are one: 未收到申请."""
    end = -1
    for claim in sorted(claims, key=lambda claim: (claim.figure[0], -claim.figure[1])):
        if claim.held:
            yield claim
        elif claim.figure[0] >= end:
            end = claim.figure[1]
            yield claim


def _exact_value(words: str) -> int | Decimal | None:
    """The number, unless it is printed in 万 without its last places."""
    number = read_number(words)
    if number is None:
        return None
    rounded = words[-1:] in "万亿" and number.value % 10 == 0 and not words.startswith("零")
    return None if rounded and words[0] in "0123456789" else number.value


def _whole_number(plain: str, figure: tuple[int, int], end: int) -> bool:
    """Whether the number is exact; a per cent sign is a part of it where the pattern takes it."""
    percent = plain[figure[1]:figure[1] + 1] == "%" and end > figure[1]
    return scope.is_exact(plain, figure[0], figure[1] + percent)


def _told_of(
    pattern: StatementPattern, sentence: Sentence, context: Context, start: int,
    figure: tuple[int, int], speaker: Speaker,
) -> scope.Subject | None:
    """Whose figure it is; ``None`` where it is of another time, or of some cases only."""
    plain, year = sentence.plain, speaker.year
    said, clause, number = plain[:start], clause_before(plain, start), figure[0]
    if is_of_growth(clause) or is_of_growth(clause_before(plain, number)):
        return None
    if scope.is_quoted(plain[:number]):
        return None
    if "备案" in clause or not scope.is_done(clause) or scope.is_of_some(said):
        return None
    if not _of_time(pattern, plain, start, number, year):
        return None
    if matches_any(pattern.not_after, year, (said,)):
        return None
    if pattern.near and not matches_any(
            pattern.near, year, (plain[:figure[1]], *context.texts)):
        return None
    return scope.subject_of(said, speaker)


def _of_time(
    pattern: StatementPattern, plain: str, start: int, number: int, year: int | None
) -> bool:
    time = scope.time_of(plain[:max(start, number)], year)
    if pattern.of == "beginning":
        return time == "beginning" and not scope.ends_in_other_year(plain[:number], year)
    if time == "part" or scope.names_other_year(plain[:start], clause_before(plain, start), year):
        return False
    # What never happened since the beginning did not happen in the year.
    never = number <= start and pattern.value is not None
    return pattern.of == "end" or never or time != "beginning"


def _statement(claim: _Claim) -> Statement:
    sentence, plain = claim.sentence, claim.sentence.plain
    first, last = claim.start, claim.end
    # A pattern may take the marks around its words to be sure of them.
    while first < last - 1 and plain[first] in _MARKS:
        first += 1
    while last - 1 > first and plain[last - 1] in _MARKS and last > claim.figure[0] + 1:
        last -= 1
    after = claim.figure[1]
    unit = next((unit for unit in UNITS if plain.startswith(unit, after)), "") if claim.held else ""
    return Statement(
        indicator=claim.pattern.id, value=claim.value, unit=unit,
        text=sentence.printed(first, last), section=sentence.passage.section,
        location=sentence.place(first, last),
    )
