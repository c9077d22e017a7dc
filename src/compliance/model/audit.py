"""An audit: everything that one run says about one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from compliance.model.location import Location
from compliance.model.pack import Basis, Rule
from compliance.model.profile import Waiver
from compliance.model.report import Cell, Report
from compliance.model.text import Text


class Outcome(StrEnum):
    """Result of one rule on one subject (after XCCDF 1.2)."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    ERROR = "error"
    WAIVED = "waived"


@dataclass(slots=True)
class Result:
    """What one rule says of one subject."""

    rule: Rule
    outcome: Outcome
    subject: Text
    explanation: Text
    cells: list[Cell] = field(default_factory=list)
    location: Location | None = None
    waiver: Waiver | None = None


@dataclass(slots=True)
class Finding:
    """What a person reads: one cause, with the failed results that it explains."""

    rule: Rule
    title: Text
    results: list[Result]
    suspect: Cell | None = None
    location: Location | None = None
    basis: list[Basis] = field(default_factory=list)
    """What it stands on, by the law of the report's year."""


@dataclass(slots=True)
class ReceiptLine:
    """Points lost to one rule."""

    rule: Rule
    category: str
    lost: Decimal
    regained: Decimal
    """Points that mending this rule alone gives back."""
    subjects: int
    """Subjects that fail."""
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class CategoryScore:
    """Points of one category; ``earned`` is ``None`` when nothing in it was assessed."""

    category: str
    points: Decimal
    earned: Decimal | None
    passed: int
    failed: int
    unknown: int


@dataclass(slots=True)
class Score:
    """The score with its receipt; ``total`` is ``None`` when too little was assessed."""

    model: str
    total: Decimal | None
    grade: Text
    categories: list[CategoryScore]
    receipt: list[ReceiptLine]
    without_waivers: Decimal | None = None
    """The total with waived failures counted."""
    veto: list[str] = field(default_factory=list)
    """Ids of failed rules that take every grade away."""


@dataclass(slots=True)
class Coverage:
    """How much could be checked."""

    cells_read: int
    cells_expected: int
    rules_assessed: int
    rules_in_force: int


@dataclass(slots=True)
class GateVerdict:
    """Whether the report is let through, and why not."""

    holds: bool
    reasons: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class Provenance:
    """What the audit was made from."""

    version: str
    input: str
    """``sha256:…`` of the input."""
    packs: list[tuple[str, str, str]]
    """Id, version and digest of each pack used."""
    plugins: list[tuple[str, str, str]]
    """Name, version and digest of each plug-in."""
    profile: str = ""


@dataclass(slots=True)
class Audit:
    """One audit."""

    report: Report
    results: list[Result]
    findings: list[Finding]
    score: Score
    coverage: Coverage
    gate: GateVerdict
    provenance: Provenance
