"""Whole reports: the figures of a PDF are those that went into it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from whole_report import SAMPLE, whole_report

from compliance import api

REPORTS = Path(__file__).parents[3] / "shared" / "reports"


@pytest.mark.parametrize("style", [
    {},
    {"cut_open": False},
    {"repeat_head": True, "head": "江海市政府信息公开年度报告汇编"},
    {"cut_open": False, "repeat_head": True},
], ids=["open", "closed", "repeated head", "closed and repeated"])
def test_a_report_reads_as_its_source(tmp_path, style):
    path = tmp_path / "report.pdf"
    path.write_bytes(whole_report(**style))
    printed, source = api.read(str(path)), api.read(str(SAMPLE))
    assert printed.tables == source.tables
    assert not printed.labels
    assert not printed.unknown_rows
    assert (printed.form, printed.year, printed.body) == (source.form, source.year, source.body)
    assert printed.title == source.title
    assert printed.signed == source.signed
    assert printed.preamble == source.preamble.strip()
    assert [(s.id, s.heading, s.text) for s in printed.sections] == [
        (s.id, s.heading, s.text.strip()) for s in source.sections]


def test_each_cell_is_pointed_at(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(whole_report())
    report = api.read(str(path))
    place = report.notes["申请", "结转下年度", 6].location
    assert place is not None
    assert place.page == 3
    left, top, right, bottom = place.box
    assert (round(left), round(right)) == (492, 526)
    assert 0 < top < bottom < 842
    assert report.notes["申请", "本年新收", 0].location.page == 2


ZEROS = [0] * 7
HONGZE = {
    "主动公开": {
        "规章": [0, 0, 0], "行政规范性文件": [0, 5, 5], "行政许可": [550], "行政处罚": [4119],
        "行政强制": [195], "行政事业性收费": [Decimal("7730.28")],
    },
    "申请": {
        "本年新收": [21, 0, 0, 0, 0, 0, 21], "上年结转": ZEROS, "予以公开": ZEROS,
        "部分公开": [4, 0, 0, 0, 0, 0, 4], "国家秘密": [1, 0, 0, 0, 0, 0, 1],
        "法律行政法规禁止": ZEROS, "三安全一稳定": ZEROS, "第三方合法权益": ZEROS,
        "三类内部事务信息": ZEROS, "四类过程性信息": [1, 0, 0, 0, 0, 0, 1],
        "行政执法案卷": [1, 0, 0, 0, 0, 0, 1], "行政查询事项": ZEROS,
        "不掌握": [10, 0, 0, 0, 0, 0, 10], "另行制作": [3, 0, 0, 0, 0, 0, 3],
        "补正后仍不明确": ZEROS, "信访举报投诉": [1, 0, 0, 0, 0, 0, 1], "重复申请": ZEROS,
        "公开出版物": ZEROS, "大量反复申请": ZEROS, "确认或重新出具": ZEROS, "其他处理": ZEROS,
        "办理结果总计": [21, 0, 0, 0, 0, 0, 21], "结转下年度": ZEROS,
    },
    "复议诉讼": {
        "行政复议": [10, 1, 0, 0, 0], "直接起诉": [0, 0, 0, 0, 0], "复议后起诉": [5, 0, 0, 0, 0],
    },
}
"""As the page images show it."""


def test_hongze_2023():
    path = REPORTS / "hongze-district-gov-2023.pdf"
    if not path.exists():
        pytest.skip("the real report is not on this machine")
    report = api.read(str(path))
    assert report.tables == HONGZE
    assert report.labels == {"申请": {"法律行政法规禁止": "2.其他法律行政止公开"}}
    assert not report.unknown_rows
    assert (report.year, report.body, report.kind) == (2023, "洪泽区人民政府", "government")
    assert [section.id for section in report.sections] == [
        "总体情况", "主动公开情况", "申请情况", "复议诉讼情况", "问题及改进", "其他事项"]
    assert report.sections[0].text.count("\n") == 6
    assert "依申请公开受理渠。2023年" in report.sections[0].text
    assert not any(f"- {page} -" in section.text for page in range(6)
                   for section in report.sections)
    assert report.notes["申请", "补正后仍不明确", 0].location.page == 4
    assert report.signed is None or report.signed > date(2024, 1, 1)
