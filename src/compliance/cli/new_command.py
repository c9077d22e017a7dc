"""``compliance new``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from compliance.cli.main import language_of
from compliance.messages import say


@click.group()
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
@click.pass_context
def new(context: click.Context, lang: str | None) -> None:
    """新建省级插件或规则 / Begin a province's plug-in, or a rule."""
    if lang is not None:
        context.find_root().obj = lang


@new.command()
@click.argument("code")
@click.option("--name", required=True, help="中文名称，如 福建 / name in Chinese")
@click.option("-o", "--output", "folder", default="", metavar="FOLDER",
              help="写入的文件夹 / where to")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def province(code: str, name: str, folder: str, lang: str | None) -> None:
    """新建省级插件：格式、规则包、用例、样例、测试 / A province's package, ready to be tested."""
    from compliance.scaffold import new_province

    written = new_province(code, name, folder)
    target = folder or f"compliance-cn-{code.lower()}"
    _report(written, [f"pip install -e {target}", f"compliance rules --test {target}",
                      f"compliance audit {target}/samples/faulty.yaml"], lang)


@new.command()
@click.argument("rule_id", metavar="ID")
@click.option("--pack", required=True, metavar="FILE", help="规则包文件 / the pack to add it to")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def rule(rule_id: str, pack: str, lang: str | None) -> None:
    """在规则包中新建一条规则及其用例 / Add a rule and its cases to a pack."""
    from compliance.scaffold import new_rule

    written = new_rule(rule_id, pack)
    _report(written, [f"compliance rules --test {written[1]}"], lang)


def _report(written: Sequence[Path], steps: Sequence[str], lang: str | None) -> None:
    language = language_of(lang)
    click.echo(say("scaffold.written").in_(language))
    for path in written:
        click.echo(f"  {path}")
    click.echo(say("scaffold.next").in_(language))
    for step in steps:
        click.echo(f"  {step}")
