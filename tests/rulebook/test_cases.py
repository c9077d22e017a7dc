"""Every rule passes the reports it must pass and fails those it must fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance import api
from compliance.model.audit import Outcome
from compliance.model.profile import Profile
from compliance.model.report import Source
from compliance.model.validation import validate
from compliance.plugin.cache import installed
from compliance.plugin.discover import discover
from compliance.recognise.structured import report_file, to_report

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "rules/packs").glob("*.cases.yaml"),
                *ROOT.glob("plugins/*/src/*/packs/*.cases.yaml")])


def cases() -> list[Any]:
    found = []
    for file in FILES:
        for rule, sides in yaml.safe_load(file.read_text("utf-8")).items():
            for side in ("passing", "failing"):
                for number, case in enumerate(sides.get(side) or []):
                    found.append(pytest.param(rule, side, case, id=f"{rule}-{side}-{number}"))
    return found


@pytest.mark.parametrize(("rule", "side", "case"), cases())
def test_case(rule: str, side: str, case: dict[str, Any]) -> None:
    library = installed()
    known = library.rules()[rule]
    case = dict(case)
    profile = validate(Profile, case.pop("profile", {}))
    if "form" not in case and "year" not in case:
        form = library.forms[known.forms[0] if known.forms else "cn-2021"]
        year = max(form.years.first or 2021, known.in_force.first or 0)
        case |= {"form": form.form, "year": year}
    written = report_file(case, "case", None)
    report = to_report(written, library, Source("case"))
    results = [r for r in api.audit(report, profile, library).results if r.rule.id == rule]
    outcomes = {result.outcome for result in results}
    assert Outcome.ERROR not in outcomes, [r.explanation for r in results]
    if side == "passing":
        assert Outcome.PASS in outcomes
        assert Outcome.FAIL not in outcomes, [r.explanation.zh for r in results]
    else:
        assert Outcome.FAIL in outcomes, [(r.outcome, r.explanation.zh) for r in results]


def test_every_rule_has_both_kinds_of_case() -> None:
    sides: dict[str, set[str]] = {}
    for case in cases():
        rule, side, _ = case.values
        sides.setdefault(rule, set()).add(side)
    library, _ = discover()
    lacking = [rule for rule in library.rules() if sides.get(rule) != {"passing", "failing"}]
    assert lacking == []
