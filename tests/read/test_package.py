"""Packages and XML that nobody vouches for: one clear Problem, in bounded time and memory."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import pytest
from word_file import docx, parts_of, zipped

from compliance.errors import Problem
from compliance.read import package as package_module
from compliance.read import raw_file
from compliance.read.limits import MAX_ENTRIES
from compliance.read.package import open_package
from compliance.read.safe_xml import parse_xml


def opened(data: bytes):
    return open_package(raw_file("a.docx", data))


def refused(data: bytes, part: str = "a.xml") -> str:
    """What is said about a file that cannot be opened, or a part that cannot be read."""
    with pytest.raises(Problem) as problem:
        opened(data).xml(part)
    assert problem.value.file == "a.docx"
    assert problem.value.text.zh
    assert problem.value.text.en
    return problem.value.text.zh


def test_parts_by_name():
    package = opened(zipped({"Word\\A.xml": "<a>甲</a>"}))
    assert package.names == ["Word\\A.xml"]
    assert "/word/a.XML" in package
    assert "b.xml" not in package
    assert package.xml("word/a.xml").text == "甲"
    assert package.read("word/a.xml") == "<a>甲</a>".encode()


def test_relations_are_followed_from_where_they_stand():
    package = opened(zipped({
        "x/_rels/y.xml.rels":
            '<r><s Type="http://a/styles" Target="../z/st%20yles.xml"/><s Type="b/styles" '
            'Target="second.xml"/><s Type="b/link" Target="http://c" TargetMode="External"/>'
            '<s Type="b/settings" Target="/settings.xml"/><s/></r>',
    }))
    assert package.related("x/y.xml") == {"styles": "z/st yles.xml", "settings": "settings.xml"}
    assert package.related("x/other.xml") == {}
    assert package.related() == {}


def test_strict_names_become_the_usual_ones():
    package = opened(zipped({
        "a.xml": '<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}))
    assert package.xml("a.xml").tag == (
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a")


def test_part_that_is_not_there():
    assert "缺少 a.xml" in refused(zipped({"b.xml": "<b/>"}))


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_truncated(cut):
    data = docx("")
    assert "已损坏" in refused(data[:-cut])


def test_not_a_package():
    assert "已损坏" in refused(b"PK\x03\x04 and nothing more")


def test_wrong_checksum():
    data = bytearray(zipped({"a.xml": "<a/>" * 50}))
    at = data.index(b"a.xml") + len("a.xml") + 3
    data[at] ^= 0xFF
    assert "a.xml 已损坏" in refused(bytes(data))


def test_encrypted_entry():
    data = bytearray(zipped({"a.xml": "<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert "密码" in refused(bytes(data))


def test_unknown_packing():
    data = bytearray(zipped({"a.xml": "<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", data, data.index(signature) + offset, zipfile.ZIP_LZMA)
    assert "压缩方式" in refused(bytes(data))


def test_bomb():
    data = zipped({"a.xml": b"<a>" + b" " * 40_000_000 + b"</a>"})
    assert "压缩到不足" in refused(data)


def test_bomb_that_lies_about_its_size():
    data = bytearray(zipped({"a.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 100)
    assert "已损坏" in refused(bytes(data))


def test_parts_larger_than_the_limit(monkeypatch):
    monkeypatch.setattr(package_module, "MAX_PART_BYTES", 1024 * 1024)
    data = zipped({"a.xml": bytes(range(256)) * 5000})
    assert "a.xml 解压后超过 1 MiB" in refused(data)


def test_all_parts_together_larger_than_the_limit(monkeypatch):
    monkeypatch.setattr(package_module, "MAX_UNPACKED_BYTES", 1024 * 1024)
    data = zipped({f"{n}.xml": bytes(range(256)) * 1000 for n in range(5)})
    assert "解压后超过 1 MiB" in refused(data)


def test_huge_number_of_entries_is_refused_before_it_is_read():
    few = zipped({"a.xml": "<a/>"})
    entry = few[few.index(b"PK\x01\x02"):few.index(b"PK\x05\x06")]
    data = few[:few.index(b"PK\x01\x02")] + entry * 400_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(entry) * 400_000,
                      few.index(b"PK\x01\x02"), 0)
    begun = time.perf_counter()
    assert f"{MAX_ENTRIES} 个" in refused(data + end)
    assert time.perf_counter() - begun < 2


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize("text", [
    f'<!DOCTYPE a [<!ENTITY l1 "ha">{LAUGHS}]><a>&l9;</a>',
    f'<!DOCTYPE a [<!ENTITY l1 "ha">{LAUGHS}]><a b="&l9;"/>',
    '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><a/>',
])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(text, encoding):
    begun = time.perf_counter()
    assert "文档类型声明" in refused(zipped({"a.xml": text.encode(encoding)}))
    assert time.perf_counter() - begun < 1


def test_an_encoding_cannot_hide_a_document_type():
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert "XML 写法有误" in refused(zipped({"a.xml": text}))


@pytest.mark.parametrize("text", ["", "   ", "<a>", "<a></b>", "<a/><b/>", "<a>&nbsp;</a>", "甲",
                                  "<a>\x01</a>", "{}", "<a b='1' b='2'/>", "<x:a/>"])
def test_broken_xml(text):
    assert "a.xml 的 XML 写法有误" in refused(zipped({"a.xml": text}))


@pytest.mark.parametrize("data", [b"\xff\xfe<", b"\xfe\xff\xd8", b"<\x00a\x00\xd8",
                                  b"\xef\xbb\xbf"])
def test_broken_encodings(data):
    assert "XML 写法有误" in refused(zipped({"a.xml": data}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    assert parse_xml("<a>甲<!-- 注 --><?x y?></a>".encode(encoding), "x").text == "甲"


def test_deep_nesting():
    assert "嵌套超过 256 层" in refused(zipped({"a.xml": "<a>" * 1000 + "</a>" * 1000}))


def test_too_many_elements():
    text = "<a>" + "".join(f'<b c="{n}"/>' for n in range(600_000)) + "</a>"
    assert "内容过大" in refused(zipped({"a.xml": text}))


def test_two_entries_of_one_name():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("a.xml", "<b/>")
    assert opened(stream.getvalue()).xml("a.xml").tag == "b"


def test_an_ordinary_file_is_within_the_limits():
    package = opened(zipped(parts_of("<w:p/>")))
    assert package.related()["officeDocument"] == "word/document.xml"
    assert package.related("word/document.xml") == {
        "styles": "word/styles.xml", "numbering": "word/numbering.xml"}
