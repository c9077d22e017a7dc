"""Tell the format of a file from its content; its name decides nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.reader import Reader
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance.read.readers import READERS
from compliance.read.source import RawFile

_HEAD = 65_536
_LEAD = 1_024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_IMAGE = Text("图片", "an image")
_ARCHIVE = Text("压缩包", "an archive")
_UNREAD: tuple[tuple[bytes, Text], ...] = (
    (b"\x89PNG\r\n", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE), (b"MM\x00*", _IMAGE),
    (b"Rar!\x1a\x07", _ARCHIVE), (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE),
    (_OLE, Text("旧版 Office 文件", "an old Office file")),
)
_PACKAGES: tuple[tuple[str, Text], ...] = (
    ("ppt/", Text("演示文稿（PPTX）", "a presentation (PPTX)")),
    ("OFD.xml", Text.same("OFD")),
)
_UTF16_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML_TAG = lazy_pattern(r"<(?:!doctype\s+html|html|head|body|div|p|table|tr|td|span|br|h[1-6]|"
                       r"meta|title|font|center|article|section|ul|ol|li|a|b|strong)\b", re.I)
_MARKUP_START = lazy_pattern(r"<[!?/A-Za-z]")
_JSON_OBJECT = lazy_pattern(r"\{\s*(?:\"|\}|$)")
_JSON_ARRAY = lazy_pattern(r"\[\s*[\[{\"\]]")
_JSON_VALUE = lazy_pattern(r"[\[\"]|-?\d|(?:true|false|null)\b")
_FLOW_YAML = lazy_pattern(r"\{\s*[\w'-]+\s*:(?:\s|$)")
_YAML_KEY = lazy_pattern(r"(?:[A-Za-z_][A-Za-z0-9_-]*|\"[^\"\n]*\"|'[^'\n]*')\s*:(?:\s|$)")
_XML_ROOT = lazy_pattern(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")
_MHTML = lazy_pattern(rb"(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,40}?"
                      rb"(?:mime-version|content-type):", re.I)
_CSV_ROW = lazy_pattern(r'(?:[^,"\n]|"[^"]*")*,')
_ANY_KEY = lazy_pattern(r"[^\s:：#|][^:：|]{0,40}:(?:\s|$)")


def sniff(raw: RawFile, readers: Mapping[str, Reader] | None = None) -> Reader:
    """The reader that fits the content of a file.

    Args:
        raw: the file.
        readers: readers by format; the built-in ones when left out.  The
            signs of those are tried first: a plug-in cannot take their files.

    Raises:
        Problem: the content is of a format that cannot be read.
    """
    known = readers or {reader.format: reader for reader in READERS}
    own = {reader.format for reader in READERS}
    ordered = sorted(known.values(), key=lambda reader: reader.format not in own)
    signed = _by_sign(raw, ordered)
    if signed is not None:
        return signed
    _refuse_known_binary(raw)
    if b"multipart/related" in raw.data[:4096].lower() and _MHTML.match(raw.data):
        return known["mhtml"]
    head = _head(raw.data)
    if "\x00" in head:
        raise Problem(say("read.binary"), raw.file)
    return known[_text_format(head.lstrip("\ufeff \t\r\n\u3000"), raw)]


def _by_sign(raw: RawFile, readers: Iterable[Reader]) -> Reader | None:
    data = raw.data
    names = _members(raw)
    root = _root(data)
    for reader in readers:
        if any(_begins(data, start) for start in reader.starts) \
                or (reader.root and reader.root == root) \
                or (reader.member and any(name.startswith(reader.member) for name in names)) \
                or (reader.media and _media(data) == reader.media) \
                or (data.startswith(_OLE) and _has_stream(data, reader.streams)):
            return reader
    return None


def _begins(data: bytes, start: bytes) -> bool:
    """Whether a file begins with a sign; some servers put a few bytes before it."""
    at = data.find(start, 0, _LEAD)
    return at == 0 or (at > 0 and len(start) > 4 and b"<" not in data[:at])


def _members(raw: RawFile) -> list[str]:
    """Names of the entries of a ZIP package; none for any other file.

    Raises:
        Problem: the package is damaged, encrypted or too large.
    """
    if not raw.data.startswith(_ZIP):
        return []
    from compliance.read.package import open_package

    return open_package(raw).names


def _media(data: bytes) -> str:
    """What an OpenDocument package says that it is: its first entry, never compressed."""
    if not data.startswith(_ZIP) or data[30:38] != b"mimetype":
        return ""
    size = int.from_bytes(data[22:26], "little")
    extra = int.from_bytes(data[28:30], "little")
    return data[38 + extra:38 + extra + min(size, 200)].decode("ascii", "replace")


def _has_stream(data: bytes, names: tuple[str, ...]) -> bool:
    """Whether an OLE file has a stream of one of these names."""
    return any(name.encode("utf-16-le") + b"\x00\x00" in data for name in names)


def _root(data: bytes) -> str:
    """Local name of the first element of an XML file; ``""`` for anything else."""
    if data.startswith(_UTF16_32):
        data = _head(data).lstrip("\ufeff").encode("utf-8", "replace")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return ""
    found = _XML_ROOT.search(data[:_HEAD])
    return found.group(1).decode("ascii", "replace") if found else ""


def _refuse_known_binary(raw: RawFile) -> None:
    data = raw.data
    if data.startswith(_OLE) and _has_stream(data, ("EncryptedPackage",)):
        raise Problem(say("read.encrypted"), raw.file)
    for signature, name in _UNREAD:
        if data.startswith(signature):
            raise Problem(say("read.cannot_read", format=name), raw.file)
    if data.startswith(_ZIP):
        raise Problem(say("read.cannot_read", format=_package(raw)), raw.file)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise Problem(say("read.cannot_read", format=_IMAGE), raw.file)


def _package(raw: RawFile) -> Text:
    names = _members(raw)
    for start, title in _PACKAGES:
        if any(name.startswith(start) for name in names):
            return title
    return _ARCHIVE


def _head(data: bytes) -> str:
    """The beginning, good enough to see its ASCII structure."""
    if data.startswith(_UTF16_32):
        wide = data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00"))
        return data[:_HEAD].decode("utf-32" if wide else "utf-16", "ignore")
    return data[:_HEAD].decode("utf-8", "ignore")


def _text_format(head: str, raw: RawFile) -> str:
    if _MARKUP_START.match(head):
        if head.startswith("<?xml") and not _HTML_TAG.search(head):
            raise Problem(say("read.cannot_read", format=Text.same("XML")), raw.file)
        return "html"
    if _JSON_OBJECT.match(head) or _JSON_ARRAY.match(head):
        return "json"
    if head.startswith("{"):
        return "yaml" if _FLOW_YAML.match(head) else "json"
    if raw.file.lower().endswith(".json") and _JSON_VALUE.match(head):
        return "json"
    if _is_yaml(head, raw.file):
        return "yaml"
    # Commas stand in running text as well: here the name decides.
    if raw.file.lower().endswith(".csv") and any(map(_CSV_ROW.match, head.split("\n"))):
        return "csv"
    return "html" if len(_HTML_TAG.findall(head)) >= 5 else "text"


def _is_yaml(head: str, file: str) -> bool:
    lines = [line for line in head.split("\n", 200)[:200]
             if line.strip() and not line.startswith(("#", "%YAML"))]
    if lines and lines[0].rstrip() == "---":
        lines = lines[1:]
    if not lines:
        return file.lower().endswith((".yaml", ".yml"))
    if _YAML_KEY.match(lines[0]):
        return True
    # A key in Chinese, or a list, looks like a line of a printed report: here the name may decide.
    return file.lower().endswith((".yaml", ".yml")) and (
        _ANY_KEY.match(lines[0]) is not None or lines[0].startswith(("- ", "[", "{", "!", "&")))
