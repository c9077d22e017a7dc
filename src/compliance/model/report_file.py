"""A report as a person writes it, in YAML or JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from compliance.model.report import Breakdown, CellState, Growth, Kind, Section, Statement
from compliance.model.text import Text
from compliance.record import field, record

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years that a report may be of; some places reported before the law of 2008."""
_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}


@record
class CellEntry:
    """A cell of which more is known than its value."""

    __pydantic_config__ = _CONFIG

    value: int | Decimal | None = None
    """The number; null for a blank cell."""
    text: str = ""
    """The cell as printed: ``251000元``."""
    unit: str = ""
    """Unit printed in the cell."""
    state: CellState | None = None
    """State, when the value does not tell."""
    doubt: str = ""
    """Why the reading is not sure."""


# A number, null for blank, "/" for not applicable, "?" for unreadable, a number as text.
CellInput = int | Decimal | str | CellEntry | None
RowInput = CellInput | list[CellInput] | dict[str, CellInput]


@record
class ReportFile:
    """A structured report: 政府信息公开工作年度报告."""

    __pydantic_config__ = _CONFIG

    form: str = ""
    """Form id, ``cn-2021``; by the year and the jurisdiction when left out."""
    year: int | None = None
    """Fiscal year; from the title when left out."""
    jurisdiction: str = ""
    """ISO 3166-2: ``CN``, ``CN-FJ``; that of the division, else ``CN`` when left out."""
    division: str = ""
    """GB/T 2260 code of the division that the body belongs to: ``350403``."""
    body: str = ""
    """The body that reports; from the title when left out."""
    kind: Kind | None = None
    """``government``, ``department`` or ``township``; from the body when left out."""
    title: str = ""
    """Title as printed."""
    published: date | None = None
    """Date of publication."""
    signed: date | None = None
    """Date under the signature."""
    preamble: str = ""
    """Text between the title and the first section."""
    sections: list[Section] = field(default_factory=list)
    """Sections in printed order."""
    tables: dict[str, dict[str, RowInput]] = field(default_factory=dict)
    """Table id → row id → cells in the order of the form's columns, or by column id."""
    breakdowns: list[Breakdown] | None = None
    """Wholes split into parts; recognised from the text when left out."""
    statements: list[Statement] | None = None
    """Figures claimed in the text; recognised from it when left out."""
    growths: list[Growth] | None = None
    """Figures compared with the year before; recognised from the text when left out."""
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    """Row labels as printed where they differ from the form's: table → row → label."""
    unknown_rows: dict[str, list[str]] = field(default_factory=dict)
    """Rows printed in a table that the form does not have."""
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    """Column headers as printed: table → column → header."""
    units: dict[str, dict[str, str]] = field(default_factory=dict)
    """The column of units as printed: table → row → unit, empty where none is filled in."""
    faces: list[dict[str, Any]] = field(default_factory=list)
    """The same report in other files, each a structured report, to be compared with this."""
    unread: Text | None = None
    """Which parts of the report could not be read, and why: nothing that may stand there is
    held against it."""
    begins: bool = True
    """False when the beginning of the report is missing."""
    ends: bool = True
    """False when the text breaks off before the end."""
    unruled: bool = False
    """True when tables were read without ruling lines: their rows and labels are not sure."""
    origin: str = ""
    """Format of the document that the report was made from: ``pdf``; empty when it was
    written by hand."""
    schema: Literal["compliance-report/1"] = "compliance-report/1"
    """Version of this format."""
