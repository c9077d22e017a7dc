"""Structured reports made from a seed: consistent figures, invented bodies, own words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from random import Random

from compliance.model.form import Form
from compliance.plugin.cache import installed

from . import names
from .figures import figures, leaves
from .prose import Said, sections_before_2019, sections_from_2019
from .truth import Tables, Truth, Value

FORMS = ("cn-2008", "cn-2014", "cn-fj-2014", "cn-2019", "cn-2021", "cn-fj-2009", "cn-gs-2008")
_KINDS = ("government", "department", "township")
_LOCAL = {"CN-FJ": "和《福建省政府信息公开办法》",
          "CN-GS": "和《甘肃省政府信息公开统计制度（试行）》"}
_LAW = "《中华人民共和国政府信息公开条例》"


@dataclass(slots=True)
class MadeSection:
    """A section: its id in the form, its heading without a number, its paragraphs."""

    id: str
    heading: str
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class MadeReport:
    """A structured report, before it is printed."""

    form: str
    year: int
    jurisdiction: str
    body: str
    kind: str
    title: str
    signed: date
    published: date
    preamble: str
    sections: list[MadeSection]
    tables: Tables
    statements: dict[str, Value]

    def truth(self) -> Truth:
        """What a faithful reading of a print of this report gives."""
        facts = {name: getattr(self, name) for name in (
            "form", "year", "jurisdiction", "body", "kind", "title", "signed", "published")}
        return Truth(
            {table: {row: list(values) for row, values in rows.items()}
             for table, rows in self.tables.items()},
            [(section.id,) for section in self.sections], dict(self.statements), {}, facts)

    def as_json(self) -> str:
        """The report as a person would hand it in, structured."""
        return json.dumps({
            "form": self.form, "year": self.year, "jurisdiction": self.jurisdiction,
            "body": self.body, "kind": self.kind, "title": self.title,
            "signed": self.signed.isoformat(), "published": self.published.isoformat(),
            "preamble": self.preamble,
            "sections": [{"heading": f"{numeral(place)}、{section.heading}",
                          "text": "\n".join(section.lines)}
                         for place, section in enumerate(self.sections, 1)],
            "tables": self.tables,
        }, ensure_ascii=False, default=float)


def numeral(number: int) -> str:
    """``3`` as 三."""
    return "〇一二三四五六七八九十"[number]


def make_report(form_id: str, seed: int) -> MadeReport:
    """A report by a form that is installed; the same for the same seed."""
    form = installed().forms[form_id]
    chance = Random(f"{form_id} {seed}")
    years = form.years
    year = chance.randint(years.first or 2021, years.last or 2025)
    kind = chance.choice(_KINDS)
    body = names.body(kind, chance)
    tables = figures(form, kind, chance)
    new = year >= 2019
    said = (sections_from_2019(year, tables, _groups(form), chance) if new
            else sections_before_2019(year, tables, chance))
    sections = _sections(form, said)
    statements: dict[str, Value] = {}
    for lines in said.values():
        for _, claims in lines:
            statements |= claims
    known = {pattern.id for pattern in form.statements}
    signed, published = names.dates(year, chance)
    parts = "、".join(section.heading.replace("、", "和") for section in sections)
    local = _LOCAL.get(form.jurisdiction, "")
    article = "第五十条" if new else ""
    preamble = (
        f"根据{_LAW}{article}{local}编制本报告，全文由{parts}{numeral(len(sections))}个部分组成。"
        f"所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。")
    return MadeReport(
        form_id, year, form.jurisdiction, body, kind, names.title(body, year, chance), signed,
        published, preamble, sections, tables,
        {name: value for name, value in statements.items() if name in known})


def _groups(form: Form) -> dict[str, list[str]]:
    """For each outcome of an application, the rows that make it up."""
    table = next(table for table in form.tables if table.id == "申请")
    return {row.id: [leaf.id for leaf in leaves([row])]
            for group in table.blocks[0].rows for row in group.rows}


def _sections(form: Form, said: dict[str, list[Said]]) -> list[MadeSection]:
    return [
        MadeSection(section.id, section.heading, [text for text, _ in said.get(section.id, [])])
        for section in form.sections if section.id in said or section.required
    ]
