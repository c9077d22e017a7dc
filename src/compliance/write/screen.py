"""Text on a screen of a hundred columns, where a Chinese character takes two."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth

from compliance.pattern import lazy_pattern

WIDTH = 100

# Marks that must not begin a line, and marks that must not end one.
_CLOSING = "，。；：、！？）】》〉」』”’％…·,.;:!?)%"
_OPENING = "（【《〈「『“‘("
# A run of Latin letters and digits stays together; any other character stands alone.
_UNITS = lazy_pattern(rf"[{_OPENING}]*(?:[!-'*-~]+|[^\s{_OPENING}]|$)[{_CLOSING}]*|\s|.")


def width(text: str) -> int:
    """Columns that ``text`` takes."""
    return max(0, int(wcswidth(text)))


def wrap(text: str, limit: int) -> list[str]:
    """``text`` in lines of at most ``limit`` columns; at least one line."""
    lines, line, used = [], "", 0
    for unit in (piece for found in _UNITS.findall(text) for piece in _pieces(found, limit)):
        wide = width(unit)
        if used + wide > limit and line.strip():
            lines.append(line.rstrip())
            line, used = "", 0
        if unit.isspace() and not line:
            continue
        line += unit
        used += wide
    lines.append(line.rstrip())
    return lines


def _pieces(unit: str, limit: int) -> list[str]:
    """A unit, cut where it alone is wider than a line."""
    if width(unit) <= limit:
        return [unit]
    pieces, piece = [], ""
    for character in unit:
        if width(piece + character) > limit and piece:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def hanging(label: str, text: str, indent: int = 0) -> list[str]:
    """``label`` and ``text``, with further lines indented to stand below the text."""
    first = " " * indent + label
    margin = min(width(first), WIDTH // 2)
    lines = wrap(text, WIDTH - margin)
    return [first + lines[0], *(" " * margin + line for line in lines[1:])]


def grid(headers: Sequence[str], rows: Sequence[Sequence[str]], limits: Sequence[int | None],
         right: Sequence[int] = ()) -> str:
    """A table with aligned columns; a column with a limit is wrapped to it."""
    from tabulate import tabulate

    cells = [["\n".join(wrap(cell, limit)) if limit else cell
              for cell, limit in zip(row, limits, strict=True)] for row in rows]
    align = ["right" if index in right else "left" for index in range(len(headers))]
    return tabulate(cells, headers=list(headers), tablefmt="simple", disable_numparse=True,
                    colalign=align)
