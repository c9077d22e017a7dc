"""A scoring model: the share of assessed rules that do not fail."""

from decimal import Decimal

from compliance.model.audit import ReceiptLine, Score
from compliance.model.profile import Profile
from compliance.plugin import hookimpl
from compliance.score.tally import Tally, cents, grade

COMPLIANCE_API = 1


@hookimpl
def scoring_models() -> dict[str, str]:
    return {"share": f"{__name__}:score"}


def score(tallies: list[Tally], profile: Profile) -> Score:
    """Every rule counts alike; a report of which nothing was assessed has no score."""
    assessed = [tally for tally in tallies if tally.assessed]
    failed = [tally for tally in assessed if tally.failed]
    if not assessed:
        return Score("share", None, grade(None, False), [], [])
    each = Decimal(100) / len(assessed)
    total = cents(100 - each * len(failed))
    receipt = [ReceiptLine(tally.rule, tally.rule.category, cents(each), cents(each),
                           tally.failed, tally.cells) for tally in failed]
    return Score("share", total, grade(total, False), [], receipt)
