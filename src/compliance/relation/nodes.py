"""The typed nodes of a relation.

A parsed relation holds :class:`Name`; binding replaces each by one or more
:class:`Operand`, so that what follows never sees a word that an author wrote.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Key = Hashable
Exact = int | Fraction
Sign = Literal["=", "≠", "<", "≤", ">", "≥"]

OPPOSITE: dict[Sign, Sign] = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula."""

    value: Exact
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """``行`` or ``行[列]`` as written, NFKC-normalised."""

    name: str
    column: str | None
    spread: bool
    """True directly inside a function, where a group stands for all its members."""
    at: int
    """Column in the formula, from 1."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure, by the key that the caller gave for its name."""

    key: Key


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus ``of``."""

    of: Term


@dataclass(frozen=True, slots=True)
class Sum:
    """``和(…)`` and every chain of + and −; what is subtracted is a :class:`Negative`."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """``left × right``."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Quotient:
    """``left ÷ right``; unknown when ``right`` is zero."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Extreme:
    """``最大(…)`` or ``最小(…)``."""

    largest: bool
    terms: tuple[Term, ...]


Term = Number | Name | Operand | Negative | Sum | Product | Quotient | Extreme


@dataclass(frozen=True, slots=True)
class Comparison:
    """``a ≤ b ≤ c``: one sign between each two sides."""

    sides: tuple[Term, ...]
    signs: tuple[Sign, ...]

    def pairs(self) -> Iterator[tuple[Term, Sign, Term]]:
        """Each sign with the sides next to it."""
        return zip(self.sides, self.signs, self.sides[1:], strict=False)


@dataclass(frozen=True, slots=True)
class And:
    """``A 且 B``."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """``A 或 B``."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """``非 A``."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Implies:
    """``若 A 则 B``."""

    premise: Condition
    conclusion: Condition


Condition = Comparison | And | Or | Not | Implies


@dataclass(frozen=True, slots=True)
class Relation:
    """A parsed formula, its names not yet resolved."""

    condition: Condition
    source: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A relation whose names are resolved to keys."""

    condition: Condition
    source: str
