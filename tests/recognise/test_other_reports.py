"""A page that lists or holds the reports of other years is still one report."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.api import audit, read
from compliance.model.audit import Outcome
from compliance.model.report import Report
from compliance.recognise.titles import kind_of

OWN = "青石县水务局2023年政府信息公开工作年度报告"
OTHERS = [f"青石县水务局{year}年政府信息公开工作年度报告" for year in (2025, 2022, 2021)]
BODY = """<p>根据《中华人民共和国政府信息公开条例》编制，
数据自2023年1月1日起至2023年12月31日止。</p>
<p>一、总体情况</p><p>2023年收到申请3件。</p><p>二、主动公开政府信息情况</p><p>按规定公开。</p>
<p>三、收到和处理政府信息公开申请情况</p><p>见表。</p>
<p>四、政府信息公开行政复议、行政诉讼情况</p><p>无。</p>
<p>五、存在的主要问题及改进情况</p><p>主动性不够，将加强学习。</p>
<p>六、其他需要报告的事项</p><p>无。</p>"""
SIGNED = "<p>青石县水务局</p><p>{}</p>"


def page(tmp_path: Path, content: str, title: str = OWN) -> Report:
    path = tmp_path / "page.html"
    head = f"<title>{title}_青石县人民政府</title>" if title else ""
    path.write_text(f"<html><head><meta charset=utf-8>{head}</head><body>{content}</body></html>",
                    "utf-8")
    return read(str(path))


def menu(titles: list[str]) -> str:
    return "<ul>" + "".join(f"<li><a href='#'>{title}</a></li>" for title in titles) + "</ul>"


@pytest.mark.parametrize("others", [OTHERS, OTHERS[1:], [*OTHERS, OWN]])
@pytest.mark.parametrize("title", [OWN, ""])
@pytest.mark.parametrize("heading", [f"<h1>{OWN}</h1>", f"<p>{OWN}</p>"])
def test_a_menu_of_reports_does_not_decide_the_year(
    tmp_path: Path, others: list[str], title: str, heading: str,
) -> None:
    report = page(tmp_path, menu(others) + heading + BODY, title)
    assert (report.year, report.title, report.body) == (2023, OWN, "青石县水务局")
    found = audit(report).results
    assert all(result.outcome is not Outcome.FAIL for result in found
               if result.rule.id in ("CN-X-03", "CN-X-16", "CN-D-07"))


def test_the_title_may_stand_in_the_head_of_the_page_only(tmp_path: Path) -> None:
    report = page(tmp_path, menu(OTHERS) + BODY)
    assert (report.year, report.title) == (2023, OWN)


def test_one_printed_title_of_another_year_is_a_mistake_of_the_report(tmp_path: Path) -> None:
    report = page(tmp_path, f"<h1>{OWN.replace('2023', '2022')}</h1>{BODY}")
    assert report.year == 2022
    failed = {result.rule.id for result in audit(report).results
              if result.outcome is Outcome.FAIL}
    assert "CN-X-03" in failed


def test_the_report_below_is_not_the_end_of_this_one(tmp_path: Path) -> None:
    last = OWN.replace("2023", "2022")
    both = (f"<h1>{OWN}</h1>{BODY}{SIGNED.format('2024年1月18日')}<h2>{last}</h2>"
            f"{BODY.replace('2023', '2022')}{SIGNED.format('2023年1月19日')}")
    report = page(tmp_path, both)
    assert report.signed is not None
    assert report.signed.isoformat() == "2024-01-18"


@pytest.mark.parametrize(("body", "kind"), [
    ("北原盟行政公署", "government"), ("西山地区行署", "government"),
    ("北原盟水务局", "department")])
def test_an_administrative_office_is_a_government(body: str, kind: str) -> None:
    assert kind_of(body) == kind
