"""GitHub Markdown, for job summaries and comments."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.messages import say
from compliance.model.audit import Audit, Finding
from compliance.model.text import Language
from compliance.pattern import lazy_pattern
from compliance.write.batch import Unread
from compliance.write.clean import one_line, plain
from compliance.write.outline import Outline
from compliance.write.summary import Grid, Summary

_SPECIAL = lazy_pattern(r"([\\`*_\[\]|~#!$])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """One report in full, or many side by side."""
    if not audits:
        lines = [escape(say("write.no_reports").in_(language))]
    elif len(audits) == 1 and isinstance(audits[0], Audit):
        lines = _report(Outline(audits[0], language))
    else:
        lines = _many(Summary(audits, language))
    return plain("\n".join(lines).rstrip() + "\n")


def escape(text: str) -> str:
    """``text`` on one line, with nothing left that Markdown or HTML would act on.

    An address is kept from becoming a link and ``@name`` from calling somebody.
    """
    text = _SPECIAL.sub(r"\\\1", one_line(text).translate(_ENTITIES))
    text = text.replace("://", r"\://").replace("www.", r"www\.").replace("WWW.", r"WWW\.")
    return text.replace("@", "@<!-- -->")


def _table(grid: Grid, right: Sequence[int] = ()) -> list[str]:
    headers, rows = grid
    rule = ["---:" if index in right else "---" for index in range(len(headers))]
    return ["", _row([escape(header) for header in headers]), _row(rule),
            *(_row([escape(cell) for cell in row]) for row in rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _report(outline: Outline) -> list[str]:
    colon = outline.say("colon")
    verdict = f"{outline.say('verdict')}{colon}{outline.verdict()}"
    lines = [f"# {escape(outline.headline())}", "", f"**{escape(verdict)}**", ""]
    lines += [f"- {escape(entry.label)}{colon}{escape(entry.values[0])}"
              for entry in outline.summary()]
    lines += ["", f"## {escape(outline.counts())}"]
    for number, finding in enumerate(outline.findings("error", "warning"), start=1):
        lines += ["", *_finding(outline, finding, number)]
    if outline.audit.score.categories:
        lines += ["", f"## {escape(outline.say('score_table'))}",
                  *_table(outline.category_table(), range(1, 6))]
    if outline.audit.score.receipt:
        lines += ["", f"## {escape(outline.say('receipt'))}",
                  *_table(outline.receipt_table(), range(2, 5))]
    lines += _remainder(outline)
    return lines


def _finding(outline: Outline, finding: Finding, number: int) -> list[str]:
    colon = outline.say("colon")
    lines = [f"### {number}. {escape(outline.title(finding))}", ""]
    for entry in outline.details(finding):
        label = f"- **{escape(entry.label)}**{colon}"
        if not entry.listed:
            lines.append(label + escape(entry.values[0]))
        else:
            lines += [label + escape(entry.lead),
                      *(f"  - {escape(value)}" for value in entry.values)]
    return lines


def _remainder(outline: Outline) -> list[str]:
    """Waived, broken and unassessed rules; notes last."""
    lines: list[str] = []
    waived = outline.waived()
    notes = [outline.note(note) for note in outline.findings("info")]
    if waived:
        lines += _list(outline.say("waived", count=len(waived)), waived)
    if outline.broken():
        lines += _list(outline.say("broken"), outline.broken())
    if outline.unknown():
        lines += ["", escape(outline.unknown())]
    if notes:
        lines += _list(outline.say("notes"), notes)
    return lines


def _list(heading: str, items: Sequence[str]) -> list[str]:
    return ["", f"## {escape(heading)}", "", *(f"- {escape(item)}" for item in items)]


def _many(summary: Summary) -> list[str]:
    lines = [f"# {escape(summary.headline())}"]
    if summary.audits:
        lines += _table(summary.ranking(), (0, 3, 6, 7, 8))
    if summary.unread:
        lines += _list(summary.say("unread_files"), summary.unread_lines())
    commonest = summary.commonest()
    if commonest[1]:
        lines += ["", f"## {escape(summary.say('commonest'))}", *_table(commonest, (3, 4))]
    return lines
