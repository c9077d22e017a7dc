"""Whether what was printed reads back equal."""

from __future__ import annotations

from compliance.model.report import Report

from .reports import MadeReport, numeral


def differences(made: MadeReport, report: Report) -> list[str]:
    """Where the text read is not the text printed; blanks do not count."""
    expected = {"preamble": made.preamble}
    read = {"preamble": report.preamble}
    for place, section in enumerate(made.sections, 1):
        expected[f"heading {place}"] = f"{numeral(place)}、{section.heading}"
        expected[f"text {place}"] = "".join(section.lines)
    for place, found in enumerate(report.sections, 1):
        read[f"heading {place}"] = found.heading
        read[f"text {place}"] = found.text
    return [f"{name}: read {read.get(name)!r}, printed {expected.get(name)!r}"
            for name in {**expected, **read}
            if _bare(read.get(name, "")) != _bare(expected.get(name, ""))]


def _bare(text: str) -> str:
    return "".join(text.split())
