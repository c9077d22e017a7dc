"""The sample reports: each with the audit that it must get."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import api
from compliance.model.audit import Outcome

SAMPLES = Path(__file__).parents[1] / "sample_reports"
EXPECTED: dict[str, set[str]] = {}


def failed(name: str) -> set[str]:
    audit = api.audit(api.read(str(SAMPLES / name)))
    return {r.rule.id for r in audit.results if r.outcome is Outcome.FAIL}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_gets_its_audit(name: str) -> None:
    assert failed(name) == EXPECTED[name]


def test_every_sample_is_expected() -> None:
    assert {path.name for path in SAMPLES.glob("*.yaml")} == set(EXPECTED)
