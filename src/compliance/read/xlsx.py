"""The sheets of an XLSX workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance.read.date_format import shown
from compliance.read.limits import MAX_SHEET_CELLS, MAX_SHEET_ELEMENTS, MAX_SHEETS
from compliance.read.number_format import BUILT_IN, exact
from compliance.read.package import Package
from compliance.read.sheet import Sheet, clean_lines
from compliance.record import field, record

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TEXT, _RUN = f"{_MAIN}t", f"{_MAIN}r"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_RANGE = lazy_pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_TAKEN = ("{*}row", "{*}mergeCell", "{*}col")
# What a sheet declares as its encoding does not count: it could hide how much there is of it.
_SAFE: dict[str, Any] = {
    "encoding": "utf-8", "resolve_entities": False, "no_network": True, "huge_tree": False,
    "remove_comments": True, "remove_pis": True,
}
_FEW_ELEMENTS = 50_000
"""Elements of which a tree may be made at once."""
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


class _Columns(dict[str, int]):
    """Column numbers by letters."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters[:3]:
            number = 26 * number + ord(letter) - 64
        self[letters] = number = number - 1
        return number


@record
class _Book:
    """What all sheets of a workbook share."""

    texts: dict[str, str] = field(default_factory=dict)
    """Shared texts by their numbers, as written."""
    formats: dict[str, str] = field(default_factory=dict)
    """Format codes by the numbers of the cell styles, as written."""
    from_1904: bool = False
    columns: _Columns = field(default_factory=_Columns)


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
    book = _Book()
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


def _rich_text(item: _Element | None) -> str:
    """The text of a string; raised figures behind a figure are kept apart."""
    text = ""
    for part in item if item is not None else ():
        tag = part.tag
        if tag == _TEXT:
            text += part.text or ""
        elif tag == _RUN:
            run = "".join(piece.text or "" for piece in part.iterchildren(_TEXT))
            raised = part.find(f"{_MAIN}rPr/{_MAIN}vertAlign")
            if raised is not None and raised.get("val") in ("superscript", "subscript") \
                    and text[-1:].isdigit() and run.strip().isdigit():
                run = f"[{run.strip()}]"
            text += run
    return _clean(text)


def _clean(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return clean_lines(text)


def _read_sheet(package: Package, part: str, sheet: Sheet, book: _Book) -> Sheet:
    from lxml import etree

    data = package.read(part)
    if b"<!DOCTYPE" in data:
        raise Problem(say("read.xml_doctype", part=part), package.file)
    if b"\x00" in data:  # UTF-16 could hide a document type
        raise Problem(say("read.xml_broken", part=part), package.file)
    elements = data.count(b"<") - data.count(b"</")
    if elements > MAX_SHEET_ELEMENTS:
        raise Problem(say("read.sheet_too_large", sheet=sheet.name), package.file)
    reading = _Reading(sheet, book, package.file)
    try:
        for element in _whole(data) if elements < _FEW_ELEMENTS else _one_by_one(data):
            reading.take(element)
    except (etree.XMLSyntaxError, ValueError):
        raise Problem(say("read.xml_broken", part=part), package.file) from None
    return sheet


def _whole(data: bytes) -> Iterator[_Element]:
    """The elements to take in of a sheet whose tree is small: quicker than one by one."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(**_SAFE)).iter(*_TAKEN)


def _one_by_one(data: bytes) -> Iterator[_Element]:
    """The elements to take in of any sheet.

    A sheet with borders down to its last row would make a huge tree.
    """
    from lxml import etree

    for _, element in etree.iterparse(io.BytesIO(data), tag=_TAKEN, **_SAFE):
        yield element
        element.clear()
        while (before := element.getprevious()) is not None:
            element.getparent().remove(before)


class _Reading:
    """A sheet while its elements come in."""

    def __init__(self, sheet: Sheet, book: _Book, file: str) -> None:
        self.sheet, self.book, self.file = sheet, book, file
        self.row = -1
        self.cells = 0

    def take(self, element: _Element) -> None:
        """Take in a row, a merged range or the width of columns."""
        if element.tag.endswith("}row"):
            self._row(element)
        elif element.tag.endswith("}col"):
            if _is_true(element.get("hidden")):
                first, last = _number(element.get("min"), 0), _number(element.get("max"), 0)
                if len(self.sheet.hidden_columns) <= _LAST_COLUMN:
                    self.sheet.hidden_columns.update(range(first - 1, min(last, _LAST_COLUMN)))
        else:
            found = _RANGE.fullmatch(element.get("ref") or "")
            if found and found[3]:
                self.sheet.merged.append((
                    int(found[2]) - 1, self.book.columns[found[1]],
                    int(found[4]) - 1, self.book.columns[found[3]]))

    def _row(self, element: _Element) -> None:
        self.row = min(_number(element.get("r"), self.row + 2) - 1, _LAST_ROW)
        if _is_true(element.get("hidden")):
            self.sheet.hidden_rows.add(self.row)
            return
        here: dict[int, str] = {}
        columns, column = self.book.columns, -1
        for cell in element:
            reference = cell.get("r")
            column = columns[reference.rstrip("0123456789")] if reference else column + 1
            # Most cells hold their value and nothing else.
            value = cell[0] if len(cell) == 1 else None
            if value is None or value.tag[-2:] != "}v":
                here[column] = self._other(cell)
            else:
                here[column] = self._shown(cell, value.text or "")
        written = sum(map(bool, here.values()))
        if written:
            self.sheet.rows[self.row] = here
            self.cells += written
            if self.cells > MAX_SHEET_CELLS:
                raise Problem(say("read.sheet_too_large", sheet=self.sheet.name), self.file)

    def _other(self, cell: _Element) -> str:
        """What a cell with a formula, with its text inside or with nothing shows.

        A formula that was never worked out stands as it is written: that is no blank.
        """
        formula = ""
        for part in cell:
            if part.tag.endswith("}f"):
                formula = f"={part.text or ''}"
            elif part.tag.endswith("}v") and (part.text or not formula):
                return self._shown(cell, part.text or "")
            elif part.tag.endswith("}is"):
                return _rich_text(part)
        return formula

    def _shown(self, cell: _Element, value: str) -> str:
        kind, book = cell.get("t", "n"), self.book
        if kind == "s":
            return book.texts.get(value, "")
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if not value or kind != "n":
            return _clean(value)
        return _shown_figure(value, book.formats.get(cell.get("s", "0"), ""), book.from_1904)


def _shown_figure(value: str, code: str, from_1904: bool) -> str:
    # Most cells: a short whole number in a format that leaves it alone.
    if code in ("", "0", "@", "General") and len(value) < 15 and value.isdecimal():
        return value
    try:
        number = Decimal(value) if len(value) < 16 else exact(float(value))
    except (InvalidOperation, ValueError):
        return _clean(value)
    return shown(number, code, from_1904) if number.is_finite() else _clean(value)


def _is_true(written: str | None) -> bool:
    return written in ("1", "true")


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else otherwise
