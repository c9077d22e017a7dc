"""What is written to files: said, in the format of the name, and what hinders it."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from compliance.cli.output import emit, format_of, unwritten
from compliance.errors import Problem
from tests.cli.test_commands import CLEAN, FAULTY, run


def test_what_was_written_is_said_beside_the_output(tmp_path: Path) -> None:
    names = {name: str(tmp_path / name) for name in ("o.txt", "c.yaml", "known.json")}
    done = run("audit", FAULTY, "--output", names["o.txt"], "--corrected", names["c.yaml"],
               "--write-baseline", names["known.json"])
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"已写入 {names['known.json']}",
        f"已写入 {names['c.yaml']}：改正 2 处，1 处不能确定",
        f"已写入 {names['o.txt']}"]
    english = run("audit", CLEAN, "--corrected", names["c.yaml"], "--lang", "en")
    assert english.stderr == f"written: {names['c.yaml']}; corrected: 0, not certain: 0\n"
    read = run("read", CLEAN, "--output", names["o.txt"])
    assert read.stderr == f"已写入 {names['o.txt']}\n"
    assert run("audit", CLEAN).stderr == ""


def test_the_counts_of_a_corrected_copy_are_those_of_its_head(tmp_path: Path) -> None:
    target = tmp_path / "c.yaml"
    done = run("audit", FAULTY, "--corrected", str(target))
    head = [line for line in target.read_text("utf-8").splitlines() if line.startswith("# - ")]
    assert "改正 2 处，1 处" in done.stderr
    assert len(head) == 3


@pytest.mark.parametrize(("name", "begins"), [
    ("o.html", "<!DOCTYPE html>"), ("o.HTM", "<!DOCTYPE html>"), ("o.json", "{"),
    ("o.md", "#"), ("o.sarif", "{"), ("o.sarif.json", "{"), ("o.xml", "<?xml"),
    ("o.txt", "江海市"), ("o", "江海市"),
])
def test_the_name_of_the_file_decides_the_format(name: str, begins: str, tmp_path: Path) -> None:
    target = tmp_path / name
    assert run("audit", CLEAN, "--output", str(target)).returncode == 0
    text = target.read_text("utf-8")
    assert text.lower().startswith(begins.lower())
    if "sarif" in name:
        assert json.loads(text)["version"] == "2.1.0"
    if name == "o.json":
        assert json.loads(text)["audits"]


def test_a_format_that_is_named_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "o.html"
    run("audit", CLEAN, "--output", str(target), "--format", "table")
    assert target.read_text("utf-8").startswith("江海市")
    run("read", CLEAN, "--output", str(tmp_path / "r.json"))
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["year"] == 2024
    run("read", CLEAN, "--output", str(tmp_path / "r.json"), "--format", "yaml")
    assert (tmp_path / "r.json").read_text("utf-8").startswith("schema:")
    assert format_of(None) == format_of("folder.html/o") == ""


@pytest.mark.parametrize(("target", "said"), [
    ("none/o.txt", "没有这个文件夹"), ("file/o.txt", "没有这个文件夹"), (".", "这是一个文件夹"),
    ("folder", "这是一个文件夹"), ("folder/", "这是一个文件夹"), ("长" * 200, "文件名过长"),
])
def test_what_hinders_writing_is_said_in_the_language(
    target: str, said: str, tmp_path: Path,
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("", "utf-8")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Problem) as caught:
        emit("x", os.path.join(tmp_path, target))
    assert said in caught.value.text.zh
    assert sorted(os.listdir(tmp_path)) == before
    assert not os.listdir(tmp_path / "folder")


@pytest.mark.parametrize(("number", "said"), [
    (errno.EACCES, "没有权限"), (errno.EPERM, "没有权限"), (errno.EROFS, "没有权限"),
    (errno.ENOSPC, "磁盘已满"), (errno.EIO, "Input/output error"),
])
def test_what_the_system_says_is_translated_where_it_is_common(number: int, said: str) -> None:
    problem = unwritten(OSError(number, os.strerror(number)), "o.txt")
    assert said in problem.line("zh")
    assert problem.line("zh").startswith("o.txt: 无法写入")
