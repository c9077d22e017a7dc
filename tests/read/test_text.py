"""Plain text and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from compliance.errors import Problem
from compliance.model.document import Grid, Line
from compliance.read import raw_file, read_document
from compliance.read.text import read_text


def lines(document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def grids(document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.rows]
            for block in document.blocks if isinstance(block, Grid)]


def test_each_line_has_its_place(given):
    document = read_text(given("\n  一、总体情况 \n\n无。\n"))
    first, second = document.blocks
    assert (first.text, first.location.line, first.location.column,
            first.location.end_column) == ("一、总体情况", 2, 3, 9)
    assert second.location.line == 4
    assert document.source.format == "text"


def test_tabs_and_bars_make_grids(given):
    text = ("信息内容\t本年制发件数\n规章\t2\n\n\t自然人\t总计\n新收\t\t1\n"
            "| 信息 | 件数 |\n|---|---|\n| 规章 | | \n")
    assert grids(read_text(given(text))) == [
        [["信息内容", "本年制发件数"], ["规章", "2"]],
        [["", "自然人", "总计"], ["新收", "", "1"], ["信息", "件数"], ["规章", ""]],
    ]


def test_lone_bars_and_trailing_cells_are_dropped(given):
    document = read_text(given("|\n规章 | 0 | 6 |\n|\n许可 | 1 |\n|\n"))
    assert grids(document) == [[["规章", "0", "6"], ["许可", "1"]]]
    cell = document.blocks[0].rows[0][2]
    assert (cell.row, cell.column, cell.location.line, cell.location.column) == (0, 2, 2, 10)


def test_a_tab_before_a_paragraph_is_an_indent(given):
    assert lines(read_text(given("\t根据条例，编制本报告。\n"))) == ["根据条例，编制本报告。"]


def test_facts_wherever_they_are_printed(given):
    text = ("甲县2016年政府信息公开工作年度报告\n发布日期: 2016- 01- 08 17: 01 浏览次数:\n"
            "来源:甲县政府办 | 字体:大\n发布机构\n甲县人民政府\n\n一、概述\n发文日期:2011-01-01\n")
    facts = {name: value for name, (value, _) in read_text(given(text)).facts.items()}
    assert facts == {"发布日期": "2016- 01- 08 17: 01", "来源": "甲县政府办",
                     "发布机构": "甲县人民政府"}


@pytest.mark.parametrize(("text", "title"), [
    ("首页\n甲县2016年政府信息公开工作年度报告\n", "甲县2016年政府信息公开工作年度报告"),
    ("2024 年甲市科委政府信息公开工作\n年度报告\n正文", "2024 年甲市科委政府信息公开工作年度报告"),
    ("甲镇人民政府\n2022年政府信息公开工作年度报告\n",
     "甲镇人民政府2022年政府信息公开工作年度报告"),
    ("甲局二〇一九年政府信息公开年报\n", "甲局二〇一九年政府信息公开年报"),
    ("甲乡2020年政府信息公开工作年度报告(以下简称年报)根据《条例》编制。\n", ""),
])
def test_title(given, text, title):
    assert read_text(given(text)).title == title


WRAPPED = """一、总体情况
2024年，我市坚持以习近平法治思想为指导，深入学习习近平总书记对江苏工作重
要讲话精神，认真落实党中央、国务院和省委、省政府决策部署，紧紧围绕市委、市
政府中心任务，共公开2139条。
（一）主动公开方面。坚持公开为常态、不公开为例外，全市各级机关通过政府网站
（二）依申请公开方面。严格依申请公开案件办理登记、审核、办理、答复、归档等
各环节。
规章
12
"""


def test_wrapped_paragraphs_are_joined(given):
    document = read_text(given(WRAPPED))
    paragraphs = lines(document)
    assert len(paragraphs) == 6
    assert paragraphs[1].endswith("围绕市委、市政府中心任务，共公开2139条。")
    place = document.blocks[1].location
    assert (place.line, place.end_line, place.end_column) == (2, 4, 17)
    assert paragraphs[-2:] == ["规章", "12"]


UNWRAPPED = """某市某区人民政府办公室2023年政府信息公开工作年度报告
发布日期：2024-01-16
一、总体情况
全年主动公开政府信息250条，其中政府网站公开信息35条。
本年度未收取检索、复制、邮寄等费用，也没有减免情形。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
全年没有发生因政府信息公开引起的行政复议、行政诉讼。
"""


def test_short_paragraphs_of_like_length_are_not_wrapped(given):
    assert lines(read_text(given(UNWRAPPED))) == UNWRAPPED.splitlines()


def test_a_text_with_a_long_paragraph_is_not_wrapped(given):
    text = UNWRAPPED.replace("。", "") + "全年平稳，" * 40 + "没有其他事项。\n"
    assert lines(read_text(given(text))) == text.splitlines()


def test_a_fact_goes_on_with_no_paragraph(given):
    text = WRAPPED.replace("\n", "\n发布日期：2024-01-16\n", 1)
    assert "发布日期：2024-01-16" in lines(read_text(given(text)))


def test_a_bar_before_the_first_value_parts_a_blank_cell(given):
    text = ("行政复议 | 行政诉讼 |\n维持 | 纠正 | 总计 |\n维持 | 纠正 | 总计 |\n"
            " | 1 |  | 1 |\n")
    assert grids(read_text(given(text)))[0][-1] == ["", "1", "", "1"]
    bordered = "| 维持 | 纠正 |\n|---|---|\n| 1 | 2 |\n 3 | 4 |\n"
    assert grids(read_text(given(bordered)))[0][1:] == [["1", "2"], ["3", "4"]]


def test_values_one_to_a_line_are_never_joined(given):
    text = "指标名称\n单位\n主动公开文件数\n912\n8131\n其中:1.政府网站公开数\n912\n"
    assert len(lines(read_text(given(text)))) == 7


@pytest.mark.parametrize("content", ["\n \t\n", "|\n|\n", "---\n"])
def test_no_text(given, content):
    with pytest.raises(Problem, match="no text"):
        read_text(given(content))


def test_suqian(real):
    document = read_document(real("suqian-city-gov-2024.txt"))
    whole = "\n".join(lines(document))
    assert "全市全年共收办政府信息公开申请案件3646件，同比增长1.05%" in whole
    assert [len(grid) for grid in grids(document)] == [7, 26, 2, 2, 2]
    assert grids(document)[1][1][-1] == "3525"


def test_sanyuan(real):
    document = read_document(real("sanyuan-2017.txt"))
    assert document.title == "三元区2017年政府信息公开工作年度报告"
    assert document.facts["发布时间"][0].startswith("2018-01-19")
    assert document.facts["来源"][0] == "三元区政府办"
    texts = lines(document)
    at = texts.index("主动公开文件数")
    assert texts[at:at + 3] == ["主动公开文件数", "912", "8131"]


def test_stcsm(real):
    document = read_document(real("shanghai-stcsm-2024.md"))
    assert document.title == "2024 年上海市科委政府信息公开工作年度报告"
    assert any("其中动态类信息发布 1744 条" in text for text in lines(document))
    assert ["（七）总计", "33", "2", "0", "0", "0", "0", "35"] in [
        row for grid in grids(document) for row in grid]


@pytest.mark.parametrize(("name", "title", "fact"), [
    ("siping-jiefang-street-2011",
     "四平市铁东区人民政府解放街道办事处2011年政府信息公开工作年度报告",
     ("发布日期", "2011-12-31")),
    ("shaoxing-yuecheng-eit-bureau-2015", "2015年绍兴市越城区经济和信息化局政府信息公开年报",
     ("发布机构", "区经信局")),
    ("xiamen-huli-district-2018", "湖里区人民政府2018年政府信息公开工作年度报告",
     ("发布机构", "湖里区人民政府办公室")),
    ("yuhuan-chumen-town-2014", "楚门镇2014年政府信息公开年度报告", ("发布时间", "2015-03-11")),
    ("zibo-zhongbu-town-2020", "中埠镇人民政府2020年政府信息公开工作年度报告",
     ("发文日期", "2021-01-30")),
])
def test_excerpts(real, name, title, fact):
    document = read_document(real(f"excerpts/{name}.txt"))
    assert document.title == title
    assert document.facts[fact[0]][0] == fact[1]


def test_columns_set_apart_by_spaces(given):
    text = ("项目            自然人   法人   总计\n一、新收         32      2      34\n"
            "二、结转          2              2\n（一）予以公开   　9　　0　　9\n\n后文 甲  乙\n")
    document = read_text(given(text))
    assert grids(document) == [[["项目", "自然人", "法人", "总计"], ["一、新收", "32", "2", "34"],
                                ["二、结转", "2", "", "2"], ["（一）予以公开", "9", "0", "9"]]]
    place = document.blocks[0].rows[1][3].location
    assert (place.line, place.column, place.end_column) == (2, 29, 31)
    assert lines(document) == ["后文 甲  乙"]


@pytest.mark.parametrize("text", [
    "地址：某市某路1号  电话：123456\n单位：某局　　日期：2024年\n",   # no figures of a table
    "发布日期：2024-01-01  12\n来源：甲局  13\n",                     # facts of the page
    "自然人  3  0  0\n\n总计  1\n",                                   # rows that stand alone
    "姓名  数量  备注\n张三  3\n李四  4  好\n",                      # not below each other
    "新收  3  0  3\n结转  2  2\n",                                   # which one is blank?
    "　　全年公开信息，其中甲  35条，" + "乙" * 50 + "  3\n　　全年公开  36条，" + "丙" * 60,
])
def test_lines_that_are_no_table_stay_lines(given, text):
    assert not grids(read_text(given(text)))


def test_a_row_that_stands_alone_is_recognised(tmp_path):
    """One row of values after its label is no grid, and is read as a row all the same."""
    from compliance.recognise.stream import printed_rows

    document = read_text(raw_file("x", "自然人  3  0  0\n".encode()))
    (row,) = printed_rows(document)
    assert (row.labels, [cell.text for cell in row.cells]) == (["自然人"], ["3", "0", "0"])


@pytest.mark.parametrize(("cell", "text"), [
    ("**35**", "35"), ("__总计__", "总计"), ("`7`", "7"), ("*规章*", "规章"), ("2*3*4", "2*3*4"),
    ("**总计**（件）", "总计（件）"), ("规章<br>数量", "规章数量"), ("1<br/>200", "1  200"),
    ("&nbsp;", ""), ("A&amp;B", "A&B"), (r"甲\|乙", "甲|乙"), ("a_b_c", "a_b_c"), ("*", "*"),
])
def test_marks_of_markdown_in_cells(given, cell, text):
    document = read_text(given(f"| 项目 | 数量 |\n|:---|---:|\n| {cell} | 1 |\n"))
    assert grids(document) == [[["项目", "数量"], [text, "1"]]]


def test_characters_copied_out_of_a_pdf(given):
    """A viewer copies the radicals that a PDF names: they are read as the characters."""
    text = "⼀、总体情况\n⾏政许可\t3\n⽆正当理由⼤量反复申请\t0\n⻓兴县⼈⺠政府\n"
    document = read_text(given(text))
    assert lines(document) == ["一、总体情况", "长兴县人民政府"]
    assert grids(document) == [[["行政许可", "3"], ["无正当理由大量反复申请", "0"]]]


def test_blank_cells_at_the_end_of_a_row_of_a_spreadsheet(given):
    document = read_text(given(
        "表二\t\t\n行政复议\t\t\t行政诉讼\t\t\n规章\t\t\t\t\t\n"
        "1\t2\t3\t4\t5\t6\n五、存在的问题\t\t\t\t\t\n无\t\n"))
    assert grids(document) == [[["表二", "", ""], ["行政复议", "", "", "行政诉讼", "", ""],
                                ["规章", "", "", "", "", ""], ["1", "2", "3", "4", "5", "6"]]]
    assert lines(document) == ["五、存在的问题", "无"]


def test_gaps_as_wide_as_a_screen(given):
    """The columns do not stand below each other: lines, without the width of their gaps."""
    text = (f"三、办理结果{' ' * 40}（一）予以公开{' ' * 60}9     1\n"
            f"（三）不予公开{' ' * 6}1.属于国家秘密{' ' * 70}2     0\n2.其他{' ' * 90}0     0\n")
    document = read_text(given(text))
    assert lines(document) == ["三、办理结果  （一）予以公开  9  1",
                               "（三）不予公开  1.属于国家秘密  2  0", "2.其他  0  0"]
    assert [block.location.end_column for block in document.blocks] \
        == [len(line) + 1 for line in text.splitlines()]


BLANKS = st.integers(2, 6).map(lambda count: " " * count)


@given_any(st.lists(st.tuples(BLANKS, st.integers(0, 99999)), min_size=2, max_size=7),
           st.integers(2, 5))
def test_any_table_of_figures_by_spaces(columns, count):
    """Rows of as many figures as the head has words come out cell by cell."""
    rows = [["规章", *(str(figure + row) for _, figure in columns)] for row in range(count)]
    text = "\n".join("".join(gap + cell for gap, cell in zip(
        ["", *(gap for gap, _ in columns)], row, strict=True)) for row in rows)
    assert grids(read_text(raw_file("x", text.encode()))) == [rows]


def test_a_table_torn_into_cells_below_its_head(given):
    """The head came through as a row, the figures below it one by one with their bars."""
    document = read_text(given(
        "第二十条第（一）项 |||\n信息内容 | 本年制发件数 | 现行有效件数 |\n规章 |\n0 |\n3 |\n"
        "行政规范性文件 |\n2 ||\n15 |\n"))
    assert grids(document) == [[["第二十条第（一）项", "", ""],
                                ["信息内容", "本年制发件数", "现行有效件数"]]]
    assert lines(document) == ["规章", "0", "3", "行政规范性文件", "2", "15"]
    assert document.blocks[-1].location.line == 8


def test_a_label_that_has_a_row_of_its_own_stays_in_its_table(given):
    document = read_text(given("规章 | 1 | 2 |\n第二十条第（五）项 |\n行政许可 | 3 | 4 |\n"))
    assert [[row[0] for row in grid] for grid in grids(document)] \
        == [["规章", "第二十条第（五）项", "行政许可"]]


FLAT = (
    "甲县水务局2023年政府信息公开工作年度报告 发布时间：2024-01-20 来源：甲县水务局 "
    "根据条例编制本报告。 一、总体情况 （一）主动公开。 全年公开信息96条，其中 政务动态40条，"
    "其他56条。 1、强化 审核。 二、主动公开政府信息情况 信息内容 本年制发件数 本年废止件数 "
    "现行有效件数 规章 0 0 0 行政规范性文件 2 1 15 行政许可 1203 行政处罚 / "
    "三、存在的主要问题及改进情况 问题是更新不够及时。 改进措施是落实专人负责。 "
    "四、其他需要报告的事项 没有其他需要报告的事项。")


def test_a_report_in_one_line_comes_apart(given):
    document = read_text(given(FLAT + "\n"))
    assert lines(document) == [
        "甲县水务局2023年政府信息公开工作年度报告", "发布时间：2024-01-20", "来源：甲县水务局",
        "根据条例编制本报告。", "一、总体情况", "（一）主动公开。",
        "全年公开信息96条，其中 政务动态40条，其他56条。", "1、强化 审核。",
        "二、主动公开政府信息情况", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数",
        "规章", "0", "0", "0", "行政规范性文件", "2", "1", "15", "行政许可", "1203", "行政处罚",
        "/", "三、存在的主要问题及改进情况", "问题是更新不够及时。", "改进措施是落实专人负责。",
        "四、其他需要报告的事项", "没有其他需要报告的事项。"]
    assert document.title == "甲县水务局2023年政府信息公开工作年度报告"
    assert document.facts["发布时间"][0] == "2024-01-20"
    for block in document.blocks:
        place = block.location
        assert FLAT[place.column - 1:place.end_column - 1] == block.text


def test_a_long_paragraph_with_blanks_is_one_line(given):
    """One numbered part makes no report, however long its line is."""
    text = "一、总体情况 " + "全年 公开 信息 1 条，回应 关切 2 次。" * 20
    assert lines(read_text(given(text))) == [text]


@given_any(st.text(st.sampled_from("一二三、（） 　01/。，报告年度规章\u3000"), max_size=400))
def test_no_word_is_lost_when_a_line_comes_apart(text):
    from compliance.read.text_flattened import unfolded
    from compliance.read.wrapping import PrintedLine

    line = PrintedLine(1, 0, text.strip())
    parts = unfolded(line)
    assert "".join("".join(part.text.split()) for part in parts) == "".join(text.split())
    assert all(line.text[part.indent:part.indent + len(part.text)] == part.text
               for part in parts)


@pytest.mark.parametrize("text", ["1\n" * 100_001, "甲" * 1_500_001])
def test_far_too_much_text_is_refused_at_once(text: str) -> None:
    with pytest.raises(Problem, match="lines") as caught:
        read_text(raw_file("a.txt", text.encode()))
    assert "只保留报告本身" in caught.value.text.zh
    assert caught.value.file == "a.txt"


def test_a_whole_heading_as_wide_as_the_text_does_not_run_on(given):
    wide = "五、因政府信息公开申请行政复议、提起行政诉讼的情况"
    text = "\n".join((
        "根据有关规定编制本报告，全文由概述、主动公开政府信息情况、依申请",
        "公开政府信息的情况、收费及减免情况、因申请行政复议和提起行政诉",
        "讼的情况、存在的主要问题及改进情况六个部分组成，数据的期限为全年", "。",
        wide, "全年发生因政府信息公开引起的行政复议194件、行政诉讼18件，都已审", "结。"))
    found = [block.text for block in read_text(given(text)).blocks]
    assert wide in found
    assert "全年发生因政府信息公开引起的行政复议194件、行政诉讼18件，都已审结。" in found
