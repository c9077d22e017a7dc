"""Tables: the form of the year, every table, every row, the form's labels."""

import pytest

from compliance.model.report import CellState, Report, Section, Source

FULL = {"本年新收": [1, 0, 1], "逾期不补正": [0, 0, 0], "逾期不缴费": [0, 0, 0],
        "其他情形": [1, 0, 1], "办理结果总计": [1, 0, 1], "结转下年度": [0, 0, 0]}
CUT = Source(format="text", ends=False)


def test_form_of_year(outcomes):
    assert outcomes("form_of_year", Report(form="cn-2021", year=2022)) == ["pass"]
    assert outcomes("form_of_year", Report(form="cn-2019", year=2022)) == ["fail"]
    assert outcomes("form_of_year", Report(form="cn-2021")) == ["unknown"]


def test_tables_present(outcomes):
    assert outcomes("tables_present", Report(tables={"申请": FULL})) == ["pass"]
    assert outcomes("tables_present", Report()) == ["fail"]
    begun = Report(sections=[Section("一、总体情况", "文", "总体情况")], source=CUT)
    assert outcomes("tables_present", begun) == ["unknown"]


def test_tables_in_an_attachment_are_not_said_to_be_missing(outcomes):
    def told(text):
        return outcomes("tables_present", Report(sections=[Section(
            "三、收到和处理政府信息公开申请情况", text, "申请情况")]))

    assert told("具体数据详见附件。") == ["unknown"]
    assert told("附件：1.青石镇2023年政府信息公开情况统计表.xlsx") == ["unknown"]
    assert told("具体数据如下。") == ["fail"]


def test_a_table_before_printed_sections_is_missing_although_the_end_is_cut(outcomes):
    later = Report(sections=[Section("四、问题", "文", "问题及改进")], source=Source(ends=False))
    assert outcomes("tables_present", later) == ["fail"]


def test_rows_present(outcomes):
    assert outcomes("rows_present", Report(tables={"申请": FULL})) == ["pass"]
    fewer = {row: values for row, values in FULL.items() if row != "逾期不补正"}
    assert outcomes("rows_present", Report(tables={"申请": fewer})) == ["fail"]
    unread = {"本年新收": [1, 0, 1]}
    assert outcomes("rows_present", Report(tables={"申请": unread})) == ["unknown"]
    cut = {row: values for row, values in FULL.items() if row != "结转下年度"}
    assert outcomes("rows_present", Report(tables={"申请": cut}, source=CUT)) == ["unknown"]


def test_a_group_printed_as_one_row_is_an_older_form(run):
    old = {"本年新收": [1, 0, 1], "其他处理": [1, 0, 1], "办理结果总计": [1, 0, 1],
           "结转下年度": [0, 0, 0]}
    seen = run("rows_present", Report(tables={"申请": old}))
    assert [one.outcome.value for one in seen] == ["fail", "pass"]
    assert "旧格式" in seen[0].explanation.zh


def test_labels(outcomes):
    report = Report(tables={"申请": FULL}, labels={"申请": {"本年新收": "本年收到"}})
    assert outcomes("labels_as_form", report) == ["fail"]
    report = Report(tables={"申请": FULL}, labels={"申请": {"本年新收": "一、本年新收"}})
    assert outcomes("labels_as_form", report) == ["pass"]
    report = Report(tables={"申请": FULL}, unknown_rows={"申请": ["采购"]})
    assert outcomes("labels_as_form", report) == ["fail"]


def test_words_of_the_group_before_a_label_are_no_other_name(outcomes):
    report = Report(tables={"申请": FULL}, labels={"申请": {"逾期不补正": "其他处理 逾期不补正"}})
    assert outcomes("labels_as_form", report) == ["pass"]
    report = Report(tables={"申请": FULL}, labels={"申请": {"逾期不补正": "别的 逾期不补正"}})
    assert outcomes("labels_as_form", report) == ["fail"]


FEWER = {row: values for row, values in FULL.items() if row != "逾期不补正"}


@pytest.mark.parametrize(("check", "more"), [
    ("rows_present", {"tables": {"申请": FEWER}}),
    ("labels_as_form", {"tables": {"申请": FULL}, "labels": {"申请": {"本年新收": "本年收到"}}}),
    ("labels_as_form", {"tables": {"申请": FULL}, "unknown_rows": {"申请": ["采购"]}}),
    ("headers_as_form", {"tables": {"申请": FULL}, "headers": {"申请": {"自然人": "人"}}}),
])
def test_a_table_without_ruling_lines_is_in_doubt_not_at_fault(outcomes, check, more):
    assert outcomes(check, Report(**more)) == ["fail"]
    assert outcomes(check, Report(**more, source=Source(format="pdf", unruled=True))) == ["unknown"]


def test_the_reason_for_rows_in_doubt_is_told(run):
    report = Report(tables={"申请": FEWER}, source=Source(format="pdf", unruled=True))
    (seen,) = run("rows_present", report)
    assert "没有框线" in seen.explanation.zh
    assert "逾期不补正" in seen.explanation.zh


def test_a_row_missing_from_a_page_that_was_read_in_part_is_in_doubt(outcomes):
    page = Source(format="pdf")
    assert outcomes("rows_present", Report(tables={"申请": FEWER}, source=page)) == ["fail"]
    torn = FEWER | {"结转下年度": [0, CellState.UNREADABLE, 0]}
    assert outcomes("rows_present", Report(tables={"申请": torn}, source=page)) == ["unknown"]
    typed = Source(format="html")
    assert outcomes("rows_present", Report(tables={"申请": torn}, source=typed)) == ["fail"]
