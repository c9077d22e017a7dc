"""The page of an audit in a real browser: read, linked, printed, in light and in dark."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from compliance import api

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_reports/cn-2021-faulty.yaml"
CHROMIUM = os.environ.get("COMPLIANCE_CHROMIUM") or shutil.which("chromium") or ""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync"]

if not CHROMIUM:
    pytest.skip("there is no Chromium here (Debian: apt-get install chromium)",
                allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "audit.html"
    path.write_text(api.write([api.audit(api.read(str(SAMPLE)))], "html"), "utf-8")
    return path


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Any, html: Path) -> Iterator[Any]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1100,
                                                                        "height": 900},
                                  bypass_csp=True)
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.goto(html.as_uri())
    yield opened
    context.close()


def test_the_page_opens_without_a_complaint_and_asks_for_nothing(page: Any) -> None:
    assert page.complaints == []
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0
    assert page.locator("script").count() == 0
    assert page.locator(".verdict strong").inner_text() == "不通过"


def test_a_finding_leads_to_its_cell_and_the_cell_back(page: Any) -> None:
    page.locator(".finding .links a", has_text="不掌握·自然人").first.click()
    target = page.locator("td:target")
    assert target.inner_text().startswith("895")
    assert "suspect" in target.get_attribute("class")
    target.locator("a").click()
    assert page.locator(".finding:target h3").inner_text().startswith("1.")


def test_every_link_leads_somewhere(page: Any) -> None:
    broken = page.evaluate("""[...document.querySelectorAll('a[href^="#"]')]
        .map(a => decodeURIComponent(a.getAttribute('href').slice(1)))
        .filter(id => !document.getElementById(id))""")
    assert broken == []


def test_the_keyboard_reaches_the_findings_first(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#findings")


def test_assistive_technology_finds_no_fault(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright",
                              reason="axe is not installed")
    results = axe.Axe().run(page)
    found = [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
             for fault in results.response["violations"]]
    assert found == []


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_only_tables_scroll_sideways(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_on_a4_without_cutting_a_table(page: Any, tmp_path: Path) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})  # 186 mm of paper between margins
    cut = page.evaluate("""[...document.querySelectorAll('table')]
        .filter(t => t.getBoundingClientRect().right > innerWidth + 1).length""")
    assert cut == 0
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF-")


def test_pictures_are_taken(page: Any, tmp_path: Path) -> None:
    path = Path(os.environ.get("COMPLIANCE_PICTURES") or tmp_path)
    scheme = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") \
        else "light"
    picture = page.screenshot(path=str(path / f"audit-{scheme}.png"), full_page=True)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(23, 24, 28)" if scheme == "dark" else "rgb(255, 255, 255)")
