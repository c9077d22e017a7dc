"""The check of the statutes that denials under Exemption 3 rest on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from compliance.checks.layout import cells_of, found_tables, rows_of
from compliance.checks.observation import Context, Observation
from compliance.checks.settings import takes
from compliance.model.audit import Outcome
from compliance.model.report import Breakdown
from compliance.model.text import Text
from compliance_us_foia.reading import OVERALL
from compliance_us_foia.schema import STATUTES


@takes()
def relied_upon(context: Context) -> Iterator[Observation]:
    """A component relies on statutes at least as often as it applies Exemption 3."""
    report = context.report
    statutes = [item for item in report.breakdowns if item.section == STATUTES.table]
    if not statutes and not any(section.id == STATUTES.table for section in report.sections):
        return
    for table in found_tables(context):
        if table.id != "exemptions":
            continue
        for placed in rows_of(table):
            for cell in cells_of(context, placed):
                if cell.column == "ex_3" and cell.row != OVERALL and cell.value is not None:
                    relied = _relied(statutes, cell.row)
                    yield Observation(
                        _outcome(relied, cell.value),
                        Text(f"{table.title.zh}·{cell.row}", f"{table.title.en}: {cell.row}"),
                        Text(f"适用第三项豁免 {cell.value} 次，第四部分列出 {_shown(relied)} 次",
                             f"Exemption 3 is applied {cell.value} times, "
                             f"section IV has {_shown(relied)}"), [cell])


def _relied(statutes: list[Breakdown], office: str) -> Decimal | None:
    """How often an office relies on statutes; ``None`` where a count could not be read."""
    counts = [part.count for item in statutes for part in item.parts if part.name == office]
    known = [count for count in counts if count is not None]
    return sum(known, start=Decimal(0)) if len(known) == len(counts) else None


def _outcome(relied: Decimal | None, applied: int | Decimal) -> Outcome:
    if relied is None:
        return Outcome.UNKNOWN
    return Outcome.PASS if relied >= applied else Outcome.FAIL


def _shown(relied: Decimal | None) -> str:
    return "?" if relied is None else str(relied)
