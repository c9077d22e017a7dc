"""Tell the format of a file from its content; its name decides nothing by itself."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.read.source import RawFile

SourceFormat = Literal["html", "text", "yaml", "json"]

_HEAD = 65_536
_IMAGE = Text("图片", "an image")
_ARCHIVE = Text("压缩包", "an archive")
_SIGNATURES: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF-", Text.same("PDF")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Text("旧版 Office 或 WPS 文件（.doc、.xls、.wps）",
                                               "an old Office or WPS file (.doc, .xls, .wps)")),
    (b"{\\rtf", Text.same("RTF")),
    (b"\x89PNG\r\n", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE), (b"MM\x00*", _IMAGE),
    (b"Rar!\x1a\x07", _ARCHIVE), (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE),
)
_PACKAGES: tuple[tuple[str, Text], ...] = (
    ("word/", Text("Word 文件（DOCX）", "a Word file (DOCX)")),
    ("xl/", Text("Excel 文件（XLSX）", "an Excel file (XLSX)")),
    ("ppt/", Text("演示文稿（PPTX）", "a presentation (PPTX)")),
    ("OFD.xml", Text.same("OFD")),
    ("content.xml", Text("OpenDocument 文件", "an OpenDocument file")),
)
_UTF16_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|tr|td|span|br|h[1-6]|"
                       r"meta|title|font|center|article|section|ul|ol|li|a|b|strong)\b", re.I)
_MARKUP_START = re.compile(r"<[!?/A-Za-z]")
_JSON_OBJECT = re.compile(r"\{\s*(?:\"|\}|$)")
_JSON_ARRAY = re.compile(r"\[\s*[\[{\"\]]")
_FLOW_YAML = re.compile(r"\{\s*[\w'-]+\s*:(?:\s|$)")
_YAML_KEY = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_-]*|\"[^\"\n]*\"|'[^'\n]*')\s*:(?:\s|$)")
_ANY_KEY = re.compile(r"[^\s:：#|][^:：|]{0,40}:(?:\s|$)")


def sniff(raw: RawFile) -> SourceFormat:
    """The reader that fits the content of a file.

    Raises:
        Problem: the content is of a format that cannot be read.
    """
    data = raw.data
    _refuse_known_binary(raw)
    head = _head(data)
    if "\x00" in head:
        raise Problem(say("read.binary"), raw.file)
    return _text_format(head.lstrip("\ufeff \t\r\n\u3000"), raw)


def _refuse_known_binary(raw: RawFile) -> None:
    data = raw.data
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise Problem(say("read.cannot_read_yet", format=name), raw.file)
    if b"%PDF-" in data[:1024] and b"<" not in data[:data.index(b"%PDF-")]:
        raise Problem(say("read.cannot_read_yet", format=Text.same("PDF")), raw.file)
    if data.startswith(b"PK\x03\x04"):
        raise Problem(say("read.cannot_read_yet", format=_package(data)), raw.file)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise Problem(say("read.cannot_read_yet", format=_IMAGE), raw.file)
    if re.match(rb"(?:From:|MIME-Version:)", data) and b"multipart/related" in data[:4096]:
        raise Problem(say("read.cannot_read_yet", format=Text.same("MHTML")), raw.file)


def _package(data: bytes) -> Text:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except Exception:  # zipfile raises many kinds on a damaged archive
        return _ARCHIVE
    for start, name in _PACKAGES:
        if any(entry.startswith(start) for entry in names):
            return name
    return _ARCHIVE


def _head(data: bytes) -> str:
    """The beginning, good enough to see its ASCII structure."""
    if data.startswith(_UTF16_32):
        wide = data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00"))
        return data[:_HEAD].decode("utf-32" if wide else "utf-16", "ignore")
    return data[:_HEAD].decode("utf-8", "ignore")


def _text_format(head: str, raw: RawFile) -> SourceFormat:
    tags = len(_HTML_TAG.findall(head))
    if _MARKUP_START.match(head):
        if tags:
            return "html"
        if head.startswith("<?xml"):
            raise Problem(say("read.cannot_read_yet", format=Text.same("XML")), raw.file)
        return "html"
    if _JSON_OBJECT.match(head) or _JSON_ARRAY.match(head):
        return "json"
    if head.startswith("{"):
        return "yaml" if _FLOW_YAML.match(head) else "json"
    if _is_yaml(head, raw.file):
        return "yaml"
    return "html" if tags >= 5 else "text"


def _is_yaml(head: str, file: str) -> bool:
    lines = [line for line in head.split("\n", 200)[:200]
             if line.strip() and not line.startswith(("#", "%YAML"))]
    if lines and lines[0].rstrip() == "---":
        lines = lines[1:]
    if not lines:
        return file.lower().endswith((".yaml", ".yml"))
    if _YAML_KEY.match(lines[0]):
        return True
    # A key in Chinese looks like a line of a printed report: here the name may decide.
    return file.lower().endswith((".yaml", ".yml")) and _ANY_KEY.match(lines[0]) is not None
