"""A formula said in words, for people who do not read formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compliance.messages import say
from compliance.model.form import Form, Row
from compliance.model.text import Language, Text
from compliance.record import record
from compliance.relation.nodes import (
    And,
    Comparison,
    Condition,
    Extreme,
    Given,
    Implies,
    Name,
    Negative,
    Not,
    Number,
    Operand,
    Or,
    Product,
    Quotient,
    Sign,
    Sum,
    Term,
)

_SIGNS: dict[Sign, str] = {"=": "equal", "≠": "unequal", "<": "less", "≤": "at_most",
                           ">": "greater", "≥": "at_least"}
_ROW_SUMS = r"行合计\s*[(（]([^()（）]*)[)）]"
_ROW_SUM = "行合计_"
_BESIDE_DIGIT = r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])"

TEXT_NAMES: dict[str, Text] = {
    "整体": Text("总数", "the whole"),
    "分项合计": Text("各分项之和", "the sum of the parts"),
    "份额合计": Text("各分项占比之和", "the sum of the shares"),
    "最大分项": Text("最大的分项", "the largest part"),
    "最小分项": Text("最小的分项", "the smallest part"),
    "完整": Text("“分项列全”（1 为是，0 为否）", "“the list is complete” (1 or 0)"),
    "互斥": Text("“分项互不重叠”（1 为是，0 为否）", "“no parts overlap” (1 or 0)"),
    "份额": Text("占比（四舍五入）", "the share, rounded"),
    "份额截尾": Text("占比（去尾）", "the share, cut off"),
    "数量": Text("分项数量", "the count of the part"),
    "本年数": Text("本年数", "this year's figure"),
    "上年数": Text("上年数", "last year's figure"),
    "增减数": Text("增减数", "the difference"),
    "增幅": Text("增幅（四舍五入）", "the growth in per cent, rounded"),
    "增幅截尾": Text("增幅（去尾）", "the growth in per cent, cut off"),
}
"""What the names of figures in running text stand for."""

ENGLISH: dict[str, str] = {
    "whole": "整体", "sum_of_parts": "分项合计", "sum_of_shares": "份额合计",
    "largest_part": "最大分项", "smallest_part": "最小分项", "complete": "完整",
    "exclusive": "互斥", "share": "份额", "count": "数量",
}
"""The same names for rules that are written in English."""

_CLAIMS: dict[tuple[str, str], Text] = {
    ("完整", "1"): Text("文中列全了各分项", "the text lists all parts"),
    ("完整", "0"): Text("文中没有列全各分项", "the text does not list all parts"),
    ("互斥", "1"): Text("各分项互不重叠", "no parts overlap"),
    ("互斥", "0"): Text("分项可能重叠", "parts may overlap"),
}


@record
class Names:
    """What the names in formulas stand for in some forms."""

    titles: dict[str, Text]
    """Titles of statements by id."""
    groups: set[str]
    """Ids of rows that stand for the rows below them."""
    of_text: bool = False
    """Whether the formula is about wholes, parts and growth in running text."""


def names_in(forms: Iterable[Form], of_text: bool = False) -> Names:
    """The statements and the groups of rows of forms."""
    forms = list(forms)
    return Names(
        {pattern.id: pattern.title for form in forms for pattern in form.statements},
        {row.id for form in forms for table in form.tables for block in table.blocks
         for row in _groups(block.rows)},
        of_text)


def _groups(rows: Iterable[Row]) -> Iterable[Row]:
    for row in rows:
        if not row.has_cells:
            yield row
        yield from _groups(row.rows)


def in_words(formula: str, names: Names, language: Language) -> str:
    """A formula as a sentence without its full stop.

    Raises:
        FormulaError: it is no formula.
    """
    from compliance.relation.parsing import parse

    spread = re.sub(_ROW_SUMS, lambda found: "和(" + ", ".join(
        _ROW_SUM + name.strip() for name in re.split("[,，]", found[1])) + ")", formula)
    words = _Speaker(names, language).condition(parse(spread).condition)
    return re.sub(_BESIDE_DIGIT, " ", words)


class _Speaker:
    """Says the nodes of one formula in one language."""

    def __init__(self, names: Names, language: Language) -> None:
        self.names, self.language = names, language

    def say(self, key: str, /, **values: object) -> str:
        return say(f"reference.{key}", **values).in_(self.language)

    def condition(self, condition: Condition) -> str:
        match condition:
            case Comparison():
                return self.say("and").join(
                    self.claim(left, sign, right)
                    or self.say(_SIGNS[sign], left=self.term(left), right=self.term(right))
                    for left, sign, right in condition.pairs())
            case And(parts):
                return self.say("and").join(map(self.condition, parts))
            case Or(parts):
                return self.say("or").join(map(self.condition, parts))
            case Not(part):
                return self.say("not", words=self.condition(part))
            case Implies(premise, conclusion):
                return self.say("implies", premise=self.condition(premise),
                                conclusion=self.condition(conclusion))

    def claim(self, left: Term, sign: Sign, right: Term) -> str:
        """A comparison that is really a yes or a no; nothing for any other."""
        if not isinstance(left, Name) or not isinstance(right, Number) or sign != "=":
            return ""
        known = _CLAIMS.get((self.of_text(left), right.text))
        if known is None and right.text == "1":
            known = self.names.titles.get(left.name)
        return _lower(known.in_(self.language)) if known is not None else ""

    def term(self, term: Term) -> str:
        match term:
            case Name():
                return self.name(term)
            case Number(_, text):
                return text
            case Sum(terms):
                return self.total(terms)
            case Negative(of):
                return f"−{self.factor(of)}"
            case Product(left, right):
                return f"{self.factor(left)} × {self.factor(right)}"
            case Quotient(left, right):
                return f"{self.factor(left)} ÷ {self.factor(right)}"
            case Extreme(largest, terms):
                return self.say("largest" if largest else "smallest", terms=self.listed(terms))
            case Given():
                return self.say("given", terms=self.listed(term.terms))
            case Operand(key):
                return str(key)

    def listed(self, terms: Iterable[Term]) -> str:
        return self.say("list_comma").join(map(self.term, terms))

    def factor(self, term: Term) -> str:
        words = self.term(term)
        plain = not isinstance(term, Sum | Negative) or words == self.only(term)
        return words if plain else f"（{words}）" if self.language == "zh" else f"({words})"

    def only(self, term: Term) -> str:
        """The words of a sum of one term; nothing for any other."""
        return self.term(term.terms[0]) if isinstance(term, Sum) and len(term.terms) == 1 else ""

    def total(self, terms: tuple[Term, ...]) -> str:
        added: list[Term] = [term for term in terms if not isinstance(term, Negative)]
        taken = [self.factor(term.of) for term in terms if isinstance(term, Negative)]
        words = self.added(added)
        if not taken:
            return words
        return self.say("less_what", total=words, rest=self.say("list_comma").join(taken))

    def added(self, terms: list[Term]) -> str:
        if len(terms) == 1:
            only = terms[0]
            if isinstance(only, Name) and only.spread and only.name in self.names.groups:
                return self.say("sum_of_group", group=only.name)
            return self.term(only)
        *before, last = map(self.term, terms)
        first = self.say("list_comma").join(before)
        return self.say("sum_two" if len(before) == 1 else "sum", first=first, last=last)

    def of_text(self, name: Name) -> str:
        """The name of a figure of running text; nothing for any other name."""
        return ENGLISH.get(name.name, name.name) if self.names.of_text else ""

    def name(self, name: Name) -> str:
        if name.name.startswith(_ROW_SUM):
            return self.say("row_sum", row=name.name.removeprefix(_ROW_SUM))
        if name.column is not None:
            return self.say("cell", row=name.name, column=name.column)
        if name.name in self.names.titles:
            return self.say("named", name=_lower(self.names.titles[name.name].in_(self.language)))
        of_text = TEXT_NAMES.get(self.of_text(name))
        if of_text is not None:
            return of_text.in_(self.language)
        group = name.spread and name.name in self.names.groups
        return self.say("group" if group else "named", name=name.name)


def _lower(words: str) -> str:
    """Words that begin a title, inside a sentence."""
    return words[:1].lower() + words[1:]
