"""Keep once what a crawled page holds twice."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.document import Grid, Line

_Key = str | tuple[tuple[int, int, str], ...]
_EARLIER = 4
_FIRST_LOOK = 40
_LEAST_BLOCKS, _LEAST_CHARACTERS, _LEAST_CELLS = 4, 200, 20


def without_repeats(blocks: Sequence[Line | Grid]) -> list[Line | Grid]:
    """The blocks without a later copy of a stretch that stands before it.

    A single paragraph or table printed twice is the report's own doing and is
    kept; only a stretch of several blocks, as a page with a second copy for
    telephones has it, is left out.
    """
    keys = [_key(block) for block in blocks]
    seen: dict[_Key, list[int]] = {}
    kept: list[Line | Grid] = []
    at = 0
    while at < len(blocks):
        earlier = seen.setdefault(keys[at], [])
        length = max((_copied(blocks, keys, before, at) for before in earlier), default=0)
        if length:
            at += length
            continue
        if len(earlier) < _EARLIER:
            earlier.append(at)
        kept.append(blocks[at])
        at += 1
    return kept


def _key(block: Line | Grid) -> _Key:
    if isinstance(block, Line):
        return block.text
    return tuple((cell.row, cell.column, cell.text) for row in block.rows for cell in row)


def _copied(blocks: Sequence[Line | Grid], keys: Sequence[_Key], before: int, at: int) -> int:
    """Blocks from ``at`` on that copy those from ``before`` on; 0 when too few to tell."""
    # A short look first: comparing to the end each time would be quadratic.
    length = _repeated(keys, before, at, _FIRST_LOOK)
    if not length or not _is_copy(blocks[at:at + length], keys[at:at + length]):
        return 0
    return _repeated(keys, before, at, len(keys))


def _repeated(keys: Sequence[_Key], before: int, at: int, most: int) -> int:
    length = 0
    while length < most and at + length < len(keys) and before + length < at \
            and keys[before + length] == keys[at + length]:
        length += 1
    return length


def _is_copy(blocks: Sequence[Line | Grid], keys: Sequence[_Key]) -> bool:
    grids = [block for block in blocks if isinstance(block, Grid)]
    if len(blocks) > 1 and any(sum(map(len, grid.rows)) >= _LEAST_CELLS for grid in grids):
        return True
    characters = sum(len(block.text) for block in blocks if isinstance(block, Line))
    return len(set(keys)) >= _LEAST_BLOCKS and characters >= _LEAST_CHARACTERS
