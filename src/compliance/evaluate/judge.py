"""Judge one formula on one report: three values, intervals, and the words for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from compliance.evaluate.breakdown import of_breakdown, of_part
from compliance.evaluate.figures import exact, missing
from compliance.evaluate.growth import of_growth
from compliance.evaluate.layout import TOTAL, Layout
from compliance.evaluate.program import Absent, Instance
from compliance.evaluate.spoken import lists_meant, spoken_together
from compliance.messages import say
from compliance.model.audit import Outcome, Result
from compliance.model.location import Location
from compliance.model.report import Cell, CellState, Report, Statement
from compliance.model.text import Language, Text
from compliance.record import field, record, replace
from compliance.relation.exact import evaluate
from compliance.relation.interval import evaluate_interval
from compliance.relation.quantity import Quantity
from compliance.relation.truth import Truth

Values = Mapping[object, Quantity]


@record
class Facts:
    """What a report says, as quantities."""

    report: Report
    layout: Layout
    values: list[object]
    really: Mapping[int, object] = field(default_factory=dict)
    """Cells that stand in for others (a group printed as one row)."""

    def quantity(self, key: object, instance: Instance) -> Quantity:
        """The quantity of a cell, or of a sum over a row."""
        if isinstance(key, tuple):
            return self._row_sum(key)
        if isinstance(key, Absent):
            return missing(key.label)
        assert isinstance(key, int)
        value, label = self.values[key], self.label(key, instance)
        if not isinstance(value, (int, Decimal)):
            return missing(label)
        return exact(value, label)

    def label(self, number: int, instance: Instance) -> str:
        """What a cell is called where its row or its column is already the subject."""
        place, each = self.layout.places[number], instance.rule.for_each
        if each is not None and each.column:
            return place.row
        if each is None or not each.row:
            return self.layout.label(number)
        if place.table != each.row and place.table in self.layout.own:
            return f"{place.table}·{place.column}"
        return place.column if place.row == instance.row or place.table not in self.layout.own \
            else place.row

    def applying(self, instance: Instance) -> Instance | None:
        """A rule on one subject without the figures that do not apply.

        ``None`` where nothing of its formula, or of its premise, is left.
        """
        if not instance.narrows:
            return instance
        from compliance.relation import narrowed

        check = narrowed(instance.check, self._applies)
        when = narrowed(instance.when, self._applies) if instance.when is not None else None
        if check is None or (when is None) != (instance.when is None):
            return None
        return replace(instance, check=check, when=when)

    def _applies(self, key: object) -> bool:
        return not isinstance(key, Absent) and (
            not isinstance(key, int) or self.values[key] is not CellState.NOT_APPLICABLE
            or not self.layout.places[key].optional)

    def _row_sum(self, key: tuple[object, ...]) -> Quantity:
        """The sum over the rows behind ``行合计(…)``; unknown where any row is."""
        rows: dict[str, list[object]] = {}
        for number in key[2:]:
            assert isinstance(number, int)
            rows.setdefault(self.layout.places[number].key, []).append(self.values[number])
        sums = [self._row_total(row, values) for row, values in rows.items()]
        known = [total for total in sums if total is not None]
        label = str(key[1])
        if len(known) < len(sums) and not (known and self._blank(rows, sums)):
            return missing(label)
        return exact(sum(known, start=0), label)

    def _row_total(self, row: str, values: list[object]) -> int | Decimal | None:
        """The sum of a row: of its figures, or as printed where some are blank."""
        known = [value for value in values if isinstance(value, (int, Decimal))]
        if len(known) == len(values):
            return sum(known, start=0)
        printed = self.values[self.layout.at[row][TOTAL]] if TOTAL in self.layout.at[row] else None
        if isinstance(printed, (int, Decimal)):
            return printed
        blank = [value for value in values if value is None]
        # A row with figures whose blanks and total are left out: a blank is nothing.
        return sum(known, start=0) if known and len(known) + len(blank) == len(values) else None

    def _blank(self, rows: Mapping[str, list[object]], sums: list[int | Decimal | None]) -> bool:
        """Whether the rows without a sum are blank throughout."""
        return all(value is None for (_, values), total in zip(rows.items(), sums, strict=True)
                   if total is None for value in values)

    def leaves_out(self, instance: Instance) -> bool:
        """Whether the rule speaks of an optional table that the report does not have."""
        tables = {self.layout.places[number].table for number in instance.cells}
        return bool(tables & (self.layout.optional - self.report.tables.keys()))

    def cell(self, number: int) -> Cell | None:
        """The full cell behind a number."""
        really = self.really.get(number)
        if isinstance(really, Cell):
            return really
        place = self.layout.places[number]
        return self.report.cell(place.table, place.row, place.index, place.column)


def judge(instance: Instance, facts: Facts) -> Iterator[Result]:
    """The results of one instance: one, or one for each thing the text says."""
    each = instance.rule.for_each
    if each is not None and each.text == "growth":
        for growth in facts.report.growths:
            figures = of_growth(growth)
            result = _result(instance, facts, figures, Text.same(growth.name), growth.location)
            if (result.outcome is Outcome.UNKNOWN
                    and any(figure.value is None for figure in figures.values())):
                result.outcome = Outcome.NOT_APPLICABLE
                result.explanation = say("evaluate.no_year_before")
            yield result
        return
    if each is not None and each.text:
        for place in lists_meant(each, facts.report.breakdowns):
            breakdown = facts.report.breakdowns[place]
            if each.text == "breakdown":
                counts = of_breakdown(breakdown)
                result = _result(instance, facts, counts, Text.same(breakdown.name),
                                 breakdown.location)
                if (result.outcome is Outcome.UNKNOWN
                        and any(count.value is None for count in counts.values())):
                    # A list of counts without shares, or of shares without counts.
                    result.outcome, result.explanation = (
                        Outcome.NOT_APPLICABLE, say("evaluate.not_stated"))
                yield result
            else:
                for part in breakdown.parts:
                    if part.share is not None and part.count is not None:
                        yield _result(instance, facts, of_part(breakdown, part),
                                      Text.same(part.name), part.location or breakdown.location)
        return
    if not instance.statements:
        yield _result(instance, facts, {}, instance.subject, None)
        return
    yield from _on_statements(instance, facts)


def _on_statements(instance: Instance, facts: Facts) -> Iterator[Result]:
    """Once for each time the text makes the statement that the rule is about."""
    statements, stated = facts.report.statements, False
    for together in spoken_together(instance.statements, statements):
        stated = True
        name, place = next(iter(together.items()))
        said: Values = {name: _said(statements[at]) for name, at in together.items()}
        yield _result(instance, facts, said, Text.same(statements[place].text or name),
                      statements[place].location)
    if not stated:
        yield Result(instance.rule, Outcome.NOT_APPLICABLE, instance.subject,
                     say("evaluate.not_stated"))


def _said(statement: Statement) -> Quantity:
    return exact(statement.value, statement.indicator)


def _result(
    instance: Instance, facts: Facts, named: Values, subject: Text, location: Location | None
) -> Result:
    def quantity(key: object) -> Quantity:
        return named[key] if key in named else facts.quantity(key, instance)

    rule = instance.rule
    applying = facts.applying(instance)
    if applying is None:
        return Result(rule, Outcome.NOT_APPLICABLE, subject, say("evaluate.not_given"))
    instance = applying
    decide: Callable[..., Truth] = evaluate_interval if rule.rounded else evaluate
    if instance.when is not None:
        if facts.leaves_out(instance):
            return Result(rule, Outcome.NOT_APPLICABLE, subject, say("evaluate.no_table"))
        applies = evaluate(instance.when, quantity)
        if applies is not Truth.TRUE:
            unknown = applies is Truth.UNKNOWN
            return Result(rule, Outcome.UNKNOWN if unknown else Outcome.NOT_APPLICABLE, subject,
                          say("evaluate.unknown_when" if unknown else "evaluate.not_applicable"))
    truth = decide(instance.check, quantity)
    if truth is Truth.TRUE:
        return Result(rule, Outcome.PASS, subject, Text.same(rule.check))
    cells = [cell for number in instance.cells if (cell := facts.cell(number)) is not None]
    if truth is Truth.UNKNOWN:
        if facts.leaves_out(instance):
            return Result(rule, Outcome.NOT_APPLICABLE, subject, say("evaluate.no_table"))
        return Result(rule, Outcome.UNKNOWN, subject, _why_unknown(instance, facts), cells,
                      location)
    place = location or next((cell.location for cell in cells if cell.location), None)
    return Result(rule, Outcome.FAIL, subject, _why_failed(instance, quantity), cells, place)


def _why_failed(instance: Instance, quantity: Callable[[object], Quantity]) -> Text:
    """The formula with its numbers; alternatives that read alike are said once."""
    from compliance.relation.explanation import explain

    def said(language: Language) -> str:
        words = explain(instance.check, quantity, language)
        return "；".join(dict.fromkeys(words.split("；")))

    return Text(said("zh"), said("en"))


def _why_unknown(instance: Instance, facts: Facts) -> Text:
    """Which cells have no number."""
    lacking = [facts.label(number, instance) for number in instance.cells
               if not isinstance(facts.values[number], (int, Decimal))]
    if not lacking:
        return say("evaluate.cannot_tell")
    more = f" … ({len(lacking)})" if len(lacking) > 3 else ""
    return say("evaluate.no_numbers_in", cells="、".join(lacking[:3]) + more)
