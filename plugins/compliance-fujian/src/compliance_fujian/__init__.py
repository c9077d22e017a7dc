"""Fujian: the indicator tables of 2009 to 2018 and the rules that hold in them."""

from __future__ import annotations

from pathlib import Path

from compliance.plugin import hookimpl

_HERE = Path(__file__).parent


@hookimpl
def forms() -> list[Path]:
    """The forms of the province."""
    return sorted((_HERE / "forms").glob("*.yaml"))


@hookimpl
def packs() -> list[Path]:
    """The packs of the province, without the cases beside them."""
    return sorted(
        path
        for path in (_HERE / "packs").glob("*.yaml")
        if not path.name.endswith(".cases.yaml")
    )


@hookimpl
def checks() -> dict[str, str]:
    """Coded checks of the province."""
    return {"fujian_attributes_add_up": "compliance_fujian.attributes:attributes_add_up"}
