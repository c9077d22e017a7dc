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
    """A file as a document, by the built-in reader that fits its content.

    Raises:
        Problem: the file cannot be read, or holds a structured report.
    """
    from importlib import import_module

    from compliance.errors import Problem
    from compliance.messages import say
    from compliance.model.document import Document

    module, _, name = sniff(raw).read.partition(":")
    made = getattr(import_module(module), name)(raw)
    if not isinstance(made, Document):
        raise Problem(say("read.structured_not_document"), raw.file)
    return made
