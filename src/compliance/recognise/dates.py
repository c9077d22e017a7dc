"""Years and dates as Chinese documents print them."""

from __future__ import annotations

from datetime import date

from compliance.pattern import lazy_pattern
from compliance.recognise.labels import simplified

# Nought is printed as any of these; the last three are Greek and Cyrillic letters.
_NOUGHT = "〇○◯零0OoΟОо"
_DIGITS = {**dict.fromkeys(_NOUGHT, "0"),
           **{c: str(n) for n, c in enumerate("一二三四五六七八九", 1)}}
_CHINESE_YEAR = lazy_pattern(
    rf"二[{_NOUGHT}][{_NOUGHT}一二三四五六七八九]{{2}}(?=\s*[年)\]〕】至—~-])", needs="二")
_SPACED_YEAR = lazy_pattern(r"(?<!\d)([12])\s([09])\s(\d)\s(\d)(?=\s*年)", needs="年")
_CHINESE_DAY = lazy_pattern(r"([一二三四五六七八九十]{1,3})(?=\s*[月日])", needs="月日")
_DATE = lazy_pattern(
    r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*日?")


def arabic(text: str) -> str:
    """``text`` with years, months and days in Arabic digits: ``二〇二三年一月``."""
    words = simplified(text)
    words = _CHINESE_YEAR.sub(lambda m: "".join(_DIGITS.get(c, c) for c in m[0]), words)
    words = _SPACED_YEAR.sub(r"\1\2\3\4", words)
    return _CHINESE_DAY.sub(lambda m: str(_small(m[1])), words)


def _small(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    value = int(_DIGITS.get(ones, "0")) if ones else 0
    return value + (10 * int(_DIGITS.get(tens, "1")) if ten else 0)


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first date in ``text`` (in Arabic digits), with its span."""
    for match in _DATE.finditer(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3])), match.start(), match.end()
        except ValueError:
            continue
    return None
