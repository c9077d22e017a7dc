"""Open Policy Agent: a Rego policy that collects the failed relations (regorus)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from relations import Relation
from reports import TABLE

from contenders.cel import column_index

NAME = "OPA Rego (opa-eval)"
PACKAGE = "opa-eval"


def prepare(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """The evaluator takes JSON text only, so a parsed report is written out again."""
    judge = prepare_text(relations)
    return lambda report: judge(json.dumps(report, ensure_ascii=False))


def prepare_text(relations: Sequence[Relation]) -> Callable[[str], frozenset[str]]:
    """From JSON text, by the evaluator's own parser."""
    import opa_eval

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "relations.rego"
        path.write_text(policy(relations), encoding="utf-8")
        evaluator = opa_eval.OpaEval(str(path), query="data.report.failed")
    return lambda text: frozenset(evaluator.evaluate_parsed(text))


def policy(relations: Sequence[Relation]) -> str:
    """The relations as a Rego policy."""
    index = column_index(relations)
    lines = ["package report", "import rego.v1", f't := input.tables["{TABLE}"]']
    for relation in relations:
        opposite = {"==": "!=", "<=": ">", ">=": "<"}[relation.sign]
        broken = relation.written(lambda row, column: f't["{row}"][{index[column]}]', opposite)
        lines.append(f'failed contains "{relation.id}" if {broken}')
    return "\n".join(lines) + "\n"
