"""What is wrong with the names and rows of a structured file, in words that mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.location import Location
from compliance.model.report import Locator
from compliance.model.text import Text
from compliance.plugin.near import listed, near

_COLON, _COMMA, _BRACKET = "：", "，", "【"
_GROUP = 3
"""Digits between two commas of a number that is written in groups."""

Path = tuple[str | int, ...]


def unknown_name(words: Text, name: str, known: Iterable[str], what: str) -> Text:
    """That a table, row or column is not there, and which one is meant, or all there are.

    ``what`` is ``tables``, ``rows`` or ``columns``.
    """
    known = list(known)
    if _COLON in name:
        return say("structured.full_colon", name=name[:60])
    like = near(name, known)
    if like:
        return say("structured.not_there_but", words=words, like=like)
    return say("structured.not_there_known", words=words, what=say(f"structured.{what}"),
               known=listed(known) if known else "—")


def refuse_cells(tables: Any, file: str, places: Locator | None) -> None:
    """See that no cell is yes or true, which Python would count as 1, and that no comma of a
    number made a column of its end.

    Raises:
        Problem: one is.
    """
    for table, rows in tables.items() if isinstance(tables, dict) else ():
        if isinstance(rows, dict) and set(map(type, rows.values())) == {list} \
                and bool not in map(type, chain.from_iterable(rows.values())):
            continue  # nearly all tables
        for row, cells in rows.items() if isinstance(rows, dict) else ():
            named = (list(cells.items()) if isinstance(cells, dict)
                     else list(enumerate(cells)) if isinstance(cells, list) else [(None, cells)])
            for number, (column, cell) in enumerate(named):
                path = ("tables", table, row, *(() if column is None else (column,)))
                if isinstance(cell, bool):
                    place = places.find(path) if places is not None else None
                    raise Problem(say("structured.truth", row=row), file, place)
                if isinstance(cells, dict) and isinstance(column, int) and cell is None:
                    whole = named[number - 1][1] if number else ""
                    place = places.find_key(path) if places is not None else None
                    raise Problem(_grouped(row, [whole, column]), file, place)


def _grouped(row: str, groups: Sequence[Any]) -> Text:
    parts = [str(groups[0]), *(str(group).zfill(_GROUP) for group in groups[1:])]
    return say("structured.thousands", row=row, cell=",".join(parts), plain="".join(parts))


def comma_slip(row: str, cells: Sequence[Any], expected: int, file: str, path: Path,
               places: Locator | None) -> Problem | None:
    """A comma that cut a number in two, or a full-width mark that kept several together;
    None where there is none.

    ``expected`` is how many cells the row has.
    """
    for index, cell in enumerate(cells):
        if isinstance(cell, str) and (cell.startswith(_BRACKET) or _COMMA in cell):
            name = "full_bracket" if cell.startswith(_BRACKET) else "full_comma"
            place = None if places is None else places.find((*path, index))
            return Problem(say(f"structured.{name}", row=row, cell=cell.strip()[:60]), file, place)
    if places is None or len(cells) <= expected:
        return None
    spots = [places.find((*path, index)) for index in range(len(cells))]
    cut = [index for index in range(1, len(cells)) if _continues(spots[index - 1], spots[index])]
    if len(cut) < len(cells) - expected:
        return None
    first = cut[0] - 1
    last = first + 1
    while last + 1 in cut:
        last += 1
    return Problem(_grouped(row, cells[first:last + 1]), file, spots[first])


def _continues(before: Location | None, here: Location | None) -> bool:
    """Whether a number of three characters follows another after a comma and no space."""
    if before is None or here is None or before.end_column is None or here.column is None:
        return False
    if here.end_column is None or here.line != before.end_line:
        return False
    return (here.column == before.end_column + 1
            and here.end_column - here.column == _GROUP)
