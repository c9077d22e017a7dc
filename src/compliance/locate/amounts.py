"""An amount that is far too large: filled in in 元 where 万元 is asked for."""

from __future__ import annotations

from decimal import Decimal

from compliance.locate.slips import Slip
from compliance.model.audit import Candidate, Change, Finding
from compliance.model.text import Text

_TEN_THOUSAND = 10_000


def suggest_unit(finding: Finding) -> None:
    """Name the amount of a finding, and what it would be in the form's unit."""
    if len(finding.results) != 1 or len(finding.results[0].cells) != 1:
        return
    result = finding.results[0]
    cell = result.cells[0]
    if cell.value is None or "元" in cell.text or cell.unit:
        return
    slip = Slip("unit", 0)
    change = Change(Text.same(f"{cell.row}·{cell.column}"), Decimal(cell.value),
                    Decimal(cell.value) / _TEN_THOUSAND, slip=slip.kind, why=slip.words(),
                    cell=cell, paths=[f"tables/{cell.table}/{cell.row}/{cell.index}"],
                    location=cell.location)
    finding.candidates = [Candidate([change], [result])]
    finding.suspect = cell
