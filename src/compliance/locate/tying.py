"""Tie the relations in force to the figures of one report."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from compliance.evaluate.engine import Engine
from compliance.evaluate.judge import Facts
from compliance.evaluate.layout import TOTAL, Place, stand_ins, values_of
from compliance.evaluate.program import Instance
from compliance.evaluate.spoken import lists_meant, spoken_together
from compliance.locate.keys import (
    CellKey,
    CountKey,
    FigureKey,
    ShareKey,
    StatementKey,
    UnexplainedKey,
    same_figures,
)
from compliance.locate.kinds import kinds_of
from compliance.locate.shares import share_condition
from compliance.locate.ties import BLANK, FIGURE, SHARE, UNEXPLAINED, Role, Tie, Ties
from compliance.locate.unknowns import LinearRow, Rows, Unknown, exact, satisfied
from compliance.locate.ways import At, Figures, ways_of
from compliance.model.audit import Outcome, Result
from compliance.model.pack import ForEach, Rule
from compliance.model.report import CellState, Report
from compliance.relation.nodes import (
    Condition,
    Exact,
    Extreme,
    Implies,
    Key,
    Number,
    Operand,
    Sum,
    Term,
)

_JUDGED = (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN)


def ties_of(report: Report, engine: Engine, results: list[Result]) -> Ties:
    """The relations in force that are linear, with what each of them gave."""
    return _Builder(report, engine, results).build()


class _Builder:
    def __init__(self, report: Report, engine: Engine, results: list[Result]) -> None:
        self.report, self.engine = report, engine
        layout = engine.program.layout
        values = values_of(layout, report)
        self.facts = Facts(report, layout, values, stand_ins(layout, report, values))
        self.made = Ties(self.facts)
        self.same = self.made.same = same_figures(report)
        self.cells: dict[int, int] = {}
        self.printed: list[Exact] = []
        self.kinds = kinds_of(engine.form)
        self.of: dict[tuple[int, str], list[Result]] = {}
        for result in results:
            self.of.setdefault((id(result.rule), result.subject.zh), []).append(result)
        first: dict[int, int] = {}
        self.nothing = {number for number, cell in self.facts.really.items()
                        if first.setdefault(id(cell), number) != number}

    def build(self) -> Ties:
        in_force = {id(rule) for rule in self.engine.rules(self.report)
                    if rule.severity != "info"}
        for instance in self.engine.program.instances:
            if id(instance.rule) in in_force:
                self._add(instance)
        return self.made

    def _tie(self, rule: Rule, subject: str, condition: Condition | None, figures: Figures
             ) -> None:
        waiting = self.of.get((id(rule), subject))
        result = waiting.pop(0) if waiting else None
        if condition is None or result is None or result.outcome not in _JUDGED:
            return
        ways = ways_of(condition, figures, self._is_whole)
        places = frozenset(place for rows in ways or () for row in rows
                           for place in row.coefficients)
        if ways is None or not places:
            return
        tie = Tie(rule, result, ways, _role(rule, ways), None, places)
        if self._agrees(tie):
            if tie.role == "expected":
                self._excuse(tie)
            self.made.ties.append(tie)

    def _agrees(self, tie: Tie) -> bool:
        """Whether the rows say of the printed figures what the rule said of them."""
        outcome = tie.result.outcome
        if any(self.made.unknowns[place].value is None or place in self.made.blank
               for place in tie.places):
            return outcome is not Outcome.FAIL
        holds = satisfied(tie.ways, self.printed)
        return outcome is (Outcome.PASS if holds else Outcome.FAIL)

    def _excuse(self, tie: Tie) -> None:
        """Let an expected relation be left as it is, at a price."""
        key = UnexplainedKey(len(self.made.ties))
        tie.unexplained = place = self._place(key, Unknown(0, UNEXPLAINED, None, whole=False))
        rows = tie.ways[0]
        if len(tie.ways) == 1 and len(rows) == 1 and rows[0].op == "=":
            tie.ways = [[LinearRow({**rows[0].coefficients, place: 1}, "=", rows[0].constant)]]
        else:
            tie.ways = [*tie.ways, [LinearRow({place: 1}, "=", 1)]]

    def _is_whole(self, place: int) -> bool:
        return self.made.unknowns[place].whole

    def _add(self, instance: Instance) -> None:
        """Tie the relation of a rule to each of its subjects."""
        each = instance.rule.for_each
        if each is not None and each.text in ("breakdown", "part"):
            self._add_on_text(instance, each)
        elif each is not None and each.text:
            return
        elif instance.statements:
            self._add_on_statements(instance)
        else:
            applying = self.facts.applying(instance)
            self._tie(instance.rule, instance.subject.zh,
                      _whole_condition(applying) if applying is not None else None,
                      self._figures({}))

    def _add_on_statements(self, instance: Instance) -> None:
        for together in spoken_together(instance.statements, self.report.statements):
            main, index = next(iter(together.items()))
            said: dict[Key, Term | int] = {
                name: self._statement(place) for name, place in together.items()}
            self._tie(instance.rule, self.report.statements[index].text or main,
                      _whole_condition(instance), self._figures(said))

    def _add_on_text(self, instance: Instance, each: ForEach) -> None:
        rule = instance.rule
        for number in lists_meant(each, self.report.breakdowns):
            breakdown = self.report.breakdowns[number]
            if each.text == "breakdown":
                # Sums of shares follow from the shares, which stand by themselves.
                condition = None if rule.rounded else _whole_condition(instance)
                self._tie(rule, breakdown.name, condition,
                          self._figures(self._breakdown_figures(number)))
                continue
            for place, part in enumerate(breakdown.parts):
                if part.share is not None and part.count is not None:
                    self._tie(rule, part.name, self._share(rule, number, place),
                              self._figures({}))

    def _share(self, rule: Rule, number: int, place: int) -> Condition | None:
        """A printed share fits its count and the whole, rounded or cut off, or is wrong."""
        breakdown = self.report.breakdowns[number]
        share = breakdown.parts[place].share
        if not rule.rounded or share is None or not breakdown.whole:
            return None
        wrong = self._place(ShareKey(number, place), Unknown(0, SHARE))
        return share_condition(share, _at(self._count(CountKey(number, place))),
                               _at(self._count(CountKey(number))), _at(wrong))

    def _breakdown_figures(self, number: int) -> dict[Key, Term | int]:
        breakdown = self.report.breakdowns[number]
        named: dict[Key, Term | int] = {
            "完整": _number(int(breakdown.complete)), "互斥": _number(int(breakdown.exclusive))}
        if breakdown.whole is not None:
            named["整体"] = self._count(CountKey(number))
        if breakdown.parts and all(part.count is not None for part in breakdown.parts):
            counts = tuple(_at(self._count(CountKey(number, place)))
                           for place in range(len(breakdown.parts)))
            named["分项合计"], named["最大分项"] = Sum(counts), Extreme(True, counts)
        return named

    def _figures(self, named: dict[Key, Term | int]) -> Figures:
        cells, missing = self.cells, self._cell

        def figures(key: Key) -> int | Term | None:
            if isinstance(key, int):
                found = cells.get(key)
                return missing(key) if found is None else found
            return self._row_sum(key) if isinstance(key, tuple) else named.get(key)

        return figures

    def _cell(self, number: int) -> int | Term:
        if number in self.nothing:
            return _number(0)
        value, place = self.facts.values[number], self.facts.layout.places[number]
        at = (place.table, place.row, place.column)
        unknown = Unknown(None, 0, None if at in self.kinds.signed else 0, at in self.kinds.whole)
        if isinstance(value, (int, Decimal)):
            unknown.value, unknown.weight = _exact(value), FIGURE
        elif self._is_nothing(number, place):
            unknown.value, unknown.weight = 0, BLANK
        found = self.cells[number] = self._place(CellKey(number), unknown)
        if unknown.weight == BLANK:
            self.made.blank.add(found)
        return found

    def _is_nothing(self, number: int, place: Place) -> bool:
        """Whether a blank cell may well stand for 0: no total, and surely blank."""
        if place.column == TOTAL or (place.table, place.row) in self.kinds.totals:
            return False
        cell = self.facts.cell(number)
        return cell is not None and cell.state is CellState.BLANK and not cell.doubt

    def _row_sum(self, key: tuple[object, ...]) -> Term | None:
        """The sum behind ``行合计``, of the figures that it was taken from."""
        rows: dict[str, list[int]] = {}
        for number in key[2:]:
            assert isinstance(number, int)
            rows.setdefault(self.facts.layout.places[number].key, []).append(number)
        terms: list[Term] = []
        for row, numbers in rows.items():
            known = [n for n in numbers if isinstance(self.facts.values[n], (int, Decimal))]
            total = self.facts.layout.at[row].get(TOTAL)
            if len(known) == len(numbers):
                terms += [self._operand(n) for n in numbers]
            elif total is not None and isinstance(self.facts.values[total], (int, Decimal)):
                terms.append(self._operand(total))
            elif any(self.facts.values[n] is not None for n in set(numbers) - set(known)):
                return None
            else:
                terms += [self._operand(n) for n in known]
        return Sum(tuple(terms)) if terms else None

    def _operand(self, number: int) -> Term:
        found = self.cells.get(number)
        behind = self._cell(number) if found is None else found
        return _at(behind) if isinstance(behind, int) else behind

    def _statement(self, index: int) -> int:
        statement = self.report.statements[index]
        whole = statement.value == int(statement.value)
        return self._place(StatementKey(index),
                           Unknown(_exact(statement.value), FIGURE, 0, whole))

    def _count(self, key: CountKey) -> int:
        breakdown = self.report.breakdowns[key.breakdown]
        value = breakdown.whole if key.part is None else breakdown.parts[key.part].count
        same = self.same.get(key, key)
        if isinstance(same, StatementKey):
            return self._statement(same.index)
        assert value is not None
        return self._place(same, Unknown(_exact(value), FIGURE, 0, value == int(value)))

    def _place(self, key: FigureKey, unknown: Unknown) -> int:
        place = self.made.places.get(key)
        if place is None:
            place = self.made.places[key] = len(self.made.unknowns)
            self.made.unknowns.append(unknown)
            self.made.keys.append(key)
            self.printed.append(unknown.value or 0)
        return place


def _whole_condition(instance: Instance) -> Condition:
    """The formula, where its premise holds."""
    check = instance.check.condition
    return check if instance.when is None else Implies(instance.when.condition, check)


def _at(place: int) -> Operand:
    return Operand(At(place))


def _role(rule: Rule, ways: list[Rows]) -> Role:
    if rule.severity == "error":
        return "required"
    equal = any(row.op == "=" for rows in ways for row in rows)
    return "expected" if equal else "plausible"


def _exact(value: int | Decimal) -> Exact:
    return value if isinstance(value, int) else exact(Fraction(value))


def _number(value: int) -> Number:
    return Number(value, str(value))
