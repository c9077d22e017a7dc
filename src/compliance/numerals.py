"""Numbers as reports write them.

``1,234`` ``１，２３４`` ``1 234`` ``3.5万`` ``一百二十三`` ``二〇二三`` ``壹佰贰拾`` ``780件``
``12 %`` are numbers; what is not wholly a number is ``None``, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from compliance.pattern import lazy_pattern
from compliance.record import frozen_record

UNITS = (
    "人次", "件次", "条次", "批次", "场次", "小时", "平方米",
    "件", "条", "篇", "期", "次", "份", "个", "起", "宗", "元", "项", "场", "册", "部",
    "批", "家", "名", "则", "例", "人", "亩", "类", "幅", "户", "处", "所", "位", "年", "%",
)
"""Units that may follow a number, longer ones first."""

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
"""A number in Arabic digits, after full-width forms were folded."""

LONGEST = 80
"""Characters of the longest text that is read as a number; a longer one counts nothing."""

CHINESE_DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_FORMAL = str.maketrans(
    "〇○壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億两兩弍负負",
    "零零一二二三三四五六六七八九十百千万亿二二二负负",
)
_SCALES = {"": 1, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
           "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
_UNIT = "|".join(map(re.escape, UNITS))
_NUMBER = lazy_pattern(
    rf"(?P<sign>[-负]?)\s?(?:(?P<arabic>{ARABIC})\s?(?P<scale>[十百千]?[万亿]|万亿|千|)"
    rf"|(?P<chinese>[零一二三四五六七八九十百千万亿]+))"
    rf"\s?(?P<unit>{_UNIT}|)"
)


@frozen_record
class Number:
    """A number that was read: exact, with its unit and the text as written."""

    value: int | Decimal
    """Whole numbers as ``int``; printed decimals are kept: ``Decimal('3.50')``."""
    unit: str
    """Unit as printed, folded to simplified characters and ``%``; empty when none."""
    text: str
    """The text as written."""


def read_number(text: str) -> Number | None:
    """The number that ``text`` is, or ``None`` when it is anything else, or endless."""
    text_only = text.strip()
    if len(text_only) > LONGEST:
        return None
    folded = unicodedata.normalize("NFKC", text_only)
    folded = folded.replace("條", "条").replace("個", "个").replace("−", "-").replace("–", "-")
    match = _NUMBER.fullmatch(folded.translate(_FORMAL))
    if match is None:
        return None
    value: int | Decimal | None
    if match["arabic"]:
        value = _arabic(match["arabic"], match["scale"])
    else:
        value = chinese_value(match["chinese"])
    if value is None:
        return None
    return Number(-value if match["sign"] else value, match["unit"], text)


def _arabic(digits: str, scale: str) -> int | Decimal:
    plain = digits.replace(",", "").replace(" ", "")
    factor = _SCALES[scale]
    if "." not in plain:
        return int(plain) * factor
    if factor == 1:
        return Decimal(plain)
    scaled = Decimal(plain) * factor
    whole = int(scaled)
    return whole if scaled == whole else scaled.normalize()


def chinese_value(text: str) -> int | None:
    """The value of a Chinese numeral, ``None`` when it is not a well-formed one."""
    if len(text) > LONGEST:
        return None
    numeral = text.translate(_FORMAL)
    if numeral and all(sign in CHINESE_DIGITS for sign in numeral):
        return int("".join(str(CHINESE_DIGITS.index(sign)) for sign in numeral))
    value = _sum_of_places(numeral)
    if value is None or _spelled(numeral) != _spelled(chinese_numeral(value)):
        return None
    return value


def _sum_of_places(numeral: str) -> int | None:
    total = section = digit = 0
    for sign in numeral:
        if sign in CHINESE_DIGITS:
            digit = CHINESE_DIGITS.index(sign)
        elif sign in _PLACES:
            section += (digit or 1) * _PLACES[sign]
            digit = 0
        elif sign == "万":
            total += (section + digit) * 10**4
            section = digit = 0
        elif sign == "亿":
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            return None
    return total + section + digit


def _spelled(numeral: str) -> str:
    """One spelling where several are right: ``十二`` and ``一百十二``."""
    spelled = re.sub(r"(^|[百千万亿零])十", r"\1一十", numeral)
    return re.sub(r"([万亿])零(?=[一二三四五六七八九]千)", r"\1", spelled)


def chinese_numeral(value: int) -> str:
    """``value`` (0 to 10**16 − 1) as a Chinese numeral: 12003 → 一万二千零三."""
    if value >= 10**8:
        high, low = divmod(value, 10**8)
        return chinese_numeral(high) + "亿" + _lower(low, 10**7)
    if value >= 10**4:
        high, low = divmod(value, 10**4)
        return chinese_numeral(high) + "万" + _lower(low, 10**3)
    return _below_ten_thousand(value)


def _lower(value: int, smallest: int) -> str:
    if value == 0:
        return ""
    return ("零" if value < smallest else "") + chinese_numeral(value)


def _below_ten_thousand(value: int) -> str:
    if value == 0:
        return "零"
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // place % 10
        if digit:
            written += ("零" if gap and written else "") + CHINESE_DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written
