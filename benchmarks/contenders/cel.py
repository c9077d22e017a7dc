"""Common Expression Language: Google's C++ runtime, one compiled expression a relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from relations import Relation
from reports import COLUMNS, ROWS, TABLE, TOTAL

NAME = "CEL (cel-expr-python)"
PACKAGE = "cel-expr-python"


def prepare(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """Compile once; bind the table once a report and evaluate every expression on it."""
    from cel_expr_python import cel

    rows = cel.Type.Map(cel.Type.STRING, cel.Type.List(cel.Type.INT))
    environment = cel.NewEnv(variables={"t": rows})
    index = column_index(relations)
    compiled = [
        (relation.id, environment.compile(
            relation.written(lambda row, column: f't["{row}"][{index[column]}]')))
        for relation in relations
    ]

    def judge(report: dict[str, Any]) -> frozenset[str]:
        bound = environment.Activation({"t": report["tables"][TABLE]})
        return frozenset(
            id for id, expression in compiled if not expression.eval(bound).value())

    return judge


def prepare_tuned(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """All relations as one expression on a flat list: faster, though no one would read it."""
    from cel_expr_python import cel

    number = {
        place: count
        for count, place in enumerate((row, column) for row in ROWS for column in COLUMNS)
    }
    environment = cel.NewEnv(variables={"t": cel.Type.List(cel.Type.INT)})
    expression = environment.compile("[" + ", ".join(
        relation.written(lambda row, column: f"t[{number[row, column]}]")
        for relation in relations) + "]")
    ids = [relation.id for relation in relations]

    def judge(report: dict[str, Any]) -> frozenset[str]:
        table = report["tables"][TABLE]
        cells = [value for row in ROWS for value in table[row]]
        # Elements come as CEL values: their own truth is not that of the value inside.
        held = expression.eval(data={"t": cells}).value()
        return frozenset(
            id for id, holds in zip(ids, held, strict=True) if not holds.value())

    return judge


def column_index(relations: Sequence[Relation]) -> dict[str, int]:
    """Place of each column in a row: in order of mention, the total last."""
    named = dict.fromkeys(
        column for relation in relations
        for _, column in (*relation.left, *relation.right) if column != TOTAL)
    return {column: place for place, column in enumerate((*named, TOTAL))}
