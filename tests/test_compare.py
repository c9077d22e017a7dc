"""Where two files of one report differ."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from compliance.compare import said, sections, statements
from compliance.model.report import Report, Section

TEXT = st.lists(st.sampled_from(
    ["全年", "公开", "信息", "12", "3.5", "%", "条", "，", "。", "；", "\n", " ", "（一）"]),
    max_size=40
).map("".join)


def report(*texts: str) -> Report:
    return Report(sections=[Section(f"{number}、部分", text) for number, text in
                            zip("一二三四五", texts, strict=False)])


def differences(first: Report, second: Report) -> list[tuple[str, str]]:
    return [(each.first, each.second) for pair in sections(first, second)
            for each in pair.differences]


@given(TEXT)
def test_a_report_is_like_itself(text: str) -> None:
    assert differences(report(text), report(text)) == []


@given(TEXT, st.integers(0, 40))
def test_spaces_width_and_line_breaks_do_not_count(text: str, place: int) -> None:
    place = min(place, len(text))
    wide = text.translate(str.maketrans("12", "１２")).replace("，", ",")
    inside = 0 < place < len(text) and {*text[place - 1:place + 1]} <= {*"0123456789."}
    gap = "" if inside else " \n"
    assert differences(report(text), report(wide[:place] + gap + wide[place:])) == []


@given(TEXT, TEXT)
def test_differences_are_found_from_both_sides(one: str, two: str) -> None:
    there = differences(report(one), report(two))
    back = differences(report(two), report(one))
    assert bool(there) == bool(back) == (said(one) != said(two))


def test_a_decimal_point_counts() -> None:
    assert differences(report("占1.5%。"), report("占15%。")) == [("占1.5%", "占15%")]


def test_each_sentence_that_differs_is_shown_with_its_place() -> None:
    first = report("甲句子写得很长很长。收到申请12件。丙。丁。")
    second = report("甲句子写得很长很长。收到申请21件。丙。")
    assert differences(first, second) == [("收到申请12件", "收到申请21件"), ("丁", "")]


def test_sections_are_paired_by_what_they_are() -> None:
    first = Report(sections=[Section("一、总体情况", "甲", "总体情况"), Section("二、附记", "乙")])
    second = Report(sections=[Section("1、总体情况", "甲", "总体情况"), Section("三、附记", "乙")])
    pairs = sections(first, second)
    assert [(pair.first is not None, pair.second is not None) for pair in pairs] == [
        (True, True), (True, True)]


def test_long_texts_are_compared_in_bounded_time() -> None:
    begun = time.perf_counter()
    one, two = report("甲乙。" * 60_000), report("甲丙。" * 60_000)
    assert len(differences(one, two)) == 1
    mixed = report("。".join(f"句{n % 7}" for n in range(590)))
    other = report("。".join(f"句{n % 5}" for n in range(590)))
    assert differences(mixed, other)
    assert statements(one, two) == []
    assert time.perf_counter() - begun < 20
