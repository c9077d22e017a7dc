"""The annual FOIA report of United States agencies: its form, its rules, its XML."""

from __future__ import annotations

from pathlib import Path

from compliance.model.reader import Reader
from compliance.model.text import Text
from compliance.plugin import hookimpl

_HERE = Path(__file__).parent


@hookimpl
def forms() -> list[Path]:
    """The form of the report."""
    return sorted((_HERE / "forms").glob("*.yaml"))


@hookimpl
def packs() -> list[Path]:
    """The rules, without the cases beside them."""
    return sorted(
        path
        for path in (_HERE / "packs").glob("*.yaml")
        if not path.name.endswith(".cases.yaml")
    )


@hookimpl
def checks() -> dict[str, str]:
    """Coded checks: what the relation language cannot say."""
    return {
        "us_foia_dates": "compliance_us_foia.lists:dates_written",
        "us_foia_oldest": "compliance_us_foia.lists:oldest_of_all",
        "us_foia_statutes": "compliance_us_foia.statutes:relied_upon",
    }


@hookimpl
def readers() -> list[Reader]:
    """The official XML (NIEM IEPD, schema 1.03 and 2)."""
    title = Text("美国信息自由法年度报告（XML）", "a FOIA annual report (XML)")
    return [Reader("us-foia-xml", title, "compliance_us_foia.reading:read_xml",
                   root="FoiaAnnualReport")]
