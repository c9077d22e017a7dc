"""Years and dates as Chinese documents print them."""

from __future__ import annotations

import re
from datetime import date

from compliance.recognise.labels import simplified

# Nought is printed as any of these; the last three are Greek and Cyrillic letters.
_NOUGHT = "〇○◯零0OoΟОо"
_DIGITS = {**dict.fromkeys(_NOUGHT, "0"),
           **{c: str(n) for n, c in enumerate("一二三四五六七八九", 1)}}
# Compiled when first used: a structured report needs none of them.
_CHINESE_YEAR = rf"二[{_NOUGHT}][{_NOUGHT}一二三四五六七八九]{{2}}(?=\s*[年)\]〕】至—~-])"
_SPACED_YEAR = r"(?<!\d)([12])\s([09])\s(\d)\s(\d)(?=\s*年)"
_CHINESE_DAY = r"([一二三四五六七八九十]{1,3})(?=\s*[月日])"
_DATE = r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*日?"


def arabic(text: str) -> str:
    """``text`` with years, months and days in Arabic digits: ``二〇二三年一月``."""
    words = simplified(text)
    words = re.sub(_CHINESE_YEAR, lambda m: "".join(_DIGITS.get(c, c) for c in m[0]), words)
    words = re.sub(_SPACED_YEAR, r"\1\2\3\4", words)
    return re.sub(_CHINESE_DAY, lambda m: str(_small(m[1])), words)


def _small(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    value = int(_DIGITS.get(ones, "0")) if ones else 0
    return value + (10 * int(_DIGITS.get(tens, "1")) if ten else 0)


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first date in ``text`` (in Arabic digits), with its span."""
    for match in re.finditer(_DATE, text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3])), match.start(), match.end()
        except ValueError:
            continue
    return None
