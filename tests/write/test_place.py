"""Places are named as a person sees them in the document."""

from __future__ import annotations

import pytest

from compliance.api import audit, read
from compliance.model.location import Location
from compliance.write.place import place_of, spot

from . import audits

SECTION = "一、总体情况"
PAGE = """<html><body><h1>河口县审计局2023年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>全年各项工作有序开展。</p>
<p>全年收到政府信息公开申请40件，其中予以公开30件，占70%；不予公开10件，占25%。</p>
<p>二、主动公开政府信息情况</p></body></html>"""


@pytest.mark.parametrize(("place", "words"), [
    (Location(line=12), "（第 12 行）"),
    (Location(line=12, end_line=15), "（第 12—15 行）"),
    (Location(line=12, section=SECTION, paragraph=2), "（第 12 行）"),
    (Location(page=4), "（第 4 页）"),
    (Location(page=4, section=SECTION, paragraph=2), "（第 4 页，“一、总体情况”第 2 段）"),
    (Location(line=1, path="/html/body/p[2]"), ""),
    (Location(line=1, path="/html/body/p[2]", section=SECTION, paragraph=2),
     "（“一、总体情况”第 2 段）"),
    (Location(line=9, path="/html/body/p[2]", section=SECTION, paragraph=2),
     "（“一、总体情况”第 2 段）"),
    (Location(line=9, path="/html/body/table/tr[3]/td"), ""),
    (Location(path="p[12]", section=SECTION, paragraph=2), "（“一、总体情况”第 2 段）"),
    (Location(path="p[12]"), "（第 12 段）"),
    (Location(path="tbl[2]/tr[3]/tc[4]"), "（第 2 个表第 3 行第 4 格）"),
    (Location(path="表1!C5", section=SECTION, paragraph=2), "（工作表“表1”C5）"),
    (Location(path="tables/申请/本年新收/0"), ""),
    (None, ""),
])
def test_a_place_is_named_as_it_is_seen(place, words):
    assert spot(place, "zh") == words


def test_a_long_heading_is_cut():
    place = Location(page=1, section="三、" + "收到和处理" * 9, paragraph=1)
    assert spot(place, "zh") == "（第 1 页，“三、收到和处理收到和处理收到和处理收到…”第 1 段）"


@pytest.mark.parametrize("page", [PAGE.replace("\n", ""), PAGE])
def test_a_sentence_of_a_page_is_found_by_its_section(tmp_path, page):
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    results = [r for r in audit(read(str(path))).results if r.rule.id == "CN-P-01"]
    assert [place_of(r, "zh") for r in results if r.outcome.value == "fail"] == [
        "予以公开（“一、总体情况”第 2 段）"]


def test_a_place_of_several_lines_names_the_first_and_the_last() -> None:
    assert spot(Location(line=45, end_line=56, end_column=9), "zh") == "（第 45—56 行）"
    assert spot(Location(line=45, end_line=57, end_column=1), "en") == " (lines 45-56)"
    assert spot(Location(line=45, end_line=46, end_column=1), "zh") == "（第 45 行）"


def test_a_sentence_and_the_cells_beside_it_have_a_place_each() -> None:
    made = audits.audit()
    result = next(r for finding in made.findings for r in finding.results if r.cells)
    result.rule.check = "文中新收 = 行合计(本年新收)"
    for cell in result.cells:
        cell.location = Location(line=40)
    result.location = Location(line=7)
    assert place_of(result, "zh").endswith("（第 40 行）、正文（第 7 行）")
    result.location = Location(line=40)
    assert place_of(result, "zh").endswith("（第 40 行）")
    assert "正文" not in place_of(result, "zh")


def test_the_sentence_has_its_place_where_the_cells_have_none_to_speak_of() -> None:
    result = next(r for f in audits.audit().findings for r in f.results if r.cells)
    result.rule.check = "文中新收 = 行合计(本年新收)"
    for cell in result.cells:
        cell.location = Location(line=1, path="/html/body/table/tr[3]/td")
    result.location = Location(line=1, path="/html/body/p[4]", section=SECTION, paragraph=2)
    assert place_of(result, "zh").endswith("、正文（“一、总体情况”第 2 段）")
