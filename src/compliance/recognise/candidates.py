"""Which rows of a form a printed row may be, by its labels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from compliance.recognise.form_rows import FormRow
from compliance.recognise.labels import nearest_of, normal
from compliance.recognise.stream import UNITS, PrintedRow
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
    by_name: Mapping[str, tuple[int, ...]]


def candidates(names: Names, printed: Sequence[PrintedRow]) -> list[Match]:
    """Every match of a printed row with a form row, in the order of the printed rows."""
    labelled = [at for at, line in enumerate(printed) if line.own_labels]
    exact = {at: whole for at in labelled if (whole := _exact(names, printed[at], at))}
    wordy = {at for at in labelled if not printed[at].has_values}
    broken = {at: pieces for at in labelled
              if (at - 1 in wordy or at + 1 in wordy) and printed[at].cells
              and (pieces := _Pieces.beside(printed, at, wordy, exact))}
    joined = {at: matches for at, pieces in broken.items()
              if (matches := _joined(names, printed, at, pieces, exact))}
    taken = {part for matches in joined.values() for match in matches for part in match.parts}
    near: dict[str, tuple[int, ...]] = {}
    found: list[Match] = []
    for at in labelled:
        matches = joined.get(at, []) + (exact.get(at, []) if at not in taken else [])
        if (not matches and printed[at].cells and at not in taken
                and not _beside_unknown(printed, at, exact)):
            matches = _near(names, printed, at, broken.get(at), near)
        found += matches
    return found


def _exact(names: Names, line: PrintedRow, at: int) -> list[Match]:
    found: dict[int, Match] = {}
    for name, label in line.spellings:
        for index in names.by_name.get(name, ()):
            found.setdefault(index, Match(at, index, label, _weight(names.rows[index], line)))
    for label in line.own_labels[-2::-1]:
        # What stands before the label of a row is its group, which has no values of its own.
        for index in names.by_name.get(normal(label), ()):
            if names.rows[index].row.has_cells:
                found.setdefault(index, Match(at, index, label,
                                              _weight(names.rows[index], line)))
    return list(found.values())


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
        cls, printed: Sequence[PrintedRow], at: int, wordy: Collection[int],
        exact: Mapping[int, list[Match]],
    ) -> _Pieces | None:
        """The pieces of a row; ``None`` when there are none."""
        above = _run(printed, at, range(at - 1, at - 1 - ABOVE, -1), wordy, exact)
        below = _run(printed, at, range(at + 1, at + 1 + BELOW), wordy, exact)
        return cls(above, below) if above or below else None

    def labels(self, printed: Sequence[PrintedRow], at: int) -> Iterator[tuple[str, list[int]]]:
        """The label of a row with pieces, fewer first, and where the pieces stand.

        Values without a word of their own belong to what is printed above them: what
        stands below them only is the label of the next row.
        """
        before = ""
        own = printed[at].own_labels[-1]
        own = "" if own in UNITS else own
        for up in range(len(self.above) + 1):
            before = (printed[self.above[up - 1]].own_labels[-1] if up else "") + before
            label = before + own
            for down in range(len(self.below) + 1):
                label += printed[self.below[down - 1]].own_labels[-1] if down else ""
                if up or (down and own):
                    yield label, self.above[:up] + self.below[:down]


def _run(
    printed: Sequence[PrintedRow], at: int, beside: Iterable[int], wordy: Collection[int],
    exact: Mapping[int, list[Match]],
) -> list[int]:
    """Neighbouring rows with words and without values; the first that is a label ends them."""
    grid = printed[at].grid
    found: list[int] = []
    for other in beside:
        if other not in wordy:
            break
        piece = printed[other]
        if (piece.cells if piece.flat else piece.grid != grid) or (
                other in exact and at in exact):
            break
        found.append(other)
        if other in exact:
            break
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
    tried = line.spellings
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
