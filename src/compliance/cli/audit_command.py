"""``compliance audit``."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

import click

from compliance.cli.main import language_of
from compliance.cli.output import emit
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.audit import Audit
from compliance.model.profile import Profile, Threshold


class _Score(click.ParamType[Decimal]):
    name = "score"

    def convert(self, value: object, param: object, ctx: object) -> Decimal:
        try:
            return Decimal(str(value))
        except InvalidOperation:
            raise Problem(say("cli.not_a_score", value=str(value))) from None


@click.command()
@click.argument("paths", nargs=-1, required=True, type=str)
@click.option("--form", default="", metavar="ID", help="格式 / form, e.g. cn-2021")
@click.option("--profile", "profile_path", metavar="FILE", help="审核方案 / profile (YAML)")
@click.option("--format", "format_", default="table", metavar="NAME",
              help="table, json, sarif, junit, markdown, github")
@click.option("--output", metavar="FILE", help="写入文件 / write to a file")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
              help="达到何种程度即不通过 / least severity that closes the gate")
@click.option("--min-score", type=_Score(), metavar="N", help="最低得分 / least score")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def audit(paths: tuple[str, ...], form: str, profile_path: str | None, format_: str,
          output: str | None, fail_on: str | None, min_score: Decimal | None,
          lang: str | None) -> int:
    """审核报告（文件或文件夹）/ Audit reports: files or folders."""
    from compliance import api
    from compliance.plugin.cache import installed
    from compliance.write.batch import Unread

    library = installed()
    if format_ not in library.writers:
        known = "、".join(sorted(library.writers))
        raise Problem(say("cli.unknown_format", format=format_, known=known))
    profile = _profile(profile_path, fail_on, min_score)
    done: list[Audit | Unread] = []
    for file in files_of(paths):
        try:
            done.append(api.audit(api.read(file, form, library), profile, library))
        except Problem as problem:
            problem.file = problem.file or file
            if len(paths) == 1 and not Path(paths[0]).is_dir():
                raise
            done.append(Unread(file, problem))
    emit(api.write(done, format_, language_of(lang), library), output)
    if any(isinstance(item, Unread) for item in done):
        return 2
    return 0 if all(isinstance(item, Audit) and item.gate.holds for item in done) else 1


def files_of(paths: tuple[str, ...]) -> list[str]:
    """The files named, and those in the folders named, in a fixed order.

    Raises:
        Problem: a folder holds no file.
    """
    found: list[str] = []
    for path in paths:
        if not Path(path).is_dir():
            found.append(path)
            continue
        inside = sorted(str(file) for file in Path(path).rglob("*")
                        if file.is_file() and not file.name.startswith("."))
        if not inside:
            raise Problem(say("cli.empty_folder"), path)
        found += inside
    return list(dict.fromkeys(found))


def _profile(path: str | None, fail_on: str | None, min_score: Decimal | None) -> Profile:
    profile = Profile()
    if path is not None:
        from compliance.model.validation import validate
        from compliance.read.source import open_source
        from compliance.read.structured import load_yaml

        data, places = load_yaml(open_source(path))
        profile = validate(Profile, data, path, places)
    if fail_on is not None:
        profile.gate.fail_on = cast(Threshold, fail_on)
    if min_score is not None:
        profile.gate.min_score = min_score
    return profile
