"""What cannot be read, or is made to do harm: one clear answer, soon, and in little memory."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import time
import zlib
from functools import lru_cache

import pytest
from drawing import Paper
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from whole_report import whole_report

from compliance.errors import Problem
from compliance.model.document import Document
from compliance.read import raw_file, read_document
from compliance.read.pdf import read_pdf


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        read_pdf(raw_file("x.pdf", data))
    return caught.value.text.zh


def written(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\n" \
        b"startxref\n%d\n%%%%EOF\n" % (len(places) + 1, table, len(places) + 1, root, len(data))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def one_page(content: bytes, resources: bytes = b"<<>>", *more: bytes) -> bytes:
    return written(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources %s>>"
                   % resources, content, *more)


def picture(paper: Paper) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    paper.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def test_scanned_file(read):
    paper = Paper()
    picture(paper)
    paper.next_page()
    picture(paper)
    document = read(paper)
    assert document.blocks == []
    assert not document.source.begins
    assert not document.source.ends
    assert "第 1–2 页是扫描图片" in document.unread.zh
    assert "PDF" in document.unread.en


def test_some_scanned_pages(read):
    paper = Paper()
    paper.text(80, 80, "某县教育局2023年政府信息公开工作年度报告", 16)
    paper.text(80, 300, "一、总体情况")
    for number in range(4):
        paper.next_page()
        if number == 1:
            paper.text(80, 80, "五、存在的主要问题及改进情况，有的解读材料不够细")
        else:
            picture(paper)
            paper.text(290, 800, f"- {number + 2} -", 10)
    document = read(paper)
    assert [block.text for block in document.blocks][1:] == [
        "一、总体情况", "五、存在的主要问题及改进情况，有的解读材料不够细"]
    assert "第 2, 4–5 页" in document.unread.zh
    assert document.source.begins
    assert not document.source.ends


def test_picture_behind_text_and_blank_page(read):
    paper = Paper()
    picture(paper)
    paper.text(80, 80, "某县教育局2023年政府信息公开工作年度报告", 16)
    paper.next_page()
    paper.text(80, 80, "一、总体情况")
    paper.next_page()
    document = read(paper)
    assert len(document.blocks) == 2
    assert document.unread is None


def test_text_turned_into_drawings(read):
    paper = Paper()
    for number in range(400):
        paper.canvas.circle(80 + number % 20 * 20, 700 - number // 20 * 20, 5)
    assert "第 1 页" in read(paper).unread.zh


def test_nothing_on_the_pages():
    paper = Paper()
    paper.next_page()
    assert "没有文字" in refusal(paper.data())


def test_font_that_does_not_say_its_characters():
    font = (b"<</F<</Type/Font/Subtype/Type0/BaseFont/Geheim/Encoding/Identity-H/DescendantFonts"
            b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/Geheim/CIDSystemInfo<</Registry(Adobe)"
            b"/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor"
            b"/FontName/Geheim/Flags 4/FontBBox[0 0 1000 1000]/Ascent 880/Descent -120>>>>]>>>>")
    text = b"BT /F 12 Tf 80 700 Td <%s> Tj ET" % b"".join(b"%04x" % n for n in range(300, 330))
    document = read_pdf(raw_file("x.pdf", one_page(stream(text), b"<</Font%s>>" % font)))
    assert document.blocks == []
    assert "第 1 页的字体没有编码对照" in document.unread.zh


def test_password():
    paper = Paper(encrypt=StandardEncryption("geheim"))
    paper.text(80, 80, "一、总体情况")
    assert "密码" in refusal(paper.data())


def test_encrypted_without_a_password_to_open(read):
    paper = Paper(encrypt=StandardEncryption("", "owner", canCopy=0))
    paper.text(80, 80, "一、总体情况")
    (line,) = read(paper).blocks
    assert line.text == "一、总体情况"


def test_broken_cross_references_are_mended():
    good = read_pdf(raw_file("x.pdf", whole_report()))
    shifted = whole_report().replace(b"%PDF-1.3\n", b"%PDF-1.3\n% a line more than it says\n", 1)
    cut = re.sub(rb"startxref\n\d+", b"startxref\n99", whole_report())
    for data in (shifted, cut, whole_report()[:-20]):
        assert data != whole_report()
        assert read_pdf(raw_file("x.pdf", data)).blocks == good.blocks


@pytest.mark.parametrize("data", [
    b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5000), b"%PDF-1.4 not at all",
    written(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"),
    written(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>"),
    whole_report()[:-200],
], ids=["head", "zeros", "text", "no page", "tree in itself", "without its end"])
def test_damaged(data):
    assert "已损坏" in refusal(data)


def test_loop_in_the_page_tree_with_a_page():
    data = written(b"<</Type/Catalog/Pages 2 0 R>>",
                   b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>",
                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    with contextlib.suppress(Problem):
        read_pdf(raw_file("x.pdf", data))


def test_form_that_holds_itself():
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    data = one_page(stream(b"/F Do"), b"<</XObject<</F 5 0 R>>>>", stream(b"/F Do /F Do", form))
    assert refusal(data)


def test_more_pages_than_any_report():
    kids = b"3 0 R " * 100_000
    data = written(b"<</Type/Catalog/Pages 2 0 R>>",
                   b"<</Type/Pages/Count 100000/Kids[%s]>>" % kids,
                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    begun = time.perf_counter()
    assert "500" in refusal(data)
    assert time.perf_counter() - begun < 10


_PEAK = """
import resource, sys
from compliance.errors import Problem
from compliance.read import open_source
from compliance.read.pdf import read_pdf
try:
    read_pdf(open_source(sys.argv[1]))
except Problem:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_stream_that_unpacks_without_end(tmp_path):
    bomb = zlib.compress(b" " * (400 << 20), 9)
    for _ in range(2):
        bomb = zlib.compress(bomb, 9)
    filters = b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    pytest.importorskip("resource")
    path = tmp_path / "bomb.pdf"
    path.write_bytes(one_page(stream(bomb, filters)))
    # In a process of its own: the peak is that of all children a process ever had.
    ran = subprocess.run([sys.executable, "-c", _PEAK, str(path)], capture_output=True,
                         text=True, timeout=60, check=True)
    assert int(ran.stdout) < 900_000


@pytest.mark.parametrize("content", [
    b"q " * 200_000, b"0 0 m 9 9 l S " * 300_000, b"BT /F 1 Tf (" + b"a" * 3_000_000 + b") Tj ET",
    b"[" * 100_000, b"<<" * 100_000, b"(" * 100_000,
], ids=["states", "lines", "characters", "arrays", "dictionaries", "strings"])
def test_endless_content(content):
    fonts = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    begun = time.perf_counter()
    assert refusal(one_page(stream(content), fonts))
    assert time.perf_counter() - begun < 60


def test_a_page_full_of_lines_is_a_drawing(read):
    paper = Paper()
    for number in range(1000):
        paper.line(20 + number / 2, 20, 20 + number / 2, 820, 0.1)
        paper.line(20, 20 + number * 0.8, 570, 20 + number * 0.8, 0.1)
    paper.text(80, 80, "某县规划图")
    document = read(paper)
    assert [block.text for block in document.blocks] == ["某县规划图"]


@lru_cache(maxsize=1)
def plain() -> bytes:
    return whole_report()


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.binary(min_size=1, max_size=6)),
                min_size=1, max_size=12), st.integers(0, 3))
def test_damage_anywhere(changes, cut):
    data = bytearray(plain())
    for place, content in changes:
        at = place % len(data)
        data[at:at + len(content)] = content
    del data[len(data) - cut * len(data) // 7:]
    with contextlib.suppress(Problem):
        document = read_document(raw_file("fuzz.pdf", b"%PDF-" + bytes(data[5:])))
        assert isinstance(document, Document)
        assert "\x00" not in "".join(b.text for b in document.blocks if hasattr(b, "text"))
        "".join(b.text for b in document.blocks if hasattr(b, "text")).encode()
