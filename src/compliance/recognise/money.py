"""Amounts of money in the unit that the form prescribes."""

from __future__ import annotations

from decimal import Decimal

from compliance.model.report import CellNote, CellState, CellValue
from compliance.recognise.traditional import mainland

POWERS = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
"""Powers of ten of a yuan."""
_LONGEST_FIRST = sorted(POWERS, key=len, reverse=True)


def money_unit(words: str) -> str:
    """The unit of money that a header or a cell names: ``万元`` of ``金额（单位：万元）``."""
    if "元" not in words:
        return ""
    named = mainland("".join(words.split())).rpartition("元")[0] + "元"
    unit = next(unit for unit in _LONGEST_FIRST if named.endswith(unit))
    return "" if named.removesuffix(unit).endswith(tuple("十百千万亿")) else unit


def in_form_unit(value: CellValue, note: CellNote, expected: str) -> CellValue:
    """``value``, printed in ``note.unit``, in the unit ``expected``; the note keeps the move.

    A value of another kind than money, and one without a printed unit, stays as it is.
    """
    if expected not in POWERS or note.unit not in POWERS or note.unit == expected:
        return value
    if value is None or isinstance(value, CellState):
        return value
    note.scale = POWERS[note.unit] - POWERS[expected]
    return moved(value, note.scale)


def as_printed(value: CellValue, note: CellNote) -> CellValue:
    """The value before it was moved to the form's unit."""
    if not note.scale or value is None or isinstance(value, CellState):
        return value
    return moved(value, -note.scale)


def moved(value: int | Decimal, places: int) -> int | Decimal:
    """``value`` times ten to the power of ``places``, exact, without idle zeros."""
    sign, digits, exponent = Decimal(value).as_tuple()
    assert isinstance(exponent, int)
    exponent += places
    while exponent < 0 and len(digits) > 1 and digits[-1] == 0:
        digits, exponent = digits[:-1], exponent + 1
    made = Decimal((sign, digits, exponent))
    return int(made) if exponent >= 0 or not made else made
