"""How the project's own time grows with reports, with cells and with rules."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from contenders import project, project_engine
from relations import repeated, row_totals, standard_relations
from reports import APPLICANTS, reports

Curve = list[tuple[int, float]]
"""Size, and milliseconds for the whole of it."""


def measure() -> dict[str, Curve]:
    """A curve for each of reports, cells and rules, of the fused relations and, where it
    says so, of the whole engine; none when the project is not installed."""
    try:
        project.prepare(standard_relations())
    except ImportError:
        return {}
    return {"reports": _by_reports(), "cells": _by_cells(), "rules": _by_rules(),
            "engine: cells": _engine_by_cells(), "engine: rules": _engine_by_rules()}


def table(curves: dict[str, Curve]) -> str:
    """The curves, with the time for one unit at each size: level when growth is linear."""
    lines = ["\n| grows | size | ms | µs for one | against the smallest |",
             "|---|---:|---:|---:|---:|"]
    for name, curve in curves.items():
        first = curve[0][1] / curve[0][0]
        for size, spent in curve:
            one = spent / size
            lines.append(
                f"| {name} | {size:,} | {spent:.3f} | {1000 * one:.3f} | {one / first:.2f} |")
    return "\n".join(lines) if curves else "\ngrowth: skipped, the project is not installed"


def _by_reports() -> Curve:
    judge = project.prepare(standard_relations())

    def judge_all(texts: Sequence[str]) -> None:
        for text in texts:
            judge(json.loads(text))

    made = reports(1600)
    return _curve({size: partial(judge_all, made[:size])
                   for size in (100, 200, 400, 800, 1600)}, 15)


def _by_cells() -> Curve:
    works: dict[int, Callable[[], object]] = {}
    for times in (1, 2, 4, 8, 16):
        columns = [f"{name}{number}" if number else name
                   for number in range(times) for name in APPLICANTS]
        judge = project.prepare(row_totals(columns), columns)
        report = json.loads(reports(1, applicants=columns)[0])
        works[25 * (len(columns) + 1)] = partial(judge, report)
    return _curve(works, 1000)


def _by_rules() -> Curve:
    report = json.loads(reports(1)[0])
    return _curve({
        60 * times: partial(project.prepare(repeated(standard_relations(), times)), report)
        for times in (1, 2, 4, 8, 16)}, 1000)


def _engine_by_cells() -> Curve:
    works: dict[int, Callable[[], object]] = {}
    for times in (1, 2, 4, 8, 16):
        columns = [f"{name}{number}" if number else name
                   for number in range(times) for name in APPLICANTS]
        convert, judge = project_engine.prepare_ready(row_totals(columns), columns)
        report = json.loads(reports(1, applicants=columns)[0])
        works[25 * (len(columns) + 1)] = partial(_both, convert, judge, report)
    return _curve(works, 300)


def _engine_by_rules() -> Curve:
    works: dict[int, Callable[[], object]] = {}
    report = json.loads(reports(1)[0])
    for times in (1, 2, 4, 8, 16):
        convert, judge = project_engine.prepare_ready(repeated(standard_relations(), times))
        works[60 * times] = partial(judge, convert(report))
    return _curve(works, 300)


def _both(convert: Callable[[Any], Any], judge: Callable[[Any], object], report: Any) -> object:
    return judge(convert(report))


def _curve(works: dict[int, Callable[[], object]], rounds: int) -> Curve:
    """Median of each size, the sizes interleaved."""
    spent: dict[int, list[float]] = {size: [] for size in works}
    for _ in range(rounds):
        for size, work in works.items():
            start = time.perf_counter_ns()
            work()
            spent[size].append((time.perf_counter_ns() - start) / 1e6)
    return [(size, statistics.median(times)) for size, times in spent.items()]
