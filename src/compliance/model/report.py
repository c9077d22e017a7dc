"""A report: one filled form.

The same shape is what a person writes by hand in YAML or JSON and what the
readers make of a web page.  Tables are kept as rows of plain values, because a
clean report needs nothing more; :meth:`Report.cell` makes the full cell on
demand.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Protocol

from compliance.model.jurisdiction import full
from compliance.model.location import Location
from compliance.model.text import Text
from compliance.record import field, record

Kind = Literal["government", "department", "township"]
WITHOUT_STRUCTURE = frozenset({"text", "txt", "md", "markdown", "pdf"})
"""Formats in which tables and headings get lost."""


class CellState(StrEnum):
    """What stands in a cell.  Zero is a number; blank is not zero."""

    NUMBER = "number"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"


# What a row holds: an exact number, ``None`` for a blank cell, or a state.
CellValue = int | Decimal | None | CellState


@record
class CellNote:
    """What a reader knows of one cell beyond its value."""

    text: str = ""
    unit: str = ""
    """Unit printed in the cell, in its row or above its column."""
    location: Location | None = None
    doubt: str = ""
    scale: int = 0
    """Powers of ten by which the value was moved from the unit printed to the form's:
    -4 for ``251000元`` in a column of 万元, whose value is 25.1."""


@record
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
    title: Text | None = None
    """What a person calls the table."""

    @property
    def decimals(self) -> int:
        """Decimals as printed: 2 for ``3.50``."""
        if isinstance(self.value, Decimal):
            exponent = self.value.as_tuple().exponent
            return max(0, -exponent) if isinstance(exponent, int) else 0
        return 0


@record
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
    places: list[Location] = field(default_factory=list)
    """Where each line of ``text`` stands, when read from a document."""


@record
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


@record
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
    section: str = ""
    """Id of the section it stands in, where that is known."""
    location: Location | None = None
    """Where it is printed."""


@record
class Figure:
    """A figure in running text, and how exact it is."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    value: Decimal
    """The number, written out: 36000 for ``3.6万``."""
    step: Decimal = Decimal(0)
    """What one unit of its last printed place is worth: 1000 for ``3.6万``, 0 for a count
    that is printed whole."""


@record
class Growth:
    """What running text says of a figure and of the year before: ``3646件，同比增长1.05%``."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    name: str
    """What has grown: ``收办政府信息公开申请``."""
    current: Figure
    """The figure of the report's year."""
    previous: Figure | None = None
    """The figure of the year before; null when the text does not print it."""
    change: Figure | None = None
    """By how much it grew, negative for a fall; null when the text does not print it."""
    rate: Decimal | None = None
    """By how many per cent it grew, with its decimals as printed, negative for a fall."""
    unit: str = ""
    """Unit as printed."""
    text: str = ""
    """The words it was read from."""
    section: str = ""
    """Id of the section it stands in."""
    location: Location | None = None
    """Where it is printed."""


@record
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


@record
class RowMatch:
    """Which printed row was taken for a row of the form."""

    label: str
    """Label as printed; empty for a group of columns (表四)."""
    columns: Literal["", "header", "order"] = ""
    """How its cells were put into the columns: under the headers that name them, in
    printed order, or not at all."""
    moved: bool = False
    """True when the row stands outside the order of the form."""



@record
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
    unruled: bool = False
    """True when tables were put together from where words stand, without ruling lines."""
    origin: str = ""
    """Format of the document that a structured report was made from: ``pdf``."""

    @property
    def first_format(self) -> str:
        """Format of the document as published: ``html``, ``pdf``, ``md``, ``text``."""
        suffix = self.file.lower().rpartition(".")[2]
        return self.origin or (suffix if suffix in WITHOUT_STRUCTURE else self.format)


class Locator(Protocol):
    """Finds where a path of keys and indexes stands in a structured source."""

    def find(self, path: tuple[str | int, ...]) -> Location | None:
        """The lines of a path, or of the nearest path above it."""

    def find_key(self, path: tuple[str | int, ...]) -> Location | None:
        """The lines of the key that a path ends with."""


@record
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
    division: str = ""
    """GB/T 2260 code of the smallest division known to hold the body: ``350403``; empty
    when it cannot be told."""
    preamble: str = ""
    """Text between the title and the first section."""
    sections: list[Section] = field(default_factory=list)
    """Sections in printed order."""
    tables: dict[str, dict[str, list[CellValue]]] = field(default_factory=dict)
    """Table id, row id, values in the order of the row's columns in the form."""
    breakdowns: list[Breakdown] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    growths: list[Growth] = field(default_factory=list)
    notes: dict[tuple[str, str, int], CellNote] = field(default_factory=dict)
    """What is known of single cells, by table, row and column index."""
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    """Row labels as printed, by table and row, where they are not the form's wording."""
    unknown_rows: dict[str, list[str]] = field(default_factory=dict)
    """Rows printed in a table that its form does not have, by table."""
    matches: dict[str, dict[str, RowMatch]] = field(default_factory=dict)
    """Which printed row was taken for each row of the form, by table and row, when the
    report was read from a document."""
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    """Column headers as printed, by table and column, where they could be read."""
    units: dict[str, dict[str, str]] = field(default_factory=dict)
    """What stands in the column of units, by table and row, for tables printed with one;
    an empty text where nothing does."""
    titles: dict[str, Text] = field(default_factory=dict)
    """What a person calls each table of the form."""
    places: dict[str, Location] = field(default_factory=dict)
    """Where ``title``, ``published``, ``signed``, ``preamble``, each table and the headers
    of each table (``headers/<table>``) stand."""
    faces: list[Report] = field(default_factory=list)
    """The same report as read from other files, to be compared with this one."""
    source: Source = field(default_factory=Source)
    unread: Text | None = None
    """Which parts of the source could not be read, and why."""
    locator: Locator | None = None
    """Finds the lines of a path in a structured source."""

    @property
    def where(self) -> str:
        """Jurisdiction with the division behind it: ``CN-FJ-350403``."""
        return full(self.jurisdiction, self.division)

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
                    note.location, note.doubt, index, self.titles.get(table))
