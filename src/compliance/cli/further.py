"""Commands that plug-ins bring."""

from __future__ import annotations

import click

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Text
from compliance.plugin.library import Library, load_feature


def further_command(library: Library, name: str) -> click.Command:
    """The command of a plug-in; where its code is broken, one that says so when it is called."""
    plugin = library.origins.get(f"commands:{name}", "")
    try:
        command = load_feature(library.commands[name])
    except (Exception, SystemExit) as error:
        from compliance.plugin.fault import words_of

        return _broken(name, plugin, say("plugin.failed", name=plugin, error=words_of(error)))
    if not isinstance(command, click.Command):
        return _broken(name, plugin, say(
            "plugin.wrong_kind", name=plugin, feature=name, what=type(command).__name__,
            expected=say("plugin.expected_commands")))
    return command


def _broken(name: str, plugin: str, why: Text) -> click.Command:
    def complain() -> None:
        raise Problem(why)

    words = say("cli.command_broken", plugin=plugin)
    return click.Command(name, callback=complain, short_help=f"{words.zh} / {words.en}",
                         help=f"{why.zh} / {why.en}",
                         context_settings={"ignore_unknown_options": True,
                                           "allow_extra_args": True})
