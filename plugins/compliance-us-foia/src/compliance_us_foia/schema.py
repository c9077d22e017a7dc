"""Which elements of the official XML hold which figures of the form.

Element names are those of the schema, without namespaces: its versions 1.03
and 2 have the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from compliance.record import frozen_record

EXEMPTIONS = {f"Ex. {number}": f"ex_{number}" for number in (1, 2, 3, 4, 5, 6)} | {
    f"Ex. 7({letter})": f"ex_7{letter.lower()}" for letter in "ABCDEF"} | {
    "Ex. 8": "ex_8", "Ex. 9": "ex_9"}
REASONS = {
    "NoRecords": "no_records", "Referred": "referred", "Withdrawn": "withdrawn",
    "FeeRelated": "fee_related", "NotDescribed": "not_described",
    "ImproperRequest": "improper", "NotAgency": "not_agency", "Duplicate": "duplicate",
    "Other": "other",
}
APPEAL_REASONS = REASONS | {"InLitigation": "in_litigation", "ExpeditedDenial": "expedited_denial"}
INCREMENTS = {
    **{f"{first}-{first + 19}": f"days_{first}_{first + 19}" for first in range(1, 200, 20)},
    "201-300": "days_201_300", "301-400": "days_301_400", "401+": "days_401",
}
LISTED = 10
"""Items of a list of the oldest pending cases."""


@frozen_record
class Plain:
    """A figure in an element of its own."""

    column: str
    path: str
    """Elements below the row, with ``/`` between them."""
    optional: bool = False


@frozen_record
class Days:
    """Days, as a number in ``…Value`` or as ``LT1`` (less than one) in ``…Code``."""

    column: str
    path: str


@frozen_record
class Coded:
    """Counts by code: a code that is left out counts nothing."""

    item: str
    code: str
    quantity: str
    columns: Mapping[str, str]


@frozen_record
class Oldest:
    """Up to ten pending items with the date of receipt and the days since, oldest first."""


Holder = Plain | Days | Coded | Oldest


@frozen_record
class Section:
    """A section of the report with one row for each component and one for the agency."""

    table: str
    """Table of the form, and section."""
    heading: str
    element: str
    row: str
    holders: tuple[Holder, ...]
    reasons: bool = False
    """Whether its rows list further reasons, each with a count."""


def _plain(prefix: str, **columns: str) -> tuple[Plain, ...]:
    return tuple(Plain(column, prefix + name) for column, name in columns.items())


_PROCESSING = _plain(
    "ProcessingStatistics", pending_start="PendingAtStartQuantity", received="ReceivedQuantity",
    processed="ProcessedQuantity", pending_end="PendingAtEndQuantity")
_COMPARISON = _plain(
    "Items", received_before="ReceivedLastYearQuantity", received="ReceivedCurrentYearQuantity",
    processed_before="ProcessedLastYearQuantity", processed="ProcessedCurrentYearQuantity")
_BACKLOG = _plain("Backlog", before="LastYearQuantity", now="CurrentYearQuantity")
_APPLIED = (Coded("AppliedExemption", "AppliedExemptionCode", "AppliedExemptionQuantity",
                  EXEMPTIONS),)
_OTHER = (Plain("total", "ComponentOtherDenialReasonQuantity"),)
_INCREMENTS = (
    Coded("TimeIncrement", "TimeIncrementCode", "TimeIncrementProcessedQuantity", INCREMENTS),
    Plain("total", "TimeIncrementTotalQuantity"))
_TRACKS = ("simple", "complex", "expedited")


def _times(prefix: str = "", path: str = "") -> tuple[Days, ...]:
    return tuple(Days(prefix + name.lower(), f"{path}ResponseTime{name}Days")
                 for name in ("Median", "Average", "Lowest", "Highest"))


_TRACK_TIMES = tuple(time for track in _TRACKS
                     for time in _times(f"{track}_", f"{track.title()}ResponseTime/"))
_PENDING = tuple(
    Plain(f"{track}_{column}", f"{track.title()}PendingRequestStatistics/PendingRequest{name}",
          optional)
    for track in _TRACKS
    for column, name, optional in (("count", "Quantity", False),
                                   ("median", "MedianDaysValue", True),
                                   ("average", "AverageDaysValue", True)))
_ADJUDICATED = (
    *_plain("Request", granted="GrantedQuantity", denied="DeniedQuantity"),
    Plain("median", "AdjudicationMedianDaysValue", optional=True),
    Plain("average", "AdjudicationAverageDaysValue", optional=True))

SECTIONS = (
    Section("requests", "V.A. Requests received, processed and pending",
            "ProcessedRequestSection", "ProcessingStatistics", _PROCESSING),
    Section("dispositions", "V.B(1). Disposition of requests",
            "RequestDispositionSection", "RequestDisposition", (
        *_plain("RequestDisposition", full_grants="FullGrantQuantity",
                partial_grants="PartialGrantQuantity", full_denials="FullExemptionDenialQuantity"),
        Coded("NonExemptionDenial", "NonExemptionDenialReasonCode", "NonExemptionDenialQuantity",
              REASONS),
        Plain("total", "RequestDispositionTotalQuantity"))),
    Section("other_reasons", "V.B(2). Other reasons of requests",
            "RequestDenialOtherReasonSection", "ComponentOtherDenialReason",
            _OTHER, reasons=True),
    Section("exemptions", "V.B(3). Exemptions applied to requests",
            "RequestDispositionAppliedExemptionsSection",
            "ComponentAppliedExemptions", _APPLIED),
    Section("appeals", "VI.A. Appeals received, processed and pending",
            "ProcessedAppealSection", "ProcessingStatistics", _PROCESSING),
    Section("appeal_dispositions", "VI.B. Disposition of appeals",
            "AppealDispositionSection", "AppealDisposition", _plain(
        "AppealDisposition", affirmed="AffirmedQuantity", partial="PartialQuantity",
        reversed="ReversedQuantity", other="OtherQuantity", total="TotalQuantity")),
    Section("appeal_exemptions", "VI.C(1). Exemptions applied on appeal",
            "AppealDispositionAppliedExemptionsSection",
            "ComponentAppliedExemptions", _APPLIED),
    Section("appeal_grounds", "VI.C(2). Grounds other than exemptions on appeal",
            "AppealNonExemptionDenialSection", "AppealNonExemptionDenial", (
        Coded("NonExemptionDenial", "NonExemptionDenialReasonCode", "NonExemptionDenialQuantity",
              APPEAL_REASONS),)),
    Section("appeal_other_reasons", "VI.C(3). Other reasons on appeal",
            "AppealDenialOtherReasonSection",
            "ComponentOtherDenialReason", _OTHER, reasons=True),
    Section("appeal_times", "VI.C(4). Response time for appeals",
            "AppealResponseTimeSection", "ResponseTime", _times()),
    Section("oldest_appeals", "VI.C(5). Ten oldest pending appeals",
            "OldestPendingAppealSection", "OldestPendingItems", (Oldest(),)),
    Section("response_times", "VII.A. Response time for all processed requests",
            "ProcessedResponseTimeSection", "ProcessedResponseTime",
            _TRACK_TIMES),
    Section("granted_times", "VII.B. Response time where information was granted",
            "InformationGrantedResponseTimeSection", "ProcessedResponseTime",
            _TRACK_TIMES),
    *(Section(f"{track}_increments", f"VII.C({number}). {track.title()} requests by days",
              f"{track.title()}ResponseTimeIncrementsSection", "ComponentResponseTimeIncrements",
              _INCREMENTS) for number, track in enumerate(_TRACKS, start=1)),
    Section("pending_requests", "VII.D. Pending perfected requests",
            "PendingPerfectedRequestsSection", "PendingPerfectedRequests",
            _PENDING),
    Section("oldest_requests", "VII.E. Ten oldest pending requests",
            "OldestPendingRequestSection", "OldestPendingItems", (Oldest(),)),
    Section("expedited_handling", "VIII.A. Requests for expedited handling",
            "ExpeditedProcessingSection", "ExpeditedProcessing", (
        *_ADJUDICATED,
        Plain("within_ten_days", "AdjudicationWithinTenDaysQuantity", optional=True))),
    Section("fee_waivers", "VIII.B. Requests for fee waiver",
            "FeeWaiverSection", "FeeWaiver", _ADJUDICATED),
    Section("personnel", "IX. Personnel and costs",
            "PersonnelAndCostSection", "PersonnelAndCost", _plain(
        "", full_time="FullTimeEmployeeQuantity", equivalent="EquivalentFullTimeEmployeeQuantity",
        staff="TotalFullTimeStaffQuantity", processing_cost="ProcessingCostAmount",
        litigation_cost="LitigationCostAmount", total_cost="TotalCostAmount")),
    Section("fees", "X. Fees collected",
            "FeesCollectedSection", "FeesCollected", _plain(
        "FeesCollected", collected="Amount", share_of_cost="CostPercent")),
    Section("subsection_c", "XI.A. Use of subsection (c)",
            "SubsectionUsedSection", "SubsectionUsed",
            (Plain("times_used", "TimesUsedQuantity", optional=True),)),
    Section("postings", "XI.B. Postings under subsection (a)(2)",
            "SubsectionPostSection", "Subsection", (
        Plain("by_foia_office", "PostedbyFOIAQuantity", optional=True),
        Plain("by_program_office", "PostedbyProgramQuantity", optional=True))),
    Section("backlogs", "XII.A. Backlogs",
            "BacklogSection", "Backlog", (
        Plain("requests_backlogged", "BackloggedRequestQuantity", optional=True),
        Plain("appeals_backlogged", "BackloggedAppealQuantity", optional=True))),
    Section("consultations", "XII.B. Consultations received, processed and pending",
            "ProcessedConsultationSection", "ProcessingStatistics", _PROCESSING),
    Section("oldest_consultations", "XII.C. Ten oldest pending consultations",
            "OldestPendingConsultationSection", "OldestPendingItems",
            (Oldest(),)),
    Section("requests_compared", "XII.D(1). Requests, this year and last",
            "ProcessedRequestComparisonSection", "ProcessingComparison",
            _COMPARISON),
    Section("backlog_compared", "XII.D(2). Backlog of requests, this year and last",
            "BackloggedRequestComparisonSection", "BacklogComparison",
            _BACKLOG),
    Section("appeals_compared", "XII.E(1). Appeals, this year and last",
            "ProcessedAppealComparisonSection", "ProcessingComparison",
            _COMPARISON),
    Section("appeal_backlog_compared", "XII.E(2). Backlog of appeals, this year and last",
            "BackloggedAppealComparisonSection", "BacklogComparison",
            _BACKLOG),
)
STATUTES = Section("statutes", "IV. Exemption 3 statutes", "Exemption3StatuteSection",
                   "ReliedUponStatute", ())
