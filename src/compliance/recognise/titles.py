"""What a title says: the year, the body and its kind."""

from __future__ import annotations

import re
from collections import Counter

from compliance.model.document import Document, Line
from compliance.model.report import Kind, Report
from compliance.pattern import HAN
from compliance.recognise.dates import arabic
from compliance.recognise.labels import simplified
from compliance.recognise.traditional import mainland

# Patterns are compiled when first used: a structured report needs none of them.
_MATTER = r"(?:政府信息[和与及]政务|信息[和与及]政务|政府信息|政务信息|政务|信息)公开"
_BRACKETED_YEAR = r"(?:\s*[(（\[【]\s*(?:19|20)\d{2}\s*年?度?\s*[)）\]】])?"
_TITLE = (
    r"(?:^|[\s:：>》])"
    rf"(?P<title>[^\s:：>》。][^:：>》。]{{0,50}}?{_MATTER}[^:：。,，]{{0,12}}?(?:报告|年报)"
    rf"(?:的(?:公告|公示|通告|通知|函))?{_BRACKETED_YEAR})"
    r"(?=$|[\s\-_|—(（])"
)
_YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)\s*年?"
_YEAR_AS_SUCH = r"(?<!\d)((?:19|20)\d{2})\s*年"
_YEARS = r"(?<!\d)((?:19|20)\d{2})\s*年?度?\s*[-—–~至到]+\s*((?:19|20)\d{2})(?=\s*年)"
_NUMBER = r"[^\s〔\[(【]{0,12}[〔\[(【]\s*\d{4}\s*[〕\])】]\s*第?\s*\d+\s*号"
_PERIOD = (
    r"((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{0,2}\s*日?[^。\d]{0,12}"
    r"(?:((?:19|20)\d{2})\s*年?)?\s*[^。\d]{0,6}12\s*月\s*31\s*日",
    r"((?:19|20)\d{2})\s*年\s*1\s*月\s*1?\s*日?.{0,24}?12\s*月\s*31\s*日",
)
_REPORT_OF = r"((?:19|20)\d{2})\s*年?度?[^。\d]{0,30}公开[^。\d]{0,8}(?:年度报告|年报|报告)"
_NAMED = (_REPORT_OF, r"((?:19|20)\d{2})\s*年度?报告")
_THIS_REPORT = (rf"(?:现|特|编制|形成)[^。]{{0,30}}?{_REPORT_OF}",)
_OPENING_YEAR = r"^\s*(?:截[至止]\s*)?((?:19|20)\d{2})\s*年(?:度|以来|来|底)?[,，我全\s]"
_WORK_YEAR = (r"((?:19|20)\d{2})\s*年度?(?:的)?(?:政府信息|政务)公开(?:工作)?"
              r"(?!工作要点|要点|工作主要任务)")
_BODY = (
    r"^(?P<before>.*?)(?:关于)?\s*(?:19|20)\d{2}\s*年?\s*(?:度(?!假))?\s*(?P<after>.*?)"
    rf"(?:的)?(?:主动公开)?{_MATTER}"
)
_SPREAD = rf"(?<={HAN})\s+(?={HAN})"
_ABOUT = r"^(?:关于)?(?:公布|发布|公开|印发|报送|呈报|上报|编制)?"
_NO_NAME = r"(?:本|我|全|上半|下半)?(?:年度|年|度|工作|单位|机关)*"
_FIRST_SECTION = r"[一1]\s*、"
_TOWNSHIP = (r"(?:镇|乡|街道|苏木)(?:人民政府|政府)?"
             r"(?:办事处|办公室|(?:党政)?(?:综合)?办(?:公室)?)?$|街道办")
_GOVERNMENT = r"人民政府$|(?:行政公署|行署)$|(?:省|市|县|区|旗|州|盟)$"
_GENERAL_OFFICE = r"政府(?:办公[厅室]|办)$"
# Zones have neither a people's government nor a place in the law's list of departments.
_ZONE = (
    r"(?:开发|园|高新|经开|保税|示范|度假|风景|景|名胜|试验|合作|管理|功能|工业|旅游)区"
    r"(?:管理委员会)?$|管委会$|新区管理委员会$"
)
_DEPARTMENT = (
    r"(?:局|委|厅|办|中心|委员会|办公室|医院|研究院|所|支队|总队|大队|调查队|海关|"
    r"处|署|部|协会|联合会|公司|学校)$"
)
_OFFICE_SPEAKS = r"[我本]办(?!事处|理|公|法|学)"
_ANNOUNCES = r"关于(?:报送|呈报|上报|公布|发布|印发|公开).*(?:公告|公示|通告|通知|函)$"
"""A letter with which a report is sent or published."""
_OFFICIAL = ("委员会", "人民政府", "办事处", "局", "厅", "政府机关", "办公室", "办公厅")
_TOP = 60
"""Lines in which a title is looked for."""
_LONGEST_LINE = 400
_LONGEST_TITLE = 90
_LONGEST_PART = 40
"""Characters of a line that holds a part of a title."""


def read_title(report: Report, document: Document, lines: list[Line]) -> None:
    """Read the title into ``report``: printed above the first section, else the file's own."""
    texts = [_words(line.text) for line in lines[:_TOP + 2]]
    stated = stated_title(document)
    found = ""
    for place, title in _own(_titles(texts), stated if document.page_title else "", lines):
        if (not found or (_dated(title) and not _dated(found))
                or (_announces(found) and not _announces(title))
                or (not body_of(found) and body_of(title).endswith(_OFFICIAL)
                    and year_of(title, []) == year_of(found, []))):
            found = title
            report.places["title"] = lines[place].location
        if body_of(found) and not _announces(found):
            break
    report.title = found or stated


def _titles(texts: list[str]) -> list[tuple[int, str]]:
    """The titles above the first section, each with the number of its line."""
    found = []
    for place, text in enumerate(texts[:_TOP]):
        if re.match(_FIRST_SECTION, arabic(text[:8])):
            break
        title = _title_at(text, texts[place + 1:place + 3])
        if title:
            found.append((place, title))
    return found


def _own(
    printed: list[tuple[int, str]], stated: str, lines: list[Line]
) -> list[tuple[int, str]]:
    """The titles that are the report's own, without those of a list of other reports.

    A page with such a list prints titles of several years.  Its own is the one that
    ``stated``, the title of the page, repeats, or one of the year that this or else the
    statistics period names.  A single year is the title's, right or wrong.
    """
    years = {year_of(title, []) for _, title in printed} - {None}
    if len(years) < 2:
        return printed
    same = [entry for entry in printed if entry[1] == stated]
    if same:
        return same
    wanted = year_of(stated, []) or _year_in([arabic(line.text) for line in lines], _PERIOD)
    of_year = [entry for entry in printed if year_of(entry[1], []) == wanted]
    if of_year:
        return of_year
    return [] if stated and wanted is not None else printed


def stated_title(document: Document) -> str:
    """The title of a report in what the file says its title is."""
    return title_in(_words(document.title))


def _words(text: str) -> str:
    words = " ".join(text[:_LONGEST_LINE].split()).lstrip("#* ")
    return re.sub(r"^[标標]\s?[题題](?:\s*[:：]\s*|\s+)", "", words)


def _dated(title: str) -> bool:
    return re.search(_YEAR, arabic(title)) is not None


def _announces(title: str) -> bool:
    return re.search(_ANNOUNCES, arabic(title)) is not None


def title_in(text: str, alone: bool = False) -> str:
    """The title in ``text``, as printed; with ``alone``, only when it is all of it."""
    if len(text) > _LONGEST_TITLE:
        return ""
    words = arabic(text)
    match = re.fullmatch(_TITLE, words) if alone else re.search(_TITLE, words)
    if match is None:
        return ""
    start, end = match.span("title")
    number = re.match(_NUMBER, words[start:end])
    start += number.end() if number else 0
    return (text if len(text) == len(words) else words)[start:end].strip()


def _title_at(text: str, following: list[str]) -> str:
    """The title that begins in a line and may run on over the next two."""
    title = title_in(text)
    if title or len(text) > _LONGEST_PART or not _begins_title(arabic(text)):
        return title
    rest = ""
    for line in following:
        if len(line) > _LONGEST_PART or re.match(_FIRST_SECTION, arabic(line[:8])):
            return ""
        rest += line
        title = title_in(text + rest, alone=True)
        if title and (not body_of(rest) or (_dated(text) and not _dated(rest))):
            return title
    return ""


def _begins_title(text: str) -> bool:
    return bool(re.search(_YEAR_AS_SUCH, text) or re.search(r"\D(?:19|20)\d\d$", text)
                or kind_of(text) or text.endswith("政府机关") or text.startswith("关于")
                or re.search(r"公开(?:工作)?$", text))


def year_of(title: str, lines: list[str]) -> int | None:
    """The fiscal year: in the title, else the statistics period, else how paragraphs begin.

    Of a span of years in the title, the one of the statistics period, else the last.
    """
    words = re.sub(_NUMBER, "", arabic(title))
    span = re.search(_YEARS, words)
    if span:
        first, last = int(span[1]), int(span[2])
        period = _year_in([arabic(line) for line in lines], _PERIOD)
        return period if period is not None and first <= period <= last else last
    match = re.search(_YEAR_AS_SUCH, words) or re.search(_YEAR, words)
    if match:
        return int(match[1])
    texts = [arabic(line) for line in lines]
    first = next((place for place, text in enumerate(texts)
                  if re.match(rf"\s*{_FIRST_SECTION}", text)), len(texts))
    # Below the first heading a report may speak of the reports of other years.
    return (_year_in(texts, _PERIOD) or _year_in(texts[:first], _NAMED)
            or _year_in(texts, _THIS_REPORT) or _year_of_text(texts) or _year_in(texts, _NAMED))


def _year_in(texts: list[str], patterns: tuple[str, ...]) -> int | None:
    for pattern in patterns:
        for text in texts:
            match = re.search(pattern, text)
            if match:
                return int(match[match.lastindex or 1])
    return None


def _year_of_text(texts: list[str]) -> int | None:
    years = Counter(m[1] for text in texts if (m := re.match(_OPENING_YEAR, text)))
    if not years:
        years = Counter(m[1] for text in texts for m in re.finditer(_WORK_YEAR, text))
    if not years:
        return None
    # A tie means two years: neither is the year of the report for certain.
    (year, count), *others = years.most_common(2)
    return None if others and others[0][1] == count else int(year)


def body_of(title: str) -> str:
    """The body that a title names: ``中村乡`` of ``中村乡2020年政府信息公开工作年度报告``."""
    words = arabic(title)
    body = _body_in(re.sub(_YEARS, r"\2", re.sub(_NUMBER, "", words)).strip("《》“”\" "))
    place = words.find(body)
    printed = len(words) == len(title) and place >= 0
    return title[place:place + len(body)] if printed else body


def _body_in(words: str) -> str:
    match = re.match(_BODY, words)
    if match is None:
        bare = re.match(rf"^(.{{2,30}}?){_MATTER}", words)
        body = whole_name(bare[1]) if bare else ""
        return body if kind_of(body) else ""
    before = re.sub(r"(?<=..)关于.*$", "", match["before"])
    return whole_name(before) or whole_name(match["after"])


def whole_name(words: str) -> str:
    """A body's name as it stands before ``政府信息公开``, mended and without other words.

    ``某镇人民政府信息公开`` is about the 人民政府.
    """
    name = re.sub(_ABOUT, "", words.strip(" -—·")).strip(" -—·的")
    name = re.sub(_SPREAD, "", name)
    if re.fullmatch(_NO_NAME, name):
        return ""
    return name + "政府" if name.endswith("人民") else name


def kind_of(body: str) -> Kind | None:
    """Kind of a body by how its name ends; a general office that reports on itself is a
    department."""
    name = simplified(body).strip()
    if not name or re.search(_ZONE, name) or name.endswith("领导小组办公室"):
        return None
    if re.search(_TOWNSHIP, name):
        return "township"
    if re.search(_GOVERNMENT, name):
        return "government"
    own = re.search(_DEPARTMENT, name) or re.search(_GENERAL_OFFICE, name)
    return "department" if own else None


def is_zone(body: str) -> bool:
    """Whether a body is that of a zone: it has neither a people's government nor a kind."""
    return re.search(_ZONE, simplified(body).strip()) is not None


def is_general_office(body: str) -> bool:
    """Whether a body is the general office of a government: ``某市人民政府办公室``."""
    return re.search(_GENERAL_OFFICE, simplified(body).strip()) is not None


def kind_by_voice(text: str) -> Kind | None:
    """The kind of a body that speaks of itself as 我镇, 我局; ``None`` unless it is plain."""
    voices: list[tuple[Kind, str]] = [
        ("township", r"[我本](?:镇|乡|街道)"), ("department", r"[我本](?:局|委|厅)(?!托)")]
    words = mainland(text)
    heard = [kind for kind, pattern in voices if re.search(pattern, words)]
    if not heard and re.search(_OFFICE_SPEAKS, words) and not re.search("街道|镇|乡", words):
        return "department"
    return heard[0] if len(heard) == 1 else None
