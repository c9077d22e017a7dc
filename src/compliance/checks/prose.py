"""The running text of a report, in pieces that can be pointed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from compliance.checks.observation import Context
from compliance.model.form import FormSection
from compliance.model.location import Location
from compliance.model.report import WITHOUT_STRUCTURE, Section
from compliance.pattern import lazy_pattern
from compliance.recognise.labels import in_order
from compliance.recognise.traditional import mainland
from compliance.record import record

# Whatever comes after the Latin letters is set wide in Chinese text, by GB 2312 Greek as well.
_WIDE = "[^\x00-\xff]"
_INNER_SPACE = lazy_pattern(
    rf"(?<={_WIDE})[^\S\n]+(?={_WIDE}|[0-9])|(?<=[0-9])[^\S\n]+(?={_WIDE})"
)
_WRAPPED = lazy_pattern(
    r"(?m)^([^\n]{20,}[^\n。；：！？;:!?)）])\n"
    r"(?!\n|\s*[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）])",
    needs="\n",
)
_SENTENCE = lazy_pattern(r"[^。！？!?;；\n]+[。！？!?;；]?")


@record
class Passage:
    """One paragraph, with the id of its section (empty for the preamble)."""

    text: str
    section: str
    location: Location | None
    last: bool = False
    """True for the last section: where a text that breaks off breaks off."""


def compact(text: str) -> str:
    """Text, in simplified characters, without the spaces and line breaks that conversion
    puts inside words."""
    return mainland(as_printed(text))


def as_printed(text: str) -> str:
    """As :func:`compact`, in the characters as printed."""
    return _INNER_SPACE.sub("", unwrapped(text)).strip()


def unwrapped(text: str) -> str:
    """Text with the lines joined that were broken only to fit the page."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _WRAPPED.sub(r"\1", lines)


def passages(context: Context) -> Iterator[Passage]:
    """The preamble and every line of every section."""
    report = context.report
    if report.preamble.strip():
        yield Passage(report.preamble, "", report.places.get("preamble"))
    for section in report.sections:
        for number, line in enumerate(section.text.split("\n")):
            if line.strip():
                yield Passage(line.strip(), section.id, line_place(section, number))


def line_place(section: Section, number: int) -> Location | None:
    """Where a line of a section stands, as nearly as is known."""
    if number < len(section.places):
        return section.places[number]
    return section.location


def blocks(
    context: Context, joined: Callable[[str], str] = compact
) -> Iterator[Passage]:
    """The preamble and the whole text of every section, ``joined`` over broken lines."""
    report = context.report
    if report.preamble.strip():
        yield Passage(joined(report.preamble), "", report.places.get("preamble"))
    for section in report.sections:
        if section.text.strip():
            last = section is report.sections[-1]
            yield Passage(joined(section.text), section.id, section.location, last)


def whole_text(context: Context) -> str:
    """Preamble, headings and sections as one text without inner spaces."""
    report = context.report
    parts = [report.preamble]
    for section in report.sections:
        parts += [section.heading, section.text]
    return "\n".join(compact(part) for part in parts if part)


def sentences(text: str) -> Iterator[str]:
    """Sentences of a text."""
    return (found.group().strip() for found in _SENTENCE.finditer(text) if found.group().strip())


def sections_with(context: Context, section_id: str) -> list[Section]:
    """The sections of the report recognised as one section of the form."""
    return [section for section in context.report.sections if section.id == section_id]


def last_section(context: Context) -> Section | None:
    """The last section of the report: where a text that breaks off breaks off."""
    return context.report.sections[-1] if context.report.sections else None


_LEADING_NUMBER = lazy_pattern(
    r"^\s*(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}\s*[、.．,，]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*(?:、|[.．](?!\d)))\s*"
)
_PUNCTUATION = str.maketrans("", "", ":：。.，,、；;（）()“”")


@lru_cache(maxsize=1024)
def bare_heading(heading: str) -> str:
    """A heading without its number, spaces and closing punctuation."""
    text = _LEADING_NUMBER.sub("", mainland(heading))
    return "".join(text.split()).translate(_PUNCTUATION)


def belongs_to(section: FormSection, words: str) -> bool:
    """Whether a heading or a listed item names this section of the form."""
    plain = bare_heading(words)
    printed = [section.heading, *section.variants]
    if any(plain == bare_heading(name) for name in printed):
        return True
    return any(in_order(word, plain) for word in section.words)


def converted(context: Context) -> bool:
    """Whether the report was read from plain text, in which tables and headings get lost."""
    return context.report.source.first_format in WITHOUT_STRUCTURE


def breaks_off(context: Context) -> bool:
    """Whether the text appears to stop before the end of the report."""
    return not context.report.source.ends


def starts_numbered(line: str) -> bool:
    """Whether a line begins with a number such as ``（一）`` or ``三、``."""
    return _LEADING_NUMBER.match(line) is not None
