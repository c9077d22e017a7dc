"""Which division and province a body belongs to, by its name and by what the report says.

A county's name may occur in several provinces.  What the report does not decide
stays unknown: nothing is taken for the likeliest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from compliance.model.report import Kind
from compliance.pattern import HAN, lazy_pattern
from compliance.recognise.divisions import Division, Divisions, divisions, lies_in
from compliance.recognise.labels import simplified
from compliance.record import field, record

_HEAD = 4000
"""Most characters from the beginning in which a report presents itself."""
_CONTENTS = 400
"""A first heading within so many characters may belong to a list of contents."""
_TEXT = 60_000
"""Characters in which names are looked for."""
_ABOVE = lazy_pattern(
    r"^(?:中华人民共和国|中共|国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|"
    r"国家邮政局|国家能源局|中国气象局|中国人民银行|"
    r"中国(?:证券|保险|银行业|银行保险)监督管理委员会)"
)
# 苏州工业园区, 福建监管局: bodies named after a place without its 市 or 省.
_ZONE = lazy_pattern(r"^[^省市县区镇乡街]{2,16}(?:开发|园|新|高新|经开|保税|示范|度假|试验|合作)区")
_BRANCH = lazy_pattern(r"^[^省市县区镇乡街]{2,8}(?:海关|海事局|监管局|证监局|通信管理局)$")
_LEAST_OF_BUREAU = 3
"""Characters of a bureau's name, 住建局, before which the text may name its place."""
_FIRST_SECTION = lazy_pattern(r"\n\W{0,3}(?:一\s*、|第一部分)")
_LEVEL = lazy_pattern(r"(?:省|市(?!场|政(?!府|务)|容|民)|县|区(?!域|划)|旗|州|盟)(?=..)")
_LOCAL = lazy_pattern(rf"{HAN}{{1,8}}?(?:镇|乡|街道|苏木)(?!政|人大)")
_ADDRESS = lazy_pattern(r"(?:地址|地点)\s*(?:位于|在|为)?\s*[:、,]?\s*")
_SITE = lazy_pattern(r"(?:人民)?政府(?:信息公开|门户|公众信息|信息)?网|政务公开(?:信息)?网")
_INSTRUCTS = lazy_pattern(r"人民政府(?:办公[室厅])?(?=《?关于)")
_OFFICE = lazy_pattern(r"(?:人民)?政府$")
# First characters of document numbers that no city or county shares with its province.
_NUMBERED = lazy_pattern(
    rf"(?:(?<!{HAN})|(?<=根据)|(?<=按照)|(?<=依据))([闽粤皖沪琼浙湘冀豫藏]){HAN}{{1,10}}[〔\[(【]20\d\d",
    needs="〔[(【")
_ABBREVIATED = {"闽": "35", "粤": "44", "皖": "34", "沪": "31", "琼": "46", "浙": "33",
                "湘": "43", "冀": "13", "豫": "41", "藏": "54"}


class Place(NamedTuple):
    """What is known of where a body belongs."""

    division: str = ""
    """Code of the smallest division known to hold it; empty when it cannot be told."""
    province: str = ""
    """First two digits of the codes of its province; empty when it cannot be told."""
    name: str = ""
    """Name of the division."""


@record
class Setting:
    """What a report says about where it comes from."""

    text: str
    """The whole report in simplified characters, one paragraph a line."""
    names: list[str] = field(default_factory=list)
    """Who published and who signed it, in their own words."""
    level: str = ""
    """``市``, when the body speaks of itself as 我市 or is named 市民政局."""


def locate(body: str, kind: Kind | None, year: int | None, setting: Setting) -> Place:
    """The division and the province of a body.

    Args:
        body: its name as printed; empty when the report does not name it.
        kind: kind of body, when known.
        year: fiscal year, which decides between former and present divisions.
    """
    return _Search(body, kind, year, setting).place()


class _Search:
    def __init__(self, body: str, kind: Kind | None, year: int | None, setting: Setting) -> None:
        self.table: Divisions = divisions()
        self.body = self._words(body)
        self.kind, self.year = kind, year
        self.text = self.table.simplified(setting.text[:_TEXT])
        self.head = self.text[:self._end_of_head()]
        self.names = [self._words(name) for name in setting.names]
        level = _LEVEL.match(self.body) if kind != "township" else None
        self.level = setting.level or (level[0] if level else "")

    def _words(self, text: str) -> str:
        return self.table.simplified(simplified(text))

    def _end_of_head(self) -> int:
        first = _FIRST_SECTION.search(self.text, 0, _HEAD)
        if first and first.start() < _CONTENTS:
            first = _FIRST_SECTION.search(self.text, first.end(), _HEAD) or first
        return first.start() if first else _HEAD

    def place(self) -> Place:
        found = self._found()
        if len(found) == 1:
            return Place(found[0].code, found[0].code[:2], found[0].name)
        provinces = {division.code[:2] for division in found} or self._cited()
        return Place(province=provinces.pop()) if len(provinces) == 1 else Place()

    def _found(self) -> list[Division]:
        own = self._of_name(self.body)
        if own:
            return self._narrowed(own)
        for evidence in (self._before_local_name, self._published, self._addressed, self._hosted,
                         self._instructed, self._hosted_below):
            found = self._agreed(evidence())
            if found:
                return found
        return self._whole_of_parts() if not self.body and self.level == "市" else []

    def _of_name(self, name: str) -> list[Division]:
        """Divisions that a body's own name begins with."""
        words = _ABOVE.sub("", name)
        chain, _ = self.table.chain(words)
        if chain:
            return self.table.possible(chain, self.year)
        return self._named_after(words) if _ZONE.match(words) else []

    def _named_after(self, words: str) -> list[Division]:
        """The city or province whose name, without 市 or 省, words begin with."""
        for end in range(min(6, len(words)), 1, -1):
            found = [division for ending in "省市"
                     for division in self.table.possible([words[:end] + ending], self.year)
                     if division.code.endswith("00")]
            if found:
                return found
        return []

    def _agreed(self, chains: Iterable[list[str]]) -> list[Division]:
        """The divisions that all chains allow, when each fits the level of the body."""
        found: list[Division] = []
        for chain in chains:
            if self.level and not chain[-1].endswith(self.level):
                continue
            options = self.table.possible(chain, self.year)
            if not found:
                found = options
                continue
            both = [division for division in found if any(
                lies_in(division.code, other.code) for other in options)]
            found = both or [division for division in options if any(
                lies_in(division.code, other.code) for other in found)]
            if not found:
                return []
        return self._narrowed(found)

    def _before_local_name(self) -> Iterator[list[str]]:
        """``永嘉县`` of ``永嘉县桥下镇``, wherever the text writes the body's name out."""
        local = _LOCAL.search(self.body) if self.kind == "township" else None
        name = local[0] if local else self.body
        if not local and not self.level and not (
                self.kind == "department" and len(name) >= _LEAST_OF_BUREAU):
            return
        for words in (name, name[1:]) if self.level else (name,):
            if len(words) < 2:
                continue
            for match in re.finditer(re.escape(words), self.text):
                before = _OFFICE.sub("", self.text[max(0, match.start() - 40):match.start()])
                chain = self.table.chain_before(before, len(before))
                if chain:
                    yield chain

    def _published(self) -> Iterator[list[str]]:
        if self._is_local():
            yield from filter(None, (self.table.chain(name)[0] for name in self.names))

    def _addressed(self) -> Iterator[list[str]]:
        if not self._is_local():
            return
        for match in _ADDRESS.finditer(self.head):
            chain, _ = self.table.chain(self.head, match.end())
            if self.level and chain:
                # A city's bureau sits in one of its districts.
                fitting = [n for n, name in enumerate(chain, 1) if name.endswith(self.level)]
                chain = chain[:fitting[0]] if len(fitting) == 1 else []
            if chain:
                yield chain

    def _hosted(self) -> Iterator[list[str]]:
        """``船山区`` of ``船山区人民政府网站``."""
        return self._before(_SITE, self.head)

    def _hosted_below(self) -> Iterator[list[str]]:
        return self._before(_SITE, self.text)

    def _instructed(self) -> Iterator[list[str]]:
        """``瓯海区`` of ``瓯海区人民政府办公室《关于……的通知》``, where it is a county."""
        for chain in self._before(_INSTRUCTS, self.head):
            if all(division.code[4:] != "00" for division in self.table.possible(chain, self.year)):
                yield chain

    def _before(self, words: re.Pattern[str], text: str) -> Iterator[list[str]]:
        """The names before ``words``, for a body that says of itself only 我局 or 我镇."""
        if self._is_local() or (not self.body and self.kind == "department"):
            for match in words.finditer(text):
                before = text[max(0, match.start() - 40):match.start()]
                chain = self.table.chain_before(before, len(before))
                if chain:
                    yield chain

    def _is_local(self) -> bool:
        return bool(self.level) or self.kind == "township"

    def _narrowed(self, options: list[Division]) -> list[Division]:
        """Those of several divisions of one name that the report gives reason to think of."""
        name = options[0].name if options else ""
        if len(options) < 2 or any(option.name != name for option in options):
            return options
        written: set[str] = set()
        for match in re.finditer(re.escape(name), self.text):
            before = self.text[max(0, match.start() - 40):match.start()]
            chain = self.table.chain_before(before, len(before))
            if chain:
                written |= {d.code for d in self.table.possible([*chain, name], self.year)}
        for supported in (
            [d for d in options if d.code in written],
            [d for d in options if d.code[:4] + "00" in self._mentioned],
            [d for d in options if d.code[:2] + "0000" in self._mentioned],
        ):
            if supported:
                return supported
        return options

    @cached_property
    def _mentioned(self) -> set[str]:
        """Codes of the provinces and cities that the report names where it presents itself."""
        tail = self.text[max(_HEAD, len(self.text) - 500):]
        names = {*self.table.mentions("\n".join([self.head, tail, *self.names]))}
        found: set[str] = set()
        for name in names:
            options = self.table.possible([name], self.year)
            if len(options) == 1 and options[0].code.endswith("00"):
                found |= {options[0].code, options[0].code[:2] + "0000"}
        return found

    def _whole_of_parts(self) -> list[Division]:
        """The city of which a report names at least three counties, and no other city's."""
        counted: dict[str, set[str]] = {}
        for name in set(self.table.mentions(self.text)):
            options = self.table.possible([name], self.year)
            if len(options) == 1 and not options[0].code.endswith("00"):
                counted.setdefault(options[0].code[:4] + "00", set()).add(name)
        most = max(counted, key=lambda code: (len(counted[code]), code), default="")
        if not most or len(counted[most]) < 3 or len(counted) > 1:
            return []
        return [division for division in self.table.coded(most)
                if self.year is None or division.stood(self.year)][-1:]

    def _cited(self) -> set[str]:
        """Provinces whose rules and documents the report cites where it presents itself."""
        found = {_ABBREVIATED[match[1]] for match in _NUMBERED.finditer(self.head)}
        branch = _ABOVE.sub("", self.body)
        if _BRANCH.match(branch):
            found |= {division.code[:2] for division in self._named_after(branch)}
        starts = [(self.head, m.end()) for m in re.finditer(r"《", self.head)]
        starts += [(self.head, m.end()) for m in _ADDRESS.finditer(self.head)]
        starts += [(self.head, m.end()) for m in re.finditer(r"请(?:与|联系)", self.head)]
        starts += [(name, 0) for name in self.names]
        for match in _INSTRUCTS.finditer(self.head):
            before = self.head[max(0, match.start() - 40):match.start()]
            starts.append((" ".join(self.table.chain_before(before, len(before))[:1]), 0))
        for words, start in starts:
            chain, _ = self.table.chain(words, start)
            provinces = {d.code[:2] for d in self.table.possible(chain, self.year)}
            if len(provinces) == 1:
                found |= provinces
        return found
