"""Waivers that fitted nothing in a call: most likely a slip in what they name."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.messages import say
from compliance.model.audit import Audit, Outcome, Result
from compliance.model.profile import Profile, Waiver
from compliance.model.report import Report
from compliance.model.text import Text
from compliance.record import field, record
from compliance.score.waivers import covers, judging_day

MOST = 8
"""Waivers that are told one by one."""
_Nearness = tuple[bool, bool, float, bool]


@record
class WaiverUse:
    """Which waivers of a profile covered a failure of any report, and how the others miss."""

    profile: Profile
    used: set[int] = field(default_factory=set)
    nearest: dict[int, tuple[_Nearness, list[Text]]] = field(default_factory=dict)

    def note(self, audit: Audit) -> None:
        """Take one more report into account."""
        failed: dict[str, list[Result]] = {}
        for result in audit.results:
            if result.outcome in (Outcome.FAIL, Outcome.WAIVED):
                failed.setdefault(result.rule.id, []).append(result)
        for number, waiver in enumerate(self.profile.waivers):
            mine = failed.get(waiver.rule, [])
            if number in self.used or self._covered(waiver, mine, audit.report):
                self.used.add(number)
                continue
            near = _nearness(waiver, mine, audit.report)
            if number not in self.nearest or near > self.nearest[number][0]:
                self.nearest[number] = near, list(self._misses(waiver, mine, audit.report))

    def _covered(self, waiver: Waiver, failed: list[Result], report: Report) -> bool:
        """Whether it covers a failure, or did until it expired, which the gate tells."""
        begun = waiver.starting is None or judging_day(self.profile) >= waiver.starting
        return begun and any(covers(waiver, result, report) for result in failed)

    def _misses(self, waiver: Waiver, failed: list[Result], report: Report) -> Iterator[Text]:
        if waiver.body not in ("", report.body):
            yield say("score.unused_body", body=report.body or "—")
        if waiver.year not in (None, report.year):
            yield say("score.unused_year", year=report.year or "—")
        if not failed:
            yield say("score.unused_rule", rule=waiver.rule)
        elif not any(waiver.subject in ("", r.subject.zh, r.subject.en) for r in failed):
            yield say("score.unused_subject", subject=failed[0].subject)
        elif waiver.starting is not None and judging_day(self.profile) < waiver.starting:
            yield say("score.unused_until", day=waiver.starting)

    def unused(self) -> list[Text]:
        """A message for each waiver that fitted nothing, those that nearly fitted first."""
        left = sorted((number for number in self.nearest if number not in self.used),
                      key=lambda number: (not self.nearest[number][0][1], number))
        lines = [self._line(number) for number in left[:MOST]]
        if len(left) > MOST:
            lines.append(say("score.unused_more", count=len(left) - MOST))
        return lines

    def _line(self, number: int) -> Text:
        waiver = self.profile.waivers[number]
        named = [part for part in (waiver.body, str(waiver.year or ""), waiver.subject) if part]
        words = self.nearest[number][1]
        why = Text("，".join(word.zh for word in words), ", ".join(word.en for word in words))
        of = say("score.unused_of", zh="，".join(named), en=", ".join(named)) if named else ""
        return say("score.waiver_unused", rule=waiver.rule, of=of, why=why)


def _nearness(waiver: Waiver, failed: list[Result], report: Report) -> _Nearness:
    """How nearly a waiver fits a report: the more, the greater."""
    from difflib import SequenceMatcher

    same_body = waiver.body in ("", report.body)
    likeness = 1.0 if same_body else SequenceMatcher(
        None, waiver.body[:60], report.body[:60]).ratio()
    return same_body, bool(failed), likeness, waiver.year in (None, report.year)
