"""Tables of web pages, as a browser forms them."""

from __future__ import annotations

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from compliance.model.document import Document, Grid, Line
from compliance.numerals import read_number
from compliance.read import raw_file
from compliance.read.html import read_html


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def placed(grid: Grid) -> list[list[tuple[str, int, int, int]]]:
    return [[(c.text, c.column, c.row_span, c.column_span) for c in row] for row in grid.rows]


def table(rows: str) -> str:
    return f"<html><body><table>{rows}</table></body></html>"


@pytest.mark.parametrize(("written", "span"), [
    ("2", 2), (" 2", 2), ("2px", 2), ("2.9", 2), ("+2", 2), ("0", 1), ("-1", 1), ("x", 1),
    ("", 1), ("２", 1), ("10000", 100), ("99999999999999999999", 100),
])
def test_column_spans_as_browsers_read_them(given, written, span):
    document = read_html(given(table(f"<tr><td colspan='{written}'>规章</td><td>1</td></tr>")))
    assert placed(grids(document)[0])[0] == [("规章", 0, 1, span), ("1", span, 1, 1)]


def test_row_span_zero_reaches_the_end_of_its_section(given):
    document = read_html(given(table(
        "<tbody><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr></tbody>"
        "<tbody><tr><td rowspan=9>乙</td><td>3</td></tr></tbody><tr><td>丙</td><td>4</td></tr>")))
    assert placed(grids(document)[0]) == [
        [("甲", 0, 2, 1), ("1", 1, 1, 1)], [("2", 1, 1, 1)],
        [("乙", 0, 1, 1), ("3", 1, 1, 1)], [("丙", 0, 1, 1), ("4", 1, 1, 1)],
    ]


def test_head_and_foot_are_shown_first_and_last(given):
    document = read_html(given(table(
        "<tfoot><tr><td>总计</td><td>3</td></tr></tfoot>"
        "<tbody><tr><td>规章</td><td>3</td></tr></tbody>"
        "<thead><tr><td>名称</td><td>件数</td></tr></thead>")))
    assert texts(grids(document)[0]) == [["名称", "件数"], ["规章", "3"], ["总计", "3"]]


@pytest.mark.parametrize("rows", [
    "<tr><td>规章<td>1<tr><td>许可<td>2",
    "<td>规章</td><td>1</td><tr><td>许可</td><td>2</td></tr>",
    "<form><tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr></form>",
    "<tr><form><td>规章</td><td>1</td></form></tr><tr><td><p>许可<td><p>2</tr>",
    "<colgroup><col><col></colgroup><tr><td>规章</td><td>1</td></tr>"
    "<tr style='display:none'><td>藏</td><td>9</td></tr><tr><td>许可</td><td>2</td></tr>",
    "<tr><td>规章</td><td style='display: none'>9</td><td>1</td></tr>"
    "<tr hidden><td>藏</td><td>9</td></tr><tr><td>许可</td><td>2</td></tr>",
    "<tr><td>规章</td><td><table><tr><td>1</td></tr></table></td></tr>"
    "<tr><td>许可</td><td>2</td></tr>",
])
def test_untidy_rows(given, rows):
    assert texts(grids(read_html(given(table(rows))))[0]) == [["规章", "1"], ["许可", "2"]]


def test_an_invisible_cell_holds_its_place(given):
    document = read_html(given(table(
        "<tr><td>规章</td><td style='visibility:hidden'>9</td><td>1</td></tr>"
        "<tr style='visibility: hidden'><td>甲</td><td>8</td><td>7</td></tr>")))
    assert texts(grids(document)[0]) == [["规章", "", "1"], ["", "", ""]]


@pytest.mark.parametrize(("cell", "text"), [
    ("&nbsp;", ""), ("&nbsp;&ensp;\u200b", ""), ("<p>&nbsp;</p>", ""),
    ("3<span>5</span>25", "3525"), ("3 525", "3 525"), ("3&nbsp;525", "3 525"),
    ("规章<br>数量", "规章数量"), ("<p>规章</p><p>数量</p>", "规章数量"), ("Table<br>2", "Table 2"),
    ("<b>自然</b><i>人</i>", "自然人"), ("甲\n  <span>乙</span>", "甲 乙"), ("1<br>573", "1  573"),
    ("<o:p>&nbsp;</o:p>", ""), ("<span style='mso-spacerun:yes'>&nbsp; </span>35", "35"),
    ("35<sup>[1]</sup>", "35"), ("35<sup>①</sup>", "35"), ("35<sup>注1</sup>", "35"),
    ("35<sup>1</sup>", "35[1]"), ("平方米<sup>2</sup>", "平方米2"),
    ("<input type=text value=35>", "35"), ("<input value='35'>件", "件"),
    ("<input type=hidden value=35>", ""), ("<textarea>35\n</textarea>", "35"),
    ("<img src=a.png>", "[图片]"), ("<img src=a.gif width=1 height=1>", ""),
    ("<img src=a.png>35", "35"), ("<script>x</script>35<style>y</style>", "35"),
    ("<span style='display:none'>9</span>35", "35"), ("<del>9</del>", "9"),
])
def test_text_of_a_cell(given, cell, text):
    document = read_html(given(table(
        f"<tr><td>规章</td><td>{cell}</td></tr><tr><td>许可</td><td>1</td></tr>")))
    assert grids(document)[0].rows[0][1].text == text


@pytest.mark.parametrize("doubtful", ["1  573", "35[1]", "[图片]"])
def test_what_stands_for_doubt_is_no_number(doubtful):
    assert read_number(doubtful) is None


def test_what_stands_beside_the_rows_is_not_lost(given):
    document = read_html(given(
        "<body><table><caption>表二 主动公开</caption>单位：件<tr><td>规章</td><td>1</td></tr>"
        "<tr><td>许可</td><td>2</td></tr><p>三、收到和处理申请情况</p><div>正文。"
        "<table><tr><td>自然人</td><td>总计</td></tr><tr><td>3</td><td>4</td></tr></table></div>"))
    first, second = grids(document)
    assert (texts(first), texts(second)) == (
        [["规章", "1"], ["许可", "2"]], [["自然人", "总计"], ["3", "4"]])
    assert lines(document) == ["表二 主动公开", "单位：件", "三、收到和处理申请情况", "正文。"]
    assert document.blocks.index(first) == 2


def test_a_table_of_several_tables_lays_out_the_page(given):
    inner = table("<tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr>")
    document = read_html(given(table(
        f"<tr><td>首页</td><td>{inner}</td></tr><tr><td colspan=2>版权</td></tr>")))
    assert texts(grids(document)[0]) == [["规章", "1"], ["许可", "2"]]
    assert lines(document) == ["首页", "版权"]


def test_rows_without_their_table(given):
    rows = "\n<tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr>"
    document = read_html(given(rows))
    assert texts(grids(document)[0]) == [["规章", "1"], ["许可", "2"]]


HEAD = "<tr><td rowspan=2>项目</td><td colspan=2>2023</td></tr><tr><td>制发</td><td>有效</td></tr>"
BODY = "<tr><td>规章</td><td>1</td><td>12</td></tr>"


def test_a_head_in_a_table_of_its_own_joins_its_rows(given):
    page = f"<div><table>{HEAD}</table></div>\n<div><table>{BODY}</table></div>"
    document = read_html(given(page))
    (grid,) = grids(document)
    assert texts(grid) == [["项目", "2023"], ["制发", "有效"], ["规章", "1", "12"]]
    assert [cell.row for row in grid.rows for cell in row] == [0, 0, 1, 1, 2, 2, 2]
    assert (grid.location.line, grid.location.end_line) == (1, 2)


@pytest.mark.parametrize("second", [
    f"<p>四、复议</p><table>{BODY}</table>",                        # words between
    "<table><tr><td>规章</td><td>1</td></tr></table>",              # another width
    "<table><tr><td>规章</td><td>甲</td><td>乙</td></tr></table>",  # no figures
])
def test_tables_that_are_not_head_and_rows_stay_two(given, second):
    assert len(grids(read_html(given(f"<table>{HEAD}</table>{second}")))) == 2


def test_tables_of_divisions(given):
    """Rows and cells by class only: each cell is a line, and nothing is lost."""
    row = "<div class=row><div class=cell>{}</div><div class=cell>{}</div></div>"
    document = read_html(given("<div class=table>" + row.format("规章", 1) + row.format("许可", 2)))
    assert lines(document) == ["规章", "1", "许可", "2"]


CELLS = st.sampled_from([
    "<td>{}</td>", "<td>{}", "<th>{}</th>", "<td rowspan=2>{}</td>", "<td colspan=3>{}</td>",
    "<td rowspan=0>{}", "<td colspan=10000 rowspan=10000>{}</td>",
    "<td style='display:none'>{}</td>", "<td><div>{}", "<td></p>{}</td></td>",
    "<td><table><tr><td>{}</table>", "<form><td>{}</form>",
])
TAGS = st.sampled_from(["<tr>", "</tr>", "<tbody>", "</tbody>", "<thead>", "<tfoot>", "</table>",
                        "<table>", "<p>", "</div>", "<caption>", "<br>", "文", "</td>"])


@settings(max_examples=150, deadline=None)
@forall(st.lists(st.one_of(CELLS, TAGS), max_size=40))
def test_no_cell_overlaps_and_no_text_is_lost(pieces):
    """Whatever the tags, each text that is shown is read, at a place of its own."""
    body = "".join(piece.format(f"值{at}。") for at, piece in enumerate(pieces))
    document = read_html(raw_file("page", f"<p>头</p><table><tr>{body}".encode()))
    shown = "".join(lines(document)) + "".join(
        cell.text for grid in grids(document) for row in grid.rows for cell in row)
    for at, piece in enumerate(pieces):
        if "{}" in piece and "none" not in piece:
            assert f"值{at}。" in shown, body
    for grid in grids(document):
        for row in grid.rows:
            starts = [cell.column for cell in row]
            ends = [cell.column + cell.column_span for cell in row]
            assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize(("cell", "text"), [
    ("<s>12</s>35", "35"), ("<del>1</del>0", "0"), ("<strike>9</strike> 8", "8"),
    ("<span style='text-decoration: line-through'>12</span>35", "35"),
    ("行政许可<sup>1</sup>", "行政许可"), ("行政许可<sup>[2]</sup>", "行政许可"),
    ("行政许可<span style='vertical-align:super'>①</span>", "行政许可"),
    ("平方米<sup>2</sup>", "平方米2"), ("35<sup><a href='#n1'>1</a></sup>", "35"),
    ("35<a href='#n1'><sup>1</sup></a>", "35"), ("35<sup>1</sup>", "35[1]"),
    ("行政\n  处罚", "行政处罚"), ("行政 处罚", "行政 处罚"), ("2020\n年", "2020 年"),
])
def test_struck_out_figures_marks_of_notes_and_wrapped_words(given, cell, text):
    document = read_html(given(table(
        f"<tr><td>{cell}</td><td>规章</td></tr><tr><td>许可</td><td>1</td></tr>")))
    assert grids(document)[0].rows[0][0].text == text


def test_a_struck_out_cell_keeps_its_column(given):
    document = read_html(given(table(
        "<tr><td>规章</td><td style='text-decoration:line-through'>1</td><td>2</td></tr>"
        "<tr><td>许可</td><td>1</td><td>3</td></tr>")))
    assert texts(grids(document)[0])[0] == ["规章", "1", "2"]
