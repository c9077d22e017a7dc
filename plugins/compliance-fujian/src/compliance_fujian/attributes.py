"""What reports of Fujian say of the information made in the year, by kind of disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.observation import Context, Observation
from compliance.checks.prose import blocks
from compliance.checks.settings import takes
from compliance.model.audit import Outcome
from compliance.model.text import Text

_COUNT = r"(?:政府)?(?:信息)?(?:共|数|为)?\s*(\d+)\s*[条件]"
_BETWEEN = r"[^。；\d]{0,6}?(?:占\s*\d+(?:\.\d+)?\s*[%％])?[，,；;、]\s*"
_SENTENCE = (
    rf"制作(?:各类)?{_COUNT}[，,]\s*(?:其中)?[:：]?\s*主动公开{_COUNT}{_BETWEEN}"
    rf"(?:作为)?依申请公开(?:的)?{_COUNT}{_BETWEEN}不予公开(?:的)?{_COUNT}"
)


@takes()
def attributes_add_up(context: Context) -> Iterator[Observation]:
    """Information made is disclosed, disclosed on request or not disclosed: nothing else."""
    for block in blocks(context):
        for found in re.finditer(_SENTENCE, block.text):
            whole, *parts = map(int, found.groups())
            total = sum(parts)
            sign = "=" if total == whole else "≠"
            sum_up = f"{' + '.join(map(str, parts))} = {total} {sign}"
            words = Text(f"主动公开、依申请公开、不予公开之和 {sum_up} 制作 {whole}",
                         f"the three kinds {sum_up} {whole} made")
            yield Observation(
                Outcome.PASS if total == whole else Outcome.FAIL,
                Text("制作政府信息", "information made"), words, location=block.location)
