"""What click finds wrong with a call, said in one line from the catalogue."""

from __future__ import annotations

import click

from compliance.messages import say
from compliance.model.text import Text

# Click has no classes of their own for these.
_EXTRA = "Got unexpected extra argument"
_NO_COMMAND = "Missing command"


def words_of(error: click.ClickException) -> Text:
    """What is wrong with the call, and where help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "compliance"
    return say("cli.usage", problem=_problem(error), command=command)


def _problem(error: click.ClickException) -> Text:
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            return say("cli.no_such_option_but", option=error.option_name,
                       near=", ".join(sorted(error.possibilities)))
        return say("cli.no_such_option", option=error.option_name)
    command = getattr(error, "command_name", "")
    if command:
        return _no_such_command(command, error)
    if isinstance(error, click.BadOptionUsage):
        return say("cli.option_needs_value", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return say("cli.missing", what=_name(error))
    if isinstance(error, click.BadParameter):
        if error.param is not None and isinstance(error.param.type, click.Choice):
            return say("cli.bad_choice", what=_name(error),
                       choices=", ".join(map(str, error.param.type.choices)))
        return say("cli.bad_value", what=_name(error), why=_one_line(error.message))
    if error.message.startswith(_NO_COMMAND):
        return say("cli.missing_command", known=", ".join(_commands(error)))
    if error.message.startswith(_EXTRA):
        named = _one_line(error.message).partition("(")[2].removesuffix(")")
        return say("cli.extra", what=named)
    return Text.same(_one_line(error.format_message()))


def _no_such_command(command: str, error: click.ClickException) -> Text:
    from compliance.plugin.near import near

    like = near(command, _commands(error))
    if like:
        return say("cli.no_such_command_but", command=command, near=like)
    return say("cli.no_such_command", command=command)


def _commands(error: click.ClickException) -> list[str]:
    """The commands of the group that was called."""
    context = getattr(error, "ctx", None)
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.human_readable_name


def _one_line(words: str) -> str:
    return " ".join(words.split())
