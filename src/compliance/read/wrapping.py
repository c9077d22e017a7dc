"""Undo the line breaks of text that was wrapped at a fixed width."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from compliance.pattern import lazy_pattern
from compliance.record import record

_HEADING = lazy_pattern(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）](?!项)|"
    r"第[一二三四五六七八九十]+(?:部分|章|节)|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|"
    r"附件|附表|附：|表[一二三四五六]|[•·●■#]"
)
_WHOLE_HEADING = lazy_pattern(
    r"[一二三四五六七八九十]{1,3}[、.．][^。，；：,;:]*(?:情况|情況|事项|事項|措施|概述|说明|說明)")
_GOES_ON = "和与及與、，（("
_TOKEN = lazy_pattern(r"[!-~]+|.")
_SENTENCE_END = "。！？!?"
_CLAUSE_END = _SENTENCE_END + "；;：:"
_NARROWEST, _WIDEST = 40, 130


@record
class PrintedLine:
    """One line of a text file: its number from 1, its indent in characters, its text."""

    number: int
    indent: int
    text: str
    width: int = 0

    def __post_init__(self) -> None:
        self.width = display_width(self.text)


def display_width(text: str) -> int:
    """Columns that a text takes where a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def wrap_width(lines: Sequence[PrintedLine]) -> int:
    """The width at which a text was wrapped; 0 when it was not.

    Most lines of a wrapped text are as long as can be, hardly one is longer, and they
    break off in the middle of a sentence.
    """
    long = [line for line in lines if line.width >= _NARROWEST]
    if len(long) < 3:
        return 0
    width = sorted(line.width for line in long)[(len(long) - 1) * 9 // 10]
    full = [line for line in long if 0.85 * width <= line.width <= 1.05 * width]
    longer = sum(line.width > 1.2 * width for line in long)
    if width > _WIDEST or 2 * len(full) < len(long) or 20 * longer > len(long):
        return 0
    running = [line for line in full if not _HEADING.match(line.text)]
    broken = sum(line.text[-1] not in _CLAUSE_END for line in running)
    return width if 2 * broken >= len(running) > 0 else 0


def continues(line: PrintedLine, following: PrintedLine, width: int) -> bool:
    """True when ``following`` goes on with the paragraph of ``line``."""
    if not width or following.number != line.number + 1 or line.width < 0.6 * width:
        return False
    if line.text[-1] in _SENTENCE_END or following.indent > line.indent:
        return False
    if _HEADING.match(following.text):
        return False
    if _WHOLE_HEADING.fullmatch(line.text) and following.text[0] not in _GOES_ON:
        return False
    token = _TOKEN.match(following.text)
    # Broken because the next word did not fit; a shorter line was ended on purpose.
    return line.width + display_width(token[0] if token else "") >= width - 6


def join(texts: Sequence[str]) -> str:
    """Pieces of one text; a space only between two pieces in Latin letters or digits."""
    whole = ""
    for text in texts:
        latin = whole and text and not (whole[-1].isspace() or text[0].isspace()) and (
            (whole[-1].isascii() and text[0].isascii())
            or (whole[-1].isdigit() and text[0].isdigit()))
        whole += f" {text}" if latin else text
    return whole


def join_lines(lines: Sequence[str]) -> str:
    """The lines of one cell as one text; figures on two lines stay two.

    Two spaces part them: with one, 1 and 200 would be the number 1 200.
    """
    whole = ""
    for line in filter(None, map(str.strip, lines)):
        if whole and whole[-1].isdigit() and line[0].isdigit():
            whole += "  "
        elif whole and whole[-1].isascii() and line[0].isascii():
            whole += " "
        whole += line
    return whole
