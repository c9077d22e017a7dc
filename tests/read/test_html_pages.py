"""Whole saved pages: what surrounds a report, and what tools leave in it."""

from __future__ import annotations

import pytest

from compliance.model.document import Document, Grid, Line
from compliance.read import RawFile, read_document
from compliance.read.html import read_html

TITLE = "甲县2023年政府信息公开工作年度报告"
ROWS = "".join(f"<tr><td>第{n}行</td><td>{n}</td></tr>" for n in range(12))
REPORT = (f"<h1>{TITLE}</h1><p>根据条例编制，数据截至年底。</p><p>一、总体情况</p>"
          f"<p>全年公开信息35条，均按期答复。</p><table>{ROWS}</table><p>2024年1月20日</p>")
READ = [TITLE, "根据条例编制，数据截至年底。", "一、总体情况", "全年公开信息35条，均按期答复。",
        "2024年1月20日"]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


MENU = "<ul class=nav>" + "".join(f"<li><a href=/{n}>栏目{n}</a></li>" for n in range(9)) + "</ul>"
SAVED = (
    f"<!DOCTYPE html>\n<!-- saved from url=(0030)http://example.invalid/x.html -->\n<html><head>"
    f"<meta charset='utf-8'><title>{TITLE}_甲县人民政府</title><style>.a{{color:red}}</style>"
    f"<script>var t = '<table><tr><td>1</td></tr></table>';</script></head><body>"
    f"<nav><a href=/>首页</a></nav>{MENU}<noscript>请打开脚本</noscript>"
    f"<iframe src=count.html>统计</iframe><select><option>打印</option></select>"
    f"<div id=article>{REPORT}</div>"
    f"<ul><li><a href=a.doc>附件1：表格.doc</a></li><li><a href=b.doc>附件2：说明.doc</a></li></ul>"
    f"<div style='display:none' id=print>{REPORT}</div><script>count()</script></body></html>"
)


def test_a_saved_page(given):
    document = read_html(given(SAVED))
    assert lines(document) == READ
    assert len(grids(document)) == 1
    assert document.title == TITLE


def test_menus_by_divisions_are_lines_and_do_no_harm(given):
    menu = "<div class=menu>" + "".join(f"<a>栏目{n}</a>" for n in range(5)) + "</div>"
    document = read_html(given(f"<body>{menu}{REPORT}</body>"))
    assert lines(document) == ["栏目0栏目1栏目2栏目3栏目4", *READ]
    assert document.title == TITLE


@pytest.mark.parametrize("second", [
    f"<div class=mobile>{REPORT}</div>",
    f"<div class=mobile>{REPORT.replace('<p>', '<div><b>').replace('</p>', '</b></div>')}</div>",
    f"<div class=mobile>{REPORT.replace('</p><p>', '<br>')}</div>",
])
def test_a_copy_for_telephones_is_read_once(given, second):
    document = read_html(given(f"<body><div class=desktop>{REPORT}</div>{second}</body>"))
    assert lines(document) == READ
    assert len(grids(document)) == 1


@pytest.mark.parametrize(("declared", "written"), [
    ("utf-8", "gb18030"), ("utf-8", "gbk"), ("gb2312", "gb18030"), ("gbk", "utf-8"),
    ("gb2312", "utf-8-sig"), ("utf-8", "utf-16"), ("", "gb18030"), ("", "utf-8"),
    ("iso-8859-1", "gbk"), ("nonsense", "gbk"),
])
def test_the_bytes_count_for_more_than_the_declaration(given, declared, written):
    head = f"<meta charset={declared}>" if declared else ""
    rare = "㑇" if "18030" in written or "utf" in written else ""
    page = f"<html><head>{head}</head><body>{REPORT}<p>{rare}镕</p></body></html>"
    assert lines(read_document(given(page.encode(written)))) == [*READ, f"{rare}镕"]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_character_cut_in_two_costs_that_character_only(given, encoding):
    """A site that shortens titles by bytes makes a page that fits no encoding as a whole."""
    cut = TITLE[:15].encode(encoding)[:-1]
    page = b"<html><head><title>" + cut + f"</title></head><body>{REPORT}".encode(encoding)
    document = read_html(given(page))
    assert lines(document) == READ
    assert document.title == TITLE


def test_a_title_cut_short_gives_way_to_the_printed_one(given):
    document = read_html(given(f"<title>{TITLE[:15]}...</title><body>{REPORT}"))
    assert document.title == TITLE


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head><body lang=ZH-CN>
<div class=WordSection1><p class=MsoNormal><span lang=EN-US>2023</span>年公开信息<span
lang=EN-US>35<o:p></o:p></span>条<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span>
</span><![endif]>总体情况</p>
<p><span style='mso-hide:all'>藏</span><?xml:namespace prefix = o />见</p>
<table class=MsoTable style='mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'>
<td style='mso-border-alt:solid windowtext .5pt'><p class=MsoNormal align=center>规<o:p></o:p>
章</p></td><td><p class=MsoNormal><span lang=EN-US>12<o:p></o:p></span></p></td></tr>
<![if !supportMisalignedColumns]><tr height=0><td width=100></td><td></td></tr><![endif]>
</table><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>"""


def test_a_page_saved_by_word(given):
    document = read_html(given(WORD))
    assert lines(document) == ["2023年公开信息35条", "一、 总体情况", "见"]
    assert [[cell.text for cell in row] for row in grids(document)[0].rows] == [
        ["规 章", "12"], ["", ""]]


WPS = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator"
content="WPS Office"><style>@font-face{font-family:"仿宋_GB2312";} td{border:solid;}</style></head>
<body style="tab-interval:21pt;"><!--StartFragment--><div class="Section0"><p class="MsoNormal"
style="mso-char-indent-count:2.0000;"><span style="font-family:仿宋_GB2312;"><font face="仿宋"
>全年新收申请</font>3</span><span>5</span><font>件。</font></p><table class="MsoNormalTable"><tr
><td><p align="center"><font>规章</font><o:p></o:p></p></td><td><p><span>1</span><span>2
</span></p></td></tr><tr><td>许可</td><td>&nbsp;</td></tr></table></div><!--EndFragment--></body>"""


def test_a_page_saved_by_wps(given):
    document = read_html(given(WPS))
    assert lines(document) == ["全年新收申请35件。"]
    assert [[cell.text for cell in row] for row in grids(document)[0].rows] == [
        ["规章", "12"], ["许可", ""]]


def test_typed_lines_are_kept(given):
    """A text that a browser shows by itself is one ``<pre>``."""
    document = read_html(given(
        f"<html><head></head><body><pre style='white-space: pre-wrap;'>{TITLE}\n\n一、总体情况\n"
        "公开35条。\n规章\t1\n许可\t2 &amp; 3\n</pre></body></html>"))
    assert lines(document) == [TITLE, "一、总体情况", "公开35条。"]
    (grid,) = grids(document)
    assert [[cell.text for cell in row] for row in grid.rows] == [["规章", "1"], ["许可", "2 & 3"]]
    place = grid.rows[1][0].location
    assert (place.line, place.column, place.path) == (6, None, "/html[1]/body[1]/pre[1]")


def test_markdown_with_tables_in_html(given):
    document = read_document(given(
        f"# {TITLE}\n\n## 一、总体情况\n公开35条，a<b & c。\n\n<table><tr><td rowspan=2>规章</td>"
        "<td>1</td></tr>\n<tr><td>2</td></tr></table>\n\n| 甲 | 乙 |\n|---|---|\n| 许可 | 3 |\n"))
    assert lines(document) == [TITLE, "一、总体情况", "公开35条，a<b & c。"]
    assert [block.location.line for block in document.blocks] == [1, 3, 4, 6, 9]
    assert [[cell.text for cell in row] for grid in grids(document) for row in grid.rows] == [
        ["规章", "1"], ["2"], ["甲", "乙"], ["许可", "3"]]


def test_markdown_with_each_table_in_a_page_of_its_own(given):
    """Some converters of PDF put every table into its own ``<html><body>``."""
    document = read_document(given(
        f"# {TITLE}\n\n# 一、总体情况\n公开35条。\n\n<html><body><table><tr><td>规章</td><td>1</td>"
        "</tr><tr><td>许可</td><td>2</td></tr></table></body></html>\n\n二、其他\n"))
    assert lines(document) == [TITLE, "一、总体情况", "公开35条。", "二、其他"]
    assert [block.location.line for block in document.blocks] == [1, 3, 4, 6, 8]


@pytest.mark.parametrize("content", [
    "<p>公开35<sup>①</sup>条，超过35<sup>2</sup>件</p>",
    "<p>公开35<sup>[1]</sup>条，超过35[2]件</p>",
])
def test_notes_do_not_run_into_figures(given, content):
    assert lines(read_html(given(content))) == ["公开35条，超过35[2]件"]


def test_a_page_is_read_within_the_time_of_its_size(given, real_time):
    """Ten times the page takes about ten times as long."""
    once = f"<body>{SAVED}</body>".replace(ROWS, ROWS * 20)
    short, long = given(once), given(once.replace("</body>", "") + once * 9)
    assert real_time(read_html, long) < 30 * real_time(read_html, short)


@pytest.fixture
def real_time():
    import time

    def least(function, raw: RawFile) -> float:
        taken = []
        for _ in range(3):
            begun = time.process_time()
            function(raw)
            taken.append(time.process_time() - begun)
        return min(taken)

    return least
