"""Which rows of a form a printed row may be, by its labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from compliance.recognise.form_rows import FormRow
from compliance.recognise.labels import nearest_of, normal, unnumbered
from compliance.recognise.stream import UNITS, PrintedRow
from compliance.record import field, record

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
    by_name: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, row in enumerate(self.rows):
            for name in row.names:
                self.by_name[name] = (*self.by_name.get(name, ()), index)


def candidates(names: Names, printed: Sequence[PrintedRow]) -> list[Match]:
    """Every match of a printed row with a form row, in the order of the printed rows."""
    exact = {at: whole for at, line in enumerate(printed)
             if line.labels and not line.prose and (whole := _exact(names, line, at))}
    broken = {at: pieces for at, line in enumerate(printed)
              if line.cells and line.labels and not line.prose
              and (pieces := _Pieces.beside(printed, at, exact))}
    joined = {at: matches for at, pieces in broken.items()
              if (matches := _joined(names, printed, at, pieces, exact))}
    taken = {part for matches in joined.values() for match in matches for part in match.parts}
    near: dict[str, tuple[int, ...]] = {}
    found: list[Match] = []
    for at, line in enumerate(printed):
        matches = joined.get(at, []) + (exact.get(at, []) if at not in taken else [])
        if (not matches and line.cells and line.labels and not line.prose and at not in taken
                and not _beside_unknown(printed, at, exact)):
            matches = _near(names, printed, at, broken.get(at), near)
        found += matches
    return found


def _exact(names: Names, line: PrintedRow, at: int) -> list[Match]:
    labels = own_labels(line)
    outer = labels[:-1]
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


def own_labels(line: PrintedRow) -> tuple[str, ...]:
    """The labels of a printed row without the units and remarks at their end."""
    return _without_units(tuple(line.labels))


@lru_cache(maxsize=8192)
def _without_units(labels: tuple[str, ...]) -> tuple[str, ...]:
    end = len(labels)
    while end > 1 and (labels[end - 1] in UNITS or not normal(labels[end - 1])):
        end -= 1
    return labels[:end]


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


@record
class _Pieces:
    """Rows beside a printed row that may hold pieces of its label, the nearest first."""

    above: list[int]
    below: list[int]

    @classmethod
    def beside(
        cls, printed: Sequence[PrintedRow], at: int, exact: Mapping[int, list[Match]]
    ) -> _Pieces | None:
        """The pieces of a row; ``None`` when there are none."""
        above = _run(printed, at, -1, ABOVE, exact)
        below = _run(printed, at, 1, BELOW, exact)
        return cls(above, below) if above or below else None

    def labels(self, printed: Sequence[PrintedRow], at: int) -> Iterator[tuple[str, list[int]]]:
        """The label of a row with pieces, fewer first, and where the pieces stand."""
        before = ""
        for up in range(len(self.above) + 1):
            before = (own_labels(printed[self.above[up - 1]])[-1] if up else "") + before
            label = before + own_labels(printed[at])[-1]
            for down in range(len(self.below) + 1):
                label += own_labels(printed[self.below[down - 1]])[-1] if down else ""
                if up or down:
                    yield label, self.above[:up] + self.below[:down]


def _run(
    printed: Sequence[PrintedRow], at: int, step: int, most: int,
    exact: Mapping[int, list[Match]],
) -> list[int]:
    """Neighbouring rows with words and without values; the first that is a label ends them."""
    line = printed[at]
    found: list[int] = []
    other = at + step
    while 0 <= other < len(printed) and len(found) < most:
        piece = printed[other]
        if (piece.prose or not piece.labels or piece.has_values
                or (piece.cells if piece.flat else piece.grid != line.grid)):
            break
        if other in exact and at in exact:
            break
        found.append(other)
        if other in exact:
            break
        other += step
    return found


def _joined(
    names: Names, printed: Sequence[PrintedRow], at: int, pieces: _Pieces,
    exact: Mapping[int, list[Match]],
) -> list[Match]:
    """Matches of a label that is broken over printed rows.

    A piece may be a label by itself (``当面申请数`` below ``其中：1.``), of the same row only.
    """
    found = {match.row: match for match in exact.get(at, ())}
    for label, parts in pieces.labels(printed, at):
        for index in names.by_name.get(normal(label), ()):
            if all(index in {match.row for match in exact[part]} for part in parts
                   if part in exact):
                found.setdefault(index, Match(
                    at, index, label, _weight(names.rows[index], printed[at]), tuple(parts)))
    return [match for match in found.values() if match.parts]


def _beside_unknown(
    printed: Sequence[PrintedRow], at: int, exact: Mapping[int, list[Match]]
) -> bool:
    """Whether a row of blanks may be a piece of the label of a row beside it."""
    line = printed[at]
    return not line.has_values and any(
        0 <= other < len(printed) and printed[other].grid == line.grid
        and printed[other].labels and printed[other].has_values and other not in exact
        for other in (at - 1, at + 1)
    )


def _near(
    names: Names, printed: Sequence[PrintedRow], at: int, pieces: _Pieces | None,
    near: dict[str, tuple[int, ...]],
) -> list[Match]:
    """The rows whose label that of a printed row misprints.

    Only a row with cells is worth a guess: prose has many near words.
    """
    line = printed[at]
    tried = spellings(own_labels(line))
    if not tried or any(name in names.known for name, _ in tried):
        return []
    labels: list[tuple[str, str, tuple[int, ...]]] = [(*tried[0], ())]
    if pieces is not None:
        labels += [(normal(label), label, tuple(parts))
                   for label, parts in pieces.labels(printed, at)]
    for name, label, parts in labels:
        if name not in near:
            near[name] = nearest_of(name, names.by_name) or _within(name, names.by_name)
        if near[name]:
            return [Match(at, index, label, _weight(names.rows[index], line) - UNLIKELY, parts)
                    for index in near[name]]
    return []


def _within(word: str, by_name: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The one row whose name ``word`` shortens or lengthens: ``规范性文件``."""
    if len(word) < 4:
        return ()
    found = {
        rows for name, rows in by_name.items()
        if (word in name or name in word)
        and min(len(word), len(name)) >= 0.6 * max(len(word), len(name)) and len(name) >= 4
    }
    return found.pop() if len(found) == 1 else ()
