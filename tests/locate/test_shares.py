"""Printed shares: whether they can be true, and which of them is off."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from compliance import api
from compliance.locate.shares import bounds, counts_for, share_of, wholes_for
from compliance.model.audit import Finding, Outcome
from compliance.model.report import Breakdown, Part, Report, Section, Source

Item = tuple[str, int | None, str | None]


def audited(whole: int | None, *items: Item, complete: bool = True) -> list[Finding]:
    """The findings that name figures, of a report with one breakdown."""
    parts = [Part(name, None if count is None else Decimal(count),
                  None if share is None else Decimal(share)) for name, count, share in items]
    made = Report("cn-2008", 2010, "CN", "江海市交通局", "department",
                  sections=[Section("一、概述", "略")], source=Source("r.yaml", "", "yaml"))
    made.breakdowns = [Breakdown("公开信息", None if whole is None else Decimal(whole), parts, "条",
                                 complete)]
    audit = api.audit(made)
    shown = {id(result) for finding in audit.findings if finding.candidates
             for result in finding.results}
    assert all(id(result) in shown for result in audit.results
               if result.outcome is Outcome.FAIL and result.rule.id.startswith(("CN-P", "CN-B")))
    return [finding for finding in audit.findings if finding.candidates]


def changes(finding: Finding) -> list[tuple[str, Decimal | None]]:
    """Each candidate's first figure, with what should stand there."""
    return [(candidate.changes[0].paths[0], candidate.changes[0].value)
            for candidate in finding.candidates]


def test_the_share_that_does_not_fit_its_count_is_named_with_the_calculation() -> None:
    (finding,) = audited(805, ("甲", 258, "33.9"), ("乙", 547, "68.0"))
    assert finding.unique
    assert changes(finding) == [("breakdowns/0/parts/0/share", Decimal("32.0"))]
    assert finding.candidates[0].changes[0].why.zh == "258/805 = 32.0%"
    # 33.9 + 68.0 is not 100 either, for the same reason.
    assert {result.rule.id for result in finding.results} == {"CN-P-01", "CN-P-02"}


def test_the_count_is_wrong_where_its_share_fits_the_sum() -> None:
    (finding,) = audited(250, ("甲", 85, "34"), ("乙", 80, "24"), ("丙", 105, "42"))
    assert finding.unique
    assert changes(finding) == [("breakdowns/0/parts/1/count", Decimal(60))]
    assert {result.rule.id for result in finding.results} == {"CN-B-02", "CN-P-01"}


def test_the_whole_is_wrong_where_all_shares_and_the_sum_speak_against_it() -> None:
    (finding,) = audited(205, ("甲", 85, "34"), ("乙", 60, "24"), ("丙", 105, "42"))
    assert changes(finding)[0] == ("breakdowns/0/whole", Decimal(250))
    assert finding.candidates[0].changes[0].slip == "swapped"


def test_a_slip_in_a_count_is_offered_where_nothing_else_speaks_for_the_count() -> None:
    (finding,) = audited(805, ("甲", 285, "32.0"), ("乙", 3, None), complete=False)
    assert not finding.unique
    assert changes(finding) == [("breakdowns/0/parts/0/count", Decimal(258)),
                                ("breakdowns/0/parts/0/share", Decimal("35.4"))]


def test_shares_alone_are_judged_by_the_rounding_of_their_items() -> None:
    (finding,) = audited(None, ("甲", None, "20.6"), ("乙", None, "35.1"), ("丙", None, "12.0"),
                         ("丁", None, "33.2"))
    assert not finding.unique
    first, *others = finding.candidates
    assert first.changes[0].value == Decimal("32.3")
    assert (first.changes[0].low, first.changes[0].high) == (Decimal("32.1"), Decimal("32.5"))
    assert len(others) == 3


def test_rounded_shares_that_miss_one_hundred_are_right() -> None:
    assert audited(None, ("甲", None, "33.3"), ("乙", None, "33.3"), ("丙", None, "33.3")) == []
    assert audited(3, ("甲", 1, "33.3"), ("乙", 1, "33.3"), ("丙", 1, "33.3")) == []


def test_counts_tell_which_share_is_off_where_no_whole_is_printed() -> None:
    (finding,) = audited(None, ("甲", 20, "20.0"), ("乙", 30, "33.0"), ("丙", 50, "50.0"))
    assert changes(finding) == [("breakdowns/0/parts/1/share", Decimal("30.0"))]


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_share_as_printed_fits_what_it_was_printed_of(
    count: int, whole: int, decimals: int,
) -> None:
    if count > whole:
        count, whole = whole, count
    true = Fraction(100 * count, whole)
    for cut in (False, True):
        share = share_of(Fraction(count), Fraction(whole), decimals, cut=cut)
        low, high = bounds(share)
        assert low <= true <= high
        least, most = counts_for(share, whole)
        assert least <= count <= most
        least, limit = wholes_for(share, count)
        assert least <= whole
        assert limit is None or whole <= limit
