"""What a careful programmer writes by hand for this one table.

The shortest of the contenders: the checks are the program, so another form, a
blank cell, or a changed rule is another program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from relations import Relation, standard_relations
from reports import COLUMNS, RESULTS, ROWS, TABLE

NAME = "hand-written Python"
PACKAGE = ""


def prepare(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """The checks below; they are for the standard relations and no others."""
    if list(relations) != standard_relations():
        raise ValueError("the hand-written checks are for the standard relations")
    return failed_checks


def failed_checks(report: dict[str, Any]) -> frozenset[str]:
    """Ids of the checks that fail."""
    table = report["tables"][TABLE]
    failed = []
    received, carried_in = table["本年新收"], table["上年结转"]
    granted, in_part = table["予以公开"], table["部分公开"]
    answered, carried_out = table["办理结果总计"], table["结转下年度"]
    sums = [sum(column) for column in zip(*[table[row] for row in RESULTS], strict=True)]
    for place, column in enumerate(COLUMNS):
        all_received = received[place] + carried_in[place]
        if all_received != answered[place] + carried_out[place]:
            failed.append(f"T3-01-{column}")
        if sums[place] != answered[place]:
            failed.append(f"T3-02-{column}")
        if carried_out[place] < 0:
            failed.append(f"T3-04-{column}")
        if granted[place] + in_part[place] > answered[place]:
            failed.append(f"T3-05-{column}")
        if carried_out[place] > all_received:
            failed.append(f"T3-06-{column}")
    for row in ROWS:
        values = table[row]
        if sum(values[:-1]) != values[-1]:
            failed.append(f"T3-03-{row}")
    return frozenset(failed)
