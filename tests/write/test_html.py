"""The page of an audit: complete, linked, safe, and in one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from compliance import api
from compliance.model.audit import Audit

from . import audits

ROOT = Path(__file__).parents[2]


def sample(name: str) -> Audit:
    return api.audit(api.read(str(ROOT / f"sample_reports/{name}.yaml")))


def page(*items: Audit) -> html.HtmlElement:
    return html.document_fromstring(api.write(items, "html"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("name", [path.stem for path in
                                  sorted((ROOT / "sample_reports").glob("*.yaml"))])
def test_every_finding_and_every_figure_is_on_the_page(name: str) -> None:
    audit = sample(name)
    drawn = page(audit)
    findings = drawn.find_class("finding")
    assert len(findings) == len(audit.findings)
    for finding in audit.findings:
        assert any(finding.rule.id in words(shown) and finding.title.zh in words(shown)
                   for shown in findings)
    figures = [cell.text_content().split() for table in drawn.find_class("drawn")
               for cell in table.iter("td")]
    printed = {text for cell in figures for text in cell[:1]}
    for rows in audit.report.tables.values():
        for cells in rows.values():
            assert {str(value) for value in cells if type(value) is int} <= \
                {text.split("[")[0] for text in printed} | printed | _without_marks(drawn)


def _without_marks(drawn: html.HtmlElement) -> set[str]:
    """Figures of cells that carry the numbers of findings behind them."""
    return {link.text for link in drawn.xpath("//td/a") if link.text}


def test_links_lead_to_places_that_are_there() -> None:
    drawn = page(sample("cn-2021-faulty"), sample("cn-2019-faulty"))
    ids = drawn.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link.removeprefix("#") for link in drawn.xpath("//a/@href")}
    assert targets <= set(ids)


def test_the_suspect_is_marked_and_points_at_its_finding() -> None:
    audit = sample("cn-2021-faulty")
    (suspect, *_) = [finding.suspect for finding in audit.findings if finding.suspect]
    drawn = page(audit)
    marked = drawn.xpath("//td[contains(concat(' ', @class, ' '), ' suspect ')]")
    assert [str(suspect.value)] == [cell.find("a").text for cell in marked][:1]
    assert marked[0].find("a").get("href").startswith("#r1-f")


def test_blank_and_missing_are_told_from_zero() -> None:
    audit = sample("cn-2021-faulty")
    drawn = page(audit)
    blank = drawn.xpath("//td[contains(concat(' ', @class, ' '), ' blank ')]")
    empty = sum(value is None for rows in audit.report.tables.values()
                for cells in rows.values() for value in cells)
    assert len(blank) == empty > 0
    assert "空白" in words(blank[0])


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = api.write([*audits.hostile()], "html")
    drawn = html.document_fromstring(text)
    assert not drawn.xpath("//script | //link | //img | //iframe | //object | //form")
    assert not list(drawn.xpath("//@*[starts-with(name(), 'on')]"))
    assert all(link.startswith("#") for link in drawn.xpath("//@href"))
    assert "<script>alert" not in text
    assert "default-src 'none'" in text


def test_several_reports_are_ranked_first() -> None:
    drawn = page(sample("cn-2021-clean"), sample("cn-2021-faulty"))
    (ranking, *_) = drawn.xpath("//header//table")
    assert "江海市河东区人民政府" in words(ranking)
    assert len(drawn.find_class("report")) == 2


@pytest.mark.parametrize(("language", "said"), [("zh", "不通过"), ("en", "fail")])
def test_both_languages(language: str, said: str) -> None:
    text = api.write([sample("cn-2021-faulty")], "html", language)
    drawn = html.document_fromstring(text)
    assert words(drawn.find_class("verdict")[0].find("div/strong")) == said
    assert drawn.get("lang") == ("zh-CN" if language == "zh" else "en")
