"""Time every contender on the same reports and relations, in one process.

    python benchmarks/run.py [--reports 200] [--rounds 7] [--only NAME …] [--json FILE]

Every verdict of every contender must be the hand-written one, or the run fails.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.metadata
import json
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import growth
from relations import Relation, standard_relations
from reports import broken_reports, reports

CONTENDERS = ("handwritten", "project", "project_engine", "schematron", "opa", "cel", "zen",
              "pandera_frames")
Verdicts = list[frozenset[str]]


@dataclass
class Way:
    """One way of one contender from an input to a verdict."""

    contender: str
    measure: str
    inputs: Sequence[Any]
    """What is timed."""
    broken: Sequence[Any]
    """Reports with many failures: judged for agreement, not timed."""
    judge: Callable[[Any], Any]
    reports_a_call: int = 1
    times: list[float] = field(default_factory=list)
    """Microseconds a report."""

    def verdicts(self) -> Verdicts:
        """The verdict on each report, once."""
        found = [self.judge(given) for given in (*self.inputs, *self.broken)]
        return found if self.reports_a_call == 1 else [ids for many in found for ids in many]

    def time_round(self, budget: float) -> None:
        """Time one call at a time until the reports or the seconds run out."""
        judge, times, share = self.judge, self.times, 1000 * self.reports_a_call
        end = time.perf_counter() + budget
        for given in random.sample(self.inputs, len(self.inputs)):
            start = time.perf_counter_ns()
            judge(given)
            times.append((time.perf_counter_ns() - start) / share)
            if time.perf_counter() > end:
                break

    @property
    def median(self) -> float:
        """Median of all calls."""
        return statistics.median(self.times)


def main() -> int:
    """Run and print; 1 when contenders disagree."""
    options = _options()
    texts = reports(options.reports)
    relations = standard_relations()
    ways, skipped = _collect(options.only or CONTENDERS, relations, texts)
    disagreeing = _disagreements(ways, relations)
    _time(ways, options.rounds, options.budget)
    print(_table(ways, len(texts), options.rounds))
    for line in (*skipped, *disagreeing):
        print(line)
    curves = {} if options.no_growth else growth.measure()
    if not options.no_growth:
        print(growth.table(curves))
    if options.json:
        figures = {way.contender: {} for way in ways}
        for way in ways:
            figures[way.contender][way.measure] = round(way.median, 2)
        Path(options.json).write_text(
            json.dumps({"machine": platform.platform(), "python": platform.python_version(),
                        "versions": _versions(), "microseconds a report": figures,
                        "growth": curves, "skipped": skipped}, ensure_ascii=False, indent=1),
            encoding="utf-8")
    return 1 if disagreeing else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--budget", type=float, default=0.5,
                        help="seconds of one contender in one round")
    parser.add_argument("--only", nargs="+", choices=CONTENDERS)
    parser.add_argument("--no-growth", action="store_true")
    parser.add_argument("--json", metavar="FILE", help="write the figures here too")
    return parser.parse_args()


def _collect(
    names: Sequence[str], relations: Sequence[Relation], texts: Sequence[str]
) -> tuple[list[Way], list[str]]:
    broken = broken_reports(100)
    ways: list[Way] = []
    skipped: list[str] = []
    for name in dict.fromkeys(["handwritten", *names]):
        module = importlib.import_module(f"contenders.{name}")
        try:
            ways += _ways(module, relations, texts, broken)
        except ImportError as error:
            skipped.append(f"skipped: {module.NAME}: {error}")
    return ways, skipped


def _ways(
    module: Any, relations: Sequence[Relation], texts: Sequence[str], broken: Sequence[str]
) -> list[Way]:
    parsed, broken_parsed = ([json.loads(text) for text in some] for some in (texts, broken))

    def two(name: str, judge: Any, judge_text: Any) -> list[Way]:
        return [Way(name, "parsed", parsed, broken_parsed, judge),
                Way(name, "text", texts, broken, judge_text)]

    judge = module.prepare(relations)
    ways = two(module.NAME, judge, module.prepare_text(relations)
               if hasattr(module, "prepare_text") else _after_json(judge))
    if hasattr(module, "prepare_tuned"):
        tuned = module.prepare_tuned(relations)
        ways += two(f"{module.NAME}, tuned", tuned, _after_json(tuned))
    if hasattr(module, "prepare_ready"):
        convert, judge_ready = module.prepare_ready(relations)
        ready, broken_ready = (list(map(convert, some)) for some in (parsed, broken_parsed))
        ways.append(Way(module.NAME, "ready", ready, broken_ready, judge_ready))
    if hasattr(module, "prepare_batch"):
        batch = module.prepare_batch(relations)
        ways.append(Way(module.NAME, "batch", [parsed], [broken_parsed], batch, len(parsed)))
    return ways


def _after_json(judge: Callable[[Any], frozenset[str]]) -> Callable[[str], frozenset[str]]:
    return lambda text: judge(json.loads(text))


def _disagreements(ways: Sequence[Way], relations: Sequence[Relation]) -> list[str]:
    expected = ways[0].verdicts()
    never = {relation.id for relation in relations}.difference(*expected)
    wrong = [f"NEVER FAILS, so agreement says nothing of it: {id}" for id in sorted(never)]
    for way in ways[1:]:
        for number, (found, right) in enumerate(zip(way.verdicts(), expected, strict=True)):
            if found != right:
                wrong.append(f"DISAGREES: {way.contender} ({way.measure}), report {number}: "
                             f"{sorted(found ^ right)}")
    failing = sum(map(bool, expected))
    print(f"verdicts: {len(ways)} ways × {len(expected)} reports, {failing} reports with failures, "
          f"{sum(map(len, expected))} failures: {'agree' if not wrong else 'DO NOT AGREE'}")
    return wrong


def _time(ways: Sequence[Way], rounds: int, budget: float) -> None:
    """Every way in every round, in a new order each time, so that no one has the quiet hour."""
    order = list(ways)
    for _ in range(rounds):
        random.shuffle(order)
        for way in order:
            gc.collect()
            way.time_round(budget)


def _table(ways: Sequence[Way], count: int, rounds: int) -> str:
    medians: dict[str, dict[str, float]] = {}
    for way in ways:
        medians.setdefault(way.contender, {})[way.measure] = way.median
    base = next(iter(medians.values()))
    measures = ("ready", "parsed", "text", "batch")
    lines = [
        f"\nµs a report, median of up to {count} reports × {rounds} rounds; "
        "in brackets: times hand-written\n",
        "| contender | own form → verdict | parsed JSON → verdict | JSON text → verdict "
        "| all at once, share |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, figures in medians.items():
        cells = []
        for measure in measures:
            figure = figures.get(measure)
            against = base["text" if measure == "text" else "parsed"]
            cells.append("" if figure is None else f"{figure:,.1f} ({figure / against:.2f}×)")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _versions() -> dict[str, str]:
    found = {}
    for name in CONTENDERS:
        package = importlib.import_module(f"contenders.{name}").PACKAGE
        if package:
            try:
                found[package] = importlib.metadata.version(package)
            except importlib.metadata.PackageNotFoundError:
                found[package] = "not installed"
    return found


if __name__ == "__main__":
    raise SystemExit(main())
