"""Workbooks: XLSX, XLS, ODS."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as forall
from hypothesis import strategies as st
from workbook_files import Plan, ods, ods_content, ods_package, report_plans, sample, xls, xlsx

from compliance import api
from compliance.errors import Problem
from compliance.model.document import Document, Grid, Line
from compliance.read import raw_file, read_document
from compliance.read.workbook import read_workbook

FORMATS = pytest.mark.parametrize("make", [xlsx, xls, ods])


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def grids(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.rows]
            for block in document.blocks if isinstance(block, Grid)]


def cells(document: Document) -> list[list[tuple[str, int, int, int]]]:
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    return [[(c.text, c.column, c.row_span, c.column_span) for c in row] for row in grid.rows]


@FORMATS
def test_a_whole_report_on_three_sheets(make, tmp_path):
    path = tmp_path / "报告"
    path.write_bytes(make(*report_plans()))
    report, truth = api.read(str(path)), sample()
    assert report.tables == {
        table: {row: [Decimal(str(v)) for v in values] for row, values in rows.items()}
        for table, rows in truth["tables"].items()}
    assert (report.title, report.year, report.form) == (truth["title"], 2024, "cn-2021")
    assert report.signed == date(2025, 3, 10)
    assert [s.heading for s in report.sections] == [s["heading"] for s in truth["sections"]]
    note = report.notes["申请", "本年新收", 6]
    assert note.location.path == "申请!J5"


@FORMATS
def test_lines_and_grids(make, given):
    plan = Plan("表1").line("甲局2023年情况", columns=3).line("单位：件")
    plan.line("名称", "制发", "有效").line("规章", 1, 12).line("许可", 2, "")
    plan.row += 1
    plan.line("说明：以上为全年数。").line("二、其他情况").line("名称", "件数").line("处罚", 3)
    document = read_document(given(make(plan)))
    assert [block.text if isinstance(block, Line) else len(block.rows)
            for block in document.blocks] == [
        "甲局2023年情况", "单位：件", 3, "说明：以上为全年数。", "二、其他情况", 2]
    assert grids(document)[0] == [["名称", "制发", "有效"], ["规章", "1", "12"], ["许可", "2", ""]]
    assert [block.location.path for block in document.blocks] == [
        "表1!A1", "表1!A2", "表1!A3:C5", "表1!A7", "表1!A8", "表1!A9:B10"]
    assert document.blocks[2].rows[1][2].location.path == "表1!C4"
    assert document.source.format == {xlsx: "xlsx", xls: "xls", ods: "ods"}[make]


@FORMATS
def test_merged_cells(make, given):
    plan = Plan("S")
    plan.put(0, 0, "项目", 2, 2)
    plan.put(0, 2, "数量", 1, 2)
    for column, text in ((2, "今年"), (3, "累计")):
        plan.put(1, column, text)
    plan.put(2, 0, "申请", 2)
    for row, label in ((2, "当面"), (3, "网络")):
        plan.put(row, 1, label)
        plan.put(row, 2, row, 1, 2)
    assert cells(read_workbook(given(make(plan)))) == [
        [("项目", 0, 2, 2), ("数量", 2, 1, 2)],
        [("今年", 2, 1, 1), ("累计", 3, 1, 1)],
        [("申请", 0, 2, 1), ("当面", 1, 1, 1), ("2", 2, 1, 2)],
        [("网络", 1, 1, 1), ("3", 2, 1, 2)],
    ]


@FORMATS
@pytest.mark.parametrize(("value", "text"), [
    (3, "3"), (3.0, "3"), (1573179, "1573179"), (0.1 + 0.2, "0.3"), (12.5, "12.5"), (-4, "-4"),
    (72701.2578, "72701.2578"), (1e15, "1000000000000000"), (1 / 3, "0.333333333"), (0, "0"),
    ("/", "/"), ("  规 章 ", "规 章"), ("规章\n数量", "规章数量"), ("1\n200", "1  200"),
    ("012", "012"),
])
def test_values(make, value, text, given):
    if make is ods and isinstance(value, float):
        pytest.skip("ODS stores the text that is shown")
    document = read_workbook(given(make(Plan("S").line("名称", "件数").line("甲", value))))
    assert grids(document) == [[["名称", "件数"], ["甲", text]]]


def formatted(value: object, code: str) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["名称", "数"])
        sheet.write(1, 0, "甲")
        style = book.add_format({"num_format": code})
        if isinstance(value, datetime):
            sheet.write_datetime(1, 1, value, style)
        else:
            sheet.write(1, 1, value, style)
    return out.getvalue()


def formatted_xls(value: object, code: str) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for column, text in enumerate(("名称", "数")):
        sheet.write(0, column, text)
    sheet.write(1, 0, "甲")
    sheet.write(1, 1, value, xlwt.easyxf(num_format_str=code))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("make", [formatted, formatted_xls])
@pytest.mark.parametrize(("value", "code", "text"), [
    (0.0234, "0.00%", "2.34%"), (0.0234, "0%", "2%"), (1, "0%", "100%"), (0.125, "0.0%", "12.5%"),
    (1573179, "#,##0", "1,573,179"), (12.5, "0.00", "12.50"), (12.496, "0.00", "12.50"),
    (2.345, "0.00", "2.35"), (780, '0"件"', "780件"), (1234.5, '"¥"#,##0.00', "1,234.50元"),
    (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0"), (0, "0;-0;;@", "0"),
    (-5, "0_);[Red]\\(0\\)", "-5"), (-5, "0;[Red]0", "-5"), (3, "@", "3"), (1.5, "# ?/?", "1.5"),
    (12345, '0\\.0,"万"', "12345"), (5, "[>9]0;0.0", "5"), (0.25, "0.00E+00", "0.25"),
    (datetime(2025, 3, 10), 'yyyy"年"m"月"d"日"', "2025年3月10日"),
    (datetime(2025, 3, 10), "yyyy-mm-dd", "2025-03-10"),
    (datetime(2025, 3, 10, 9, 5), "yyyy/m/d h:mm", "2025/3/10 9:05"),
    (datetime(2025, 3, 10), '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二五年三月十日"),
    (datetime(2025, 12, 31), "yyyy年m月d日;@", "2025年12月31日"),
])
def test_formats(make, value, code, text, given):
    assert grids(read_workbook(given(make(value, code))))[0][1] == ["甲", text]


def test_formulas_and_errors(given):
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["名称", "一", "二", "三", "四"])
        sheet.write(1, 0, "甲")
        sheet.write_formula(1, 1, "=SUM(1,2)", None, 3)
        sheet.write_formula(1, 2, "=A9", None, "#REF!")
        sheet.write_formula(1, 3, '="a"&"b"', None, "ab")
        sheet.write_boolean(1, 4, True)
    assert grids(read_workbook(given(out.getvalue())))[0][1] == ["甲", "3", "#REF!", "ab", "TRUE"]


def test_what_is_hidden_is_not_read(given):
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        shown, hidden, very = map(book.add_worksheet, ("显", "隐", "深"))
        hidden.write(0, 0, "不应读出")
        hidden.hide()
        very.write(0, 0, "不应读出")
        very.very_hidden()
        for row, values in enumerate([["名称", 9, "一", "二"], ["藏", 9, 8, 7], ["甲", 9, 1, 2]]):
            shown.write_row(row, 0, values)
        shown.set_row(1, options={"hidden": True})
        shown.set_column(1, 1, options={"hidden": True})
        shown.merge_range(3, 0, 3, 2, "合计")
        shown.write(3, 3, 3)
    document = read_workbook(given(out.getvalue()))
    assert cells(document) == [
        [("名称", 0, 1, 1), ("一", 1, 1, 1), ("二", 2, 1, 1)],
        [("甲", 0, 1, 1), ("1", 1, 1, 1), ("2", 2, 1, 1)],
        [("合计", 0, 1, 2), ("3", 2, 1, 1)],
    ]
    assert document.blocks[0].rows[1][1].location.path == "显!C3"


def test_hidden_parts_of_an_old_workbook(given):
    import xlwt

    book = xlwt.Workbook()
    shown, hidden = book.add_sheet("显"), book.add_sheet("隐")
    hidden.write(0, 0, "不应读出")
    hidden.visibility = 1
    for row, values in enumerate([["名称", 9, "一"], ["藏", 9, 8], ["甲", 9, 1]]):
        for column, value in enumerate(values):
            shown.write(row, column, value)
    shown.row(1).hidden = True
    shown.col(1).hidden = True
    out = io.BytesIO()
    book.save(out)
    assert grids(read_workbook(given(out.getvalue()))) == [[["名称", "一"], ["甲", "1"]]]


ODS_HIDDEN = ods_content(
    '<table:table table:name="隐" table:style-name="ta2"><table:table-row><table:table-cell>'
    "<text:p>不应读出</text:p></table:table-cell></table:table-row></table:table>"
    '<table:table table:name="显" table:style-name="ta1"><table:table-column/>'
    '<table:table-column-group><table:table-column table:visibility="collapse"/>'
    '</table:table-column-group><table:table-column table:number-columns-repeated="2"/>'
    "<table:table-header-rows><table:table-row>"
    "<table:table-cell><text:p>名<text:s/>称</text:p></table:table-cell>"
    "<table:table-cell><text:p>藏</text:p></table:table-cell>"
    '<table:table-cell><text:p>一</text:p><office:annotation><text:p>批注</text:p></office:annotation>'
    "</table:table-cell><table:table-cell><text:p>二</text:p></table:table-cell>"
    "</table:table-row></table:table-header-rows>"
    '<table:table-row table:visibility="filter"><table:table-cell><text:p>藏</text:p>'
    '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2">'
    "<table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell><table:table-cell/>"
    '<table:table-cell table:number-columns-repeated="2" office:value-type="float" '
    'office:value="0"><text:p>-</text:p></table:table-cell></table:table-row>'
    '<table:table-row><table:table-cell><text:p>丙</text:p></table:table-cell><table:table-cell/>'
    '<table:table-cell office:value-type="percentage" office:value="0.0234"/>'
    '<table:table-cell office:value-type="float" office:value="0" calcext:value-type="error">'
    "<text:p>#REF!</text:p></table:table-cell></table:table-row>"
    '<table:table-row><table:table-cell><text:p>丁</text:p></table:table-cell><table:table-cell/>'
    '<table:table-cell office:value-type="currency" office:value="12.5"><text:p>￥12.50</text:p>'
    '</table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-03-10">'
    "<text:p>2025年3月10日</text:p></table:table-cell></table:table-row></table:table>",
    '<style:style style:name="ta1" style:family="table"><style:table-properties '
    'table:display="true"/></style:style><style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>')


def test_an_opendocument_sheet(given):
    document = read_document(given(ods_package(ODS_HIDDEN)))
    assert grids(document) == [[
        ["名 称", "一", "二"], ["甲乙", "0", "0"], ["甲乙", "0", "0"], ["丙", "2.34%", "#REF!"],
        ["丁", "12.50元", "2025年3月10日"]]]


def test_tables_beside_each_other(given):
    plan = Plan("S")
    for row, (left, right) in enumerate([(("名称", "件"), ("地区", "件")), (("甲", 1), ("东", 3)),
                                         (("乙", 2), ("西", 4))]):
        for at, value in enumerate([*left, None, *right]):
            if value is not None:
                plan.put(row, at, value)
    assert grids(read_workbook(given(xlsx(plan)))) == [
        [["名称", "件"], ["甲", "1"], ["乙", "2"]], [["地区", "件"], ["东", "3"], ["西", "4"]]]


def test_a_blank_column_inside_a_table_is_kept(given):
    plan = Plan("S").line("名称", "单位", "件数").line("规章", "", 1).line("许可", "", 2)
    blank = Plan("T").line("名称", "", "件数").line("规章", "", 1).line("许可", "", 2)
    blank.cells = [cell for cell in blank.cells if cell[2] != ""]
    document = read_workbook(given(xlsx(plan, blank)))
    assert grids(document) == [
        [["名称", "单位", "件数"], ["规章", "", "1"], ["许可", "", "2"]],
        [["名称", "", "件数"], ["规章", "", "1"], ["许可", "", "2"]]]


def test_rows_left_blank_stay_rows(given):
    """A table that nobody filled in: labels alone, below a head."""
    plan = Plan("S").line("项目", "自然人", "总计")
    for label in ("一、本年新收政府信息公开申请数量", "（一）予以公开", "四、结转下年度继续办理"):
        plan.line(label)
    assert [len(row) for row in grids(read_workbook(given(xlsx(plan))))[0]] == [3, 3, 3, 3]


def test_running_text_in_cells_is_lines(given):
    long = "我区认真贯彻落实。" * 30
    plan = Plan("S").line("序号", "问题", "措施").line(1, long, long + "\n二是改进。")
    document = read_workbook(given(xlsx(plan)))
    assert lines(document) == ["序号", "问题", "措施", "1", long, long, "二是改进。"]


def test_raised_notes_do_not_run_into_figures(given):
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, raised = book.add_worksheet("S"), book.add_format({"font_script": 1})
        sheet.write_row(0, 0, ["名称", "件数"])
        sheet.write(1, 0, "甲")
        sheet.write_rich_string(1, 1, "35", raised, "1", " ")
    assert grids(read_workbook(given(out.getvalue())))[0][1] == ["甲", "35[1]"]


def broken(data: bytes, name: str, change) -> bytes:
    """A package with one part changed; left out when ``change`` gives nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, \
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = change(old.read(entry)) if entry == name else old.read(entry)
            if content is not None:
                new.writestr(entry, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOOK = xlsx(Plan("S").line("名称", "件数").line("甲", 1))


def test_cells_without_references(given):
    """Some programs leave out where a row and a cell stand."""
    data = broken(BOOK, SHEET, lambda xml: re.sub(rb' r="[A-Z]*\d+"', b"", xml))
    assert grids(read_workbook(given(data))) == [[["名称", "件数"], ["甲", "1"]]]


@pytest.mark.parametrize("value", [b"<v></v>", b"<v/>", b""])
def test_a_formula_that_was_never_worked_out_is_no_blank(value, given):
    data = broken(BOOK, SHEET, lambda xml: xml.replace(b"<v>1</v></c></row></sheetData>",
                                                       b"<f>1+B9</f>" + value
                                                       + b"</c></row></sheetData>"))
    assert grids(read_workbook(given(data))) == [[["名称", "件数"], ["甲", "=1+B9"]]]


def test_inline_strings_and_other_prefixes(given):
    xml = (b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
           b'<x:sheetData><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>a_x000D_b</x:t></x:is>'
           b'</x:c><x:c r="C3" t="n"><x:v>7</x:v></x:c><x:c r="D3"/></x:row></x:sheetData>'
           b"</x:worksheet>")
    document = read_workbook(given(broken(BOOK, SHEET, lambda _: xml)))
    assert grids(document) == [[["a b", "7"]]]
    assert document.blocks[0].location.path == "S!B3:C3"


FAR = (b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
       b'<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
       b'<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>%s</worksheet>')


def test_cells_far_apart_take_no_room(given):
    document = read_workbook(given(broken(BOOK, SHEET, lambda _: FAR % b"")))
    assert [(block.text, block.location.path) for block in document.blocks] == [
        ("1", "S!A1"), ("2", "S!XFD1048576")]


@pytest.mark.parametrize(("data", "words"), [
    (broken(BOOK, SHEET, lambda _: FAR % b'<mergeCell ref="A1:XFD1048576"/>'), "内容过多"),
    (broken(BOOK, SHEET, lambda xml: xml[:-30]), "XML 写法有误"),
    (broken(BOOK, SHEET, lambda xml: xml.decode().encode("utf-16")), "XML 写法有误"),
    (broken(BOOK, SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml), "DTD"),
    (broken(BOOK, "xl/workbook.xml", lambda _: None), "缺少"),
    (broken(BOOK, "xl/workbook.xml", lambda xml: xml.replace(
        b"<sheets>", b"<sheets>" + b'<sheet name="a"/>' * 300)), "工作表超过"),
    (xlsx(Plan("S").line("")), "没有文字"), (BOOK[:-200], "损坏"),
    (ods_package(ods_content("")), "没有文字"), (ods_package("<a>"), "XML 写法有误"),
    (ods_package(ods_content("<table:table><table:table-row table:number-rows-repeated='1000000'>"
                             "<table:table-cell><text:p>1</text:p></table:table-cell>"
                             "</table:table-row></table:table>")), "内容过多"),
    (xls(Plan("S").line("甲", 1))[:-2000], "损坏"),
])
def test_what_cannot_be_read(given, data, words):
    with pytest.raises(Problem) as problem:
        read_workbook(given(data))
    assert words in problem.value.text.zh


OLD = xls(Plan("S").line("名称", "件数").line("规章", 1).line("许可", 2.5))
FILEPASS = b"\x2f\x00"
LOCKED = [
    ods_package("?", **{"META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
    OLD[:532] + FILEPASS + OLD[534:],
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage\0".encode("utf-16-le"),
]


@pytest.mark.parametrize("data", LOCKED)
def test_passwords(given, data):
    with pytest.raises(Problem) as problem:
        read_document(given(data))
    assert "密码" in problem.value.text.zh


SHARED = broken(BOOK, "docProps/app.xml", lambda _: None)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@forall(st.sampled_from([OLD, SHARED, ods(Plan("S").line("甲", 1))]), st.data())
def test_damaged_workbooks_never_fail_otherwise(data, draw):
    """Bytes changed, cut and doubled: a document or a Problem."""
    content = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 12))):
        at = draw.draw(st.integers(0, len(content) - 1))
        content[at:at + draw.draw(st.integers(0, 2))] = draw.draw(st.binary(max_size=3))
    try:
        assert read_workbook(raw_file("x", bytes(content))).blocks
    except Problem as problem:
        assert problem.text.zh  # noqa: PT017


@settings(max_examples=60, deadline=None)
@forall(st.lists(st.lists(st.integers(0, 10**9), min_size=2, max_size=6), min_size=1, max_size=6),
        st.sampled_from([xlsx, xls, ods]))
def test_any_figures_come_back(rows, make):
    width = max(map(len, rows))
    rows = [[*row, *[0] * (width - len(row))] for row in rows]
    document = read_workbook(raw_file("x", make(*[Plan("S", row=0).line(*map(str, range(width)))])))
    assert len(document.blocks) == 1
    plan = Plan("S")
    for row in rows:
        plan.line("项", *row)
    assert grids(read_workbook(raw_file("x", make(plan)))) == [
        [["项", *map(str, row)] for row in rows]]


@FORMATS
def test_what_stands_right_below_a_table_is_text(make, given):
    plan = Plan("表1").line("名称", "制发", "有效").line("规章", 1, 12).line("许可", 2, 3)
    plan.line("主要问题：一是更新偏慢。", columns=2).line("某县教育局").line("2024年1月10日")
    document = read_document(given(make(plan)))
    assert lines(document) == ["主要问题：一是更新偏慢。", "某县教育局", "2024年1月10日"]
    assert grids(document) == [[["名称", "制发", "有效"], ["规章", "1", "12"], ["许可", "2", "3"]]]
