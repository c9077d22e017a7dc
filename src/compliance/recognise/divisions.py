"""The table of administrative divisions (GB/T 2260), former ones included.

The table is data (``rules/divisions/``) and is read when a document first asks
for it.  Names are looked up in simplified characters, longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = "省市县区旗州盟"
"""Characters in which the names of divisions end."""
ISO = {
    "11": "BJ", "12": "TJ", "13": "HE", "14": "SX", "15": "NM", "21": "LN", "22": "JL", "23": "HL",
    "31": "SH", "32": "JS", "33": "ZJ", "34": "AH", "35": "FJ", "36": "JX", "37": "SD", "41": "HA",
    "42": "HB", "43": "HN", "44": "GD", "45": "GX", "46": "HI", "50": "CQ", "51": "SC", "52": "GZ",
    "53": "YN", "54": "XZ", "61": "SN", "62": "GS", "63": "QH", "64": "NX", "65": "XJ", "71": "TW",
    "81": "HK", "82": "MO",
}
"""ISO 3166-2 subdivision by the first two digits of the code."""


class Division(NamedTuple):
    """One division under one name."""

    code: str
    """Six digits: ``350403``."""
    name: str
    """Full name: ``三元区``."""
    first: int
    """Year in which it was set up or took this name; 0 when before 2003."""
    until: int
    """Year in which it was abolished or gave up this name; 9999 while it stands."""
    successor: str
    """Code of the division that took its place, where there is one."""

    def stood(self, year: int) -> bool:
        """Whether it stood at the end of a year."""
        return self.first <= year < self.until


def is_code(text: str) -> bool:
    """Whether ``text`` has the shape of a code: six digits that begin with a province's."""
    return len(text) == 6 and text.isascii() and text.isdigit() and text[:2] in ISO


def province_of(code: str) -> str:
    """ISO 3166-2 of the province that a code lies in: ``CN-FJ``."""
    return f"CN-{ISO[code[:2]]}"


def lies_in(code: str, parent: str) -> bool:
    """Whether a division is, or lies in, another by the digits of their codes."""
    digits = 2 if parent.endswith("0000") else 4 if parent.endswith("00") else 6
    return code[:digits] == parent[:digits]


class Divisions:
    """Divisions by name.  Rows are kept as text until a name is asked for."""

    def __init__(self, table: Iterable[str], characters: Iterable[str]) -> None:
        self._rows: dict[str, list[str]] = {}
        for row in table:
            _, name, *_, also = row.split(",")
            for known in (name, *also.split("/")) if also else (name,):
                self._rows.setdefault(known, []).append(row)
        self._simplified = str.maketrans(dict(pair.split(",") for pair in characters))
        every = "".join(map(chr, self._simplified))
        self._traditional = re.compile(f"[{every}]") if every else None
        self._longest = max(map(len, self._rows), default=0)

    def called(self, name: str) -> list[Division]:
        """Every division that has or had a name, in full or short (``凉山州``)."""
        return [_division(row) for row in self._rows.get(name, ())]

    def coded(self, code: str) -> list[Division]:
        """A code under each of its names, oldest first."""
        found = {row for rows in self._rows.values() for row in rows if row.startswith(code)}
        return sorted(map(_division, found), key=lambda division: division.until)

    def __iter__(self) -> Iterator[Division]:
        """Every division under each of its names, by code and year."""
        found = {row for rows in self._rows.values() for row in rows}
        return iter(sorted(map(_division, found)))

    def simplified(self, text: str) -> str:
        """``text`` with the characters of division names simplified, one by one."""
        # Most texts have none of them, and a look is much quicker than a translation.
        found = self._traditional is not None and self._traditional.search(text)
        return text.translate(self._simplified) if found else text

    def end_at(self, text: str, start: int) -> int:
        """Where the longest name that begins at ``start`` ends; ``start`` when none does."""
        for end in range(min(len(text), start + self._longest), start + 1, -1):
            if text[start:end] in self._rows:
                return end
        return start

    def chain(self, text: str, start: int = 0) -> tuple[list[str], int]:
        """The names that follow one another from ``start``, and where they end.

        ``三明市三元区财政局`` gives ``['三明市', '三元区']`` and 6.
        """
        names: list[str] = []
        end = self.end_at(text, start)
        while end > start:
            names.append(text[start:end])
            start, end = end, self.end_at(text, end)
        return names, start

    def chain_before(self, text: str, end: int) -> list[str]:
        """The names that follow one another up to ``end``, widest first."""
        names: list[str] = []
        start = self._start_before(text, end)
        while start < end:
            names.insert(0, text[start:end])
            end, start = start, self._start_before(text, start)
        return names

    def _start_before(self, text: str, end: int) -> int:
        for start in range(max(0, end - self._longest), end - 1):
            if text[start:end] in self._rows:
                return start
        return end

    def mentions(self, text: str) -> Iterator[str]:
        """Names of three and more characters in running text, from left to right."""
        past = 0
        for end, character in enumerate(text, 1):
            # 上海市场 speaks of a market.
            if character not in ENDINGS or text[end:end + 1] == "场":
                continue
            start = self._start_before(text, end)
            if end - start >= 3 and start >= past:
                past = end
                yield text[start:end]

    def possible(self, chain: Iterable[str], year: int | None = None) -> list[Division]:
        """The divisions that the last name of a chain may stand for.

        A name that does not lie in the one before it ends the chain.  Of several
        divisions of one name, those that stood at the end of ``year`` are meant; where
        none did, those of the year after, in which the report was written, or any.
        """
        found: list[Division] = []
        for name in chain:
            inside = [
                division for division in self.called(name)
                if not found or any(lies_in(division.code, parent.code) for parent in found)
            ]
            if not inside:
                break
            found = inside
        if year is not None:
            found = ([d for d in found if d.stood(year)] or
                     [d for d in found if d.stood(year + 1)] or found)
        return list({division.code: division for division in found}.values())


@lru_cache(maxsize=1)
def divisions() -> Divisions:
    """The table that the project ships."""
    from compliance.plugin.folder import rules_folder

    folder = rules_folder() / "divisions"
    return Divisions(_rows(folder / "divisions.csv"), _rows(folder / "traditional.csv"))


def _rows(path: Path) -> list[str]:
    """Rows of a file without quoting, below its remarks and its line of names."""
    return [row for row in path.read_text("utf-8").split("\n") if row and row[0] != "#"][1:]


def _division(row: str) -> Division:
    code, name, first, until, successor, _ = row.split(",")
    return Division(code, name, int(first or 0), int(until or 9999), successor)
