# ruff: noqa: E501 (sentences under test stay in one piece)
"""Numbers as reports write them."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.numerals import chinese_numeral, chinese_value, read_number


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("0", 0, ""), ("1,234", 1234, ""), ("１，２３４", 1234, ""), ("1 234 567", 1234567, ""),
    ("3.5万", 35000, ""), ("1.2亿", 120000000, ""), ("2千件", 2000, "件"),
    ("一百二十三", 123, ""), ("二〇二三", 2023, ""), ("十二", 12, ""), ("两万三千", 23000, ""),
    ("壹佰贰拾叁", 123, ""), ("-5", -5, ""), ("－５", -5, ""), ("负三", -3, ""),
    ("780件", 780, "件"), ("251000元", 251000, "元"), ("12 %", 12, "%"), ("４.５％", Decimal("4.5"), "%"),
    ("2483條", 2483, "条"), ("3.50", Decimal("3.50"), ""), ("3.5万元", 35000, "元"), ("一百十二", 112, ""),
])
def test_numbers(text: str, value: int | Decimal, unit: str) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.value, number.unit, number.text) == (value, unit, text)
    assert str(number.value) == str(value)


@pytest.mark.parametrize("text", [
    "", " ", "/", "—", "无", "12,34", "1,2345", "1 23", "260余", "约30", "1.2.3", "3件5", "万", "亿万",
    "百", "一二百", "二十二十", "百一千", "1月", "第3", "十万万", "12万万", "1e5", "NaN", "²x", "12abc", "--3", "零五十", "两万三",
])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(0, 10**15))
def test_chinese_round_trip(value: int) -> None:
    assert chinese_value(chinese_numeral(value)) == value


@given(st.integers(0, 10**8 - 1))
def test_agrees_with_cn2an(value: int) -> None:
    assert chinese_value(cn2an.an2cn(value, "low")) == value
    assert chinese_value(cn2an.an2cn(value, "up")) == value


@given(st.decimals(-10**9, 10**9, places=2))
def test_decimals_are_kept_as_printed(value: Decimal) -> None:
    number = read_number(f"{value:,}")
    assert number is not None
    assert number.value == value
    assert str(abs(number.value)) == str(abs(value))


@given(st.integers(-10**12, 10**12))
def test_separators(value: int) -> None:
    for text in (str(value), f"{value:,}", f"{value:,}".replace(",", " "), f"{value:,}".replace(",", "，")):
        number = read_number(text)
        assert number is not None
        assert number.value == value
        assert isinstance(number.value, int)


@given(st.text(max_size=12))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    number = read_number(text)
    assert number is None or number.text == text


@pytest.mark.parametrize("text", ["9" * 5000, "1," * 3000 + "000", "一" * 5000, "1" * 81])
def test_endless_numbers_are_none(text: str) -> None:
    assert read_number(text) is None
    assert chinese_value(text) is None
