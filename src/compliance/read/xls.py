"""The sheets of an XLS workbook."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.read.date_format import shown
from compliance.read.limits import MAX_SHEET_CELLS, MAX_SHEETS, MAX_XLS_BYTES
from compliance.read.number_format import BUILT_IN, exact
from compliance.read.sheet import Sheet, clean_lines
from compliance.read.source import RawFile

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet as Source

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(1, 6)


def xls_sheets(raw: RawFile) -> Iterator[Sheet]:
    """The visible sheets of a workbook, in its order.

    Raises:
        Problem: the workbook is damaged, protected by a password, or larger
            than the limits.
    """
    if len(raw.data) > MAX_XLS_BYTES:
        raise Problem(say("read.xls_too_large", limit=MAX_XLS_BYTES // 1024 // 1024), raw.file)
    with open(os.devnull, "w") as nowhere:
        book = _opened(raw, nowhere)
        if book.nsheets > MAX_SHEETS:
            raise Problem(say("read.too_many_sheets", limit=MAX_SHEETS), raw.file)
        for number in range(book.nsheets):
            source = _loaded(book, number, raw.file)
            if source.visibility == 0:
                yield _read_sheet(source, book, raw.file)
            book.unload_sheet(number)


def _opened(raw: RawFile, log: Any) -> Book:
    import xlrd

    try:
        return xlrd.open_workbook(file_contents=raw.data, formatting_info=True, on_demand=True,
                                  ragged_rows=True, logfile=log)
    except Exception as error:  # a damaged workbook raises errors of many kinds
        key = "encrypted" if "encrypted" in str(error) else "workbook_damaged"
        raise Problem(say(f"read.{key}"), raw.file) from None


def _loaded(book: Book, number: int, file: str) -> Source:
    try:
        return book.sheet_by_index(number)
    except Exception:  # as above
        raise Problem(say("read.workbook_damaged"), file) from None


def _read_sheet(source: Source, book: Book, file: str) -> Sheet:
    sheet = Sheet(source.name)
    sheet.hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {column for column, info in source.colinfo_map.items() if info.hidden}
    sheet.merged = [(top, left, bottom - 1, right - 1)
                    for top, bottom, left, right in source.merged_cells]
    formats = _Formats(book)
    count = 0
    for row in range(source.nrows):
        kinds = source.row_types(row)
        here = {column: _shown(source, row, column, kind, formats)
                for column, kind in enumerate(kinds) if kind}
        written = sum(1 for text in here.values() if text)
        count += written
        if count > MAX_SHEET_CELLS:
            raise Problem(say("read.sheet_too_large", sheet=sheet.name), file)
        if written:
            sheet.rows[row] = here
    return sheet


class _Formats:
    """The format codes of a workbook by the index of a cell's style."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.from_1904 = book.datemode == 1
        self.code = lru_cache(maxsize=None)(self._code)

    def _code(self, style: int) -> str:
        key = self.book.xf_list[style].format_key
        own = self.book.format_map.get(key)
        return BUILT_IN.get(key) or (own.format_str if own else "") or ""


def _shown(source: Source, row: int, column: int, kind: int, formats: _Formats) -> str:
    value: Any = source.cell_value(row, column)
    if kind == _TEXT:
        runs = source.rich_text_runlist_map.get((row, column))
        return clean_lines(_apart(value, runs, formats.book) if runs else value)
    if kind in (_NUMBER, _DATE):
        code = formats.code(source.cell_xf_index(row, column))
        return shown(exact(value), code, formats.from_1904)
    if kind == _BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == _ERROR:
        from xlrd import error_text_from_code

        return str(error_text_from_code.get(value, "#N/A"))
    return ""


def _apart(text: str, runs: list[tuple[int, int]], book: Book) -> str:
    """A text with raised figures behind a figure kept apart: a note 1 to 35 is not 351."""
    ends = [start for start, _ in runs[1:]] + [len(text)]
    made = text[:runs[0][0]]
    for (start, font), end in zip(runs, ends, strict=True):
        run = text[start:end]
        if run.strip().isdigit() and made[-1:].isdigit() and book.font_list[font].escapement:
            run = f"[{run.strip()}]"
        made += run
    return made
