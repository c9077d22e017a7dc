"""The text of a report with its figures marked."""

from __future__ import annotations

from compliance.model.audit import Audit, Outcome
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


@record
class Paragraphs:
    """A heading and the paragraphs below it."""

    heading: str
    lines: list[list[Piece]]


def marked_sections(audit: Audit, numbers: dict[int, int]) -> list[Paragraphs]:
    """Every section with the words of its statements and breakdowns marked.

    Args:
        audit: the audit.
        numbers: number on the page by ``id`` of the finding.
    """
    blamed: dict[tuple[object, ...], list[int]] = {}
    for finding in audit.findings:
        for result in finding.results:
            if result.outcome is Outcome.FAIL and result.location is not None:
                listed = blamed.setdefault(_key(result.location), [])
                if numbers[id(finding)] not in listed:
                    listed.append(numbers[id(finding)])
    claims = _claims(audit, blamed)
    return [Paragraphs(one_line(section.heading), [
        _pieces(line, claims) for line in plain(section.text).split("\n") if line.strip()])
        for section in audit.report.sections]




def _claims(audit: Audit, blamed: dict[tuple[object, ...], list[int]]) -> list[Piece]:
    """The words of statements and breakdowns, the longest first."""
    report = audit.report
    found: dict[str, Piece] = {}
    for text, title, location in (
        *((s.text, s.indicator, s.location) for s in report.statements),
        *((b.text, b.name, b.location) for b in report.breakdowns),
    ):
        words = plain(text).strip()
        if words:
            numbers = blamed.get(_key(location)) if location is not None else None
            known = found.get(words)
            if known is None or (numbers and not known.findings):
                found[words] = Piece(words, True, numbers, one_line(title))
    return sorted(found.values(), key=lambda piece: -len(piece.text))


def _key(location: Location) -> tuple[object, ...]:
    return (location.line, location.column, location.page, location.path)


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
