"""The audit as ``--format json`` prints it: ``{"audits": [ … ]}``."""

from __future__ import annotations

from compliance.record import record

_CONFIG = {"use_attribute_docstrings": True}


@record
class PlaceEntry:
    """A place in the source; lines and columns from 1."""

    __pydantic_config__ = _CONFIG

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    path: str | None = None
    box: list[float] | None = None
    """Left, top, right and bottom in points from the upper left corner of the page."""


@record
class CellRecord:
    """A cell that a result is about."""

    __pydantic_config__ = _CONFIG

    table: str
    row: str
    column: str
    value: int | float | str | None
    """The number; a text where a JSON number would not be exact; null when there is none."""
    state: str
    """``number``, ``blank``, ``not_applicable`` or ``unreadable``."""
    text: str
    """The cell as printed, where it was read from a document."""
    location: PlaceEntry | None


@record
class ResultRecord:
    """What one rule says of one subject."""

    __pydantic_config__ = _CONFIG

    rule: str
    result: str
    """``pass``, ``fail``, ``not_applicable``, ``unknown``, ``error`` or ``waived``."""
    subject: str
    explanation: str
    cells: list[CellRecord]
    location: PlaceEntry | None
    known: bool
    """True for a failure that is in the baseline."""
    waiver: dict[str, object] | None
    """Reason, approver and days of the waiver that covers it."""


@record
class AuditRecord:
    """One audit, or a file that could not be read (``file`` and ``error``)."""

    __pydantic_config__ = _CONFIG

    report: dict[str, str | int | None]
    results: list[ResultRecord]
    findings: list[dict[str, object]]
    score: dict[str, object]
    coverage: dict[str, int]
    gate: dict[str, object]
    """``holds`` (true or false) and ``reasons``."""
    provenance: dict[str, object]


@record
class UnreadRecord:
    """A file that could not be read."""

    __pydantic_config__ = _CONFIG

    file: str
    error: str


@record
class AuditFile:
    """The output of ``compliance audit --format json``."""

    __pydantic_config__ = _CONFIG

    audits: list[AuditRecord | UnreadRecord]
