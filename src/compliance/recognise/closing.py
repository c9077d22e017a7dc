"""Where a report ends: signature, date, and the page furniture below them."""

from __future__ import annotations

import re

from compliance.model.document import Document, Grid, Line
from compliance.model.form import Form
from compliance.model.report import Report
from compliance.pattern import lazy_pattern
from compliance.recognise.dates import arabic, find_date
from compliance.recognise.identity import kind_of
from compliance.recognise.labels import plain, simplified
from compliance.recognise.titles import title_in, year_of

_FIRST_SECTION = lazy_pattern(r"[#\s]*[一1]\s*[、.．]|第一部分")
_SOON = 12
"""Blocks below a title within which its report begins."""
_FURNITURE = lazy_pattern(
    r"附件|扫一扫|相关文章|相关链接|打印|关闭|分享|上一篇|下一篇|返回|版权所有|ICP备|网站标识码|"
    r"公网安备|主办|承办|网站地图|联系我们|微信|微博|收藏|责任编辑|浏览次数|点击数|字号|无障碍|技术支持"
)
_FOOTER = lazy_pattern(r"版权所有|ICP备|网站标识码|公网安备|主办单位|技术支持")
_SIGNATURE = lazy_pattern(r"(?:政府|办事处|办公[室厅]|局|委员会|委|厅|办|中心|领导小组)$")
_ENDED = lazy_pattern(r"[。！!？?.…”」]$|[。！][”）)]$|^无$|[^\w]无$")
_CAPTION = lazy_pattern(r"[(（]?附[件表]|表\s*[一二三四五六\d]|[(（]?单位\s*[:：]|[#\s]*$")
SHORT = 40


def read_closing(report: Report, document: Document, tables: set[int]) -> set[int]:
    """Read the signature and its date into ``report``.

    Returns:
        Blocks from the signature or the first line of furniture to the end.
    """
    end = _another_report(report, document)
    tail = _tail(document, tables, end)
    start = _signature(report, tail)
    if start is not None:
        return set(range(start, len(document.blocks)))
    if end < len(document.blocks):
        return set(range(end, len(document.blocks)))
    signed = _before_annex(report, document, tables)
    if signed:
        return signed
    start = next((i for i, line in tail if _FURNITURE.search(line.text)), None)
    if start is None:
        return _run_on(report, document, tables)
    return set(range(start, len(document.blocks)))


def _another_report(report: Report, document: Document) -> int:
    """Where the report of another year begins below this one; else the end of the document."""
    for index, block in enumerate(document.blocks):
        if report.year is not None and isinstance(block, Line) and "信息公开" in block.text:
            title = title_in(block.text)
            year = year_of(title, []) if title else None
            if year not in (None, report.year) and _begins_here(document, index):
                return index
    return len(document.blocks)


def _begins_here(document: Document, title: int) -> bool:
    """Whether a first section stands above, and another soon below, the title of a report."""
    lines = [isinstance(block, Line) and _FIRST_SECTION.match(block.text) is not None
             for block in document.blocks[:title + _SOON]]
    return any(lines[:title]) and any(lines[title + 1:])


def _tail(document: Document, tables: set[int], end: int) -> list[tuple[int, Line]]:
    """The lines just before a block that may close a report, in printed order."""
    tail: list[tuple[int, Line]] = []
    for index in range(end - 1, -1, -1):
        block = document.blocks[index]
        if index in tables or isinstance(block, Grid) or not _is_closing(block.text.strip()):
            break
        tail.insert(0, (index, block))
    return tail


def _before_annex(report: Report, document: Document, tables: set[int]) -> set[int]:
    """Read a signature with its date that stands before the tables of an annex.

    A date alone may be that of a table.
    """
    end = len(document.blocks)
    while end and (end - 1 in tables or not _runs_on(document.blocks[end - 1])):
        end -= 1
    if end == len(document.blocks):
        return set()
    tail = _tail(document, tables, end)
    signed = [place for place, (_, line) in enumerate(tail) if _SIGNATURE.search(
        simplified(line.text).strip())]
    if not signed or _signature(report, tail[signed[-1]:]) is None:
        return set()
    return set(range(tail[signed[-1]][0], len(document.blocks)))


def _runs_on(block: Line | Grid) -> bool:
    """Whether a block is a line of text rather than a table or what stands around one."""
    return isinstance(block, Line) and not _CAPTION.match(block.text.strip())


def _is_closing(text: str) -> bool:
    if _FOOTER.search(text):
        return True
    if len(text) > SHORT or re.match(r"[#\s]*[一二三四五六七八九十]{1,3}\s*[、.．]", text):
        return False
    if _FURNITURE.search(text) and len(text) <= 12:
        return True
    return text != "无" and not text.endswith(("。", "；", ";", "：", "，", ","))


def _signature(report: Report, tail: list[tuple[int, Line]]) -> int | None:
    for place, (index, line) in enumerate(tail):
        text = arabic(line.text).strip(" ()（）")
        found = find_date(text)
        if found is None or _FURNITURE.search(text):
            continue
        before, after = text[:found[1]].strip(), text[found[2]:].strip()
        if after or (before and not _SIGNATURE.search(before)):
            continue
        report.signed = found[0]
        report.places["signed"] = line.location
        above = tail[place - 1] if place else None
        signer = before or (above[1].text.strip() if above else "")
        if _SIGNATURE.search(simplified(signer)) and len(signer) <= SHORT:
            _take_body(report, signer)
            if not before and above:
                return above[0]
        return index
    return None


def _take_body(report: Report, signer: str) -> None:
    if not report.body:
        report.body = signer
    if report.kind is None:
        report.kind = kind_of(signer)


def _run_on(report: Report, document: Document, tables: set[int]) -> set[int]:
    """A date at the end of a line that holds more: pages that lost their line breaks."""
    lines = [b for i, b in enumerate(document.blocks) if isinstance(b, Line) and i not in tables]
    if not lines:
        return set()
    text = arabic(lines[-1].text).rstrip()
    found = find_date(text[-24:])
    if found and found[2] == len(text[-24:]) and re.search(
        r"(?:政府|办事处|办公[室厅]|局|委员会|厅|中心)\s*$", text[-24:][:found[1]]
    ):
        report.signed = found[0]
        report.places["signed"] = lines[-1].location
    return set()


def judge_extent(
    report: Report, document: Document, form: Form, numbers: list[int], tables: set[int],
    closing: set[int],
) -> None:
    """Say whether the beginning or the end of the report appears to be missing."""
    if numbers and not report.title and numbers[0] > 1:
        report.source.begins = False
    if report.signed is not None:
        return
    final = [section.id for section in form.sections if section.required][-2:]
    last_section = report.sections[-1] if report.sections else None
    whole = set(final) <= {section.id for section in report.sections}
    if whole and last_section and (last_section.text or last_section.id not in final):
        return
    content = [
        (i, b) for i, b in enumerate(document.blocks)
        if i not in closing and (isinstance(b, Grid) or plain(b.text))
    ]
    if not content:
        report.source.ends = False
        return
    index, last = content[-1]
    if isinstance(last, Grid) or index in tables:
        report.source.ends = False
        return
    text = last.text.strip(" |\u3000")
    if _SIGNATURE.search(text) and (len(text) <= SHORT or re.search(r"\s\S{4,30}$", text)):
        return
    is_heading = bool(report.sections) and report.sections[-1].heading == text.strip("#* ")
    report.source.ends = bool(_ENDED.search(text)) and not is_heading
