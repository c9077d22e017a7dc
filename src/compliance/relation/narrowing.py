"""A relation without the figures that do not apply."""

from __future__ import annotations

from collections.abc import Callable

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
    Sum,
    Term,
)

Applies = Callable[[Key], bool]


def narrowed(bound: Bound, applies: Applies) -> Bound | None:
    """The relation on the figures that apply; None where nothing of it is left.

    Inside a function a figure that does not apply is left out.  Elsewhere the
    comparison that rests on it is left out, and so is one that rests on a function
    with nothing left in it; ``有数`` counts nothing then.
    """
    condition = _condition(bound.condition, applies)
    return None if condition is None else Bound(condition, bound.source)


def _condition(condition: Condition, applies: Applies) -> Condition | None:
    match condition:
        case Comparison():
            return _comparison(condition, applies)
        case And(conditions) | Or(conditions):
            kept = tuple(found for part in conditions
                         if (found := _condition(part, applies)) is not None)
            joined = And(kept) if isinstance(condition, And) else Or(kept)
            return None if not kept else kept[0] if len(kept) == 1 else joined
        case Not(negated):
            found = _condition(negated, applies)
            return None if found is None else Not(found)
        case Implies(premise, conclusion):
            when, then = _condition(premise, applies), _condition(conclusion, applies)
            return None if when is None or then is None else Implies(when, then)


def _comparison(comparison: Comparison, applies: Applies) -> Condition | None:
    """The comparisons of a chain of which both sides apply, neighbours still in one chain."""
    sides = [_term(side, applies) for side in comparison.sides]
    runs: list[Comparison] = []
    joins = False
    for index, sign in enumerate(comparison.signs):
        left, right = sides[index], sides[index + 1]
        if left is None or right is None:
            joins = False
            continue
        if joins:
            last = runs.pop()
            runs.append(Comparison((*last.sides, right), (*last.signs, sign)))
        else:
            runs.append(Comparison((left, right), (sign,)))
        joins = True
    return None if not runs else runs[0] if len(runs) == 1 else And(tuple(runs))


def _term(term: Term, applies: Applies) -> Term | None:
    match term:
        case Operand(key):
            return term if applies(key) else None
        case Negative(of):
            found = _term(of, applies)
            return None if found is None else Negative(found)
        case Sum(terms):
            kept = _kept(terms, applies, _is_spread)
            return Sum(kept) if kept else None
        case Extreme(largest, terms):
            kept = _kept(terms, applies, _anything)
            return Extreme(largest, kept) if kept else None
        case Given(terms):
            return Given(terms, _kept(terms, applies, _anything))
        case Product(left, right):
            factors = _kept((left, right), applies, _nothing)
            return Product(*factors) if factors else None
        case Quotient(left, right):
            factors = _kept((left, right), applies, _nothing)
            return Quotient(*factors) if factors else None
        case Number() | Name():
            return term


def _kept(
    terms: tuple[Term, ...], applies: Applies, may_go: Callable[[Term], bool]
) -> tuple[Term, ...] | None:
    """The terms that apply; None where one does not that may not go either."""
    kept: list[Term] = []
    for term in terms:
        found = _term(term, applies)
        if found is not None:
            kept.append(found)
        elif not may_go(term):
            return None
    return tuple(kept)


def _is_spread(term: Term) -> bool:
    """Whether a term of a sum stands directly inside 和(…), which a chain of + does not."""
    return isinstance(term, Operand) and term.spread


def _anything(_: Term) -> bool:
    return True


def _nothing(_: Term) -> bool:
    return False
