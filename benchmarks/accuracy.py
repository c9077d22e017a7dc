"""Read real and synthetic reports, and count what was read right.

    python benchmarks/accuracy.py [--seeds 2] [--only WORD …] [--faults N] [--json FILE]

Exits 1 when a target is missed: every cell of every real file right; of the
synthetic corpus at least 99.9 % of the cells right and none wrong without doubt.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.corpus.cases import Case, clean_cases, noisy_cases
from tests.corpus.round_trip import differences
from tests.corpus.truth import Measure, Tally, measure_file, truth_of_file

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
TRUTH = Path(__file__).parent / "truth"
TARGET = 99.9


def main() -> int:
    """Measure, print, and say whether the targets are met."""
    options = _options()
    began = time.perf_counter()
    real = _real(options.only)
    seeds = range(options.seeds)
    with tempfile.TemporaryDirectory(prefix="compliance-accuracy-") as folder:
        corpus = _Corpus(Path(folder))
        for case in _chosen((*clean_cases(seeds), *noisy_cases(seeds)), options.only):
            corpus.measure(case)
    _print("Real files", real)
    for heading, group in corpus.groups.items():
        _print(f"Synthetic corpus, by {heading}", group)
    total = corpus.total
    whole = {"real files": _sum(real.values()), "synthetic corpus": total}
    _print("All", whole)
    print(f"Read back equal: {corpus.equal} of {corpus.clean} files without noise.")
    print(f"{time.perf_counter() - began:.0f} s")
    met = _targets(whole)
    if options.faults:
        _faults(real | {case.name: found for case, found in corpus.found.items()}, options.faults)
    if options.json:
        _write(Path(options.json), real, corpus)
    return 0 if met else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=2, help="reports of each form")
    parser.add_argument("--only", nargs="+", default=(), metavar="WORD",
                        help="only files whose description has all of these words")
    parser.add_argument("--faults", type=int, default=0, metavar="N",
                        help="tell up to N faults of each file")
    parser.add_argument("--json", metavar="FILE", help="write the figures here too")
    return parser.parse_args()


def _chosen(cases: Iterable[Case], words: Iterable[str]) -> list[Case]:
    return [case for case in cases if all(word in case.name for word in words)]


def _real(words: Iterable[str]) -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    if not REPORTS.is_dir():
        print("The real reports are not at hand; they are left out.")
        return found
    for path in sorted(TRUTH.glob("*.yaml")):
        entry, truth = truth_of_file(path)
        if not all(word in entry["file"] for word in words):
            continue
        measured, report = measure_file(REPORTS / entry["file"], truth)
        if "refused" in entry:
            measured.facts.add("wrong" if report else "right", "refused")
        found[entry["file"]] = measured
    return found


class _Corpus:
    """The figures of the synthetic corpus, grouped in several ways."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: dict[Case, Measure] = {}
        self.clean = self.equal = 0
        self.groups: dict[str, dict[str, Measure]] = {
            "format and style": {}, "encoding": {}, "form": {}, "noise": {},
            "noise and format": {}}

    def measure(self, case: Case) -> None:
        """Make a file, read it, and count."""
        data, truth, made = case.make()
        path = self.folder / f"report{case.suffix}"
        path.write_bytes(data)
        measured, report = measure_file(path, truth)
        self.found[case] = measured
        if not case.noise:
            self.clean += 1
            perfect = all(tally.right == tally.total for tally in measured.tallies.values())
            self.equal += bool(report and perfect and not differences(made, report))
            self._add("format and style", f"{case.format}, {case.style}", measured)
            if case.format in ("html", "text"):
                self._add("encoding", f"{case.format}, {case.encoding}", measured)
        else:
            self._add("noise", case.noise, measured)
            self._add("noise and format", f"{case.noise}, {case.format}", measured)
        self._add("form", case.form, measured)

    def _add(self, heading: str, name: str, measured: Measure) -> None:
        group = self.groups[heading].setdefault(name, Measure())
        group += measured

    @property
    def total(self) -> Measure:
        """All of it."""
        return _sum(self.found.values())


def _sum(measures: Iterable[Measure]) -> Measure:
    total = Measure()
    for measured in measures:
        total += measured
    return total


def _share(tally: Tally) -> str:
    return f"{100 * tally.right / tally.total:.2f}" if tally.total else ""


def _short(tally: Tally) -> str:
    """``12/13 +1``: right of all that there are, and wrong ones."""
    if not tally.total:
        return ""
    extra = f" −{tally.wrong}" if tally.wrong else ""
    return f"{tally.right}/{tally.total}{extra}"


def _print(heading: str, rows: dict[str, Measure]) -> None:
    if not rows:
        return
    print(f"\n## {heading}\n")
    print("| | cells | right | % | doubted | missed | wrong | sections | statements | facts |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, found in rows.items():
        cells = found.cells
        figures = (cells.total, cells.right, _share(cells), cells.doubted, cells.missed,
                   cells.wrong, *map(_short, (found.sections, found.statements, found.facts)))
        print(f"| {name} | {' | '.join(map(str, figures))} |")


def _targets(whole: dict[str, Measure]) -> bool:
    real, corpus = whole["real files"].cells, whole["synthetic corpus"].cells
    share = 100 * corpus.right / corpus.total if corpus.total else 100.0
    targets = {
        f"every cell of every real file is right: {real.right} of {real.total}":
            real.right == real.total,
        f"at least {TARGET} % of the corpus is right: {share:.3f} %": share >= TARGET,
        f"no cell of the corpus is wrong without doubt: {corpus.wrong} are": not corpus.wrong,
    }
    print("\n## Targets\n")
    for words, met in targets.items():
        print(f"- {'met' if met else 'NOT MET'}: {words}")
    return all(targets.values())


def _faults(found: dict[str, Measure], most: int) -> None:
    print("\n## Faults\n")
    for name, measured in found.items():
        for kind, tally in measured.tallies.items():
            kinds = Counter(fault.split(":")[0] for fault in tally.faults)
            if not kinds:
                continue
            counted = ", ".join(f"{count} {outcome}" for outcome, count in sorted(kinds.items()))
            print(f"- {name}: {kind}: {counted}")
            for fault in sorted(tally.faults, key=lambda fault: not fault.startswith("wrong")
                                )[:most]:
                print(f"    - {fault}")


def _write(path: Path, real: dict[str, Measure], corpus: _Corpus) -> None:
    figures: dict[str, dict[str, dict[str, dict[str, int]]]] = defaultdict(dict)
    for heading, rows in {"real": real, **corpus.groups}.items():
        for name, found in rows.items():
            figures[heading][name] = {
                kind: {"right": tally.right, "doubted": tally.doubted, "missed": tally.missed,
                       "wrong": tally.wrong}
                for kind, tally in found.tallies.items()}
    path.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
