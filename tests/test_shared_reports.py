"""Real reports: every confirmed defect found, no false error.

The documents stay outside the project; without them these tests skip.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import api
from compliance.model.audit import Outcome

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(),
                                reason="the real reports are not on this machine")


def failures(name: str) -> dict[str, set[str]]:
    """Severity → ids of failed rules."""
    audit = api.audit(api.read(str(REPORTS / name)))
    found: dict[str, set[str]] = {"error": set(), "warning": set(), "info": set()}
    for result in audit.results:
        if result.outcome is Outcome.FAIL:
            found[result.rule.severity].add(result.rule.id)
    return found
