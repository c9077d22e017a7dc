"""Headings and the text below them."""

from __future__ import annotations

import re
from collections.abc import Collection

from compliance.model.document import Document, Line
from compliance.model.form import Form, FormSection
from compliance.model.location import Location, in_section
from compliance.model.report import Report, Section
from compliance.pattern import lazy_pattern
from compliance.recognise.labels import in_order, nearest_of, normal, plain, simplified
from compliance.record import record

DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)}
LONGEST_HEADING = 46
_NUMBER = (
    r"(?:第\s*([一二三四五六七八九十]{1,3})\s*(?:部分|章)|([一二三四五六七八九十]{1,3})\s*[、.．，,])"
)
_PART = lazy_pattern(r"^[#\s*]*第[一二三四五六七八九十]+(?:部分|章)", needs="第")
_AT_START = lazy_pattern(rf"^[#\s*]*{_NUMBER}[\s:：、]*(\S.*?)[\s*]*$", re.S)
_INSIDE = lazy_pattern(rf"(?:(?<=\s)|(?<=[。；])){_NUMBER}\s*([^\s。；:：]{{2,40}})(?=[\s。:：]|$)")
# 一、概 述 is set wide.
_SPREAD_HEADING = lazy_pattern(r"([一1]\s?[、.．]\s?概)\s{1,2}([述况])")
_TABLE_WORDS = lazy_pattern(r"本年新收|上年结转|本年度办理结果|结转下年度")
_TABLE = lazy_pattern(r"(?:附?表|[(（]?附表)\s*[一二三四五六1-6]")
_INTRODUCTION = frozenset({"引言", "前言", "导言", "导语"})


@record
class _Piece:
    """Part of a line: a heading, or text."""

    text: str
    location: Location
    heading: bool = False
    number: int = 0
    id: str = ""


def section_id(heading: str, form: Form) -> str:
    """Id of the section of ``form`` that ``heading`` begins; ``""`` when it is none."""
    words = normal(_PART.sub("", heading))
    if not words:
        return ""
    for section in form.sections:
        if words in _headings(section):
            return section.id
    # Later sections have the more particular words: 依申请公开的收费情况 speaks of fees.
    for section in reversed(form.sections):
        if any(in_order(_normal_pattern(word), words) for word in section.words):
            return section.id
    return ""


def _headings(section: FormSection) -> set[str]:
    return {normal(heading) for heading in (section.heading, *section.variants)}


def _normal_pattern(word: str) -> str:
    return "*".join(map(normal, word.split("*")))


def chinese_number(text: str) -> int:
    """``十二`` as 12."""
    tens, ten, ones = text.rpartition("十")
    value = DIGITS.get(ones, 0) if ones else 0
    return value + (10 * DIGITS.get(tens, 1) if ten else 0)


def read_sections(report: Report, document: Document, form: Form, tables: set[int]) -> list[int]:
    """Read preamble and sections into ``report``.

    ``tables`` are the blocks that are parts of tables.

    Returns:
        The numbers of the headings in printed order.
    """
    pieces: list[_Piece] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Line) and index not in tables:
            pieces.extend(_pieces(block, form))
    if not any(piece.heading for piece in pieces):
        _mark_unnumbered(pieces, form)
    pieces = _first_copy(_without_contents(pieces))
    start = next((i for i, piece in enumerate(pieces) if piece.heading), len(pieces))
    _read_preamble(report, pieces[:start])
    current: Section | None = None
    lines: list[str] = []
    for piece in pieces[start:]:
        if piece.heading:
            _close(current, lines)
            current = Section(piece.text, id=piece.id, location=piece.location)
            report.sections.append(current)
            lines = []
        elif current is not None:
            lines.append(piece.text)
            current.places.append(in_section(piece.location, current.heading, len(lines)))
    _close(current, lines)
    settle_ids(report.sections, form)
    return [piece.number for piece in pieces if piece.heading]


def settle_ids(sections: list[Section], form: Form, given: Collection[int] = ()) -> None:
    """Where one heading is worded as the form words it, others like it are not that section.

    A narrative that speaks of 主动公开 and 依申请公开 in chapters of its own, before the
    sections with the tables, keeps its chapters: they have no section of the form.
    ``given`` are the places of sections whose ids are not to be touched.
    """
    exact = {name: s.id for s in form.sections for name in _headings(s)}
    worded = {s.id for s in sections if s.id and exact.get(_words(s.heading)) == s.id}
    for number, section in enumerate(sections):
        if (section.id in worded and number not in given
                and exact.get(_words(section.heading)) != section.id):
            section.id = ""


def _words(heading: str) -> str:
    return normal(_PART.sub("", heading))


def _close(section: Section | None, lines: list[str]) -> None:
    if section is not None:
        section.text = "\n".join(lines)


def _pieces(line: Line, form: Form) -> list[_Piece]:
    text = _SPREAD_HEADING.sub(r"\1\2", line.text.strip())
    if not text:
        return []
    whole = _heading(text, line.location, form)
    if whole is not None:
        return whole
    found: list[_Piece] = []
    last = 0
    for match in _INSIDE.finditer(text):
        known = section_id(match[3], form)
        follows = bool(found) and _number(match) == max(p.number for p in found) + 1
        spaced = text[match.start() - 1].isspace() and text[match.end():match.end() + 1].isspace()
        if not (known or (follows and spaced and len(match[3]) <= 20)):
            continue
        if _TABLE_WORDS.search(match[3]):
            continue
        _add_text(found, text[last:match.start()], line)
        found.append(_Piece(match[0].strip(), line.location, True, _number(match), known))
        last = match.end()
    _add_text(found, text[last:], line)
    return found


def _add_text(found: list[_Piece], text: str, line: Line) -> None:
    text = text.strip().lstrip("。:： ")
    if text:
        found.append(_Piece(text, line.location))


def _number(match: re.Match[str]) -> int:
    return chinese_number(match[1] or match[2])


def _heading(text: str, location: Location, form: Form) -> list[_Piece] | None:
    """A line that is a heading, or begins with one that the text runs on from."""
    bare = text.lstrip("#* ").rstrip("* ")
    match = _AT_START.match(text)
    if match is None:
        if text.startswith("#") and len(bare) <= LONGEST_HEADING and not _TABLE.match(bare):
            known = section_id(bare, form)
            if known:
                return [_Piece(bare, location, True, 0, known)]
        return None
    words = match[3]
    if _TABLE_WORDS.search(simplified(words)):
        return None
    if len(words) <= LONGEST_HEADING and not re.search(r"[。；;]", words.rstrip("。：: ")) and (
        " " not in words or section_id(words.split()[0], form) == ""
    ):
        known = section_id(words, form)
        if known or not words.endswith(("。", "；", ";", ",", "，")):
            return [_Piece(bare, location, True, _number(match), known)]
        return None
    head = re.match(r"\S[^\s。:：]{1,40}(?=[\s。:：])", words)
    known = section_id(head[0], form) if head else ""
    if not head or not known:
        return None
    cut = text.index(head[0], match.start(3)) + len(head[0])
    rest = text[cut:].lstrip("。:： ")
    pieces = [_Piece(text[:cut].lstrip("#* "), location, True, _number(match), known)]
    return pieces + (_pieces(Line(rest, location), form) if rest else [])


def _mark_unnumbered(pieces: list[_Piece], form: Form) -> None:
    """Headings without numbers: worded as the form words them, or nearly so among such."""
    exact = {name: s.id for s in form.sections for name in _headings(s) if len(name) >= 2}
    short = [piece for piece in pieces
             if len(piece.text) <= LONGEST_HEADING and piece.text[0] not in "(（"]
    for piece in short:
        piece.id = exact.get(normal(piece.text), "")
        piece.heading = bool(piece.id)
    if sum(piece.heading for piece in short) < 2:
        return
    for piece in short:
        if not piece.heading and piece.text[-1] not in "。；;，,":
            piece.id = nearest_of(normal(piece.text), exact) or ""
            piece.heading = bool(piece.id)


def _without_contents(pieces: list[_Piece]) -> list[_Piece]:
    """Headings of a table of contents are no headings: no text stands below them."""
    found = list(pieces)
    at = next((i for i, p in enumerate(found) if plain(p.text) in {"目录", "目次"}), -1)
    if at < 0:
        return found
    end = at + 1
    listed = set()
    while end < len(found) and found[end].heading and plain(found[end].text) not in listed:
        listed.add(plain(found[end].text))
        end += 1
    repeated = {plain(p.text) for p in found[end:] if p.heading}
    return found[:at] + found[end:] if listed & repeated else found


def _first_copy(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces up to where a page prints the whole report once more."""
    headings = [(i, plain(p.text)) for i, p in enumerate(pieces) if p.heading]
    if len(headings) < 4:
        return pieces
    names = [name for _, name in headings]
    for at in range(2, len(names) - 1):
        length = min(at, len(names) - at)
        if length >= 2 and names[at:at + length] == names[:length]:
            return pieces[:headings[at][0]]
    return pieces


def _read_preamble(report: Report, pieces: list[_Piece]) -> None:
    titles = [i for i, piece in enumerate(pieces) if _is_title(piece.text)]
    end = max([_end_of_title(report.title, pieces), *(title + 1 for title in titles)])
    pieces = pieces[end:]
    kept = [p for p in pieces if len(plain(p.text)) > 25]
    first = next((i for i, p in enumerate(pieces) if p in kept), len(pieces))
    body = [p for p in pieces[first:] if normal(p.text) not in _INTRODUCTION]
    report.preamble = "\n".join(piece.text for piece in body)
    if body:
        last = body[-1].location
        report.places["preamble"] = Location(
            line=body[0].location.line, column=body[0].location.column,
            end_line=last.end_line or last.line, end_column=last.end_column,
            page=body[0].location.page, path=body[0].location.path,
        )


def _end_of_title(title: str, pieces: list[_Piece]) -> int:
    """How many pieces there are up to the end of a title that stands in several lines."""
    words = plain(title)
    for start in range(len(pieces) if words else 0):
        rest = words
        for place, piece in enumerate(pieces[start:], start):
            part = plain(piece.text)
            if not part or not rest.startswith(part):
                break
            rest = rest[len(part):]
            if not rest:
                return place + 1
    return 0


def _is_title(text: str) -> bool:
    return len(text) <= 60 and bool(re.search(r"信息公开.{0,8}(?:报告|年报)\s*$", simplified(text)))
