"""Checks of what a body has the power to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.layout import PlacedRow, cells_of, found_tables, name_of, rows_of
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome

# 自治区 is a province, 地区 a prefecture; zones and new areas are of several ranks.
_COUNTY = (
    r"县(?![级域])|旗|(?<!自治)(?<!行政)(?<!开发)(?<!示范)(?<!合作)(?<![地园新特])区(?![级域])"
)


@takes(row=setting("text", "规章所在的行（编号）；缺省为规章", "id of the row of the rules: 规章"))
def rules_without_power(context: Context) -> Iterator[Observation]:
    """A county and its departments have no rules (规章) of their own."""
    report = context.report
    name = re.sub(r"\s", "", report.body)
    # In GB/T 2260, the last two digits of a county are not 00.
    county = (report.division[4:] != "00" if report.division
              else re.search(_COUNTY, name) is not None)
    if report.kind == "township" or not county:
        return
    wanted = context.rule.settings.get("row", "规章")
    for table in found_tables(context):
        for placed in rows_of(table):
            if placed.row.id == wanted:
                yield from _judge(context, placed, name)


def _judge(context: Context, placed: PlacedRow, body: str) -> Iterator[Observation]:
    cells = [cell for cell in cells_of(context, placed) if cell.value is not None]
    some = [cell for cell in cells if cell.value]
    if cells:
        yield observe(
            Outcome.FAIL if some else Outcome.PASS, name_of(placed),
            "rules_of_county" if some else "no_rules", cells=some,
            location=some[0].location if some else None, body=body,
            values="、".join(f"{cell.column} {cell.value}" for cell in some),
        )
