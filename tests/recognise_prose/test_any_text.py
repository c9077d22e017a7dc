# ruff: noqa: E501 (sentences under test stay in one piece)
"""Whatever the text, reading ends quickly and says nothing that is not printed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose_reading import breakdowns, read, shape

WORDS = st.sampled_from(
    ["其中", "其中，", "公开信息", "收到申请", "12", "3,456", "一百", "条", "件", "元", "占", "%", "20.6%", "，", "；",
     "。", "、", "（", "）", "\n", "其他", "网站", "2023年", "同比增长", "余", "约", " ", "在公开的信息中，", "未", "行政复议"]
)


@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_words_are_read(text: str) -> None:
    report = read(text)
    for breakdown in report.breakdowns:
        assert len(breakdown.parts) > 1 or breakdown.parts[0].share is not None
        assert all(part.name for part in breakdown.parts)
    for statement in report.statements:
        assert statement.text in text.replace("\n", "")


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=9), st.sampled_from("，；、"))
def test_a_list_that_adds_up_is_read_whole(counts: list[int], mark: str) -> None:
    listed = mark.join(f"类别{'甲乙丙丁戊己庚辛壬'[place]}{count}条" for place, count in enumerate(counts))
    [found] = breakdowns(f"全年公开信息{sum(counts)}条，其中：{listed}。")
    assert shape(found) == (sum(counts), counts)
    assert found.complete


@given(st.lists(st.integers(1, 500), min_size=2, max_size=8), st.integers(1, 50))
def test_a_list_with_other_that_does_not_add_up_is_charged(counts: list[int], off: int) -> None:
    listed = "，".join(f"类别{'甲乙丙丁戊己庚辛'[place]}{count}条" for place, count in enumerate(counts))
    whole = sum(counts) + 7 + off
    [found] = breakdowns(f"全年公开信息{whole}条，其中：{listed}，其他7条。")
    assert found.complete
    assert shape(found) == (whole, [*counts, 7])


@pytest.mark.parametrize("text", ["1件" * 200_000, "其中1件，" * 100_000, "1件（" * 150_000, "\n" * 300_000,
                                  "收到申请1件" * 60_000, "占1%" * 150_000, "在公开中" * 100_000])
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 20
