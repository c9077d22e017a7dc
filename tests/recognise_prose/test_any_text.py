# ruff: noqa: E501 (sentences under test stay in one piece)
"""Whatever the text, reading ends quickly and says nothing that is not printed."""

import re
import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose_reading import FORMS, breakdowns, read, shape, told

from compliance.model.report import Report, Section
from compliance.numerals import read_number
from compliance.recognise.prose import read_prose
from compliance.recognise.sentences import SPELLING

WORDS = st.sampled_from(
    ["其中", "其中，", "公开信息", "收到申请", "12", "3,456", "一百", "条", "件", "元", "占", "%", "20.6%", "，", "；",
     "。", "、", "（", "）", "\n", "其他", "网站", "2023年", "同比增长", "余", "约", " ", "在公开的信息中，", "未", "行政复议",
     "政府信息公开申请", "答复", "予以公开", "不予公开", "上年结转", "结转下年度", "累计", "全市", "我局", "某局", "“", "”",
     "规范性文件", "现行有效", "信息公开", "行政诉讼", "自然人", "分别占", "受理", "新收", "均已办结", "万"]
)
NUMERAL = re.compile(r"[0-9][0-9, .]*[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿]+")


def numbers_in(text: str) -> set[Decimal]:
    """Every number that can be read in a text, from any place in it."""
    plain = re.sub(r"\s+", "", text.translate(SPELLING))
    found = set()
    for match in NUMERAL.finditer(plain):
        for start in range(match.start(), match.end()):
            for end in range(start + 1, match.end() + 1):
                number = read_number(plain[start:end])
                if number is not None:
                    found.add(Decimal(number.value))
    return found


@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from(["2019", "2008"]))
def test_any_words_are_read(text: str, form: str) -> None:
    report = read(text, form=form)
    for breakdown in report.breakdowns:
        assert len(breakdown.parts) > 1 or breakdown.parts[0].share is not None
        assert all(part.name for part in breakdown.parts)
    printed = numbers_in(text)
    own = {pattern.id for pattern in FORMS[form].statements if pattern.value is not None}
    for statement in report.statements:
        assert statement.text in text.replace("\n", "")
        assert statement.value in printed or (statement.indicator in own and statement.value < 2)


@given(st.text())
def test_any_characters_are_read(text: str) -> None:
    assert told(read(text)) == told(read(text))


@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from(["2019", "2008"]))
def test_the_words_of_a_pattern_only_save_time(text: str, form: str) -> None:
    slow = replace(FORMS[form], statements=[replace(each, words=[]) for each in FORMS[form].statements])
    report = Report(year=2023, sections=[Section("一、总体情况", text, "总体情况")])
    read_prose(report, slow)
    assert told(report) == told(read(text, form=form))


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
                                  "收到申请1件" * 60_000, "占1%" * 150_000, "在公开中" * 100_000,
                                  "政府信息公开" * 60_000, "甲占1%，" * 90_000, "全市各级" * 90_000 + "收到申请1件"])
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 20
