"""``compliance rules``."""

from __future__ import annotations

import click

from compliance.cli.main import language_of
from compliance.cli.settings import library_of
from compliance.errors import Problem
from compliance.messages import say


@click.command()
@click.argument("names", nargs=-1, metavar="[ID]")
@click.option("--test", is_flag=True,
              help="运行用例（文件或文件夹）/ run the cases of rules (files or folders)")
@click.option("--check", is_flag=True,
              help="检查规则有无矛盾、重复 / look for rules that contradict or repeat each other")
@click.option("--all", "every", is_flag=True,
              help="--check 连同其他规则一起列出 / with --check: all other rules, too")
@click.option("--rules", "more", multiple=True, metavar="PATH",
              help="另加规则：YAML 文件或文件夹 / further packs: a YAML file or a folder")
@click.option("--plugin", "plugins", multiple=True, metavar="FILE",
              help="另加插件：Python 文件 / a further plug-in: a Python file")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def rules(names: tuple[str, ...], test: bool, check: bool, every: bool, more: tuple[str, ...],
          plugins: tuple[str, ...], lang: str | None) -> int:
    """列出规则，或说明一条规则 / List the rules, or explain one."""
    language = language_of(lang)
    if test:
        from compliance.testing.running import run

        text, holds = run(names, language, more, plugins)
        click.echo(text)
        return 0 if holds else 1
    library = library_of(more, plugins)
    if check:
        from compliance.cli.check_rules import check_text
        from compliance.plugin.local import ids_in

        own = ids_in(library, more) if more and not every else None
        text, sound = check_text(library, language, own)
        click.echo(text)
        return 0 if sound else 1
    known = library.rules()
    if not names:
        from tabulate import tabulate

        from compliance.reference.rule_page import effective_years, years_text

        head = [say(f"cli.{name}").in_(language) for name in ("rule", "severity", "years", "title")]
        rows = [[rule.id, say(f"cli.{rule.severity}").in_(language),
                 years_text(effective_years(rule, library), language),
                 rule.title.in_(language)] for rule in known.values()]
        click.echo(tabulate(rows, head, tablefmt="simple", disable_numparse=True))
        return 0
    from compliance.reference.rule_page import rule_text

    pages = []
    for name in names:
        if name not in known:
            from compliance.plugin.near import near

            like = near(name, known)
            raise Problem(say("plugin.rule_like", rule=name, like=like) if like
                          else say("cli.unknown_rule", rule=name))
        pages.append(rule_text(known[name], library, language))
    click.echo("\n".join(pages), nl=False)
    return 0
