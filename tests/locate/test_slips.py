"""Slips of the hand: each is recognised, and means what was meant."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.locate.slips import RANKS, slip_between, slips_within


@pytest.mark.parametrize(("printed", "meant", "kind"), [
    (895, 859, "swapped"), (107, 170, "swapped"), (34, 340, "zero_lost"), (34, 304, "zero_lost"),
    (340, 34, "zero_added"), (3004, 304, "zero_added"), (8850, 850, "doubled"),
    (85, 815, "dropped"), (8175, 875, "added"), (857, 859, "replaced"), (-21, 21, "sign"),
    (3, 5, ""), (0, 4, "unfilled"), (12, 57, ""), (0, 40, "unfilled"), (4, 0, ""),
])
def test_counts(printed: int, meant: int, kind: str) -> None:
    assert slip_between(printed, meant).kind == kind


def test_amounts_may_be_out_by_ten_thousand() -> None:
    assert slip_between(727012578, Fraction(7270125780, 100_000), money=True).kind == "unit"
    assert slip_between(20_000, 2, money=True).kind == "unit"
    assert slip_between(20_000, 2).kind != "unit"


def test_the_sign_of_a_change_may_be_lost() -> None:
    assert slip_between(7, -7, signed=True).kind == "sign"
    assert slip_between(7, -7).kind == ""


def test_decimals_keep_their_point() -> None:
    assert slip_between(Fraction(213, 10), Fraction(203, 10)).kind == "replaced"
    assert slip_between(Fraction(332, 10), Fraction(323, 10)).kind == "swapped"


def test_within_an_interval_the_likeliest_comes_first() -> None:
    found = slips_within(40, 0, 31)
    assert (found[0].kind, found[0].meant) == ("zero_added", 4)
    assert all(0 <= slip.meant <= 31 for slip in found)
    assert slips_within(285, 257, Fraction(2584, 10))[0].meant == 258


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_named_slip_is_likelier_than_none(printed: int, meant: int) -> None:
    slip = slip_between(printed, meant)
    assert slip.meant == meant
    assert slip.rank <= RANKS[""]
    if slip.kind not in ("", "unfilled"):
        assert meant in {other.meant for other in slips_within(printed, None, None)}


@given(st.integers(10, 10**9), st.data())
def test_swapped_digits_are_seen_as_such(meant: int, data: st.DataObject) -> None:
    digits = str(meant)
    at = data.draw(st.integers(0, len(digits) - 2))
    typed = int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:])
    if len(str(typed)) == len(digits) and typed != meant:
        assert slip_between(typed, meant).kind == "swapped"


@given(st.integers(0, 10**7))
def test_no_slip_means_what_is_printed(printed: int) -> None:
    assert all(slip.meant != printed for slip in slips_within(printed, None, None))
