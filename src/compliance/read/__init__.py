"""From bytes to a document: lines and tables with their places in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.read.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from compliance.read.sniff import sniff
from compliance.read.source import RawFile, open_source, raw_file

if TYPE_CHECKING:
    from compliance.model.document import Document

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "RawFile", "open_source", "raw_file",
           "read_document", "sniff"]


def read_document(raw: RawFile) -> Document:
    """A web page or a plain text as a document.

    Raises:
        Problem: the file is of another format, damaged, or has no text in it.
    """
    kind = sniff(raw)
    if kind == "html":
        from compliance.read.html import read_html

        return read_html(raw)
    if kind == "text":
        from compliance.read.text import read_text

        return read_text(raw)
    from compliance.errors import Problem
    from compliance.messages import say

    raise Problem(say("read.structured_not_document"), raw.file)
