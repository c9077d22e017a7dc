# ruff: noqa: E501 (sentences under test stay in one piece)
"""Real reports, where they are at hand: every figure that a careful person would tie, and no other."""

from functools import cache
from pathlib import Path

import pytest
from prose_reading import read, shape, told

from compliance import api
from compliance.errors import Problem
from compliance.model.report import Report

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

# Every statement in the order of the text.
STATEMENTS = {
    "fixture-hangzhou-style-2025-SYNTHETIC-narrative.html": "信息处理费 400",
    "sanyuan-2017.txt": (
        "主动公开 912, 累计主动公开 8131, 主动公开 912, 网站公开 912, 微博公开 11, 微信公开 22, 申请数 0, 累计申请 3, "
        "累计信函申请 1, 累计当面申请 2, 行政复议 0, 行政诉讼 0"),
    "shanghai-general-office-2019.html": (
        "规章 13, 规范性文件 60, 受理申请 859, 答复申请 805, 上年结转 18, 结转下年 72, 予以公开及部分公开 258, 不予公开 35, "
        "无法提供 265, 不予处理 158, 其他处理 0, 均获维持 1, 行政复议 7, 行政诉讼 9"),
    "shanghai-stcsm-2024.md": (
        "行政复议 1, 行政诉讼 0, 规范性文件 13, 新收申请 34, 受理申请 34, 上年结转 2, 全部办结 1, 予以公开 9, 部分公开 0, "
        "不予公开 2, 无法提供 10, 不予处理 0, 其他处理 14, 结转下年 1, 信息处理费 0"),
    "shuyang-county-drc-2023.html": "主动公开 249, 受理申请 26, 信息处理费 0",
    "suqian-city-gov-2023.txt": (
        "受理申请 3607, 自然人申请 3493, 法人申请 114, 予以公开 1191, 部分公开 328, 不予公开 142, 无法提供 1078, "
        "不予处理 406, 其他处理 341, 结转下年 121, 信息处理费 2950"),
    "suqian-city-gov-2024.txt": (
        "受理申请 3646, 予以公开 1431, 部分公开 471, 不予公开 92, 无法提供 941, 不予处理 117, 其他处理 469, 结转下年 125, "
        "信息处理费 2230"),
    "hongze-district-gov-2023.pdf": "主动公开 1136, 受理申请 21, 信息处理费 0",
    "excerpts/beijing-dashilan-street-2009.txt": "主动公开 155",
    "excerpts/beijing-eit-commission-2011.txt": "专职人员 1, 兼职人员 26, 主动公开 606, 累计主动公开 2739",
    "excerpts/huichang-zhongcun-township-2020.txt": "",
    "excerpts/jiaxian-xi-town-2022.txt": "主动公开 11",
    "excerpts/kaiping-shatang-town-2016.txt": "申请数 1, 收取费用 0, 行政复议 0, 行政诉讼 0",
    "excerpts/nilka-town-2023.txt": "",
    "excerpts/shangnan-guofenglou-town-2022.txt": "主动公开 347, 受理申请 1",
    "excerpts/shaoguan-longgui-town-2016.txt": "主动公开 25, 回应热点 2, 行政复议 0, 行政诉讼 0",
    "excerpts/shaoxing-yuecheng-eit-bureau-2015.txt": "申请数 8, 行政复议 0, 行政诉讼 0",
    "excerpts/shenzhen-longgang-bureau-2024.txt": "",
    "excerpts/sinan-tingziba-town-2014.txt": "主动公开 160, 申请数 0, 收取费用 0, 行政复议 0, 行政诉讼 0",
    "excerpts/siping-jiefang-street-2011.txt": "申请数 0, 行政复议 0, 行政诉讼 0",
    "excerpts/suining-chuanshan-civil-affairs-2016.txt": "累计主动公开 657, 主动公开 50, 规范性文件 2",
    "excerpts/tunchang-bureau-2015.txt": "主动公开 62, 申请数 0, 收取费用 0, 行政复议 0, 行政诉讼 0",
    "excerpts/xiamen-huli-district-2018.txt": "主动公开 1027",
    "excerpts/xian-district-statistics-bureau-2023.txt": "主动公开 50",
    "excerpts/yongjia-qiaoxia-town-2017.txt": "兼职人员 1, 主动公开 137, 公报公开 1, 网站公开 106, 微信公开 30",
    "excerpts/yuhuan-chumen-town-2014.txt": "累计网站公开 846, 网站公开 214",
    "excerpts/zibo-zhongbu-town-2020.txt": "主动公开 21",
}
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


def path_of(name: str) -> Path:
    path = REPORTS / name
    if not path.exists():
        pytest.skip("the real reports are not at hand")
    return path


def text_of(name: str) -> str:
    return path_of(name).read_text("utf-8", errors="replace")


@cache
def report_of(path: str) -> Report:
    try:
        return api.read(path)
    except Problem as problem:
        pytest.skip(f"cannot be read here: {problem.text.en}")


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_figure_that_is_tied(name: str) -> None:
    found = told(report_of(str(path_of(name))))
    assert found == [each for each in STATEMENTS[name].split(", ") if each]


@pytest.mark.parametrize("name", BALANCED)
def test_lists_that_balance(name: str) -> None:
    report = read(text_of(name), int(name[-8:-4]) if "02.txt" not in name else 2006)
    found = {(shape(each)[0], len(each.parts)) for each in report.breakdowns
             if each.whole is not None and sum(shape(each)[1]) == each.whole and each.complete}
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


def test_shanghai_2019_splits_its_answers() -> None:
    report = report_of(str(path_of("shanghai-general-office-2019.html")))
    [answered] = report.breakdowns
    assert shape(answered) == (805, [258, 35, 265, 158, 0])
    assert answered.complete
