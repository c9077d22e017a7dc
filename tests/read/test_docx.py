"""Word files: what people see, where it stands, and nothing else."""

from __future__ import annotations

import time

import pytest
from word_file import (
    COUNTED,
    OFFICE,
    definition,
    document_part,
    grids,
    level,
    lines,
    listed,
    num,
    p,
    part,
    read,
    relations,
    run,
    tbl,
    tc,
    texts,
    tr,
    zipped,
)

from compliance.errors import Problem
from compliance.model.document import Document
from compliance.read import raw_file, sniff
from compliance.read.docx import read_docx


def test_paragraphs_and_their_places():
    document = read(p("一、总体情况") + p() + p(run("全年") + run("公开", "<w:b/>") + run(" 3 条")))
    assert lines(document) == ["一、总体情况", "全年公开 3 条"]
    assert [block.location.path for block in document.blocks] == ["p[1]", "p[3]"]
    assert document.source.format == "docx"
    assert document.source.file == "a.docx"


def test_a_line_break_ends_a_line():
    document = read(p(run("甲市政府") + "<w:r><w:br/></w:r>" + run("2024年年报")
                      + '<w:r><w:cr/><w:br w:type="page"/><w:t>一、总体情况</w:t></w:r>'))
    assert lines(document) == ["甲市政府", "2024年年报", "一、总体情况"]
    assert {block.location.path for block in document.blocks} == {"p[1]"}


def test_blanks_and_characters_of_their_own():
    document = read(p("<w:r><w:tab/><w:t>甲</w:t><w:tab/><w:t>  乙\u00a0\u3000丙</w:t>"
                      "<w:noBreakHyphen/><w:softHyphen/><w:t>丁\n\t</w:t></w:r>"))
    assert lines(document) == ["甲 乙 丙-丁"]


def test_characters_copied_out_of_a_pdf():
    document = read(p(run("⼀、总体情况，⾏政许可")))
    assert lines(document) == ["一、总体情况，行政许可"]


def test_symbols():
    def sym(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    document = read(p(sym("Wingdings", "F0FE") + sym("Wingdings", "F081") + sym("Symbol", "F0B7")
                      + sym("宋体", "2460") + sym("Webdings", "F0AA") + sym("x", "zz")))
    assert lines(document) == ["☑①•①\ufffd\ufffd"]


def test_fields_show_their_results():
    def field(part: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'

    inner = field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate") \
        + run("内") + field("end")
    document = read(p(field("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner
                      + field("separate") + run("果") + inner + field("end") + run("后"))
                    + p('<w:fldSimple w:instr="DATE">' + run("3月") + "</w:fldSimple>")
                    + p(field("begin") + run("不显示")) + p(field("end") + run("下一段")))
    assert lines(document) == ["果内后", "3月", "下一段"]


def test_links_tags_and_controls_are_read_through():
    document = read(
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p("块") + "</w:sdtContent></w:sdt>"
        + p("<w:hyperlink>" + run("链接") + "</w:hyperlink><w:smartTag><w:customXml>" + run("标记")
            + "</w:customXml></w:smartTag><w:sdt><w:sdtContent>" + run("控件")
            + "</w:sdtContent></w:sdt>")
        + p("<w:proofErr/><m:oMath><m:r><m:t>x=3</m:t></m:r></m:oMath>")
        + p("<w:r><w:ruby><w:rt><w:r><w:t>zhèng</w:t></w:r></w:rt><w:rubyBase>" + run("政")
            + "</w:rubyBase></w:ruby></w:r>"))
    assert lines(document) == ["块", "链接标记控件", "x=3", "政"]
    assert document.blocks[0].location.path == "p[1]"


def test_what_a_control_asks_to_type_is_no_text():
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    document = read(p(run("甲") + prompt.format(run("单击输入")))
                    + prompt.format(p("单击输入"))
                    + tbl(tr("规章", prompt.format(tc("单击输入")), "2"), tr("文件", "1", "3")))
    assert lines(document) == ["甲"]
    assert texts(grids(document)[0]) == [["规章", "", "2"], ["文件", "1", "3"]]


def test_hidden_text():
    styles = ('<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="character" w:styleId="i"><w:basedOn w:val="h"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="q"><w:rPr><w:vanish/></w:rPr></w:style>')
    document = read(
        p(run("见") + run("藏", "<w:vanish/>") + run("见", '<w:vanish w:val="0"/>')
          + run("藏", '<w:rStyle w:val="i"/>')
          + run("见", '<w:rStyle w:val="i"/><w:vanish w:val="false"/>'))
        + p("藏", '<w:pStyle w:val="q"/>')
        + p("标题", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("正文。"), styles)
    assert lines(document) == ["见见见", "标题正文。"]


def test_notes_comments_and_raised_marks():
    raised = '<w:vertAlign w:val="superscript"/>'
    document = read(p(run("收到35") + run("1", raised) + run("件，回复12") + run("[2]", raised)
                      + run("件，3m") + run("2", raised)
                      + '<w:r><w:footnoteReference w:id="1"/><w:annotationRef/></w:r>'))
    assert lines(document) == ["收到35[1]件，回复12件，3m2"]


def test_text_boxes_are_read_once():
    box = "<w:txbxContent>" + p("框内") + tbl(tr("规章", "1"), tr("文件", "2")) + "</w:txbxContent>"
    both = ("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic>"
            f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape>"
            "</w:pict></mc:Fallback></mc:AlternateContent>")
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    only = f"<mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    for drawn in (both, old, only):
        document = read(p(f"{run('前')}<w:r>{drawn}</w:r>{run('后')}") + p("下"))
        assert lines(document) == ["前后", "框内", "下"]
        assert document.blocks[1].location.path == "p[1]/txbxContent[1]/p[1]"
        assert grids(document)[0].location.path == "p[1]/txbxContent[1]/tbl[1]"


def test_tracked_changes_are_accepted():
    gone = "<w:rPr><w:{}/></w:rPr>"
    document = read(
        p('<w:ins w:id="1">' + run("增") + "</w:ins><w:del><w:r><w:delText>删</w:delText></w:r>"
          "</w:del>" + run("留") + "<w:moveFrom>" + run("移走") + "</w:moveFrom><w:moveTo>"
          + run("移来") + "</w:moveTo><w:ins><w:del>" + run("增而删") + "</w:del></w:ins>")
        + p("上半", gone.format("del")) + p("下半")
        + p("<w:del>" + run("整段") + "</w:del>", gone.format("del")) + p("其后")
        + p("<w:moveFrom>" + run("整段") + "</w:moveFrom>", gone.format("moveFrom"))
        + tbl(tr("规章", "1"), tr("删行", "9", properties="<w:del/>"), tr("文件", "2"))
        + p("末", gone.format("del")))
    assert lines(document) == ["增留移来", "上半下半", "其后", "末"]
    assert [b.location.path for b in document.blocks] == ["p[1]", "p[2]", "p[5]", "tbl[1]", "p[7]"]
    assert texts(grids(document)[0]) == [["规章", "1"], ["文件", "2"]]
    assert grids(document)[0].rows[1][0].location.path == "tbl[1]/tr[3]/tc[1]"


def test_properties_of_the_past_do_not_count():
    past = ('<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
            "<w:rPr><w:vanish/></w:rPr></w:pPr></w:pPrChange>")
    document = read(p(run("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), past),
                    "", definition(0, level(0, "decimal", "%1.")) + num(1, 0))
    assert lines(document) == ["甲"]


def test_headers_footnotes_and_foreign_chunks_are_no_body():
    more = {"word/header1.xml": part("hdr", p("页眉")), "word/footnotes.xml": part("footnotes", "")}
    document = read(p("正文") + '<w:altChunk r:id="r9"/>' + "<w:unknown>" + p("不认识")
                    + "</w:unknown>", more=more)
    assert lines(document) == ["正文"]


def test_a_generated_table_of_contents_is_left_out():
    styles = ('<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="12"><w:name w:val="toc heading"/></w:style>')
    control = ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
               "</w:docPartObj></w:sdtPr><w:sdtContent>" + p("目录") + p("一、总体情况\t1")
               + "</w:sdtContent></w:sdt>")
    document = read(control + p("二、其他\t3", '<w:pStyle w:val="11"/>')
                    + p("一、总体情况", '<w:pStyle w:val="12"/>'), styles)
    assert lines(document) == ["一、总体情况"]


def test_title_and_facts():
    core = ('<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>旧县2019年政府信息公开工作'
            "年度报告</dc:title></c>")
    more = {"docProps/core.xml": core, "_rels/.rels": relations(
        ("officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
         "docProps/core.xml"))}
    printed = read(p("甲县2024年政府信息公开工作年度报告") + p("发布日期：2025-01-20")
                   + p("一、总体情况"), more=more)
    assert printed.title == "甲县2024年政府信息公开工作年度报告"
    assert printed.facts["发布日期"][0] == "2025-01-20"
    assert read(p("正文"), more=more).title == "旧县2019年政府信息公开工作年度报告"
    assert read(p("正文")).title == ""


def test_the_package_says_which_part_is_the_document():
    data = zipped({
        "_rels/.rels": relations(("officeDocument", "/main/main.xml")),
        "main/main.xml": document_part(listed("甲", 1)),
        "main/_rels/main.xml.rels": relations(("numbering", "../lists.xml")),
        "lists.xml": part("numbering", COUNTED + num(1, 0)),
        "word/document.xml": document_part(p("别的")),
    })
    raw = raw_file("a.docx", data)
    assert sniff(raw).format == "docx"
    assert lines(read_docx(raw)) == ["一、甲"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_files(encoding):
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = document_part(listed("甲", 1) + tbl(tr("规章", "1"), tr("文件", "2")))
    text = text.replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    text = text.replace(f"{OFFICE}/relationships", strict)
    more = {"_rels/.rels": relations((f"{strict}/officeDocument", "word/document.xml")),
            "word/document.xml": text.replace("UTF-8", encoding).encode(encoding)}
    document = read("", "", COUNTED + num(1, 0), more)
    assert lines(document) == ["一、甲"]
    assert texts(grids(document)[0]) == [["规章", "1"], ["文件", "2"]]


@pytest.mark.parametrize(("more", "said"), [
    ({"_rels/.rels": relations()}, "没有 Word 正文"),
    ({"_rels/.rels": relations(("officeDocument", "word/none.xml"))}, "没有 Word 正文"),
    ({"_rels/.rels": relations(("officeDocument", "word/styles.xml"))}, "没有 Word 正文"),
    ({"_rels/.rels": "<a"}, "_rels/.rels 的 XML 写法有误"),
    ({"word/document.xml": "<w:document"}, "word/document.xml 的 XML 写法有误"),
    ({"word/document.xml": part("document", "")}, "没有 Word 正文"),
    ({"word/numbering.xml": "<x>"}, "word/numbering.xml 的 XML 写法有误"),
    ({"word/document.xml": '<!DOCTYPE a [<!ENTITY a "b">]>' + part("document", "&a;")}, "DTD"),
    ({"word/document.xml": b"<a>" + b" " * 30_000_000}, "压缩到不足"),
])
def test_broken_files_say_what_is_wrong(more, said):
    with pytest.raises(Problem) as problem:
        read(p("甲"), more=more)
    assert said in problem.value.line("zh")
    assert "\n" not in problem.value.line("en")


def test_a_file_without_text():
    picture = "<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r>"
    for body in ("", p(picture), tbl(tr(tc(p(picture))))):
        with pytest.raises(Problem) as problem:
            read(body)
        assert "没有文字" in problem.value.text.zh


@pytest.mark.parametrize(("around", "inside"), [
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
])
def test_deep_nesting(around, inside):
    deepest = 250 // around.count("<")
    assert lines(read(around * deepest + p("底") + inside * deepest)) == ["底"]
    with pytest.raises(Problem) as problem:
        read(around * 2000 + p("底") + inside * 2000)
    assert "嵌套超过" in problem.value.text.zh


def test_large_files_take_linear_time():
    begun = time.perf_counter()
    top, below = tc("并", '<w:vMerge w:val="restart"/>'), tc("", "<w:vMerge/>")
    document = read("".join(listed("甲", 1) for _ in range(20_000))
                    + tbl(*(tr(below if n else top, str(n), "1") for n in range(10_000))),
                    "", COUNTED + num(1, 0))
    assert len(lines(document)) == 20_000
    assert grids(document)[0].rows[0][0].row_span == 10_000
    assert time.perf_counter() - begun < 15


def chained_styles() -> Document:
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{n}"><w:basedOn w:val="{n - 1}"/>'
                     "</w:style>" for n in range(60_000))
    return read("".join(p("甲", f'<w:pStyle w:val="{n}"/>') for n in range(60_000)), styles)


def nested_fields() -> Document:
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return read(p((turn.format("begin") + turn.format("separate") + run("甲")) * 50_000))


def joined_paragraphs() -> Document:
    return read(p("甲" * 200, "<w:rPr><w:del/></w:rPr>") * 60_000)


def endless_number() -> Document:
    return read(listed("甲", 1) * 30_000, "",
                definition(0, level(0, "decimal", "%1" * 500_000)) + num(1, 0))


def many_lists() -> Document:
    levels = definition(0, level(0, "decimal", "%1") * 50_000)
    return read("".join(listed("甲", n) for n in range(20_000)), "",
                levels + "".join(num(n, 0) for n in range(20_000)))


@pytest.mark.parametrize("hostile", [
    chained_styles, nested_fields, joined_paragraphs, endless_number, many_lists])
def test_hostile_files_take_bounded_time(hostile):
    begun = time.perf_counter()
    assert lines(hostile())
    assert time.perf_counter() - begun < 20


def test_what_is_struck_out_is_not_read():
    document = read(p(run("共") + run("12", "<w:strike/>") + run("8", "<w:dstrike/>")
                      + run("35", '<w:strike w:val="0"/>') + run("件")))
    assert lines(document) == ["共35件"]


@pytest.mark.parametrize(("before", "mark", "text"), [
    ("行政许可", "1", "行政许可"), ("行政许可", "[2]", "行政许可"), ("总计", "①", "总计"),
    ("平方米", "2", "平方米2"), ("km", "2", "km2"), ("行政许可", "2023", "行政许可2023"),
    ("35", "1", "35[1]"),
])
def test_a_raised_mark_behind_words_is_that_of_a_note(before, mark, text):
    raised = run(mark, '<w:vertAlign w:val="superscript"/>')
    assert lines(read(p(run(before) + raised))) == [text]
