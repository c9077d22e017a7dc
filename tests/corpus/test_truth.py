"""What is counted as right, doubted, missed and wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from compliance.model.report import (
    CellNote,
    CellState,
    CellValue,
    Report,
    Section,
    Statement,
)
from compliance.plugin.cache import installed

from .figures import leaves
from .truth import Measure, Tally, Truth, Value, measure, measure_nothing, truth_of_file

FILES = sorted((Path(__file__).parents[2] / "benchmarks" / "truth").glob("*.yaml"))


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.right, tally.doubted, tally.missed, tally.wrong


def cells(printed: list[Value], read: list[CellValue], **notes: str) -> tuple[int, int, int, int]:
    report = Report(tables={"申请": {"本年新收": read}})
    for index, doubt in notes.items():
        report.notes["申请", "本年新收", int(index[1:])] = CellNote(doubt=doubt)
    return counts(measure(Truth({"申请": {"本年新收": printed}}), report).cells)


def test_equal_values_are_right() -> None:
    assert cells([12, Decimal("1.50"), None, "/"],
                 [12, Decimal("1.5"), None, CellState.NOT_APPLICABLE]) == (4, 0, 0, 0)


def test_another_value_is_wrong_unless_it_is_doubted() -> None:
    assert cells([12, 0, None], [21, None, 0]) == (0, 0, 0, 3)
    assert cells([12, 0], [21, CellState.UNREADABLE], _0="two readings") == (0, 2, 0, 0)


def test_a_cell_that_is_not_there() -> None:
    assert cells([1, 2], [1]) == (1, 0, 1, 0)
    assert cells([1], [1, 2]) == (1, 0, 0, 1)


def test_what_nobody_can_tell_must_not_be_told() -> None:
    assert cells(["?", "?"], [CellState.UNREADABLE, None]) == (0, 0, 0, 0)
    assert cells(["?"], [5]) == (0, 0, 0, 1)


def test_sections_and_statements() -> None:
    truth = Truth(sections=[("概述",), ("申请情况", ""), ("其他事项",)],
                  statements={"文中新收申请": 3, "文中上年结转": 1}, implied={"文中答复申请": 4})
    report = Report(
        sections=[Section("一、概述", id="概述"), Section("二、收到", id="")],
        statements=[Statement("文中新收申请", Decimal(3)), Statement("文中答复申请", Decimal(5)),
                    Statement("文中规章", Decimal(1))])
    found = measure(truth, report)
    assert counts(found.sections) == (2, 0, 1, 0)
    assert counts(found.statements) == (1, 0, 1, 2)


def test_a_file_that_was_not_read_is_missed_as_a_whole() -> None:
    found = measure_nothing(Truth({"申请": {"本年新收": [1, "?"]}}, [("概述",)]), "refused")
    total = Measure()
    total += found
    assert counts(total.cells) == (0, 0, 1, 0)
    assert counts(total.sections) == (0, 0, 1, 0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_truth_files_speak_of_their_form(path: Path) -> None:
    entry, truth = truth_of_file(path)
    if "refused" in entry:
        return
    form = installed().forms[entry["form"]]
    widths = {}
    for table in form.tables:
        for block in table.blocks:
            for row in leaves(block.rows):
                widths[table.id, row.id] = len(row.columns or block.columns)
            # A group may be printed as one row, as the form of 2019 has it.
            for group in (inner for row in block.rows for inner in row.rows if inner.rows):
                widths[table.id, group.id] = len(block.columns)
    for name, rows in truth.tables.items():
        for id, values in rows.items():
            assert len(values) == widths[name, id], id
    known = {section.id for section in form.sections} | {""}
    assert {id for ids in truth.sections for id in ids} <= known
    assert {*truth.statements, *truth.implied} <= {pattern.id for pattern in form.statements}
