"""Read a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document, Grid, Line
from compliance.model.location import Location
from compliance.model.report import Source
from compliance.read.encoding import decode
from compliance.read.facts import describe
from compliance.read.html_table import read_table
from compliance.read.html_text import BLOCKS, TextRun, is_dropped, line_of
from compliance.read.limits import MAX_HTML_DEPTH, MAX_HTML_ELEMENTS
from compliance.read.repeats import without_repeats
from compliance.read.source import RawFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_META_FACTS = {"pubdate": "发布日期", "contentsource": "来源"}


def read_html(raw: RawFile) -> Document:
    """A web page as lines and grids, without its scripts, menus and hidden parts.

    Raises:
        Problem: the content is not text, nested too deep, too large, or has no text.
    """
    root = _parse(decode(raw), raw.file)
    document = Document(Source(raw.file, raw.digest, "html"))
    if root is not None:
        document.blocks = without_repeats(_Walk(root).blocks())
    if root is None or not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    _take_meta(root, document)
    describe(document, _stated_title(root))
    return document


def _parse(text: str, file: str) -> _Element | None:
    from lxml import etree

    # A tree takes much more memory than its text.
    if text.count("<") > 2 * MAX_HTML_ELEMENTS:
        raise Problem(say("read.html_too_large"), file)
    # The text is decoded already: what the page declares no longer counts.
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
    if root is not None:
        _check_depth(root, file)
    return root


def _check_depth(root: _Element, file: str) -> None:
    from lxml import etree

    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_HTML_DEPTH:
            raise Problem(say("read.html_too_deep", limit=MAX_HTML_DEPTH), file,
                          Location(line_of(element)))


def _stated_title(root: _Element) -> str:
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and meta.get("content"):
            return " ".join(str(meta.get("content")).split())
    title = next(root.iter("title"), None)
    return " ".join("".join(map(str, title.itertext())).split()) if title is not None else ""


def _take_meta(root: _Element, document: Document) -> None:
    for meta in root.iter("meta"):
        label = _META_FACTS.get((meta.get("name") or "").lower())
        value = " ".join((meta.get("content") or "").split())
        if label and value:
            document.facts.setdefault(label, (value, Location(line_of(meta))))


class _Walk:
    """One pass over a page in reading order, without recursion."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.run = TextRun()
        self.found: list[Line | Grid] = []
        # Paths are counted along the way: asking lxml for each is quadratic.
        self.paths = [""]
        self.counts: list[dict[str, int]] = [{}]

    def blocks(self) -> list[Line | Grid]:
        from lxml import etree

        walker: Any = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._start(element):
                    walker.skip_subtree()
            else:
                self._end(element)
        self._flush()
        return self.found

    def _start(self, element: _Element) -> bool:
        """Begin an element; true when its content is done with."""
        tag = element.tag if isinstance(element.tag, str) else "node()"
        self._enter(tag)
        self.run.reach(line_of(element))
        if is_dropped(element):
            return True
        if tag in BLOCKS:
            self._flush()
        if tag == "table":
            grid = read_table(element, self.paths[-1])
            if grid is not None:
                self.found.append(grid)
                self.run.reach(grid.location.end_line)
                return True
        self.run.add(element.text, self.paths[-1])
        return False

    def _enter(self, tag: str) -> None:
        counts = self.counts[-1]
        counts[tag] = counts.get(tag, 0) + 1
        self.paths.append(f"{self.paths[-1]}/{tag}[{counts[tag]}]")
        self.counts.append({})

    def _end(self, element: _Element) -> None:
        self.paths.pop()
        self.counts.pop()
        if element.tag in BLOCKS:
            self._flush()
        self.run.add(element.tail, self.paths[-1])

    def _flush(self) -> None:
        text, first, last, path = self.run.take()
        if text:
            self.found.append(Line(text, Location(first, None, last, None, None, path)))
