"""Lines into paragraphs, and what stands beside the content."""

from __future__ import annotations

import pytest
from drawing import Paper, cells_of
from whole_report import ReportPaper

from compliance.model.document import Document, Grid, Line

LONG = ("全年主动公开政府信息三千余条，其中通过政府网站公开二千余条，"
        "通过政务新媒体公开一千余条，群众反映良好。")


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def test_paragraphs_headings_and_page_breaks(read):
    paper = ReportPaper()
    paper.centred("某县教育局2023年政府信息公开工作年度报告", 20)
    texts = ["一、总体情况", *[f"（{n}）{LONG}" for n in "一二三四五六七八九"],
             "二、主动公开政府信息情况", LONG * 2, "三、收到和处理政府信息公开申请情况"]
    for text in texts:
        paper.paragraph(text)
    assert paper.pages == 2
    document = read(paper)
    assert lines(document) == ["某县教育局2023年政府信息公开工作年度报告", *texts]
    assert document.title == "某县教育局2023年政府信息公开工作年度报告"
    assert document.blocks[1].location.page == 1
    assert document.blocks[-1].location.page == 2
    left, top, right, bottom = document.blocks[2].location.box
    assert left == pytest.approx(78, abs=1)
    assert right == pytest.approx(526, abs=20)
    assert bottom - top == pytest.approx(2 * 28 - 12, abs=2)


def test_heading_at_the_margin_below_a_full_line(read):
    paper = ReportPaper()
    paper.paragraph(LONG)
    words = "全年公开信息，" * 3 + "群众满意。"
    paper.paragraph("满" * (26 - len(words)) + words)
    paper.text(78, paper.y, "二、主动公开政府信息情况", 16)
    paper.y += 28
    paper.paragraph(LONG)
    assert lines(read(paper))[2] == "二、主动公开政府信息情况"


def test_paragraphs_without_indent(read):
    paper = Paper()
    y = 80
    for words in (
        "一、总体情况", "我局认真贯彻条例，主动公开各类政府信息，全年公开信息十二条",
        "，未收到申请。",
        "二、主动公开政府信息情况", "（一）政府网站公开十二条，其中动态类信息七条、规划计划类",
        "信息五条。",
    ):
        paper.text(80, y, words, 14)
        y += 22
    assert lines(read(paper)) == [
        "一、总体情况", "我局认真贯彻条例，主动公开各类政府信息，全年公开信息十二条，未收到申请。",
        "二、主动公开政府信息情况",
        "（一）政府网站公开十二条，其中动态类信息七条、规划计划类信息五条。"]


def test_words_and_numbers_at_the_end_of_a_line(read):
    paper = Paper()
    for number, (first, last) in enumerate([
        ("", "来信请寄zwgk@exa"), ("mple.cn，", "全年收到来信共计11"), ("36件，", "名为Open"),
        ("Government，", "均已答复"),
    ]):
        words = first
        while paper.width_of(words + last, 14) < 410:
            words += "信"
        paper.text(80, 80 + 22 * number, words + last, 14)
    (text,) = lines(read(paper))
    assert "共计1136件" in text
    assert "zwgk@example.cn" in text
    assert "名为Open Government，" in text


@pytest.mark.parametrize(("printed", "meant"), [
    ("2 0 2 3 年 1 月 1 2 日", "2023年1月12日"), ("2023 年 12 月 31 日止", "2023年12月31日止"),
    ("20 23 年度", "2023年度"), ("共 3 5 件， 占 4 . 5 %。", "共35件，占4.5%。"),
    ("年 度 报 告", "年度报告"), ("Open Data 平台", "Open Data平台"),
    ("“ 三安全 ”（ 一 稳定 ）", "“三安全”（一稳定）"), ("规章 0 1 12", "规章 0 1 12"),
])
def test_blanks(read, printed, meant):
    paper = Paper()
    paper.text(80, 80, printed)
    paper.text(80, 200, "正文")
    assert lines(read(paper))[0] == meant


def test_spread_heading(read):
    paper = Paper()
    paper.spread(80, 80, "政府信息公开年度报告", 22, 14)
    assert lines(read(paper)) == ["政府信息公开年度报告"]


def test_table_of_contents(read):
    paper = Paper()
    for number, words in enumerate(["目 录", "一、总体情况", "二、主动公开政府信息情况"]):
        paper.text(80, 80 + 24 * number, words)
        if number:
            dots = "…" * 12 if number == 1 else "." * 60
            paper.text(300, 80 + 24 * number, f"{dots} {number}")
    assert lines(read(paper)) == ["目录", "一、总体情况", "二、主动公开政府信息情况"]


def test_two_things_on_one_line_stay_apart(read):
    paper = Paper()
    paper.text(80, 80, "签发人：张某")
    paper.text(300, 80, "2024年1月9日")
    assert lines(read(paper)) == ["签发人：张某 2024年1月9日"]


@pytest.mark.parametrize("number", [
    "— {0} —", "- {0} -", "－{0}－", "{0} / 4", "第 {0} 页", "第{0}页 共4页", "{0}",
    "Page {0} of 4", "·{0}·", "[{0}]",
])
@pytest.mark.parametrize("y", [30, 800], ids=["above", "below"])
def test_page_numbers_are_left_out(read, number, y):
    paper = Paper()
    for page in range(1, 5):
        paper.text(280, y, number.format(page), 10)
        paper.text(80, 300, f"{'甲乙丙丁'[page - 1]}段正文。")
        if page < 4:
            paper.next_page()
    assert lines(read(paper)) == ["甲段正文。", "乙段正文。", "丙段正文。", "丁段正文。"]


def test_running_heads_and_feet(read):
    paper = Paper()
    for page in range(6):
        # Left and right pages have heads of their own.
        paper.text(80 if page % 2 else 300, 40, ("某县人民政府", "2023年年度报告")[page % 2], 9)
        paper.text(80, 810, f"某县人民政府办公室编印 第{page + 1}期", 9)
        paper.text(80, 95, f"正文{'甲乙丙丁戊己'[page]}。")
        paper.text(80, 745, "未收到申请。" if page in (1, 4) else f"{'甲乙丙丁戊己'[page]}末行。")
        if page < 5:
            paper.next_page()
    texts = lines(read(paper))
    assert not [text for text in texts if "年年度报告" in text or "编印" in text
                or text == "某县人民政府"]
    assert texts.count("未收到申请。") == 2
    assert len(texts) == 12


def test_a_number_of_the_content_is_no_page_number(read):
    paper = Paper()
    paper.text(80, 60, "35")
    paper.text(80, 300, "甲。")
    paper.next_page()
    paper.text(80, 60, "4119")
    paper.text(80, 760, "7")
    assert lines(read(paper)) == ["35", "甲。", "4119", "7"]


def test_text_printed_twice_to_look_bold(read):
    paper = Paper()
    for offset in (0, 0.3):
        paper.text(80 + offset, 80, "总计11件")
    assert lines(read(paper)) == ["总计11件"]


def test_watermark_is_left_out(read):
    paper = Paper()
    paper.canvas.saveState()
    paper.canvas.translate(150, 300)
    paper.canvas.rotate(45)
    paper.canvas.setFont(paper.font, 60)
    paper.canvas.drawString(0, 0, "内部资料")
    paper.canvas.restoreState()
    paper.text(80, 80, "正文。")
    assert lines(read(paper)) == ["正文。"]


def draw_turned(paper: Paper, quarters: int) -> None:
    """A page of A4 across, drawn turned on a page of A4 along."""
    canvas = paper.canvas
    canvas.translate(*{0: (0, 0), 1: (595, 0), 3: (0, 842)}[quarters])
    canvas.rotate(90 * quarters)
    paper.width, paper.height = 842.0, 595.0
    paper.text(80, 60, "三、收到和处理政府信息公开申请情况", 14)
    paper.table(80, 100, [120, 90], [22, 22], cells_of([["名称", "件数"], ["规章", "12"]]))


@pytest.mark.parametrize("quarters", [1, 3])
@pytest.mark.parametrize("told", [True, False], ids=["page turned", "text turned"])
def test_turned_pages(read, quarters, told):
    # The canvas turns the paper with the page: here it must stay as it is.
    paper = Paper((842.0, 595.0) if told else (595.0, 842.0))
    draw_turned(paper, quarters)
    if told:
        paper.canvas.setPageRotation(90 * quarters)
    line, grid = read(paper).blocks
    assert line.text == "三、收到和处理政府信息公开申请情况"
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["名称", "件数"], ["规章", "12"]]
    # Places are those of the page as it is shown.
    box = grid.location.box
    if told:
        assert box == pytest.approx((80, 100, 290, 144), abs=1)
    elif quarters == 1:
        assert box == pytest.approx((100, 552, 144, 762), abs=1)
    else:
        assert box == pytest.approx((451, 80, 495, 290), abs=1)


def test_page_number_beside_a_turned_table(read):
    paper = Paper()
    for page in range(1, 3):
        paper.text(285, 800, f"— {page} —", 10)
        paper.canvas.saveState()
        draw_turned(paper, 1)
        paper.canvas.restoreState()
        paper.width, paper.height = 595.0, 842.0
        if page == 1:
            paper.next_page()
    document = read(paper)
    assert lines(document) == ["三、收到和处理政府信息公开申请情况"] * 2


def test_origin_of_the_page_elsewhere(read):
    paper = Paper()
    paper.canvas.setCropBox((50, 100, 545, 800))
    paper.text(80, 92, "正文。")
    (line,) = read(paper).blocks
    assert line.location.box[:2] == pytest.approx((30, 50), abs=2)
