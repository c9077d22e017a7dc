"""Calls that are wrong, and files that a call must not touch: one line, exit code 2."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from compliance.cli import files
from compliance.cli.main import Lazy, cli
from compliance.errors import Problem
from compliance.plugin import builtin
from compliance.plugin.cache import installed
from tests.cli.test_commands import CLEAN, FAULTY, run


def refused(*arguments: str, said: str, **environment: str) -> str:
    done = run(*arguments, LC_ALL=environment.pop("LC_ALL", "C.UTF-8"), **environment)
    assert done.returncode == 2, done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    assert said in line
    return line


@pytest.mark.parametrize(("arguments", "zh", "en"), [
    (["audit"], "缺少 PATHS", "PATHS is missing"),
    (["audit", "a.yaml", "--formt", "x"], "没有选项 --formt；相近的有：", "no option --formt"),
    (["audit", "a.yaml", "--fail-on", "x"], "可用的有：error, warning", "choose one of error"),
    (["audit", "a.yaml", "--output"], "--output 缺少值", "--output needs a value"),
    (["read", "a.yaml", "b.yaml"], "多出的参数：b.yaml", "too many arguments: b.yaml"),
    (["schema", "x"], "NAME 的值不对", "NAME: choose one of"),
    (["audt"], "没有命令 audt", "no command audt"),
])
def test_a_wrong_call_is_one_line_in_either_language(
    arguments: list[str], zh: str, en: str,
) -> None:
    assert "--help" in refused(*arguments, said=zh)
    refused(*arguments, said=en, LC_ALL="en_US.UTF-8")


@pytest.mark.parametrize("score", ["nan", "100.5", "-1", "inf", "many", "1e400"])
def test_a_least_score_is_a_number_from_0_to_100(score: str) -> None:
    refused("audit", CLEAN, "--min-score", score, said=score)


@pytest.mark.parametrize("option", ["--output", "--write-baseline", "--corrected"])
@pytest.mark.parametrize("link", [False, True])
def test_no_output_goes_over_the_report(option: str, link: bool, tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    report.write_bytes(Path(FAULTY).read_bytes())
    target = report
    if link:
        target = tmp_path / "link.yaml"
        os.link(report, target)
    refused("audit", str(report), option, str(target), said=str(target))
    assert report.read_bytes() == Path(FAULTY).read_bytes()


def test_no_output_goes_over_what_else_is_read(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    profile, known, rules = (str(tmp_path / name)
                             for name in ("p.yaml", "known.json", "rules/r.yaml"))
    Path(profile).write_text("profile: mine\n", "utf-8")
    Path(rules).write_text("words: []\n", "utf-8")
    assert run("audit", FAULTY, "--write-baseline", known).returncode == 1
    call = ["audit", FAULTY, "--profile", profile, "--baseline", known,
            "--rules", str(tmp_path / "rules")]
    for target in (profile, known, rules):
        refused(*call, "--output", target, said=target)
    refused("read", profile, "--output", profile, said=profile)
    refused("audit", FAULTY, "--output", "x", "--write-baseline", "./x", said="同一个文件")
    # A baseline may be brought up to date.
    assert run("audit", FAULTY, "--baseline", known, "--write-baseline", known).returncode == 0


def test_the_help_names_every_format() -> None:
    text = " ".join(run("audit", "--help").stdout.split())
    assert ", ".join(installed().writers) in text
    assert "html" in text


def test_rules_take_a_local_plugin(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(yaml.safe_dump({
        "pack": "zz", "title": {"zh": "例", "en": "example"}, "version": "1", "jurisdiction": "CN",
        "rules": [{
            "id": "ZZ-9", "title": {"zh": "插件的规则", "en": "of a plug-in"}, "says": "例。",
            "basis": [{"document": "例", "clause": "一", "strength": "law"}],
            "severity": "info", "category": "language", "mend": {"zh": "改", "en": "mend"},
            "code": "mine"}]}, allow_unicode=True), "utf-8")
    plugin = tmp_path / "mine.py"
    plugin.write_text(
        "from pathlib import Path\nfrom compliance.plugin import hookimpl\n"
        "@hookimpl\ndef checks():\n    return {'mine': 'mine:check'}\n"
        "@hookimpl\ndef packs():\n    return [Path(__file__).with_name('mine.yaml')]\n", "utf-8")
    done = run("rules", "ZZ-9", "--plugin", str(plugin))
    assert done.returncode == 0, done.stderr
    assert "插件的规则" in done.stdout


def test_commands_of_the_program_are_known_to_the_library() -> None:
    assert Lazy.COMMANDS == builtin.COMMANDS
    assert set(builtin.COMMANDS) <= installed().commands.keys()


def test_hidden_and_program_folders_are_passed_over(tmp_path: Path) -> None:
    for name in ("b/r.yaml", "a.yaml", ".git/x", "node_modules/x", "b/.hidden", ".x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert files.files_of([str(tmp_path)]) == [str(tmp_path / "a.yaml"),
                                               str(tmp_path / "b/r.yaml")]


def test_a_folder_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("", "utf-8")
    with pytest.raises(Problem, match="more than 3 files"):
        files.files_of([str(tmp_path)])
    (tmp_path / "0.txt").unlink()
    assert len(files.files_of([str(tmp_path)])) == 3


@pytest.mark.parametrize(("old", "new", "said"), [
    ("year: 2024", "year: 2023", "2023"),
    ("江海市人民政府", "河东县卫生局", "河东县卫生局"),
])
def test_reports_of_another_year_or_body_are_not_one_report(
    tmp_path: Path, old: str, new: str, said: str,
) -> None:
    other = tmp_path / "other.yaml"
    text = Path(CLEAN).read_text("utf-8")
    assert old in text
    other.write_text(text.replace(old, new), "utf-8")
    line = refused("audit", CLEAN, str(other), "--same-report", said=said)
    assert "other.yaml" in line
    assert "--same-report" in line


def test_a_body_named_in_short_is_the_same_body(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = Path(CLEAN).read_text("utf-8")
    other.write_text(text.replace("江海市人民政府", "江海市政府"), "utf-8")
    done = run("audit", CLEAN, str(other), "--same-report", "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    assert json.loads(done.stdout)["audits"]


def test_a_plugin_command_that_breaks_leaves_the_help_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "broken_command.py").write_text("\nimport no_such_module\n", "utf-8")
    (tmp_path / "no_command.py").write_text("it = 5\n", "utf-8")
    library = installed()
    named = {"mine": "broken_command:it", "other": "no_command:it"}
    monkeypatch.setattr(library, "commands", library.commands | named)
    monkeypatch.setattr(library, "origins", library.origins | {
        "commands:mine": "my-plugin", "commands:other": "their-plugin"})
    shown = CliRunner().invoke(cli, ["--help"])
    assert shown.exit_code == 0
    assert all(name in shown.output for name in (*Lazy.COMMANDS, "my-plugin", "their-plugin"))
    called = CliRunner().invoke(cli, ["mine", "x", "--y"], standalone_mode=False)
    assert isinstance(called.exception, Problem)
    assert "my-plugin" in called.exception.text.zh
    assert "broken_command.py:2" in called.exception.text.zh
