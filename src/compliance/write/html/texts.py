"""The text of a report with its figures marked."""

from __future__ import annotations

from compliance.model.audit import Audit, Outcome, Result
from compliance.model.location import Location
from compliance.record import record
from compliance.write.clean import one_line, plain


@record
class Piece:
    """A piece of text; marked when it claims a figure or a finding speaks of it."""

    text: str
    marked: bool = False
    findings: list[int] | None = None
    title: str = ""
    anchor: str = ""
    """Name of the place, at the first piece of a finding."""


@record
class Paragraphs:
    """A heading and the paragraphs below it."""

    heading: str
    lines: list[list[Piece]]


def marked_sections(audit: Audit, numbers: dict[int, int], prefix: str) -> list[Paragraphs]:
    """Every section with the words of its statements and breakdowns marked.

    Args:
        audit: the audit.
        numbers: number on the page by ``id`` of the finding.
        prefix: what the anchors of this audit begin with.
    """
    blamed = [(result, numbers[id(finding)]) for finding in audit.findings
              for result in finding.results if result.outcome is Outcome.FAIL]
    claims = _claims(audit, blamed)
    sections = [Paragraphs(one_line(section.heading), [
        _pieces(line, claims) for line in plain(section.text).split("\n") if line.strip()])
        for section in audit.report.sections]
    named: set[int] = set()
    for piece in (piece for section in sections for line in section.lines for piece in line):
        first = next((n for n in piece.findings or () if n not in named), 0)
        if first and not piece.anchor:
            piece.anchor = f"{prefix}-t{first}"
            named.add(first)
    return sections


def _claims(audit: Audit, blamed: list[tuple[Result, int]]) -> list[Piece]:
    """The words of statements and breakdowns, the longest first."""
    report = audit.report
    found: dict[str, Piece] = {}
    for text, title, location, said in (
        *((s.text, s.indicator, s.location, f"{s.indicator} {s.value:f}")
          for s in report.statements),
        *((b.text, b.name, b.location, "") for b in report.breakdowns),
    ):
        words = plain(text).strip()
        if words and (words not in found or not found[words].findings):
            numbers = list(dict.fromkeys(number for result, number in blamed
                                         if _speaks_of(result, location, said)))
            found[words] = Piece(words, True, numbers or None, one_line(title))
    return sorted(found.values(), key=lambda piece: -len(piece.text))


def _speaks_of(result: Result, location: Location | None, said: str) -> bool:
    """Whether a failure is about a claim: it names the figure, or stands at its place."""
    if said and said in result.explanation.zh:
        return True
    place = result.location
    if place is None or location is None or result.cells:
        return False
    return (place.line, place.page, place.path, place.box) == (
        location.line, location.page, location.path, location.box)


def _pieces(line: str, claims: list[Piece]) -> list[Piece]:
    pieces = [Piece(line)]
    for claim in claims:
        for at, piece in enumerate(pieces):
            start = -1 if piece.marked else piece.text.find(claim.text)
            if start >= 0:
                end = start + len(claim.text)
                parts = [Piece(piece.text[:start]), claim, Piece(piece.text[end:])]
                pieces[at:at + 1] = [part for part in parts if part.text]
                break
    return pieces
