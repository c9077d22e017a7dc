"""Open ZIP packages (DOCX, XLSX, ODT) that nobody vouches for."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from compliance.errors import Problem
from compliance.messages import say
from compliance.pattern import lazy_pattern
from compliance.read.limits import (
    MAX_ENTRIES,
    MAX_PART_BYTES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
)
from compliance.read.safe_xml import as_utf8, parse_xml
from compliance.read.source import RawFile
from compliance.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MIB = 1024 * 1024
_STRICT = lazy_pattern(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def open_package(raw: RawFile) -> Package:
    """The ZIP package that ``raw`` is; its entries are unpacked when they are read.

    A caller that hands the whole file to another program or library may rely
    on what is checked here: no entry is encrypted, and all together unpack to
    at most ``MAX_UNPACKED_BYTES``.

    Raises:
        Problem: the package is damaged, encrypted, or has too many or too large entries.
    """
    # Before the directory is read: each entry of it takes half a kilobyte.
    if raw.data.count(_ENTRY) > MAX_ENTRIES:
        raise Problem(say("read.too_many_entries", limit=MAX_ENTRIES), raw.file)
    try:
        package = zipfile.ZipFile(io.BytesIO(raw.data))
    except Exception:  # zipfile raises many kinds on a damaged archive
        raise Problem(say("read.package_damaged"), raw.file) from None
    entries = package.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Problem(say("read.encrypted"), raw.file)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        limit = MAX_UNPACKED_BYTES // _MIB
        raise Problem(say("read.unpacks_too_large", limit=limit), raw.file)
    return Package(package, raw.file)


@record
class Relation:
    """That a part names another one."""

    id: str
    kind: str
    """The last word of its kind: ``worksheet``."""
    part: str


class Package:
    """A package by the names of its parts, in which case and a leading ``/`` do not count."""

    def __init__(self, package: zipfile.ZipFile, file: str) -> None:
        self.file = file
        self._package = package
        self._entries = {_key(entry.filename): entry for entry in package.infolist()}
        self._left = MAX_UNPACKED_BYTES

    @property
    def names(self) -> list[str]:
        """The names of all parts, as written."""
        return [entry.filename for entry in self._entries.values()]

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        """The content of a part.

        Raises:
            Problem: there is no such part, or it is damaged, larger than
                ``MAX_PART_BYTES`` or packed more than ``MAX_RATIO`` times.
        """
        entry = self._entries.get(_key(name))
        if entry is None:
            raise Problem(say("read.part_missing", part=name), self.file)
        if entry.compress_type not in _METHODS:
            raise Problem(say("read.part_packed_otherwise", part=name), self.file)
        most = min(MAX_PART_BYTES, self._left)
        # Sizes in the directory may lie: only what really comes out counts.
        try:
            with self._package.open(entry) as stream:
                data = stream.read(most + 1)
        except Exception:  # zipfile and zlib raise many kinds on a damaged entry
            raise Problem(say("read.part_damaged", part=name), self.file) from None
        if len(data) > most:
            raise Problem(say("read.part_too_large", part=name, limit=most // _MIB), self.file)
        if len(data) > max(_MIB, MAX_RATIO * entry.compress_size):
            raise Problem(say("read.part_too_tight", part=name, limit=MAX_RATIO), self.file)
        self._left -= len(data)
        return data

    def xml(self, name: str) -> _Element:
        """The root of an XML part; names of Strict OOXML are turned into the usual ones.

        Raises:
            Problem: the part cannot be read, or is no XML within the limits.
        """
        data = as_utf8(self.read(name), self.file, name)
        if b"purl.oclc.org" in data:
            data = _STRICT.sub(_TRANSITIONAL, data)
        return parse_xml(data, self.file, name)

    def relations(self, source: str = "") -> list[Relation]:
        """The parts that ``source`` names, or the package itself; none outside the package."""
        folder, base = posixpath.split(source.lstrip("/"))
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        found: list[Relation] = []
        for relation in self.xml(listed) if listed in self else ():
            kind = (relation.get("Type") or "").rpartition("/")[2]
            target = unquote(relation.get("Target") or "").replace("\\", "/")
            if kind and target and relation.get("TargetMode") != "External":
                part = posixpath.normpath(posixpath.join("/", folder, target))[1:]
                found.append(Relation(relation.get("Id") or "", kind, part))
        return found

    def related(self, source: str = "") -> dict[str, str]:
        """The parts that ``source`` names by the last word of their kind.

        ``related()["officeDocument"]`` is the main part. Of several parts of
        one kind the first counts.
        """
        return {relation.kind: relation.part for relation in reversed(self.relations(source))}


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
