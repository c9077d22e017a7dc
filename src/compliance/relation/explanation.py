"""A relation explained with its labels and numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from compliance.model.text import Language, Text
from compliance.relation.exact import HOLDS, evaluate_condition, term_value
from compliance.relation.nodes import (
    OPPOSITE,
    And,
    Bound,
    Comparison,
    Condition,
    Exact,
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
    Sum,
    Term,
)
from compliance.relation.quantity import Quantities
from compliance.relation.truth import Truth

# Zeros are left out of a sum that has more terms than this.
_TERMS_WITH_ZEROS = 4
# A difference of one digit is seen at a glance.
_PLAIN_DIFFERENCE = 9
_DECIMALS = 4
# Beyond it digits tell nothing, and Python refuses to print more than 4300 of them.
_LONGEST = 10**30
_FUNCTION = {"max": "最大", "min": "最小", "given": "有数"}
_DIFFERENCE = {"zh": "，相差 ", "en": ", difference "}


def explain(bound: Bound, quantity: Quantities, language: Language = "zh") -> str:
    """What the figures say: ``本年新收 13612 + 上年结转 535 = 14147 ≠ 14148 = 总计 13365 + …``.

    Each sign is the one that holds between the numbers; where a figure is not
    known, the sign is the formula's. Comparisons are separated by ``；``.
    """
    return "；".join(_comparisons(bound.condition, quantity, language))


def number_text(value: Exact, places: int | None = None) -> str:
    """A number in decimals; one that does not end is cut, with ``…``.

    With ``places``, a number of more decimals is rounded to so many.
    """
    if not -_LONGEST < value < _LONGEST:
        return f"{Decimal(int(value)):.6e}"
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    if places is not None and (value * 10**places).denominator != 1:
        nearest = Decimal(int(abs(value) * 10**places + Fraction(1, 2)))
        return f"{'-' if value < 0 else ''}{nearest.scaleb(-places):f}"
    scaled = abs(value) * 10**_DECIMALS
    whole, decimals = divmod(int(scaled), 10**_DECIMALS)
    sign = "-" if value < 0 else ""
    if scaled.denominator == 1:
        return f"{sign}{whole}.{decimals:0{_DECIMALS}d}".rstrip("0")
    return f"{sign}{whole}.{decimals:0{_DECIMALS}d}…"


def _comparisons(condition: Condition, quantity: Quantities, language: Language) -> list[str]:
    match condition:
        case Comparison():
            return [_comparison(condition, quantity, language)]
        case And(conditions):
            # Where some fail, they are what has to be said.
            failing = [c for c in conditions if evaluate_condition(c, quantity) is Truth.FALSE]
            parts = tuple(failing) or conditions
        case Or(conditions):
            parts = conditions
        case Not(negated):
            parts = (negated,)
        case Implies(premise, conclusion):
            failed = evaluate_condition(condition, quantity) is Truth.FALSE
            parts = (conclusion,) if failed else (premise, conclusion)
    return [text for part in parts for text in _comparisons(part, quantity, language)]


def _comparison(comparison: Comparison, quantity: Quantities, language: Language) -> str:
    values = [term_value(side, quantity) for side in comparison.sides]
    places = _places(comparison, quantity)
    text = _side(comparison.sides[0], values[0], quantity, language, first=True, places=places)
    for index, (_, sign, right) in enumerate(comparison.pairs()):
        left_value, right_value = values[index], values[index + 1]
        if left_value is None or right_value is None:
            text += f" {sign} {_side(right, right_value, quantity, language, first=False)}"
            continue
        actual = sign if HOLDS[sign](left_value, right_value) else OPPOSITE[sign]
        last = index == len(comparison.signs) - 1
        if actual == "=" and last and _has_total(right):
            shown_left = _has_total(comparison.sides[index])
            total = "" if shown_left else f"= {number_text(right_value, places)} "
            text += f" {total}= {_terms(right, quantity, language)}"
            continue
        shown = _side(right, right_value, quantity, language, first=False, places=places)
        text += f" {actual} {shown}"
        gap: Exact = max(left_value, right_value) - min(left_value, right_value)
        if sign == "=" and actual == "≠" and last and gap > _PLAIN_DIFFERENCE:
            text += f"{_DIFFERENCE[language]}{number_text(gap, places)}"
    return text


def _places(comparison: Comparison, quantity: Quantities) -> int | None:
    """One decimal more than a rounded figure is printed with, beside which others stand."""
    printed = [number.as_tuple().exponent for side in comparison.sides
               if (number := _rounded(side, quantity)) is not None]
    return max((1 - exponent for exponent in printed if isinstance(exponent, int)), default=None)


def _rounded(side: Term, quantity: Quantities) -> Decimal | None:
    """A side that is one rounded figure, with its decimals as printed."""
    if isinstance(side, Sum) and len(side.terms) == 1:
        side = side.terms[0]
    figure = quantity(side.key) if isinstance(side, Operand) else None
    if figure is None or figure.low == figure.high or not isinstance(figure.shown, str):
        return None
    try:
        return Decimal(figure.shown.rstrip("%"))
    except ArithmeticError:
        return None


def _has_total(side: Term) -> bool:
    """Whether a side is more than one figure, so that its value must be said."""
    if isinstance(side, Sum) and len(side.terms) == 1:
        return _has_total(side.terms[0])
    return not isinstance(side, Operand | Number)


def _side(side: Term, value: Exact | None, quantity: Quantities, language: Language,
          *, first: bool, places: int | None = None) -> str:
    text = _terms(side, quantity, language)
    if value is None or not _has_total(side):
        return text
    total = number_text(value, places)
    if text == total:
        return text
    return f"{text} = {total}" if first else f"{total} = {text}"


def _terms(term: Term, quantity: Quantities, language: Language) -> str:
    match term:
        case Operand(key):
            return _figure(key, quantity, language)
        case Number(_, text):
            return text
        case Sum(terms):
            return _sum(terms, quantity, language)
        case Negative(of):
            return f"-{_factor(of, quantity, language)}"
        case Extreme(largest, terms):
            return _call("max" if largest else "min", terms, quantity, language)
        case Given(terms):
            return _call("given", terms, quantity, language)
        case Product(left, right):
            return f"{_factor(left, quantity, language)} × {_factor(right, quantity, language)}"
        case Quotient(left, right):
            divisor = _terms(right, quantity, language)
            if isinstance(right, Sum | Negative | Product | Quotient):
                divisor = f"({divisor})"
            return f"{_factor(left, quantity, language)} ÷ {divisor}"
        case Name(name, column):
            return name if column is None else f"{name}[{column}]"


def _call(name: str, terms: tuple[Term, ...], quantity: Quantities, language: Language) -> str:
    inside = ", ".join(_terms(part, quantity, language) for part in terms)
    return f"{_FUNCTION[name] if language == 'zh' else name}({inside})"


def _figure(key: object, quantity: Quantities, language: Language) -> str:
    figure = quantity(key)
    shown = _in(figure.shown, language) or (
        "?" if figure.value is None else number_text(figure.value))
    label = _in(figure.label, language)
    return f"{label} {shown}" if label else shown


def _in(words: str | Text, language: Language) -> str:
    return words if isinstance(words, str) else words.in_(language)


def _sum(terms: tuple[Term, ...], quantity: Quantities, language: Language) -> str:
    if len(terms) > _TERMS_WITH_ZEROS:
        terms = tuple(part for part in terms if not _is_zero(part, quantity))
        if not terms:
            return "0"
    text = _terms(terms[0], quantity, language)
    for part in terms[1:]:
        if isinstance(part, Negative):
            text += f" - {_factor(part.of, quantity, language)}"
        else:
            text += f" + {_terms(part, quantity, language)}"
    return text


def _factor(term: Term, quantity: Quantities, language: Language) -> str:
    text = _terms(term, quantity, language)
    return f"({text})" if isinstance(term, Sum | Negative) else text


def _is_zero(term: Term, quantity: Quantities) -> bool:
    term = term.of if isinstance(term, Negative) else term
    return isinstance(term, Operand) and quantity(term.key).value == 0
