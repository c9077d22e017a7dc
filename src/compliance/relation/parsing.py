"""A formula read into typed nodes.

Python's parser is used for its grammar only; nothing is ever evaluated.
"""

from __future__ import annotations

import ast
from fractions import Fraction

from compliance.relation.formula_error import FormulaError, formula_error
from compliance.relation.nodes import (
    And,
    Comparison,
    Condition,
    Extreme,
    Given,
    Implies,
    Name,
    Negative,
    Not,
    Number,
    Or,
    Product,
    Quotient,
    Relation,
    Sign,
    Sum,
    Term,
)
from compliance.relation.tokens import MAX_DEPTH, PREMISE, Tokens, tokenise

FUNCTIONS = {"和": "sum", "最大": "max", "最小": "min", "有数": "given",
             "sum": "sum", "max": "max", "min": "min", "given": "given"}
"""Functions by the names that they may be written by."""

_OPENS = {")": "(", "]": "["}
_COMPARE: dict[type[ast.cmpop], Sign] = {
    ast.Eq: "=", ast.NotEq: "≠", ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥",
}


def parse(source: str) -> Relation:
    """Read a formula: ``本年新收 + 上年结转 = 办理结果总计 + 结转下年度``.

    Raises:
        FormulaError: it is not a formula of the language, or exceeds its limits.
    """
    tokens = tokenise(source)
    try:
        tree = ast.parse(tokens.python.strip(), mode="eval")
    except SyntaxError as error:
        raise _broken(tokens, (error.offset or len(tokens.python)) - 1) from None
    except (ValueError, MemoryError, RecursionError):
        raise formula_error("too_deep", 1, limit=MAX_DEPTH) from None
    return Relation(_Reader(tokens).condition(tree.body, 1), source)


def _broken(tokens: Tokens, offset: int) -> FormulaError:
    opened: list[int] = []
    for start, column in zip(tokens.starts, tokens.columns, strict=True):
        sign = tokens.python[start]
        if sign in "([":
            opened.append(start)
        elif sign in ")]" and (not opened or tokens.python[opened.pop()] != _OPENS[sign]):
            return formula_error("bracket_extra", column, near=tokens.source[column - 1])
    if opened:
        column = tokens.column(opened[-1])
        return formula_error("bracket_open", column, near=tokens.source[column - 1])
    column = tokens.column(offset)
    return formula_error("syntax", column, near=tokens.source[column - 1 : column + 9])


class _Reader:
    """Turns the syntax tree of one formula into nodes."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def fail(self, name: str, node: ast.expr, /, **values: object) -> FormulaError:
        return formula_error(name, self.at(node), **values)

    def at(self, node: ast.expr) -> int:
        return self.tokens.column(node.col_offset)

    def check_depth(self, node: ast.expr, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.fail("too_deep", node, limit=MAX_DEPTH)

    def condition(self, node: ast.expr, depth: int) -> Condition:
        self.check_depth(node, depth)
        match node:
            case ast.Compare(left, ops, comparators):
                sides = tuple(self.term(side, depth + 1) for side in (left, *comparators))
                signs = tuple(self.sign(node, op) for op in ops)
                return Comparison(sides, signs)
            case ast.BoolOp(op, values):
                parts = tuple(self.condition(value, depth + 1) for value in values)
                return And(parts) if isinstance(op, ast.And) else Or(parts)
            case ast.UnaryOp(ast.Not(), operand):
                return Not(self.condition(operand, depth + 1))
            case ast.IfExp(premise, body, conclusion):
                if not (isinstance(body, ast.Name) and body.id == PREMISE):
                    raise self.fail("condition_place", node)
                return Implies(
                    self.condition(premise, depth + 1), self.condition(conclusion, depth + 1)
                )
        raise self.fail("comparison_expected", node)

    def sign(self, node: ast.expr, op: ast.cmpop) -> Sign:
        if type(op) not in _COMPARE:
            raise self.fail("comparison_expected", node)
        return _COMPARE[type(op)]

    def term(self, node: ast.expr, depth: int) -> Term:
        self.check_depth(node, depth)
        match node:
            case ast.Name() | ast.Subscript():
                return self.figure(node, spread=False)
            case ast.BinOp(_, ast.Add() | ast.Sub(), _):
                return self.chain(node, depth)
            case ast.BinOp(left, ast.Mult(), right):
                return Product(self.term(left, depth + 1), self.term(right, depth + 1))
            case ast.BinOp(left, ast.Div(), right):
                return Quotient(self.term(left, depth + 1), self.term(right, depth + 1))
            case ast.UnaryOp(ast.USub(), operand):
                return Negative(self.term(operand, depth + 1))
            case ast.UnaryOp(ast.UAdd(), operand):
                return self.term(operand, depth + 1)
            case ast.Call():
                return self.function(node, depth)
        raise self.fail("number_expected", node)

    def chain(self, node: ast.expr, depth: int) -> Sum:
        """A chain of + and −, however long, is one level."""
        backwards: list[Term] = []
        while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            right = self.term(node.right, depth + 1)
            backwards.append(Negative(right) if isinstance(node.op, ast.Sub) else right)
            node = node.left
        backwards.append(self.term(node, depth + 1))
        return _flat_sum(backwards[::-1])

    def function(self, node: ast.Call, depth: int) -> Term:
        name = self.tokens.names.get(node.func.id, "") if isinstance(node.func, ast.Name) else "?"
        if name not in FUNCTIONS:
            raise self.fail("function", node, name=name)
        if not node.args or node.keywords:
            raise self.fail("arguments", node, name=name)
        terms = [
            self.figure(argument, spread=True)
            if isinstance(argument, ast.Name | ast.Subscript)
            else self.term(argument, depth + 1)
            for argument in node.args
        ]
        match FUNCTIONS[name]:
            case "sum":
                return _flat_sum(terms)
            case "given":
                return Given(tuple(terms))
            case which:
                return Extreme(which == "max", tuple(terms))

    def figure(self, node: ast.Name | ast.Subscript, spread: bool) -> Number | Name:
        if isinstance(node, ast.Subscript):
            row, column = self.word(node.value), self.word(node.slice)
            if row is None or column is None:
                raise self.fail("subscript", node)
            return Name(row, column, spread, self.at(node))
        written = self.tokens.numbers.get(node.id)
        if written is not None:
            value = Fraction(written)
            return Number(value.numerator if value.denominator == 1 else value, written)
        name = self.word(node)
        if name is None:
            raise self.fail("condition_place", node)
        if name in FUNCTIONS:
            raise self.fail("reserved", node, name=name)
        return Name(name, None, spread, self.at(node))

    def word(self, node: ast.expr) -> str | None:
        return self.tokens.names.get(node.id) if isinstance(node, ast.Name) else None


def _flat_sum(terms: list[Term]) -> Sum:
    flat: list[Term] = []
    for term in terms:
        flat.extend(term.terms if isinstance(term, Sum) else (term,))
    return Sum(tuple(flat))
