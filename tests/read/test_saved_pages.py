"""Pages saved as one file, and tables exported with commas."""

from __future__ import annotations

import base64
import quopri

import pytest

from compliance.errors import Problem
from compliance.model.document import Grid, Line
from compliance.read import raw_file, read_document, sniff

PAGE = ("<html><head><title>甲县水务局2023年政府信息公开工作年度报告</title></head><body>"
        "<p>一、总体情况</p><table><tr><td>规章</td><td>3</td></tr></table></body></html>")


def saved(page: bytes, encoding: str, charset: str = "", before: str = "") -> bytes:
    """A page as a browser saves it, with a picture after it."""
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring,
              "8bit": bytes}[encoding](page)
    kind = "text/html" + (f'; charset="{charset}"' if charset else "")
    head = (f"{before}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            '\ttype="text/html";\r\n\tboundary="----=_Part"\r\n\r\n'
            "------=_Part\r\nContent-Type: " + kind + "\r\n"
            f"Content-Transfer-Encoding: {encoding}\r\n\r\n")
    tail = ("\r\n------=_Part\r\nContent-Type: image/png\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------=_Part--\r\n")
    return head.encode() + packed + tail.encode()


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("before", ["", "From: <Saved by Blink>\r\nSubject: =?utf-8?B?55Sy?=\r\n"
                                        "Date: Mon, 22 Jan 2024 09:00:00 -0000\r\n"])
def test_a_page_in_one_file_reads_as_the_page(encoding, before):
    raw = raw_file("report.mht", saved(PAGE.encode(), encoding, before=before))
    assert sniff(raw).format == "mhtml"
    document = read_document(raw)
    plain = read_document(raw_file("report.html", PAGE.encode()))
    assert (document.blocks, document.title) == (plain.blocks, plain.title)
    assert document.source.digest == raw.digest


def test_the_part_may_say_the_encoding():
    data = saved(PAGE.encode("gb18030"), "quoted-printable", "gb2312")
    assert read_document(raw_file("report.mht", data)).title.startswith("甲县水务局")


@pytest.mark.parametrize("data", [
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    b"--b\nContent-Type: image/png\n\nx\n--b--\n",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n" + b"".join(
        b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (depth, depth + 1)
        for depth in range(3000)),
])
def test_a_file_without_a_page_is_refused(data):
    with pytest.raises(Problem) as caught:
        read_document(raw_file("report.mht", data))
    assert "没有文字" in caught.value.text.zh


def test_a_letter_head_in_a_report_is_text():
    text = "发件人：甲县水务局\nContent-Type: text\n一、总体情况\n"
    assert sniff(raw_file("report.txt", text.encode())).format == "text"


CSV = ('\ufeff甲县水务局2023年政府信息公开工作年度报告,,\n"发布日期：2024-01-20"\n'
       '信息内容,本年制发件数,"现行有效\n件数"\n规章,,0\n行政规范性文件,"1,203",15\n\n说明\n')


def test_commas_part_the_cells_of_a_table():
    document = read_document(raw_file("tables.CSV", CSV.encode()))
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["信息内容", "本年制发件数", "现行有效 件数"], ["规章", "", "0"],
        ["行政规范性文件", "1,203", "15"]]
    place = grid.rows[2][1].location
    assert (place.line, place.end_line) == (6, 6)
    assert [(block.text, block.location.line) for block in document.blocks
            if isinstance(block, Line)][-1] == ("说明", 8)
    assert document.title == "甲县水务局2023年政府信息公开工作年度报告"
    assert document.facts["发布日期"][0] == "2024-01-20"
    assert document.source.format == "csv"


def test_only_the_name_makes_commas_the_sign_of_a_table():
    assert sniff(raw_file("tables.txt", CSV.encode())).format == "text"
    assert sniff(raw_file("tables.csv", "没有逗号\n".encode())).format == "text"


def test_an_endless_row_is_refused():
    with pytest.raises(Problem) as caught:
        read_document(raw_file("tables.csv", b"," * 400_000))
    assert "内容过多" in caught.value.text.zh
