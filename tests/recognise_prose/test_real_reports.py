# ruff: noqa: E501 (sentences under test stay in one piece)
"""Real reports, where they are at hand: every list that balances, every defect found."""

import html
import re
from pathlib import Path

import pytest
from prose_reading import read, shape

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

BALANCED = {
    "sanyuan-2017.txt": [(1147, 3), (912, 11), (3, 2)],
    "suqian-city-gov-2023.txt": [(119, 6), (3607, 11), (3607, 2), (3607, 7), (25, 5), (2950, 5)],
    "suqian-city-gov-2024.txt": [(98, 6), (3646, 7), (10219, 2), (3, 3), (2230, 3)],
    "excerpts/suining-chuanshan-civil-affairs-2016.txt": [(50, 7)],
    "excerpts/shaoguan-longgui-town-2016.txt": [(25, 3)],
    "excerpts/kaiping-shatang-town-2016.txt": [(247, 6)],
    "excerpts/yongjia-qiaoxia-town-2017.txt": [(137, 3)],
    "excerpts/xiamen-huli-district-2018.txt": [(3021, 3)],
    "excerpts/shangnan-guofenglou-town-2022.txt": [(347, 4)],
    "excerpts/shaoxing-yuecheng-eit-bureau-2015.txt": [(45, 3)],
    "excerpts/xian-district-statistics-bureau-2023.txt": [(50, 4)],
    "excerpts/shanghai-monthly-statistics-2006-02.txt": [(3059, 2), (1412, 2), (502, 3), (112, 5)],
}
EXCEEDED = {
    "shanghai-stcsm-2024.md": (2139, 2160),
    "excerpts/beijing-eit-commission-2011.txt": (606, 618),
    "excerpts/sinan-tingziba-town-2014.txt": (160, 170),
    "excerpts/kaiping-shatang-town-2016.txt": (2483, 3518),
}


def text_of(name: str) -> str:
    path = REPORTS / name
    if not path.exists():
        pytest.skip("the real reports are not at hand")
    return path.read_text("utf-8", errors="replace")


@pytest.mark.parametrize("name", BALANCED)
def test_lists_that_balance(name: str) -> None:
    report = read(text_of(name), int(name[-8:-4]) if "02.txt" not in name else 2006)
    found = {(shape(each)[0], len(each.parts)) for each in report.breakdowns
             if sum(shape(each)[1]) == each.whole and each.complete}
    assert set(BALANCED[name]) <= found


@pytest.mark.parametrize("name", EXCEEDED)
def test_lists_that_exceed_their_whole(name: str) -> None:
    charged = [(int(each.whole or 0), sum(shape(each)[1]))
               for each in read(text_of(name)).breakdowns
               if each.exclusive and each.whole is not None and sum(shape(each)[1]) > each.whole]
    assert charged == [EXCEEDED[name]]


@pytest.mark.parametrize("name", sorted({*BALANCED} - {*EXCEEDED}))
def test_nothing_else_is_charged(name: str) -> None:
    for each in read(text_of(name)).breakdowns:
        whole, parts = shape(each)
        assert sum(parts) <= whole or not each.exclusive, each.text
        assert sum(parts) == whole or not each.complete, each.text


def test_shanghai_2019() -> None:
    page = re.sub(r"(?s)<(script|style|table).*?</\1>", "", text_of("shanghai-general-office-2019.html"))
    page = re.sub(r"</?(?:p|div|br|h\d)[^>]*>", "\n", re.sub(r"[\r\n]+", " ", page))
    report = read(html.unescape(re.sub(r"<[^>]+>", "", page)), 2019)
    found = {each.indicator: int(each.value) for each in report.statements}
    assert found == {
        "文中受理申请": 859, "文中答复申请": 805, "文中上年结转": 18, "文中结转下年": 72, "文中予以及部分公开": 258,
        "文中不予公开": 35, "文中无法提供": 265, "文中不予处理": 158, "文中其他处理": 0, "文中行政复议": 7,
        "文中行政诉讼": 9, "文中均获维持": 1, "文中规章": 13, "文中规范性文件": 60,
    }
    [answered] = report.breakdowns
    assert shape(answered) == (805, [258, 35, 265, 158, 0])
    assert answered.complete


@pytest.mark.parametrize(("name", "year", "expected"), [
    ("shanghai-stcsm-2024.md", 2024, {
        "文中新收申请": 34, "文中受理申请": 34, "文中上年结转": 2, "文中全部办结": 1, "文中结转下年": 1, "文中予以公开": 9,
        "文中部分公开": 0, "文中不予公开": 2, "文中无法提供": 10, "文中不予处理": 0, "文中其他处理": 14, "文中行政复议": 1,
        "文中行政诉讼": 0}),
    ("suqian-city-gov-2024.txt", 2024, {
        "文中受理申请": 3646, "文中予以公开": 1431, "文中部分公开": 471, "文中不予公开": 92, "文中无法提供": 941,
        "文中不予处理": 117, "文中其他处理": 469, "文中结转下年": 125, "文中信息处理费": 2230}),
])
def test_statements(name: str, year: int, expected: dict[str, int]) -> None:
    found = {each.indicator: int(each.value) for each in read(text_of(name), year).statements}
    assert found == expected
