"""A pack: a versioned set of rules with the law they stand on."""

from __future__ import annotations

from typing import Any, Literal

from compliance.model.form import Years
from compliance.model.report import Kind
from compliance.model.text import Text
from compliance.record import field, record

_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}

Severity = Literal["error", "warning", "info"]
Category = Literal[
    "timeliness", "completeness", "template", "arithmetic",
    "history", "agreement", "originality", "language",
]


@record
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


@record
class ForEach:
    """What a formula is evaluated on, one result each."""

    __pydantic_config__ = _CONFIG

    column: str = ""
    """Id of a table: each of its columns; row ids in the formula are cells of it."""
    row: str = ""
    """Id of a table: each of its rows; column ids in the formula are cells of it."""
    only: list[str] = field(default_factory=list)
    """Ids of the rows or columns meant, when not all are; of sections, for breakdowns."""
    without: list[str] = field(default_factory=list)
    """Ids of rows or columns left out; of sections, for breakdowns."""
    text: Literal["", "breakdown", "part", "growth"] = ""
    """Each breakdown of the running text, each part of each breakdown, or each figure
    compared with the year before."""


@record
class Change:
    """A change of a rule that those who audit by it should know of."""

    __pydantic_config__ = _CONFIG

    version: str
    """Version of the pack that brought the change: ``1.1.0``."""
    change: Text
    """What is different since, in one line."""


@record
class Rule:
    """One requirement."""

    __pydantic_config__ = _CONFIG

    id: str
    """Unique id: ``CN-T3-01``."""
    title: Text
    """The requirement in one line."""
    says: str
    """The requirement as a sentence of the law or of the form, in its own language."""
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
    history: list[Change] = field(default_factory=list)
    """Changes of the rule, the latest first; shown on its page."""

    def basis_of(self, year: int | None) -> list[Basis]:
        """What the rule stands on for a fiscal year: the law of that year."""
        then = [basis for basis in self.basis if year is None or year in basis.years]
        return then or self.basis

    @property
    def points(self) -> int:
        """Weight in force: the rule's own, or the default of its severity."""
        return self.weight or {"error": 10, "warning": 4, "info": 0}[self.severity]


@record
class Tightening:
    """How a province, a city or an office holds its bodies to a rule more strictly."""

    __pydantic_config__ = _CONFIG

    severity: Severity | None = None
    """A graver severity."""
    weight: int | None = None
    """A larger weight."""
    settings: dict[str, Any] = field(default_factory=dict)
    """Settings that the rule has and that ask for more here: a date may only come
    earlier, a number may only become smaller; a kind of body may be added."""
    basis: list[Basis] = field(default_factory=list)
    """What the stricter requirement stands on."""


@record
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
    """ISO 3166-2 (``CN``, ``CN-FJ``), with the first digits of a GB/T 2260 code for a
    city or a county (``CN-FJ-3504``); the rules hold there and in its parts."""
    rules: list[Rule] = field(default_factory=list)
    """The rules."""
    tightens: dict[str, Tightening] = field(default_factory=dict)
    """Rules of wider jurisdictions that are held to more strictly here, by id."""
