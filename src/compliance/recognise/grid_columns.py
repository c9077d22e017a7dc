"""Which grid column the headers of a printed table give each column of a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.model.form import Column
from compliance.pattern import lazy_pattern
from compliance.recognise.form_rows import FormRow, column_names
from compliance.recognise.labels import normal
from compliance.recognise.stream import PrintedRow, is_value
from compliance.record import field, record

_Header = tuple[int, dict[str, int]]
"""Number of a printed row of headers, and the grid column of each header in it."""


THIS_YEAR = ("本年", "本年度", "本年数", "本期", "本期数", "当年")
"""What a table with a column for the year before prints above the figures of the report."""
OTHER_YEAR = lazy_pattern(r"(?:19|20)\d{2}年|上年|上一年|上期|去年|同比|增减|增长|比上年|较上年")


@record
class GridColumns:
    """The headers of the grids of a document, each looked for once."""

    printed: Sequence[PrintedRow]
    year: int | None
    money: dict[str, str] = field(default_factory=dict)
    """Units of money by the columns of the form above which they are printed."""
    _headers: dict[tuple[int, tuple[str, ...]], list[_Header]] = field(default_factory=dict)
    _found: dict[tuple[int, tuple[str, ...], int], dict[str, int]] = field(default_factory=dict)
    _words: dict[int, list[int]] = field(default_factory=dict)
    _reaching: dict[int, list[tuple[int, int, int, int]]] = field(default_factory=dict)

    def above(self, at: int, row: FormRow) -> Mapping[str, int]:
        """For each column of a row, the grid column that the headers above ``at`` give it.

        The nearest header counts.  Columns whose header cannot be read are left out.
        """
        grid = self.printed[at].grid
        if grid < 0:
            return {}
        key = grid, row.column_ids
        headers = self._headers.get(key)
        if headers is None:
            headers = self._headers[key] = self._rows_of_headers(at, row.columns)
        over = [header for header in headers if header[0] < at]
        found = self._found.get((*key, len(over)))
        if found is None:
            found = self._found[*key, len(over)] = {}
            for _, here in reversed(over):
                for column, position in here.items():
                    if position not in found.values():
                        found.setdefault(column, position)
        return found

    def _rows_of_headers(self, at: int, columns: Sequence[Column]) -> list[_Header]:
        named: dict[str, list[str]] = {}
        if len(columns) == 1:
            named = {name: [columns[0].id] for name in (
                f"{self.year}年", f"{self.year}年度", *THIS_YEAR)}
        for column in columns:
            for name in column_names(column, self.year):
                named.setdefault(name, []).append(column.id)
        found: list[_Header] = []
        for row in self._rows_of_words(at):
            here: dict[str, int] = {}
            for cell in self.printed[row].every:
                # A header over several columns is the header of a group of columns.
                if cell.column_span != 1 or not cell.text:
                    continue
                fitting = named.get(normal(cell.text), ())
                wanted = next((column for column in fitting if column not in here), None)
                if wanted is not None:
                    here[wanted] = cell.column
            if len(here) >= min(2, len(columns)):
                found.append((row, here))
        return found

    def of_other_year(self, at: int, position: int) -> bool:
        """Whether what stands above a column says that its figures are of another year."""
        return any(
            row < at and OTHER_YEAR.match(text) and not text.startswith(f"{self.year}年")
            for row in self._rows_of_words(at) for cell in self.printed[row].every
            if cell.column <= position < cell.column + cell.column_span
            for text in (normal(cell.text),))

    def _rows_of_words(self, at: int) -> list[int]:
        """The rows of a grid that hold no values but the year."""
        grid = self.printed[at].grid
        if grid not in self._words:
            year = str(self.year)
            self._words[grid] = [
                row for row in self._rows_of_grid(at) if not any(
                    is_value(c.text) and normal(c.text) != year for c in self.printed[row].every)]
        return self._words[grid]

    def _rows_of_grid(self, at: int) -> range:
        grid = self.printed[at].grid
        first, end = at, at + 1
        while first and self.printed[first - 1].grid == grid:
            first -= 1
        while end < len(self.printed) and self.printed[end].grid == grid:
            end += 1
        return range(first, end)

    def reached_down(self, at: int, position: int) -> bool:
        """Whether a cell that begins above a printed row reaches down over it in a column."""
        rows = self._rows_of_grid(at)
        grid = self.printed[at].grid
        if grid not in self._reaching:
            self._reaching[grid] = [
                (row, row + cell.row_span, cell.column, cell.column + cell.column_span)
                for row in rows for cell in self.printed[row].every if cell.row_span > 1]
        return any(top < at < end and left <= position < right
                   for top, end, left, right in self._reaching[grid])
