"""The built-in features, as a plug-in like any other."""

from __future__ import annotations

from pathlib import Path

from compliance.model.reader import Reader
from compliance.plugin import hookimpl
from compliance.plugin.folder import rules_folder

COMMANDS = ("audit", "read", "rules", "plugins", "schema", "new")
"""Commands of the command line, in the order of its help."""


@hookimpl
def forms() -> list[Path]:
    return sorted((rules_folder() / "forms").glob("*.yaml"))


@hookimpl
def packs() -> list[Path]:
    return sorted(
        path
        for path in (rules_folder() / "packs").glob("*.yaml")
        if not path.name.endswith(".cases.yaml")
    )


@hookimpl
def word_lists() -> list[Path]:
    return sorted((rules_folder() / "words").glob("*.yaml"))


@hookimpl
def checks() -> dict[str, str]:
    from compliance.checks import CHECKS

    return CHECKS


@hookimpl
def readers() -> list[Reader]:
    from compliance.read.readers import READERS

    return READERS


@hookimpl
def writers() -> dict[str, str]:
    from compliance.write import WRITERS

    return WRITERS


@hookimpl
def commands() -> dict[str, str]:
    return {name: f"compliance.cli.{name}_command:{name}" for name in COMMANDS}


@hookimpl
def scoring_models() -> dict[str, str]:
    from compliance.score import MODELS

    return MODELS
