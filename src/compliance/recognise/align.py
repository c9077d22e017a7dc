"""Which printed row is which row of a form table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from compliance.model.form import Table
from compliance.recognise.candidates import Match, Names, candidates
from compliance.recognise.form_rows import form_rows, rows_by_name
from compliance.recognise.stream import PrintedRow

GAP = 0.02
"""What each printed row that is skipped takes from an alignment."""
_SAME = 1e-9
"""Weights that differ by less are the same."""
WINDOW = 400
"""How many candidates back a chain may reach: it keeps long documents linear."""
NEAR = 60
"""How many printed rows below the row before it a missing row is looked for."""
LIKE_ENOUGH = 70.0
"""Least likeness, of 100, of a misprinted label that stands where its row is missing."""


def align(table: Table, printed: Sequence[PrintedRow], known: frozenset[str]) -> list[Match]:
    """The heaviest chain of matches that keeps both orders; ``[]`` when nothing fits.

    ``known`` are the labels of the whole form: what is one of them exactly is
    not taken for a misprint of another.
    """
    names = Names(form_rows(table), known, rows_by_name(table))
    chain = _heaviest(candidates(names, printed))
    return sorted(chain + list(_between(names, chain, printed)), key=lambda match: match.printed)


def _heaviest(found: Sequence[Match]) -> list[Match]:
    best: list[float] = []
    previous: list[int] = []
    most: list[float] = []  # Weight of the heaviest chain that ends here or before.
    for at, match in enumerate(found):
        score, chosen = match.weight, -1
        for other in range(at - 1, max(0, at - WINDOW) - 1, -1):
            if most[other] + match.weight < score - _SAME:
                break
            before = found[other]
            if before.printed < match.printed and before.row < match.row:
                gap = min(match.printed - before.printed - 1, 60) * GAP
                total = best[other] + match.weight - gap
                # Of chains of one weight that with the earlier match counts.
                if total > score + (_SAME if chosen < 0 else -_SAME):
                    score, chosen = total, other
        best.append(score)
        previous.append(chosen)
        most.append(max(score, most[-1]) if most else score)
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (round(best[i], 6), -i))
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = previous[at]
    return chain[::-1]


def _between(
    names: Names, chain: Sequence[Match], printed: Sequence[PrintedRow]
) -> Iterator[Match]:
    """Misprinted labels that stand where the one row that they are like is missing."""
    parts = {part for match in chain for part in match.parts}
    for before, after in pairwise(chain):
        missing = [row for row in range(before.row + 1, after.row)
                   if names.rows[row].row.has_cells]
        if not missing:
            continue
        for at in range(before.printed + 1, min(after.printed, before.printed + 1 + NEAR)):
            line = printed[at]
            if at in parts or line.prose or not line.labels or not line.has_values:
                continue
            row, label = _likest(names, line, missing)
            if row >= 0:
                yield Match(at, row, label, 0.0)
                missing = [other for other in missing if other > row]


def _likest(names: Names, line: PrintedRow, rows: Sequence[int]) -> tuple[int, str]:
    """The one of several form rows whose label is like that of a printed row, or -1.

    None when another row of the table is as like.
    """
    from rapidfuzz import fuzz

    tried = line.spellings
    if not tried or any(name in names.known for name, _ in tried):
        return -1, ""
    word, label = tried[0]
    likeness = [max(fuzz.ratio(word, name) for name in row.names) for row in names.rows]
    best = max(likeness)
    alike = [row for row, one in enumerate(likeness) if one == best]
    if best < LIKE_ENOUGH or len(alike) > 1 or alike[0] not in rows:
        return -1, ""
    return alike[0], label
