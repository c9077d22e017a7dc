"""The site builds offline, without broken links, and fetches nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.plugin.cache import installed
from compliance.reference.site import lay_out
from tests.docs.pages import DOCS, ROOT

_FETCHED = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=["'](https?:)?//""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    pytest.importorskip("zensical", reason="pip install -r requirements-dev.txt")
    folder = tmp_path_factory.mktemp("site")
    lay_out(DOCS, folder / "build" / "docs", installed())
    shutil.copy(ROOT / "zensical.toml", folder)
    done = subprocess.run([sys.executable, "-m", "zensical", "build", "--strict"], cwd=folder,
                          env=os.environ | {"NO_COLOR": "1"}, capture_output=True, text=True,
                          encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_every_rule_and_form_has_its_pages(site: Path) -> None:
    library = installed()
    for language in ("", "en"):
        made = {path.stem for path in (site / language / "rules").glob("*.html")}
        assert made == library.rules().keys() | {"index"}
        made = {path.stem for path in (site / language / "forms").glob("*.html")}
        assert made == library.forms.keys() | {"index"}


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not _FETCHED.search(page.read_text("utf-8")), page


def test_the_search_needs_no_server(site: Path) -> None:
    index = (site / "search.js").read_text("utf-8")
    assert "逾期不缴费" in index
    assert (site / "assets" / "iframe-worker.js").exists()
    assert "iframe-worker.js" in (site / "index.html").read_text("utf-8")


def test_pages_lead_to_their_twins(site: Path) -> None:
    page = (site / "rules" / "CN-T3-01.html").read_text("utf-8")
    assert 'href="../en/rules/CN-T3-01.html"' in page
    assert 'href="../forms/cn-2021.html"' in page


def test_a_made_page_never_replaces_a_written_one(tmp_path: Path) -> None:
    (tmp_path / "docs" / "rules").mkdir(parents=True)
    (tmp_path / "docs" / "rules" / "index.md").write_text("# Rules\n", "utf-8")
    with pytest.raises(FileExistsError, match=r"rules/index\.md"):
        lay_out(tmp_path / "docs", tmp_path / "target", installed())


CHROMIUM = os.environ.get("COMPLIANCE_CHROMIUM") or shutil.which("chromium")


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")
def test_a_part_of_a_chinese_term_is_found_without_a_server(site: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.get_by_role("button", name="查找").first.click()
        page.keyboard.type("不缴费")
        page.get_by_text("逾期不缴费").first.wait_for(timeout=20_000)
        assert all(url.startswith(("file:", "blob:", "data:")) for url in asked)
        browser.close()
