"""What should stand in a located figure, ranked by how a typist errs."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from compliance.locate.causes import Cause, Values, Way
from compliance.locate.figures import Figures
from compliance.locate.keys import CellKey, CountKey, ShareKey, StatementKey
from compliance.locate.neighbours import joint_slip, neighbour_slip
from compliance.locate.shares import counts_for, decimals_of, share_of, wholes_for
from compliance.locate.slips import RANKS, Slip, only_likeliest, slip_between, slips_within
from compliance.locate.ties import Tie, Ties
from compliance.locate.unknowns import decimal, satisfied
from compliance.messages import say
from compliance.model.audit import Candidate, Change, Outcome
from compliance.model.text import Text
from compliance.record import record
from compliance.relation.nodes import Exact

# A slip by which many other numbers might be meant does not tell which one was.
_TELLING = RANKS["replaced"]
_UNPROVEN = RANKS[""]
# A share is worked out by hand: that it is wrong needs no slip of the hand.
_MISCALCULATED = RANKS["neighbour"]


@record
class Ranked:
    """A candidate with what it is ranked by, the least first."""

    rank: tuple[int, ...]
    candidate: Candidate
    values: dict[int, Exact]
    """The values that were settled on."""


class Corrections:
    """Turns causes into candidates."""

    def __init__(self, figures: Figures, ties: Ties, causes: list[Cause]) -> None:
        self.figures, self.ties = figures, ties
        self.printed: list[Exact] = [unknown.value or 0 for unknown in ties.unknowns]
        self.sure: dict[int, Exact] = {}
        """Figures that are wrong beyond doubt, and what they should be."""
        for cause in causes:
            if len(cause.ways) == 1 and len(cause.ways[0].readings) == 1 and cause.complete:
                for place, (low, high) in cause.ways[0].readings[0].items():
                    if low is not None and low == high:
                        self.sure[place] = low
        self.plausible = [tie for tie in ties.ties if tie.role == "plausible"]

    def of(self, cause: Cause) -> list[Ranked]:
        """The candidates of a cause, the likeliest first."""
        found: list[Ranked] = []
        for way in cause.ways:
            for reading in way.readings:
                ranked = self._candidate(cause, way, reading)
                if all(ranked.candidate.changes != other.candidate.changes for other in found):
                    found.append(ranked)
        if len(cause.ways) == 1 and len(cause.ways[0].places) == 1:
            (place,) = cause.ways[0].places
            key = self.ties.keys[place]
            if isinstance(key, ShareKey):
                found += self._counts_instead(cause, key)
        return sorted(found, key=lambda ranked: ranked.rank)

    def _counts_instead(self, cause: Cause, key: ShareKey) -> list[Ranked]:
        """Counts of which a plain slip would explain what else a wrong share explains."""
        share = self.figures.report.breakdowns[key.breakdown].parts[key.part].share
        assert share is not None
        count, whole = (self._place(CountKey(key.breakdown, key.part)),
                        self._place(CountKey(key.breakdown)))
        found: list[Ranked] = []
        for other, (low, high) in (
            (count, counts_for(share, self.printed[whole])),
            (whole, wholes_for(share, self.printed[count])),
        ):
            for slip in slips_within(self.printed[other], low, high):
                if slip.rank <= RANKS["doubled"] and self._fits_elsewhere(other, slip.meant):
                    way = Way(frozenset({other}), [{other: (slip.meant, slip.meant)}])
                    found.append(self._candidate(cause, way, way.readings[0]))
        return found

    def _fits_elsewhere(self, place: int, value: Exact) -> bool:
        """Whether every relation with a figure holds, or is plausible, at another value."""
        after = list(self.printed)
        after[place] = value
        return all(satisfied(tie.ways, after) for tie in self.ties.ties if place in tie.places)

    def _candidate(self, cause: Cause, way: Way, reading: Values) -> Ranked:
        places = [place for place in sorted(way.places)
                  if isinstance(self.ties.keys[place], CellKey | StatementKey | CountKey)]
        shares = [place for place in sorted(way.places)
                  if isinstance(self.ties.keys[place], ShareKey)]
        slips = {place: self._slip(place, reading, len(places) == 1) for place in places}
        values = {place: slip.meant for place, slip in slips.items() if slip is not None}
        joint = joint_slip(self.ties, self.printed, values) if len(places) > 1 else ""
        if joint:
            slips = {place: Slip(joint, values[place]) if place in values else None
                     for place in places}
        changes = [self._change(place, reading, slips[place]) for place in places]
        changes += [self._share(place, values) for place in shares]
        if len(places) == 1 and not changes[0].why.zh:
            changes[0].why = self._why(cause, places)
        mended, broken = self._plausible(values)
        mends = [tie for tie in cause.failing if self._holds(tie, values, way)]
        candidate = Candidate(changes, [tie.result for tie in (*mends, *mended)],
                              [_names(tie) for tie in broken])
        ranks = [_UNPROVEN if slip is None else slip.rank for slip in slips.values()]
        rank = RANKS[joint] if joint else sum(ranks)
        if not places:
            rank = _MISCALCULATED
        open_end = sum(slip is None for slip in slips.values())
        return Ranked((len(broken) - len(mended), rank, open_end, *sorted(way.places)),
                      candidate, values)

    def _slip(self, place: int, reading: Values, alone: bool) -> Slip | None:
        """The slip by which the figure came to be printed; None where nothing tells its value."""
        unknown, printed, (low, high) = (
            self.ties.unknowns[place], self.printed[place], reading[place])
        money, signed = not unknown.whole, unknown.low is None
        if low is not None and low == high:
            slip = slip_between(printed, low, money=money, signed=signed)
            if slip.rank >= RANKS["neighbour"] and alone:
                beside = neighbour_slip(self.ties, self.printed, place)
                return Slip("neighbour", low) if beside else slip
            return slip
        if not alone:
            return None
        likeliest = only_likeliest(
            slips_within(printed, low, high, money=money, signed=signed))
        return likeliest if likeliest is not None and likeliest.rank < _TELLING else None

    def _change(self, place: int, reading: Values, slip: Slip | None) -> Change:
        change = self.figures.change(self.ties.keys[place])
        if self._is_claim(place):
            change.why = say("locate.claim")
            return change
        low, high = reading[place]
        change.low, change.high = _decimal(low), _decimal(high)
        if slip is not None:
            change.value, change.slip, change.why = _decimal(slip.meant), slip.kind, slip.words()
        return change

    def _share(self, place: int, values: dict[int, Exact]) -> Change:
        """What a printed share should be, by the count and the whole that stand with it."""
        key = self.ties.keys[place]
        assert isinstance(key, ShareKey)
        change = self.figures.change(key)
        counts = [self._place(CountKey(key.breakdown, key.part)),
                  self._place(CountKey(key.breakdown))]
        printed = [self.printed[at] for at in counts]
        meant = [values.get(at, self.sure.get(at, self.printed[at])) for at in counts]
        assert change.printed is not None
        decimals = decimals_of(change.printed)
        before, after = (
            share_of(Fraction(count), Fraction(whole), decimals) if whole else change.printed
            for count, whole in (printed, meant))
        change.value = change.low = change.high = after
        change.why = say("locate.share", count=printed[0], whole=printed[1], share=before)
        if meant != printed:
            words = "locate.share_then" if before != change.printed else "locate.share_now"
            change.why = say(words, count=printed[0], whole=printed[1], share=before,
                             then=f"{meant[0]}/{meant[1]}", after=after)
        return change

    def _is_claim(self, place: int) -> bool:
        """Whether a sentence claims something without a number: 均获维持."""
        key = self.ties.keys[place]
        if not isinstance(key, StatementKey):
            return False
        statement = self.figures.report.statements[key.index]
        return bool(statement.text) and not statement.unit and not re.search(
            rf"(?<![0-9]){statement.value}(?![0-9])", statement.text.replace(",", ""))

    def _place(self, key: CountKey) -> int:
        return self.ties.places[self.ties.same.get(key, key)]

    def _why(self, cause: Cause, places: list[int]) -> Text:
        """Why a number of the text is wrong and not the table that it speaks of."""
        keys = [self.ties.keys[place] for place in places]
        tables = any(isinstance(self.ties.keys[place], CellKey)
                     for tie in cause.failing for place in tie.places)
        if len(cause.ways) == 1 and tables and all(isinstance(k, StatementKey) for k in keys):
            return say("locate.table_fits")
        return Text("", "")

    def _holds(self, tie: Tie, values: dict[int, Exact], way: Way) -> bool:
        """Whether a failed relation holds by these figures alone, the others as printed."""
        if tie.places & way.places - values.keys():
            return True
        after = list(self.printed)
        for place, value in values.items():
            after[place] = value
        return satisfied(tie.ways, after)

    def _plausible(self, values: dict[int, Exact]) -> tuple[list[Tie], list[Tie]]:
        """What only deserves a look: relations that would hold, and that would not hold."""
        mended: list[Tie] = []
        broken: list[Tie] = []
        after = list(self.printed)
        for place, value in {**self.sure, **values}.items():
            after[place] = value
        for tie in self.plausible:
            if tie.places & values.keys():
                holds = satisfied(tie.ways, after)
                if tie.result.outcome is Outcome.FAIL and holds:
                    mended.append(tie)
                elif tie.result.outcome is Outcome.PASS and not holds:
                    broken.append(tie)
        return mended, broken


def _names(tie: Tie) -> Text:
    return say("locate.rule", title=tie.rule.title, rule=tie.rule.id)


def _decimal(value: Exact | None) -> Decimal | None:
    return None if value is None else decimal(value)
