"""The hooks that a plug-in may implement; built-in features use the same ones."""

from __future__ import annotations

from pathlib import Path

import pluggy

from compliance.model.reader import Reader

hookspec = pluggy.HookspecMarker("compliance")


@hookspec
def forms() -> list[Path]:  # type: ignore[empty-body]
    """YAML files, one form each (schema: ``compliance schema form``)."""


@hookspec
def packs() -> list[Path]:  # type: ignore[empty-body]
    """YAML files, one pack of rules each (schema: ``compliance schema pack``)."""


@hookspec
def word_lists() -> list[Path]:  # type: ignore[empty-body]
    """YAML files with wrong and right spellings; lists of one file name are one list."""


@hookspec
def checks() -> dict[str, str]:  # type: ignore[empty-body]
    """Coded checks: name used in ``code:`` → ``package.module:function``."""


@hookspec
def readers() -> list[Reader]:  # type: ignore[empty-body]
    """Formats of files that can be read, each with the signs by which it is told."""


@hookspec
def writers() -> dict[str, str]:  # type: ignore[empty-body]
    """Output formats: name used in ``--format`` → ``package.module:function``."""


@hookspec
def commands() -> dict[str, str]:  # type: ignore[empty-body]
    """Commands of the command line: name → ``package.module:function`` (a click command)."""


@hookspec
def scoring_models() -> dict[str, str]:  # type: ignore[empty-body]
    """Scoring models: name used in a profile → ``package.module:function``."""
