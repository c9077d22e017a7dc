"""Cells: blanks, totals, whole counts, units of money."""

from dataclasses import replace
from decimal import Decimal

from compliance.model.report import CellNote, CellState, Report, Source

from .conftest import FORM, MONEY


def report(source=None, **rows):
    return Report(tables={"申请": rows}, source=source or Source())


def test_blanks(outcomes):
    assert outcomes("blanks", report(本年新收=[1, 0, 1])) == ["pass"]
    assert outcomes("blanks", report(本年新收=[1, None, 1])) == ["fail"]
    whole = report(本年新收=[None] * 3, 结转下年度=[None] * 3)
    assert outcomes("blanks", whole) == ["fail"]


def test_a_blank_total_is_told_once(outcomes):
    assert outcomes("blanks", report(本年新收=[1, 0, None])) == ["pass"]
    assert outcomes("totals_filled", report(本年新收=[1, 0, None])) == ["fail"]
    assert outcomes("totals_filled", report(本年新收=[1, 0, 1])) == ["pass"]
    plain = report(Source(format="text"), 本年新收=[1, 0, None])
    assert outcomes("totals_filled", plain) == ["unknown"]
    assert outcomes("totals_filled", report(本年新收=[1, 0])) == ["unknown"]


def test_a_total_row_blank_under_filled_parts(outcomes):
    rows = {"其他情形": [1, 0, 1], "办理结果总计": [None, 0, 1]}
    assert outcomes("totals_filled", report(**rows)) == ["fail"]


def test_whole_counts(outcomes):
    assert outcomes("whole_counts", report(本年新收=[1, 0, 1])) == ["pass"]
    assert outcomes("whole_counts", report(本年新收=[Decimal("1.5"), 0, 1])) == ["fail"]
    assert outcomes("whole_counts", report(本年新收=[-1, 0, -1])) == ["fail"]
    doubtful = report(本年新收=[-1, 0, 1])
    doubtful.notes[("申请", "本年新收", 0)] = CellNote(doubt="?")
    assert outcomes("whole_counts", doubtful) == ["unknown"]


def money(text="", unit="", header=""):
    made = Report(kind="township", tables={"主动公开": {"行政事业性收费": [251000]}})
    made.notes[("主动公开", "行政事业性收费", 0)] = CellNote(text=text, unit=unit)
    if header:
        made.headers = {"主动公开": {"本年收费金额": header}}
    return made


def test_amount_without_a_unit_may_be_too_large(outcomes):
    assert outcomes("amount_unit", money()) == ["pass"]
    assert outcomes("amount_unit", money(), settings={"limits": {"township": 100000}}) == ["fail"]


def test_amount_in_another_unit_than_its_head_says(outcomes):
    assert outcomes("amount_unit", money("251000元", "元")) == ["fail"]
    assert outcomes("amount_unit", money("25.1万元", "元")) == ["pass"]
    assert outcomes("amount_unit", money("251000", "元", "金额（单位：元）")) == ["fail"]


def test_amount_with_a_unit_where_no_head_says_one(outcomes):
    column = replace(MONEY.blocks[0].columns[0], label="")
    table = replace(MONEY, blocks=[replace(MONEY.blocks[0], columns=[column])])
    free = replace(FORM, tables=[table])
    assert outcomes("amount_unit", money("251000元", "元"), form=free) == ["pass"]


def test_blanks_of_a_table_are_one_finding_that_names_rows_and_columns(run):
    (seen,) = run("blanks", report(本年新收=[1, None, 1], 结转下年度=[0, None, 0],
                                   逾期不补正=[None, None, 0]))
    assert len(seen.cells) == 4
    assert "本年新收、结转下年度的其他" in seen.explanation.zh
    assert "逾期不补正的自然人、其他" in seen.explanation.zh
    (whole,) = run("blanks", report(本年新收=[1, None, 1], 结转下年度=[0, None, 0]))
    assert "各行（2 行）的其他" in whole.explanation.zh


def test_words_in_a_cell_of_counts_are_charged_where_nothing_was_lost_in_reading(outcomes):
    at = ("申请", "本年新收", 0)

    def worded(source):
        made = report(source, 本年新收=[CellState.UNREADABLE, 0, 1])
        made.notes[at] = CellNote(text="abc", doubt="not a number")
        return made

    assert outcomes("whole_counts", worded(Source(format="yaml"))) == ["fail"]
    assert outcomes("whole_counts", worded(Source(format="json"))) == ["fail"]
    assert outcomes("whole_counts", worded(Source(format="yaml", origin="pdf"))) == ["pass"]
    assert outcomes("whole_counts", worded(Source(format="html"))) == ["pass"]
