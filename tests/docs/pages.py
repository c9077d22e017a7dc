"""The examples in the hand-written pages: files to write, commands to run, output shown."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_BLOCK = re.compile(
    r'^(?P<fence>`{3,})(?P<kind>\w*)(?: title="(?P<title>[^"]+)")?[^\n]*\n'
    r"(?P<text>.*?)^(?P=fence)$",
    re.M | re.S)
_EXIT = re.compile(r"#\s*(?:退出码|exit)\s*(\d)$")


@dataclass
class Block:
    """A block of code in a page."""

    kind: str
    title: str
    text: str


@dataclass
class Command:
    """One command and the exit code that it must have."""

    line: str
    code: int


@dataclass
class Run:
    """A block of commands, and what the page shows of their output."""

    commands: list[Command]
    shown: list[str] = field(default_factory=list)


def pages() -> list[Path]:
    """The pages with examples, by their path in ``docs/``."""
    return sorted(page.relative_to(DOCS) for page in DOCS.rglob("*.md")
                  if page.relative_to(DOCS).parts[0] != "adr" and page.name != "scoring.md")


def blocks(page: Path) -> list[Block]:
    text = (DOCS / page).read_text("utf-8")
    return [Block(found["kind"], found["title"] or "", found["text"])
            for found in _BLOCK.finditer(text)]


def steps(page: Path) -> list[Block | Run]:
    """Files and commands in their order; output shown belongs to the commands before it."""
    done: list[Block | Run] = []
    for block in blocks(page):
        if block.kind == "sh":
            lines = [line for line in block.text.splitlines() if line.strip()]
            done.append(Run(list(map(command, lines))))
        elif block.kind == "text" and not block.title:
            assert isinstance(done[-1], Run), f"{page}: output without a command"
            done[-1].shown = block.text.splitlines()
        else:
            done.append(block)
    return done


def command(line: str) -> Command:
    stated = _EXIT.search(line)
    return Command(line[:stated.start()].strip() if stated else line,
                   int(stated[1]) if stated else 0)


def example_folder(page: Path) -> Path | None:
    """The folder of files that an example page is about."""
    parts = page.parts[1:] if page.parts[0] == "en" else page.parts
    return DOCS / "examples" / parts[1] if parts[0] == "examples" else None


class Workplace:
    """A folder in which a reader of a page follows it."""

    def __init__(self, folder: Path, page: Path) -> None:
        self.folder, self.page = folder, page
        for name in ("sample_reports", "gates"):
            shutil.copytree(ROOT / name, folder / name)
        files = example_folder(page)
        if files is not None:
            shutil.copytree(files, folder, dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns("*.md", "__pycache__"))
        self.packages = folder / ".packages"

    def write(self, block: Block) -> None:
        path = self.folder / block.title
        if example_folder(self.page) is not None:
            assert path.read_text("utf-8") == block.text, f"{block.title} differs from its file"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")

    def run(self, command: Command) -> str:
        """What a command prints; it must leave with the code that the page says."""
        english = self.page.parts[0] == "en"
        outside = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
        environment = outside | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "LANG": "en_US.UTF-8" if english else "zh_CN.UTF-8",
            "PYTHONPATH": str(self.packages), "PYTHONDONTWRITEBYTECODE": "1",
            "COMPLIANCE_CACHE": str(self.folder / ".cache"),
        }
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", self._as_run(command.line)], cwd=self.folder,
            env=environment, capture_output=True, text=True, encoding="utf-8", timeout=180,
            check=False)
        printed = done.stdout + done.stderr
        assert done.returncode == command.code, f"{self.page}: {command.line}\n{printed}"
        return printed

    def _as_run(self, line: str) -> str:
        """Installs go beside the page's files; tests leave nothing behind."""
        if line.startswith("pip install"):
            wanted = [word for word in shlex.split(line)[2:] if word != "-e"]
            return shlex.join([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps",
                               "--no-index", "--no-build-isolation", "--disable-pip-version-check",
                               "--target", str(self.packages), *(f"./{word}" for word in wanted)])
        if line.startswith("pytest"):
            return f"{line} -q -p no:cacheprovider"
        return line


def missing(shown: list[str], printed: str) -> str:
    """The first line that is shown and not printed, in order; ``…`` stands for anything."""
    lines = iter(printed.splitlines())
    for wanted in shown:
        if wanted.strip() in ("", "…"):
            continue
        pattern = re.compile(".*".join(map(re.escape, wanted.rstrip().split("…"))))
        if not any(pattern.fullmatch(line.rstrip()) for line in lines):
            return wanted
    return ""
