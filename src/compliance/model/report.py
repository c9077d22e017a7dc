"""A report: one filled form.

The same shape is what a person writes by hand in YAML or JSON and what the
readers make of a web page.  Tables are kept as rows of plain values, because a
clean report needs nothing more; :meth:`Report.cell` makes the full cell on
demand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Protocol

from compliance.model.location import Location

Kind = Literal["government", "department", "township"]


class CellState(StrEnum):
    """What stands in a cell.  Zero is a number; blank is not zero."""

    NUMBER = "number"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"


# What a row holds: an exact number, ``None`` for a blank cell, or a state.
CellValue = int | Decimal | None | CellState


@dataclass(slots=True)
class CellNote:
    """What a reader knows of one cell beyond its value."""

    text: str = ""
    unit: str = ""
    location: Location | None = None
    doubt: str = ""


@dataclass(slots=True)
class Cell:
    """One cell of one table, addressed by the ids of its form."""

    table: str
    row: str
    column: str
    state: CellState
    value: int | Decimal | None = None
    text: str = ""
    unit: str = ""
    location: Location | None = None
    doubt: str = ""
    index: int = 0
    """Place of the column in the row."""

    @property
    def decimals(self) -> int:
        """Decimals as printed: 2 for ``3.50``."""
        if isinstance(self.value, Decimal):
            exponent = self.value.as_tuple().exponent
            return max(0, -exponent) if isinstance(exponent, int) else 0
        return 0


@dataclass(slots=True)
class Section:
    """One section: its heading as printed, and the text below it."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    heading: str
    """Heading as printed, with its number: ``一、总体情况``."""
    text: str = ""
    """Text below the heading, without the tables; sub-headings are lines of it."""
    id: str = ""
    """Section of the form; recognised from the heading when left out."""
    location: Location | None = None
    """Where the heading stands, when the report was read from a document."""
    lines: list[int] = field(default_factory=list)
    """Source line of each line of ``text``, when read from a document."""


@dataclass(slots=True)
class Part:
    """One part of a breakdown: ``机构职能类信息188条,占20.6%``."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    name: str
    """What is counted: ``机构职能类信息``."""
    count: Decimal | None = None
    """The count, exact."""
    share: Decimal | None = None
    """The share in per cent, with its decimals as printed."""
    location: Location | None = None
    """Where it is printed."""


@dataclass(slots=True)
class Breakdown:
    """A whole split into parts in running text."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    name: str
    """What is split: ``主动公开政府信息``."""
    whole: Decimal | None = None
    """The whole, exact; null when only shares are printed."""
    parts: list[Part] = field(default_factory=list)
    """The parts, in printed order."""
    unit: str = ""
    """Unit of the counts: ``条``."""
    complete: bool = False
    """True when the text presents the list as the whole of it."""
    exclusive: bool = True
    """False when one item may be counted in several parts (publication channels)."""
    text: str = ""
    """The text as printed."""
    location: Location | None = None
    """Where it is printed."""


@dataclass(slots=True)
class Statement:
    """A number claimed in running text and tied to an indicator of the form."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    indicator: str
    """Statement id of the form: ``文中新收申请``."""
    value: Decimal
    """The number claimed, exact."""
    unit: str = ""
    """Unit as printed."""
    text: str = ""
    """The words it was read from."""
    section: str = ""
    """Id of the section it stands in."""
    location: Location | None = None
    """Where it is printed."""


@dataclass(slots=True)
class Source:
    """The file a report was read from."""

    file: str = ""
    """Path as the user gave it."""
    digest: str = ""
    """``sha256:…`` of its bytes."""
    format: str = ""
    """Reader that read it: ``yaml``, ``json``, ``text``, ``html``."""
    begins: bool = True
    """False when the beginning of the report appears to be missing."""
    ends: bool = True
    """False when the text appears to break off before the end of the report."""


class Locator(Protocol):
    """Finds where a path of keys and indexes stands in a structured source."""

    def find(self, path: tuple[str | int, ...]) -> Location | None:
        """The lines of a path, or of the nearest path above it."""


@dataclass(slots=True)
class Report:
    """One report, recognised by one form."""

    form: str = ""
    """Id of the form that its tables and sections were read by."""
    year: int | None = None
    """Fiscal year: the year reported on, not the year of publication."""
    jurisdiction: str = ""
    """ISO 3166-2: ``CN``, ``CN-FJ``."""
    body: str = ""
    """The body that reports, as printed in the title or the signature."""
    kind: Kind | None = None
    """Kind of body; ``None`` when it cannot be told."""
    title: str = ""
    published: date | None = None
    signed: date | None = None
    preamble: str = ""
    """Text between the title and the first section."""
    sections: list[Section] = field(default_factory=list)
    """Sections in printed order."""
    tables: dict[str, dict[str, list[CellValue]]] = field(default_factory=dict)
    """Table id, row id, values in the order of the row's columns in the form."""
    breakdowns: list[Breakdown] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    notes: dict[tuple[str, str, int], CellNote] = field(default_factory=dict)
    """What is known of single cells, by table, row and column index."""
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    """Row labels as printed, by table and row, where they are not the form's wording."""
    unknown_rows: dict[str, list[str]] = field(default_factory=dict)
    """Rows printed in a table that its form does not have, by table."""
    places: dict[str, Location] = field(default_factory=dict)
    """Where ``title``, ``published``, ``signed``, ``preamble`` and each table stand."""
    source: Source = field(default_factory=Source)
    locator: Locator | None = None
    """Finds the lines of a path in a structured source."""

    def cell(self, table: str, row: str, index: int, column: str) -> Cell | None:
        """The cell at ``index`` in a row; ``None`` when the report does not have it."""
        values = self.tables.get(table, {}).get(row)
        if values is None or index >= len(values):
            return None
        value = values[index]
        note = self.notes.get((table, row, index)) or CellNote()
        if value is None:
            state, number = CellState.BLANK, None
        elif isinstance(value, CellState):
            state, number = value, None
        else:
            state, number = CellState.NUMBER, value
        return Cell(table, row, column, state, number, note.text, note.unit,
                    note.location, note.doubt, index)
