"""Workflow commands of GitHub Actions: annotations on the lines of a report."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.messages import say
from compliance.model.audit import Audit, Finding
from compliance.model.location import Location
from compliance.model.text import Language
from compliance.write.batch import Unread
from compliance.write.clean import one_line, plain
from compliance.write.finding_lines import finding_lines, place_in_file
from compliance.write.outline import SEVERITIES, Outline, is_known
from compliance.write.place import relative

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """One annotation per finding, then one notice per report with its verdict."""
    lines: list[str] = []
    for item in audits:
        if isinstance(item, Audit):
            lines += _report(Outline(item, language))
        else:
            lines.append(_unread(item, language))
    return "\n".join(lines) + "\n"


def data(text: str) -> str:
    """``text`` as the message of a command."""
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def attribute(text: str) -> str:
    """``text`` as the value of a property of a command."""
    return data(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def _command(name: str, message: str, title: str, file: str,
             location: Location | None) -> str:
    values: list[tuple[str, str]] = []
    if file:
        values.append(("file", relative(file)))
    if file and location is not None and location.line is not None:
        values.append(("line", str(location.line)))
        if location.end_line is not None:
            values.append(("endLine", str(location.end_line)))
        # GitHub takes columns only within one line.
        if location.column is not None and location.end_line in (None, location.line):
            values.append(("col", str(location.column)))
            if location.end_column is not None:
                values.append(("endColumn", str(location.end_column)))
    values.append(("title", title))
    written = ",".join(f"{key}={attribute(value)}" for key, value in values)
    return f"::{name} {written}::{data(message)}"


def _report(outline: Outline) -> list[str]:
    lines = [_finding(outline, finding) for finding in outline.findings(*SEVERITIES)]
    file, colon = outline.audit.report.source.file, outline.say("colon")
    lines += [_command("error", words, outline.say("broken"), file, None)
              for words in outline.broken()]
    words = [outline.headline(), outline.counts()]
    words += [f"{entry.label}{colon}{entry.values[0]}" for entry in outline.summary()]
    waived = outline.waived()
    if waived:
        words += [outline.say("waived", count=len(waived)), *waived]
    if outline.unknown():
        words.append(outline.unknown())
    title = f"{outline.say('verdict')}{colon}{outline.verdict()}"
    lines.append(_command("notice", "\n".join(words), title, file, None))
    return lines


def _finding(outline: Outline, finding: Finding) -> str:
    title = (one_line(finding.title.in_(outline.language))
             + outline.say("aside", words=finding.rule.id))
    # What is in the baseline stops nothing.
    command = "notice" if is_known(finding) else _COMMANDS[finding.rule.severity]
    if is_known(finding):
        title = f"{title} {outline.say('known')}"
    return _command(command, "\n".join(finding_lines(outline, finding)), title,
                    outline.audit.report.source.file, place_in_file(finding))


def _unread(item: Unread, language: Language) -> str:
    return _command("error", item.problem.text.in_(language), say("write.unread").in_(language),
                    item.file, item.problem.location)
