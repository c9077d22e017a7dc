"""``compliance plugins``."""

from __future__ import annotations

import click

from compliance.cli.main import language_of
from compliance.messages import say


@click.command()
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def plugins(lang: str | None) -> int:
    """列出插件及其内容 / List plug-ins and what they add."""
    from compliance.plugin.cache import installed

    language, code = language_of(lang), 0
    for plugin in installed().plugins:
        state = say("cli.loaded") if plugin.problem is None else plugin.problem
        click.echo(f"{plugin.name} {plugin.version}  {state.in_(language)}")
        if plugin.digest:
            click.echo(f"  {plugin.digest}")
        for added in plugin.adds:
            click.echo(f"  + {added}")
        code = code or int(plugin.problem is not None)
    return code
