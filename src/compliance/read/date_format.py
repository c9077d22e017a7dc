"""Numbers of a workbook as its cells show them, dates among them, which count days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from compliance.read.number_format import Piece, general, is_date, sections, shown_number

_LAST = 2_958_465
"""The 31st of December 9999."""
_NUMBERED_1900 = 60
"""From this number on, days are one too many: workbooks give 1900 a 29th of February."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = "一二三四五六日"
_SECONDS = 86_400


def shown(value: Decimal, code: str, from_1904: bool = False) -> str:
    """A number as its format code shows it; without a code as in ``General``."""
    if is_date(code):
        return shown_date(value, code, from_1904)
    return shown_number(value, code) if code else general(value)


def shown_date(days: Decimal, code: str, from_1904: bool = False) -> str:
    """A number of days in a date format: ``2025年3月10日``.

    Numbers that are no day from 1900 to 9999 are given as numbers.
    """
    if not 0 <= days <= _LAST - 1462:
        return general(days)
    section = _with_minutes(sections(code)[0])
    when = moment(days, from_1904)
    twelve = any("/" in piece.text for piece in section if piece.kind == "date")
    numerals = any(piece.text == "dbnum1" for piece in section)
    shown = ""
    for piece in section:
        if piece.kind == "text":
            shown += piece.text
        elif piece.kind == "elapsed":
            shown += _elapsed(days, piece.text)
        elif piece.kind == "date":
            shown += _part(when, piece.text, twelve, numerals)
    return shown.strip()


def moment(days: Decimal, from_1904: bool) -> datetime:
    """The date and time, to the second, that a number of days stands for."""
    if from_1904:
        first = datetime(1904, 1, 1)
    else:
        first = datetime(1899, 12, 30 if days >= _NUMBERED_1900 else 31)
    whole = int(days)
    return first + timedelta(days=whole, seconds=round((days - whole) * _SECONDS))


def _with_minutes(section: Sequence[Piece]) -> list[Piece]:
    """The pieces of a format, with ``n`` for the ``m`` behind hours and before seconds."""
    found = list(section)
    parts = [at for at, piece in enumerate(found) if piece.kind in ("date", "elapsed")]
    for number, at in enumerate(parts):
        if found[at].text not in ("m", "mm") or found[at].kind == "elapsed":
            continue
        before = found[parts[number - 1]].text if number else ""
        after = found[parts[number + 1]].text if number + 1 < len(parts) else ""
        if before.startswith("h") or after.startswith("s"):
            found[at] = Piece("date", found[at].text.replace("m", "n"))
    return found


def _elapsed(days: Decimal, text: str) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{round(days * _SECONDS) // unit:0{len(text)}d}"


def _part(when: datetime, text: str, twelve: bool, numerals: bool) -> str:
    if text[0] in "ye":
        year = f"{when.year:04d}" if text in ("yyyy", "e") else f"{when.year % 100:02d}"
        return year.translate(str.maketrans("0123456789", "〇一二三四五六七八九")) \
            if numerals else year
    if text in ("am/pm", "a/p", "上午/下午"):
        return text.split("/")[when.hour >= 12].upper()
    if text.startswith(("ddd", "aaa")):
        return ("" if text == "aaa" else "星期") + _DAYS[when.weekday()]
    if text.startswith("mmm"):
        return _MONTHS[when.month - 1]
    hour = (when.hour - 1) % 12 + 1 if twelve else when.hour
    number = {"m": when.month, "d": when.day, "h": hour, "n": when.minute, "s": when.second}[
        text[0]]
    if numerals:
        from compliance.numerals import chinese_numeral

        return chinese_numeral(number).removeprefix("一" if 10 <= number < 20 else "")
    return f"{number:0{len(text)}d}"
