"""Statements that are made more than once: the result and the correction speak of the same."""

from __future__ import annotations

from compliance.api import audit
from compliance.evaluate.spoken import lists_meant, spoken_together
from compliance.model.pack import ForEach
from compliance.model.report import Breakdown, Report, Source, Statement


def said(*pairs: tuple[str, int]) -> list[Statement]:
    return [Statement(name, value) for name, value in pairs]


def test_statements_made_equally_often_go_together_turn_by_turn() -> None:
    made = said(("新收", 10), ("新收", 100), ("结转", 1), ("结转", 2))
    assert list(spoken_together(["新收", "结转"], made)) == [
        {"新收": 0, "结转": 2}, {"新收": 1, "结转": 3}]


def test_else_the_nearest_is_meant_and_one_that_is_not_made_ends_it() -> None:
    made = said(("新收", 10), ("结转", 1), ("新收", 100))
    assert list(spoken_together(["新收", "结转"], made)) == [
        {"新收": 0, "结转": 1}, {"新收": 2, "结转": 1}]
    assert list(spoken_together(["新收", "答复"], made)) == []


def test_lists_of_the_sections_that_a_rule_names() -> None:
    lists = [Breakdown("a", section="总体情况"), Breakdown("b", section="申请情况")]
    assert list(lists_meant(ForEach(text="breakdown", only=["申请情况"]), lists)) == [1]
    assert list(lists_meant(ForEach(text="breakdown", without=["申请情况"]), lists)) == [0]


def test_a_correction_is_made_of_the_figures_that_do_not_agree() -> None:
    report = Report(
        form="cn-2021", year=2023, jurisdiction="CN", source=Source("r.yaml", format="yaml"),
        statements=said(("文中新收申请", 10), ("文中新收申请", 100), ("文中上年结转", 1),
                        ("文中上年结转", 2), ("文中答复申请", 11), ("文中答复申请", 89),
                        ("文中结转下年", 0), ("文中结转下年", 0)))
    named = [change.value for finding in audit(report).findings
             for candidate in finding.candidates for change in candidate.changes]
    assert 87 in named  # 87 + 2 = 89
    assert 10 not in named  # 10 + 1 = 11, of which nothing is wrong
