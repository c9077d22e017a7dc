"""The sheets of an OpenDocument spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.read.limits import MAX_SHEET_CELLS, MAX_SHEETS
from compliance.read.number_format import general, shown_number, yuan_behind
from compliance.read.package import Package
from compliance.read.sheet import Sheet, clean_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _STYLE = (
    f"{{{_OASIS}{name}:1.0}}" for name in ("office", "table", "text", "style"))
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_ROW_GROUPS = frozenset(f"{_TABLE}{name}" for name in (
    "table-row-group", "table-header-rows", "table-rows"))
_COLUMN_GROUPS = frozenset(f"{_TABLE}{name}" for name in (
    "table-column-group", "table-header-columns", "table-columns"))
_NUMBERS = frozenset(("float", "currency", "percentage"))
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


def ods_sheets(package: Package) -> Iterator[Sheet]:
    """The visible sheets of a spreadsheet, in its order.

    Raises:
        Problem: the file is damaged, protected by a password, or larger than
            the limits.
    """
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.read(manifest):
        raise Problem(say("read.encrypted"), package.file)
    root = package.xml("content.xml")
    tables = root.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    if len(tables) > MAX_SHEETS:
        raise Problem(say("read.too_many_sheets", limit=MAX_SHEETS), package.file)
    hidden = _hidden_styles(root)
    for table in tables:
        if table.get(f"{_TABLE}style-name") not in hidden:
            yield _Reading(Sheet(table.get(f"{_TABLE}name") or ""), package.file).read(table)


def _hidden_styles(root: _Element) -> set[str]:
    """Names of the styles of sheets that are not shown."""
    found = set()
    for style in root.findall(f"{_OFFICE}automatic-styles/{_STYLE}style"):
        properties = style.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{_TABLE}display") == "false":
            found.add(style.get(f"{_STYLE}name") or "")
    return found


class _Reading:
    """A sheet while its rows are read."""

    def __init__(self, sheet: Sheet, file: str) -> None:
        self.sheet, self.file = sheet, file
        self.row = 0
        self.cells = 0

    def read(self, table: _Element) -> Sheet:
        """The sheet that a table holds."""
        column = 0
        for element in _members(table, f"{_TABLE}table-column", _COLUMN_GROUPS):
            count = min(_times(element, "columns"), _LAST_COLUMN)
            if _is_hidden(element) and column < _LAST_COLUMN:
                self.sheet.hidden_columns.update(range(column, column + count))
            column += count
        for element in _members(table, f"{_TABLE}table-row", _ROW_GROUPS):
            if self.row < _LAST_ROW:
                self._rows(element)
        return self.sheet

    def _rows(self, element: _Element) -> None:
        """A row, as often as it is repeated."""
        times = _times(element, "rows")
        here, merged = self._cells(element)
        written = sum(1 for text in here.values() if text)
        self.cells += written * times
        if self.cells > MAX_SHEET_CELLS:
            raise Problem(say("read.sheet_too_large", sheet=self.sheet.name), self.file)
        if written:
            for row in range(self.row, self.row + times):
                self.sheet.rows[row] = here
                if _is_hidden(element):
                    self.sheet.hidden_rows.add(row)
        elif _is_hidden(element):
            self.sheet.hidden_rows.update(range(self.row, min(self.row + times, _LAST_ROW)))
        self.sheet.merged += [(self.row, first, self.row + down, last)
                              for first, down, last in merged]
        self.row += times

    def _cells(self, row: _Element) -> tuple[dict[int, str], list[tuple[int, int, int]]]:
        """What the cells of a row show by column; and its merged ranges."""
        here: dict[int, str] = {}
        merged = []
        column = 0
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _times(cell, "columns")
            covered = cell.tag.endswith("covered-table-cell")
            text = "" if covered else _shown(cell)
            down, right = _span(cell, "rows"), _span(cell, "columns")
            if down > 1 or right > 1:
                merged.append((column, down - 1, column + right - 1))
            if text or (times == 1 and not covered):
                here.update(dict.fromkeys(range(column, min(column + times, _LAST_COLUMN)), text))
            column += times
        return here, merged


def _members(parent: _Element, tag: str, groups: frozenset[str]) -> Iterator[_Element]:
    """Rows or columns, those in groups too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            yield from _members(child, tag, groups)


def _is_hidden(element: _Element) -> bool:
    return (element.get(f"{_TABLE}visibility") or "visible") != "visible"


def _times(element: _Element, what: str) -> int:
    return _count(element.get(f"{_TABLE}number-{what}-repeated"))


def _span(element: _Element, what: str) -> int:
    return _count(element.get(f"{_TABLE}number-{what}-spanned"))


def _count(written: str | None) -> int:
    return max(1, int(written)) if written and written.isdecimal() and len(written) < 9 else 1


def _shown(cell: _Element) -> str:
    """What a cell shows: its text as stored, or its value where no text is stored."""
    text = clean_lines("\n".join(_paragraph(p) for p in cell.iterchildren(f"{_TEXT}p")))
    kind = cell.get(f"{_OFFICE}value-type")
    if kind not in _NUMBERS or cell.get(f"{_CALC}value-type") == "error" \
            or any(character.isdigit() for character in text):
        return yuan_behind(text) if kind == "currency" else text or _stored(cell, kind)
    try:
        value = Decimal(cell.get(f"{_OFFICE}value") or "")
    except InvalidOperation:
        return text
    if not value.is_finite():
        return text
    return shown_number(value, "0.00%") if kind == "percentage" else general(value)


def _stored(cell: _Element, kind: str | None) -> str:
    return clean_lines(cell.get(f"{_OFFICE}{kind}-value") or "") if kind else ""


def _paragraph(element: _Element) -> str:
    """The text of a paragraph; blanks and breaks are elements of their own."""
    pieces = [element.text or ""]
    for child in element:
        name = child.tag.rpartition("}")[2]
        if child.tag.startswith(_TEXT):
            if name == "s":
                pieces.append(" " * min(_count(child.get(f"{_TEXT}c")), 100))
            elif name in ("tab", "line-break"):
                pieces.append(" " if name == "tab" else "\n")
            elif name not in ("note", "ruby-text"):
                pieces.append(_paragraph(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
