"""What the language accepts, and how it says no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.errors import Problem
from compliance.relation import FormulaError, bind, keys, parse
from compliance.relation.nodes import And, Comparison, Implies, Name, Not, Or, Sum

from .language import by_name, conditions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a＝b", "a = b"),
        ("a ≤ b", "a <= b"),
        ("a ≦ b", "a ≤ b"),
        ("a≠b", "a != b"),
        ("a == b", "a = b"),
        ("和（a，b）＝１２．５", "和(a, b) = 12.5"),
        ("和(a、b) = c", "和(a,b)=c"),
        ("a【b】= c", "a[b] = c"),
        ("ａ × ２ = b ÷ 4", "a * 2 = b / 4"),
        ("a － b ＋ c ＞ 0", "a - b + c > 0"),
        ("a\n  + b = c", "a + b = c"),
    ],
)
def test_spellings_of_one_formula(one: str, other: str) -> None:
    def resolve(name: str, column: str | None) -> tuple[str, ...]:
        return (f"{name}/{column}",)

    def plain(text: str) -> str:
        return repr(bind(parse(text), resolve).condition).replace("text='12.5'", "")

    assert plain(one) == plain(other)


def test_words_bind_as_in_python() -> None:
    condition = parse("a = b 且 非 c = d 或 e > 0").condition
    assert isinstance(condition, Or)
    assert isinstance(condition.conditions[0], And)
    assert isinstance(condition.conditions[0].conditions[1], Not)


def test_if_takes_the_rest_of_the_formula() -> None:
    condition = parse("若 a > 0 且 b > 0 则 c > 0 或 d > 0").condition
    assert isinstance(condition, Implies)
    assert isinstance(condition.premise, And)
    assert isinstance(condition.conclusion, Or)
    assert isinstance(parse("a=b 且 (若 a > 0 则 b > 0)").condition, And)
    nested = parse("若 a > 0 则 若 b > 0 则 c > 0").condition
    assert isinstance(nested, Implies)
    assert isinstance(nested.conclusion, Implies)


def test_word_within_a_name_is_part_of_the_name() -> None:
    condition = parse("三安全一稳定 = 确认或重新出具").condition
    assert isinstance(condition, Comparison)
    assert [side.name for side in condition.sides if isinstance(side, Name)] == [
        "三安全一稳定", "确认或重新出具",
    ]


def test_python_words_are_ordinary_names() -> None:
    assert keys(by_name("lambda + None = in")) == ("lambda", "None", "in")


def test_names_are_normalised_before_they_are_resolved() -> None:
    assert keys(by_name("ＡＢＣ[ｶﾞ] = x")) == ("ABCガ", "x")


def test_long_chain_is_one_level() -> None:
    condition = parse("+".join(["a"] * 900) + " = b").condition
    assert isinstance(condition, Comparison)
    assert isinstance(condition.sides[0], Sum)
    assert len(condition.sides[0].terms) == 900


def test_group_stands_for_its_members_in_functions_only() -> None:
    assert keys(by_name("和(全) = 最大(x, 全)")) == ("a", "b", "c", "d", "e", "f", "x")
    with pytest.raises(FormulaError, match="stands for 6 figures") as caught:
        by_name("x + 全 = y")
    assert caught.value.column == 5
    with pytest.raises(FormulaError, match="stands for 6"):
        by_name("和(全 × 2) = y")


def test_unknown_name_says_where() -> None:
    with pytest.raises(FormulaError) as caught:
        bind(parse("a + 本年新受[总计] = b"), lambda name, _: (name,) if len(name) == 1 else ())
    assert caught.value.column == 5
    assert "本年新受[总计]" in caught.value.text.zh


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("", 1), ("  ", 1), ("a", 1), ("a =", 3), ("a + = b", 5), ("a = b c", 7), ("(a = b", 1),
        ("(a=b)+1=c", 2), ("a 且 b", 1), ("和 = 1", 1), ("和() = 1", 1), ("求(a) = 1", 1),
        ("a = b[1]", 5), ("a[b][c] = 1", 1), ("a[b:c] = 1", 4), ("a ** b = 1", 4),
        ("a // b = 1", 4), ("a % b = 1", 3), ("a.b = 1", 2), ("a = 'x'", 5), ("a = 1e5", 6),
        ("a = 01x", 7), ("a∈b", 2), ("和(*a) = 1", 3), ("[a] = 1", 1), ("(a, b) = 1", 1),
        ("和(a=b) = 1", 3), ("若 a > 0", 1), ("a 则 b", 3), ("a = b 且 若 a=b 则 c=d", 1),
        ("a(b)(c) = 1", 1), ("1(b) = 1", 1), ("-" * 60 + "a = 1", 50),
    ],
)
def test_bad_formula_says_where(text: str, column: int) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert isinstance(caught.value, Problem)
    assert caught.value.text.zh
    assert caught.value.text.en
    assert caught.value.column == column


@pytest.mark.parametrize(
    "text",
    [
        "a=" + "b" * 2000, "(" * 51 + "a" + ")" * 51 + "= 1", "(" * 1000, "-" * 1999, "非 " * 900,
        "a*" * 900 + "a=1", "和(" * 400, "若 a=1 则 " * 250 + "a=1", "a[" * 600, "非(" * 60 + "a=1",
    ],
)
def test_limits(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)


SIGNS = "([])（），、=≤<>≠+-×÷*/.'#\\\n:_"
WORDS = st.sampled_from([*SIGNS, *"ab和且或非若则1０", "三安全", "最大", "2.5", "if"])


@given(st.text(max_size=60) | st.lists(WORDS, max_size=30).map(" ".join)
       | st.lists(WORDS, max_size=30).map("".join))
def test_only_formula_errors_are_raised(text: str) -> None:
    columns = [1]
    try:
        by_name(text)
    except FormulaError as error:
        columns.append(error.column)
    assert 1 <= columns[-1] <= len(text) + 1


def test_joined_words_are_pointed_out() -> None:
    with pytest.raises(FormulaError, match="need spaces"):
        bind(parse("a=b且c=d"), lambda name, _: (name,) if len(name) == 1 else ())


@given(conditions())
def test_every_formula_of_the_language_is_read(formula: object) -> None:
    by_name(formula.text)  # type: ignore[attr-defined]
