"""The three public functions, as a program uses them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "sample_reports/cn-2021-faulty.yaml"


def test_read_audit_and_write_can_be_called_again_and_again() -> None:
    script = f"""
import compliance
for _ in range(2):
    report = compliance.read({str(SAMPLE)!r})
    audit = compliance.audit(report)
    for format in ("table", "json"):
        text = compliance.write([audit], format)
        assert "CN-T3-02" in text
print(len(audit.findings))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                         check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 5
