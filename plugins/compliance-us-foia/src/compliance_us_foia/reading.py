"""Read the official XML as a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from compliance.errors import Problem
from compliance.read.safe_xml import parse_xml
from compliance.read.source import RawFile
from compliance.read.structured import Structured
from compliance_us_foia import words
from compliance_us_foia.figures import Filled, fill
from compliance_us_foia.places import ElementPlaces
from compliance_us_foia.schema import SECTIONS, STATUTES, Section
from compliance_us_foia.tree import attribute, children, first, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

OVERALL = "overall"
"""Row of the agency as a whole."""


def read_xml(raw: RawFile) -> Structured:
    """A FOIA annual report in the official XML, as a report file.

    Raises:
        Problem: it is not XML that can be taken, or names no agency or no fiscal year.
    """
    root = parse_xml(raw.data, raw.file)
    return _Reading(root, raw).structured()


class _Reading:
    """One file: its offices, and what is read from it section by section."""

    def __init__(self, root: _Element, raw: RawFile) -> None:
        self.root = root
        self.places = ElementPlaces(root, raw)
        agency = first(root, "Organization")
        if agency is None:
            raise Problem(words.NO_AGENCY, raw.file, self.places.of(root))
        self.body = text_of(first(agency, "OrganizationName"))
        self.offices = dict(_offices(agency))
        self.year = self._year(raw)
        self.tables: dict[str, dict[str, dict[str, Any]]] = {}
        self.breakdowns: list[dict[str, Any]] = []
        self.unknown: dict[str, list[str]] = {}

    def _year(self, raw: RawFile) -> int:
        element = first(self.root, "DocumentFiscalYearDate")
        written = text_of(element)
        if not re.fullmatch("[0-9]{4}", written):
            place = self.places.of(element if element is not None else self.root)
            raise Problem(words.NO_YEAR, raw.file, place)
        return int(written)

    def structured(self) -> Structured:
        sections = []
        for section in (STATUTES, *SECTIONS):
            element = first(self.root, section.element)
            if element is None:
                continue
            self.places.keep(element, "sections", len(sections))
            notes = [text_of(note) for note in children(element, "FootnoteText")]
            sections.append({"id": section.table, "heading": section.heading,
                             "text": "\n".join(filter(None, notes))})
            if section is STATUTES:
                self._read_statutes(element)
            else:
                self._read_rows(section, element)
        data = {
            "jurisdiction": "US", "year": self.year, "body": self.body,
            "title": f"{self.body} FOIA Annual Report for Fiscal Year {self.year}".strip(),
            "sections": sections, "tables": self.tables, "unknown_rows": self.unknown,
            "breakdowns": self.breakdowns, "statements": [], "growths": [],
        }
        return Structured(data, self.places)

    def _read_rows(self, section: Section, element: _Element) -> None:
        offices = {reference: self.offices.get(office, "")
                   for reference, office, _ in _associations(element)}
        rows: dict[str, dict[str, Any]] = {}
        for item in children(element, section.row):
            reference = attribute(item, "id")
            office = offices.get(reference, "")
            if not office or office in rows:
                # A row of no office, or a second one of the same: it belongs nowhere.
                self._unknown(section, reference, office)
                continue
            filled = fill(item, section.holders)
            for what in filled.unknown:
                self._unknown(section, office, what)
            rows[office] = filled.cells
            self._keep(section, office, item, filled)
            if section.reasons and office != OVERALL:
                self._add_breakdown(
                    item, f"{section.heading.split()[0].rstrip('.')} {office}", section.table,
                    filled.cells["total"], list(_reasons(item)), complete=True)
        if rows:
            self.tables[section.table] = rows
            self.places.keep(element, "tables", section.table)

    def _unknown(self, section: Section, *what: str) -> None:
        self.unknown.setdefault(section.table, []).append(" ".join(filter(None, what)))

    def _keep(self, section: Section, office: str, item: _Element, filled: Filled) -> None:
        self.places.keep(item, "tables", section.table, office)
        for column, holder in filled.places.items():
            self.places.keep(holder, "tables", section.table, office, column)

    def _read_statutes(self, element: _Element) -> None:
        counts: dict[str, list[tuple[str, str]]] = {}
        for reference, office, association in _associations(element):
            written = text_of(first(association, "ReliedUponStatuteQuantity"))
            counts.setdefault(reference, []).append((self.offices.get(office, office), written))
        for item in children(element, STATUTES.row):
            given = counts.get(attribute(item, "id"), [])
            whole = next((count for office, count in given if office == OVERALL), None)
            parts = [(office, count) for office, count in given if office != OVERALL]
            name = " ".join(text_of(first(item, "StatuteDescriptionText")).split())
            self._add_breakdown(item, name or attribute(item, "id"), STATUTES.table, whole, parts,
                                complete=len(self.offices) > 1)

    def _add_breakdown(self, item: _Element, name: str, section: str, whole: Any,
                       parts: list[tuple[str, str]], *, complete: bool) -> None:
        self.places.keep(item, "breakdowns", len(self.breakdowns))
        self.breakdowns.append({
            "name": name, "section": section, "whole": _count(whole), "complete": complete,
            "parts": [{"name": part, "count": _count(count)} for part, count in parts],
            "location": {"path": f"breakdowns/{len(self.breakdowns)}"},
        })


def _offices(agency: _Element) -> Iterator[tuple[str, str]]:
    """Id and short name of the agency and of each component; no short name comes twice."""
    yield attribute(agency, "id"), OVERALL
    taken = {OVERALL}
    for unit in children(agency, "OrganizationSubUnit"):
        short = text_of(first(unit, "OrganizationAbbreviationText")) or \
            text_of(first(unit, "OrganizationName")) or attribute(unit, "id")
        name = f"{short} ({attribute(unit, 'id')})" if short in taken else short
        taken.add(name)
        yield attribute(unit, "id"), name


def _associations(section: _Element) -> Iterator[tuple[str, str, _Element]]:
    """Id of a row, id of the office that it is of, and the element that says so."""
    for element in section:
        if element.tag.endswith("OrganizationAssociation"):
            row, office = first(element, "ComponentDataReference"), first(
                element, "OrganizationReference")
            if row is not None and office is not None:
                yield attribute(row, "ref"), attribute(office, "ref"), element


def _reasons(item: _Element) -> Iterator[tuple[str, str]]:
    for reason in children(item, "OtherDenialReason"):
        yield (" ".join(text_of(first(reason, "OtherDenialReasonDescriptionText")).split()) or "—",
               text_of(first(reason, "OtherDenialReasonQuantity")))


def _count(written: Any) -> int | None:
    """A count as written or as read; ``None`` for anything else."""
    if isinstance(written, int):
        return written
    whole = isinstance(written, str) and re.fullmatch(r"-?[0-9]{1,15}", written)
    return int(written) if whole else None
