"""The help of a command, in one language."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterable, Iterator

import click

from compliance.cli.main import language_of
from compliance.messages import say
from compliance.model.text import Language
from compliance.write.screen import width, wrap

_WIDEST, _NARROWEST = 100, 50
_TERM = 30
"""Columns for the name of an option; a longer one has its words below it."""
_METAVARS = {"[OPTIONS]": "options_mark", "COMMAND": "command_mark",
             "[ARGS]...": "arguments_mark"}

Row = tuple[str, str]


def help_of(context: click.Context) -> str:
    """What a command is for, its options and its commands.

    A plug-in's command that writes its help in its own way keeps it.
    """
    command = context.command
    if type(command).format_help is not click.Command.format_help:
        return command.get_help(context)
    return "\n".join(_Help(context, language_of(context.params.get("lang"))).lines())


def half(words: str, language: Language) -> str:
    """The half of a help text that is in the language: ``中文 / English``, or all of it."""
    words = " ".join(inspect.cleandoc(words).partition("\f")[0].split())
    chinese, slash, english = words.partition("/ ")
    if not slash or not any("一" <= character <= "鿿" for character in chinese):
        return words
    return chinese.rstrip() if language == "zh" else english.lstrip()


class _Help:
    def __init__(self, context: click.Context, language: Language) -> None:
        self.context = context
        self.command = context.command
        self.language = language
        columns = shutil.get_terminal_size().columns
        self.width = max(min(columns, _WIDEST), _NARROWEST) - 2

    def say(self, name: str) -> str:
        return say(f"cli.help_{name}").in_(self.language)

    def lines(self) -> Iterator[str]:
        usage = f"{self.say('usage')}{self.context.command_path} {' '.join(self._pieces())}"
        yield from wrap(usage.rstrip(), self.width)
        if self.command.help:
            yield ""
            yield from self._indented(half(self.command.help, self.language))
        yield from self._section("arguments", self._arguments())
        yield from self._section("options", self._options())
        if isinstance(self.command, click.Group):
            yield from self._section("commands", self._commands(self.command))
        if self.command.epilog:
            yield ""
            yield from self._indented(half(self.command.epilog, self.language))

    def _pieces(self) -> Iterator[str]:
        for piece in " ".join(self.command.collect_usage_pieces(self.context)).split():
            yield self.say(_METAVARS[piece]) if piece in _METAVARS else piece

    def _indented(self, words: str) -> Iterator[str]:
        for line in wrap(words, self.width - 2):
            yield f"  {line}"

    def _arguments(self) -> Iterator[Row]:
        for param in self.command.get_params(self.context):
            record = param.get_help_record(self.context)
            if record is not None and record[1] and isinstance(param, click.Argument):
                yield record[0], half(record[1], self.language)

    def _options(self) -> Iterator[Row]:
        for param in self.command.get_params(self.context):
            record = param.get_help_record(self.context)
            if record is not None and isinstance(param, click.Option):
                yield record[0], self._words(param)

    def _words(self, option: click.Option) -> str:
        if option is self.command.get_help_option(self.context):
            return self.say("help")
        words = half(option.help or "", self.language)
        names = getattr(option, "names", None)
        if names is not None:
            words += say("write.colon").in_(self.language) + ", ".join(names())
        return words + (self.say("required") if option.required else "")

    def _commands(self, group: click.Group) -> Iterator[Row]:
        for name in group.list_commands(self.context):
            command = group.get_command(self.context, name)
            if command is not None and not command.hidden:
                yield name, half(command.short_help or command.help or "", self.language)

    def _section(self, name: str, rows: Iterable[Row]) -> Iterator[str]:
        rows = list(rows)
        if not rows:
            return
        yield ""
        yield self.say(name)
        column = min(max(width(term) for term, _ in rows), _TERM) + 4
        for term, words in rows:
            first, *more = wrap(words, self.width - column)
            head = f"  {term}"
            if width(head) + 2 > column:
                yield head
                head = ""
            yield (head + " " * (column - width(head)) + first).rstrip()
            for line in more:
                yield " " * column + line
