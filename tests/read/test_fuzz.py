"""Whatever the input: a document, data, or a Problem; never another error."""

from __future__ import annotations

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.errors import Problem
from compliance.model.document import Grid
from compliance.read import raw_file, read_document, sniff
from compliance.read.html import read_html
from compliance.read.structured import load_json, load_yaml
from compliance.read.text import read_text

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TOKENS = st.sampled_from([
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "<th>",
    "<p>", "</p>", "<br>", "<div style='display:none'>", "</div>", "<ul>", "<li>", "<a>", "</a>",
    "<script>", "</script>", "<!--", "-->", "<title>", "&nbsp;", "&#0;", "&x;", "<![CDATA[", "<?",
    "一、总体情况", "2023年年度报告", "发布日期：2024-01-01", "12", "\n", " ", "\t", "|", "。",
    "｜", "---", "|---|", "\u3000", "\ufeff", "发布机构", "\\|", "#", "## ",
])
YAML_TOKENS = st.sampled_from([
    "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&a", " *a", "!!int ", "!!set ", "!x ",
    "<<: ", "? ", "'", '"', "1", "1.5", "2024-01-32", ".inf", "~", "|", ">", "#", "%", "---\n",
    "=", "!!binary ", "!!timestamp ", "!!float ", "!!bool ", "\\", "甲", "\t", "0b1", "1:2",
    "\\ud800", "NaN", "true", "!!merge ", "!!null ", "e9",
])


def survive(*readers, data: bytes) -> None:
    raw = raw_file("fuzz", data)
    for reader in readers:
        with contextlib.suppress(Problem):
            reader(raw)


@FUZZ
@given(st.binary(max_size=400))
def test_bytes(data):
    survive(sniff, read_document, read_text, read_html, load_yaml, load_json, data=data)


@FUZZ
@given(st.text(max_size=300))
def test_any_text(text):
    survive(sniff, read_document, read_text, read_html, load_yaml, load_json,
            data=text.encode("utf-8", "replace"))


@FUZZ
@given(st.lists(TOKENS, max_size=60))
def test_pages_and_texts(tokens):
    survive(read_document, read_html, read_text, data="".join(tokens).encode())


@FUZZ
@given(st.lists(YAML_TOKENS, max_size=40), st.lists(st.sampled_from(["a", "甲", 0, 1]), max_size=3))
def test_structured(tokens, path):
    raw = raw_file("fuzz", "".join(tokens).encode())
    for load in (load_yaml, load_json):
        with contextlib.suppress(Problem):
            load(raw)[1].find(path)


@FUZZ
@given(st.lists(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=5),
                min_size=1, max_size=6))
def test_spanned_cells_never_lie_on_each_other(rows):
    page = "".join("<tr>" + "".join(f"<td rowspan={r} colspan={c}>x</td>" for r, c in row) + "</tr>"
                   for row in rows)
    document = read_html(raw_file("fuzz", f"<table>{page}</table>".encode()))
    for grid in (block for block in document.blocks if isinstance(block, Grid)):
        starts = [(cell.row, cell.column) for row in grid.rows for cell in row]
        covered = {(r, c) for row in grid.rows for cell in row
                   for r in range(cell.row, cell.row + cell.row_span)
                   for c in range(cell.column, cell.column + cell.column_span)
                   if (r, c) != (cell.row, cell.column)}
        assert len(starts) == len(set(starts))
        assert not covered & set(starts)
