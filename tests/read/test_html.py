"""Web pages."""

from __future__ import annotations

import time

import pytest

from compliance.errors import Problem
from compliance.model.document import Grid, Line
from compliance.numerals import read_number
from compliance.read import read_document
from compliance.read.html import read_html


def lines(document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def grids(document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def test_blocks_breaks_and_blanks(given):
    document = read_html(given(
        "<html><body>\n<p>一、总体<b>情况</b></p>\n<div>甲&nbsp;&nbsp;乙<br>"
        "丙 <span>丁\n</span></div>"
        "<p>&nbsp;</p></body></html>"))
    assert lines(document) == ["一、总体情况", "甲 乙", "丙 丁"]
    assert [block.location.line for block in document.blocks] == [2, 3, 3]
    assert document.blocks[1].location.path == "/html[1]/body[1]/div[1]"
    assert document.source.format == "html"


def test_what_nobody_sees_is_dropped(given):
    document = read_html(given(
        "<head><title>某页</title><style>p{}</style></head><script>var a='x'</script>"
        "<nav>导航</nav><p style='display: none'>藏</p><div hidden>藏</div><!-- 注 -->"
        "<ul><li><a>首页</a></li><li><a>政务公开</a></li></ul><p>见</p>"
        "<ul><li>公开信息3条</li><li><a>附件</a></li></ul>"))
    assert lines(document) == ["见", "公开信息3条", "附件"]


def test_spans(given):
    document = read_html(given(
        "<table><tr><td rowspan=3>三、</td><td colspan='2'>予以</td></tr>"
        "<tr><td rowspan='0'>不予</td><td>1</td></tr><tr><td>2<br></td></tr>"
        "<tr><td>结<br>转</td><td colspan=x>3</td></tr></table>"))
    (grid,) = grids(document)
    assert [[(c.text, c.column, c.row_span, c.column_span) for c in row] for row in grid.rows] == [
        [("三、", 0, 3, 1), ("予以", 1, 1, 2)],
        [("不予", 1, 3, 1), ("1", 2, 1, 1)],
        [("2", 2, 1, 1)],
        [("结转", 0, 1, 1), ("3", 2, 1, 1)],
    ]
    assert grid.rows[1][1].location.path.endswith("/table[1]/tr[2]/td[2]")


def test_figures_on_two_lines_of_a_cell_stay_apart(given):
    document = read_html(given("<table><tr><td>甲</td><td>1<br>2</td></tr></table>"))
    assert grids(document)[0].rows[0][1].text == "1  2"
    assert read_number("1  200") is None


def test_layout_tables_are_flattened(given):
    long = "我区认真贯彻落实。" * 30
    document = read_html(given(
        f"<table><tr><td><p>一、总体情况</p><p>{long}</p>"
        "<table><tr><td>规章</td><td>1</td></tr></table></td></tr></table>"
        f"<table><tr><td>左</td><td>{long}</td></tr></table><table><tr><td>独</td></tr></table>"))
    assert lines(document) == ["一、总体情况", long, "左", long, "独"]
    assert len(grids(document)) == 1


def test_hostile_spans_and_widths(given):
    row = "<td colspan=99999 rowspan=99999>1</td>" * 200
    document = read_html(given(f"<table>{('<tr>' + row + '</tr>') * 50}</table>"))
    widest = max(c.column + c.column_span for g in grids(document) for r in g.rows for c in r)
    assert widest <= 1100


def page(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def test_an_article_that_waits_for_its_script_is_read(given):
    """A saved page of some media keeps its article unseen until a script shows it."""
    document = read_html(given(
        "<h1>甲县水务局年报</h1><div id='c' style='visibility: hidden; opacity: 0'>"
        "<section><p>一、总体情况</p><p>全年公开信息96条。</p><p style='display:none'>藏</p>"
        "<table><tr><td>规章</td><td>3</td></tr><tr><td>许可</td><td>5</td></tr></table>"
        "</section></div>"))
    assert lines(document) == ["甲县水务局年报", "一、总体情况", "全年公开信息96条。"]
    assert [[cell.text for cell in row] for row in grids(document)[0].rows] \
        == [["规章", "3"], ["许可", "5"]]


def test_an_unseen_part_beside_the_article_stays_unseen(given):
    document = read_html(given("<p>一、总体情况</p><p>全年公开信息96条。</p>"
                               "<div style='visibility:hidden'>去年的旧文</div>"))
    assert lines(document) == ["一、总体情况", "全年公开信息96条。"]


ROWS = "".join(f"<tr><td>第{n}行</td><td>{n}</td></tr>" for n in range(12))
TABLE = f"<table>{ROWS}</table>"


def test_a_second_copy_of_the_page_is_kept_once(given):
    body = f"<h1>标题</h1><p>一、总体情况</p><p>工作。</p>{TABLE}<p>结尾</p>"
    document = read_html(given(page(body + "<hr>" + body + "<p>另有</p>")))
    assert lines(document) == ["标题", "一、总体情况", "工作。", "结尾", "另有"]
    assert len(grids(document)) == 1


def test_a_paragraph_printed_twice_is_the_reports_own(given):
    paragraph = "<p>全年公开信息三条，未收到申请。</p>"
    document = read_html(given(page(f"{paragraph}<p>甲</p>{paragraph}<p>乙</p>")))
    assert len(lines(document)) == 4


def test_title_and_facts(given):
    document = read_html(given(
        "<title>甲局2023年政府信息公开年度报告-甲县政府网</title>"
        "<meta name=PubDate content='2024-01-17'>"
        "<h1>甲局2023年政府信息公开年度报告</h1><table><tr><td>发布机构</td><td>甲局</td></tr>"
        "<tr><td>公开日期：</td><td>2024年1月18日</td></tr></table><p>正文</p>"))
    assert document.title == "甲局2023年政府信息公开年度报告"
    assert {name: value for name, (value, _) in document.facts.items()} == {
        "发布日期": "2024-01-17", "发布机构": "甲局", "公开日期": "2024年1月18日"}


@pytest.mark.parametrize("tag", ["div", "font", "table><tr><td", "ul><li", "b"])
def test_deep_nesting_is_refused(given, tag):
    with pytest.raises(Problem) as problem:
        read_html(given(f"<{tag}>" * 5000 + "正文"))
    assert "嵌套" in problem.value.text.zh


def test_nesting_up_to_the_limit_is_read(given):
    cell = "<div>" * 100 + "1" + "</div>" * 100
    document = read_html(given(
        "<div>" * 120 + f"<table><tr><td>规章</td><td>{cell}</td></tr></table>"))
    assert [cell.text for cell in grids(document)[0].rows[0]] == ["规章", "1"]


def test_too_many_elements_are_refused(given):
    with pytest.raises(Problem) as problem:
        read_html(given("<p>" * 700_000))
    assert "过大" in problem.value.text.zh


def test_many_paragraphs_take_linear_time(given):
    begun = time.perf_counter()
    read_html(given("<p>一</p>" * 50_000))
    assert time.perf_counter() - begun < 10


def test_no_entities_and_no_network(given, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    document = read_document(given(
        f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><html><body><p>甲&x;</p></html>"))
    assert "机密" not in "".join(lines(document))


@pytest.mark.parametrize("content", ["<html>", "<!-- x -->", "<script>x</script>", "</p>",
                                     "<html><body><img src=x></body></html>", "<p>&nbsp;</p>"])
def test_no_text(given, content):
    with pytest.raises(Problem) as problem:
        read_html(given(content))
    assert problem.value.text.zh


def test_truncated_page(given):
    document = read_html(given("<html><body><table><tr><td>规章</td><td>1</td></tr><tr><td>行政"))
    assert grids(document)[0].rows[1][0].text == "行政"


def test_gb18030_page(given):
    text = "<html><meta charset=gb2312><p>㑇镇政府信息公开工作年度报告，一、总体情况良好</p></html>"
    assert lines(read_html(given(text.encode("gb18030")))) == [
        "㑇镇政府信息公开工作年度报告，一、总体情况良好"]


def test_shanghai(real):
    document = read_document(real("shanghai-general-office-2019.html"))
    assert document.title == "2019年上海市人民政府办公厅政府信息公开工作年度报告"
    assert document.facts["发布日期"][0] == "2020-01-31"
    first, second, third = grids(document)
    assert [cell.text for cell in first.rows[2]] == ["规章", "13", "13", "524"]
    assert second.rows[5][0].row_span == 20
    assert [cell.column for cell in third.rows[1]] == [0, 1, 2, 3, 4, 5, 10]


def test_shuyang(real):
    document = read_document(real("shuyang-county-drc-2023.html"))
    assert document.title == "沭阳县发展和改革局2023年政府信息公开年度报告"
    assert document.facts["公开日期"][0] == "2024-01-17"
    assert document.facts["发布机构"][0] == "沭阳县发展和改革局"
    texts = lines(document)
    assert "走进沭阳" not in texts
    assert texts[-1] == "2024年1月17日"
    assert len(grids(document)) == 4
    assert grids(document)[2].rows[3][2].text == ""


def test_fixture(real):
    document = read_document(real("fixture-hangzhou-style-2025-SYNTHETIC-narrative.html"))
    table = grids(document)[1]
    assert [cell.text for cell in table.rows[3]][1:] == [
        "13612", "252", "0", "45", "128", "32", "14069"]
    assert table.rows[3][0].location.line == 38
