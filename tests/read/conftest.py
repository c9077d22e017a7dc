"""Common ground of the reader tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.read import RawFile, open_source, raw_file

# Makes the files that these tests write by hand importable.
sys.path.insert(0, str(Path(__file__).parent))
REPORTS = Path(__file__).parents[3] / "shared" / "reports"


@pytest.fixture
def real() -> Callable[[str], RawFile]:
    """A real report by name; the test is skipped where the reports are absent."""

    def opened(name: str) -> RawFile:
        path = REPORTS / name
        if not path.exists():
            pytest.skip(f"real report {name} is not on this machine")
        return open_source(str(path))

    return opened


@pytest.fixture
def given() -> Callable[..., RawFile]:
    """Text or bytes as a file."""

    def made(content: str | bytes, name: str = "report") -> RawFile:
        data = content.encode() if isinstance(content, str) else content
        return raw_file(name, data)

    return made
