"""Documents and forms made by hand, so that these tests need no reader."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance.model.document import Document, Grid, GridCell, Line
from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.report import CellState, Report, Source

ROOT = Path(__file__).parents[2]
REPORTS = Path(__file__).parents[3] / "shared" / "reports"

FUJIAN = """
form: cn-fj-2014
title: {zh: 福建, en: Fujian}
jurisdiction: CN-FJ
years: {first: 2014, last: 2018}
extends: cn-2014
without: [统计]
signs: [福建省]
tables:
  - id: 指标
    title: {zh: 指标, en: indicators}
    section: 其他事项
    blocks:
      - columns: [{id: 年度, label: "{year}"}, 历年累计]
        rows:
          - 主动公开文件数
          - {id: 政府网站公开数, label: "其中:1.政府网站公开数"}
          - {id: 政府公报公开数, label: 2.政府公报公开数}
          - {id: 申请总数, label: 受理政府信息公开申请总数}
          - {id: 当面申请数, label: "其中:1.当面申请数"}
          - {id: 网络申请数, label: 2.网络申请数}
          - {id: 信函传真申请数, label: 3.信函、传真申请数}
          - {id: 答复总数, label: 对申请的答复总数}
          - {id: 同意公开答复数, label: "其中:1.同意公开答复数"}
          - {id: 同意部分公开答复数, label: 2.同意部分公开答复数}
          - {id: 不予公开答复数, label: 3.不予公开答复数}
          - {id: 其他类型答复数, label: 4.其他类型答复数}
          - {id: 申诉举报数, label: 接受行政申诉、举报数}
          - 行政复议数
          - 行政诉讼数
"""


def _shorthand(block: dict[str, Any]) -> None:
    for name in ("columns", "rows"):
        block[name] = [{"id": x} if isinstance(x, str) else x for x in block[name]]


@lru_cache(maxsize=1)
def forms() -> dict[str, Form]:
    """The project's national forms, and a Fujian form of the tests' own."""
    from pydantic import TypeAdapter

    data = [yaml.safe_load(p.read_text("utf-8"))
            for p in sorted((ROOT / "rules/forms").glob("*.yaml"))]
    fujian = yaml.safe_load(FUJIAN)
    _shorthand(fujian["tables"][0]["blocks"][0])
    found = {}
    for item in [*data, fujian]:
        item.pop("statements_from", None)
        found[item["form"]] = TypeAdapter(Form).validate_python(item)
    return {name: _complete(form, found) for name, form in found.items()}


def _complete(form: Form, found: dict[str, Form]) -> Form:
    if not form.extends:
        return form
    base = _complete(found[form.extends], found)
    made = {}
    for name in ("sections", "tables"):
        own = getattr(form, name)
        ids = {item.id for item in own} | set(form.without)
        made[name] = [item for item in getattr(base, name) if item.id not in ids] + own
    return replace(form, **made)


def text_document(text: str, file: str = "report.txt") -> Document:
    """Lines of plain text."""
    blocks: list[Line | Grid] = [
        Line(line, Location(line=n, column=1))
        for n, line in enumerate(text.split("\n"), 1) if line.strip()
    ]
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return Document(Source(file, digest, "text"), blocks)


def grid(rows: list[list[str | tuple[str, int, int]]], line: int = 1) -> Grid:
    """A grid of cells; ``(text, row span, column span)`` for one that spans."""
    taken: set[tuple[int, int]] = set()
    made = []
    for r, cells in enumerate(rows):
        column, here = 0, []
        for cell in cells:
            text, down, right = (cell, 1, 1) if isinstance(cell, str) else cell
            while (r, column) in taken:
                column += 1
            taken |= {(r + d, column + c) for d in range(down) for c in range(right)}
            here.append(GridCell(text, r, column, down, right, Location(line=line + r)))
            column += right
        made.append(here)
    return Grid(made, Location(line=line))


def html_document(path: Path) -> Document:
    """Paragraphs and tables of a page, by lxml; enough for the pages of these tests."""
    from lxml import html

    tree = html.fromstring(path.read_bytes().decode("utf-8", "replace"))
    blocks: list[Line | Grid] = []

    def words(element: Any) -> str:
        return " ".join(element.text_content().replace("\u200b", "").split())

    def walk(element: Any) -> None:
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "head"}:
            return
        if element.tag == "table" and not element.xpath(".//table"):
            rows = [
                [(words(c), int(c.get("rowspan") or 1), int(c.get("colspan") or 1))
                 for c in row.xpath("./td|./th")]
                for row in element.xpath(".//tr")
            ]
            made = grid(rows, element.sourceline or 1)
            blocks.append(made)
            return
        if element.xpath(".//table|.//p|.//div|.//h1|.//h2|.//br"):
            if element.text and element.text.strip():
                blocks.append(Line(" ".join(element.text.split()),
                                   Location(line=element.sourceline)))
            for child in element:
                walk(child)
                if child.tail and child.tail.strip():
                    blocks.append(Line(" ".join(child.tail.split()),
                                       Location(line=child.sourceline)))
        elif words(element):
            blocks.append(Line(words(element), Location(line=element.sourceline)))

    walk(tree.find("body") if tree.find("body") is not None else tree)
    title = tree.findtext(".//title") or ""
    return Document(Source(str(path), "", "html"), blocks, " ".join(title.split()))


def real(name: str) -> Document:
    """A real report; the test is skipped where there are none."""
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"no {name}")
    if name.endswith(".html"):
        return html_document(path)
    return text_document(path.read_text("utf-8"), name)


def shown(report: Report, table: str, row: str) -> list[Any]:
    """Values of a row, states as ``/`` and ``?``."""
    marks = {CellState.NOT_APPLICABLE: "/", CellState.UNREADABLE: "?"}
    return [marks.get(v, v) if isinstance(v, CellState) else v for v in report.tables[table][row]]
