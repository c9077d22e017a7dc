"""Noise that breaks the rows and columns of a table."""

from __future__ import annotations

import re
from random import Random

from .noise import LISTS, NESTED, noise, tables_of
from .paper import Box, Paper, Sheet, Words
from .truth import Truth

_ROWS = NESTED | LISTS | {"主动公开"}
_ADDED = ("9.当事人自行撤回", "4.移送其他单位", "10.电话告知", "其中：镇街代办")


def data_rows(sheet: Sheet) -> list[int]:
    """The printed rows that are one label with its values."""
    return [at for at, row in enumerate(sheet.rows)
            if at >= sheet.head and any(box.role == "value" and box.text for box in row)
            and row[0].role == "label" and len([b for b in row if b.role == "label"]) == 1]


def row_of(row: list[Box]) -> str:
    """Id of the form row that a printed row is."""
    return next(box.row for box in row if box.role == "value")


def _stretch(sheet: Sheet, at: int, by: int) -> None:
    """Make the boxes that reach over a row taller, or lower, for a row more or less."""
    for top, _, box in list(sheet.placed()):
        if top < at < top + box.rows:
            box.rows += by


@noise("lost header", NESTED | LISTS | {"主动公开"})
def _lost_header(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, _ROWS):
        sheet.rows = [row for at, row in enumerate(sheet.rows)
                      if at >= sheet.head and row[0].role != "head"]
        sheet.head = 0


@noise("extra cell before the values", NESTED)
def _extra_cell(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, NESTED):
        for at in chance.sample(data_rows(sheet), 2):
            row = sheet.rows[at]
            first = next(i for i, box in enumerate(row) if box.role == "value")
            row.insert(first, Box("", role="note", row=row[first].row))


@noise("lost cell", NESTED)
def _lost_cell(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, NESTED):
        for at in chance.sample(data_rows(sheet), 2):
            row = sheet.rows[at]
            places = [i for i, box in enumerate(row) if box.role == "value"]
            values = truth.tables[sheet.table][row[0].row]
            # Which of the cells is gone, nobody can tell: the total moves up with the others.
            truth.tables[sheet.table][row[0].row] = ["?"] * len(values)
            del row[chance.choice(places[:-1])]


@noise("header shifted", NESTED)
def _header_shifted(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, NESTED):
        sheet.rows[0][0].columns -= 1


@noise("serial numbers", LISTS)
def _serial_numbers(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, LISTS):
        for at, row in enumerate(sheet.rows):
            row.insert(0, Box(str(at) if at else "序号", role="note" if at else "head"))


@noise("label in two cells", LISTS)
def _label_in_two_cells(paper: Paper, truth: Truth, chance: Random) -> None:
    """The numbering has a column of its own."""
    for sheet in tables_of(paper, LISTS):
        for row in sheet.rows:
            label = row[0]
            found = re.match(r"(?:其中：)?(?:\d\.|（.）|.、)", label.text)
            if not found or label.role == "head":
                label.columns = 2
                continue
            row.insert(0, Box(found[0], role="label", row=label.row))
            label.text = label.text[found.end():]


@noise("label in two rows", _ROWS)
def _label_in_two_rows(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, _ROWS):
        long = [at for at in data_rows(sheet) if len(sheet.rows[at][0].text) >= 9]
        if not long:
            continue
        at = chance.choice(long)
        row = sheet.rows[at]
        label = row[0]
        cut = chance.randint(5, len(label.text) - 3)
        rest = [Box(label.text[cut:], columns=label.columns, role="label")]
        rest += [Box("", columns=box.columns, role="note") for box in row[1:]]
        label.text = label.text[:cut]
        sheet.rows.insert(at + 1, rest)
        _stretch(sheet, at + 1, 1)
        # A group that ends with this row reaches over the rest of its label.
        for top, _, box in list(sheet.placed()):
            if box.rows > 1 and top + box.rows == at + 1:
                box.rows += 1


@noise("missing row", _ROWS)
def _missing_row(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, _ROWS):
        at = chance.choice(data_rows(sheet))
        del truth.tables[sheet.table][row_of(sheet.rows[at])]
        _stretch(sheet, at, -1)
        del sheet.rows[at]


@noise("added row", _ROWS)
def _added_row(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, _ROWS):
        at = chance.choice(data_rows(sheet))
        row = sheet.rows[at]
        words = chance.choice(_ADDED)
        sheet.rows.insert(at + 1, [
            Box(words if box.role == "label" else str(chance.randint(0, 9)),
                columns=box.columns, role=box.role) for box in row])
        if sheet.table in LISTS:
            sheet.rows[at + 1][1] = Box("件", role="note")
        _stretch(sheet, at + 1, 1)
        for top, _, box in list(sheet.placed()):
            if box.rows > 1 and top + box.rows == at + 1:
                box.rows += 1


@noise("groups repeated", NESTED)
def _groups_repeated(paper: Paper, truth: Truth, chance: Random) -> None:
    _split_groups(paper, keep=True)


@noise("groups blank below", NESTED, needs_grid=True)
def _groups_blank(paper: Paper, truth: Truth, chance: Random) -> None:
    _split_groups(paper, keep=False)


def _split_groups(paper: Paper, keep: bool) -> None:
    """Undo the row spans of groups: their words in every row, or in the first alone."""
    for sheet in tables_of(paper, NESTED):
        placed = list(sheet.placed())
        groups = [(top, column, box) for top, column, box in placed
                  if box.role == "label" and box.rows > 1]
        # The outer groups first, so that they come before the inner ones in a row.
        for top, _, box in sorted(groups, key=lambda group: -group[1]):
            for at in range(top + 1, top + box.rows):
                sheet.rows[at].insert(0, Box(box.text if keep else "", columns=box.columns,
                                             role="label", row=box.row))
            box.rows = 1


@noise("table over two pages", NESTED | LISTS)
def _two_pages(paper: Paper, truth: Truth, chance: Random) -> None:
    """The table is cut in two; the head is repeated or not, groups go on without words."""
    for sheet in tables_of(paper, NESTED | LISTS):
        at = chance.choice(data_rows(sheet)[2:])
        below: list[list[Box]] = [list(row) for row in sheet.rows[at:]]
        for top, _, box in reversed(list(sheet.placed())):
            if top < at < top + box.rows:
                below[0].insert(0, Box("", top + box.rows - at, box.columns, box.role, box.row))
                box.rows = at - top
        head = sheet.rows[:sheet.head] if chance.random() < 0.5 else []
        head = [[Box(b.text, b.rows, b.columns, b.role) for b in row] for row in head]
        place = paper.blocks.index(sheet)
        rest = Sheet(sheet.table, head + below, len(head))
        del sheet.rows[at:]
        between = [Words("— 3 —")] if chance.random() < 0.5 else []
        paper.blocks[place + 1:place + 1] = [*between, rest]


@noise("header repeated inside", NESTED | LISTS)
def _header_inside(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in tables_of(paper, LISTS):
        at = chance.choice(data_rows(sheet))
        sheet.rows[at:at] = [[Box(b.text, b.rows, b.columns, b.role) for b in row]
                             for row in sheet.rows[:sheet.head]]
    for sheet in tables_of(paper, NESTED):
        # Between 上年结转 and 本年度办理结果, where no group is open.
        at = sheet.head + 2
        sheet.rows[at:at] = [[Box(b.text, b.rows, b.columns, b.role) for b in row]
                             for row in sheet.rows[:sheet.head]]
