"""Markdown put together, and shown on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def escaped(text: str) -> str:
    """Text of which no character means anything in Markdown, on one line."""
    return _literal(" ".join(text.split()))


def code(text: str) -> str:
    """Text as code inside a line."""
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}"


def fenced(text: str, kind: str = "text", title: str = "") -> str:
    """Text as a block of code, with its kind and its title."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    shown = f' title="{title}"' if title else ""
    return f"{fence}{kind}{shown}\n{text.rstrip()}\n{fence}\n"


def items(lines: Iterable[str]) -> str:
    """A list, one item a line."""
    return "".join(f"- {line}\n" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are Markdown without line breaks and without bars."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("\n", " ") for cell in line) + " |\n"
                   for line in lines)


def from_docstring(text: str) -> str:
    """A docstring as Markdown: ``double ticks`` become code, other text is taken literally."""
    text = re.sub(r":[a-z]+:`([^`]+)`", r"``\1``", text)
    parts = text.split("``")
    return "".join(code(part) if number % 2 else _literal(part)
                   for number, part in enumerate(parts))


def _literal(text: str) -> str:
    """Text of which no character means anything, its line breaks kept."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_>\[\]|#])", r"\\\1", text)


def as_text(page: str) -> str:
    """A page as plain text for a terminal; tables are not taken apart."""
    lines: list[str] = []
    fence = ""
    for line in page.splitlines():
        opening = re.match("`{3,}", line)
        if fence or opening:
            if opening and (not fence or line == fence):
                fence = "" if fence else opening.group()
            else:
                lines.append(f"    {line}" if line else "")
            continue
        lines.append(_plain(line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _plain(line: str) -> str:
    line = re.sub(r"^(?:#+|>) ", "", line)
    line = re.sub(r"^- ", "  - ", line)
    line = re.sub(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"\\(.)|\*\*|`", lambda found: found[1] or "", line)
    return line.replace("&lt;", "<").replace("&amp;", "&")
