"""The lines of the heads that stand above the rows of tables: they are no running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from compliance.recognise.labels import normal, plain
from compliance.recognise.stream import PrintedRow, is_value

_ABOVE = ("第二十条第", "本列数据的勾稽关系", "该部分以表格形式报告", "表格如下", "单位")
_SHORTEST, _LONGEST = 2, 8
"""Characters of a piece of a label that was broken in two."""
_WIDEST = 40
"""Characters of the longest line of such pieces."""


class HeadLines:
    """The words of a form's tables, and the lines that hold nothing else."""

    def __init__(
        self, known: frozenset[str], columns: frozenset[str], notes: Iterable[str]
    ) -> None:
        """``known`` are all labels, ``columns`` those of columns; ``notes`` stand above blocks."""
        self._known, self._columns = known, columns
        self._notes = [plain(note) for note in notes]

    @cached_property
    def _pieces(self) -> frozenset[str]:
        return _pieces_of(self._known)

    @cached_property
    def _pieces_of_columns(self) -> frozenset[str]:
        return _pieces_of(self._columns)

    def above(self, printed: Sequence[PrintedRow], used: set[int]) -> set[int]:
        """The printed rows of heads above rows that belong to tables."""
        found: set[int] = set()
        for index in sorted(used):
            above = index - 1
            while above >= 0 and above not in used and above not in found:
                line = printed[above]
                inside = line.grid >= 0 and line.grid == printed[index].grid
                if not inside and (line.prose or not self._is_head(line)):
                    break
                found.add(above)
                above -= 1
        return found

    def _is_head(self, line: PrintedRow) -> bool:
        if not line.labels:
            return all(not cell.text or is_value(cell.text) for cell in line.cells)
        return all(
            self._knows(label) or all(is_value(word) or self._knows(word)
                                      for word in label.split())
            for label in line.labels)

    def _knows(self, label: str) -> bool:
        word = normal(label)
        if word in self._known or word in self._pieces or word.startswith(_ABOVE) \
                or label.strip("(（ ").startswith(_ABOVE):
            return True
        whole = plain(label)
        return len(whole) > _SHORTEST and (
            any(whole in note for note in self._notes) or self._is_made_of_pieces(word))

    def _is_made_of_pieces(self, word: str) -> bool:
        """Whether pieces of columns follow each other: ``商业企科研机`` over ``业`` and ``构``."""
        if len(word) > _WIDEST:
            return False
        reached = {0}
        for start in range(len(word)):
            if start in reached:
                reached |= {start + size for size in range(_SHORTEST, _LONGEST + 1)
                            if word[start:start + size] in self._pieces_of_columns}
        return len(word) in reached


def _pieces_of(names: frozenset[str]) -> frozenset[str]:
    """Beginnings and ends of labels."""
    return frozenset(
        piece for name in names
        for size in range(_SHORTEST, min(_LONGEST, len(name)) + 1)
        for piece in (name[:size], name[-size:]))
