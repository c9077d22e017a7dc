"""Statement patterns made into regular expressions: their short words spelled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, Self

from compliance.model.form import StatementPattern
from compliance.pattern import lazy_pattern
from compliance.recognise.required import Words, may_match, required
from compliance.recognise.sentences import SPELLING
from compliance.record import replace

NUMBER = (
    r"(?P<n>[0-9]+(?:[, ][0-9]{3})*(?:\.[0-9]+)?(?:[十百千万]?[万亿]|千)?"
    r"|[〇零一二两三四五六七八九十百千万亿]+)"
)
_OF = (
    r"(?:政府|政务|信息|依|公开|本级|公民|公众|群众|社会|各界|个人|法人|其他组织|和|或者|或|及|、|提出|提交|递交"
    r"|各类|类|相关|有关|关于|书面|主动|权利人|申请人|市民|业主|要求|获取|来自|的|了|“|”)*"
)
_HOW = (
    r"(?:政府|政务|信息|公开|答复|办理|案件|案|事项|件数|件|总数|总量|数量|数|量|表|共计|总计|合计|共|分别|为|有|计|达到"
    r"|达|:|的|“|”)*"
)
_WORDS = {
    "{n}": NUMBER,
    # What may stand before the words; it is no part of the statement.
    "{前}": r"(?P<b>^|[,;:、(“”中类是为的含已均共并期时规范善法际年度月日局委办厅关市区县镇])",
    "{件}": r"(?:件次|件|宗|起|条|个|份|项|次|例|封)",
    "{收到}": (
        r"(?:收到|受理|接收|接受|收悉|接到|收办)(?:了|(?:并|和|及|、)(?:受理|办理|处理|答复|回复)(?:了)?)?"),
    "{申请}": rf"{_OF}申请{_HOW}(?:申请{_HOW})?",
    "{案}": rf"{_OF}(?:申请)?(?:办件)?{_HOW}",
    "{起}": r"(?:申请|案件|案|件数|总数|数量|数|共计|总计|共|的|为|有|计|达|是|:)*",
    "{案止}": r"(?:的?案|申诉|的?申请|的?情[况形]|和|及|或|以及|等|[、,;)]|$)",
    "{止}": r"(?:的)?(?:情况|情形|事项|事宜|案件|记录|请求|来信|业务)?(?:[,;:、)]|和|及|也|且|$)",
}
_SPELLING = SPELLING | str.maketrans(
    {"，": ",", "；": ";", "：": ":", "％": "%", "（": r"\(", "）": r"\)", "。": ""})
_SHORT = lazy_pattern(r"\{[^{}0-9,]+\}")


class Occurrence(NamedTuple):
    """Where a pattern matches a text."""

    start: int
    end: int
    figure: tuple[int, int] | None
    """Where the number stands; ``None`` where the words hold none."""


def occurrences(pattern: str, year: int | None, text: str) -> Iterator[Occurrence]:
    """Where a pattern matches a text, without what stands before its words."""
    expression, figure, before = _compiled(pattern, year)
    encoded = text.encode()

    def at(index: int) -> int:
        return len(encoded[:index].decode(errors="ignore"))

    # RE2 works on bytes: only what is found needs to be counted in characters.
    for match in expression.finditer(encoded):
        first, last = match.span(figure) if figure else (-1, -1)
        yield Occurrence(at(match.end(before) if before else match.start()), at(match.end()),
                         (at(first), at(last)) if first >= 0 else None)


@cache
def _compiled(pattern: str, year: int | None) -> tuple[Any, int, int]:
    """The expression of a pattern, and the numbers of its groups ``n`` and ``b``.

    ``n`` holds the figure, ``b`` what stands before the words; 0 when it has none.
    """
    import re2  # type: ignore[import-untyped]

    expression = re2.compile(_spelled_out(pattern, year))
    groups = expression.groupindex
    return expression, groups.get("n", 0), groups.get("b", 0)


class Wording(str):
    """A pattern with the words of which every text that it matches holds one, in groups."""

    __slots__ = ("needs",)
    needs: tuple[Words, ...]

    def __new__(cls, pattern: str, needs: tuple[Words, ...]) -> Self:
        made = super().__new__(cls, pattern)
        made.needs = needs
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Wording, (str(self), self.needs)


def wording(pattern: str) -> Wording:
    """A pattern with the words that it needs, whatever the year."""
    return pattern if isinstance(pattern, Wording) else _wording(pattern)


def with_wordings(pattern: StatementPattern) -> StatementPattern:
    """A statement pattern whose patterns know what they need."""
    return replace(pattern, **{
        name: [wording(one) for one in getattr(pattern, name)]
        for name in ("patterns", "near", "unless", "not_after")})


@cache
def _wording(pattern: str) -> Wording:
    return Wording(pattern, required(pattern.translate(_SPELLING), _needs_of_short()))


@cache
def _needs_of_short() -> dict[str, tuple[Words, ...]]:
    return {short: required(words) for short, words in (_WORDS | _ANY_YEARS).items()}


def matches_any(patterns: Iterable[str], year: int | None, texts: Sequence[str]) -> bool:
    """Whether a pattern matches one of the texts."""
    for pattern in patterns:
        needs = wording(pattern).needs
        plainly = needs == ((pattern,),)  # The pattern is a word.
        for text in texts:
            if may_match(needs, text) and (
                    plainly or _compiled(pattern, year)[0].search(text.encode())):
                return True
    return False


def _spelled_out(pattern: str, year: int | None) -> str:
    words = _WORDS | _years(year)
    return _SHORT.sub(lambda short: words.get(short[0], short[0]), pattern.translate(_SPELLING))


_ANY_YEARS = {"{y}": "[0-9]+", "{上年}": "(?:上一?年度?|去年|[0-9]+年度?)",
              "{下年}": "(?:下一?年度?|次年度?|第二年|明年|[0-9]+年度?)"}


@cache
def _years(year: int | None) -> dict[str, str]:
    if year is None:
        return {"{y}": "20[0-9]{2}", "{上年}": r"(?:上一?年度?|去年)",
                "{下年}": r"(?:下一?年度?|次年度?|第二年|明年)"}
    return {"{y}": str(year), "{上年}": rf"(?:上一?年度?|去年|{year - 1}年度?)",
            "{下年}": rf"(?:下一?年度?|次年度?|第二年|明年|{year + 1}年度?)"}
