"""Checks of the dates of publication and signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.settings import setting, takes
from compliance.model.audit import Outcome
from compliance.model.text import Text

_PUBLISHED = Text("发布日期", "date of publication")
_SIGNED = Text("落款日期", "date of signature")
# A page dated later than this carries the date of a new site, not of publication.
_MIGRATED = timedelta(days=430)


@takes(
    deadlines=setting("days", "机关类别 → 次年的期限，月-日",
                      "by kind of body: the last day, MM-DD of the next year",
                      required=True, unless="local"),
    local=setting("truth", "为 true 的，按审核方案的期限", "true: by the deadlines of the profile"),
)
def published_in_time(context: Context) -> Iterator[Observation]:
    """The report was published by the deadline."""
    report = context.report
    settings = context.rule.settings
    deadlines = dict(context.deadlines if settings.get("local") else settings["deadlines"])
    if report.year is None or not deadlines:
        return
    if report.kind is not None and report.kind not in deadlines:
        return
    place = report.places.get("published")
    if report.published is None:
        yield observe(Outcome.UNKNOWN, _PUBLISHED, "published_unknown")
        return
    kinds = [report.kind] if report.kind else list(deadlines)
    due = sorted(_day(report.year + 1, deadlines[kind]) for kind in kinds)
    values: dict[str, Any] = {"published": report.published.isoformat(), "due": due[-1].isoformat()}
    every_kind = report.kind is not None or set(deadlines) >= {
        "government", "department", "township"
    }
    if report.published <= due[0]:
        outcome, message = Outcome.PASS, "published_timely"
    elif report.published - date(report.year, 12, 31) > _MIGRATED:
        outcome, message = Outcome.UNKNOWN, "published_migrated"
    elif every_kind and report.published > due[-1]:
        outcome, message = Outcome.FAIL, "published_late"
    else:
        outcome, message = Outcome.UNKNOWN, "kind_unknown"
    yield observe(outcome, _PUBLISHED, message, location=place, **values)


def _day(year: int, month_day: str) -> date:
    month, _, day = month_day.partition("-")
    return date(year, int(month), int(day))


def signed_after_period(context: Context) -> Iterator[Observation]:
    """The report was signed after the year that it reports on."""
    yield from _after_period(context, context.report.signed, _SIGNED, "signed")


def published_after_period(context: Context) -> Iterator[Observation]:
    """The report was published after the year that it reports on."""
    yield from _after_period(context, context.report.published, _PUBLISHED, "published")


def _after_period(
    context: Context, day: date | None, subject: Text, place: str
) -> Iterator[Observation]:
    report = context.report
    if report.year is None:
        return
    if day is None:
        yield observe(Outcome.UNKNOWN, subject, "day_unknown", what=subject)
        return
    right = day > date(report.year, 12, 31)
    yield observe(
        Outcome.PASS if right else Outcome.FAIL, subject,
        "after_period" if right else "within_period",
        location=report.places.get(place), what=subject, day=day.isoformat(), year=report.year,
    )


def signed_not_after_published(context: Context) -> Iterator[Observation]:
    """The report was signed before it was published."""
    report = context.report
    if report.signed is None or report.published is None:
        yield observe(Outcome.UNKNOWN, _SIGNED, "day_unknown", what=_SIGNED)
        return
    right = report.signed <= report.published
    yield observe(
        Outcome.PASS if right else Outcome.FAIL, _SIGNED,
        "signed_before" if right else "signed_later", location=report.places.get("signed"),
        signed=report.signed.isoformat(), published=report.published.isoformat(),
    )
