"""How a typist errs: slips of the hand that turn one number into another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from compliance.messages import say
from compliance.model.text import Text
from compliance.record import frozen_record
from compliance.relation.nodes import Exact

# How little a slip proves: 1 is hardly ever chance, 9 is none at all.
RANKS = {
    "swapped": 1, "sign": 1, "unit": 1, "exchanged": 1, "moved": 1,
    "zero_lost": 2, "zero_added": 2, "doubled": 2, "neighbour": 3,
    "dropped": 3, "added": 4, "replaced": 4, "unfilled": 6, "": 9,
}
_TEN_THOUSAND = 10_000
# Nobody types numbers of more digits.
_LARGEST = 10**18


@frozen_record
class Slip:
    """One slip: its kind, and the number that was meant."""

    kind: str
    """A key of :data:`RANKS`; empty for none."""
    meant: Exact

    @property
    def rank(self) -> int:
        """How likely it is, the likeliest first."""
        return RANKS[self.kind]

    def words(self) -> Text:
        """What the typist did."""
        return say(f"locate.slip_{self.kind}") if self.kind else Text("", "")


def slip_between(printed: Exact, meant: Exact, *, money: bool = False, signed: bool = False
                 ) -> Slip:
    """The likeliest slip that makes ``printed`` of ``meant``; one of no kind where none does."""
    kinds = [kind for kind, value in _slips(printed, money, signed) if value == meant]
    if printed == 0 and meant > 0:
        kinds.append("unfilled")
    return Slip(min(kinds, key=RANKS.__getitem__, default=""), meant)


def slips_within(printed: Exact, low: Exact | None, high: Exact | None, *, money: bool = False,
                 signed: bool = False) -> list[Slip]:
    """The slips behind ``printed`` that mean a number from ``low`` to ``high``, likeliest first."""
    best: dict[Exact, str] = {}
    for kind, value in _slips(printed, money, signed):
        inside = (low is None or value >= low) and (high is None or value <= high)
        if inside and RANKS[kind] < RANKS[best.get(value, "")]:
            best[value] = kind
    found = [Slip(kind, value) for value, kind in best.items()]
    return sorted(found, key=lambda slip: (slip.rank, abs(slip.meant - printed), slip.meant))


def only_likeliest(slips: list[Slip]) -> Slip | None:
    """The first of ranked slips, where none of the others is as likely."""
    alone = len(slips) == 1 or (len(slips) > 1 and slips[0].rank < slips[1].rank)
    return slips[0] if alone else None


def _slips(printed: Exact, money: bool, signed: bool) -> Iterator[tuple[str, Exact]]:
    """Every number that one slip makes ``printed`` of, with the slip."""
    if not -_LARGEST < printed < _LARGEST:
        return
    if printed < 0 or signed:
        yield "sign", -printed
    if money:
        yield "unit", Fraction(printed) / _TEN_THOUSAND
        yield "unit", printed * _TEN_THOUSAND
    digits, decimals = _digits(-printed if printed < 0 else printed)
    sign = -1 if printed < 0 else 1
    for kind, other in _of_digits(digits):
        if other and (len(other) == 1 or other[0] != "0"):
            value: Exact = sign * int(other)
            if decimals:
                value = Fraction(value, 10 ** decimals)
            if value != printed:
                yield kind, value


def _of_digits(printed: str) -> Iterator[tuple[str, str]]:
    """What may have been meant, digit by digit."""
    size = len(printed)
    for at in range(size - 1):
        if printed[at] != printed[at + 1]:
            yield "swapped", (printed[:at] + printed[at + 1] + printed[at] + printed[at + 2:])
    for at in range(size if size > 1 else 0):
        shorter = printed[:at] + printed[at + 1:]
        if printed[at] == "0" and at:
            yield "zero_added", shorter
        elif printed[at] in printed[max(0, at - 1):at]:
            yield "doubled", shorter
        else:
            yield "added", shorter
    # Beside a lone 0 any digit might be missing: that proves nothing.
    for at in range(size + 1 if printed != "0" else 0):
        for digit in "0123456789":
            longer = printed[:at] + digit + printed[at:]
            yield ("zero_lost" if digit == "0" else "dropped"), longer
    # A number of one digit can be mistyped for any other: that proves nothing.
    for at in range(size if size > 1 else 0):
        for digit in "0123456789":
            if digit != printed[at]:
                yield "replaced", printed[:at] + digit + printed[at + 1:]


def _digits(value: Exact) -> tuple[str, int]:
    """The digits of a number as printed, and how many of them are decimals."""
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value)), 0
    written = Decimal(value.numerator) / Decimal(value.denominator)
    exponent = written.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return str(int(written.scaleb(decimals))), decimals
