"""Which rows of a form a printed row may be, by its labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache

from compliance.recognise.form_rows import FormRow
from compliance.recognise.labels import nearest, normal, unnumbered
from compliance.recognise.stream import UNITS, PrintedRow, is_value
from compliance.record import record

ABOVE = 4
"""Over how many lines more than one a label may be broken, above its values."""
BELOW = 2
"""As many below its values."""
UNLIKELY = 0.5
"""What the likeness of a misprinted label takes from its weight."""


@record
class Match:
    """A printed row taken for a form row."""

    printed: int
    row: int
    label: str
    weight: float
    parts: tuple[int, ...] = ()
    """Other printed rows that hold pieces of its label."""


@record
class Names:
    """The rows of a form table by the words that stand for them."""

    rows: Sequence[FormRow]
    known: frozenset[str]
    """Labels of the whole form: what is one of them exactly is no misprint of another."""
    by_name: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, row in enumerate(self.rows):
            for name in row.names:
                self.by_name.setdefault(name, []).append(index)


def candidates(names: Names, printed: Sequence[PrintedRow]) -> list[Match]:
    """Every match of a printed row with a form row, in the order of the printed rows."""
    exact = {at: found for at, line in enumerate(printed)
             if line.labels and not line.prose and (found := _exact(names, line, at))}
    joined = _all_joined(names, printed, exact)
    pieces = {at for matches in joined.values() for match in matches for at in match.parts}
    near: dict[str, str] = {}
    found: list[Match] = []
    for at, line in enumerate(printed):
        matches = exact.get(at, []) + joined.get(at, [])
        if (not matches and line.cells and line.labels and not line.prose and at not in pieces
                and not _beside_unknown(names, printed, at, exact)):
            matches = _near(names, line, at, near)
        found += matches
    return found


def _exact(names: Names, line: PrintedRow, at: int) -> list[Match]:
    labels, outer = _own_labels(tuple(line.labels))
    found: dict[int, Match] = {}
    for name, label in spellings(labels):
        for index in names.by_name.get(name, ()):
            found.setdefault(index, Match(at, index, label, _weight(names.rows[index], line)))
    for label in reversed(outer):
        # What stands before the label of a row is its group, which has no values of its own.
        for index in names.by_name.get(normal(label), ()):
            if names.rows[index].row.has_cells:
                found.setdefault(index, Match(at, index, label,
                                              _weight(names.rows[index], line)))
    return list(found.values())


@lru_cache(maxsize=8192)
def _own_labels(labels: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels without units and remarks at their end; and those before the last one."""
    end = len(labels)
    while end > 1 and (labels[end - 1] in UNITS or not normal(labels[end - 1])):
        end -= 1
    return labels[:end], labels[:end - 1]


@lru_cache(maxsize=8192)
def spellings(labels: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What the last of ``labels`` may say: normal forms, best first, each as printed."""
    last = labels[-1]
    tried = {normal(last): last}
    tried.setdefault(unnumbered(last), last)
    words = last.split()
    for start in range(1, len(words)):
        part = " ".join(words[start:])
        tried.setdefault(normal(part), part)
    # ``（三）不予公开 1.属于国家秘密``: the group is printed before its row.
    tried.setdefault("".join(map(normal, words)), last)
    for start in range(len(labels) - 2, -1, -1):
        several = labels[start:]
        tried.setdefault(normal("".join(several)), " ".join(several))
    tried.pop("", None)
    return tuple(tried.items())


def _weight(row: FormRow, line: PrintedRow) -> float:
    cells = len(line.cells)
    if row.row.code and any(cell.text.strip() == row.row.code for cell in line.cells[:2]):
        cells = len(row.columns)
    if not row.row.has_cells:
        return 0.8
    if not cells:
        return 0.6
    return 3.0 if cells == len(row.columns) or line.grid >= 0 else 1.5


def _all_joined(
    names: Names, printed: Sequence[PrintedRow], exact: Mapping[int, list[Match]]
) -> dict[int, list[Match]]:
    """Matches of labels that are broken over printed rows."""
    found: dict[int, list[Match]] = {}
    for at, line in enumerate(printed):
        if not line.labels or line.prose:
            continue
        above = _pieces(printed, at, -1, ABOVE, exact)
        below = _pieces(printed, at, 1, BELOW, exact) if line.cells else []
        if above or below:
            own = {match.row for match in exact.get(at, ())}
            matches = [match for match in _joined(names, printed, at, above, below)
                       if match.row not in own]
            if matches:
                found[at] = matches
    return found


def _pieces(
    printed: Sequence[PrintedRow], at: int, step: int, most: int,
    exact: Mapping[int, list[Match]],
) -> list[int]:
    """Rows beside a printed row that may hold pieces of its label, the nearest first.

    They hold words and no value, and the words are no label by themselves.
    """
    line = printed[at]
    found: list[int] = []
    other = at + step
    while 0 <= other < len(printed) and len(found) < most:
        piece = printed[other]
        if (piece.prose or not piece.labels or piece.has_values or piece.grid != line.grid
                or piece.flat != line.flat or (piece.flat and piece.cells)):
            break
        if other in exact and (step > 0 or piece.cells):
            break
        found.append(other)
        other += step
    return found


def _joined(
    names: Names, printed: Sequence[PrintedRow], at: int, above: Sequence[int],
    below: Sequence[int],
) -> list[Match]:
    found: dict[int, Match] = {}
    before = ""
    for up in range(len(above) + 1):
        before = (printed[above[up - 1]].label if up else "") + before
        label = before + printed[at].label
        for down in range(len(below) + 1):
            label += printed[below[down - 1]].label if down else ""
            if not up and not down:
                continue
            for index in names.by_name.get(normal(label), ()):
                parts = (*above[:up], *below[:down])
                found.setdefault(index, Match(
                    at, index, label, _weight(names.rows[index], printed[at]), parts))
    return list(found.values())


def _beside_unknown(
    names: Names, printed: Sequence[PrintedRow], at: int, exact: Mapping[int, list[Match]]
) -> bool:
    """Whether a row of blanks may be a piece of the label of a row beside it."""
    line = printed[at]
    if line.has_values:
        return False
    return any(
        0 <= other < len(printed) and printed[other].grid == line.grid
        and printed[other].labels and printed[other].has_values and other not in exact
        for other in (at - 1, at + 1)
    )


def _near(names: Names, line: PrintedRow, at: int, near: dict[str, str]) -> list[Match]:
    """The rows whose label that of a printed row misprints.

    Only a row with cells is worth a guess: prose has many near words.
    """
    labels, _ = _own_labels(tuple(line.labels))
    tried = spellings(labels)
    if not tried or any(name in names.known for name, _ in tried):
        return []
    name, label = tried[0]
    if name not in near:
        near[name] = nearest(name, names.by_name) or _within(name, names.by_name)
    return [Match(at, index, label, _weight(names.rows[index], line) - UNLIKELY)
            for index in names.by_name.get(near[name], ())]


def _within(word: str, by_name: Mapping[str, list[int]]) -> str:
    """The name of the one row that ``word`` shortens or lengthens: ``规范性文件``."""
    if len(word) < 4:
        return ""
    found = {
        tuple(rows): name for name, rows in by_name.items()
        if (word in name or name in word)
        and min(len(word), len(name)) >= 0.6 * max(len(word), len(name)) and len(name) >= 4
    }
    return next(iter(found.values())) if len(found) == 1 else ""


def likely(names: Names, line: PrintedRow, rows: Sequence[int], least: float) -> str:
    """Alias"""
    return ""


__all__ = ["Match", "Names", "candidates", "is_value", "spellings"]
