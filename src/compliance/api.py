"""The public functions: read, audit, write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import compliance
from compliance.errors import Problem
from compliance.evaluate.engine import Engine
from compliance.evaluate.programs import packs_for, program_for
from compliance.locate import find
from compliance.locate.places import point
from compliance.messages import say
from compliance.model.audit import Audit, Coverage, Outcome, Provenance, Result, Score
from compliance.model.profile import Profile
from compliance.model.report import CellState, Report, Source
from compliance.model.text import Language
from compliance.plugin.cache import installed
from compliance.plugin.library import Library, load_feature
from compliance.score.gate import enough, judge_gate
from compliance.score.tally import Tally, tally
from compliance.score.waivers import apply_waivers

if TYPE_CHECKING:
    from compliance.read import RawFile
    from compliance.write.batch import Unread

_engines: dict[int, Engine] = {}


def read(path: str, form: str = "", library: Library | None = None) -> Report:
    """Read a file of any known format as a report.

    Args:
        path: a structured report (YAML, JSON), a web page or plain text.
        form: id of the form to read it by; by its year and tables when left out.
        library: forms and rules; those installed when left out.

    Raises:
        Problem: the file cannot be read, or no form fits it.
    """
    from compliance.read import open_source, sniff

    library = library or installed()
    raw = open_source(path)
    kind = sniff(raw)
    if kind in ("yaml", "json"):
        return _read_structured(raw, kind, form, library)
    from compliance.read import read_document
    from compliance.recognise import recognise

    return recognise(read_document(raw), library.forms, form)


def _read_structured(raw: RawFile, kind: str, form: str, library: Library) -> Report:
    from compliance.read.structured import load_json, load_yaml
    from compliance.recognise.structured import report_file, to_report

    data, places = load_json(raw) if kind == "json" else load_yaml(raw)
    source = Source(raw.file, raw.digest, kind)
    report = to_report(report_file(data, raw.file, places), library, source, form)
    report.locator = places
    return report


def audit(report: Report, profile: Profile | None = None, library: Library | None = None) -> Audit:
    """Judge a report by the rules in force for its year, form and jurisdiction.

    Raises:
        Problem: the profile names a pack or a scoring model that is not there.
    """
    library, profile = library or installed(), profile or Profile()
    engine = _engine(library, report, profile)
    results = engine.evaluate(report)
    point(report, results)
    expired = apply_waivers(results, report, profile)
    tallies = tally(results)
    coverage = _coverage(engine, report, tallies)
    score = _score(library, profile, tallies, enough(coverage, profile.gate))
    broken = [plugin.problem for plugin in library.plugins if plugin.problem is not None]
    gate = judge_gate(results, score, coverage, profile.gate, expired, broken)
    return Audit(report, results, find(results), score, coverage, gate,
                 _provenance(library, profile, report))


def write(audits: Sequence[Audit | Unread], format: str = "table", language: Language = "zh",
          library: Library | None = None) -> str:
    """Audits in an output format.

    Raises:
        Problem: no installed plug-in writes that format.
    """
    library = library or installed()
    if format not in library.writers:
        known = "、".join(sorted(library.writers))
        raise Problem(say("cli.unknown_format", format=format, known=known))
    text: str = load_feature(library.writers[format])(audits, language)
    return text


def _engine(library: Library, report: Report, profile: Profile) -> Engine:
    program = program_for(library, report.form, report.jurisdiction, profile)
    engine = _engines.get(id(program))
    if engine is None or engine.program is not program or engine.deadlines != profile.deadlines:
        checks = library.checks
        engine = Engine(library.forms[report.form], program, library.forms,
                        lambda name: load_feature(checks[name]), library.form_of,
                        profile.deadlines)
        _engines[id(program)] = engine
    return engine


def _coverage(engine: Engine, report: Report, tallies: Iterable[Tally]) -> Coverage:
    expected = len(engine.program.layout.places)
    read_cells = sum(1 for rows in report.tables.values() for cells in rows.values()
                     for value in cells if value is not CellState.UNREADABLE)
    assessed = sum(1 for entry in tallies if entry.assessed)
    doubtful = sum(1 for entry in tallies if entry.unknown and not entry.assessed)
    return Coverage(min(read_cells, expected), expected, assessed, assessed + doubtful)


def _score(library: Library, profile: Profile, tallies: list[Tally], scored: bool) -> Score:
    if profile.scoring not in library.scoring_models:
        known = "、".join(sorted(library.scoring_models))
        raise Problem(say("cli.unknown_scoring", name=profile.scoring, known=known))
    model = load_feature(library.scoring_models[profile.scoring])
    score: Score = model(tallies, profile, scored)
    if any(entry.waived for entry in tallies):
        plain = [Tally(t.rule, t.passed, t.failed + t.waived, 0, t.unknown, t.cells)
                 for t in tallies]
        score.without_waivers = model(plain, profile, scored).total
    return score


def _provenance(library: Library, profile: Profile, report: Report) -> Provenance:
    packs = packs_for(library, report.jurisdiction or "CN", profile)
    return Provenance(
        compliance.__version__, report.source.digest,
        [(pack.pack, pack.version, library.digests.get(pack.pack, "")) for pack in packs],
        [(plugin.name, plugin.version, plugin.digest) for plugin in library.plugins],
        profile.profile,
    )
