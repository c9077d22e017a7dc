"""Collect ``*.cases.yaml`` files: each case is a test of its own.

Installed with ``compliance`` under the entry-point group ``pytest11``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ENDING = ".cases.yaml"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the files whose name ends in ``.cases.yaml``."""
    if not file_path.name.endswith(ENDING):
        return None
    collector: pytest.Collector = CasesFile.from_parent(parent, path=file_path)
    return collector


class CasesFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """Its cases, and a test that every rule of its pack has both kinds."""
        from compliance.testing.cases import library_for, read_cases

        library = library_for(self.path)
        cases = read_cases(self.path)
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case, library=library)
        pack = self.path.name.removesuffix(ENDING)
        if pack in library.packs:
            yield CompleteItem.from_parent(self, name=f"{pack}-complete", cases=cases,
                                           library=library, pack=pack)


class _Broken(Exception):
    """A case that does not hold, said in words."""


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: Any, library: Any, **named: Any) -> None:
        super().__init__(**named)
        self.case, self.library = case, library

    def runtest(self) -> None:
        """Run the case.

        Raises:
            Problem: the case is no part of a report.
        """
        from compliance.testing.cases import run_case

        why = run_case(self.case, self.library)
        if why is not None:
            raise _Broken(f"{why.zh}\n{why.en}")

    def repr_failure(self, excinfo: Any, style: Any = None) -> str:
        """The place and the reason, without a traceback."""
        from compliance.errors import Problem

        error = excinfo.value
        if isinstance(error, Problem):
            return error.line("zh")
        if isinstance(error, _Broken):
            location = self.case.location
            line = f":{location.line}" if location and location.line else ""
            return f"{self.path}{line}\n{error}"
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the case stands."""
        location = self.case.location
        return self.path, (location.line or 1) - 1 if location else None, self.name


class CompleteItem(pytest.Item):
    """Every rule of the pack has a passing and a failing case."""

    def __init__(self, *, cases: Any, library: Any, pack: str, **named: Any) -> None:
        super().__init__(**named)
        self.cases, self.library, self.pack = cases, library, pack

    def runtest(self) -> None:
        """Look for rules without both kinds."""
        from compliance.testing.cases import lacking

        missing = lacking(self.cases, self.library, self.pack)
        if missing:
            raise _Broken(", ".join(missing))

    def repr_failure(self, excinfo: Any, style: Any = None) -> str:
        """The rules that lack a case."""
        from compliance.messages import say

        if isinstance(excinfo.value, _Broken):
            words = say("testing.lacking", rules=str(excinfo.value))
            return f"{self.path}\n{words.zh}\n{words.en}"
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file of cases."""
        return self.path, 0, self.name
