"""表四 printed down the page instead of across it."""

from __future__ import annotations

from typing import Any

import pytest
from documents_by_hand import forms, grid, shown

from compliance.model.document import Document, Grid, Line
from compliance.model.location import Location
from compliance.model.report import Report, Source
from compliance.recognise import recognise

COLUMNS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
TRUE = {"行政复议": [6, 1, 2, 1, 10], "直接起诉": [4, 0, 1, 0, 5], "复议后起诉": [2, 0, 0, 1, 3]}


def read(rows: list[Any]) -> Report:
    title = Line("某县教育局2023年政府信息公开工作年度报告", Location(line=1))
    blocks: list[Line | Grid] = [title, grid(rows, 5)]
    return recognise(Document(Source("x"), blocks), forms())


def beside() -> list[Any]:
    return [["项目", "行政复议", "未经复议直接起诉", "复议后起诉"], *(
        [column, *(str(TRUE[row][place]) for row in TRUE)] for place, column in enumerate(COLUMNS))]


def below(*, repeated: bool = False) -> list[Any]:
    rows: list[Any] = []
    for row, label in zip(TRUE, ("行政复议", "未经复议直接起诉", "复议后起诉"), strict=True):
        for place, column in enumerate(COLUMNS):
            first = [(label, 1 if repeated else 5, 1)] if repeated or not place else []
            rows.append([*first, column, str(TRUE[row][place])])
    return rows


def one_row_each() -> list[Any]:
    values = [list(map(str, TRUE[row])) for row in TRUE]
    return [[("类别", 1, 2), *COLUMNS], [("行政复议", 1, 2), *values[0]],
            [("行政诉讼", 2, 1), "未经复议直接起诉", *values[1]], ["复议后起诉", *values[2]]]


@pytest.mark.parametrize("rows", [beside(), below(), below(repeated=True), one_row_each()],
                         ids=["columns as rows", "one below the other", "labels repeated",
                              "a row for each"])
def test_each_way_is_read(rows: list[Any]) -> None:
    report = read(rows)
    for row, values in TRUE.items():
        assert shown(report, "复议诉讼", row) == values


def test_what_cannot_be_told_apart_is_unreadable_and_not_missing() -> None:
    rows = beside()
    rows[0] = ["项目", "甲", "乙", "丙"]
    report = read(rows)
    assert shown(report, "复议诉讼", "行政复议") == ["?"] * 5
    assert report.notes["复议诉讼", "行政复议", 0].doubt
