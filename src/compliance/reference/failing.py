"""The example on the page of a rule: a case that must fail, really audited."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from compliance.errors import Problem
from compliance.model.audit import Outcome, Result
from compliance.plugin.library import Library
from compliance.record import record
from compliance.testing.cases import ENDING, Case, read_cases, results_of


@record
class Example:
    """What a report holds, and the failures that it is answered with."""

    data: dict[str, Any]
    failures: list[Result]


def failing_example(rule: str, library: Library) -> Example | None:
    """The first failing case of a rule; ``None`` where none stands beside its pack.

    A case that can no longer be run gives none either: a page must not break on it,
    and ``compliance rules --test`` says what is wrong.
    """
    try:
        cases = _cases_in(cases_file(rule, library))
        case = next((c for c in cases if c.rule == rule and c.kind == "fail"), None)
        return None if case is None else _answered(case, library)
    except Problem:
        return None


@lru_cache(maxsize=64)
def _cases_in(file: Path) -> list[Case]:
    """The cases of a file; it is read once for all pages of a site."""
    return read_cases(file)


def cases_file(rule: str, library: Library) -> Path:
    """Where the cases of a rule are looked for: beside its pack."""
    pack = Path(library.places.get(rule, "").rpartition(":")[0])
    return pack.with_name(pack.stem + ENDING) if pack.name else Path(ENDING)


def _answered(case: Case, library: Library) -> Example:
    data = {key: value for key, value in case.data.items() if key != "expect"}
    results = results_of(case, data, library)
    return Example(data, [r for r in results if r.outcome is Outcome.FAIL])


def as_yaml(data: dict[str, Any]) -> str:
    """The parts of a report as an author writes them: rows on one line."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Long text as literal blocks, no anchors."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
        written = format(value, "f")
        kind = "float" if "." in written else "int"
        return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", written)

    Dumper.add_representer(str, text)
    Dumper.add_representer(Decimal, number)
    nested = any(isinstance(value, (dict, list)) for value in data.values())
    written: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=88,
                             default_flow_style=None if nested else False)
    return written
