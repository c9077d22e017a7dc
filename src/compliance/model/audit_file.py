"""The audit as ``--format json`` prints it: ``{"audits": [ … ]}``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from compliance.model.cell_file import CellRecord, Number, PlaceEntry
from compliance.model.pack import Category, Severity
from compliance.model.report import Kind
from compliance.model.score_file import CoverageRecord, GateRecord, ScoreRecord
from compliance.record import record

_CONFIG = {"use_attribute_docstrings": True}
# What Python keeps for itself, as it is printed.
_KEYS = {"starting": "from"}


@record
class ReportRecord:
    """The report that was audited."""

    __pydantic_config__ = _CONFIG

    form: str
    """Id of the form that it was read by."""
    year: int | None
    """Fiscal year."""
    jurisdiction: str
    division: str
    """GB/T 2260 code; empty when it cannot be told."""
    body: str
    kind: Kind | None
    title: str
    published: date | None
    signed: date | None
    file: str
    """Path as given."""
    digest: str
    """``sha256:…`` of the file."""
    format: str
    """Format of the file."""
    begins: bool
    """False when the beginning of the report is missing."""
    ends: bool
    """False when the text breaks off before the end."""


@record
class WaiverRecord:
    """The waiver that covers a failure."""

    __pydantic_config__ = _CONFIG | {"alias_generator": lambda name: _KEYS.get(name, name)}

    reason: str
    approver: str
    starting: date | None
    """First day on which it holds; null for at once."""
    until: date
    """Last day on which it holds."""


@record
class ResultRecord:
    """What one rule says of one subject."""

    __pydantic_config__ = _CONFIG

    rule: str
    result: Literal["pass", "fail", "not_applicable", "unknown", "error", "waived"]
    subject: str
    explanation: str
    cells: list[CellRecord]
    location: PlaceEntry | None
    known: bool
    """True for a failure that is in the baseline."""
    waiver: WaiverRecord | None


@record
class BasisRecord:
    """What a rule stands on."""

    __pydantic_config__ = _CONFIG

    document: str
    clause: str
    strength: Literal["law", "form", "practice", "inference"]


@record
class ChangeRecord:
    """A figure under suspicion, and what should stand there."""

    __pydantic_config__ = _CONFIG

    name: str
    printed: Number | None
    value: Number | None
    """What it most likely should be; null where several values fit."""
    low: Number | None
    """The least value that fits; null for no limit."""
    high: Number | None
    """The greatest value that fits; null for no limit."""
    unit: str
    slip: str
    """Kind of slip: ``swapped``; empty for none."""
    why: str
    paths: list[str]
    """Its places in the report file."""
    cell: CellRecord | None
    location: PlaceEntry | None


@record
class CandidateRecord:
    """Figures that may be wrong together."""

    __pydantic_config__ = _CONFIG

    changes: list[ChangeRecord]
    mends: list[int]
    """Numbers of the results that would hold, from 0."""
    breaks: list[str]
    """What would fail then."""


@record
class FindingRecord:
    """What a person reads: one cause, with the failed results that it explains."""

    __pydantic_config__ = _CONFIG

    rule: str
    severity: Severity
    category: Category
    title: str
    basis: list[BasisRecord]
    mend: str
    location: PlaceEntry | None
    suspect: CellRecord | None
    """The cell that is wrong, where no other figure can be."""
    unique: bool
    """True where there is only one way to mend it."""
    more: bool
    """True where there are more candidates than are listed."""
    candidates: list[CandidateRecord]
    results: list[int]
    """Numbers of its results, from 0."""


@record
class PackRecord:
    """A pack that was used."""

    __pydantic_config__ = _CONFIG

    pack: str
    version: str
    digest: str


@record
class PluginRecord:
    """A plug-in that was used."""

    __pydantic_config__ = _CONFIG

    plugin: str
    version: str
    digest: str


@record
class ProvenanceRecord:
    """What the audit was made from."""

    __pydantic_config__ = _CONFIG

    version: str
    """Version of the program."""
    input: str
    """``sha256:…`` of the input."""
    profile: str
    as_of: date | None
    """The day on which waivers were judged."""
    packs_chosen: bool
    """True where the profile names the packs."""
    packs: list[PackRecord]
    plugins: list[PluginRecord]


@record
class AuditRecord:
    """One audit."""

    __pydantic_config__ = _CONFIG

    report: ReportRecord
    results: list[ResultRecord]
    findings: list[FindingRecord]
    score: ScoreRecord
    coverage: CoverageRecord
    gate: GateRecord
    provenance: ProvenanceRecord


@record
class UnreadRecord:
    """A file that could not be read."""

    __pydantic_config__ = _CONFIG

    file: str
    error: str
    location: PlaceEntry | None
    """Where the file is wrong, when that is known."""


@record
class AuditFile:
    """The output of ``compliance audit --format json``."""

    __pydantic_config__ = _CONFIG

    audits: list[AuditRecord | UnreadRecord]
