"""``compliance rules``."""

from __future__ import annotations

import click

from compliance.cli.main import language_of
from compliance.cli.settings import library_of
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.pack import Rule
from compliance.model.profile import Profile
from compliance.model.text import Language


@click.command()
@click.argument("names", nargs=-1, metavar="[ID]")
@click.option("--test", is_flag=True,
              help="运行用例（文件或文件夹）/ run the cases of rules (files or folders)")
@click.option("--rules", "more", multiple=True, metavar="PATH",
              help="另加规则：YAML 文件或文件夹 / further packs: a YAML file or a folder")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def rules(names: tuple[str, ...], test: bool, more: tuple[str, ...], lang: str | None) -> int:
    """列出规则，或说明一条规则 / List the rules, or explain one."""
    language = language_of(lang)
    if test:
        from compliance.testing.running import run

        text, holds = run(names, language)
        click.echo(text)
        return 0 if holds else 1
    known = library_of(Profile(), more).rules()
    if not names:
        from tabulate import tabulate

        head = [say(f"cli.{name}").in_(language) for name in ("rule", "severity", "years", "title")]
        rows = [[rule.id, say(f"cli.{rule.severity}").in_(language), years(rule),
                 rule.title.in_(language)] for rule in known.values()]
        click.echo(tabulate(rows, head, tablefmt="simple", disable_numparse=True))
        return 0
    for name in names:
        if name not in known:
            raise Problem(say("cli.unknown_rule", rule=name))
        click.echo(page(known[name], language))
    return 0


def years(rule: Rule) -> str:
    """Fiscal years in force: ``2021–``."""
    first, last = rule.in_force.first, rule.in_force.last
    return f"{first or ''}–{last or ''}" if first or last else "—"


def page(rule: Rule, language: Language) -> str:
    """What a person needs to know of one rule."""
    def name(key: str) -> str:
        return say(f"cli.{key}").in_(language)

    lines = [f"{rule.id}  {rule.title.in_(language)}", "", f"{name('says')}{rule.says}"]
    for basis in rule.basis:
        strength = say(f"cli.strength_{basis.strength}").in_(language)
        lines.append(f"{name('basis')}{basis.document} {basis.clause} [{strength}]")
    lines.append(f"{name('severity_is')}{say(f'cli.{rule.severity}').in_(language)}")
    lines.append(f"{name('in_force')}{years(rule)}")
    if rule.when:
        lines.append(f"{name('when')}{rule.when}")
    if rule.check:
        lines.append(f"{name('formula')}{rule.check}")
    lines.append(f"{name('mend')}{rule.mend.in_(language)}")
    return "\n".join(lines)
