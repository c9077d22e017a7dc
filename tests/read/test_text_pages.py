"""Page numbers and running heads in a text that was taken from pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.read.text_pages import without_page_numbers


def test_a_number_beside_a_running_head_is_that_of_a_page():
    lines = ["8.告知通过其他途径", "1", "政府信息公开", "办理数 46", "2", "政府信息公开",
             "收取费用", "3", "政府信息公开", "0"]
    assert without_page_numbers(lines) == [
        "8.告知通过其他途径", "", "", "办理数 46", "", "", "收取费用", "", "", "0"]


def test_a_number_at_a_form_feed_is_that_of_a_page():
    lines = ["规章", "- 1 -", "\f行政许可", "5", "- 2 -", "\f行政处罚", "- 3 -", "\f"]
    assert without_page_numbers(lines) == [
        "规章", "", "\f行政许可", "5", "", "\f行政处罚", "", "\f"]


def test_values_of_a_table_are_no_page_numbers():
    lines = ["予以公开", "1", "部分公开", "2", "不予公开", "3", "无法提供", "4"]
    assert without_page_numbers(lines) == lines
    # Units repeat, but the figures beside them do not count the pages.
    lines = ["规章", "政府信息", "4", "行政许可", "政府信息", "9", "行政处罚", "政府信息", "1"]
    assert without_page_numbers(lines) == lines


@given(st.lists(st.sampled_from(["1", "2", "3", "4", "政府信息公开", "\f规章", "", "- 5 -"])))
def test_lines_stay_where_they_are(lines: list[str]) -> None:
    made = without_page_numbers(lines)
    assert len(made) == len(lines)
    assert all(new in (old, "") for new, old in zip(made, lines, strict=True))
