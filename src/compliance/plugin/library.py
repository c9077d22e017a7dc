"""The library: every form, rule and feature that the installed plug-ins bring."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form, form_of_year
from compliance.model.pack import Pack, Rule
from compliance.model.reader import Reader
from compliance.model.text import Text
from compliance.model.words import Slip
from compliance.record import field, record


@record
class PluginRecord:
    """One plug-in: what it is, what it adds, whether it loaded."""

    name: str
    version: str
    digest: str
    adds: list[str] = field(default_factory=list)
    problem: Text | None = None
    """That it did not load, and why."""
    cause: Text | None = None
    """Why it did not load, by itself."""
    notes: list[Text] = field(default_factory=list)
    """What its author should know: rules that repeat others."""


@record
class Library:
    """Forms, packs and features by name; plain data that a cache can hold."""

    forms: dict[str, Form] = field(default_factory=dict)
    """Forms by id, each complete: what it extends is already in it."""
    open_forms: set[str] = field(default_factory=set)
    """Forms with tables that take their rows from the report."""
    packs: dict[str, Pack] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    """``sha256:…`` by pack id."""
    readers: dict[str, Reader] = field(default_factory=dict)
    """Readers by format; the built-in signs are tried before those of plug-ins."""
    checks: dict[str, str] = field(default_factory=dict)
    writers: dict[str, str] = field(default_factory=dict)
    scoring_models: dict[str, str] = field(default_factory=dict)
    commands: dict[str, str] = field(default_factory=dict)
    """Further commands of the command line."""
    origins: dict[str, str] = field(default_factory=dict)
    """The plug-in behind a feature: ``writers:table`` → ``builtin``."""
    places: dict[str, str] = field(default_factory=dict)
    """``file:line`` of each form, pack and rule, by id."""
    complaints: list[Text] = field(default_factory=list)
    """What else keeps the gate closed: a difference from the lock file."""
    plugins: list[PluginRecord] = field(default_factory=list)
    lineage: dict[str, list[str]] = field(default_factory=dict)
    """For each form, its id and those of the forms it extends, nearest first."""
    words: dict[str, list[Slip]] = field(default_factory=dict)
    """Word lists by name."""
    programs: dict[str, Any] = field(default_factory=dict)
    """Compiled rules by form and tailoring; packed as bytes until first used."""

    def rules(self) -> dict[str, Rule]:
        """Every rule by id."""
        return {rule.id: rule for pack in self.packs.values() for rule in pack.rules}

    def form_of(self, year: int, jurisdiction: str) -> str:
        """Id of the form prescribed for a fiscal year; ``""`` when none is."""
        form = form_of_year(self.forms, year, jurisdiction)
        return form.form if form is not None else ""


    @property
    def city_packs(self) -> bool:
        """Whether any pack holds for a city or a county only."""
        return any(pack.jurisdiction.count("-") > 1 for pack in self.packs.values())


def run_feature(library: Library, kind: str, name: str, reference: str, *given: Any) -> Any:
    """Call a feature of a plug-in.

    Raises:
        Problem: the feature raised it, or the plug-in broke or gave what it must not.
    """
    plugin = library.origins.get(f"{kind}:{name}", "builtin")
    try:
        made = load_feature(reference)(*given)
    except Problem:
        raise
    except (Exception, SystemExit) as error:
        if plugin == "builtin":
            raise
        from compliance.plugin.fault import words_of

        raise Problem(say("plugin.failed", name=plugin, error=words_of(error))) from error
    if plugin != "builtin" and not _fits(kind, made):
        raise Problem(say("plugin.wrong_kind", name=plugin, feature=name,
                          what=type(made).__name__, expected=say(f"plugin.expected_{kind}")))
    return made


def _fits(kind: str, made: object) -> bool:
    """Whether a feature gave what the rest of the program can go on with."""
    if kind == "readers":
        from compliance.model.document import Document
        from compliance.read.structured import Structured

        return isinstance(made, Document | Structured)
    if kind == "scoring_models":
        from compliance.model.audit import Score

        return (isinstance(made, Score) and isinstance(made.grade, Text)
                and (made.total is None
                     or (isinstance(made.total, Decimal) and made.total.is_finite())))
    return kind != "writers" or isinstance(made, str)


def load_feature(reference: str) -> Callable[..., Any]:
    """The function behind ``package.module:function``."""
    module, _, name = reference.partition(":")
    feature: Callable[..., Any] = getattr(import_module(module), name)
    return feature
