"""A narrative in chapters of its own before the prescribed sections."""

from __future__ import annotations

from documents_by_hand import forms, text_document

from compliance import api
from compliance.model.audit import Outcome
from compliance.recognise import recognise

TEXT = """某市科技局2024年政府信息公开工作年度报告
一、总体情况
全年按规定开展工作。
二、工作机制保障
设立协调小组，统筹各处室。
三、主动公开工作情况
主动公开政府信息393件。
四、政府信息公开申请情况
收到政府信息公开申请34件。
五、政府信息管理
及时更新公开指南。
六、政府信息公开平台建设
推送政策121条。
一、主动公开政府信息情况
见表。
二、收到和处理政府信息公开申请情况
见表。
三、政府信息公开行政复议、行政诉讼情况
见表。
四、存在的主要问题及改进情况
栏目更新不够及时，已按月抽查并改进。
五、其他需要报告的事项
没有其他需要报告的事项。
"""


def test_chapters_like_a_section_are_no_sections_where_the_form_words_one():
    report = recognise(text_document(TEXT), forms(), "cn-2021")
    assert [section.id for section in report.sections] == [
        "总体情况", "", "", "", "", "", "主动公开情况", "申请情况", "复议诉讼情况", "问题及改进",
        "其他事项"]


def test_a_heading_worded_otherwise_is_the_section_where_no_other_is():
    text = TEXT.replace("一、主动公开政府信息情况\n见表。\n", "")
    report = recognise(text_document(text), forms(), "cn-2021")
    headings = [section.heading for section in report.sections if section.id == "主动公开情况"]
    assert headings == ["三、主动公开工作情况"]


def test_the_chapters_are_the_overview(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    failed = {(r.rule.id, r.subject.zh) for r in api.audit(api.read(str(path))).results
              if r.outcome is Outcome.FAIL}
    assert not [rule for rule, _ in failed if rule in ("CN-F-17", "CN-F-18")]
    assert "CN-F-16" in {rule for rule, _ in failed}
