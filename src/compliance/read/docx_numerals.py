"""Numbers in the forms that Word numbers its lists with."""

from __future__ import annotations

from compliance.numerals import CHINESE_DIGITS

_PLACES = "千百十"
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_DIGITAL = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RANKS = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
          "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}
_ENCLOSED = {"decimalEnclosedCircle": ("①", 20), "decimalEnclosedCircleChinese": ("①", 20),
             "decimalEnclosedParen": ("⑴", 20), "decimalEnclosedFullstop": ("⒈", 20),
             "ideographEnclosedCircle": ("㈠", 10)}
_COUNTED = frozenset(("chineseCounting", "chineseCountingThousand", "japaneseCounting",
                      "taiwaneseCounting", "taiwaneseCountingThousand"))
_DIGIT_BY_DIGIT = frozenset(("ideographDigital", "japaneseDigitalTenThousand",
                             "taiwaneseDigital", "koreanDigital2"))


def numeral(value: int, form: str) -> str:
    """``value``, 0 to 9999, in the form that ``w:numFmt`` names; in digits where it has none."""
    if form in _COUNTED:
        return _counted(value)
    if form in _DIGIT_BY_DIGIT:
        return str(value).translate(_DIGITAL)
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        simple = form == "chineseLegalSimplified"
        return _counted(value).translate(_LEGAL if simple else _LEGAL_TRADITIONAL)
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return str(value).translate(_FULL_WIDTH)
    if form == "decimalZero":
        return f"{value:02}"
    if form == "numberInDash":
        return f"- {value} -"
    if form == "none":
        return ""
    return _ranked(value, form) if 0 < value < 4000 else str(value)


def _ranked(value: int, form: str) -> str:
    if form in _ENCLOSED:
        first, count = _ENCLOSED[form]
        return chr(ord(first) + value - 1) if value <= count else str(value)
    if form in _RANKS:
        return _RANKS[form][(value - 1) % len(_RANKS[form])]
    if form in ("upperLetter", "lowerLetter"):
        # After Z come AA, BB, CC.
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("upperRoman", "lowerRoman"):
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    return str(value)


def _counted(value: int) -> str:
    """``十二``, ``一百零三``."""
    if not 0 < value < 10_000:
        return CHINESE_DIGITS[0] if value == 0 else str(value)
    words = ""
    pending = False
    for place, digit in zip((*_PLACES, ""), f"{value:04}", strict=True):
        if digit == "0":
            pending = bool(words)
            continue
        words += (CHINESE_DIGITS[0] if pending else "") + CHINESE_DIGITS[int(digit)] + place
        pending = False
    return words.removeprefix("一") if words.startswith("一十") else words


def _roman(value: int) -> str:
    words = ""
    for worth, letters in _ROMAN:
        words += letters * (value // worth)
        value %= worth
    return words
