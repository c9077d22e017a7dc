"""Write audits as one page."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from compliance.messages import say
from compliance.model.audit import Audit, Finding
from compliance.model.text import Language
from compliance.record import record
from compliance.write.batch import Unread, audits_of, ranked
from compliance.write.clean import one_line
from compliance.write.html.tables import Drawn, draw_tables, form_tables_missing, marks_of
from compliance.write.html.texts import Paragraphs, marked_sections
from compliance.write.outline import SEVERITIES, Entry, Outline, is_known, points
from compliance.write.summary import Summary


@record
class FindingView:
    """One finding as the page shows it."""

    number: int
    anchor: str
    severity: str
    title: str
    rules: str
    known: bool
    details: list[Entry]
    links: list[tuple[str, str]]
    """Anchor and name of what is marked in the tables and the text, what is suspect first."""


@record
class AuditView:
    """One audit as the page shows it."""

    anchor: str
    outline: Outline
    score: str
    findings: list[FindingView]
    tables: list[Drawn]
    missing: list[str]
    sections: list[Paragraphs]
    filled_share: int
    rules_share: int


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """One self-contained HTML page: each audit in full, ranked when there are several."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True,
                              undefined=StrictUndefined, keep_trailing_newline=True)
    folder = files("compliance.write.html")
    template = environment.from_string((folder / "page.html.j2").read_text("utf-8"))

    def words(name: str, **values: Any) -> str:
        return say(f"write.{name}", **values).in_(language)

    done = [audit for _, audit in ranked(audits_of(audits))]
    views = [_view(audit, number, language) for number, audit in enumerate(done, start=1)]
    summary = Summary(audits, language) if len(audits) > 1 else None
    title = views[0].outline.headline() if len(views) == 1 and summary is None \
        else words("html_title")
    return template.render(
        language="zh-CN" if language == "zh" else "en", say=words, title=title, views=views,
        summary=summary, style=(folder / "page.css").read_text("utf-8"),
        unread=[(one_line(item.file), one_line(item.problem.text.in_(language)))
                for item in audits if isinstance(item, Unread)],
        points=points, one_line=one_line, severities=SEVERITIES)


def _view(audit: Audit, number: int, language: Language) -> AuditView:
    outline, prefix = Outline(audit, language), f"r{number}"
    ordered = outline.findings(*SEVERITIES)
    numbers = {id(finding): place for place, finding in enumerate(ordered, start=1)}
    marks = marks_of(audit, numbers)
    tables = list(draw_tables(audit, marks, prefix, language))
    coverage = audit.coverage
    drawn = {box.anchor for table in tables for row in table.body for box in row}
    sections = marked_sections(audit, numbers, prefix)
    spoken = {number for section in sections for line in section.lines for piece in line
              if piece.anchor for number in piece.findings or ()}
    return AuditView(
        prefix, outline, points(audit.score.total),
        [_finding(outline, finding, place, prefix, drawn, place in spoken)
         for place, finding in enumerate(ordered, start=1)],
        tables, form_tables_missing(audit, audit.form, language) if audit.form else [],
        sections,
        _share(coverage.cells_filled, coverage.cells_expected),
        _share(coverage.rules_assessed, coverage.rules_in_force))


def _finding(outline: Outline, finding: Finding, number: int, prefix: str,
             drawn: set[str], in_text: bool) -> FindingView:
    links = {}
    suspects = [finding.suspect] if finding.suspect is not None else []
    suspects += [change.cell for candidate in finding.candidates for change in candidate.changes
                 if change.cell is not None]
    for named in (suspects, *(result.cells for result in finding.results)):
        for cell in named:
            anchor = f"{prefix}-{cell.table}-{cell.row}-{cell.column}"
            if anchor in drawn:
                links[anchor] = one_line(f"{cell.row}·{cell.column}")
    said = [(f"{prefix}-t{number}", outline.say("in_text"))] if in_text else []
    return FindingView(
        number, f"{prefix}-f{number}", finding.rule.severity,
        one_line(finding.title.in_(outline.language)), ", ".join(outline.rules_of(finding)),
        is_known(finding),
        outline.details(finding), [*said, *links.items()])


def _share(part: int, whole: int) -> int:
    """Per cent, rounded down: only all is a hundred."""
    return 100 * part // whole if whole else 0
