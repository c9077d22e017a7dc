"""From bytes to text: what the bytes prove counts for more than what the file declares."""

from __future__ import annotations

import codecs
import re

from compliance.errors import Problem
from compliance.messages import say
from compliance.pattern import lazy_pattern
from compliance.read.radicals import with_ordinary_characters
from compliance.read.source import RawFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = lazy_pattern(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
# Single-byte encodings decode any bytes: declaring one proves nothing.
_DECLARABLE = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "cp936": "gb18030",
    "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
}
_CONTROL = lazy_pattern("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_SAMPLE = 65_536
_WHOLE_FOR_BROKEN = 20
"""Least number of characters for each that does not fit."""


def decode(raw: RawFile) -> str:
    """The text of a file, with ``\\n`` at the end of each line and no radicals for characters.

    Raises:
        Problem: the content is not text, or its encoding cannot be told.
    """
    text = _decoded(raw)
    if "\x00" in text or len(_CONTROL.findall(text, 0, _SAMPLE)) > len(text[:_SAMPLE]) // 100:
        raise Problem(say("read.binary"), raw.file)
    return with_ordinary_characters(text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(raw: RawFile) -> str:
    data = raw.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark):], encoding)
            if text is None:
                text = _nearly(data[len(mark):], (encoding,))
            if text is None:
                raise Problem(say("read.encoding"), raw.file)
            return text
    if b"\x00" in data:
        raise Problem(say("read.binary"), raw.file)
    text = _strict(data, "utf-8")
    if text is None:
        text = _declared(data)
    if text is None:
        text = _guessed(data)
    if text is None:
        raise Problem(say("read.encoding"), raw.file)
    return text


def _nearly(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The text where all but a few characters fit, as when a page cuts its own title short.

    What does not fit is shown as U+FFFD, which is part of no number and no label.
    """
    best: tuple[int, str] | None = None
    for encoding in encodings:
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd")
        wide = sum(character > "\x7f" for character in text)
        if broken * _WHOLE_FOR_BROKEN <= wide and (best is None or broken < best[0]) \
                and (encoding != "gb18030" or _plausible(text, encoding)):
            best = broken, text
    return best[1] if best else None


def _strict(data: bytes, encoding: str) -> str | None:
    """The text when every byte fits; a last character that was cut off is left out."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < max(1, len(data) - 3):
            return None
        try:
            return data[: error.start].decode(encoding)
        except UnicodeDecodeError:
            return None


def _declared(data: bytes) -> str | None:
    found = _DECLARATION.search(data, 0, 4096)
    encoding = _DECLARABLE.get(found[1].decode("ascii").lower()) if found else None
    text = _strict(data, encoding) if encoding else None
    return text if text is not None and _plausible(text, encoding or "") else None


def _guessed(data: bytes) -> str | None:
    chinese = _strict(data, "gb18030")
    if chinese is not None and _plausible(chinese, "gb18030"):
        return chinese
    nearly = _nearly(data, ("utf-8", "gb18030"))
    if nearly is not None:
        return nearly
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        text = _strict(data, best.encoding)
        if text is not None and _has_chinese(text):
            return text
    return chinese if chinese is not None and _has_chinese(chinese) else None


def _plausible(text: str, encoding: str) -> bool:
    """True when the characters are those people use, not the debris of a wrong decoding."""
    wide = [character for character in text[:_SAMPLE] if character > "\x7f"]
    if not wide:
        return True
    # Both sets put the characters in common use first: a wrong decoding hits the rest.
    charset, last = ("gb2312", 0xD7) if encoding == "gb18030" else ("big5", 0xC6)
    leads = "".join(wide).encode(charset, "ignore")[::2]
    return sum(0xA1 <= lead <= last for lead in leads) >= 0.9 * len(wide)


def _has_chinese(text: str) -> bool:
    """True when a good part of the text is in Chinese characters."""
    sample = text[:_SAMPLE]
    return sum("\u4e00" <= character <= "\u9fff" for character in sample) * 20 > len(sample)
