"""What a page says about itself: its title, and labelled facts near its top."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from compliance.model.document import Document, Grid, Line
from compliance.model.location import Location
from compliance.pattern import lazy_pattern

_DATES = {
    "发布时间": "发布时间", "发布日期": "发布日期", "公开日期": "公开日期", "发文日期": "发文日期",
    "成文日期": "成文日期", "公文生成日期": "公文生成日期", "生成日期": "生成日期",
    "發佈時間": "发布时间", "發佈日期": "发布日期", "發布時間": "发布时间", "發布日期": "发布日期",
}
_NAMES = {
    "来源": "来源", "信息来源": "来源", "文章来源": "来源", "來源": "来源", "信息來源": "来源",
    "发布机构": "发布机构", "发布单位": "发布机构", "發佈機構": "发布机构", "發布機構": "发布机构",
    "发文机关": "发文机关", "发文机构": "发文机关", "公开主体": "发布机构",
}
_LABELS = {**_DATES, **_NAMES}
_ANY = "|".join(sorted(_LABELS, key=len, reverse=True))
_INLINE = lazy_pattern(rf"(?:^|(?<=[\s|\[【(（•·]))({_ANY})\s*[:：]\s*")
_ALONE = lazy_pattern(rf"[\[【]?({_ANY})\s*[:：]?[\]】]?")
_DATE = lazy_pattern(r"\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?"
                   r"(?:[\sT]*\d{1,2}\s*:\s*\d{2}(?:\s*:\s*\d{2})?)?")
_NAME = lazy_pattern(r"[^\s|\]】:：]{2,60}(?![^\s|]*[:：])")
_FIRST_SECTION = lazy_pattern(r"一[、.．]|第一部分")
_YEAR = r"(?:[0-9０-９]{4}|二[〇○ＯO0零][〇○ＯO0零一二三四五六七八九]{2})"
_TITLE = lazy_pattern(rf".{{0,40}}{_YEAR}\s*年度?.{{0,60}}"
                    r"(?:年\s*度\s*报\s*告|年\s*度\s*報\s*告|年\s*[报報])"
                    r"\s*(?:[（(【\[][^（(]{0,20}[)）】\]])?")
_TITLE_LABEL = lazy_pattern(r"(?:标\s*题|名\s*称|題\s*名)\s*[:：]\s*")
_BODY_ONLY = lazy_pattern(r".{2,30}(?:政府|局|委|会|厅|室|处|部|院|所|中心|署)")
_TOP = 60
_LONGEST_FACTS = 160
"""Characters of a line of facts at most."""
_MOST_CELLS = 100
"""Cells of a table that says what the page is; larger ones are tables of the report."""


def describe(document: Document, stated_title: str = "") -> None:
    """Fill in ``document.title`` and ``document.facts`` from its first blocks.

    ``stated_title`` is what the file itself declares as its title.
    """
    top = list(_top(document.blocks))
    for label, value, location in _facts(top):
        document.facts.setdefault(label, (value, location))
    printed = _printed_title([block.text for block in top if isinstance(block, Line)])
    # A page's own title often carries the site's name after it, or is cut short.
    cut = stated_title.rstrip("\ufffd….")
    document.page_title = bool(stated_title)
    document.title = printed if printed and (printed in stated_title or printed.startswith(cut)) \
        else stated_title or printed


def fact_label(text: str) -> str:
    """The label that begins ``text`` (``发布时间:…``), or nothing."""
    found = _INLINE.match(text.strip())
    return found[1] if found else ""


def tells_facts(text: str) -> bool:
    """Whether a line holds labelled facts about the page and no sentence."""
    return len(text) <= _LONGEST_FACTS and "。" not in text and _INLINE.search(text) is not None


def _top(blocks: Sequence[Line | Grid]) -> Iterator[Line | Grid]:
    for block in blocks[:_TOP]:
        if isinstance(block, Line) and _FIRST_SECTION.match(block.text):
            return
        yield block


def _facts(top: Iterable[Line | Grid]) -> Iterator[tuple[str, str, Location]]:
    pieces: list[tuple[str, Location]] = []
    for block in top:
        if isinstance(block, Line):
            pieces.append((block.text, block.location))
        elif sum(map(len, block.rows)) <= _MOST_CELLS:
            pieces += [(cell.text, cell.location or block.location)
                       for row in block.rows for cell in row if cell.text]
    for number, (text, location) in enumerate(pieces):
        for found in _INLINE.finditer(text):
            value = _value(found[1], text[found.end():])
            if value:
                yield _LABELS[found[1]], value, location
        alone = _ALONE.fullmatch(text)
        if alone and number + 1 < len(pieces):
            following, place = pieces[number + 1]
            value = _value(alone[1], following)
            if value:
                yield _LABELS[alone[1]], value, place


def _value(label: str, text: str) -> str:
    found = (_DATE if label in _DATES else _NAME).match(text.strip())
    return found[0].strip() if found else ""


def _printed_title(lines: Sequence[str]) -> str:
    for number, line in enumerate(lines):
        text = _TITLE_LABEL.sub("", line, count=1)
        before = lines[number - 1] if number else ""
        if _TITLE.fullmatch(text):
            names_nobody = re.match(_YEAR, text) and _BODY_ONLY.fullmatch(before)
            return before + text if names_nobody and len(text) < 24 else text
        if number + 1 < len(lines):
            joined = text + lines[number + 1]
            if len(text) > 6 and len(joined) <= 70 and re.search(_YEAR + r"\s*年", text) \
                    and _TITLE.fullmatch(joined):
                return joined
    return ""
