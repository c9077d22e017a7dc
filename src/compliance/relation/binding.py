"""Names of a relation resolved to the caller's keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compliance.relation.formula_error import formula_error
from compliance.relation.nodes import (
    And,
    Bound,
    Comparison,
    Condition,
    Extreme,
    Given,
    Implies,
    Key,
    Name,
    Negative,
    Not,
    Number,
    Operand,
    Or,
    Product,
    Quotient,
    Relation,
    Sum,
    Term,
)

Resolve = Callable[[str, str | None], tuple[Key, ...]]


def bind(relation: Relation, resolve: Resolve) -> Bound:
    """Give every name its keys.

    ``resolve(name, column)`` returns the keys of a name: one for a figure,
    several for a group, none when it does not know the name.

    Raises:
        FormulaError: a name is not known, or a group stands where one figure is needed.
    """
    return Bound(_bind_condition(relation.condition, resolve), relation.source)


def keys(bound: Bound) -> tuple[Key, ...]:
    """The keys that a relation looks at, each once, in the order of the formula."""
    return tuple(dict.fromkeys(condition_keys(bound.condition)))


def _bind_condition(condition: Condition, resolve: Resolve) -> Condition:
    match condition:
        case Comparison(sides, signs):
            return Comparison(tuple(_bind_term(side, resolve) for side in sides), signs)
        case And(conditions):
            return And(tuple(_bind_condition(part, resolve) for part in conditions))
        case Or(conditions):
            return Or(tuple(_bind_condition(part, resolve) for part in conditions))
        case Not(negated):
            return Not(_bind_condition(negated, resolve))
        case Implies(premise, conclusion):
            return Implies(
                _bind_condition(premise, resolve), _bind_condition(conclusion, resolve)
            )


def _bind_term(term: Term, resolve: Resolve) -> Term:
    match term:
        case Name():
            return _figures(term, resolve)[0]
        case Negative(of):
            return Negative(_bind_term(of, resolve))
        case Sum(terms):
            return Sum(_bind_terms(terms, resolve))
        case Extreme(largest, terms):
            return Extreme(largest, _bind_terms(terms, resolve))
        case Given(terms):
            return Given(_bind_terms(terms, resolve))
        case Product(left, right):
            return Product(_bind_term(left, resolve), _bind_term(right, resolve))
        case Quotient(left, right):
            return Quotient(_bind_term(left, resolve), _bind_term(right, resolve))
        case Number() | Operand():
            return term


def _bind_terms(terms: tuple[Term, ...], resolve: Resolve) -> tuple[Term, ...]:
    bound: list[Term] = []
    for term in terms:
        bound.extend(
            _figures(term, resolve) if isinstance(term, Name) else (_bind_term(term, resolve),)
        )
    return tuple(bound)


def _figures(name: Name, resolve: Resolve) -> tuple[Operand, ...]:
    found = resolve(name.name, name.column)
    written = name.name if name.column is None else f"{name.name}[{name.column}]"
    if not found:
        joined = any(word in name.name for word in "且或非若则")
        raise formula_error("unknown_joined" if joined else "unknown_name", name.at, name=written)
    if len(found) > 1 and not name.spread:
        raise formula_error("several", name.at, name=written, count=len(found))
    return tuple(Operand(key, name.spread) for key in found)


def condition_keys(condition: Condition) -> Iterator[Key]:
    """The keys of a condition, in order, repeated as it repeats them."""
    match condition:
        case Comparison(sides, _):
            for side in sides:
                yield from term_keys(side)
        case And(conditions) | Or(conditions):
            for part in conditions:
                yield from condition_keys(part)
        case Not(negated):
            yield from condition_keys(negated)
        case Implies(premise, conclusion):
            yield from condition_keys(premise)
            yield from condition_keys(conclusion)


def term_keys(term: Term) -> Iterator[Key]:
    """The keys of a term, in order, repeated as it repeats them."""
    match term:
        case Operand(key):
            yield key
        case Negative(of):
            yield from term_keys(of)
        case Sum(terms) | Extreme(_, terms):
            for part in terms:
                yield from term_keys(part)
        case Given():
            for part in term.counted:
                yield from term_keys(part)
        case Product(left, right) | Quotient(left, right):
            yield from term_keys(left)
            yield from term_keys(right)
        case Number() | Name():
            return
