"""The search for the cheapest sets: against brute force, against a solver, and by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.locate import milp
from compliance.locate.minimal import can_hold, minimal_sets
from compliance.locate.unknowns import LinearRow, System, Unknown, satisfied

# What a figure of the small systems below can be at most, so that brute force sees all.
_REACH = 16


def row(coefficients: dict[int, int], op: str = "=", constant: int = 0) -> list[LinearRow]:
    return [LinearRow(dict(coefficients), op, constant)]  # type: ignore[arg-type]


def adds_up(*parts: int, total: int) -> list[list[LinearRow]]:
    return [row({**dict.fromkeys(parts, 1), total: -1})]


def sets(system: System) -> set[tuple[int, ...]]:
    return {solution.places for solution in minimal_sets(system).solutions}


def figures(*values: int | None) -> list[Unknown]:
    return [Unknown(value, 0 if value is None else 2) for value in values]


def test_the_cell_in_both_failed_sums_is_the_only_one() -> None:
    # 1 + 2 = 3, 4 + 9 = 9 (should be 13), 1 + 4 = 5, 2 + 9 = 7 (should be 11), 5 + 7 = 12: 9 is 5.
    values = [1, 2, 3, 4, 9, 9, 5, 7, 12]
    rows = [adds_up(0, 1, total=2), adds_up(3, 4, total=5), adds_up(6, 7, total=8),
            adds_up(0, 3, total=6), adds_up(1, 4, total=7), adds_up(2, 5, total=8)]
    answer = minimal_sets(System(figures(*values), rows))
    assert [solution.places for solution in answer.solutions] == [(4,)]
    assert answer.solutions[0].readings == [{4: (5, 5)}]
    assert answer.complete


def test_one_failed_sum_leaves_every_figure_that_can_be_changed() -> None:
    # 3 + 4 = 9: 3 may be 5, 4 may be 6, 9 may be 7.
    assert sets(System(figures(3, 4, 9), [adds_up(0, 1, total=2)])) == {(0,), (1,), (2,)}
    # 3 + 40 = 9: 3 cannot be -31, 40 may be 6.
    assert sets(System(figures(3, 40, 9), [adds_up(0, 1, total=2)])) == {(1,), (2,)}


def test_two_figures_where_none_alone_can_fall_so_far() -> None:
    # 3 + 4 = 0 with the total beyond doubt (it stands in two more sums that hold).
    rows = [adds_up(0, 1, total=2), adds_up(2, total=3), adds_up(2, total=4)]
    assert sets(System(figures(3, 4, 0, 0, 0), rows)) == {(0, 1)}


def test_a_blank_costs_nothing_yet_cannot_be_negative() -> None:
    blank = System(figures(3, None, 9), [adds_up(0, 1, total=2)])
    assert sets(blank) == {()}
    too_much = System(figures(30, None, 9), [adds_up(0, 1, total=2)])
    assert sets(too_much) == {(0,), (2,)}
    assert minimal_sets(too_much).solutions[0].readings == [{0: (0, 9)}]


def test_an_inequality_gives_an_interval() -> None:
    answer = minimal_sets(System(figures(40, 31), [[row({0: 1, 1: -1}, "<=")]]))
    spans = [solution.readings[0] for solution in answer.solutions]
    assert spans == [{0: (0, 31)}, {1: (40, None)}]


def test_alternatives_are_all_tried() -> None:
    either = [row({0: 1, 1: -1}), row({0: 1, 2: -1})]
    answer = minimal_sets(System(figures(7, 4, 9), [either, [row({1: 1}, "=", 4)],
                                                    [row({2: 1}, "=", 9)]]))
    assert [solution.places for solution in answer.solutions] == [(0,)]
    assert answer.solutions[0].readings == [{0: (4, 4)}, {0: (9, 9)}]


def test_a_cheaper_figure_is_preferred() -> None:
    unknowns = [Unknown(3, 2), Unknown(4, 1), Unknown(9, 2)]
    assert sets(System(unknowns, [adds_up(0, 1, total=2)])) == {(1,)}


def test_a_figure_that_cannot_be_is_wrong_by_itself() -> None:
    assert sets(System([Unknown(-3, 2), Unknown(5, 2)], [])) == {(0,)}
    half = System([Unknown(Fraction(7, 2), 2)], [])
    assert sets(half) == {(0,)}
    assert sets(System([Unknown(-3, 2, None)], [])) == {()}


def test_whole_numbers_only() -> None:
    # 2x = 7 has no whole solution: the other figure is wrong.
    assert sets(System(figures(3, 7), [[row({0: 2, 1: -1})]])) == {(1,)}


def test_nothing_to_do_and_nothing_that_helps() -> None:
    assert sets(System(figures(3, 4, 7), [adds_up(0, 1, total=2)])) == {()}
    impossible = minimal_sets(System(figures(3), [[row({}, "=", 1)]]))
    assert impossible.solutions == []
    assert impossible.complete


def test_more_sets_than_asked_for_are_said_to_be_more() -> None:
    system = System(figures(*[5] * 11, 54), [adds_up(*range(11), total=11)])
    answer = minimal_sets(system, most=3)
    assert len(answer.solutions) == 3
    assert not answer.complete


def test_giving_up_is_said() -> None:
    rows = [adds_up(number, number + 1, total=20 + number) for number in range(18)]
    answer = minimal_sets(System(figures(*[1] * 40), rows), nodes=50)
    assert answer.solutions == []
    assert not answer.complete


def test_can_hold_frees_only_what_is_given() -> None:
    system = System(figures(3, 4, 9), [adds_up(0, 1, total=2)])
    assert can_hold(system, {0}) is True
    assert can_hold(system) is False


@st.composite
def small_systems(draw: st.DrawFn) -> System:
    """Sums and bounds over at most six small figures, now and then with two ways to hold."""
    size = draw(st.integers(3, 6))
    unknowns = [Unknown(value, 0 if value is None else draw(st.sampled_from([2, 2, 2, 1, 3])))
                for value in draw(st.lists(
                    st.one_of(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5),
                              st.just(None)), min_size=size, max_size=size))]
    one = st.tuples(st.lists(st.integers(0, size - 1), min_size=1, max_size=3, unique=True),
                    st.integers(0, size - 1), st.sampled_from(["=", "=", "<="]))
    ways = st.lists(st.lists(one, min_size=1, max_size=2), min_size=1, max_size=2)
    constraints = [
        [[_sum(parts, total, op) for parts, total, op in rows] for rows in each]
        for each in draw(st.lists(ways, min_size=1, max_size=3))]
    # No figure is larger than this, so that brute force looks at all there is.
    cap = [[[LinearRow({place: 1}, "<=", _REACH)]] for place in range(size)]
    return System(unknowns, [*constraints, *cap])


def _sum(parts: list[int], total: int, op: str) -> LinearRow:
    coefficients: dict[int, int | Fraction] = dict.fromkeys(parts, 1)
    coefficients[total] = coefficients.get(total, 0) - 1
    kept = {place: factor for place, factor in coefficients.items() if factor}
    return LinearRow(kept, "=" if op == "=" else "<=", 0)


def feasible(system: System, free: set[int]) -> bool:
    """Whether values from 0 to the cap exist for the free figures, found by trying them."""
    blank = {place for place, u in enumerate(system.unknowns) if u.value is None}
    ranges = [range(_REACH + 1) if place in free | blank else [unknown.value]
              for place, unknown in enumerate(system.unknowns)]
    return any(all(satisfied(ways, values) for ways in system.constraints)
               for values in product(*ranges))


@settings(max_examples=120, deadline=None)
@given(small_systems())
def test_the_same_as_brute_force(system: System) -> None:
    priced = [place for place, unknown in enumerate(system.unknowns) if unknown.weight]
    blanks = len(system.unknowns) - len(priced)
    answer = minimal_sets(system, most=500, nodes=100_000)
    by_weight: dict[int, set[tuple[int, ...]]] = {}
    for size in range(max(0, 4 - blanks)):
        for places in combinations(priced, size):
            weight = sum(system.unknowns[place].weight for place in places)
            cheap = not answer.solutions or weight <= answer.weight
            if cheap and feasible(system, set(places)):
                by_weight.setdefault(weight, set()).add(places)
    if not by_weight:
        small = [s for s in answer.solutions if len(s.places) < max(0, 4 - blanks)]
        assert small == []
        return
    least = min(by_weight)
    assert answer.weight == least
    assert by_weight[least] <= sets(system)
    for solution in answer.solutions:
        if len(solution.places) < max(0, 4 - blanks):
            assert solution.places in by_weight[least]


@pytest.mark.skipif(not milp.available(), reason="the solver highspy is not installed")
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=4),
       st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60)), max_size=3))
def test_the_solver_finds_no_cheaper_set(cells: list[list[int]],
                                         errors: list[tuple[int, int]]) -> None:
    """Tables with sums of rows and columns, and a few cells altered."""
    table = [[*values, sum(values)] for values in cells]
    table.append([sum(column) for column in zip(*table, strict=True)])
    flat = [value for values in table for value in values]
    for at, by in errors:
        flat[at % len(flat)] += by
    width, height = 4, len(table)
    rows = [adds_up(*(r * width + c for c in range(3)), total=r * width + 3)
            for r in range(height)]
    rows += [adds_up(*(r * width + c for r in range(height - 1)), total=(height - 1) * width + c)
             for c in range(width)]
    system = System(figures(*flat), rows)
    answer = minimal_sets(system)
    chosen = milp.cheapest_set(system)
    assert chosen is not None
    assert can_hold(system, chosen)
    assert 2 * len(chosen) == answer.weight
    assert chosen in sets(system)
    if chosen and len(answer.solutions) == 1:
        other = milp.cheapest_set(system, [chosen])
        assert other is None or len(other) > len(chosen)
