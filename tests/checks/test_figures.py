"""Cells: blanks, totals, whole counts, units of money."""

from decimal import Decimal

from compliance.model.report import CellNote, Report, Source


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
    assert outcomes("totals_filled", report(**rows)) == ["pass", "fail"]


def test_whole_counts(outcomes):
    assert outcomes("whole_counts", report(本年新收=[1, 0, 1])) == ["pass"]
    assert outcomes("whole_counts", report(本年新收=[Decimal("1.5"), 0, 1])) == ["fail"]
    assert outcomes("whole_counts", report(本年新收=[-1, 0, -1])) == ["fail"]
    doubtful = report(本年新收=[-1, 0, 1])
    doubtful.notes[("申请", "本年新收", 0)] = CellNote(doubt="?")
    assert outcomes("whole_counts", doubtful) == ["unknown"]


def test_amount_unit(outcomes):
    money = Report(kind="township", tables={"主动公开": {"行政事业性收费": [251000]}})
    assert outcomes("amount_unit", money) == ["pass"]
    assert outcomes("amount_unit", money, settings={"limits": {"township": 100000}}) == ["fail"]
    money.notes[("主动公开", "行政事业性收费", 0)] = CellNote(unit="元")
    assert outcomes("amount_unit", money) == ["fail"]
