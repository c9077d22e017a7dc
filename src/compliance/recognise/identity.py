"""Who reports on which year: title, year, body, kind, division, jurisdiction, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compliance.model.document import Document, Line
from compliance.model.form import Form
from compliance.model.report import Report
from compliance.pattern import HAN
from compliance.recognise.dates import arabic, find_date
from compliance.recognise.labels import simplified
from compliance.recognise.titles import (
    body_of,
    is_general_office,
    is_zone,
    kind_by_voice,
    kind_of,
    read_title,
    stated_title,
    whole_name,
    year_of,
)
from compliance.recognise.traditional import mainland

__all__ = ["complete_identity", "identify", "jurisdiction_of", "kind_of"]

_PUBLISHED = ("发布时间", "发布日期", "公开日期", "公开时间", "公布日期", "发文日期", "生成日期",
              "公文生成日期", "成文日期", "时间", "日期")
_PUBLISHER = ("发布机构", "发文机关", "公开机构", "发布单位", "信息来源", "单位", "来源")
_CAPTION = (
    r"^(?:附?表[一二三四\d]*\s*[:：、]?\s*)?(?P<body>\D{3,30}?)(?P<year>(?:19|20)\d{2})\s*年度?"
    r".{0,6}(?:主动公开政府信息|收到和处理|依申请公开|政府信息公开).{0,20}(?:情况|统计|表).{0,4}$"
)
_LONGEST_CAPTION = 60
_LONGEST = 4000
"""Most characters of a line in which a signature is looked for."""


def complete_identity(report: Report, forms: Mapping[str, Form]) -> None:
    """Fill what a structured report leaves out from its title, preamble and text.

    The table of divisions is not asked: a structured report says what it is.
    """
    text = "\n".join((report.title, report.preamble, *(s.text for s in report.sections)))
    if report.year is None:
        report.year = year_of(report.title, text.split("\n"))
    if not report.body:
        report.body = body_of(report.title)
    if report.kind is None:
        report.kind = kind_of(report.body) or kind_by_voice(text)
    if not report.jurisdiction and report.division:
        from compliance.recognise.divisions import province_of

        report.jurisdiction = province_of(report.division)
    if not report.jurisdiction:
        report.jurisdiction = jurisdiction_of(simplified(text + report.body), forms)


def identify(report: Report, document: Document, forms: Mapping[str, Form]) -> None:
    """Read who reports on which year, where it belongs, and when it was published."""
    from compliance.recognise.preface import Named, named_in_preface

    lines = [block for block in document.blocks if isinstance(block, Line)]
    texts = [line.text for line in lines]
    read_title(report, document, lines)
    report.year = year_of(report.title, texts)
    titled = body_of(report.title) or body_of(stated_title(document))
    named = named_in_preface(texts) if not titled else Named(own=True)
    publisher = next((name for name in _publishers(document) if kind_of(name)), "")
    report.body = (titled or (named.body if named.own else "") or publisher or named.body
                   or signer(texts))
    if not report.title:
        _read_captions(report, texts)
    report.kind = kind_of(report.body) or (
        None if is_zone(report.body) else kind_by_voice("\n".join(texts)))
    if is_general_office(report.body) and not (named.own and _for_itself(texts)):
        # The office publishes the report of its government, too.
        report.kind = "government"
    _read_place(report, document, texts, forms)
    _read_published(report, document, lines)


def _read_captions(report: Report, texts: list[str]) -> None:
    """Who reports on which year by the captions of tables, where there is no title.

    A workbook of nothing but the tables has such a caption on each sheet.
    """
    for text in texts:
        words = arabic(text) if len(text) <= _LONGEST_CAPTION else ""
        found = re.search(_CAPTION, words) if words else None
        body = whole_name(found["body"]) if found else ""
        if found and kind_of(body):
            report.body = report.body or body
            report.year = report.year or int(found["year"])
            return


def _publishers(document: Document) -> list[str]:
    return [document.facts[key][0] for key in _PUBLISHER if key in document.facts]


def _for_itself(texts: list[str]) -> bool:
    """Whether a general office speaks for itself only, not for its government."""
    return not _own_level(texts) and not any(
        re.search("人民政府(?:\\([^()]*\\))?及其?办公[室厅]", arabic(text)) for text in texts[:12])


def signer(texts: list[str]) -> str:
    """The body that signs at the end, above its date or beside it."""
    tail = [arabic(text[-_LONGEST:]).strip(" ()") for text in texts[-8:]]
    for place, text in enumerate(tail):
        found = find_date(text)
        if found is None or text[found[2]:].strip() or found[1] > 30:
            continue
        name = text[:found[1]].strip() or (tail[place - 1] if place else "")
        if len(name) <= 40 and kind_of(name):
            return name
    return ""


def _issuer(texts: list[str]) -> str:
    """The body that issues a notice: ``某市人民政府办公室关于……的通知``."""
    match = re.match(rf"({HAN}{{2,40}}?)关于", texts[0].strip()) if texts else None
    return match[1] if match and kind_of(match[1]) else ""


def _read_place(
    report: Report, document: Document, texts: list[str], forms: Mapping[str, Form]
) -> None:
    from compliance.recognise.divisions import province_of
    from compliance.recognise.whereabouts import Setting, locate

    named = bool(report.body) or report.kind is not None
    level = "" if named else _own_level(texts)
    names = [*_publishers(document), signer(texts), _issuer(texts)]
    text = simplified("\n".join((report.title, *texts)))
    place = locate(report.body, report.kind, report.year, Setting(text, names, level))
    report.division = place.division
    if level:
        report.kind, report.body = "government", place.name
    elif report.kind == "government" and mainland(report.body).endswith("新区"):
        # 天府新区 is a zone, 浦东新区 a division.
        report.kind = "government" if report.body.endswith(place.name or " ") else None
    facts = simplified(" ".join(value for value, _ in document.facts.values()))
    report.jurisdiction = province_of(place.province) if place.province else jurisdiction_of(
        f"{facts}\n{text}", forms)


def _own_level(texts: list[str]) -> str:
    """``市``, when paragraphs begin with 我市: a government that speaks of itself."""
    levels = {match[1] for text in texts if (match := re.match(
        r"(?:20\d\d年(?:度|以来|来)?,?)?我([省市县区旗州盟])", arabic(text[:40]).replace(" ", "")))}
    return levels.pop() if len(levels) == 1 else ""


def jurisdiction_of(text: str, forms: Mapping[str, Form]) -> str:
    """The most particular jurisdiction whose signs stand in a simplified text; else ``CN``."""
    fitting = [
        form.jurisdiction for _, form in sorted(forms.items())
        if form.jurisdiction != "CN" and any(sign in text for sign in form.signs)
    ]
    return max(fitting, key=len, default="CN")


def _read_published(report: Report, document: Document, lines: list[Line]) -> None:
    for key in _PUBLISHED:
        if key in document.facts:
            value, location = document.facts[key]
            found = find_date(arabic(value))
            if found:
                report.published = found[0]
                report.places["published"] = location
                return
    words = "|".join(_PUBLISHED)
    pattern = re.compile(rf"(?<!{HAN})(?:{words})\s*[:：]?\s*(?=(?:19|20)\d\d)")
    for line in lines[:40]:
        text = arabic(line.text)
        match = pattern.search(text) if len(text) <= 300 else None
        found = find_date(text[match.end():][:20]) if match else None
        if found:
            report.published = found[0]
            report.places["published"] = line.location
            return
