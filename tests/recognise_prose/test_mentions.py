# ruff: noqa: E501 (sentences under test stay in one piece)
"""A figure may be stated in several places: each is kept with its place, and each compared."""

from prose_reading import read, told

from compliance import api
from compliance.model.audit import Outcome
from compliance.plugin.cache import installed


def test_every_mention_is_kept_in_the_order_of_the_text() -> None:
    report = read("全年收到政府信息公开申请50件，结转下年3件。\n（二）其他\n本年共受理政府信息公开申请51件。")
    assert told(report) == ["受理申请 50", "结转下年 3", "受理申请 51"]
    lines = [each.location.line for each in report.statements if each.location]
    assert lines == [1, 1, 3]


def test_each_mention_is_compared_with_the_table() -> None:
    report = read("全年收到政府信息公开申请50件。\n（二）其他\n本年共受理政府信息公开申请51件。")
    report.form, report.jurisdiction = "cn-2021", "CN"
    report.tables = {"申请": {"本年新收": [50, 0, 0, 0, 0, 0, 50], "上年结转": [0] * 7}}
    results = [each for each in api.audit(report, library=installed()).results
               if each.rule.id == "CN-N-03"]
    assert [each.outcome for each in results] == [Outcome.PASS, Outcome.FAIL]
    assert results[1].location is not None
    assert results[1].location.line == 3


def test_figures_that_belong_together_are_taken_from_the_same_place() -> None:
    report = read("新收申请227件，上年结转18件，答复229件，结转下年16件。\n（三）某项\n"
                  "新收申请10件，上年结转2件，答复11件，结转下年1件。")
    report.form, report.jurisdiction = "cn-2021", "CN"
    results = [each.outcome for each in api.audit(report, library=installed()).results
               if each.rule.id == "CN-N-19"]
    assert results == [Outcome.PASS, Outcome.PASS]


def test_place_unit_and_words() -> None:
    report = read("第一行。\n本年收到政府信息公开申请\n26件。")
    [statement] = report.statements
    assert statement.location is not None
    assert (statement.location.line, statement.location.end_line) == (2, 3)
    assert statement.text == "收到政府信息公开申请26件"
    assert (statement.unit, statement.section) == ("件", "总体情况")
