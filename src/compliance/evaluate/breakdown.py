"""What a breakdown of the running text says, as quantities."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from compliance.evaluate.figures import exact, missing, rounded
from compliance.model.report import Breakdown, Part
from compliance.model.text import Text
from compliance.relation.quantity import Quantity

_WHOLE, _SHARE = Text("整体", "whole"), Text("份额", "share")
_PARTS, _SHARES = Text("各项合计", "parts"), Text("各项占比合计", "shares")
_LARGEST, _SMALLEST = Text("最大的一项", "largest part"), Text("最小的一项", "smallest part")


def of_part(breakdown: Breakdown, part: Part) -> Mapping[object, Quantity]:
    """The figures behind 份额, 份额截尾, 数量 and 整体, of a part with a count and a share."""
    assert part.share is not None
    assert part.count is not None
    decimals = _decimals(part.share)
    whole = breakdown.whole
    return {
        "份额": rounded(part.share, _SHARE, decimals),
        "份额截尾": rounded(part.share, _SHARE, decimals, cut=True),
        "数量": exact(part.count, part.name),
        "整体": exact(whole, breakdown.name) if whole is not None else missing(_WHOLE),
    }


def of_breakdown(breakdown: Breakdown) -> Mapping[object, Quantity]:
    """The figures behind 整体, 分项合计, 份额合计, 最大分项, 最小分项, 完整 and 互斥."""
    counts = [part.count for part in breakdown.parts]
    known = [count for count in counts if count is not None]
    whole = breakdown.whole
    terms = " + ".join(str(count) for count in known)
    shares = [part.share for part in breakdown.parts]
    printed = [share for share in shares if share is not None]
    values: dict[object, Quantity] = {
        "整体": exact(whole, breakdown.name) if whole is not None else missing(_WHOLE),
        "分项合计": missing(_PARTS), "最大分项": missing(_LARGEST),
        "最小分项": missing(_SMALLEST), "份额合计": missing(_SHARES),
        "完整": exact(int(breakdown.complete), Text("完整", "complete")),
        "互斥": exact(int(breakdown.exclusive), Text("互斥", "exclusive")),
    }
    if len(known) == len(counts) and (known or breakdown.complete):
        adding = Text(f"各项合计 {terms} =", f"parts {terms} =") if known else _PARTS
        values["分项合计"] = exact(sum(known, start=Decimal(0)), adding)
    if known and len(known) == len(counts):
        values["最大分项"] = exact(max(known), _LARGEST)
        values["最小分项"] = exact(min(known), _SMALLEST)
    if printed and len(printed) == len(shares):
        # Each share may be off by half a unit of its own last decimal.
        slack = sum((Fraction(1, 2 * 10 ** _decimals(share)) for share in printed), Fraction(0))
        total = Fraction(sum(printed))
        values["份额合计"] = Quantity(total, total - slack, total + slack, _SHARES,
                                  f"{sum(printed)}%")
    return values


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
