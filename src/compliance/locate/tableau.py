"""Rows over changes of figures, with chosen figures eliminated one by one.

A change of zero is meant wherever nothing else is said.  A row is a tuple of
its coefficients, its right side and the set of its unknowns as bits of an
integer; rows are never altered, so that the branches of a search share them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.locate.unknowns import LinearRow, exact, quotient
from compliance.record import record
from compliance.relation.nodes import Exact

Row = tuple[dict[int, Exact], Exact, int]


@record
class Tableau:
    """What is left of a system after some figures were set free."""

    open: list[Row]
    """Equalities that no chosen figure answers for: they hold where the right side is 0."""
    closed: list[tuple[int, Row]]
    """``change of the figure = right side − Σ coefficient · change`` of chosen figures."""
    bounds: list[Row]
    """``Σ coefficient · change ≤ right side``."""
    pending: tuple[int, ...]
    """Constraints with alternatives of which none was imposed yet."""
    free: int
    """Chosen figures that no equality fixes, as bits."""


def bits(mask: int) -> Iterator[int]:
    """The places of the bits of a mask, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def row_of(linear: LinearRow, values: list[Exact]) -> Row:
    """A row over figures as a row over their changes."""
    right, mask = linear.constant, 0
    for place, factor in linear.coefficients.items():
        right -= factor * values[place]
        mask |= 1 << place
    return linear.coefficients, exact(right), mask


def without(row: Row, place: int, by: Row) -> Row:
    """``row`` with a figure eliminated by a row in which its coefficient is 1."""
    coefficients, right, mask = row
    factor = coefficients[place]
    merged = dict(coefficients)
    for key, value in by[0].items():
        old = merged.get(key)
        if old is None:
            merged[key] = -factor * value
            mask |= 1 << key
            continue
        new = old - factor * value
        if new:
            merged[key] = new
        else:
            del merged[key]
            mask ^= 1 << key
    return merged, right - factor * by[1], mask


def normal(row: Row, place: int) -> Row:
    """The row divided so that the coefficient of a figure is 1."""
    coefficients, right, mask = row
    pivot = coefficients[place]
    if pivot == 1:
        return row
    if pivot == -1:
        return {key: -value for key, value in coefficients.items()}, -right, mask
    return ({key: quotient(value, pivot) for key, value in coefficients.items()},
            quotient(right, pivot), mask)


def pivot(tableau: Tableau, row: Row, place: int) -> Tableau:
    """The tableau in which an open row gives the change of a figure."""
    by = normal(row, place)
    bit = 1 << place
    return Tableau(
        [without(r, place, by) if r[2] & bit else r for r in tableau.open if r is not row],
        [*((v, without(r, place, by) if r[2] & bit else r) for v, r in tableau.closed),
         (place, ({k: c for k, c in by[0].items() if k != place}, by[1], by[2] ^ bit))],
        [without(r, place, by) if r[2] & bit else r for r in tableau.bounds],
        tableau.pending, tableau.free & ~bit,
    )


def reduced(row: Row, closed: Iterable[tuple[int, Row]]) -> Row:
    """A row with every closed figure eliminated."""
    for place, (coefficients, right, mask) in closed:
        if row[2] >> place & 1:
            row = without(row, place, ({**coefficients, place: 1}, right, mask | 1 << place))
    return row


def settled(tableau: Tableau) -> Tableau:
    """The tableau in which no open row holds a free figure: such a row fixes it."""
    while tableau.free:
        row = next((r for r in tableau.open if r[2] & tableau.free), None)
        if row is None:
            break
        masks = [r[2] for r in tableau.open]
        # The figure that stands in the fewest rows fills in least.
        rarest = min(bits(row[2] & tableau.free),
                     key=lambda place: sum(mask >> place & 1 for mask in masks))
        tableau = pivot(tableau, row, rarest)
    return tableau
