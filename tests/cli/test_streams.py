"""What becomes of the output and of the exit code when the streams are not as usual."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "sample_reports" / "cn-2021-faulty.yaml"
AUDIT = [sys.executable, "-m", "compliance", "audit", str(SAMPLE)]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [
    ["audit", str(SAMPLE)], ["audit", str(SAMPLE), "--format", "json"], ["rules"], ["plugins"],
    ["schema", "report"],
])
def test_a_full_disk_is_one_line_and_exit_code_2(arguments):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "compliance", *arguments], stdout=full,
                              stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("stdout: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="closes a stream by its number")
@pytest.mark.parametrize(("stream", "code"), [(1, 1), (2, 1)])
def test_a_closed_stream_changes_no_exit_code(stream, code):
    done = subprocess.run(AUDIT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          preexec_fn=lambda: os.close(stream), check=False)
    assert done.returncode == code


def test_who_stops_reading_is_told_nothing():
    clean = str(SAMPLE.with_name("cn-2021-clean.yaml"))
    made = subprocess.Popen([*AUDIT, clean, "--format", "json"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert made.stdout is not None
    assert made.stderr is not None
    made.stdout.read(10)
    made.stdout.close()
    assert made.stderr.read() == b""
    made.stderr.close()
    assert made.wait() in (0, 1)


def test_all_that_was_printed_comes_out_before_the_end():
    done = subprocess.run([*AUDIT, "--format", "json"], capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout.endswith(b"}\n")


def test_what_registered_for_the_end_is_called():
    done = subprocess.run(
        [sys.executable, "-c", "import atexit, sys; atexit.register(print, 'at the end'); "
         f"sys.argv = ['compliance', 'audit', {str(SAMPLE)!r}, '--format', 'json']; "
         "from compliance.cli import main; main()"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.endswith("}\nat the end\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a device and a symbolic link")
def test_a_device_is_written_to_and_a_link_followed(tmp_path):
    def audit(output):
        return subprocess.run([*AUDIT, "--output", str(output)], check=False,
                              capture_output=True).returncode

    assert audit("/dev/null") == 1
    assert not os.path.isfile("/dev/null")
    target, link = tmp_path / "there.txt", tmp_path / "link.txt"
    target.write_text("before")
    target.chmod(0o600)
    link.symlink_to(target)
    assert audit(link) == 1
    assert link.is_symlink()
    assert "不通过" in target.read_text("utf-8")
    assert target.stat().st_mode & 0o777 == 0o600


def test_names_out_of_a_file_cannot_act_on_the_terminal(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text('year: 2023\n"\\e[2Jyaer": 1\n', "utf-8")
    done = subprocess.run([*AUDIT[:-1], str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert done.stderr.count("\n") == 1
