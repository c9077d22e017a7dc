"""The sixty relations that every contender judges, as data.

===== ======================================================= ==
T3-01 本年新收 + 上年结转 = 办理结果总计 + 结转下年度, by column       7
T3-02 the 21 results add up to 办理结果总计, by column              7
T3-03 the six applicants add up to 总计, by row                   25
T3-04 结转下年度 ≥ 0, by column                                   7
T3-05 予以公开 + 部分公开 ≤ 办理结果总计, by column                   7
T3-06 结转下年度 ≤ 本年新收 + 上年结转, by column                     7
===== ======================================================= ==
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reports import (
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    GRANTED,
    GRANTED_IN_PART,
    RECEIVED,
    RESULT_TOTAL,
    RESULTS,
    ROWS,
    TOTAL,
)

Place = tuple[str, str]
"""Row and column of a cell."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The sum of the cells on the left compared with the sum on the right.

    A side without cells is zero.
    """

    id: str
    left: tuple[Place, ...]
    sign: Literal["==", "<=", ">="]
    right: tuple[Place, ...]

    @property
    def compare(self) -> Callable[[Any, Any], Any]:
        """The comparison as a function of two numbers."""
        return {"==": operator.eq, "<=": operator.le, ">=": operator.ge}[self.sign]

    def written(self, cell: Callable[[str, str], str], sign: str | None = None) -> str:
        """The relation in a notation whose cells are written by ``cell(row, column)``."""
        left, right = (
            " + ".join(cell(*place) for place in side) or "0" for side in (self.left, self.right)
        )
        return f"{left} {sign or self.sign} {right}"


def standard_relations(applicants: Sequence[str] = APPLICANTS) -> list[Relation]:
    """The relations for a table with these columns; sixty for the form's own six."""
    found: list[Relation] = []

    def by_column(number: str, left: Sequence[str], sign: str, right: Sequence[str]) -> None:
        for column in (*applicants, TOTAL):
            found.append(Relation(
                f"{number}-{column}", tuple((row, column) for row in left),
                sign, tuple((row, column) for row in right)))  # type: ignore[arg-type]

    by_column("T3-01", (RECEIVED, CARRIED_IN), "==", (RESULT_TOTAL, CARRIED_OUT))
    by_column("T3-02", RESULTS, "==", (RESULT_TOTAL,))
    found += row_totals(applicants)
    by_column("T3-04", (CARRIED_OUT,), ">=", ())
    by_column("T3-05", (GRANTED, GRANTED_IN_PART), "<=", (RESULT_TOTAL,))
    by_column("T3-06", (CARRIED_OUT,), "<=", (RECEIVED, CARRIED_IN))
    return found


def row_totals(applicants: Sequence[str] = APPLICANTS) -> list[Relation]:
    """T3-03 alone: 25 relations, however many columns the table has."""
    return [
        Relation(f"T3-03-{row}", tuple((row, column) for column in applicants),
                 "==", ((row, TOTAL),))
        for row in ROWS
    ]


def repeated(relations: Sequence[Relation], times: int) -> list[Relation]:
    """The relations ``times`` over, each under an id of its own."""
    return [
        Relation(f"{relation.id}-{number}", relation.left, relation.sign, relation.right)
        for number in range(times) for relation in relations
    ]
