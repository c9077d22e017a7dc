"""Wall time and peak memory of a first audit, each run in a process of its own.

    python benchmarks/cold_start.py [--runs 15] [--file REPORT]
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


# Read from the process's own memory map: the kernel's ru_maxrss of a child starts at
# what its parent held when it made it.
_PEAK = """
import atexit, sys
def peak():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            sys.__stderr__.write("PEAK " + line.split()[1])
atexit.register(peak)
"""
_COMMAND = "import sys; sys.argv = {argv!r}; from compliance.cli import main; main()"
# What a command of these two libraries costs at the least.
_NESTED_MODEL = """
import click, pydantic
class Inner(pydantic.BaseModel):
    value: int = 0
class Outer(pydantic.BaseModel):
    items: list[Inner] = []
Outer.model_validate({"items": [{"value": 1}]})
"""
# The library of rules is built anew, as on the first run after an installation.
_EMPTY_CACHE = """
import atexit, os, shutil, tempfile
os.environ["COMPLIANCE_CACHE"] = tempfile.mkdtemp()
atexit.register(shutil.rmtree, os.environ["COMPLIANCE_CACHE"])
"""


def main() -> int:
    """Time every command, interleaved, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--file", help="report to audit; the first sample when left out")
    options = parser.parse_args()
    commands = _commands(options.file or _sample())
    spent: dict[str, list[float]] = {name: [] for name in commands}
    codes: dict[str, int] = {}
    for _ in range(options.runs + 1):
        for name, command in commands.items():
            wall, codes[name] = _wall(command)
            spent[name].append(wall)
    print("| command | ms, median | ms, fastest | peak MiB | exit |\n|---|---:|---:|---:|---:|")
    for name, runs in spent.items():
        wall = runs[1:]  # the first warms the disk cache
        print(f"| {name} | {statistics.median(wall):.0f} | {min(wall):.0f} "
              f"| {_peak(commands[name])} | {codes[name]} |")
    for name, code in codes.items():
        if code not in (0, 1):  # the gate holds, or it does not
            print(f"NOT A FIGURE: {name} did not finish its audit (exit {code})")
    return 0


def _commands(sample: str | None) -> dict[str, str]:
    commands = {
        "python -c pass": "pass",
        "import click": "import click",
        "import click, pydantic": "import click, pydantic; pydantic.BaseModel",
        "import click, pydantic, one nested model": _NESTED_MODEL,
        "import click, pydantic, lxml": "import click, pydantic, lxml.etree; pydantic.BaseModel",
    }
    if importlib.util.find_spec("compliance") is None:
        print("skipped: the project is not installed")
    elif sample is None:
        print("skipped: there is no sample report")
    else:
        commands["compliance --help"] = _COMMAND.format(argv=["compliance", "--help"])
        audit = _COMMAND.format(argv=["compliance", "audit", sample])
        commands[f"compliance audit {Path(sample).name}"] = audit
        commands["the same as JSON"] = _COMMAND.format(
            argv=["compliance", "audit", sample, "--format", "json"])
        commands["the same with an empty cache"] = _EMPTY_CACHE + audit
    return commands


def _wall(code: str) -> tuple[float, int]:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start), done.returncode


def _peak(code: str) -> str:
    """Peak resident MiB, in a run of its own."""
    done = subprocess.run([sys.executable, "-c", _PEAK + code], cwd=ROOT, check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    _, found, kibibytes = done.stderr.rpartition("PEAK ")
    return f"{int(kibibytes) / 1024:.0f}" if found else "?"


def _sample() -> str | None:
    samples = sorted(
        path for path in (ROOT / "sample_reports").glob("**/*")
        if path.suffix in {".yaml", ".yml", ".json", ".html", ".txt", ".md"})
    return str(samples[0]) if samples else None


if __name__ == "__main__":
    raise SystemExit(main())
