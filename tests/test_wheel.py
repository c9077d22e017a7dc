"""The wheel, installed elsewhere, audits as the checkout does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_reports" / "cn-2021-faulty.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wheel")


@pytest.fixture(scope="module")
def wheel(folder: Path) -> Path:
    # Built from a copy: a build writes nothing into the checkout.
    source = folder / "source"
    source.mkdir()
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "README.zh.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    _run([sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation",
          "--disable-pip-version-check", "-w", str(folder / "dist")], source)
    (built,) = (folder / "dist").glob("compliance-*.whl")
    return built


@pytest.fixture(scope="module")
def python(folder: Path, wheel: Path) -> Path:
    """Python of a new environment with the wheel and, from ours, what it depends on."""
    home = folder / "environment"
    venv.create(home, with_pip=False, symlinks=True)
    interpreter = home / "bin" / "python"
    site = Path(_run([str(interpreter), "-c",
                      "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    _run([sys.executable, "-m", "pip", "--python", str(interpreter), "install", "--no-deps",
          "--no-index", "--disable-pip-version-check", str(wheel)], folder)
    dependencies = folder / "dependencies"
    dependencies.mkdir()
    # All that is installed here but this project: neither its code nor its entry points.
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not entry.name.startswith(("compliance", "_editable_impl_compliance", "__pycache__")):
            (dependencies / entry.name).symlink_to(entry)
    (site / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    return interpreter


def test_rules_are_inside_the_wheel(wheel: Path) -> None:
    inside = {name.removeprefix("compliance/") for name in zipfile.ZipFile(wheel).namelist()
              if name.startswith("compliance/rules/")}
    ours = {str(path.relative_to(ROOT)) for path in (ROOT / "rules").rglob("*")
            if path.suffix in (".yaml", ".csv")}
    assert ours
    assert inside >= ours


def test_the_installed_package_is_the_one_imported(python: Path, tmp_path: Path) -> None:
    where = _run([str(python), "-c", "import compliance; print(compliance.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(python.parents[1])


@pytest.mark.parametrize("name", ["cn-2021-faulty.yaml", "cn-2008-faulty.yaml"])
def test_the_wheel_audits_as_the_checkout_does(python: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(SAMPLE.with_name(name), tmp_path)
    script = python.parent / "compliance"
    arguments = ["audit", name, "--format", "json"]
    installed = _audit(_run([str(script), *arguments], tmp_path, 1))
    checkout = _audit(_run([sys.executable, "-m", "compliance", *arguments], tmp_path, 1))
    # Only the checkout has the plug-in of Fujian, which adds nothing to a national report.
    for audit in (installed, checkout):
        audit["provenance"].pop("plugins")
    assert installed["findings"]
    assert installed == checkout


def test_pages_documents_and_new_provinces_work_from_the_wheel(python: Path,
                                                               tmp_path: Path) -> None:
    from tests.corpus.cases import Case

    shutil.copy(SAMPLE, tmp_path)
    script = str(python.parent / "compliance")
    page = _run([script, "audit", SAMPLE.name, "--format", "html"], tmp_path, 1)
    assert page.startswith("<!doctype html>")
    for format, style in (("docx", "plain"), ("pdf", "plain"), ("html", "old")):
        data, truth, _ = Case(format, style, "cn-2021", 0).make()
        (tmp_path / f"report.{format}").write_bytes(data)
        read = _run([script, "read", f"report.{format}", "--format", "json"], tmp_path)
        assert json.loads(read)["body"] == truth.facts["body"]
    _run([script, "new", "province", "ZJ", "--name", "浙江", "--output", "zj"], tmp_path)
    assert "2" in _run([script, "rules", "--test", "zj"], tmp_path)


def _audit(printed: str) -> dict[str, Any]:
    data = json.loads(printed)
    audit: dict[str, Any] = data["audits"][0] if "audits" in data else data
    return audit


def _run(command: list[str], folder: Path, code: int = 0) -> str:
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("PYTHONPATH", "PYTHONHOME")}
    environment["COMPLIANCE_CACHE"] = str(folder / "cache")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8",
                          env=environment, timeout=300)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout
