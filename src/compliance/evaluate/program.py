"""A program: the formulas of the rules in force, bound to the cells of one form."""

from __future__ import annotations

import marshal
import re
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.evaluate.layout import TOTAL, Layout, lay_out
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.pack import Rule
from compliance.model.text import Text
from compliance.pattern import lazy_pattern
from compliance.record import field, frozen_record, record
from compliance.relation.nodes import Bound, Relation

if TYPE_CHECKING:
    from compliance.relation import FormulaError

# Row sums over the applicants' columns: 行合计(予以公开, 部分公开).
_ROW_SUMS = lazy_pattern(r"行合计\s*[(（]([^()（）]*)[)）]")
_ROW_SUM = "行合计_"
TEXT_NAMES = {
    "breakdown": ("整体", "分项合计", "份额合计", "最大分项", "最小分项", "完整", "互斥"),
    "part": ("份额", "份额截尾", "数量", "整体"),
    "growth": ("本年数", "上年数", "增减数", "增幅", "增幅截尾"),
}
# The same names for rules that are written in English.
_ENGLISH = {
    "whole": "整体", "sum_of_parts": "分项合计", "sum_of_shares": "份额合计",
    "largest_part": "最大分项", "smallest_part": "最小分项", "complete": "完整",
    "exclusive": "互斥", "share": "份额", "count": "数量",
}
Key = Hashable


class UnknownName(Problem):
    """A formula names what the form does not have."""


@frozen_record
class Absent:
    """A cell of a row that the report does not bring to a table: it does not apply."""

    label: str


@record
class Instance:
    """One rule's formula on one subject."""

    rule: Rule
    subject: Text
    check: Bound
    when: Bound | None
    cells: list[int]
    """Numbers of the cells that it speaks of."""
    statements: list[str]
    """Statements that it speaks of."""
    plain: bool
    """True when it is a relation of cells alone: judged exactly, always applicable."""
    narrows: bool = False
    """True when a figure that it speaks of may not apply."""
    row: str = ""
    """The row that it is about, where it is about one."""


@record
class Program:
    """What is evaluated for one form."""

    layout: Layout
    instances: list[Instance] = field(default_factory=list)
    coded: list[Rule] = field(default_factory=list)
    """Rules that are coded checks."""
    fused: bytes = b""
    """Marshalled code of the function that judges all plain instances at once."""
    fused_of: list[int] = field(default_factory=list)
    """Instance behind each relation of the fused function."""
    used: set[str] = field(default_factory=set)
    """Rows that the fused function looks at."""
    touching: list[list[int]] = field(default_factory=list)
    """For each cell, the fused instances that speak of it."""


def build_program(form: Form, rules: list[Rule], *, once: bool = False) -> Program:
    """Bind every rule's formula to a form.

    With ``once`` the relations are not fused: it takes longer than judging one report.

    A rule that was written for a form which this one extends holds only where
    this form kept what the rule speaks of.

    Raises:
        Problem: a formula is broken, or names what the form does not have.
    """
    program = Program(lay_out(form))
    statements = {pattern.id for pattern in form.statements}
    for rule in rules:
        if rule.code:
            program.coded.append(rule)
            continue
        try:
            program.instances += list(_instances(program.layout, form, statements, rule))
        except UnknownName:
            if not rule.forms or form.form in rule.forms:
                raise
    _fuse(program, [] if once else program.instances)
    return program


def _fuse(program: Program, instances: list[Instance]) -> None:
    from compliance.relation import fuse

    plain = [i for i, instance in enumerate(instances) if instance.plain]
    code, fused = fuse([program.instances[i].check for i in plain])
    program.fused = marshal.dumps(code)
    program.fused_of = [plain[i] for i in fused]
    program.touching = [[] for _ in program.layout.places]
    for i in program.fused_of:
        for number in program.instances[i].cells:
            program.touching[number].append(i)
            program.used.add(program.layout.places[number].row)


def _instances(
    layout: Layout, form: Form, statements: set[str], rule: Rule
) -> Iterator[Instance]:
    check = _parsed(rule, rule.check)
    when = _parsed(rule, rule.when) if rule.when else None
    for subject, row, column in _subjects(layout, form, rule):
        scope = _Scope(layout, form, statements, rule, row, column)
        yield _instance(scope, subject, scope.bound(check),
                        scope.bound(when) if when is not None else None)


def _parsed(rule: Rule, formula: str) -> Relation:
    """A formula of a rule, read.

    Raises:
        Problem: it is no formula.
    """
    from compliance.relation import FormulaError, parse

    spread = _ROW_SUMS.sub(
        lambda found: "和(" + ", ".join(
            _ROW_SUM + name.strip() for name in re.split("[,，]", found[1])) + ")",
        formula,
    )
    try:
        return parse(spread)
    except FormulaError as error:
        raise _bad(rule, error) from error


def _bad(rule: Rule, error: FormulaError) -> Problem:
    return Problem(say("plugin.bad_formula", rule=rule.id, problem=error.text))


def _subjects(
    layout: Layout, form: Form, rule: Rule
) -> Iterator[tuple[Text, str | None, str | None]]:
    """Subject, and the row or the column that bare names are completed with."""
    each = rule.for_each
    if each is None or each.text:
        yield Text("全文", "whole report") if each is None else Text("正文", "text"), None, None
        return
    name = each.column or each.row
    table = next((table for table in form.tables if table.id == name), None)
    if table is None:
        from compliance.plugin.near import or_near

        words = say("plugin.unknown_table", rule=rule.id, name=name, form=form.form)
        raise UnknownName(or_near(words, name, [table.id for table in form.tables]))

    def wanted(item: str) -> bool:
        return (not each.only or item in each.only) and item not in each.without

    seen: dict[str, str] = {}
    for place in layout.places:
        if place.table == name:
            item = place.column if each.column else place.row
            seen.setdefault(item, place.column_label if each.column else place.row_label)
    for item, label in seen.items():
        if wanted(item):
            subject = Text(f"{table.title.zh}·{label}", f"{table.title.en}: {label}")
            yield subject, (None if each.column else item), (item if each.column else None)


@record
class _Scope:
    layout: Layout
    form: Form
    statements: set[str]
    rule: Rule
    row: str | None
    column: str | None

    def resolve(self, name: str, column: str | None) -> tuple[Key, ...]:
        """The keys behind a name, or behind ``row[column]``."""
        each = self.rule.for_each
        if each is not None and each.text:
            of_text = _ENGLISH.get(name, name)
            if of_text in TEXT_NAMES[each.text]:
                return (of_text,)
        if name in self.statements and column is None:
            return (name,)
        at = self.layout.at
        if column is not None and name in self.layout.own and self.row is not None:
            return (self._beside(name, column),)
        if name.startswith(_ROW_SUM):
            row = name.removeprefix(_ROW_SUM)
            numbers = [number for leaf in self.layout.leaves.get(row, [row])
                       for c, number in at.get(leaf, {}).items() if c != TOTAL]
            if numbers:
                return ((_ROW_SUM, row, *numbers),)
        elif self.row is not None and column is None and name in at[self._key(self.row)]:
            return (at[self._key(self.row)][name],)
        elif (key := self._key(name)) in at or key in self.layout.leaves:
            wanted = column or self.column
            leaves = self.layout.leaves.get(key, [key]) if key not in at else [key]
            if not leaves:
                return (Absent(name),)
            found = [at[leaf].get(wanted) if wanted else self._only(leaf) for leaf in leaves]
            if all(number is not None for number in found):
                return tuple(found)
        raise self._unknown(f"{name}[{column}]" if column else name)

    def _unknown(self, written: str) -> UnknownName:
        """What is wrong with a name, and what the author may have meant."""
        from difflib import get_close_matches

        key = self._key(written)
        if key in self.layout.at:
            return UnknownName(say("plugin.row_needs_column", rule=self.rule.id, name=written,
                                   column=next(iter(self.layout.at[key]))))
        row, bracket, column = written.partition("[")
        if bracket and self._key(row) in self.layout.at:
            from compliance.plugin.near import or_near

            words = say("plugin.unknown_column", rule=self.rule.id, row=row,
                        column=column.removesuffix("]"))
            return UnknownName(or_near(words, column.removesuffix("]"),
                                       map(str, self.layout.at[self._key(row)])))
        names = [name for name in (*self.layout.at, *self.layout.leaves, *self.statements)
                 if isinstance(name, str)]
        like = get_close_matches(written, names, 1, 0.5)
        return UnknownName(say("plugin.meant_name" if like else "plugin.unknown_name",
                               rule=self.rule.id, form=self.form.form, name=written,
                               like="".join(like)))

    def _key(self, name: str) -> str:
        """A row of the rule's table, or a row of the form, as the layout knows it."""
        each = self.rule.for_each
        key = self.layout.key(each.row or each.column, name) if each is not None else name
        return key if key in self.layout.at or key in self.layout.leaves else name

    def _beside(self, table: str, column: str) -> Key:
        """The cell of the row of the same id in another table."""
        assert self.row is not None
        cells = self.layout.at.get(self.layout.key(table, self.row))
        if cells is not None and column in cells:
            return cells[column]
        if column not in self.layout.own[table]:
            raise self._unknown(f"{table}[{column}]")
        return Absent(f"{table}·{column}")

    def _only(self, row: str) -> int | None:
        cells = self.layout.at[row]
        return next(iter(cells.values())) if len(cells) == 1 else None

    def bound(self, formula: Relation) -> Bound:
        """A formula of the rule, bound."""
        from compliance.relation import FormulaError, bind

        try:
            return bind(formula, self.resolve)
        except FormulaError as error:
            raise _bad(self.rule, error) from error


def _instance(scope: _Scope, subject: Text, check: Bound, when: Bound | None) -> Instance:
    from compliance.relation import keys

    rule = scope.rule
    used = [*keys(check), *(keys(when) if when else ())]
    cells = [key for key in used if isinstance(key, int)]
    sums = [key for key in used if isinstance(key, tuple)]
    for key in sums:
        cells += key[2:]
    named = [key for key in used if isinstance(key, str)]
    absent = any(isinstance(key, Absent) for key in used)
    places = scope.layout.places
    return Instance(
        rule, subject, check, when, list(dict.fromkeys(cells)),
        [name for name in dict.fromkeys(named) if name in scope.statements],
        plain=not (named or sums or when or rule.rounded or absent),
        narrows=absent or any(places[number].optional for number in cells),
        row=scope.row or "",
    )
