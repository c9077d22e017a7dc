"""The gate: whether a report is let through."""

from __future__ import annotations

from compliance.messages import say
from compliance.model.audit import Coverage, GateVerdict, Outcome, Result, Score
from compliance.model.profile import Gate
from compliance.model.text import Text

_GRAVITY = {"error": 3, "warning": 2, "info": 1, "never": 4}


def enough(coverage: Coverage, gate: Gate) -> bool:
    """Whether so much was filled in and assessed that a score means something."""
    return _rules_enough(coverage, gate) and _cells_enough(coverage, gate)


def _rules_enough(coverage: Coverage, gate: Gate) -> bool:
    return coverage.rules_assessed > 0 and (
        coverage.rules_assessed >= gate.min_coverage * coverage.rules_in_force
    )


def _cells_enough(coverage: Coverage, gate: Gate) -> bool:
    return coverage.cells_filled >= gate.min_cells * coverage.cells_expected


def judge_gate(results: list[Result], score: Score, coverage: Coverage, gate: Gate,
               expired: list[Text], broken: list[Text]) -> GateVerdict:
    """The verdict, with every reason why the gate is closed.

    ``expired`` are messages of expired waivers, ``broken`` those of plug-ins
    that did not load.
    """
    reasons: list[Text] = [*broken]
    for rule in dict.fromkeys(r.rule.id for r in results if r.outcome is Outcome.ERROR):
        reasons.append(say("score.rule_broken", rule=rule))
    if gate.fail_on != "never":
        least = _GRAVITY[gate.fail_on]
        counts: dict[str, set[str]] = {"error": set(), "warning": set(), "info": set()}
        for result in results:
            fails = result.outcome is Outcome.FAIL and not result.known
            if fails and _GRAVITY[result.rule.severity] >= least:
                counts[result.rule.severity].add(result.rule.id)
        for severity, rules in counts.items():
            if rules:
                reasons.append(say(f"score.failed_{severity}", count=len(rules)))
        if not _rules_enough(coverage, gate):
            reasons.append(say("score.too_little", assessed=coverage.rules_assessed,
                               rules=coverage.rules_in_force))
        if not _cells_enough(coverage, gate):
            reasons.append(say("score.too_empty", filled=coverage.cells_filled,
                               cells=coverage.cells_expected))
    reasons += expired
    if gate.min_score is not None and (score.total is None or score.total < gate.min_score):
        shown = "—" if score.total is None else str(score.total)
        reasons.append(say("score.below", total=shown, least=str(gate.min_score)))
    return GateVerdict(not reasons, reasons, judged=gate.fail_on != "never")
