"""The sample reports: each with the audit that it must get."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import api
from compliance.model.audit import Outcome

SAMPLES = Path(__file__).parents[1] / "sample_reports"
EXPECTED: dict[str, set[str]] = {
    "cn-2008-clean.yaml": {"CN-X-12"},
    "cn-2008-faulty.yaml": {"CN-B-02", "CN-P-01", "CN-D-01", "CN-F-12", "CN-F-21", "CN-X-12"},
    "cn-2014-clean.yaml": {"CN-X-12"},
    "cn-2014-faulty.yaml": {"CN-S-01", "CN-S-10", "CN-D-01", "CN-F-13", "CN-F-16", "CN-F-21",
                            "CN-X-12"},
    "cn-2019-clean.yaml": set(),
    "cn-2019-faulty.yaml": {"CN-T3-01", "CN-T3-02", "CN-T3-03", "CN-T2A-01", "CN-T2A-02",
                            "CN-D-02", "CN-F-07", "CN-X-05"},
    # 直接起诉 25 in 2024 only asks for a second look.
    "cn-2021-clean.yaml": {"CN-T4-07"},
    "cn-2021-faulty.yaml": {"CN-T3-02", "CN-T3-03", "CN-T4-01", "CN-T4-07", "CN-N-07", "CN-D-02",
                            "CN-F-05", "CN-F-18", "CN-F-19", "CN-F-27", "CN-X-01"},
    "cn-2021-shares.yaml": {"CN-P-01", "CN-P-02", "CN-T4-07"},
    "cn-fj-2011-county.yaml": set(),
    "cn-gs-2010-county.yaml": set(),
    "cn-fj-2017-district.yaml": {"CN-F-14", "CN-F-21", "CN-F-22", "CN-F-26"},
}


def failed(name: str) -> set[str]:
    audit = api.audit(api.read(str(SAMPLES / name)))
    return {r.rule.id for r in audit.results if r.outcome is Outcome.FAIL}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_gets_its_audit(name: str) -> None:
    assert failed(name) == EXPECTED[name]


def test_every_sample_is_expected() -> None:
    assert {path.name for path in SAMPLES.glob("*.yaml")} == set(EXPECTED)
