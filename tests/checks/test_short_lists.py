"""Lists that fall short of their whole by a slip of typing."""

from decimal import Decimal

import pytest

from compliance.model.report import Breakdown, Part, Report


def told(run, whole, counts, **more):
    parts = [Part(f"项目{place}", Decimal(count)) for place, count in enumerate(counts)]
    listed = Breakdown("问答", Decimal(whole), parts, **more)
    found = run("short_by_a_slip", Report(breakdowns=[listed]))
    return [(each.outcome.value, each.explanation.zh) for each in found]


@pytest.mark.parametrize(("whole", "counts", "slip"), [
    (191, (71, 48), "“问答”191 应为 119"),
    (1190, (71, 48), "“问答”1190 应为 119"),
    (5111, (1853, 393, 477, 301, 874, 216, 348, 55, 26, 12, 16), "“项目1”393 应为 933"),
    (10219, (8140, 279), "“项目1”279 应为 2079"),
    (14555, (8140, 279, 3000, 188), ""),
])
def test_one_slip_explains(run, whole, counts, slip):
    [(outcome, words)] = told(run, whole, counts)
    assert outcome == ("fail" if slip else "pass")
    assert slip in words
    if slip:
        assert f"各项合计 {sum(counts)}，比 {whole} 少 {whole - sum(counts)}" in words


@pytest.mark.parametrize("more", [
    {"complete": True}, {"exclusive": False},
    {"text": "主要有71期、48期"}, {"text": "其中71期、48期等"}])
def test_lists_that_are_judged_otherwise_or_say_that_they_are_partial(run, more):
    assert told(run, 191, (71, 48), **more) == []


@pytest.mark.parametrize(("whole", "counts"), [
    (393, (13, 2)), (606, (51, 7)), (155, (1, 10, 1, 1, 3, 3))])
def test_partial_lists_are_not_charged(run, whole, counts):
    assert [outcome for outcome, _ in told(run, whole, counts)] == ["pass"]


def test_parts_that_reach_or_exceed_the_whole_are_not_short(run):
    assert told(run, 119, (71, 48)) == []
    assert told(run, 100, (71, 48)) == []
