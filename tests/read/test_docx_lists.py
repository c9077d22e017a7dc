"""The numbers of lists stand in the text as people see them."""

from __future__ import annotations

import pytest
from word_file import (
    COUNTED,
    definition,
    grids,
    level,
    lines,
    listed,
    num,
    p,
    read,
    tbl,
    tc,
    texts,
    tr,
)

from compliance.numerals import read_number
from compliance.read.docx_numerals import numeral


def test_numbers_of_levels_restart_below_each_higher_one():
    document = read(
        listed("甲", 1) + listed("乙", 1, 1) + listed("丙", 1, 1) + listed("丁", 1, 2)
        + listed("戊", 1, 0) + listed("己", 1, 1) + listed("2024年", 1, 2) + p("间")
        + listed("庚", 1, 3), "", COUNTED + num(1, 0))
    assert lines(document) == ["一、甲", "（一）乙", "（二）丙", "1.丁", "二、戊", "（一）己",
                               "1. 2024年", "间", "2.1庚"]


def test_lists_of_one_definition_go_on_unless_they_restart():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    document = read(
        "".join(listed("项", number) for number in (1, 1, 2, 3, 3, 4, 1)), "",
        COUNTED + num(1, 0) + num(2, 0) + num(3, 0, again) + num(4, 0, other))
    assert lines(document) == ["一、项", "二、项", "三、项", "一、项", "二、项", "III)项", "四、项"]


def test_start_and_restart_of_levels():
    never = level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    start = ('<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/>'
             '<w:lvlText w:val="第%1条"/></w:lvl>')
    document = read("".join(listed("项", 1, at) for at in (0, 1, 0, 1)), "",
                    definition(0, start, never) + num(1, 0))
    assert lines(document) == ["第5条项", "1)项", "第6条项", "2)项"]


def test_numbers_of_styles():
    def style(name: str, based: str = "", numbered: str = "", more: str = "") -> str:
        return (f'<w:style w:type="paragraph" w:styleId="{name}" {more}>'
                + (f'<w:basedOn w:val="{based}"/>' if based else "")
                + (f"<w:pPr><w:numPr>{numbered}</w:numPr></w:pPr>" if numbered else "")
                + "</w:style>")

    styles = (style("1", "0", '<w:numId w:val="1"/>') + style("2", "1", '<w:numId w:val="1"/>')
              + style("3", "1") + style("0", "3", more='w:default="1"')
              + style("off", "1", '<w:numId w:val="0"/>'))
    tied = level(1, "chineseCounting", "（%2）").replace(
        "<w:lvlText", '<w:pStyle w:val="2"/><w:lvlText')
    heads = definition(0, level(0, "japaneseCounting", "%1、"), tied)
    document = read(
        "".join(p(text, f'<w:pStyle w:val="{name}"/>') for text, name in (
            ("甲", "1"), ("乙", "2"), ("丙", "3"), ("丁", "off"), ("戊", "无")))
        + p("己", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("庚", '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        styles, heads + num(1, 0))
    assert lines(document) == ["一、甲", "（一）乙", "二、丙", "丁", "戊", "己", "（一）庚"]


def test_lists_defined_by_a_list_style():
    styles = ('<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="2"/>'
              "</w:numPr></w:pPr></w:style>")
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
    document = read(listed("甲", 1), styles, COUNTED + link + num(1, 1) + num(2, 0))
    assert lines(document) == ["一、甲"]


@pytest.mark.parametrize(("form", "shown"), [
    ("decimal", "1 2 10 11 21 110"), ("decimalZero", "01 02 10 11 21 110"),
    ("chineseCounting", "一 二 十 十一 二十一 一百一十"),
    ("ideographDigital", "一 二 一〇 一一 二一 一一〇"),
    ("japaneseDigitalTenThousand", "一 二 一〇 一一 二一 一一〇"),
    ("chineseLegalSimplified", "壹 贰 拾 拾壹 贰拾壹 壹佰壹拾"),
    ("ideographTraditional", "甲 乙 癸 甲 甲 癸"), ("ideographZodiac", "子 丑 酉 戌 申 丑"),
    ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ 21 110"),
    ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ 21 110"), ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ 21 110"),
    ("ideographEnclosedCircle", "㈠ ㈡ ㈩ 11 21 110"),
    ("decimalFullWidth", "１ ２ １０ １１ ２１ １１０"),
    ("upperLetter", "A B J K U FFFFF"), ("lowerRoman", "i ii x xi xxi cx"), ("none", "     "),
    ("unheardOf", "1 2 10 11 21 110"),
])
def test_forms_of_numbers(form, shown):
    assert " ".join(numeral(value, form) for value in (1, 2, 10, 11, 21, 110)) == shown


def test_counted_numbers_are_read_back():
    for value in range(10_000):
        assert read_number(numeral(value, "chineseCountingThousand")).value == value


def test_bullets_and_lists_that_are_not_there_show_nothing():
    document = read(listed("甲", 1) + listed("乙", 7) + listed("丙", 2), "",
                    definition(0, level(0, "bullet", "\uf0b7")) + num(1, 0) + num(2, 5))
    assert lines(document) == ["甲", "乙", "丙"]


def test_numbers_in_cells():
    document = read(
        listed("前", 1)
        + tbl(tr(tc(listed("", 1)), tc(listed("国家秘密", 2)), "3"),
              tr(tc(listed("", 1)), tc(listed("其他", 2)), tc(listed("200", 1))))
        + listed("", 1) + listed("后", 1),
        "", definition(0, level(0, "decimal", "%1")) + definition(1, level(0, "decimal", "%1."))
        + num(1, 0) + num(2, 1))
    assert texts(grids(document)[0]) == [["2", "1.国家秘密", "3"], ["3", "2.其他", "4  200"]]
    assert lines(document) == ["1前", "6后"]


def test_a_deleted_end_of_paragraph_gives_the_number_of_the_next():
    document = read(p("上", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>')
                    + listed("下", 1) + listed("次", 1), "", COUNTED + num(1, 0))
    assert lines(document) == ["一、上下", "二、次"]
