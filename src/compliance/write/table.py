"""Plain text for a screen, in aligned columns."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.messages import say
from compliance.model.audit import Audit, Finding
from compliance.model.text import Language
from compliance.write.batch import Unread
from compliance.write.clean import plain
from compliance.write.outline import Outline
from compliance.write.screen import WIDTH, grid, hanging, wrap
from compliance.write.summary import Summary

_INDENT = 3


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """One report in full, or many side by side."""
    if not audits:
        lines = [say("write.no_reports").in_(language)]
    elif len(audits) == 1 and isinstance(audits[0], Audit):
        lines = _report(Outline(audits[0], language))
    else:
        lines = _many(Summary(audits, language))
    return plain("\n".join(line.rstrip() for line in lines) + "\n")


def _report(outline: Outline) -> list[str]:
    colon = outline.say("colon")
    lines = wrap(outline.headline(), WIDTH)
    lines.append(f"{outline.say('verdict')}{colon}{outline.verdict()}")
    for entry in outline.summary():
        lines += hanging(f"{entry.label}{colon}", entry.values[0])
    lines += ["", outline.counts()]
    for number, finding in enumerate(outline.findings("error", "warning"), start=1):
        lines += ["", *_finding(outline, finding, number)]
    lines += _score(outline)
    lines += _remainder(outline)
    return lines


def _finding(outline: Outline, finding: Finding, number: int) -> list[str]:
    lines = hanging(f"{number}. ", outline.title(finding))
    for entry in outline.details(finding):
        label = f"{entry.label}{outline.say('colon')}"
        if not entry.listed:
            lines += hanging(label, entry.values[0], _INDENT)
        else:
            lines += hanging(label, entry.lead, _INDENT)
            for value in entry.values:
                lines += hanging("- ", value, _INDENT + 2)
    return lines


def _score(outline: Outline) -> list[str]:
    lines: list[str] = []
    headers, rows = outline.category_table()
    if rows:
        lines += ["", outline.say("score_table"),
                  grid(headers, rows, [24, None, None, None, None, None], range(1, 6))]
    headers, rows = outline.receipt_table()
    if rows:
        lines += ["", outline.say("receipt"),
                  grid(headers, rows, [18, 44, None, None, None], range(2, 5))]
    return lines


def _remainder(outline: Outline) -> list[str]:
    """Waived, broken and unassessed rules; notes last."""
    lines: list[str] = []
    waived = outline.waived()
    if waived:
        lines += ["", outline.say("waived", count=len(waived))]
        for words in waived:
            lines += hanging("- ", words)
    broken = outline.broken()
    if broken:
        lines += ["", outline.say("broken")]
        for words in broken:
            lines += hanging("- ", words)
    unknown = outline.unknown()
    if unknown:
        lines += ["", *wrap(unknown, WIDTH)]
    notes = outline.findings("info")
    if notes:
        lines += ["", outline.say("notes")]
        for note in notes:
            lines += hanging("- ", outline.note(note))
    return lines


def _many(summary: Summary) -> list[str]:
    lines = [summary.headline()]
    headers, rows = summary.ranking()
    if rows:
        lines += ["", grid(headers, rows, [None, 22, None, None, 10, None, None, None, None],
                           (0, 3, 6, 7, 8))]
    unread = summary.unread_lines()
    if unread:
        lines += ["", summary.say("unread_files")]
        for words in unread:
            lines += hanging("- ", words)
    headers, rows = summary.commonest()
    if rows:
        lines += ["", summary.say("commonest"), grid(headers, rows, [18, 44, None, None, None],
                                                     (3, 4))]
    if len(summary.audits) > 0:
        lines += ["", summary.say("one_by_one")]
    return lines
