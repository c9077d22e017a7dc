"""A report as a person writes it, in YAML or JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from compliance.model.report import Breakdown, CellState, Kind, Section, Statement

_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}


@dataclass(slots=True)
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


@dataclass(slots=True)
class ReportFile:
    """A structured report: 政府信息公开工作年度报告."""

    __pydantic_config__ = _CONFIG

    form: str = ""
    """Form id, ``cn-2021``; by the year and the jurisdiction when left out."""
    year: int | None = None
    """Fiscal year; from the title when left out."""
    jurisdiction: str = ""
    """ISO 3166-2: ``CN``, ``CN-FJ``; ``CN`` when left out."""
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
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    """Row labels as printed where they differ from the form's: table → row → label."""
    unknown_rows: dict[str, list[str]] = field(default_factory=dict)
    """Rows printed in a table that the form does not have."""
    begins: bool = True
    """False when the beginning of the report is missing."""
    ends: bool = True
    """False when the text breaks off before the end."""
    schema: Literal["compliance-report/1"] = "compliance-report/1"
    """Version of this format."""
