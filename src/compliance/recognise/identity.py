"""Who reports on which year: title, year, body, jurisdiction, dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from compliance.model.document import Document, Line
from compliance.model.form import Form
from compliance.model.report import Kind, Report
from compliance.recognise.dates import arabic, find_date
from compliance.recognise.labels import simplified

_TITLE = re.compile(
    r"(?:^|[\s:：>》])"
    r"(?P<title>[^\s:：>》。][^:：>》。]{0,50}?"
    r"(?:信息公开|政务公开|信息与政务公开)[^:：。,，]{0,12}?(?:报告|年报))"
    r"(?=$|[\s\-_|—(（])"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)\s*年?")
_PERIOD = (
    re.compile(r"((?:19|20)\d{2})\s*年\s*1\s*月\s*1?\s*日?.{0,24}?12\s*月\s*31\s*日"),
    re.compile(r"((?:19|20)\d{2})\s*年?度?[^。\d]{0,30}公开[^。\d]{0,8}(?:年度报告|年报|报告)"),
    re.compile(r"((?:19|20)\d{2})\s*年度?报告"),
)
_OPENING_YEAR = re.compile(
    r"^\s*(?:截[至止]\s*)?((?:19|20)\d{2})\s*年(?:度|以来|来|底)?[,，我全\s]")
_WORK_YEAR = re.compile(
    r"((?:19|20)\d{2})\s*年度?(?:的)?(?:政府信息|政务)公开(?:工作)?(?!工作要点|要点|工作主要任务)")
_BODY = re.compile(
    r"^(?:关于)?(?P<before>.*?)(?:关于)?\s*(?:19|20)\d{2}\s*年?\s*(?:度(?!假))?\s*(?P<after>.*?)"
    r"(?:的)?(?:主动公开)?(?:政府信息|政务信息|政务|信息)公开"
)
_PUBLISHED = ("发布时间", "发布日期", "公开日期", "公开时间", "公布日期", "发文日期", "生成日期",
              "公文生成日期", "成文日期", "时间", "日期")
_PUBLISHER = ("发布机构", "公开机构", "发布单位", "信息来源", "单位", "来源")
_TOWNSHIP = re.compile(r"(?:镇|乡|街道|苏木)(?:人民政府|政府)?(?:办事处|办公室|党政办)?$|街道办")
_GOVERNMENT = re.compile(r"人民政府(?:办公[厅室])?$|政府办公?[厅室]?$|(?:省|市|县|区|旗|州|盟)$")
_DEPARTMENT = re.compile(
    r"(?:局|委|厅|办|中心|委员会|办公室|医院|研究院|所|支队|总队|大队|"
    r"处|署|部|协会|联合会|公司|学校)$"
)
_LEADING_BODY = re.compile(r"^[^:：>|]{3,30}(?:政府|局|委员会|办公[室厅]|厅|办事处)$")


def complete_identity(report: Report, forms: Mapping[str, Form]) -> None:
    """Fill what a structured report leaves out from its title, preamble and text."""
    text = "\n".join((report.title, report.preamble, *(s.text for s in report.sections)))
    if report.year is None:
        report.year = year_of(report.title, text.split("\n"))
    if not report.body:
        report.body = body_of(report.title)
    if report.kind is None:
        report.kind = kind_of(report.body) or kind_by_voice(text)
    if not report.jurisdiction:
        report.jurisdiction = jurisdiction_of(text + report.body, forms)


def identify(report: Report, document: Document, forms: Mapping[str, Form]) -> None:
    """Read title, year, body, kind, jurisdiction and publication date of a document."""
    lines = [block for block in document.blocks if isinstance(block, Line)]
    _read_title(report, document, lines)
    texts = [line.text for line in lines]
    facts = " ".join(value for value, _ in document.facts.values())
    report.year = year_of(report.title, texts)
    report.body = body_of(report.title)
    report.jurisdiction = jurisdiction_of("\n".join((report.title, facts, *texts)), forms)
    _read_published(report, document, lines)
    if not report.body:
        report.body = next(
            (document.facts[key][0] for key in _PUBLISHER if key in document.facts), "")
    if not report.body:
        report.body = _body_in_preface(texts)
    report.kind = kind_of(report.body) or kind_by_voice("\n".join(texts))


def _read_title(report: Report, document: Document, lines: list[Line]) -> None:
    previous = ""
    found = ""
    for place, line in enumerate(lines[:60]):
        text = " ".join(line.text.split()).lstrip("#* ")
        text += _rest_of_title(text, lines[place + 1:place + 2])
        if re.match(r"[一1]\s*、", text):
            break
        match = _TITLE.search(text[:120]) if len(text) <= 90 else None
        if match and (_YEAR.search(arabic(match["title"])) or not found):
            title = match["title"].strip()
            if re.match(r"(?:19|20)\d{2}", arabic(title)) and _LEADING_BODY.match(previous):
                title = previous + title
            better = not found or not _YEAR.search(arabic(found))
            if better:
                found = title
                report.places["title"] = line.location
            if body_of(found):
                break
        previous = text if len(text) <= 30 else ""
    if not found and document.title:
        match = _TITLE.search(document.title)
        found = match["title"] if match else ""
    report.title = found


def _rest_of_title(text: str, following: list[Line]) -> str:
    """The end of a title that was broken after ``政府信息公开工作``."""
    if len(text) > 40 or not re.search(r"公开(?:工作)?$", text) or not following:
        return ""
    rest = following[0].text.strip()
    return rest if re.fullmatch(r"(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)", rest) else ""


def year_of(title: str, lines: list[str]) -> int | None:
    """The fiscal year: in the title, else the statistics period, else how paragraphs begin."""
    match = _YEAR.search(arabic(title))
    if match:
        return int(match[1])
    texts = [arabic(line) for line in lines]
    for pattern in _PERIOD:
        for text in texts:
            match = pattern.search(text)
            if match:
                return int(match[1])
    years = Counter(m[1] for text in texts if (m := _OPENING_YEAR.match(text)))
    if not years:
        years = Counter(m[1] for text in texts for m in _WORK_YEAR.finditer(text))
    if not years:
        return None
    # A tie means two years: neither is the year of the report for certain.
    (year, count), *others = years.most_common(2)
    return None if others and others[0][1] == count else int(year)


def body_of(title: str) -> str:
    """The body that a title names: ``中村乡`` of ``中村乡2020年政府信息公开工作年度报告``."""
    words = arabic(title).strip("《》“”\" ")
    match = _BODY.match(words)
    if match is None:
        bare = re.match(r"^(.{2,30}?)(?:政府信息|政务|信息)公开", words)
        return bare[1] if bare and kind_of(bare[1]) else ""
    return (match["before"] or match["after"]).strip(" -—·的")


def _body_in_preface(texts: list[str]) -> str:
    for text in texts[:12]:
        match = re.search(r"由([^,，。、()（）]{3,30}?)编制", text)
        if match and kind_of(match[1]):
            return match[1]
    return ""


def kind_of(body: str) -> Kind | None:
    """Kind of a body by how its name ends."""
    name = simplified(body).strip()
    if not name:
        return None
    if _TOWNSHIP.search(name):
        return "township"
    if _GOVERNMENT.search(name):
        return "government"
    return "department" if _DEPARTMENT.search(name) else None


def kind_by_voice(text: str) -> Kind | None:
    """The kind of a body that speaks of itself as 我镇, 我局; ``None`` unless it is plain."""
    voices: list[tuple[Kind, str]] = [
        ("township", r"[我本](?:镇|乡|街道)"), ("department", r"[我本](?:局|委|厅)(?!托)")]
    heard = [kind for kind, pattern in voices if re.search(pattern, text)]
    return heard[0] if len(heard) == 1 else None


def jurisdiction_of(text: str, forms: Mapping[str, Form]) -> str:
    """The most particular jurisdiction whose signs stand in ``text``; else ``CN``."""
    words = simplified(text)
    fitting = [
        form.jurisdiction for _, form in sorted(forms.items())
        if form.jurisdiction != "CN" and any(sign in words for sign in form.signs)
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
    pattern = re.compile(rf"(?<![\u4e00-\u9fff])(?:{words})\s*[:：]?\s*(?=(?:19|20)\d\d)")
    for line in lines[:40]:
        text = arabic(line.text)
        match = pattern.search(text) if len(text) <= 300 else None
        found = find_date(text[match.end():][:20]) if match else None
        if found:
            report.published = found[0]
            report.places["published"] = line.location
            return
