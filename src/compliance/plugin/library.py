"""The library: every form, rule and feature that the installed plug-ins bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from compliance.model.form import Form
from compliance.model.pack import Pack, Rule
from compliance.model.reader import Reader
from compliance.model.text import Text


@dataclass(slots=True)
class PluginRecord:
    """One plug-in: what it is, what it adds, whether it loaded."""

    name: str
    version: str
    digest: str
    adds: list[str] = field(default_factory=list)
    problem: Text | None = None


@dataclass(slots=True)
class Library:
    """Forms, packs and features by name; plain data that a cache can hold."""

    forms: dict[str, Form] = field(default_factory=dict)
    """Forms by id, each complete: what it extends is already in it."""
    packs: dict[str, Pack] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    """``sha256:…`` by pack id."""
    readers: dict[str, Reader] = field(default_factory=dict)
    """Readers by format; the signs of plug-ins are tried before the built-in ones."""
    checks: dict[str, str] = field(default_factory=dict)
    writers: dict[str, str] = field(default_factory=dict)
    scoring_models: dict[str, str] = field(default_factory=dict)
    plugins: list[PluginRecord] = field(default_factory=list)
    lineage: dict[str, list[str]] = field(default_factory=dict)
    """For each form, its id and those of the forms it extends, nearest first."""
    programs: dict[str, Any] = field(default_factory=dict)
    """Compiled rules by form id."""

    def rules(self) -> dict[str, Rule]:
        """Every rule by id."""
        return {rule.id: rule for pack in self.packs.values() for rule in pack.rules}

    def form_of(self, year: int, jurisdiction: str) -> str:
        """Id of the form prescribed for a fiscal year; ``""`` when none is.

        A province's own form comes before the national one.
        """
        fitting = [
            form
            for form in self.forms.values()
            if year in form.years
            and (jurisdiction == form.jurisdiction
                 or jurisdiction.startswith(form.jurisdiction + "-"))
        ]
        fitting.sort(key=lambda form: (-len(form.jurisdiction), form.form))
        return fitting[0].form if fitting else ""


def load_feature(reference: str) -> Callable[..., Any]:
    """The function behind ``package.module:function``."""
    module, _, name = reference.partition(":")
    feature: Callable[..., Any] = getattr(import_module(module), name)
    return feature
