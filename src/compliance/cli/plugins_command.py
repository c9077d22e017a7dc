"""``compliance plugins``."""

from __future__ import annotations

import click

from compliance.cli.main import language_of
from compliance.cli.output import emit
from compliance.cli.settings import settle
from compliance.messages import say
from compliance.model.text import Language
from compliance.plugin.library import PluginRecord


@click.command()
@click.option("--profile", "profile_path", metavar="FILE", help="审核方案 / profile (YAML)")
@click.option("--rules", multiple=True, metavar="PATH",
              help="另加规则：YAML 文件或文件夹 / further packs: a YAML file or a folder")
@click.option("--plugin", "named", multiple=True, metavar="FILE",
              help="另加插件：Python 文件 / a further plug-in: a Python file")
@click.option("--lock", is_flag=True,
              help="写入 compliance.lock，锁定现有插件和规则包 / "
                   "write compliance.lock: pin what is installed")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def plugins(profile_path: str | None, rules: tuple[str, ...], named: tuple[str, ...],
            lock: bool, lang: str | None) -> int:
    """列出插件及其内容 / List plug-ins and what they add."""
    _, library = settle(profile_path, rules, named)
    language = language_of(lang)
    if lock:
        from compliance.plugin.lock import LOCK_FILE, lock_text

        emit(lock_text(library), LOCK_FILE)
        click.echo(say("cli.locked", file=LOCK_FILE).in_(language))
        return 0
    for plugin in library.plugins:
        click.echo(_listing(plugin, language))
    for complaint in library.complaints:
        click.echo(f"! {complaint.in_(language)}")
    broken = library.complaints or any(plugin.problem for plugin in library.plugins)
    return 1 if broken else 0


def _listing(plugin: PluginRecord, language: Language) -> str:
    state = say("cli.loaded") if plugin.problem is None else plugin.problem
    lines = [" ".join(part for part in (plugin.name, plugin.version) if part)
             + f"  {state.in_(language)}"]
    lines += [f"  {plugin.digest}"] if plugin.digest else []
    lines += [f"  + {added}" for added in plugin.adds]
    lines += [f"  ! {note.in_(language)}" for note in plugin.notes]
    return "\n".join(lines)
