"""The score, the coverage and the gate as ``--format json`` prints them."""

from __future__ import annotations

from compliance.model.cell_file import CellRecord, Number
from compliance.record import record

_CONFIG = {"use_attribute_docstrings": True}


@record
class CategoryRecord:
    """Points of one category."""

    __pydantic_config__ = _CONFIG

    category: str
    points: Number
    earned: Number | None
    """Null when nothing in it was assessed."""
    passed: int
    failed: int
    unknown: int


@record
class ReceiptRecord:
    """Points lost to one rule."""

    __pydantic_config__ = _CONFIG

    rule: str
    category: str
    lost: Number
    regained: Number
    """Points that mending this rule alone gives back."""
    subjects: int
    cells: list[CellRecord]


@record
class ScoreRecord:
    """The score with its receipt."""

    __pydantic_config__ = _CONFIG

    model: str
    total: Number | None
    """Null when there is no score."""
    grade: str
    without_waivers: Number | None
    """The total with waived failures counted."""
    veto: list[str]
    """Failed rules that take every grade away."""
    categories: list[CategoryRecord]
    receipt: list[ReceiptRecord]


@record
class CoverageRecord:
    """How much could be checked."""

    __pydantic_config__ = _CONFIG

    cells_read: int
    cells_filled: int
    cells_expected: int
    rules_assessed: int
    rules_in_force: int


@record
class GateRecord:
    """Whether the report is let through, and why not."""

    __pydantic_config__ = _CONFIG

    holds: bool
    reasons: list[str]
