"""What a coded check is given, and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.messages import say
from compliance.model.audit import Outcome
from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.pack import Rule
from compliance.model.report import Cell, Report
from compliance.model.text import Text
from compliance.model.words import Slip
from compliance.record import field, record


@record
class Observation:
    """What a check saw of one subject."""

    outcome: Outcome
    subject: Text
    explanation: Text
    cells: list[Cell] = field(default_factory=list)
    location: Location | None = None


@record
class Context:
    """What a check may look at; it reads nothing else but its settings."""

    report: Report
    form: Form
    """The form that the report was read by."""
    rule: Rule
    forms: Mapping[str, Form]
    """Every form by id."""
    form_of_year: str = ""
    """Id of the form prescribed for the report's year; empty when none is."""
    deadlines: Mapping[str, str] = field(default_factory=dict)
    """Local deadlines by kind of body, ``MM-DD``, from the profile."""
    words: Mapping[str, list[Slip]] = field(default_factory=dict)
    """Word lists by name."""


def observe(
    outcome: Outcome,
    subject: Text | str,
    message: str,
    /,
    *,
    cells: list[Cell] | None = None,
    location: Location | None = None,
    **values: object,
) -> Observation:
    """An observation whose explanation is the message ``checks.<message>``."""
    named = subject if isinstance(subject, Text) else Text.same(subject)
    return Observation(outcome, named, say(f"checks.{message}", **values), cells or [], location)
