"""GoRules ZEN: a decision graph whose expression node judges every relation."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from relations import Relation
from reports import TABLE

from contenders.cel import column_index

NAME = "ZEN (zen-engine)"
PACKAGE = "zen-engine"


def prepare(relations: Sequence[Relation]) -> Callable[[Any], frozenset[str]]:
    """The decision takes a parsed report or its JSON text."""
    import zen

    decision = zen.ZenEngine().create_decision(json.dumps(graph(relations)))
    names = [relation.id for relation in relations]

    def judge(report: Any) -> frozenset[str]:
        held = decision.evaluate(report)["result"]
        return frozenset(name for place, name in enumerate(names) if not held[f"r{place}"])

    return judge


prepare_text = prepare


def prepare_tuned(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """All relations as one compiled expression, without a decision model."""
    import zen

    index = column_index(relations)
    expression = zen.compile_expression("[" + ", ".join(
        relation.written(lambda row, column: f't["{row}"][{index[column]}]')
        for relation in relations) + "]")
    ids = [relation.id for relation in relations]

    def judge(report: dict[str, Any]) -> frozenset[str]:
        held = expression.evaluate({"t": report["tables"][TABLE]})
        return frozenset(id for id, holds in zip(ids, held, strict=True) if not holds)

    return judge


def graph(relations: Sequence[Relation]) -> dict[str, Any]:
    """The relations as a JSON decision model."""
    index = column_index(relations)
    expressions = [
        {"id": f"r{place}", "key": f"r{place}", "value": relation.written(
            lambda row, column: f'tables["{TABLE}"]["{row}"][{index[column]}]')}
        for place, relation in enumerate(relations)
    ]
    return {
        "nodes": [
            {"id": "in", "name": "report", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "judge", "name": "relations", "type": "expressionNode",
             "position": {"x": 1, "y": 0}, "content": {"expressions": expressions}},
            {"id": "out", "name": "verdicts", "type": "outputNode", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "first", "type": "edge", "sourceId": "in", "targetId": "judge"},
            {"id": "second", "type": "edge", "sourceId": "judge", "targetId": "out"},
        ],
    }
