"""Read a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.read.encoding import decode
from compliance.read.facts import describe
from compliance.read.html_text import UNSEEN_STYLE, line_of
from compliance.read.html_walk import Walk
from compliance.read.limits import MAX_HTML_DEPTH, MAX_HTML_ELEMENTS
from compliance.read.repeats import without_repeats
from compliance.read.source import RawFile
from compliance.read.split_tables import with_heads

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW_TAGS = ("<tr", "<td", "<th", "<tbody")
_META_FACTS = {"pubdate": "发布日期", "contentsource": "来源"}


def read_html(raw: RawFile) -> Document:
    """A web page as lines and grids, without its scripts, menus and hidden parts.

    Raises:
        Problem: the content is not text, nested too deep, too large, or has no text.
    """
    root = _parse(_framed(decode(raw)), raw.file)
    document = Document(Source(raw.file, raw.digest, "html"))
    if root is not None:
        document.blocks = without_repeats(with_heads(_blocks(root, raw.file)))
    if root is None or not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    _take_meta(root, document)
    describe(document, _stated_title(root))
    return document


def _blocks(root: _Element, file: str) -> list[Line | Grid]:
    """What a page shows; all of it, where a script was to show what now is most of it."""
    shown = Walk(file).blocks(root)
    styles = (element.get("style") or "" for element in root.iter("div", "section", "article"))
    if any(UNSEEN_STYLE.search(style) for style in styles):
        every = Walk(file, waiting=True).blocks(root)
        if _length(every) > 2 * _length(shown):
            return every
    return shown


def _length(blocks: list[Line | Grid]) -> int:
    return sum(len(block.text) if isinstance(block, Line)
               else sum(len(cell.text) for row in block.rows for cell in row) for block in blocks)


def _framed(text: str) -> str:
    if not text.lstrip().startswith("<") and "<table" in text.lower():
        from compliance.read.html_plain import framed

        return framed(text)
    return text


def _parse(text: str, file: str) -> _Element | None:
    from lxml import etree

    # A tree takes much more memory than its text.
    if text.count("<") > 2 * MAX_HTML_ELEMENTS:
        raise Problem(say("read.html_too_large"), file)
    # The text is decoded already: what the page declares no longer counts.
    if text.lstrip()[:6].lower().startswith(_ROW_TAGS):
        # Rows that were copied without their table would lose their tags.
        text = f"<table>{text}"
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False,
                              remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    for entry in parser.error_log:
        # The parser stops at its own limits and would return the beginning only.
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            deep = "depth" in entry.message
            words = say("read.html_too_deep", limit=MAX_HTML_DEPTH) if deep \
                else say("read.html_too_large")
            raise Problem(words, file, Location(entry.line))
    return root


def _stated_title(root: _Element) -> str:
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and meta.get("content"):
            return " ".join(str(meta.get("content")).split())
    title = next(root.iter("title"), None)
    if title is None:
        title = next(root.iter("h1"), None)
    return " ".join("".join(map(str, title.itertext())).split()) if title is not None else ""


def _take_meta(root: _Element, document: Document) -> None:
    for meta in root.iter("meta"):
        label = _META_FACTS.get((meta.get("name") or "").lower())
        value = " ".join((meta.get("content") or "").split())
        if label and value:
            document.facts.setdefault(label, (value, Location(line_of(meta))))


