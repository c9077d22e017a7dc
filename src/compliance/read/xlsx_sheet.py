"""One sheet of an XLSX workbook, taken in from left to right without a tree of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from xml.parsers import expat

from compliance.errors import Problem
from compliance.messages import say
from compliance.pattern import lazy_pattern
from compliance.read.date_format import shown
from compliance.read.limits import MAX_SHEET_CELLS
from compliance.read.number_format import exact
from compliance.read.sheet import Sheet, clean_lines
from compliance.record import field, record

_RANGE = lazy_pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
RAISED = ("superscript", "subscript")
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


class Columns(dict[str, int]):
    """Column numbers by letters."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters[:3]:
            number = 26 * number + ord(letter) - 64
        self[letters] = number = number - 1
        return number


@record
class Book:
    """What all sheets of a workbook share."""

    texts: dict[str, str] = field(default_factory=dict)
    """Shared texts by their numbers, as written."""
    formats: dict[str, str] = field(default_factory=dict)
    """Format codes by the numbers of the cell styles, as written."""
    from_1904: bool = False
    columns: Columns = field(default_factory=Columns)


def take_in(data: bytes, sheet: Sheet, book: Book, file: str) -> None:
    """Fill ``sheet`` from the XML of its part.

    Raises:
        Problem: it has more than ``MAX_SHEET_CELLS`` written cells.
        ExpatError: the part is no well-formed XML in UTF-8.
    """
    # What it declares as its encoding does not count: that could hide how much there is of it.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    reading = _Reading(sheet, book, file)

    def first(name: str, _: Mapping[str, str]) -> None:
        """The sheet itself: its own elements have the prefix that it has, mostly none."""
        prefix = name[:name.find(":") + 1]
        parser.StartElementHandler = reading.begin if not prefix else (
            lambda name, given: reading.begin(name.removeprefix(prefix), given))
        parser.EndElementHandler = reading.end if not prefix else (
            lambda name: reading.end(name.removeprefix(prefix)))

    parser.StartElementHandler = first
    parser.CharacterDataHandler = reading.words.append
    parser.Parse(data, True)


class _Reading:
    """A sheet while its elements come in."""

    def __init__(self, sheet: Sheet, book: Book, file: str) -> None:
        self.sheet, self.book, self.file = sheet, book, file
        self.row, self.column, self.cells = -1, -1, 0
        self.here: dict[int, str] | None = None
        """What the cells of the open row show; ``None`` outside rows and in hidden ones."""
        self.words: list[str] = []
        """Characters of the element that is open."""
        self._begin_cell("n", "0")

    def _begin_cell(self, kind: str, style: str) -> None:
        self.kind, self.style = kind, style
        self.value: str | None = None
        self.formula = ""
        self.text: str | None = None
        """Its own text; ``None`` when it has none inside."""
        self.raised = self.sounds = False

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "c":
            reference = given.get("r")
            self.column = (self.book.columns[reference.rstrip("0123456789")] if reference
                           else self.column + 1)
            self._begin_cell(given.get("t", "n"), given.get("s", "0"))
        elif name in ("v", "t", "f"):
            self.words.clear()
        elif name == "row":
            self._begin_row(given)
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))
        elif name == "col":
            self._hide(given)
        elif name == "vertAlign":
            self.raised = given.get("val") in RAISED
        elif name == "rPh":  # how it sounds, not how it is written
            self.sounds = True

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "v":
            self.value = "".join(self.words)
        elif name == "c":
            if self.here is not None:
                self.here[self.column] = self._shown()
        elif name == "row":
            self._end_row()
        elif name == "f":
            self.formula = f"={''.join(self.words)}"
        elif name == "t":
            self._add("".join(self.words))
        elif name == "r":
            self.raised = False
        elif name == "rPh":
            self.sounds = False

    def _begin_row(self, given: Mapping[str, str]) -> None:
        self.row = min(_number(given.get("r"), self.row + 2) - 1, _LAST_ROW)
        self.column = -1
        if _is_true(given.get("hidden")):
            self.sheet.hidden_rows.add(self.row)
            self.here = None
        else:
            self.here = {}

    def _end_row(self) -> None:
        here, self.here = self.here, None
        written = sum(map(bool, here.values())) if here else 0
        if here and written:
            self.sheet.rows[self.row] = here
            self.cells += written
            if self.cells > MAX_SHEET_CELLS:
                raise Problem(say("read.sheet_too_large", sheet=self.sheet.name), self.file)

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found and found[3]:
            self.sheet.merged.append((
                int(found[2]) - 1, self.book.columns[found[1]],
                int(found[4]) - 1, self.book.columns[found[3]]))

    def _hide(self, given: Mapping[str, str]) -> None:
        if _is_true(given.get("hidden")) and len(self.sheet.hidden_columns) <= _LAST_COLUMN:
            first, last = _number(given.get("min"), 0), _number(given.get("max"), 0)
            self.sheet.hidden_columns.update(range(first - 1, min(last, _LAST_COLUMN)))

    def _add(self, words: str) -> None:
        """Add a run to the cell's own text."""
        if not self.sounds:
            self.text = with_run(self.text or "", words, self.raised)

    def _shown(self) -> str:
        """What the cell shows.

        A formula that was never worked out stands as it is written: that is no blank.
        """
        value, kind, book = self.value, self.kind, self.book
        if value is None or (self.formula and not value):
            return clean(self.text) if self.text is not None else self.formula
        if kind == "s":
            return book.texts.get(value, "")
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if not value or kind != "n":
            return clean(value)
        return _shown_figure(value, book.formats.get(self.style, ""), book.from_1904)


def with_run(text: str, run: str, raised: bool) -> str:
    """A text and a further run of it; raised figures behind a figure are kept apart."""
    if raised and text[-1:].isdigit() and run.strip().isdigit():
        run = f"[{run.strip()}]"
    return text + run


def clean(text: str) -> str:
    """A text of a cell with its escaped characters written out, and without idle blanks."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return clean_lines(text)


def _shown_figure(value: str, code: str, from_1904: bool) -> str:
    # Most cells: a short whole number in a format that leaves it alone.
    if code in ("", "0", "@", "General") and len(value) < 15 and value.isdecimal():
        return value
    try:
        number = Decimal(value) if len(value) < 16 else exact(float(value))
    except (InvalidOperation, ValueError):
        return clean(value)
    return shown(number, code, from_1904) if number.is_finite() else clean(value)


def _is_true(written: str | None) -> bool:
    return written in ("1", "true")


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else otherwise
