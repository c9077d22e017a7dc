"""The relation language: formulas over figures, read once and used in several ways.

``parse`` reads a formula, ``bind`` gives its names their keys; a bound relation
is evaluated exactly or in intervals, explained, linearised and fused.
"""

from compliance.relation.bind import Resolve, bind, keys
from compliance.relation.evaluate import evaluate
from compliance.relation.explain import explain
from compliance.relation.formula_error import FormulaError
from compliance.relation.fuse import Fused, fuse, load_fused
from compliance.relation.interval import evaluate_interval
from compliance.relation.linear import Linear, linearise
from compliance.relation.nodes import Bound, Key, Relation
from compliance.relation.parse import parse
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
    "parse",
]
