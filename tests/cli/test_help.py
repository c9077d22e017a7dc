"""Help: one language, nothing cut, and what was meant by a slip."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from compliance.cli.help import half
from compliance.cli.main import cli, spoken
from compliance.plugin.cache import installed
from compliance.reference.commands_page import commands
from compliance.write.screen import width
from tests.cli.test_commands import CLEAN, FAULTY, run

NAMES = ["", *(name for name, _ in commands(cli))]
CHINESE = range(0x4E00, 0xA000)


def shown(*arguments: str, **environment: str) -> str:
    done = run(*arguments, **environment)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_every_command_is_in_one_language(name: str) -> None:
    chinese = shown(*name.split(), "--help", LC_ALL="zh_CN.UTF-8", COLUMNS="70")
    english = shown(*name.split(), "-h", LC_ALL="en_US.UTF-8", COLUMNS="70")
    assert chinese.startswith("用法：")
    assert english.startswith("Usage: ")
    for word in ("Usage", "Options", "Commands", "Show", " / ", "required"):
        assert word not in chinese
    assert "选项：" in chinese
    assert "--lang" in chinese
    assert not [c for c in english if ord(c) in CHINESE]
    assert "..." not in chinese.replace("]...", "").replace("PATHS...", "")
    assert max(width(line) for line in (chinese + english).splitlines()) <= 70


def test_the_language_of_help_is_that_of_the_option_wherever_it_stands() -> None:
    english = shown("audit", "--help", LC_ALL="en_US.UTF-8")
    for call in (["--lang", "en", "audit", "--help"], ["audit", "--help", "--lang", "en"],
                 ["audit", "--lang=en", "--help"]):
        assert shown(*call, LC_ALL="C.UTF-8") == english
    assert "Commands:" in shown("new", "--lang", "en", "--help", LC_ALL="C.UTF-8")


def test_the_language_before_the_command_is_that_of_the_command() -> None:
    after = run("audit", CLEAN, "--lang", "en", LC_ALL="C.UTF-8").stdout
    assert "verdict" in after
    assert run("--lang", "en", "audit", CLEAN, LC_ALL="C.UTF-8").stdout == after
    assert "结论" in run("--lang", "en", "audit", CLEAN, "--lang", "zh").stdout


def test_help_is_whole_and_names_what_is_installed() -> None:
    text = " ".join(shown("--help", LC_ALL="en_US.UTF-8").split())
    assert "Begin a province's plug-in, or a rule." in text
    new = shown("new", "--help", LC_ALL="en_US.UTF-8")
    assert "A province's package, ready to be tested." in " ".join(new.split())
    audit = shown("audit", "--help")
    assert all(name in audit for name in (*installed().forms, *installed().writers))
    assert "（必填）" in shown("new", "province", "--help", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(("call", "said"), [
    (["audits", "x"], "没有命令 audits；是不是 audit？"),
    (["new", "provinec"], "没有命令 provinec；是不是 province？"),
    (["zzzz"], "没有命令 zzzz（用法见"),
    (["new", "--lang", "zh"], "缺少命令；可用的有：province, rule"),
    (["--lang", "fr", "audit", "x"], "--lang 的值不对；可用的有：zh, en"),
])
def test_a_slip_in_the_command_is_told_with_what_is_meant(call: list[str], said: str) -> None:
    done = run(*call, LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


def test_output_has_a_short_name(tmp_path) -> None:
    target = tmp_path / "o.txt"
    assert run("audit", FAULTY, "-o", str(target)).returncode == 1
    assert "CN-T3-02" in target.read_text("utf-8")
    assert run("read", FAULTY, "-o", str(tmp_path / "r.yaml")).returncode == 0


@pytest.mark.parametrize(("words", "zh", "en"), [
    ("中文 / English", "中文", "English"), ("（文件）/ Files: a / b", "（文件）", "Files: a / b"),
    ("read / write files", "read / write files", "read / write files"), ("中文", "中文", "中文"),
    ("  中文\n  两行 / English\n", "中文 两行", "English"),
])
def test_a_help_text_is_split_where_it_is_in_two_languages(words: str, zh: str, en: str) -> None:
    assert (half(words, "zh"), half(words, "en")) == (zh, en)


def test_the_command_of_a_plugin_has_its_help_in_one_language_or_its_own() -> None:
    @click.command(epilog="完 / the end")
    @click.argument("what", help="何物 / what")
    @click.option("--much", help="很多 / much", required=True)
    def mine(what: str, much: str) -> None:
        """我的命令 / My command."""

    class Own(click.Command):
        def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
            formatter.write_text("as I like it")

    text = CliRunner().invoke(spoken(mine), ["--help"], obj="zh").output
    assert [word for word in ("我的命令", "何物", "很多（必填）", "完") if word not in text] == []
    assert "much /" not in text
    assert "the end" not in text
    assert "as I like it" in CliRunner().invoke(spoken(Own("own")), ["--help"], obj="zh").output
