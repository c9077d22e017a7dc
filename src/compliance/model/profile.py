"""A profile: how one office tailors an audit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from compliance.model.pack import Category, Severity
from compliance.record import field, record

Threshold = Literal["error", "warning", "info", "never"]
_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}
# What Python keeps for itself, as it is written in a profile.
_KEYS = {"starting": "from"}

# Our own default rubric of 100 points; the sources of each category are in docs/scoring.md.
DEFAULT_POINTS: dict[str, int] = {
    "timeliness": 10,
    "completeness": 20,
    "template": 15,
    "arithmetic": 20,
    "history": 10,
    "agreement": 10,
    "originality": 10,
    "language": 5,
}


@record
class Waiver:
    """A failure that somebody answers for."""

    __pydantic_config__ = _CONFIG | {"alias_generator": lambda name: _KEYS.get(name, name)}

    rule: str
    """Id of the rule."""
    reason: str
    """Why the failure is accepted."""
    approver: str
    """Who accepts it."""
    until: date
    """Last day on which the waiver holds."""
    starting: date | None = None
    """First day on which it holds; at once when left out."""
    body: str = ""
    """Body whose report is meant; every report when left out."""
    year: int | None = None
    """Fiscal year meant; every year when left out."""
    subject: str = ""
    """Subject of the result (row, column, statement); every subject when left out."""


@record
class Tailoring:
    """Changes to one rule."""

    __pydantic_config__ = _CONFIG

    severity: Severity | None = None
    """A graver severity."""
    weight: int | None = None
    """A larger weight."""


@record
class Gate:
    """When a report is let through."""

    __pydantic_config__ = _CONFIG

    fail_on: Threshold = "error"
    """The least severity of a failure that closes the gate."""
    min_score: Decimal | None = None
    """The least score that opens it."""
    min_coverage: Decimal = Decimal("0.5")
    """The least share of rules assessed, below which there is no score and the gate
    stays closed: what could not be read was not checked."""
    min_cells: Decimal = Decimal("0.25")
    """The least share of the form's cells with a number or not applicable, below which
    there is no score and the gate stays closed: an empty form agrees with everything."""


@record
class Profile:
    """Tailoring of an audit."""

    __pydantic_config__ = _CONFIG

    profile: str = "default"
    """Name."""
    packs: list[str] = field(default_factory=list)
    """Ids of packs to use; all that fit the report when left out."""
    rules: dict[str, Tailoring] = field(default_factory=dict)
    """Changes by rule id; only what asks for more is taken."""
    rule_files: list[str] = field(default_factory=list)
    """Packs and forms of the office: YAML files, or folders of them, by their path from
    the profile."""
    plugin_files: list[str] = field(default_factory=list)
    """Plug-ins of the office: Python files, by their path from the profile."""
    points: dict[Category, int] = field(default_factory=dict)
    """Points by category; the default rubric where left out."""
    scoring: str = "weighted"
    """Scoring model: ``weighted``, ``deduction``, ``flat``, ``default``."""
    deductions: dict[Severity, Decimal] = field(default_factory=dict)
    """Deduction model: points off for each failed rule, by severity."""
    gate: Gate = field(default_factory=Gate)
    """When the gate holds."""
    waivers: list[Waiver] = field(default_factory=list)
    """Failures that somebody answers for."""
    deadlines: dict[str, str] = field(default_factory=dict)
    """Local deadlines by kind of body, ``MM-DD``, earlier than the law's."""
    as_of: date | None = None
    """The day on which waivers are judged; today when left out."""
