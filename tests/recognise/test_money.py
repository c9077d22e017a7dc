"""Amounts moved between units of money are exact, there and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.model.report import CellNote, CellState
from compliance.recognise.money import POWERS, as_printed, in_form_unit, money_unit

UNITS = st.sampled_from(sorted(POWERS))
AMOUNTS = st.one_of(st.integers(-10**40, 10**40),
                    st.decimals(allow_nan=False, allow_infinity=False, places=6))


@given(AMOUNTS, UNITS, UNITS)
def test_there_and_back(amount, printed, expected):
    note = CellNote(unit=printed)
    value = in_form_unit(amount, note, expected)
    assert isinstance(value, int | Decimal)
    assert value * Decimal(10) ** POWERS[expected] == amount * Decimal(10) ** POWERS[printed]
    assert as_printed(value, note) == amount


@given(st.sampled_from([None, CellState.UNREADABLE, CellState.NOT_APPLICABLE]), UNITS, UNITS)
def test_what_is_no_number_is_not_moved(value, printed, expected):
    assert in_form_unit(value, CellNote(unit=printed), expected) is value


def test_counts_are_not_money():
    assert in_form_unit(780, CellNote(unit="件"), "万元") == 780
    assert in_form_unit(780, CellNote(unit="元"), "件") == 780


@pytest.mark.parametrize(("words", "unit"), [
    ("本年收费金额（单位：万元）", "万元"), ("251000元", "元"), ("金额(亿元)", "亿元"),
    ("本年收费金额（单位：万 元）", "万元"), ("本年收費金額（單位：萬元）", "万元"),
    ("采购总金额", ""), ("单位：件", ""), ("", ""),
])
def test_the_unit_that_words_name(words, unit):
    assert money_unit(words) == unit
