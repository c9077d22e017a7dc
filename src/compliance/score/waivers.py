"""Waivers: failures that somebody answers for."""

from __future__ import annotations

from datetime import date

from compliance.messages import say
from compliance.model.audit import Outcome, Result
from compliance.model.profile import Profile, Waiver
from compliance.model.report import Report
from compliance.model.text import Text


def apply_waivers(results: list[Result], report: Report, profile: Profile) -> list[Text]:
    """Mark the failures that a waiver in force covers; returns what expired waivers leave.

    An expired waiver covers nothing, and each failure it used to cover closes
    the gate with its own message.
    """
    if not profile.waivers:
        return []
    today = judging_day(profile)
    expired: list[Text] = []
    for result in results:
        if result.outcome is not Outcome.FAIL:
            continue
        covering = [w for w in profile.waivers if covers(w, result, report)]
        valid = [w for w in covering
                 if today <= w.until and (w.starting is None or today >= w.starting)]
        if valid:
            result.outcome, result.waiver = Outcome.WAIVED, valid[0]
            continue
        for waiver in covering:
            words = say("score.waiver_expired", rule=waiver.rule, until=waiver.until,
                        approver=waiver.approver)
            if today > waiver.until and words not in expired:
                expired.append(words)
    return expired


def judging_day(profile: Profile) -> date:
    """The day on which waivers are judged: the profile's, or today."""
    return profile.as_of or date.today()


def covers(waiver: Waiver, result: Result, report: Report) -> bool:
    """Whether a waiver means a result of a report, whatever the day."""
    return (
        waiver.rule == result.rule.id
        and waiver.body in ("", report.body)
        and waiver.year in (None, report.year)
        and waiver.subject in ("", result.subject.zh, result.subject.en)
    )
