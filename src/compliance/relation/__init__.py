"""The relation language: formulas over figures, read once and used in several ways.

``parse`` reads a formula, ``bind`` gives its names their keys; a bound relation
is evaluated exactly or in intervals, explained, linearised and fused.  Each
part is imported when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compliance.relation.binding import Resolve, bind, keys
    from compliance.relation.exact import evaluate
    from compliance.relation.explanation import explain
    from compliance.relation.formula_error import FormulaError
    from compliance.relation.fused import load_fused
    from compliance.relation.fusion import Fused, fuse
    from compliance.relation.interval import evaluate_interval
    from compliance.relation.linear import Linear, linearise
    from compliance.relation.narrowing import narrowed
    from compliance.relation.nodes import Bound, Key, Relation
    from compliance.relation.parsing import parse
    from compliance.relation.quantity import Quantities, Quantity
    from compliance.relation.truth import Truth

__all__ = [
    "Bound",
    "FormulaError",
    "Fused",
    "Key",
    "Linear",
    "Quantities",
    "Quantity",
    "Relation",
    "Resolve",
    "Truth",
    "bind",
    "evaluate",
    "evaluate_interval",
    "explain",
    "fuse",
    "keys",
    "linearise",
    "load_fused",
    "narrowed",
    "parse",
]

_HOMES = {
    "Bound": "nodes", "FormulaError": "formula_error", "Fused": "fusion", "Key": "nodes",
    "Linear": "linear", "Quantities": "quantity", "Quantity": "quantity", "Relation": "nodes",
    "Resolve": "binding", "Truth": "truth", "bind": "binding", "evaluate": "exact",
    "evaluate_interval": "interval", "explain": "explanation", "fuse": "fusion",
    "keys": "binding", "linearise": "linear", "load_fused": "fused", "narrowed": "narrowing",
    "parse": "parsing",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
