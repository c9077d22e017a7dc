"""The commands, and the exit codes: 0 gate holds, 1 gate fails, 2 wrong input, 3 our fault."""

from __future__ import annotations

import atexit
import contextlib
import errno
import gc
import os
import sys
from typing import NoReturn

import click

import compliance
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Language


def language_of(named: str | None) -> Language:
    """The language named here or before the command, or the locale's; else Chinese."""
    if named is None:
        context = click.get_current_context(silent=True)
        named = context.find_root().obj if context is not None else None
    if named in ("zh", "en"):
        return "zh" if named == "zh" else "en"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


class SpokenContext(click.Context):
    """The call of a command whose help is in one language."""

    def get_help(self) -> str:
        from compliance.cli.help import help_of

        return help_of(self)


def spoken(command: click.Command) -> click.Command:
    """A command, and those in it, with their help in one language."""
    command.context_class = SpokenContext
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            spoken(inner)
    return command


class Lazy(click.Group):
    """A group whose commands are imported when they are called."""

    context_class = SpokenContext
    COMMANDS = ("audit", "read", "rules", "plugins", "schema", "new")

    def list_commands(self, ctx: click.Context) -> list[str]:
        from compliance.plugin.cache import installed

        return [*self.COMMANDS, *sorted(installed().commands.keys() - set(self.COMMANDS))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.COMMANDS:
            from compliance.plugin.library import load_feature

            command = load_feature(f"compliance.cli.{cmd_name}_command:{cmd_name}")
            assert isinstance(command, click.Command)
            return spoken(command)
        from compliance.plugin.cache import installed

        library = installed()
        if cmd_name not in library.commands:
            return None
        from compliance.cli.further import further_command

        return spoken(further_command(library, cmd_name))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(compliance.__version__, prog_name="compliance",
                      help="显示版本 / show the version")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
@click.pass_context
def cli(context: click.Context, lang: str | None) -> None:
    """审核政府信息公开工作年度报告 / Audit annual reports on government information disclosure."""
    if lang is not None:
        context.obj = lang


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Start-up makes many objects and no garbage: collect seldom.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    language = language_of(_named_language(sys.argv))
    try:
        code = cli.main(standalone_mode=False, obj=language)
    except Problem as problem:
        click.echo(_safe(problem.line(language)), err=True)
        code = 2
    except click.exceptions.Abort:
        code = 130  # as a shell says of what Ctrl-C ended
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = 2
    except click.ClickException as error:
        from compliance.cli.usage import words_of

        click.echo(words_of(error).in_(language), err=True)
        code = 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _line_of(error, language)
    _leave(code or 0)


def _safe(line: str) -> str:
    """A line that may hold names out of the input, without what a terminal would act on."""
    from compliance.write.clean import one_line

    return one_line(line)


def _line_of(error: Exception, language: Language) -> int:
    """Say in one line what went wrong; the exit code that belongs to it."""
    if os.environ.get("COMPLIANCE_TRACE"):
        raise error
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        from compliance.cli.output import unwritten

        click.echo(_safe(unwritten(error, "stdout").line(language)), err=True)
        return 2
    words = say("cli.our_fault", error=f"{type(error).__name__}: {error}")
    click.echo(words.in_(language), err=True)
    return 3


def _leave(code: int) -> NoReturn:
    """End the process: Python would first take apart all that it holds, one by one (5 ms)."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # closed by who called
            with contextlib.suppress(OSError):
                stream.flush()
    os._exit(code)


def _named_language(arguments: list[str]) -> str | None:
    for number, word in enumerate(arguments):
        if word == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None
