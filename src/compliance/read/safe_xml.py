"""Parse XML that nobody vouches for."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.read.limits import MAX_XML_DEPTH, MAX_XML_ELEMENTS

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
         (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))


def parse_xml(data: bytes, file: str, part: str = "") -> _Element:
    """The root of an XML text in UTF-8 or UTF-16, without its comments and instructions.

    Nothing outside the text is read and no entity is expanded. ``part`` is what
    messages call the text where it is one of several in ``file``.

    Raises:
        Problem: it is not XML, declares a document type, is nested more than
            ``MAX_XML_DEPTH`` deep or has more than ``MAX_XML_ELEMENTS`` elements.
    """
    from lxml import etree

    part = part or "XML"
    data = as_utf8(data, file, part)
    if b"<!DOCTYPE" in data:
        raise Problem(say("read.xml_doctype", part=part), file)
    # A tree takes much more memory than its text.
    if data.count(b"<") - data.count(b"</") > MAX_XML_ELEMENTS:
        raise Problem(say("read.xml_too_large", part=part), file)
    # What the text declares as its encoding does not count: it could hide the above.
    # Without huge_tree the parser itself stops at MAX_XML_DEPTH levels.
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True,
                             huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            words = say("read.xml_too_deep", part=part, limit=MAX_XML_DEPTH)
        else:
            words = say("read.xml_broken", part=part)
        raise Problem(words, file) from None


def as_utf8(data: bytes, file: str, part: str = "") -> bytes:
    """An XML text in UTF-8 or UTF-16 as UTF-8.

    Raises:
        Problem: it begins as UTF-16 and is none.
    """
    for start, encoding in _WIDE:
        if data.startswith(start):
            try:
                return data.decode(encoding).encode("utf-8")
            except UnicodeError:
                raise Problem(say("read.xml_broken", part=part or "XML"), file) from None
    return data
