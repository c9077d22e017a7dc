"""Where the built-in forms, packs and word lists stand."""

from __future__ import annotations

from pathlib import Path


def rules_folder() -> Path:
    """The folder ``rules/``: inside the installed package, or beside ``src/`` in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"
