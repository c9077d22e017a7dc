"""Figures compared with the year before."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import api
from compliance.model.audit import Outcome
from compliance.model.report import Growth, Report, Section, Source
from compliance.recognise.growth import find_growths
from compliance.recognise.sentences import passages, sentences


def growths(text: str) -> list[Growth]:
    return found_in(Report(sections=[Section("一、总体情况", text)]))


def found_in(report: Report) -> list[Growth]:
    return [growth for passage in passages(report) for sentence in sentences(passage)
            for growth in find_growths(sentence)]


@pytest.mark.parametrize(("text", "current", "previous", "change", "rate"), [
    ("办理申请3646件，比上年的3607件增长1.08%。", 3646, 3607, None, "1.08"),
    ("办理申请3646件（上年3607件），同比增长1.08%。", 3646, 3607, None, "1.08"),
    ("办理申请3646件，同比增长1.08%（上年为3607件）。", 3646, 3607, None, "1.08"),
    ("申请由上年的3607件增加到3646件，同比增长1.08%。", 3646, 3607, None, "1.08"),
    ("办理申请３６４６件，较２０２３年增加３９件，增长１.０８％。", 3646, None, 39, "1.08"),
    ("办理申请50件，同比减少10件，下降16.67%。", 50, None, -10, "-16.67"),
    ("收到申请34,290件，申请数量较2022年上升29.3%。", 34290, None, None, "29.3"),
    ("公开信息1,200条，比去年同期的1,000条增加200条，增长20%。", 1200, 1000, 200, "20"),
])
def test_what_is_read(text, current, previous, change, rate):
    (found,) = growths(text)
    assert found.current.value == current
    assert (found.previous.value if found.previous else None) == previous
    assert (found.change.value if found.change else None) == change
    assert found.rate == Decimal(rate)


@pytest.mark.parametrize("text", [
    "办理申请3646件，同比增长约1%。",
    "办理申请近3600件，同比增长1.08%。",
    "办理申请100件、答复90件，同比分别增长5%、6%。",
    "满意率98.5%，同比上升3.2个百分点。",
    "办理申请3646件，满意率同比增长1.05%。",
    "办理申请3646件，其中网上申请占1.05%。",
    "办理申请3646件，比上年的3607人增长1.08%。",
])
def test_what_is_left_alone(text):
    assert growths(text) == []


def test_a_rounded_figure_knows_its_step():
    (found,) = growths("发布信息1.2万条，较2023年的1.15万条增长4.3%。")
    assert (found.current.value, found.current.step) == (12000, 1000)
    assert found.previous is not None
    assert (found.previous.value, found.previous.step) == (11500, 100)


def outcomes(text: str, rule: str) -> list[Outcome]:
    report = Report(form="cn-2021", year=2024, jurisdiction="CN", source=Source("x", format="yaml"),
                    sections=[Section("一、总体情况", text, "总体情况")])
    report.growths = found_in(report)
    return [r.outcome for r in api.audit(report).results if r.rule.id == rule]


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3), st.booleans())
def test_a_rate_rounded_or_cut_off_holds_and_one_two_places_off_does_not(
    current, previous, decimals, cut
):
    place = Decimal(1).scaleb(-decimals)
    exact = Decimal(100 * (current - previous)) / previous
    rate = exact.quantize(place, ROUND_DOWN if cut else ROUND_HALF_UP)

    def text(shown: Decimal) -> str:
        way = "下降" if shown < 0 or (not shown and exact < 0) else "增长"
        return f"办理申请{current}件，比上年的{previous}件{way}{abs(shown):f}%。"

    assert outcomes(text(rate), "CN-G-01") == [Outcome.PASS]
    assert outcomes(text(rate + 2 * place), "CN-G-01") == [Outcome.FAIL]


def test_figures_printed_in_tens_of_thousands_are_judged_in_intervals():
    # 12000 ± 500 against 11500 ± 50: anything from -0.4 % to 9.2 %.
    assert outcomes("发布1.2万条，比上年的1.15万条增长9.1%。", "CN-G-01") == [Outcome.PASS]
    assert outcomes("发布1.2万条，比上年的1.15万条增长9.4%。", "CN-G-01") == [Outcome.FAIL]


def test_without_last_year_there_is_nothing_to_assess():
    text = "办理申请3646件，同比增长1.05%。"
    assert outcomes(text, "CN-G-01") == [Outcome.NOT_APPLICABLE]


def test_the_difference_stands_in_for_last_year():
    assert outcomes("办理申请50件，同比减少10件，下降16.67%。", "CN-G-01") == [Outcome.PASS]
    assert outcomes("办理申请50件，同比减少10件，下降20%。", "CN-G-01") == [Outcome.FAIL]
    right = "公开信息1200条，比上年的1000条增加200条，增长20%。"
    assert outcomes(right, "CN-G-02") == [Outcome.PASS]
    assert outcomes(right.replace("增加200", "增加300"), "CN-G-02") == [Outcome.FAIL]


@pytest.mark.parametrize("text", ["1" * 2900 + "%。", "1件同比1件增长" * 400 + "%。",
                                  "由上年的" * 700 + "%。"])
def test_hostile_text_takes_no_time(text):
    growths(text * 20)


def test_a_rate_belongs_to_what_it_names():
    assert growths("受理申请267件，答复263件，申请量比2021年同期上升1.52%。") == []
    [found] = growths("受理申请267件，申请量比2021年同期上升1.52%。")
    assert found.current.value == 267


def test_a_year_after_the_word_of_comparison():
    [found] = growths("处理来信8073起，同比2016年的8073起上升27%。")
    assert (found.previous.value, found.rate) == (8073, Decimal(27))
