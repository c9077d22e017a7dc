"""The project's relation language: formulas parsed, bound to cells and fused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from relations import Relation
from reports import APPLICANTS, ROWS, TABLE, TOTAL

NAME = "compliance: fused relations"
PACKAGE = "compliance"


def prepare(
    relations: Sequence[Relation], applicants: Sequence[str] = APPLICANTS
) -> Callable[[dict[str, Any]], frozenset[str]]:
    """Parse every formula, bind it to cell numbers, and fuse them into one function."""
    from compliance.relation import bind, fuse, load_fused, parse

    number = {
        place: count for count, place in enumerate(
            (row, column) for row in ROWS for column in (*applicants, TOTAL))
    }

    def resolve(row: str, column: str | None) -> tuple[int, ...]:
        return (number[row, column or TOTAL],)

    code, fused = fuse([bind(parse(formula(relation)), resolve) for relation in relations])
    if len(fused) != len(relations):
        raise ValueError("relations were left out of the fused function")
    ids = [relation.id for relation in relations]
    judge_cells = load_fused(code)

    def judge(report: dict[str, Any]) -> frozenset[str]:
        table = report["tables"][TABLE]
        cells = list(chain.from_iterable([table[row] for row in ROWS]))
        # As in the engine: the function is for whole numbers, so see that all are.
        if set(map(type, cells)) != {int}:
            raise ValueError("a cell is not a whole number")
        return frozenset([ids[place] for place in judge_cells(cells)])

    return judge


def formula(relation: Relation) -> str:
    """The relation as a rule's author writes it."""
    sign = {"==": "=", "<=": "≤", ">=": "≥"}[relation.sign]
    return relation.written(lambda row, column: f"{row}[{column}]", sign)
