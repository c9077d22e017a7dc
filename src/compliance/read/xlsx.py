"""The sheets of an XLSX workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.read.limits import MAX_SHEET_ELEMENTS, MAX_SHEETS
from compliance.read.number_format import BUILT_IN
from compliance.read.package import Package
from compliance.read.sheet import Sheet
from compliance.read.xlsx_sheet import RAISED, Book, clean, take_in, with_run

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TEXT, _RUN = f"{_MAIN}t", f"{_MAIN}r"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def xlsx_sheets(package: Package) -> Iterator[Sheet]:
    """The visible sheets of a workbook, in its order.

    Raises:
        Problem: the workbook is damaged, or larger than the limits.
    """
    main = package.related().get("officeDocument", "xl/workbook.xml")
    if main.endswith(".bin"):
        raise Problem(say("read.cannot_read", format=Text.same("XLSB")), package.file)
    root = package.xml(main)
    named = root.findall(f"{_MAIN}sheets/{_MAIN}sheet")
    if len(named) > MAX_SHEETS:
        raise Problem(say("read.too_many_sheets", limit=MAX_SHEETS), package.file)
    relations = package.relations(main)
    targets = {relation.id: relation.part for relation in relations
               if relation.kind == "worksheet"}
    parts = {relation.kind: relation.part for relation in reversed(relations)}
    book = Book()
    properties = root.find(f"{_MAIN}workbookPr")
    book.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    if parts.get("sharedStrings", "") in package:
        book.texts = {str(at): _rich_text(item)
                      for at, item in enumerate(package.xml(parts["sharedStrings"]))}
    if parts.get("styles", "") in package:
        book.formats = _formats(package.xml(parts["styles"]))
    for sheet in named:
        part = targets.get(sheet.get(_ID) or "", "")
        if (sheet.get("state") or "visible") == "visible" and part in package:
            yield _read_sheet(package, part, Sheet(sheet.get("name") or ""), book)


def _formats(styles: _Element) -> dict[str, str]:
    """The format codes by the numbers of the cell styles."""
    codes = dict(BUILT_IN)
    for own in styles.findall(f"{_MAIN}numFmts/{_MAIN}numFmt"):
        if (own.get("numFmtId") or "").isdigit():
            codes[int(own.get("numFmtId") or 0)] = own.get("formatCode") or ""
    numbers = [style.get("numFmtId") or "0"
               for style in styles.findall(f"{_MAIN}cellXfs/{_MAIN}xf")]
    return {str(style): codes.get(int(number), "") if number.isdigit() else ""
            for style, number in enumerate(numbers)}


def _rich_text(item: _Element) -> str:
    """The text of a string; raised figures behind a figure are kept apart."""
    text = ""
    for part in item:
        tag = part.tag
        if tag == _TEXT:
            text += part.text or ""
        elif tag == _RUN:
            run = "".join(piece.text or "" for piece in part.iterchildren(_TEXT))
            align = part.find(f"{_MAIN}rPr/{_MAIN}vertAlign")
            text = with_run(text, run, align is not None and align.get("val") in RAISED)
    return clean(text)


def _read_sheet(package: Package, part: str, sheet: Sheet, book: Book) -> Sheet:
    data = package.read(part)
    if b"<!DOCTYPE" in data:
        raise Problem(say("read.xml_doctype", part=part), package.file)
    if b"\x00" in data:  # UTF-16 could hide a document type
        raise Problem(say("read.xml_broken", part=part), package.file)
    if data.count(b"<") - data.count(b"</") > MAX_SHEET_ELEMENTS:
        raise Problem(say("read.sheet_too_large", sheet=sheet.name), package.file)
    try:
        take_in(data, sheet, book, package.file)
    except (ExpatError, ValueError):
        raise Problem(say("read.xml_broken", part=part), package.file) from None
    return sheet
