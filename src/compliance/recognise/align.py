"""Which printed row is which row of a form table."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from compliance.model.form import Block, Column, Row, Table
from compliance.recognise.labels import nearest, normal
from compliance.recognise.stream import PrintedRow
from compliance.record import record

GAP = 0.02
"""What each printed row that is skipped takes from an alignment."""

PIECES = 4
"""Over how many lines more than one a label may be broken."""
WINDOW = 400
"""How many candidates back a chain may reach: it keeps long documents linear."""


@dataclass(slots=True, eq=False)
class FormRow:
    """A row of a form table with the columns that it has."""

    row: Row
    columns: list[Column]
    block: Block
    parents: tuple[Row, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)
    """Normal forms of every label that stands for the row."""


@record
class Match:
    """A printed row taken for a form row."""

    printed: int
    row: int
    label: str
    weight: float


def form_rows(table: Table) -> list[FormRow]:
    """Rows and groups of ``table`` in printed order."""
    found: list[FormRow] = []

    def walk(rows: list[Row], block: Block, parents: tuple[Row, ...]) -> None:
        for row in rows:
            columns = [c for c in block.columns if not row.columns or c.id in row.columns]
            found.append(FormRow(row, columns, block, parents, _names(row, parents)))
            walk(row.rows, block, (*parents, row))

    for block in table.blocks:
        walk(block.rows, block, ())
    return found


def _own_names(row: Row) -> list[str]:
    return [name for name in map(normal, (row.label or row.id, row.id, *row.variants)) if name]


def _names(row: Row, parents: tuple[Row, ...]) -> frozenset[str]:
    own = _own_names(row)
    names = set(own)
    for parent in parents:
        names.update(above + name for above in _own_names(parent) for name in own)
    return frozenset(names)


def column_names(column: Column, year: int | None) -> set[str]:
    """Normal forms of the labels of a column."""
    labels = [column.label or column.id, column.id, *column.variants]
    shown = str(year) if year is not None else ""
    return {n for n in (normal(label.replace("{year}", shown)) for label in labels) if n}


@lru_cache(maxsize=8192)
def _spellings(labels: tuple[str, ...], before: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Labels to try, best first: (as printed, normal form)."""
    tried: dict[str, str] = {}
    if not labels:
        return ()
    last = labels[-1]
    tried.setdefault(normal(last), last)
    words = last.split()
    for start in range(1, len(words)):
        part = " ".join(words[start:])
        tried.setdefault(normal(part), part)
    # ``（三）不予公开 1.属于国家秘密``: the group is printed before its row.
    tried.setdefault("".join(normal(word) for word in words), last)
    for label in reversed(labels[:-1]):
        tried.setdefault(normal(label), label)
    joined = last
    for part in before:
        joined = part + joined
        tried.setdefault(normal(joined), joined)
    return tuple((shown, name) for name, shown in tried.items() if name)


def _broken_off(printed: list[PrintedRow], at: int) -> tuple[str, ...]:
    """Lines just above that may be the beginning of a label broken over lines, nearest first."""
    parts: list[str] = []
    if printed[at].flat:
        for above in range(at - 1, max(-1, at - 1 - PIECES), -1):
            row = printed[above]
            if not row.flat or row.prose or row.cells or not row.labels:
                break
            parts.append(row.label)
    return tuple(parts)


def align(table: Table, printed: list[PrintedRow], known: frozenset[str]) -> list[Match]:
    """The heaviest chain of matches that keeps both orders; ``[]`` when nothing fits.

    ``known`` are the labels of the whole form: what is one of them exactly is
    not taken for a misprint of another.
    """
    rows = form_rows(table)
    candidates = _candidates(rows, printed, known)
    best: list[float] = []
    previous: list[int] = []
    for at, match in enumerate(candidates):
        score, chosen = match.weight, -1
        for other in range(max(0, at - WINDOW), at):
            before = candidates[other]
            if before.printed < match.printed and before.row < match.row:
                gap = min(match.printed - before.printed - 1, 60) * GAP
                total = best[other] + match.weight - gap
                if total > score + 1e-9:
                    score, chosen = total, other
        best.append(score)
        previous.append(chosen)
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (round(best[i], 6), -i))
    chain = []
    while at >= 0:
        chain.append(candidates[at])
        at = previous[at]
    return chain[::-1]


def _candidates(
    rows: list[FormRow], printed: list[PrintedRow], known: frozenset[str]
) -> list[Match]:
    by_name: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        for name in row.names:
            by_name.setdefault(name, []).append(index)
    near: dict[str, str] = {}
    found: list[Match] = []
    for at, line in enumerate(printed):
        if line.prose or not line.labels:
            continue
        names = _spellings(tuple(line.labels), _broken_off(printed, at))
        seen: set[int] = set()
        for label, name in names:
            for index in by_name.get(name, ()):
                if index not in seen:
                    seen.add(index)
                    found.append(Match(at, index, label, _weight(rows[index], line)))
        # Only a row with cells is worth a guess: prose has many near words.
        if not seen and line.cells and not any(name in known for _, name in names):
            label, name = names[0] if names else ("", "")
            if name not in near:
                near[name] = nearest(name, by_name) or _within(name, by_name)
            for index in by_name.get(near[name], ()):
                found.append(Match(at, index, label, _weight(rows[index], line) - 0.5))
    return found


def _within(word: str, by_name: dict[str, list[int]]) -> str:
    """The name of the one row that ``word`` shortens or lengthens: ``规范性文件``."""
    if len(word) < 4:
        return ""
    found = {
        tuple(rows): name for name, rows in by_name.items()
        if (word in name or name in word)
        and min(len(word), len(name)) >= 0.6 * max(len(word), len(name)) and len(name) >= 4
    }
    return next(iter(found.values())) if len(found) == 1 else ""


def _weight(row: FormRow, line: PrintedRow) -> float:
    cells = len(line.cells)
    if row.row.code and any(cell.text.strip() == row.row.code for cell in line.cells[:2]):
        cells = len(row.columns)
    if not row.row.has_cells:
        return 0.8
    if not cells:
        return 0.6
    return 3.0 if cells == len(row.columns) or line.grid >= 0 else 1.5
