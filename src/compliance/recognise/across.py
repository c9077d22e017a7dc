"""Tables whose rows are printed side by side as groups of columns (表四)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from compliance.messages import say
from compliance.model.form import Table
from compliance.model.report import Report, RowMatch
from compliance.pattern import lazy_pattern
from compliance.recognise.cells import by_count, put_cells, put_unreadable
from compliance.recognise.form_rows import FormRow, column_names, form_rows
from compliance.recognise.labels import nearest, normal, plain, simplified
from compliance.recognise.stream import PrintedRow

_HEADING = lazy_pattern(
    r"[#*\s]*(?:[一二三四五六七八九十]{1,3}\s*[、.]|第[一二三四五六七八九十]{1,3}(?:部分|章))|#")
REACH = 45
"""How many printed rows above its values a header may begin."""
SHORT = 8
"""Characters of the longest words that are no misprint of a heading."""


def read_across(
    report: Report, table: Table, printed: list[PrintedRow], headings: Collection[str]
) -> set[int]:
    """Read ``table`` into ``report``; the printed rows that belong to it.

    The values stand in one row, or in one row for each group.  ``headings`` are the normal
    forms of the headings of sections: a table begins below them.
    """
    rows = [row for row in form_rows(table) if row.row.has_cells]
    if not rows:
        return set()
    used: set[int] = set()
    width = len(rows[0].columns)
    columns: dict[str, set[str]] = {}
    for column in rows[0].columns:
        for name in column_names(column, report.year):
            columns.setdefault(name, set()).add(column.id)
    for at, line in enumerate(printed):
        # Blank cells beside words are what a header over several columns leaves.
        if not line.cells or line.prose or (
                line.labels and not line.has_values and len(line.cells) != width):
            continue
        head = _head(printed, at, headings)
        if _goes_on(report, table, rows, printed, at, used):
            used |= _put(report, table, rows, printed, [at], at)
        elif head and _legible(rows, columns, printed, head, at):
            used |= _put(report, table, rows, printed, head, at)
        if len(report.tables.get(table.id, {})) == len(rows):
            break
    if not used and any(normal(line.label) in columns for line in printed if line.has_values):
        from compliance.recognise.turned import read_turned

        return read_turned(report, table, printed)
    return used


def _goes_on(
    report: Report, table: Table, rows: list[FormRow], printed: list[PrintedRow], at: int,
    used: Collection[int],
) -> bool:
    """Whether a labelled row is the next below one that was read, under the same head."""
    return bool(at - 1 in used and table.id in report.tables and printed[at].labels
                and printed[at].grid == printed[at - 1].grid
                and by_count(printed[at], len(rows[0].columns)) is not None
                and len(_named(rows, printed, [at])) == 1)


def _head(printed: list[PrintedRow], at: int, headings: Collection[str]) -> list[int]:
    """The rows without values just above ``at``, and ``at`` itself when it is labelled."""
    head = [at] if printed[at].labels else []
    for above in range(at - 1, max(-1, at - REACH), -1):
        row = printed[above]
        if row.has_values or row.prose or (row.grid < 0 and _is_heading(row.label, headings)):
            break
        head.insert(0, above)
    return head


def _is_heading(text: str, headings: Collection[str]) -> bool:
    words = normal(text)
    return bool(_HEADING.match(simplified(text))) or words in headings or (
        len(words) > SHORT and bool(nearest(words, headings)))


def _words(printed: list[PrintedRow], head: list[int]) -> list[str]:
    return [normal(label) for index in head for label in _labels(printed[index])]


def _labels(row: PrintedRow) -> list[str]:
    return [cell.text for cell in row.every] if row.every else row.labels


def _legible(
    rows: list[FormRow], columns: Mapping[str, Collection[str]], printed: list[PrintedRow],
    head: list[int], at: int,
) -> bool:
    """Whether the words above the values are the head of this table.

    ``columns`` are its columns by their names.
    """
    words = _words(printed, head)
    width = len(rows[0].columns)
    named = {column for word in words for column in columns.get(word, ())}
    if len(named) >= max(2, width - 1):
        return True
    full = len(rows) * width
    if by_count(printed[at], full) is None:
        return False
    joined = "".join(words)
    groups = sum(any(name in joined for name in row.names) for row in rows)
    return groups >= min(2, len(rows))


def _put(
    report: Report, table: Table, rows: list[FormRow], printed: list[PrintedRow],
    head: list[int], at: int,
) -> set[int]:
    line, width = printed[at], len(rows[0].columns)
    filled = report.tables.get(table.id, {})
    used = {*head, at}
    cells = by_count(line, width * len(rows))
    if cells is not None and not filled:
        for index, row in enumerate(rows):
            put_cells(report, (table.id, row.row.id), cells[index * width:(index + 1) * width])
            _record(report, table, row)
        return used
    named = _named(rows, printed, head)
    if len(named) == 1:
        row = named[0]
        if row.row.id in filled:
            return set()
        cells = by_count(line, width)
        if cells is not None:
            put_cells(report, (table.id, row.row.id), cells)
            _record(report, table, row, _label(row, printed, head))
            return used
    if filled or len(line.cells) < 2 or not named:
        return set()
    doubt = say("recognise.wrong_count", printed=len(line.cells),
                expected=width * len(named)).zh
    shown = " ".join(cell.text for cell in line.cells).strip()
    for row in named:
        put_unreadable(report, (table.id, row.row.id), width, doubt, shown, line.location)
    return used


def _record(report: Report, table: Table, row: FormRow, label: str = "") -> None:
    report.matches.setdefault(table.id, {})[row.row.id] = RowMatch(label, "order")


def _label(row: FormRow, printed: list[PrintedRow], head: list[int]) -> str:
    """The words of the head that name a row."""
    return next((label for index in head for label in _labels(printed[index])
                 if any(name in plain(label) for name in row.names)), "")


def _named(rows: list[FormRow], printed: list[PrintedRow], head: list[int]) -> list[FormRow]:
    """The rows whose labels stand in the head, each label counted for its longest match."""
    found: list[FormRow] = []
    for index in head:
        for label in _labels(printed[index]):
            fitting = [
                (len(name), row) for row in rows for name in row.names
                if normal(label) == name or (name in plain(label) and len(label) <= 30)
            ]
            if fitting:
                row = max(fitting, key=lambda pair: pair[0])[1]
                if row not in found:
                    found.append(row)
    return found
