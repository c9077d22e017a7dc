"""The public functions: read, audit, write."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from compliance.desk import desk_for
from compliance.errors import Problem
from compliance.locate import find
from compliance.locate.places import point
from compliance.messages import say
from compliance.model.audit import Audit, Finding
from compliance.model.profile import Profile
from compliance.model.report import Report, Source
from compliance.model.text import Language, Text
from compliance.plugin.cache import installed
from compliance.plugin.library import Library, run_feature
from compliance.score.baseline import mark_known
from compliance.score.gate import enough, judge_gate
from compliance.score.waivers import apply_waivers

if TYPE_CHECKING:
    from compliance.write.batch import Unread

_DEFAULT = Profile()


def read(path: str, form: str = "", library: Library | None = None) -> Report:
    """Read a file of any known format as a report.

    Args:
        path: a structured report (YAML, JSON), a web page or plain text.
        form: id of the form to read it by; by its year and tables when left out.
        library: forms and rules; those installed when left out.

    Raises:
        Problem: the file cannot be read, or no form fits it.
    """
    from compliance.model.document import Document
    from compliance.read import open_source, sniff

    library = library or installed()
    raw = open_source(path)
    reader = sniff(raw, library.readers)
    made = run_feature(library, "readers", reader.format, reader.read, raw)
    if isinstance(made, Document):
        from compliance.recognise import recognise

        return recognise(made, library.forms, form)
    from compliance.recognise.structured import report_file, to_report

    source = Source(raw.file, raw.digest, reader.format)
    report = to_report(report_file(made.data, raw.file, made.places), library, source, form,
                       made.places)
    report.locator = made.places
    return report


def audit(report: Report, profile: Profile | None = None, library: Library | None = None,
          baseline: Set[str] = frozenset()) -> Audit:
    """Judge a report by the rules in force for its year, form and jurisdiction.

    A profile must not be changed after it was first used.

    Args:
        report: the report.
        profile: tailoring; none when left out.
        library: forms and rules; those installed when left out.
        baseline: fingerprints of failures that do not close the gate.

    Raises:
        Problem: the profile names a pack or a scoring model that is not there.
    """
    library, profile = library or installed(), profile or _DEFAULT
    desk = desk_for(library, report, profile)
    results = desk.engine.evaluate(report)
    if desk.engine.clean(report, results):
        summary = desk.clean_summary(results)
        findings: list[Finding] = []
        expired: list[Text] = []
    else:
        point(report, results)
        expired = apply_waivers(results, report, profile)
        if baseline:
            mark_known(results, report, baseline)
        summary, findings = desk.summary(results), find(results, report, desk.engine)
    coverage = desk.coverage(report, summary)
    score = summary.score if enough(coverage, profile.gate) else summary.unscored()
    gate = judge_gate(results, score, coverage, profile.gate, expired, desk.broken)
    return Audit(report, results, findings, score, coverage, gate, desk.provenance(report),
                 desk.engine.form)


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
    text: str = run_feature(library, "writers", format, library.writers[format], audits, language)
    return text
