"""The typed nodes of a relation.

A parsed relation holds :class:`Name`; binding replaces each by one or more
:class:`Operand`, so that what follows never sees a word that an author wrote.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from fractions import Fraction
from typing import Literal

from compliance.record import frozen_record

Key = Hashable
Exact = int | Fraction
Sign = Literal["=", "≠", "<", "≤", ">", "≥"]

OPPOSITE: dict[Sign, Sign] = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}


@frozen_record
class Number:
    """A number written in the formula."""

    value: Exact
    text: str


@frozen_record
class Name:
    """``行`` or ``行[列]`` as written, NFKC-normalised."""

    name: str
    column: str | None
    spread: bool
    """True directly inside a function, where a group stands for all its members."""
    at: int
    """Column in the formula, from 1."""


@frozen_record
class Operand:
    """A figure, by the key that the caller gave for its name."""

    key: Key
    spread: bool = False
    """True directly inside a function: left out where it does not apply."""


@frozen_record
class Negative:
    """Minus ``of``."""

    of: Term


@frozen_record
class Sum:
    """``和(…)`` and every chain of + and −; what is subtracted is a :class:`Negative`."""

    terms: tuple[Term, ...]


@frozen_record
class Product:
    """``left × right``."""

    left: Term
    right: Term


@frozen_record
class Quotient:
    """``left ÷ right``; unknown when ``right`` is zero."""

    left: Term
    right: Term


@frozen_record
class Extreme:
    """``最大(…)`` or ``最小(…)``."""

    largest: bool
    terms: tuple[Term, ...]


@frozen_record
class Given:
    """``有数(…)``: how many of the figures apply."""

    terms: tuple[Term, ...]
    kept: tuple[Term, ...] | None = None
    """Those that apply, once it is known which do."""

    @property
    def counted(self) -> tuple[Term, ...]:
        """The terms that are counted."""
        return self.terms if self.kept is None else self.kept


Term = Number | Name | Operand | Negative | Sum | Product | Quotient | Extreme | Given


@frozen_record
class Comparison:
    """``a ≤ b ≤ c``: one sign between each two sides."""

    sides: tuple[Term, ...]
    signs: tuple[Sign, ...]

    def pairs(self) -> Iterator[tuple[Term, Sign, Term]]:
        """Each sign with the sides next to it."""
        return zip(self.sides, self.signs, self.sides[1:], strict=False)


@frozen_record
class And:
    """``A 且 B``."""

    conditions: tuple[Condition, ...]


@frozen_record
class Or:
    """``A 或 B``."""

    conditions: tuple[Condition, ...]


@frozen_record
class Not:
    """``非 A``."""

    condition: Condition


@frozen_record
class Implies:
    """``若 A 则 B``."""

    premise: Condition
    conclusion: Condition


Condition = Comparison | And | Or | Not | Implies


@frozen_record
class Relation:
    """A parsed formula, its names not yet resolved."""

    condition: Condition
    source: str


@frozen_record
class Bound:
    """A relation whose names are resolved to keys."""

    condition: Condition
    source: str
