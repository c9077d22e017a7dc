"""Printed figures as quantities."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from compliance.messages import say
from compliance.model.text import Text
from compliance.relation.quantity import Quantity


def exact(value: int | Decimal, label: str | Text) -> Quantity:
    """A figure that is what it is: a count."""
    number = Fraction(value)
    return Quantity(number, number, number, label, str(value))


def rounded(
    value: Decimal, label: str | Text, decimals: int, *, cut: bool = False
) -> Quantity:
    """A figure printed with so many decimals: rounded, or cut off."""
    number, unit = Fraction(value), Fraction(1, 10**decimals)
    low, high = (number, number + unit) if cut else (number - unit / 2, number + unit / 2)
    return Quantity(number, low, high, label, f"{value}%")


def missing(label: str | Text) -> Quantity:
    """A figure that is not known."""
    return Quantity(None, None, None, label, say("evaluate.no_number"))
