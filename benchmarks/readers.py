"""From bytes to a report, against the bare table extraction of the usual tools.

    python benchmarks/readers.py [--rounds 9] [--json FILE]

The same files in one process, interleaved; the figure is the median.  The files are
the project's own synthetic reports on the form of 2021: a page of some 77 KB with three
tables, a Word file, a workbook, and a PDF.  The other tools only take the tables out;
the project reads, recognises and locates every cell, section and statement.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.corpus.paper import Paper, lay_out
from tests.corpus.render_docx import render_docx
from tests.corpus.render_html import render_html
from tests.corpus.render_pdf import render_pdf
from tests.corpus.render_xlsx import TRAITS as XLSX_TRAITS
from tests.corpus.render_xlsx import render_xlsx
from tests.corpus.reports import make_report

from compliance import api

PAGE_BYTES = 77_000
TARGETS = {"html": 2.0, "docx": 1.5, "xlsx": 1.0, "pdf": 1.3}
Reader = Callable[[bytes], object]


@dataclass
class Contest:
    """One file, and who reads it."""

    format: str
    data: bytes
    tool: str
    module: str
    bare: Reader


def contests(seed: int = 3) -> list[Contest]:
    """The files, each with the usual tool for it."""
    paper, chance = lay_out(make_report("cn-2021", seed)), Random(seed)
    page = render_html(paper, "modern", chance)
    filler = "".join(f'<li class="nav-item"><a href="/n/{n}.html">栏目 {n}</a></li>\n'
                     for n in range(max(0, PAGE_BYTES - len(page)) // 62))
    page = page.replace(b"</body>", f"<nav><ul>{filler}</ul></nav></body>".encode(), 1)
    return [
        Contest("html", page, "pandas.read_html", "pandas", _pandas),
        Contest("docx", render_docx(paper, "plain", chance), "python-docx", "docx", _docx),
        Contest("xlsx", render_xlsx(paper, XLSX_TRAITS[0], chance), "openpyxl", "openpyxl",
                _openpyxl),
        Contest("pdf", render_pdf(_repeated(paper, 2), "plain", chance), "pdfplumber",
                "pdfplumber", _pdfplumber),
    ]


# Both processes together; a child's own peak is not told from what its parent held, so
# the sum is rather too large than too small.
_PEAK = """
import resource
from compliance import api
api.read({path!r}, "cn-2021")
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print((own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024)
"""


def main() -> int:
    """Measure and print; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", metavar="FILE")
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    print(f"{'file':6}{'KB':>7}  {'compliance':>11}  {'tool':18}{'tool ms':>9}  ratio  target")
    figures: dict[str, dict[str, float | None]] = {}
    for contest in contests():
        figures[contest.format] = found = _measure(contest, options.rounds)
        ratio = f"{found['ratio']:5.2f}" if found["ratio"] is not None else "    —"
        tool = f"{found['tool_ms']:9.1f}" if found["tool_ms"] is not None else "  skipped"
        print(f"{contest.format:6}{len(contest.data) / 1024:7.1f}  {found['ms']:8.1f} ms  "
              f"{contest.tool:18}{tool}  {ratio}  ≤ {TARGETS[contest.format]}")
    peak = _peak_of_long_pdf()
    print(f"peak memory, PDF of 50 pages: {peak:.0f} MB (target 200)")
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    missed = [name for name, found in figures.items()
              if found["ratio"] is not None and found["ratio"] > TARGETS[name]]
    return 1 if missed or peak > 200 else 0


def _measure(contest: Contest, rounds: int) -> dict[str, float | None]:
    there = importlib.util.find_spec(contest.module) is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{contest.format}"
        path.write_bytes(contest.data)
        ours: list[float] = []
        theirs: list[float] = []
        for turn in range(rounds + 1):
            took = _time(lambda: api.read(str(path)))
            other = _time(lambda: contest.bare(contest.data)) if there else 0.0
            if turn:  # the first round loads modules
                ours.append(took)
                theirs.append(other)
    mine, tool = statistics.median(ours), statistics.median(theirs)
    return {"ms": mine, "tool_ms": tool if there else None, "ratio": mine / tool if there else None}


def _time(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - began)


def _repeated(paper: Paper, times: int) -> Paper:
    """A longer report: its text and tables printed several times."""
    return Paper(paper.title, [block for _ in range(times) for block in paper.blocks])


def _peak_of_long_pdf() -> float:
    """Peak resident memory in MB of reading a PDF of fifty pages, its worker included."""
    paper, chance = lay_out(make_report("cn-2021", 3)), Random(3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(render_pdf(_repeated(paper, 17), "plain", chance))
        ran = subprocess.run([sys.executable, "-c", _PEAK.format(path=str(path))],
                             capture_output=True, text=True, check=True)
    return float(ran.stdout)


def _pandas(data: bytes) -> object:
    import pandas

    return pandas.read_html(io.BytesIO(data))


def _docx(data: bytes) -> object:
    import docx

    return [cell.text for table in docx.Document(io.BytesIO(data)).tables
            for row in table.rows for cell in row.cells]


def _openpyxl(data: bytes) -> object:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]


def _pdfplumber(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as book:
        return [page.extract_tables() for page in book.pages]


if __name__ == "__main__":
    raise SystemExit(main())
