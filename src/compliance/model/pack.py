"""A pack: a versioned set of rules with the law they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from compliance.model.form import Years
from compliance.model.report import Kind
from compliance.model.text import Text

_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}

Severity = Literal["error", "warning", "info"]
Category = Literal[
    "timeliness", "completeness", "template", "arithmetic",
    "history", "agreement", "originality", "language",
]


@dataclass(slots=True)
class Basis:
    """What a rule stands on."""

    __pydantic_config__ = _CONFIG

    document: str
    """Document with its number: ``国办公开办函〔2021〕30号``."""
    clause: str = ""
    """Article, item or place in the document: ``第五十条第（四）项``."""
    strength: Literal["law", "form", "practice", "inference"] = "law"
    """``law``: the text says it; ``form``: the prescribed table prints it or its own
    totals and items imply it; ``practice``: what supervisors demand; ``inference``:
    drawn from the meaning of the words.  An error stands on law or form."""
    years: Years = field(default_factory=Years)
    """Fiscal years for which the document is the law to cite."""


@dataclass(slots=True)
class ForEach:
    """What a formula is evaluated on, one result each."""

    __pydantic_config__ = _CONFIG

    column: str = ""
    """Id of a table: each of its columns; row ids in the formula are cells of it."""
    row: str = ""
    """Id of a table: each of its rows; column ids in the formula are cells of it."""
    only: list[str] = field(default_factory=list)
    """Ids of the rows or columns meant, when not all are."""
    without: list[str] = field(default_factory=list)
    """Ids of rows or columns left out."""
    text: Literal["", "breakdown", "part"] = ""
    """Each breakdown of the running text, or each part of each breakdown."""


@dataclass(slots=True)
class Cases:
    """Reports that a rule must pass and must fail, with only what it looks at."""

    __pydantic_config__ = _CONFIG

    passing: list[dict[str, Any]] = field(default_factory=list)
    """Structured reports (parts of them) on which the rule passes."""
    failing: list[dict[str, Any]] = field(default_factory=list)
    """Structured reports (parts of them) on which it fails."""


@dataclass(slots=True)
class Rule:
    """One requirement."""

    __pydantic_config__ = _CONFIG

    id: str
    """Unique id: ``CN-T3-01``."""
    title: Text
    """The requirement in one line."""
    says: str
    """The requirement as a sentence of the law or of the form, in Chinese."""
    basis: list[Basis]
    """What it stands on."""
    severity: Severity
    """``error``: must hold; ``warning``: must be explained; ``info``: worth a look."""
    category: Category
    """Category of the scoring rubric."""
    mend: Text
    """What to do about a failure."""
    weight: int = 0
    """Weight within its category; by default error 10, warning 4, info 0."""
    veto: bool = False
    """True when a failure takes every grade away: wrong year, table missing."""
    forms: list[str] = field(default_factory=list)
    """Ids of forms it holds for (and of forms that extend them); all when left out."""
    in_force: Years = field(default_factory=Years)
    """Fiscal years in force."""
    kinds: list[Kind] = field(default_factory=list)
    """Kinds of body it binds; all when left out."""
    for_each: ForEach | None = None
    """What the formula is evaluated on; once per report when left out."""
    when: str = ""
    """Formula: where it does not hold, the rule does not apply."""
    check: str = ""
    """Formula of the relation language that must hold."""
    rounded: bool = False
    """True when the formula is judged in intervals: printed figures are rounded."""
    code: str = ""
    """Name of a coded check, for what the language cannot say."""
    settings: dict[str, Any] = field(default_factory=dict)
    """Settings of the coded check."""

    def basis_of(self, year: int | None) -> list[Basis]:
        """What the rule stands on for a fiscal year: the law of that year."""
        then = [basis for basis in self.basis if year is None or year in basis.years]
        return then or self.basis

    @property
    def points(self) -> int:
        """Weight in force: the rule's own, or the default of its severity."""
        return self.weight or {"error": 10, "warning": 4, "info": 0}[self.severity]


@dataclass(slots=True)
class Pack:
    """A versioned set of rules."""

    __pydantic_config__ = _CONFIG

    pack: str
    """Id: ``cn-applications``."""
    title: Text
    """What the rules are about."""
    version: str
    """Version of the pack: ``1.0.0``."""
    jurisdiction: str
    """ISO 3166-2; the rules hold there and in its parts."""
    rules: list[Rule]
    """The rules."""
