"""A finding in lines of plain text, for formats without a layout of their own."""

from __future__ import annotations

from compliance.model.audit import Finding
from compliance.model.location import Location
from compliance.write.outline import Outline


def finding_lines(outline: Outline, finding: Finding) -> list[str]:
    """Where, why, the suspect figure, the basis and the mend: each labelled."""
    colon = outline.say("colon")
    lines: list[str] = []
    for entry in outline.details(finding):
        if entry.listed:
            lines += [f"{entry.label}{colon}{entry.lead}",
                      *(f"- {value}" for value in entry.values)]
        else:
            lines.append(f"{entry.label}{colon}{entry.values[0]}")
    return lines


def place_in_file(finding: Finding) -> Location | None:
    """Where the suspect figure stands, or else what fails first."""
    if finding.location is not None or not finding.results:
        return finding.location
    return finding.results[0].location
