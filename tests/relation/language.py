"""Random formulas, each with the plain Python that means the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from compliance.relation import Bound, Quantity, bind, parse

LETTERS = "abcdef"
Values = dict[str, Any]


@dataclass
class Formula:
    """Text of the language, and what it means."""

    text: str
    meaning: Callable[[Values], Any]

    def __repr__(self) -> str:
        return f"Formula({self.text!r})"


def by_name(text: str) -> Bound:
    """A formula bound to its own names; 全 is the group of all letters."""
    def resolve(name: str, column: str | None) -> tuple[str, ...]:
        return tuple(LETTERS) if name == "全" else (name + (column or ""),)

    return bind(parse(text), resolve)


def figures(values: Values) -> Callable[[Any], Quantity]:
    """Exact figures, labelled by their names."""
    return lambda key: Quantity(values[key], label=str(key))


def _figure(letter: str) -> Formula:
    return Formula(letter, lambda values: values[letter])


def _binary(left: Formula, sign: str, right: Formula) -> Formula:
    def meaning(values: Values) -> Any:
        a, b = left.meaning(values), right.meaning(values)
        if sign == "÷":
            return Fraction(a) / b
        return {"+": a + b, "-": a - b, "×": a * b}[sign]

    return Formula(f"({left.text} {sign} {right.text})", meaning)


def _call(name: str, parts: list[Formula]) -> Formula:
    function: Any = {"和": sum, "最大": max, "最小": min}[name]
    text = f"{name}({', '.join(part.text for part in parts)})"
    return Formula(text, lambda values: function([part.meaning(values) for part in parts]))


def _number(value: int) -> Formula:
    return Formula(str(value), lambda values: value)


def terms(signs: str = "+-×÷", functions: tuple[str, ...] = ("和", "最大", "最小")) -> Any:
    """Random terms."""
    leaves = st.sampled_from(LETTERS).map(_figure) | st.integers(0, 9).map(_number)
    return st.recursive(
        leaves,
        lambda inner: st.builds(_binary, inner, st.sampled_from(signs), inner)
        | st.builds(_call, st.sampled_from(functions), st.lists(inner, min_size=1, max_size=4)),
        max_leaves=8,
    )


def _compare(left: Formula, sign: str, right: Formula) -> Formula:
    def meaning(values: Values) -> bool:
        a, b = left.meaning(values), right.meaning(values)
        return {"=": a == b, "≠": a != b, "<": a < b, "≤": a <= b, ">": a > b, "≥": a >= b}[sign]

    return Formula(f"{left.text} {sign} {right.text}", meaning)


def comparisons(inner: Any = None, signs: tuple[str, ...] = ("=", "≠", "<", "≤", ">", "≥")) -> Any:
    """Random comparisons."""
    inner = terms() if inner is None else inner
    return st.builds(_compare, inner, st.sampled_from(signs), inner)


def _join(left: Formula, word: str, right: Formula) -> Formula:
    def meaning(values: Values) -> bool:
        a, b = left.meaning(values), right.meaning(values)
        return {"且": a and b, "或": a or b, "则": not a or b}[word]

    start = "若 " if word == "则" else ""
    return Formula(f"({start}({left.text}) {word} ({right.text}))", meaning)


def _deny(inner: Formula) -> Formula:
    return Formula(f"非 ({inner.text})", lambda values: not inner.meaning(values))


def conditions(base: Any = None) -> Any:
    """Random conditions."""
    base = comparisons() if base is None else base
    return st.recursive(
        base,
        lambda inner: st.builds(_join, inner, st.sampled_from("且或则"), inner)
        | inner.map(_deny),
        max_leaves=4,
    )


def values(least: int = -5, most: int = 5) -> Any:
    """Random figures for all letters: few of them, so that equalities happen."""
    return st.fixed_dictionaries({letter: st.integers(least, most) for letter in LETTERS})
