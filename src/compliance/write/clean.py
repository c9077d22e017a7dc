"""Text of a report made safe to print.

A report is untrusted: it may carry terminal escape sequences, controls that
reorder the line, or characters that XML and UTF-8 do not allow.
"""

from __future__ import annotations

from compliance.pattern import lazy_pattern

# CSI and OSC/DCS/APC/PM/SOS strings (7-bit and C1 forms) go with all they carry (ECMA-48).
_SEQUENCES = lazy_pattern(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]?"
)
# Controls but tab and line feed; marks and overrides of direction; non-characters.
_CONTROLS = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_BREAKS = lazy_pattern("\r\n?|[\x85\u2028\u2029]")
_SURROGATES = lazy_pattern("[\ud800-\udfff]")
_SPACES = lazy_pattern(r"\s+")


def plain(text: str) -> str:
    """``text`` without controls and escape sequences; line breaks and tabs stay."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    text = _SEQUENCES.sub("", _BREAKS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """``text`` made plain and put on one line."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", plain(text)).strip()
