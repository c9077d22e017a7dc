"""How well wrong cells are found: seeded slips in tables whose every relation holds.

    python benchmarks/locate.py [--reports N] [--seed N] [--solver N]

Reports of the forms cn-2021, cn-2019, cn-2014 and cn-fj-2014 are made from a seed:
dense tables (every cell filled), sparse ones (most applicants are natural persons, most
cells zero) and small ones (a township's).  Half of them state their figures in the text
too.  One to four cells are then altered by slips of the hand.  Slips that change no
relation are drawn again: nobody can see them.

Of each sort of report N are also put to the solver HiGHS, where it is installed: it must
find no cheaper set, and no other one where the answer is said to be the only one.

Exits 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from decimal import Decimal

from locate_reports import FORMS, STYLES, Cell, make_report, value_at, with_value
from locate_slips import KINDS, slip

from compliance.desk import desk_for
from compliance.locate import find, milp
from compliance.locate.causes import troubled
from compliance.locate.keys import CellKey
from compliance.locate.minimal import can_hold, minimal_sets
from compliance.locate.places import point
from compliance.locate.ties import Ties
from compliance.locate.tying import ties_of
from compliance.model.audit import Candidate, Finding, Outcome
from compliance.model.profile import Profile
from compliance.model.report import Report
from compliance.plugin.cache import installed

LEAST_AMONG, LEAST_FIRST, MEDIAN_MS, P95_MS = 0.99, 0.98, 10.0, 100.0


@dataclass
class Tally:
    """What came of reports of one sort."""

    times: list[float] = field(default_factory=list)
    smaller: int = 0
    """Explained by fewer wrong cells than there are: no search can tell."""
    missed: int = 0
    """The true cells are not among the answers."""
    given_up: int = 0
    """Of the missed: no cell was named."""
    among: int = 0
    unique: int = 0
    first: int = 0
    """The first correction of every finding is the truth, cells and values."""

    proved: int = 0
    """One finding, whose correction is the only one there can be, value and all."""
    proved_true: int = 0

    @property
    def decided(self) -> int:
        """Reports that no smaller set explains."""
        return self.among + self.missed


def main() -> int:
    """Run all, print the tables, and say whether the targets are met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=60, help="for each form, style and count")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--solver", type=int, default=1, help="reports checked by HiGHS")
    chosen = parser.parse_args()
    checked = Checked()
    chance = random.Random(chosen.seed)
    by_sort: dict[tuple[str, str, int], Tally] = defaultdict(Tally)
    by_kind: dict[str, Tally] = defaultdict(Tally)
    for form in FORMS:
        for style in STYLES:
            for count in (1, 2, 3, 4):
                for number in range(chosen.reports):
                    report = make_report(form, style, chance, stated=number % 2 == 0)
                    kinds, true = alter(report, count, chance, guarded_cells(report))
                    tallies = [by_sort[form, style, count]]
                    if count == 1:
                        tallies.append(by_kind[kinds[0]])
                    judge(report, true, tallies)
                    if number < chosen.solver and milp.available():
                        checked.check(report)
    return show(by_sort, by_kind, checked)


@dataclass
class Checked:
    """How often the solver agreed."""

    groups: int = 0
    disagreed: int = 0

    def check(self, report: Report) -> None:
        """Put every group of relations that fails to the solver."""
        ties = accusing(report)
        for group in troubled(ties):
            system, _ = ties.system(group)
            answer = minimal_sets(system)
            if not answer.solutions:
                continue
            self.groups += 1
            chosen = milp.cheapest_set(system)
            exact = chosen is not None and can_hold(system, chosen)
            weight = sum(system.unknowns[place].weight for place in chosen or ())
            agreed = not exact or weight >= answer.weight
            if answer.complete and len(answer.solutions) == 1 and chosen:
                other = milp.cheapest_set(system, [answer.solutions[0].places])
                agreed = agreed and (other is None or not can_hold(system, other) or sum(
                    system.unknowns[place].weight for place in other) > answer.weight)
            self.disagreed += not agreed


def alter(report: Report, count: int, chance: random.Random, cells: list[Cell]
          ) -> tuple[list[str], dict[Cell, int]]:
    """Alter so many of the cells; the slips, and the true values of the cells."""
    while True:
        kinds: list[str] = []
        true: dict[Cell, int] = {}
        while len(true) < count:
            kind = chance.choice(KINDS)
            left = [cell for cell in cells if cell not in true]
            changed = slip(report, kind, chance, left, most=count - len(true))
            if changed:
                kinds.append(kind)
                for cell, printed in changed.items():
                    true[cell] = value_at(report, cell)
                    with_value(report, cell, printed)
        if any(tie.result.outcome is Outcome.FAIL for tie in accusing(report).ties
               if tie.role != "plausible"):
            return kinds, true
        for cell, value in true.items():
            with_value(report, cell, value)


def accusing(report: Report) -> Ties:
    """The relations of a report, with what became of them."""
    engine = desk_for(installed(), report, _PROFILE).engine
    return ties_of(report, engine, engine.evaluate(report))


def guarded_cells(report: Report) -> list[Cell]:
    """The cells in relations that must hold or be explained."""
    ties = accusing(report)
    keys = {ties.keys[place] for tie in ties.ties if tie.role != "plausible"
            for place in tie.places}
    places = [ties.facts.layout.places[key.number] for key in keys if isinstance(key, CellKey)]
    cells = sorted((place.table, place.row, place.index) for place in places)
    return [(table, row, index) for table, row, index in cells
            if isinstance((report.tables.get(table, {}).get(row) or [None] * 9)[index], int)]


_PROFILE = Profile()


def judge(report: Report, true: dict[Cell, int], tallies: list[Tally]) -> None:
    """Locate, with the time it takes, and compare with the truth."""
    engine = desk_for(installed(), report, _PROFILE).engine
    results = engine.evaluate(report)
    point(report, results)
    started = time.perf_counter()
    findings = find(results, report, engine)
    took = time.perf_counter() - started
    located = [finding for finding in findings if finding.candidates]
    cells = sum(len(finding.candidates[0].changes) for finding in located)
    among = _among(located, true)
    proved = len(located) == 1 and located[0].unique and all(
        change.low is not None and change.low == change.high
        for change in located[0].candidates[0].changes)
    for tally in tallies:
        tally.times.append(took)
        tally.proved += proved
        tally.proved_true += proved and among and _first_is_true(located, true)
        if among:
            tally.among += 1
            tally.unique += all(finding.unique for finding in located)
            tally.first += _first_is_true(located, true)
        elif located and cells < len(true):
            tally.smaller += 1
        else:
            tally.missed += 1
            tally.given_up += not located


def _cells(candidate: Candidate) -> list[tuple[Cell | None, Decimal | None]]:
    return [((c.cell.table, c.cell.row, c.cell.index) if c.cell else None, c.value)
            for c in candidate.changes]


def _among(located: list[Finding], true: dict[Cell, int]) -> bool:
    """Whether the candidates of the findings, one of each, are exactly the altered cells."""
    covered: set[Cell] = set()
    for finding in located:
        sets = [{cell for cell, _ in _cells(candidate)} for candidate in finding.candidates]
        fitting = next((cells for cells in sets if cells <= true.keys()), None)
        if fitting is None:
            return False
        covered |= {cell for cell in fitting if cell is not None}
    return covered == true.keys()


def _first_is_true(located: list[Finding], true: dict[Cell, int]) -> bool:
    return all(cell is not None and true.get(cell) == value for finding in located
               for cell, value in _cells(finding.candidates[0]))


def show(by_sort: dict[tuple[str, str, int], Tally], by_kind: dict[str, Tally],
         checked: Checked) -> int:
    """Print the figures; 1 when a target is missed."""
    head = (f"{'form':12}{'tables':8}{'wrong':>6}{'reports':>9}{'smaller':>9}{'true among':>12}"
            f"{'unique':>8}{'first true':>12}{'gave up':>9}{'median ms':>11}{'p95 ms':>8}")
    print(head)
    for (form, style, count), tally in by_sort.items():
        print(f"{form:12}{style:8}{count:6}{_row(tally)}")
    print(f"\none slip, by its kind\n{'slip':26}" + head[26:])
    for kind, tally in sorted(by_kind.items()):
        print(f"{kind:26}{_row(tally)}")
    every = _sum(by_sort.values())
    single = _sum(tally for (_, _, count), tally in by_sort.items() if count == 1)
    print(f"\n{'all':26}{_row(every)}")
    median, p95 = _median(every.times), _p95(every.times)
    met = {
        f"true cells among the answers {every.among / every.decided:.2%} "
        f"(target {LEAST_AMONG:.0%})": every.among >= LEAST_AMONG * every.decided,
        f"single slips that the relations determine: first correction true "
        f"{single.proved_true / single.proved:.2%} (target {LEAST_FIRST:.0%})":
            single.proved_true >= LEAST_FIRST * single.proved,
        f"median {median:.1f} ms (target {MEDIAN_MS:.0f})": median < MEDIAN_MS,
        f"95th percentile {p95:.1f} ms (target {P95_MS:.0f})": p95 < P95_MS,
    }
    if checked.groups:
        met[f"the solver disagreed on {checked.disagreed} of {checked.groups}"] = (
            not checked.disagreed)
    for words, holds in met.items():
        print(f"{'met   ' if holds else 'MISSED'} {words}")
    return 0 if all(met.values()) else 1


def _row(tally: Tally) -> str:
    decided = tally.decided or 1
    return (f"{len(tally.times):9}{tally.smaller:9}{tally.among / decided:12.1%}"
            f"{tally.unique / decided:8.1%}{tally.first / decided:12.1%}{tally.given_up:9}"
            f"{_median(tally.times):11.2f}{_p95(tally.times):8.2f}")


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        for part in fields(Tally):
            setattr(total, part.name, getattr(total, part.name) + getattr(tally, part.name))
    return total


def _median(times: list[float]) -> float:
    return 1000 * statistics.median(times) if times else 0


def _p95(times: list[float]) -> float:
    return 1000 * sorted(times)[int(len(times) * 0.95)] if times else 0


if __name__ == "__main__":
    sys.exit(main())
