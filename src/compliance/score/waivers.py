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
    today = profile.on or date.today()
    expired: list[Text] = []
    for result in results:
        if result.outcome is not Outcome.FAIL:
            continue
        for waiver in profile.waivers:
            if not _covers(waiver, result, report):
                continue
            if today > waiver.until:
                words = say("score.waiver_expired", rule=waiver.rule, until=waiver.until,
                            approver=waiver.approver)
                if words not in expired:
                    expired.append(words)
            elif waiver.starting is None or today >= waiver.starting:
                result.outcome, result.waiver = Outcome.WAIVED, waiver
                break
    return expired


def _covers(waiver: Waiver, result: Result, report: Report) -> bool:
    return (
        waiver.rule == result.rule.id
        and waiver.body in ("", report.body)
        and waiver.year in (None, report.year)
        and waiver.subject in ("", result.subject.zh, result.subject.en)
    )
