"""Numbers and dates of a workbook as its cells show them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from compliance.pattern import lazy_pattern
from compliance.record import record

_TOKEN = lazy_pattern(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|'
    r"\[(?P<bracket>[^\]]*)\]|"
    r"(?P<digits>(?:[0#?](?:[0#?, ]*[0#?])?,*(?:\.[0#?]*)?|\.[0#?]+)(?:E[+-][0#?]+)?)|"
    r"(?P<date>yyyy|yy|y|e|m{1,5}|d{1,4}|a{3,4}|hh|h|ss|s|am/pm|a/p|上午/下午)|"
    r"(?P<plain>General|G/通用格式|@)|(?P<other>.)", re.I | re.S)
_ELAPSED = frozenset(("h", "hh", "m", "mm", "s", "ss"))
_YUAN = ("¥", "￥")
_NEGATIVE_MARKS = str.maketrans("", "", "-()（）")
_LONGEST = 11
"""Characters that the format ``General`` gives a number."""

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0",
    43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.0E+0",
    49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}
"""Format codes that a workbook names by number only, as a Chinese Excel shows them."""


@record
class Piece:
    """One part of a format: ``kind`` is text, digits, date, elapsed, plain, percent or other."""

    kind: str
    text: str


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[tuple[Piece, ...], ...]:
    """The sections of a format code: positive; negative; zero; text."""
    found: list[list[Piece]] = [[]]
    for token in _TOKEN.finditer(code):
        kind, text = token.lastgroup, token[token.lastgroup] if token.lastgroup else ""
        if kind == "other" and text == ";":
            found.append([])
        elif kind == "bracket":
            found[-1].append(_bracket(text.lower()))
        elif kind in ("digits", "date", "plain"):
            found[-1].append(Piece(kind, text.lower()))
        elif kind == "other" and text == "%":
            found[-1].append(Piece("percent", text))
        elif text:
            found[-1].append(Piece("text", text))
    return tuple(map(tuple, found[:4]))


def _bracket(text: str) -> Piece:
    if text in _ELAPSED:
        return Piece("elapsed", text)
    return Piece("other" if text.startswith(("<", ">", "=")) else "hint", text)


def is_date(code: str) -> bool:
    """Whether numbers in this format count days."""
    kinds = {piece.kind for piece in sections(code)[0]
             if not (piece.kind == "digits" and piece.text.startswith("."))}
    return bool(kinds & {"date", "elapsed"}) and not kinds & {"digits", "plain", "percent"}


def shown_number(value: Decimal, code: str) -> str:
    """A number as a format shows it: ``0.0234`` in ``0.00%`` is ``2.34%``.

    Where a format would show no figure (a dash for zero), or puts figures
    where they do not stand in the number, the number itself is given.
    """
    parts = sections(code)
    section = parts[0]
    if value < 0 and len(parts) > 1:
        section = parts[1]
    elif value == 0 and len(parts) > 2:
        section = parts[2]
    figures = [piece for piece in section if piece.kind in ("digits", "plain")]
    if value == 0 and not any("0" in piece.text or piece.kind == "plain" for piece in figures):
        return "0"
    if len(figures) != 1 or any(piece.kind == "other" for piece in section) \
            or not -20 < value.adjusted() < 20:
        return general(value)
    text = _shown(section, abs(value))
    if value < 0:
        text = text.translate(_NEGATIVE_MARKS)
        return f"-{text}" if any(figure in text for figure in "123456789") else text
    return text


def _shown(section: tuple[Piece, ...], value: Decimal) -> str:
    value = value.scaleb(2 * sum(piece.kind == "percent" for piece in section))
    shown = ""
    for piece in section:
        if piece.kind == "digits":
            shown += _digits(value, piece.text)
        elif piece.kind == "plain":
            shown += general(value)
        elif piece.kind in ("text", "percent"):
            shown += piece.text
    return yuan_behind(shown.strip())


def yuan_behind(text: str) -> str:
    """``¥12.50`` as ``12.50元``: the sign is a unit, which reports print behind the figure."""
    return f"{text[1:].strip()}元" if text.startswith(_YUAN) else text


def _digits(value: Decimal, pattern: str) -> str:
    if "e" in pattern:
        return general(value)
    whole, _, decimals = pattern.partition(".")
    value = value.scaleb(-3 * (len(whole) - len(whole.rstrip(","))))
    rounded = _rounded(value, len(decimals))
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0")
    return text.removesuffix(".")


def general(value: Decimal) -> str:
    """A number without a format: whole numbers in full, others to eleven characters."""
    if not -30 < value.adjusted() < 30:
        return str(value)
    if value == value.to_integral_value():
        return f"{value.to_integral_value() + 0:f}"
    places = max(1, _LONGEST - 2 - max(0, value.adjusted())) - min(0, value.adjusted() + 1)
    return f"{_rounded(value, places):f}".rstrip("0").rstrip(".")


def _rounded(value: Decimal, places: int) -> Decimal:
    """A number to so many decimals, half away from zero, as workbooks round."""
    places = min(places, 26 - max(0, value.adjusted()))
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def exact(value: float) -> Decimal:
    """A binary number by the fifteen figures that a workbook keeps of it."""
    return Decimal(f"{value:.15g}")
