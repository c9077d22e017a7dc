"""Slips of the keyboard that explain why a YAML text cannot be parsed: tabs, full-width marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from compliance.model.location import Location
from compliance.pattern import lazy_pattern

_TAB = lazy_pattern(r"[ ]*\t")
# Keys of tables are Chinese; what stands after them tells them from running text.
_COLON = lazy_pattern(
    r"(?:^[ ]*(?:-[ ]+)?|[\[{,][ ]*)(?:[A-Za-z_]{1,30}|[^\s:：，。；、,\[\]{}\"'“#-]{1,30}"
    r"(?=：[ ]*(?:[\[{/]|-?[0-9][0-9.]*[ ]*$|null[ ]*$|$)))(：)")
_COMMA = lazy_pattern(r"[0-9\]}/][ ]*(，)")
_OF_COLON = ("mapping values are not allowed", "expected ':'", "',' or")
_LONGEST = 2_000


def slip_of(text: str, error: yaml.MarkedYAMLError) -> tuple[str, Location] | None:
    """The message that names the slip behind a syntax error, and where it stands."""
    words = f"{error.problem or ''} {error.context or ''}"
    lines = text.split("\n")
    for number in _suspect_lines(lines, error):
        line = lines[number][:_LONGEST].rstrip("\r")
        tab = _TAB.match(line)
        if tab:
            return "read.why_tab", Location(number + 1, tab.end())
        found = _COLON.search(line) if any(part in words for part in _OF_COLON) else None
        if found:
            return "structured.why_full_colon", Location(number + 1, found.start(1) + 1)
        found = _COMMA.search(line) if "',' or" in words else None
        if found:
            return "structured.why_full_comma", Location(number + 1, found.start(1) + 1)
    return None


def _suspect_lines(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Iterator[int]:
    """Where the parser stopped, where what it read began, and the line before it stopped."""
    marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark is not None]
    if not marks:
        return
    before = min(marks[-1], len(lines)) - 1
    while before > 0 and not lines[before].strip():
        before -= 1
    for number in dict.fromkeys([marks[-1], marks[0], before]):
        if 0 <= number < len(lines):
            yield number
