"""A desk: all that is needed to audit the reports of one form under one profile."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import compliance
from compliance.errors import Problem
from compliance.evaluate.engine import Engine
from compliance.evaluate.layout import expected_cells
from compliance.evaluate.program import Program
from compliance.evaluate.programs import packs_for, program_for, program_once
from compliance.messages import say
from compliance.model.audit import Coverage, Provenance, Result, Score
from compliance.model.form import Form
from compliance.model.jurisdiction import full
from compliance.model.open_rows import opened
from compliance.model.profile import Profile
from compliance.model.report import CellState, Report
from compliance.model.text import Text
from compliance.plugin.library import Library, load_feature, run_feature
from compliance.record import field, record, replace
from compliance.score.tally import Tally, grade, tally
from compliance.score.waivers import judging_day

ScoringModel = Callable[[list[Tally], Profile], Score]


@record
class Summary:
    """The results of one report, counted and scored."""

    score: Score
    assessed: int
    """Rules that say anything."""
    doubtful: int
    """Rules that could not be assessed on any subject."""

    def unscored(self) -> Score:
        """The score of a report of which too little was assessed: none."""
        categories = [replace(entry, points=Decimal(0), earned=None)
                      for entry in self.score.categories]
        return replace(self.score, total=None, grade=grade(None, False), without_waivers=None,
                       categories=categories, receipt=[])


@record
class Desk:
    """An engine, the scoring model of the profile, and what is the same for every report."""

    engine: Engine
    profile: Profile
    model: ScoringModel
    broken: list[Text]
    """What plug-ins that did not load have to say."""
    packs: list[tuple[str, str, str]]
    plugins: list[tuple[str, str, str]]
    _clean: dict[int, Summary] = field(default_factory=dict)

    def summary(self, results: list[Result]) -> Summary:
        """Count and score results."""
        tallies = tally(results)
        score = self.model(tallies, self.profile)
        if any(entry.waived for entry in tallies):
            plain = [replace(t, failed=t.failed + t.waived, waived=0) for t in tallies]
            score.without_waivers = self.model(plain, self.profile).total
        assessed = sum(1 for entry in tallies if entry.assessed)
        doubtful = sum(1 for entry in tallies if entry.unknown and not entry.assessed)
        return Summary(score, assessed, doubtful)

    def clean_summary(self, results: list[Result]) -> Summary:
        """The summary of the shared results of reports in which every relation holds."""
        summary = self._clean.get(id(results))
        if summary is None:
            summary = self._clean[id(results)] = self.summary(results)
        return summary

    def coverage(self, report: Report, summary: Summary) -> Coverage:
        """How much of the form was read, and how many rules assessed."""
        expected = expected_cells(self.engine.program.layout, report)
        printed = sum(len(cells) for rows in report.tables.values() for cells in rows.values())
        # A cell that could not be read always has a note that says why.
        blank = sum(cells.count(None) for rows in report.tables.values()
                    for cells in rows.values())
        unread = sum(
            1 for table, row, index in report.notes
            if report.tables.get(table, {}).get(row, [])[index:index + 1]
            == [CellState.UNREADABLE])
        return Coverage(min(printed - unread, expected), expected,
                        summary.assessed, summary.assessed + summary.doubtful,
                        min(printed - unread - blank, expected))

    def provenance(self, report: Report) -> Provenance:
        """What the audit of a report is made from."""
        return Provenance(compliance.__version__, report.source.digest, self.packs, self.plugins,
                          self.profile.profile, bool(self.profile.packs),
                          judging_day(self.profile) if self.profile.waivers
                          else self.profile.as_of)


# More forms, jurisdictions and profiles than one run uses.
_MOST_DESKS = 64
# A form with the rows of one report has a large program that few other reports share.
_MOST_OPENED = 4
_desks: dict[tuple[int, int, str], tuple[Program, Library, Desk]] = {}


def desk_for(library: Library, report: Report, profile: Profile) -> Desk:
    """The desk for a report, made when its form and jurisdiction first come up.

    Raises:
        Problem: the profile names a pack or a scoring model that is not there.
    """
    where = report.jurisdiction or library.forms[report.form].jurisdiction
    if library.city_packs:
        where = full(where, report.division)
    name = f"{report.form} {where}"
    if report.form in library.open_forms:
        name += repr([(table, list(rows)) for table, rows in report.tables.items()])
    key = (id(library), id(profile), name)
    known = _desks.get(key)
    if known is not None and known[1] is library and known[2].profile is profile:
        return known[2]
    form, most = library.forms[report.form], _MOST_DESKS
    if report.form in library.open_forms:
        form, most = opened(form, report.tables), _MOST_OPENED
        program = program_once(library, form, where, profile)
    else:
        program = program_for(library, report.form, where, profile)
    desk = _make(library, form, where, profile, program)
    if len(_desks) >= most:
        _desks.clear()
    _desks[key] = (program, library, desk)
    return desk


def _make(library: Library, form: Form, where: str, profile: Profile,
          program: Program) -> Desk:
    if profile.scoring not in library.scoring_models:
        known = "、".join(sorted(library.scoring_models))
        raise Problem(say("cli.unknown_scoring", name=profile.scoring, known=known))
    checks = library.checks
    engine = Engine(form, program, library.forms,
                    lambda name: load_feature(checks[name]), library.form_of,
                    profile.deadlines, library.words, library.origins)
    broken = [plugin.problem for plugin in library.plugins if plugin.problem is not None]
    broken += library.complaints

    def scoring(tallies: list[Tally], profile: Profile) -> Score:
        name = profile.scoring
        try:
            score: Score = run_feature(library, "scoring_models", name,
                                       library.scoring_models[name], tallies, profile)
        except Problem as problem:  # a plug-in's model broke: no score, and the gate says why
            if problem.text not in broken:
                broken.append(problem.text)
            return Score(name, None, grade(None, False), [], [])
        return score

    packs = packs_for(library, where, profile)
    return Desk(
        engine, profile, scoring,
        broken,
        [(pack.pack, pack.version, library.digests.get(pack.pack, "")) for pack in packs],
        [(plugin.name, plugin.version, plugin.digest) for plugin in library.plugins],
    )
