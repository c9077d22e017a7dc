"""Read a Word file (DOCX)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document
from compliance.model.report import Source
from compliance.read.docx_body import Body
from compliance.read.docx_lists import Lists
from compliance.read.docx_names import W
from compliance.read.docx_styles import Styles
from compliance.read.facts import describe
from compliance.read.package import Package, open_package
from compliance.read.source import RawFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(raw: RawFile) -> Document:
    """The body of a Word file as lines and grids, with all tracked changes accepted.

    The numbers of lists and the text of text boxes are part of it. Headers,
    footers, footnotes, comments, hidden text and generated tables of contents
    are not: they are no words of the report, or say them twice. A line break
    inside a paragraph ends a line. Locations are paths (``p[12]``,
    ``tbl[2]/tr[3]/tc[4]``), counted from 1 over what the file holds.

    Raises:
        Problem: the package or a part of it cannot be read, there is no Word
            document in it, or no text.
    """
    package = open_package(raw)
    main, body = _main_part(package)
    parts = package.related(main)
    styles = Styles(_part(package, parts, "styles"))
    lists = Lists(_part(package, parts, "numbering"), styles)
    may_hide = styles.can_hide or next(
        body.iter(f"{W}vanish", f"{W}strike", f"{W}dstrike"), None) is not None
    document = Document(Source(raw.file, raw.digest, "docx"))
    document.blocks = Body(styles, lists, may_hide).blocks(body)
    if not document.blocks:
        raise Problem(say("read.no_text"), raw.file)
    describe(document)
    if not document.title:
        # Often that of the file which was copied to begin with: only better than none.
        document.title = _stated_title(package)
    return document


def _main_part(package: Package) -> tuple[str, _Element]:
    """Name and body of the part that the package itself names as its document."""
    name = package.related().get("officeDocument", "")
    root = package.xml(name) if name in package else None
    body = root.find(f"{W}body") if root is not None and root.tag == f"{W}document" else None
    if body is None:
        raise Problem(say("read.not_word"), package.file)
    return name, body


def _part(package: Package, parts: dict[str, str], kind: str) -> _Element | None:
    name = parts.get(kind, "")
    return package.xml(name) if name in package else None


def _stated_title(package: Package) -> str:
    root = _part(package, package.related(), "core-properties")
    return " ".join((root.findtext(_TITLE) or "").split()) if root is not None else ""
