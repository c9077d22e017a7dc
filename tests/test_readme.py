"""What the README files show is true: commands, exit codes, files and output."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from compliance.plugin.files import as_pack, read_mapping
from compliance.relation import parse

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
_NAMED_FILE = re.compile(r"# (\S+\.yaml)\n")
_EXITS = re.compile(r"#\s*exit ([\d, ]+)$")


@dataclass
class Command:
    """A command line with its permitted exit codes and what the README shows of its output."""

    words: list[str]
    exits: set[int]
    shown: list[str] = field(default_factory=list)


def blocks(readme: str) -> list[tuple[str, str]]:
    return _BLOCK.findall((ROOT / readme).read_text(encoding="utf-8"))


def commands(readme: str) -> list[Command]:
    found: list[Command] = []
    for kind, text in blocks(readme):
        if kind == "text":
            found[-1].shown = [line for line in text.splitlines() if line != "…"]
        elif kind == "sh":
            found += [_command(line) for line in text.splitlines()
                      if line.startswith("compliance ")]
    return found


def _command(line: str) -> Command:
    stated = _EXITS.search(line)
    exits = {int(code) for code in stated.group(1).split(",")} if stated else {0}
    return Command(shlex.split(line, comments=True)[1:], exits)


def named_files(readme: str) -> dict[str, str]:
    return {name.group(1): text for kind, text in blocks(readme)
            if kind == "yaml" and (name := _NAMED_FILE.match(text))}


@pytest.mark.parametrize("readme", READMES)
def test_commands_do_what_the_readme_says(readme: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sample_reports", tmp_path / "sample_reports")
    for name, text in named_files(readme).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = commands(readme)
    assert len(found) >= 10
    for command in found:
        done = subprocess.run([sys.executable, "-m", "compliance", *command.words], cwd=tmp_path,
                              capture_output=True, text=True, encoding="utf-8", timeout=120,
                              env=os.environ | {"COMPLIANCE_CACHE": str(tmp_path / "cache")})
        assert done.returncode in command.exits, (command.words, done.stdout, done.stderr)
        printed = done.stdout.splitlines()
        for line in command.shown:
            assert line in printed, f"{readme} shows a line that is not printed: {line}"


@pytest.mark.parametrize("readme", READMES)
def test_the_pack_shown_is_a_pack(readme: str, tmp_path: Path) -> None:
    path = tmp_path / "cn-example.yaml"
    path.write_text(named_files(readme)[path.name], encoding="utf-8")
    for rule in as_pack(path, *read_mapping(path)).rules:
        parse(rule.check)


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (
        [([word for word in command.words if word not in ("zh", "en")], command.exits)
         for command in commands(readme)] for readme in READMES)
    assert english == chinese
    assert list(named_files("README.md")) == list(named_files("README.zh.md"))


@pytest.mark.parametrize("readme", READMES)
def test_make_targets_exist(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\S+)", "".join(t for k, t in blocks(readme) if k == "sh"), re.M)
    assert targets == ["audit", "test"]
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M)


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme: str) -> None:
    for link in re.findall(r"\]\((?!http)([^)#]+)", (ROOT / readme).read_text(encoding="utf-8")):
        assert (ROOT / link).exists(), link
