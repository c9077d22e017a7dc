"""``compliance audit``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from compliance.cli.files import files_of, refuse_overwriting
from compliance.cli.main import language_of
from compliance.cli.output import emit_told, format_of, tell
from compliance.cli.settings import FormatOption, FormOption, ScoreNumber, settle
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.audit import Audit
from compliance.model.profile import Profile

if TYPE_CHECKING:
    from compliance.model.report import Report
    from compliance.plugin.library import Library
    from compliance.score.waiver_use import WaiverUse


@click.command()
@click.argument("paths", nargs=-1, required=True, type=str)
@click.option("--form", default="", metavar="ID", cls=FormOption,
              help="按哪一种格式读（缺省按年度） / form to read it by (by its year when left out)")
@click.option("--profile", "profile_path", metavar="FILE", help="审核方案 / profile (YAML)")
@click.option("--rules", multiple=True, metavar="PATH",
              help="另加规则：YAML 文件或文件夹 / further packs: a YAML file or a folder")
@click.option("--plugin", "plugins", multiple=True, metavar="FILE",
              help="另加插件：Python 文件 / a further plug-in: a Python file")
@click.option("--same-report", is_flag=True,
              help="各文件是同一份报告，比较异同 / the files are one report: say where they differ")
@click.option("--format", "format_", metavar="NAME", cls=FormatOption,
              help="输出格式（缺省按 --output 的文件名，再缺省 table） / "
                   "output format (by the name of --output, else table, when left out)")
@click.option("-o", "--output", metavar="FILE",
              help="写入文件；结尾 .html .md .json .sarif .xml（JUnit）决定格式 / write to a file; "
                   "its ending .html .md .json .sarif .xml (JUnit) decides the format")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
              help="达到何种程度即不通过 / least severity that closes the gate")
@click.option("--baseline", metavar="FILE",
              help="基线：其中已有的问题不影响通过 / known failures that do not close the gate")
@click.option("--write-baseline", metavar="FILE",
              help="把现有问题写成基线 / write the present failures as a baseline")
@click.option("--corrected", metavar="FILE",
              help="另写一份更正稿供复核 / write a corrected copy for review")
@click.option("--min-score", type=ScoreNumber(), metavar="N", help="最低得分 / least score")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def audit(
    paths: tuple[str, ...], form: str, profile_path: str | None, rules: tuple[str, ...],
    plugins: tuple[str, ...], same_report: bool,
    format_: str | None, output: str | None, fail_on: str | None,
    baseline: str | None, write_baseline: str | None, corrected: str | None,
    min_score: Decimal | None, lang: str | None,
) -> int:
    """审核报告（文件或文件夹）/ Audit reports: files or folders."""
    from compliance import api
    from compliance.score.baseline import baseline_text, read_baseline
    from compliance.write.batch import Unread, condensed
    from compliance.write.clean import one_line

    language = language_of(lang)
    format_ = format_ or format_of(output) or "table"
    profile, library = settle(profile_path, rules, plugins, fail_on, min_score)
    if format_ not in library.writers:
        known = "、".join(sorted(library.writers))
        raise Problem(say("cli.unknown_format", format=format_, known=known))
    before = read_baseline(baseline) if baseline is not None else frozenset()
    done: list[Audit | Unread] = []
    files = files_of(paths)
    if corrected is not None and len(files) > 1:
        raise Problem(say("locate.corrected_of_many"), corrected)
    settings = [profile_path, *_local_files(profile, rules, plugins)]
    refuse_overwriting([output, corrected], [*files, *settings, baseline])
    # A baseline may be brought up to date.
    refuse_overwriting([write_baseline, output, corrected], [*files, *settings])
    waivers = _waiver_use(profile)

    def judged(report: Report) -> Audit:
        made = api.audit(report, profile, library, before)
        if waivers is not None:
            waivers.note(made)
        return made

    if same_report:
        done.append(judged(_one_report(files, form, library)))
        files = []
    ranking = format_ == "table" and len(files) > 1 and write_baseline is None
    for file in files:
        try:
            made = judged(api.read(file, form, library))
            done.append(condensed(made) if ranking else made)
        except Problem as problem:
            problem.file = problem.file or file
            if format_ == "table" and len(paths) == 1 and not os.path.isdir(paths[0]):
                raise  # the one line is all that there is to say
            if format_ != "table":
                click.echo(one_line(problem.line(language)), err=True)
            done.append(Unread(file, problem))
    if write_baseline is not None:
        known_now = baseline_text(item for item in done if isinstance(item, Audit))
        emit_told(known_now, write_baseline, language)
    if corrected is not None:
        from compliance.cli.corrected import write_corrected

        write_corrected(done, corrected, language)
    emit_told(api.write(done, format_, language, library), output, language)
    for words in waivers.unused() if waivers is not None else ():
        tell(words, language)
    if any(isinstance(item, Unread) for item in done):
        return 2
    return 0 if all(isinstance(item, Audit) and item.gate.holds for item in done) else 1


def _waiver_use(profile: Profile) -> WaiverUse | None:
    """What notes which waivers of a profile are used, where it has any."""
    if not profile.waivers:
        return None
    from compliance.score.waiver_use import WaiverUse

    return WaiverUse(profile)


def _local_files(profile: Profile, rules: Sequence[str], plugins: Sequence[str]) -> list[str]:
    """The files of rules and plug-ins that the call or its profile names."""
    named = [*profile.rule_files, *rules]
    found = [*profile.plugin_files, *plugins]
    if named:
        from compliance.plugin.local import rule_files

        found += [str(file) for path in named for file in rule_files(path)]
    return found


def _one_report(files: list[str], form: str, library: Library) -> Report:
    """The report of the first file, with those of the others to be compared with it.

    Raises:
        Problem: there is only one file, or one cannot be read, or is another report.
    """
    from compliance import api
    from compliance.compare import other_report

    if len(files) < 2:
        raise Problem(say("cli.one_file_only"), files[0])
    first = api.read(files[0], form, library)
    for file in files[1:]:
        try:
            face = api.read(file, form, library)
        except Problem as problem:
            if form or problem.file not in ("", file):
                raise
            # A file that does not tell its year is read by the form of the first.
            face = api.read(file, first.form, library)
        other = other_report(first, face)
        if other is not None:
            raise Problem(other, file)
        first.faces.append(face)
    return first
