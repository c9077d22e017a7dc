"""The figures of one row, as cells of the form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from compliance.record import field, record
from compliance_us_foia import words
from compliance_us_foia.schema import LISTED, Coded, Days, Holder, Oldest, Plain
from compliance_us_foia.tree import below, children, first, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

LESS_THAN_ONE = Decimal("0.1")
"""What the official checks take ``<1`` for."""
_LONGEST = 40


@record
class Filled:
    """Cells of a row by column, and the element that each was read from.

    A figure that a row may lack, and lacks, has no cell; one that it must have
    and lacks is blank.
    """

    cells: dict[str, Any] = field(default_factory=dict)
    places: dict[str, _Element] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    """What the row holds and the form has no cell for."""

    def put(self, column: str, element: _Element | None, cell: Any) -> None:
        """Fill a cell."""
        self.cells[column] = cell
        if element is not None:
            self.places[column] = element


def fill(row: _Element, holders: Iterable[Holder]) -> Filled:
    """The cells that a row has in the elements of a section."""
    filled = Filled()
    for holder in holders:
        match holder:
            case Plain():
                _plain(filled, row, holder)
            case Days():
                _days(filled, row, holder)
            case Coded():
                _coded(filled, row, holder)
            case Oldest():
                _oldest(filled, row)
    return filled


def number(written: str) -> Any:
    """A cell that should hold a number: the number, blank, or what stands there instead."""
    if not written:
        return None
    if len(written) <= _LONGEST:
        if re.fullmatch(r"[+-]?[0-9]+", written):
            return int(written)
        if re.fullmatch(r"[+-]?(?:[0-9]+\.[0-9]*|\.[0-9]+)", written):
            return Decimal(written)
    if written.upper() in ("N/A", "NA"):
        return "/"
    return _unread(written, words.NOT_A_NUMBER)


def day(written: str) -> Any:
    """A cell that should hold a date: the number YYYYMMDD, or what stands there instead."""
    if not written:
        return None
    # A date of XML Schema may name its time zone.
    plain = re.sub(r"(?:Z|[+-][0-9]{2}:[0-9]{2})$", "", written)
    try:
        found = date.fromisoformat(plain) if len(plain) == 10 else None
    except ValueError:
        found = None
    if found is None:
        return _unread(written, words.NOT_A_DATE)
    return {"value": int(f"{found:%Y%m%d}"), "text": written}


def _unread(written: str, doubt: str) -> dict[str, str]:
    return {"state": "unreadable", "text": written[:_LONGEST], "doubt": doubt}


def _plain(filled: Filled, row: _Element, holder: Plain) -> None:
    element = below(row, holder.path)
    if element is not None or not holder.optional:
        filled.put(holder.column, element, number(text_of(element)))


def _days(filled: Filled, row: _Element, holder: Days) -> None:
    element = below(row, f"{holder.path}Value")
    if element is not None:
        filled.put(holder.column, element, number(text_of(element)))
        return
    element = below(row, f"{holder.path}Code")
    if element is not None:
        code = text_of(element)
        filled.put(holder.column, element, {"value": LESS_THAN_ONE, "text": "<1"}
                   if code == "LT1" else _unread(code, words.UNKNOWN_CODE))


def _coded(filled: Filled, row: _Element, holder: Coded) -> None:
    for column in holder.columns.values():
        filled.put(column, None, 0)
    for item in children(row, holder.item):
        code = text_of(first(item, holder.code))
        column = holder.columns.get(code)
        if column is None:
            filled.unknown.append(f"{holder.code} {code[:_LONGEST]}")
            continue
        cell = number(text_of(first(item, holder.quantity)))
        twice = column in filled.places
        filled.put(column, item, _unread(f"{filled.cells[column]}, {cell}", words.TWICE.en)
                   if twice else cell)


def _oldest(filled: Filled, row: _Element) -> None:
    named: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
        ("date", "OldItemReceiptDate", day), ("days", "OldItemPendingDaysQuantity", number))
    for place, item in enumerate(children(row, "OldItem"), start=1):
        if place > LISTED:
            filled.unknown.append(f"OldItem {place}")
            continue
        for column, name, read in named:
            element = first(item, name)
            filled.put(f"{column}_{place}", element if element is not None else item,
                       read(text_of(element)))
