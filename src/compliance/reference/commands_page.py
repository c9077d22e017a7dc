"""The command line, from its own definitions; exit codes and output formats."""

from __future__ import annotations

from collections.abc import Iterator

import click

from compliance.messages import say
from compliance.model.text import Language, Text
from compliance.plugin.library import Library
from compliance.reference.markdown import code, fenced, from_docstring, table

EXIT_CODES: dict[int, Text] = {
    0: Text("通过", "the gate holds"),
    1: Text("不通过；原因已列出", "the gate is closed; the reasons are printed"),
    2: Text("输入或用法有误：文件、方案、选项不可用",
            "wrong input: a file, a profile or an option that cannot be used"),
    3: Text("程序自身的错误", "a fault of this program"),
}
"""What the exit code of a command says."""

FORMATS: dict[str, Text] = {
    "table": Text("屏幕上看的表（缺省）", "a table for the screen (default)"),
    "json": Text("全部结果，供程序使用；各键见 [JSON](json.md)",
                 "everything, for programs; its keys: [JSON](json.md)"),
    "sarif": Text("SARIF 2.1.0，供代码扫描页面使用", "SARIF 2.1.0, for code scanning pages"),
    "junit": Text("JUnit XML，供测试页面使用", "JUnit XML, for test pages"),
    "markdown": Text("Markdown，可以贴进邮件、议题", "Markdown, for a letter or an issue"),
    "html": Text("一个网页，问题标在原表上", "one web page, with the faults marked in the tables"),
    "codequality": Text("GitLab 代码质量报告", "GitLab's Code Quality report"),
    "github": Text("GitHub Actions 的标注", "annotations of GitHub Actions"),
}
"""What each built-in output format is for."""

ENVIRONMENT: dict[str, Text] = {
    "COMPLIANCE_CACHE": Text("存放规则快照的文件夹；缺省为 `$XDG_CACHE_HOME/compliance`",
                             "folder of the snapshot of the rules; `$XDG_CACHE_HOME/compliance` "
                             "when it is not set"),
    "COMPLIANCE_TRACE": Text("设为 1：显示对插件的调用；程序出错时显示全部细节",
                             "set to 1: hook calls are shown, and faults of the program in full"),
}
"""What the environment settles."""


def commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, those inside groups after their group."""
    context = click.Context(group, info_name="compliance")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        yield name, command
        if isinstance(command, click.Group):
            for inner, below in commands(command):
                yield f"{name} {inner}", below


def commands_page(group: click.Group, library: Library, language: Language) -> str:
    """Usage, arguments and options of every command; exit codes; output formats."""
    parts = [f"# {say('reference.commands').in_(language)}\n"]
    for name, command in commands(group):
        parts += [f"## {name}\n", _own(command.help or "", language) + "\n"]
        if not isinstance(command, click.Group):
            context = click.Context(command, info_name=f"compliance {name}")
            usage = " ".join(command.collect_usage_pieces(context))
            parts += [fenced(f"compliance {name} {usage}", "text"), _options(command, language)]
    parts += [f"## {say('reference.exit_codes').in_(language)} {{#exit-codes}}\n",
              table(_head("code", "meaning", language=language),
                    [(code(str(number)), words.in_(language))
                     for number, words in EXIT_CODES.items()]),
              f"## {say('reference.formats').in_(language)} {{#output-formats}}\n",
              table(_head("format", "meaning", language=language),
                    [(code(name), FORMATS[name].in_(language) if name in FORMATS
                      else code(library.writers[name])) for name in library.writers]),
              f"## {say('reference.environment').in_(language)}\n",
              table(_head("name", "meaning", language=language),
                    [(code(name), words.in_(language)) for name, words in ENVIRONMENT.items()])]
    return "\n".join(parts)


def _head(*names: str, language: Language) -> list[str]:
    return [say(f"reference.{name}").in_(language) for name in names]


def _own(words: str, language: Language) -> str:
    """The half of a help text that is in the language: ``中文 / English``."""
    chinese, slash, english = words.partition(" / ")
    if not slash:
        chinese, slash, english = words.partition("/ ")
    half = chinese if language == "zh" or not slash else english
    return from_docstring(half.strip())


def _options(command: click.Command, language: Language) -> str:
    rows = [(" ".join(map(code, option.opts)), _values(option),
             _own(option.help or "", language))
            for option in command.params if isinstance(option, click.Option)]
    return table(_head("option", "value", "meaning", language=language), rows)


def _values(option: click.Option) -> str:
    if option.is_flag:
        return "—"
    if isinstance(option.type, click.Choice):
        return " / ".join(code(str(choice)) for choice in option.type.choices)
    return code(option.metavar or option.type.name.upper())
