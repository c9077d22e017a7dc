"""An audit: everything that one run says about one report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.pack import Basis, Rule
from compliance.model.profile import Waiver
from compliance.model.report import Cell, Report
from compliance.model.text import Text
from compliance.record import field, record


class Outcome(StrEnum):
    """Result of one rule on one subject (after XCCDF 1.2)."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    ERROR = "error"
    WAIVED = "waived"


@record
class Result:
    """What one rule says of one subject."""

    rule: Rule
    outcome: Outcome
    subject: Text
    explanation: Text
    cells: list[Cell] = field(default_factory=list)
    location: Location | None = None
    waiver: Waiver | None = None
    known: bool = False
    """True for a failure that is in the baseline and no longer closes the gate."""


@record
class Change:
    """A printed figure under suspicion, and what should stand there."""

    name: Text
    """What a person calls it: ``表三…·不掌握·自然人``, ``正文“部分公开417件”``."""
    printed: Decimal | None
    """The figure as printed; a share in per cent."""
    value: Decimal | None
    """What it most likely should be; None where many values would do."""
    low: Decimal | None = None
    """The least value with which every relation holds; None for no limit."""
    high: Decimal | None = None
    """The greatest value with which every relation holds; None for no limit."""
    slip: str = ""
    """How a typist makes the one of the other: ``swapped``, ``zero_lost``; empty for no slip."""
    why: Text = field(default_factory=lambda: Text("", ""))
    """The slip, or the calculation, in words; empty where there is nothing to say."""
    unit: str = ""
    """``%`` for a share."""
    cell: Cell | None = None
    """The cell, when it is one."""
    paths: list[str] = field(default_factory=list)
    """Its places in the report: ``tables/申请/不掌握/0``, ``breakdowns/0/parts/1/share``."""
    location: Location | None = None

    def same_number(self, other: Change) -> bool:
        """Whether both are one number of the text, read in two ways: as a statement, and as
        the whole of a list."""
        if self.cell is not None or other.cell is not None or self.location is None:
            return False
        if (self.location, self.printed, self.unit) != (other.location, other.printed, other.unit):
            return False
        first, second = (change.name.zh.strip("正文“”") for change in (self, other))
        return first.endswith(second) or second.endswith(first)


@record
class Candidate:
    """Figures that may be wrong together, by which every failed relation would hold."""

    changes: list[Change]
    """The figures, one as a rule."""
    mends: list[Result] = field(default_factory=list)
    """Failed results that would hold."""
    breaks: list[Text] = field(default_factory=list)
    """What holds now and would not, or has to be changed with them, in words."""


@record
class Finding:
    """What a person reads: one cause, with the failed results that it explains."""

    rule: Rule
    title: Text
    results: list[Result]
    suspect: Cell | None = None
    """The cell that is wrong, where no other figure can be."""
    location: Location | None = None
    basis: list[Basis] = field(default_factory=list)
    """What it stands on, by the law of the report's year."""
    candidates: list[Candidate] = field(default_factory=list)
    """What may be wrong, the likeliest first; none where no figure could be named."""
    unique: bool = False
    """True where the only candidate is the only one that there can be: the least
    change that makes every relation hold."""
    more: bool = False
    """True where there are more candidates than are listed."""


@record
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


@record
class CategoryScore:
    """Points of one category; ``earned`` is ``None`` when nothing in it was assessed."""

    category: str
    points: Decimal
    earned: Decimal | None
    passed: int
    failed: int
    unknown: int


@record
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


@record
class Coverage:
    """How much could be checked."""

    cells_read: int
    cells_expected: int
    rules_assessed: int
    rules_in_force: int
    cells_filled: int
    """Cells that hold a number, or are marked as not applicable."""


@record
class GateVerdict:
    """Whether the report is let through, and why not."""

    holds: bool
    reasons: list[Text] = field(default_factory=list)
    judged: bool = True
    """False where no severity of finding closes the gate (``--fail-on never``)."""


@record
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
    packs_chosen: bool = False
    """True where the profile names the packs; all that fit are used otherwise."""
    as_of: date | None = None
    """The day on which waivers were judged, where the profile has any or names one."""


@record
class Audit:
    """One audit."""

    report: Report
    results: list[Result]
    findings: list[Finding]
    score: Score
    coverage: Coverage
    gate: GateVerdict
    provenance: Provenance
    form: Form | None = None
    """The form that the report was judged by."""
