"""A reader: the format it reads, and how a file of that format is told."""

from __future__ import annotations

from compliance.model.text import Text
from compliance.record import record


@record
class Reader:
    """One way to read a file, named by import string so that it loads when needed.

    A file is of this format when any of the signs that are given fits it; a
    reader without signs is only taken by its name, for plain text, web pages,
    YAML and JSON, which are told from each other by their wording.
    """

    format: str
    """Short name: ``docx``."""
    title: Text
    """What people call such a file."""
    read: str
    """``package.module:function``, which takes a ``RawFile`` and gives a ``Document``
    (to be recognised) or a ``Structured`` (a report file as data)."""
    starts: tuple[bytes, ...] = ()
    """Bytes that such a file begins with."""
    member: str = ""
    """Beginning of the name of an entry that only such a ZIP package has."""
    media: str = ""
    """Content of the ``mimetype`` entry of an OpenDocument package."""
    streams: tuple[str, ...] = ()
    """Names of streams that only such an OLE file has."""
    root: str = ""
    """Local name of the root element of such an XML file."""
