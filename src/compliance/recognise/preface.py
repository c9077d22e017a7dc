"""Who reports, by the words with which a report introduces itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from compliance.model.document import Document, Line
from compliance.pattern import HAN
from compliance.read.facts import tells_facts
from compliance.recognise.dates import arabic
from compliance.recognise.titles import is_zone, kind_of, whole_name

# 我镇 and 全市 name nobody; 本溪 and 全州 are places.
_NOBODY = (r"我|汇报|问题|编制|公布|^(?:本(?!溪)|该|各|全(?!州)|根据|按照|依据|为|对|向)"
           r"|^(?:区|县|市|省)?人民政府$")
_OPENING = 12
"""Lines in which a report introduces itself."""
_LONGEST = 4000
"""Most characters of a line in which a body's name is looked for."""
_NAME = r"([^,。、:;()《》“”\d]{2,40}?)"
_MATTER = r"(?:的)?(?:政府信息|政务信息|政务|信息)公开"
# What the body says of its own report.
_OWN = (
    rf"{_NAME}(?:关于)?20\d\d年度?{_MATTER}",
    rf"20\d\d年度?{_NAME}{_MATTER}(?:工作)?(?:年度报告|年报)",
    rf"(?:涵盖|反映)了?20\d\d年度?{_NAME}{_MATTER}工作",
    rf"(?:做好|结合|现对){_NAME}{_MATTER}工作",
)
_BEGINS = (
    r"^(?:[^。]{2,24}(?:情况|公开|方面)。)?(?:20\d\d年(?:度|以来|来)?,?)?(?:在[^。]{2,60}?下,)?"
    rf"{_NAME}(?:始终|一直)?(?:坚持|认真|严格|深入|全面|积极|高度重视|紧紧|坚决|立足|扎实|聚焦|围绕|紧扣|持续|着力|切实)"
)
# Who compiled it and whom to ask: perhaps an office of the body.
_COMPILED = (rf"由{_NAME}(?:结合[^,。]{{2,20}}|汇总[^,。]{{2,20}})?编制",
             rf"由{_NAME}(?:根据|按照|依据|汇总|综合)")
_ASKED = (rf"(?:请|可)(?:与|联系|致电)\s*:?\s*{_NAME}"
          r"(?:信息公开|政务公开|党政|办公室|联系|咨询|[,;。(])")
_REPORT_OF = r"^.*(?:公布|发布|现将|结合|做好|以下简称|(?<!政务)(?<!信息)公开|(?<!机构)编制)了?"
_BY = r"(?:根据|按照|依据|结合|汇总|综合).*$"
_NOTICE = r"《[^《》]*(?:通知|意见|方案|要点|格式|规定|办法|条例|细则|函)》"
_BRACKETED = r"\([^()]{1,40}\)"
# An office stands for its town, its zone, or the government whose disclosure it runs.
_OFFICES = (
    r"^(.{2,25}?(?:镇|乡|街道)(?:人民政府|政府|办事处))",
    r"^(.{2,20}?(?:开发区|高新区|园区|管委会|管理委员会))(?:党政|综合)办公室$",
    r"^(.{2,20}?(?:省|市|县|区|旗|州|盟)(?:人民政府|政府)?)(?:政府)?(?:信息|政务)公开"
    r"(?:(?:暨|和)?政务服务)?(?:工作)?(?:领导小组|联席会议)?(?:办公室|办)$",
)
_TOP = 40
"""Blocks in which the facts about the page stand."""
_FIRST_SECTION = r"[#\s]*[一1]\s*[、.．]|第一部分"
_LEAST_OF_ZONE = 4
"""Characters of the name of a zone: 园区 names none."""


def page_facts(document: Document) -> set[int]:
    """The blocks above the first section that say where the page comes from and when.

    ``来源：某局  发布时间：…  浏览量：38`` is no introduction of the report.
    """
    found = set()
    for index, block in enumerate(document.blocks[:_TOP]):
        if isinstance(block, Line):
            if re.match(_FIRST_SECTION, block.text):
                break
            if tells_facts(block.text):
                found.add(index)
    return found


class Named(NamedTuple):
    """A body that a report names as its own."""

    body: str = ""
    own: bool = False
    """Whether the words are about the body's own report, not about who compiled it."""


def named_in_preface(texts: list[str]) -> Named:
    """The body whose report it is; else who compiled it or is to be asked about it."""
    head = [re.sub(_BRACKETED, "", re.sub(_NOTICE, "", _spelled(text)))
            for text in texts[:_OPENING]]
    own = [*_bodies(head, _OWN), *(body for body in _bodies(head, (_BEGINS,))
                                   if kind_of(body) != "government" or body.endswith("政府"))]
    others = [*_bodies(head, _COMPILED), *_bodies([_spelled(text) for text in texts[:_OPENING]],
                                                  (_ASKED,))]
    body = next(iter(own), "") or next(iter(others), "")
    return Named(_in_full(body, [*own, *others]), bool(own))


def _spelled(text: str) -> str:
    words = arabic(text[:_LONGEST]).translate(str.maketrans("，；：（）", ",;:()"))
    return re.sub(rf"(?<={HAN}|\d)\s(?={HAN}|\d)", "", words).strip()


def _bodies(texts: list[str], patterns: tuple[str, ...]) -> Iterator[str]:
    for pattern in patterns:
        for text in texts:
            for match in re.finditer(pattern, text):
                yield from _body(match[1])


def _body(name: str) -> Iterator[str]:
    """The body in words that may say more: ``根据`` and what follows, ``公布`` and before."""
    stated = re.sub(_REPORT_OF, "", name).removeprefix("由")
    for words in (re.sub(_BY, "", stated), stated, re.sub(_BY, "", name).removeprefix("由")):
        office = next(filter(None, (re.match(pattern, words) for pattern in _OFFICES)), None)
        body = whole_name(office[1] if office else words)
        zone = is_zone(body) and len(body) >= _LEAST_OF_ZONE
        if (kind_of(body) or zone) and not re.search(_NOBODY, body):
            yield body


def _in_full(body: str, named: list[str]) -> str:
    """``某县卫健局`` where the report says 卫健局 first."""
    longer = (name for name in named if body and name.endswith(body) and name != body
              and re.search(r"[省市县区旗州盟镇乡]$", name.removesuffix(body)))
    return next(longer, body)
