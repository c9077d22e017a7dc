"""Opening files, telling formats, decoding."""

from __future__ import annotations

import io
import os
import re
import zipfile

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from compliance.errors import Problem
from compliance.messages.read import MESSAGES
from compliance.read import open_source, sniff
from compliance.read import source as source_module
from compliance.read.encoding import decode
from compliance.read.radicals import with_ordinary_characters

SENTENCE = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。政府信息公开工作年度报告。"


def words(problem: pytest.ExceptionInfo[Problem]) -> str:
    assert problem.value.text.zh
    assert problem.value.text.en
    return problem.value.text.zh


def test_opens_a_file_with_its_digest(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("好")
    raw = open_source(str(path))
    assert (raw.file, raw.data) == (str(path), "好".encode())
    assert raw.digest.startswith("sha256:")
    assert len(raw.digest) == 71


@pytest.mark.parametrize(("make", "said"), [
    (lambda p: None, "找不到"),
    (lambda p: p.mkdir(), "文件夹"),
    (lambda p: p.write_bytes(b""), "空的"),
    (os.mkfifo, "普通文件"),
])
def test_what_cannot_be_opened(tmp_path, make, said):
    path = tmp_path / "x"
    make(path)
    with pytest.raises(Problem) as problem:
        open_source(str(path))
    assert said in words(problem)
    assert problem.value.file == str(path)


def test_a_path_that_no_system_takes():
    with pytest.raises(Problem):
        open_source("a\x00b")


def test_too_big(tmp_path, monkeypatch):
    monkeypatch.setattr(source_module, "MAX_BYTES", 10)
    path = tmp_path / "x"
    path.write_bytes(b"a" * 11)
    with pytest.raises(Problem) as problem:
        open_source(str(path))
    assert "超过" in words(problem)


@pytest.mark.parametrize(("content", "kind"), [
    ("<!DOCTYPE html><p>x", "html"),
    ("\ufeff\n <p style='x'>一、总体情况</p>", "html"),
    ("<?xml version='1.0'?><html><body>x</body></html>", "html"),
    ("form: cn-2021\nyear: 2023\n", "yaml"),
    ("# 注释\n---\nyear: 2023\n", "yaml"),
    ("{form: cn-2021}", "yaml"),
    ('{"year": 2023}', "json"),
    ("{", "json"),
    ('[{"year": 1}]', "json"),
    ("[宿迁市 2024 年报告：取自比对稿]\n一、总体情况", "text"),
    ("标题: 中埠镇2020年报告", "text"),
    ("三元区2017年政府信息公开工作年度报告", "text"),
    ("http://www.example.gov.cn/", "text"),
])
def test_format_by_content(given, content, kind):
    assert sniff(given(content, "misleading.pdf")).format == kind


def test_the_name_decides_only_where_the_content_does_not(given):
    assert sniff(given("标题: 甲\n年度: 2023", "a.yaml")).format == "yaml"
    assert sniff(given("一、总体情况\n", "a.yaml")).format == "text"


def package(entry: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(entry, "x")
    return stream.getvalue()


def opendocument(media: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", media)
        archive.writestr("content.xml", "<x/>")
    return stream.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...." + stream.encode("utf-16-le") + b"\x00\x00"


@pytest.mark.parametrize(("data", "kind"), [
    (b"%PDF-1.7\n", "pdf"),
    (b"\r\n\x00 %PDF-1.7\n", "pdf"),
    (package("word/document.xml"), "docx"),
    (package("xl/workbook.xml"), "xlsx"),
    (ole("Workbook"), "xls"),
    (ole("WordDocument"), "doc"),
    (b"{\\rtf1", "rtf"),
    (opendocument("application/vnd.oasis.opendocument.spreadsheet"), "ods"),
    (opendocument("application/vnd.oasis.opendocument.text"), "odt"),
])
def test_formats_are_told_by_their_signs(given, data, kind):
    assert sniff(given(data, "report.html")).format == kind


@pytest.mark.parametrize(("data", "said"), [
    (package("OFD.xml"), "OFD"),
    (package("other"), "压缩包"),
    (ole("Other"), "旧版"),
    (b"\x89PNG\r\n\x1a\n", "图片"),
    (b"\xff\xd8\xff\xe0", "图片"),
    (b"<?xml version='1.0'?><FoiaAnnualReport/>", "XML"),
])
def test_formats_that_cannot_be_read(given, data, said):
    with pytest.raises(Problem) as problem:
        sniff(given(data, "report.html"))
    assert said in words(problem)
    assert "另存为" in words(problem)


def test_a_damaged_package_is_said_to_be_damaged(given):
    with pytest.raises(Problem) as problem:
        sniff(given(b"PK\x03\x04garbage"))
    assert "损坏" in words(problem) or "不完整" in words(problem)


def test_a_password_is_named(given):
    with pytest.raises(Problem) as problem:
        sniff(given(ole("EncryptedPackage")))
    assert "密码" in words(problem)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(given, encoding):
    assert decode(given((SENTENCE + "\r\n").encode(encoding))) == SENTENCE + "\n"


def test_big5(given):
    text = ("<meta charset=big5>"
            "政府信息主動公開情況，根據中華人民共和國條例規定，鎮政府結合實際工作。")
    assert decode(given(text.encode("big5"))) == text


@pytest.mark.parametrize(("declared", "actual"), [
    ("gb2312", "utf-8"), ("utf-8", "gb18030"), ("iso-8859-1", "gb18030"), ("big5", "gb18030"),
    ("no-such", "gb18030"), ("unicode_escape", "utf-8"),
])
def test_a_wrong_declaration_is_overridden(given, declared, actual):
    text = f"<html><meta charset='{declared}'><p>{SENTENCE}</p></html>"
    assert decode(given(text.encode(actual))) == text


def test_a_character_cut_off_at_the_end(given):
    assert decode(given("年度报告".encode()[:-1])) == "年度报"


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"abc\x00def", bytes(range(1, 32)) * 4,
                                  b"\xff\xfe\x00"])
def test_binary(given, data):
    with pytest.raises(Problem):
        decode(given(data))


def test_every_message_has_both_languages():
    for zh, en in MESSAGES.values():
        assert zh
        assert en
        assert zh != en


@given_any(st.text(st.characters(codec="utf-8", min_codepoint=0x2e00, max_codepoint=0xfb10)))
def test_ordinary_characters_take_the_place_of_their_doubles(text):
    """Places in the text stay right, and doing it again changes nothing."""
    made = with_ordinary_characters(text)
    assert len(made) == len(text)
    assert with_ordinary_characters(made) == made
    assert not re.search("[\u2f00-\u2fd5]", made)
