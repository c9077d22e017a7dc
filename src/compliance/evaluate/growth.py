"""What a text says of a figure and of the year before, as quantities."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from compliance.model.report import Figure, Growth
from compliance.relation.quantity import Quantity


def of_growth(growth: Growth) -> Mapping[object, Quantity]:
    """The figures behind 本年数, 上年数, 增减数, 增幅 and 增幅截尾.

    A figure of the year before that is not printed is this year's less the difference.
    """
    current = figure(growth.current, "本年")
    change = figure(growth.change, "增减")
    previous = figure(growth.previous, "上年")
    if growth.previous is None and current.value is not None and change.value is not None:
        low, high = current.bounds()
        least, most = change.bounds()
        assert low is not None
        assert high is not None
        assert least is not None
        assert most is not None
        value = current.value - change.value
        previous = Quantity(value, low - most, high - least, "上年", str(value))
    return {
        "本年数": current, "上年数": previous, "增减数": change,
        "增幅": _rate(growth.rate, cut=False), "增幅截尾": _rate(growth.rate, cut=True),
    }


def figure(printed: Figure | None, label: str) -> Quantity:
    """A figure with the true values that it may stand for; one not printed has none."""
    if printed is None:
        return Quantity(None, label=label)
    value, half = Fraction(printed.value), Fraction(printed.step) / 2
    return Quantity(value, value - half, value + half, label, f"{printed.value:f}")


def _rate(rate: Decimal | None, *, cut: bool) -> Quantity:
    if rate is None:
        return Quantity(None, label="增幅")
    exponent = rate.as_tuple().exponent
    value, place = Fraction(rate), Fraction(10) ** min(0, exponent if isinstance(exponent, int)
                                                       else 0)
    low, high = value - place / 2, value + place / 2
    if cut:
        low, high = (value - place, value) if rate.is_signed() else (value, value + place)
    return Quantity(value, low, high, "增幅", f"{rate}%")
