"""Fused relations agree with evaluation, can be stored, and are fast."""

import marshal
import timeit
from types import CodeType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.relation import Bound, Truth, bind, evaluate, fuse, load_fused, parse

from .language import LETTERS, Formula, conditions, figures, values


def by_position(text: str, size: int = len(LETTERS)) -> Bound:
    """Letters are positions; ``x3`` is position 3; 全 is every position."""

    def resolve(name: str, _: str | None) -> tuple[int, ...]:
        if name == "全":
            return tuple(range(size))
        return (LETTERS.index(name),) if name in LETTERS else (int(name[1:]),)

    return bind(parse(text), resolve)


@given(st.lists(conditions(), max_size=5), values())
def test_fused_agrees_with_evaluation(formulas: list[Formula], numbers: dict[str, int]) -> None:
    bounds = [by_position(formula.text) for formula in formulas]
    code, indexes = fuse(bounds)
    vector = list(numbers.values())
    quantity = figures(dict(enumerate(vector)))  # type: ignore[arg-type]
    failing = [i for i in indexes if evaluate(bounds[i], quantity) is Truth.FALSE]
    assert load_fused(code)(vector) == failing


def test_what_is_fused() -> None:
    texts = ["a = b", "a ÷ b = c", "若 a = 0 则 b = 0", "a × 0.5 ÷ 3 = b", "a × b = c",
             "a × b = 0.5", "最大(全) ≤ 9", "最大(a) > -3"]
    code, indexes = fuse([by_position(text) for text in texts])
    assert indexes == (0, 2, 3, 4, 6, 7)
    assert load_fused(code)([6, 1, 6, 0, 0, 0]) == [0]
    assert load_fused(code)([0, 1, 6, 0, 0, 10]) == [0, 2, 3, 4, 6]


def test_nothing_to_fuse() -> None:
    assert load_fused(fuse([]).code)([1, 2]) == []


def test_code_can_be_stored_and_takes_longer_lists() -> None:
    code = marshal.loads(marshal.dumps(fuse([by_position("和(a, b) = c")]).code))
    assert isinstance(code, CodeType)
    assert load_fused(code)([1, 2, 3, 99, 99]) == []


def test_very_long_sum() -> None:
    bound = by_position("和(全, 全, 全) - x0 = x1", size=5000)
    assert load_fused(fuse([bound]).code)([1] * 5000) == [0]
    assert load_fused(fuse([bound]).code)([0] * 5000) == []


def test_keys_must_be_positions() -> None:
    with pytest.raises(TypeError):
        fuse([bind(parse("a = b"), lambda name, _: (name,))])


def test_speed() -> None:
    """60 relations over 175 cells: 5 µs where it was written, 20 µs is the promise."""
    rows, columns = 25, 7
    texts = []
    for c in range(columns):
        x = [f"x{r * columns + c}" for r in range(rows)]
        texts.append(f"{x[0]} + {x[1]} = {x[23]} + {x[24]}")
        texts.append(f"和({', '.join(x[2:23])}) = {x[23]}")
    for r in range(rows):
        y = [f"x{r * columns + c}" for c in range(columns)]
        texts.append(f"和({', '.join(y[:6])}) = {y[6]}")
        texts.append(f"{y[0]} ≤ {y[6]}")
    bounds = [by_position(text) for text in texts[:60]]
    code, indexes = fuse(bounds)
    assert len(indexes) == 60
    fused, vector = load_fused(code), [0] * (rows * columns)
    best = min(timeit.repeat(lambda: fused(vector), number=1000, repeat=10)) / 1000
    assert best < 20e-6, f"{best * 1e6:.1f} µs"
