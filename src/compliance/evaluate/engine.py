"""Judge one report by the rules in force."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeGuard

from compliance.evaluate.judge import Facts, judge
from compliance.evaluate.layout import stand_ins, values_of
from compliance.evaluate.program import Instance, Program
from compliance.messages import say
from compliance.model.audit import Outcome, Result
from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.pack import Rule
from compliance.model.report import Cell, Report
from compliance.model.text import Text
from compliance.model.words import Slip
from compliance.record import field, record
from compliance.relation.fused import load_fused

if TYPE_CHECKING:
    from compliance.checks.observation import Observation

_WHOLE = {int}


@record
class Selection:
    """The part of a program that is in force for one year and kind of body."""

    rules: list[Rule]
    active: list[bool]
    """For each instance, whether its rule is in force."""
    passes: list[Result]
    """The result of each plain instance in force when it holds."""
    place: dict[int, int]
    """Instance → its place in ``passes``."""
    others: list[Instance]
    """Instances in force that are not plain."""
    coded: list[Rule]


@record
class Engine:
    """A program with its fused function, ready to judge reports of one form."""

    form: Form
    program: Program
    forms: Mapping[str, Form]
    load: Callable[[str], Callable[..., Iterator[object]]]
    """Loads a coded check by name."""
    form_of: Callable[[int, str], str]
    """Id of the form prescribed for a year and a jurisdiction."""
    deadlines: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, list[Slip]] = field(default_factory=dict)
    """Word lists by name."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """The plug-in behind a coded check: ``checks:name`` → its name."""
    _fused: Callable[[list[object]], list[int]] | None = None
    _selections: dict[object, Selection] = field(default_factory=dict)

    def evaluate(self, report: Report) -> list[Result]:
        """One result for each rule in force on each of its subjects, in a fixed order.

        The list of a report whose every relation holds is shared: see :meth:`clean`.
        """
        if report.unread is not None and not report.tables and not report.sections:
            return self._unread(report, report.unread)
        selection = self._select(report)
        broken = self._broken(report)
        if not broken and not selection.others and not selection.coded:
            return selection.passes
        results = list(selection.passes)
        facts = self._facts(report)
        for number in broken:
            if number in selection.place:
                (result,) = judge(self.program.instances[number], facts)
                results[selection.place[number]] = result
        for instance in selection.others:
            results += judge(instance, facts)
        for rule in selection.coded:
            results += self._coded(rule, report)
        return results

    def _unread(self, report: Report, why: Text) -> list[Result]:
        """Doubt about every rule: nothing of the report could be read."""
        return [Result(rule, Outcome.UNKNOWN, say("evaluate.whole"), why)
                for rule in self._select(report).rules]

    def clean(self, report: Report, results: list[Result]) -> bool:
        """Whether ``results`` are those of a report in which every relation holds."""
        return results is self._select(report).passes

    def rules(self, report: Report) -> list[Rule]:
        """The rules in force for a report."""
        return self._select(report).rules

    def _select(self, report: Report) -> Selection:
        key = (report.year, report.kind)
        selection = self._selections.get(key)
        if selection is None:
            selection = self._selections[key] = self._make_selection(report)
        return selection

    def _make_selection(self, report: Report) -> Selection:
        year, kind = report.year, report.kind

        def in_force(rule: Rule) -> bool:
            bound = not rule.kinds or kind in rule.kinds
            return bound and (year is None or year in rule.in_force)

        instances = self.program.instances
        active = [in_force(instance.rule) for instance in instances]
        fused = set(self.program.fused_of)
        place: dict[int, int] = {}
        passes: list[Result] = []
        for number, instance in enumerate(instances):
            if active[number] and number in fused:
                place[number] = len(passes)
                passes.append(Result(instance.rule, Outcome.PASS, instance.subject,
                                     Text.same(instance.rule.check)))
        others = [instance for number, instance in enumerate(instances)
                  if active[number] and number not in fused]
        coded = [rule for rule in self.program.coded if in_force(rule)]
        rules = {id(rule): rule for rule in
                 [*(i.rule for n, i in enumerate(instances) if active[n]), *coded]}
        return Selection(list(rules.values()), active, passes, place, others, coded)

    def _facts(self, report: Report) -> Facts:
        values = values_of(self.program.layout, report)
        return Facts(report, self.program.layout, values,
                     stand_ins(self.program.layout, report, values))

    def _broken(self, report: Report) -> set[int]:
        """Fused instances that fail, and those that touch a cell with no whole number.

        The latter are judged one by one, in three values.
        """
        program = self.program
        values = values_of(program.layout, report, program.used)
        stand_ins(program.layout, report, values)
        single: set[int] = set()
        if set(map(type, values)) != _WHOLE:
            for number, value in enumerate(values):
                if type(value) is not int:
                    single.update(program.touching[number])
                    values[number] = 0
        return {program.fused_of[index] for index in self._function()(values)} | single

    def _function(self) -> Callable[[list[object]], list[int]]:
        if self._fused is None:
            self._fused = load_fused(marshal.loads(self.program.fused))  # noqa: S302
        return self._fused

    def _coded(self, rule: Rule, report: Report) -> list[Result]:
        from compliance.checks.observation import Context

        prescribed = self.form_of(report.year, report.where) if report.year else ""
        context = Context(report, self.form, rule, self.forms, prescribed, self.deadlines,
                          self.words)
        results: list[Result] = []
        try:
            for seen in self.load(rule.code)(context):
                if not _is_sound(seen):
                    results.append(self._failure(rule, say("evaluate.no_observation",
                                                           what=type(seen).__name__)))
                    break
                results.append(Result(rule, seen.outcome, seen.subject, seen.explanation,
                                      list(seen.cells), seen.location))
        except (Exception, SystemExit) as error:
            from compliance.plugin.fault import words_of

            results.append(self._failure(rule, Text.same(words_of(error))))
        return results

    def _failure(self, rule: Rule, error: Text) -> Result:
        """The result of a rule whose check broke; names the plug-in of the check."""
        plugin = self.origins.get(f"checks:{rule.code}", "builtin")
        key = "evaluate.crashed" if plugin == "builtin" else "evaluate.crashed_in"
        words = say(key, rule=rule.id, error=error, plugin=plugin)
        return Result(rule, Outcome.ERROR, say("evaluate.whole"), words)


def _is_sound(seen: object) -> TypeGuard[Observation]:
    """Whether a check gave an observation that the rest of the program can go on with."""
    from compliance.checks.observation import Observation

    # Only a profile can waive: it says who answers for it.
    return (isinstance(seen, Observation) and isinstance(seen.outcome, Outcome)
            and seen.outcome is not Outcome.WAIVED
            and isinstance(seen.subject, Text) and isinstance(seen.explanation, Text)
            and all(isinstance(cell, Cell) for cell in seen.cells)
            and isinstance(seen.location, Location | None))
