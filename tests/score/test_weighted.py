"""The default model: what one rule is worth does not depend on how much else was read."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from compliance.model.pack import Category, Rule, Severity
from compliance.model.profile import DEFAULT_POINTS, Profile
from compliance.model.text import Text
from compliance.score.tally import Tally
from compliance.score.weighted import score

_WORDS = Text("要求", "requirement")


def rule(number: int, category: Category, severity: Severity = "error", weight: int = 0) -> Rule:
    return Rule(id=f"X-{number:02}", title=_WORDS, says="", basis=[], severity=severity,
                category=category, mend=_WORDS, weight=weight)


def rules(category: Category, count: int, **counts: int) -> list[Tally]:
    return [Tally(rule(100 * list(DEFAULT_POINTS).index(category) + n, category), **counts)
            for n in range(count)]


def total(tallies: list[Tally]) -> Decimal:
    found = score(tallies, Profile()).total
    assert found is not None
    return found


def test_all_points_stand_when_nothing_fails() -> None:
    assert total(rules("arithmetic", 3, passed=1) + rules("language", 1, passed=2)) == 100


def test_the_points_of_a_category_are_shared_by_weight() -> None:
    faulty = Tally(rule(1, "arithmetic", weight=30), failed=2)
    sound = Tally(rule(2, "arithmetic", weight=10), passed=1)
    template = rules("template", 2, passed=1)
    # 20 of 35 points are for arithmetic, and three quarters of them for the faulty rule.
    assert total([faulty, sound, *template]) == Decimal("57.14")


def test_one_rule_is_not_its_whole_category() -> None:
    around = rules("arithmetic", 4, passed=1) + rules("template", 4, passed=1)
    alone = total([*around, *rules("agreement", 1, failed=1)])
    beside = total([*around, *rules("agreement", 1, failed=1),
                    *(Tally(rule(900 + n, "agreement"), passed=1) for n in range(1))])
    # Out of 20 the single rule has half of the ten points of the category: 5 of 40 in play.
    assert (alone, beside) == (Decimal("87.50"), Decimal("88.88"))


def test_what_could_not_be_assessed_makes_no_failure_dearer() -> None:
    around = rules("template", 4, passed=1)
    all_read = [*rules("arithmetic", 1, failed=1),
                *(Tally(rule(900 + n, "arithmetic"), passed=1) for n in range(9))]
    hardly_read = [*rules("arithmetic", 1, failed=1),
                   *(Tally(rule(900 + n, "arithmetic"), unknown=1) for n in range(9))]
    # 2 of 35 points, and 2 of the 17 that are left in play.
    assert total(all_read + around) == Decimal("94.28")
    assert total(hardly_read + around) == Decimal("88.23")


def test_a_rule_that_does_not_apply_has_no_share() -> None:
    some = rules("arithmetic", 2, failed=1) + rules("template", 2, passed=1)
    idle = [Tally(rule(900 + n, "arithmetic")) for n in range(5)]
    assert total(some + idle) == total(some)


def test_nothing_assessed_is_no_score() -> None:
    found = score(rules("arithmetic", 2, unknown=1), Profile())
    assert found.total is None
    assert all(category.earned is None for category in found.categories)


@given(st.lists(st.tuples(
    st.sampled_from(sorted(DEFAULT_POINTS)), st.sampled_from(["error", "warning", "info"]),
    st.sampled_from(["passed", "failed", "waived", "unknown", "none"])), max_size=30))
def test_mending_never_lowers_the_total(entries: list[tuple[Category, Severity, str]]) -> None:
    def made(mended: int | None) -> list[Tally]:
        return [Tally(rule(n, category, severity),
                      **({} if kind == "none" else
                         {"passed" if n == mended and kind == "failed" else kind: 1}))
                for n, (category, severity, kind) in enumerate(entries)]

    before = score(made(None), Profile())
    if before.total is None:
        return
    assert 0 <= before.total <= 100
    for number, (_, _, kind) in enumerate(entries):
        after = score(made(number), Profile()).total
        assert after is not None
        assert after >= before.total
        if kind == "failed":
            lost = [line.lost for line in before.receipt if line.rule.id == f"X-{number:02}"]
            assert abs(after - before.total - sum(lost)) <= Decimal("0.02")
