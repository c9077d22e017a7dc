"""pandera on pandas frames: one row a report, one column a cell, one check a relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from relations import Relation
from reports import COLUMNS, TABLE

NAME = "pandera (pandas)"
PACKAGE = "pandera"


def prepare(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """A frame of one row for each report."""
    judge = prepare_batch(relations)
    return lambda report: judge([report])[0]


def prepare_batch(
    relations: Sequence[Relation],
) -> Callable[[Sequence[dict[str, Any]]], list[frozenset[str]]]:
    """A frame of all reports: what pandera is made for."""
    import pandas
    import pandera.pandas as pandera

    schema = pandera.DataFrameSchema(
        checks=[_check(pandera, relation) for relation in relations])

    def judge(reports: Sequence[dict[str, Any]]) -> list[frozenset[str]]:
        frame = pandas.DataFrame([_cells(report) for report in reports])
        failed: list[set[str]] = [set() for _ in reports]
        try:
            schema.validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            cases = errors.failure_cases
            for check, report in set(zip(cases["check"], cases["index"], strict=True)):
                failed[int(report)].add(check)
        return [frozenset(ids) for ids in failed]

    return judge


def _cells(report: dict[str, Any]) -> dict[tuple[str, str], int]:
    return {
        f"{row}[{column}]": value
        for row, values in report["tables"][TABLE].items()
        for column, value in zip(COLUMNS, values, strict=True)
    }


def _check(pandera: Any, relation: Relation) -> Any:
    left, right = (
        [f"{row}[{column}]" for row, column in side] for side in (relation.left, relation.right))

    def holds(frame: Any) -> Any:
        return relation.compare(frame[left].sum(axis=1), frame[right].sum(axis=1))

    return pandera.Check(holds, name=relation.id, error=relation.id)
