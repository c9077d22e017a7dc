"""The built-in features, as a plug-in like any other."""

from __future__ import annotations

from pathlib import Path

from compliance.model.reader import Reader
from compliance.plugin import hookimpl
from compliance.plugin.folder import rules_folder


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
def scoring_models() -> dict[str, str]:
    from compliance.score import MODELS

    return MODELS
