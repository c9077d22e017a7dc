"""Gansu: the 35 indicators of 2008 to 2013, and what Wuwei asks of overviews since 2025."""

from __future__ import annotations

from pathlib import Path

from compliance.plugin import hookimpl

_HERE = Path(__file__).parent


@hookimpl
def forms() -> list[Path]:
    """The forms of the place."""
    return sorted((_HERE / "forms").glob("*.yaml"))


@hookimpl
def packs() -> list[Path]:
    """The packs of the place, without the cases beside them."""
    return sorted(
        path
        for path in (_HERE / "packs").glob("*.yaml")
        if not path.name.endswith(".cases.yaml")
    )


@hookimpl
def checks() -> dict[str, str]:
    """Coded checks of the place."""
    return {
        "gansu_overview_length": "compliance_gansu.overview:overview_length",
        "gansu_overview_figures": "compliance_gansu.overview:overview_figures",
    }
