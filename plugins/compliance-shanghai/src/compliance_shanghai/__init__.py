"""Shanghai: sections of 2008 to 2018 and rules on what its reports cite and count."""

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
        "shanghai_rules_cited": "compliance_shanghai.reports:rules_cited",
        "shanghai_rules_counted": "compliance_shanghai.reports:rules_counted",
    }
