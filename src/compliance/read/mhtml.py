"""Read a page that a browser saved as one file, with its pictures (MHT, MHTML)."""

from __future__ import annotations

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document
from compliance.read.html import read_html
from compliance.read.source import RawFile


def read_mhtml(raw: RawFile) -> Document:
    """The page in the file; lines are counted in the page, not in the file around it.

    Raises:
        Problem: there is no page in the file, or the page cannot be read.
    """
    page = _page(raw.data)
    if not page.strip():
        raise Problem(say("read.no_text"), raw.file)
    return read_html(RawFile(raw.file, page, raw.digest))


def _page(data: bytes) -> bytes:
    """The first page in the file: the frames and pictures that it shows come after it."""
    from email import message_from_bytes

    try:
        for part in message_from_bytes(data).walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                content = part.get_payload(decode=True)
                if isinstance(content, bytes):
                    return _declaring(content, part.get_content_charset(""))
    except RecursionError:
        pass
    return b""


def _declaring(page: bytes, charset: str) -> bytes:
    """A page that says its encoding itself, as the part around it did."""
    if not charset or b"charset" in page[:4096]:
        return page
    return f"<!-- charset={charset} -->".encode("ascii", "ignore") + page
