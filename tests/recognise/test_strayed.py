"""Text whose columns, labels or numbers were torn from each other: in doubt, never wrong."""

from __future__ import annotations

from documents_by_hand import forms, shown, text_document

from compliance.model.report import Report
from compliance.recognise import recognise

TITLE = "某县教育局2023年政府信息公开工作年度报告"
HEADS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
NOTHING = "0 0 0 0 0 0 0"
LABELS = (
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开",
    "（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
    "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
    "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请",
    "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用", "3.其他", "（七）总计", "四、结转下年度继续办理",
)
MADE = {0: "9 0 0 0 0 0 9", 2: "9 0 0 0 0 0 9", 23: "9 0 0 0 0 0 9"}


def rows(**instead: list[str]) -> list[str]:
    """The lines of a table; ``row3`` and others stand instead of a row."""
    found: list[str] = []
    for place, label in enumerate(LABELS):
        found += instead.get(f"row{place}", [f"{label} {MADE.get(place, NOTHING)}"])
    return found


def read(lines: list[str]) -> Report:
    return recognise(text_document("\n\n".join([TITLE, *HEADS, *lines])), forms())


def test_a_clean_text_is_not_doubted() -> None:
    report = read(rows())
    assert shown(report, "申请", "部分公开") == [0] * 7
    assert shown(report, "申请", "本年新收") == [9, 0, 0, 0, 0, 0, 9]
    assert not report.source.unruled


def test_a_row_with_a_piece_of_its_label_is_in_doubt_not_missing() -> None:
    """A line runs the label of 逾期不补正 together with that of its group, and goes on below."""
    torn = [f"（六）其1.申请人 {NOTHING}", "他处理无正当理", "由逾期不", "补正、行", "政机关不",
            "再处理其", "政府信息", "公开申请"]
    report = read(rows(row20=torn))
    assert shown(report, "申请", "逾期不补正") == ["?"] * 7
    assert "申请人" not in report.labels.get("申请", {})
    assert shown(report, "申请", "重复申请") == [0] * 7
    assert report.source.unruled  # Labels are not sure either.


def test_a_row_of_another_name_is_no_piece_of_a_missing_one() -> None:
    report = read(rows(row20=[f"8.行政调解案卷 {NOTHING}"]))
    assert "逾期不补正" not in report.tables["申请"]
    assert report.unknown_rows["申请"] == ["8.行政调解案卷"]


def test_values_are_those_of_the_label_above_never_of_the_one_below() -> None:
    report = read(rows(
        row0=["一、本年新收政府信息公", "开申请数量", "1043", "6", "362 127 293 265 242 1172", "5"],
        row1=["二、上年结转政府信息公", "开申请数量", "41 0 0 0 2 0 43"]))
    assert shown(report, "申请", "上年结转") == [41, 0, 0, 0, 2, 0, 43]
    assert shown(report, "申请", "本年新收") == ["?"] * 7


def test_a_number_broken_in_two_is_in_doubt() -> None:
    report = read(rows(row0=["一、本年新收政府信息公开申请数量 1043 362 127 293 265 242 1172",
                             "6 5"]))
    assert shown(report, "申请", "本年新收") == ["?"] * 7
    assert "断成两截" in report.notes["申请", "本年新收", 0].doubt


def test_columns_copied_one_after_the_other_are_neither_blank_nor_missing() -> None:
    columns = [value for _ in range(7) for value in ("9", *"0" * 22, "9", "0")]
    labels = [label for label in LABELS if "逾期" not in label]
    report = read([*labels, "各类申请人情况如下", *columns])
    for row in ("予以公开", "逾期不补正", "逾期不缴费"):
        assert shown(report, "申请", row) == ["?"] * 7
        assert "各列在复制" in report.notes["申请", row, 0].doubt


def test_a_blank_table_stays_blank_where_nothing_strayed() -> None:
    report = read(list(LABELS))
    assert shown(report, "申请", "予以公开") == [None] * 7


def test_a_figure_that_sticks_to_its_label_does_not_make_its_row_missing() -> None:
    report = read(["规章 1 0 3", "行政规范性文件 2 0 5", "行政许可 7", "行政处罚 8",
                   "行政强制0", "行政事业性收费 5"])
    assert shown(report, "主动公开", "行政强制") == ["?"]
