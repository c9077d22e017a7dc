"""Whether the rules of a form can hold together, repeat each other, or leave cells out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.evaluate.layout import TOTAL, Layout
from compliance.evaluate.program import Instance, Program
from compliance.locate.minimal import can_hold
from compliance.locate.region import Region
from compliance.locate.span import Basis
from compliance.locate.tableau import row_of
from compliance.locate.unknowns import LinearRow, Rows, System, Unknown
from compliance.locate.ways import At, ways_of
from compliance.model.form import Form
from compliance.model.pack import Rule
from compliance.model.report import Kind
from compliance.record import field, record
from compliance.relation.nodes import Implies, Key, Operand, Sum, Term

_KINDS: tuple[Kind, ...] = ("government", "department", "township")


@record
class Instanced:
    """One rule on one subject, in linear rows over the cells of the form."""

    rule: Rule
    subject: str
    ways: list[Rows]

    @property
    def sure(self) -> Rows | None:
        """Its rows where there is only one way to hold."""
        return self.ways[0] if len(self.ways) == 1 else None


@record
class Consistency:
    """What the relations of one form say of each other."""

    relations: int
    """How many were compared."""
    contradictory: list[Rule] = field(default_factory=list)
    """Rules that cannot hold together; none where all can."""
    zero: list[str] = field(default_factory=list)
    """Cells that only 0 is left for, though no rule asks for it."""
    redundant: list[tuple[Rule, list[Rule]]] = field(default_factory=list)
    """Rules that follow from others, with those."""
    implied: list[tuple[Rule, str, list[Rule]]] = field(default_factory=list)
    """Single relations that follow from others, with the rules of those."""
    unguarded: list[str] = field(default_factory=list)
    """Cells that no relation speaks of."""
    not_linear: list[Rule] = field(default_factory=list)
    """Rules whose relations could not be compared."""


def consistency(program: Program, rules: Iterable[Rule], *, brief: bool = False) -> Consistency:
    """Compare the relations of the rules in force on one form.

    With ``brief``, only what contradicts itself is looked for, not what repeats itself.
    """
    chosen = {id(rule) for rule in rules}
    reader = _Reader(program.layout)
    instances = [i for i in program.instances if id(i.rule) in chosen]
    made: list[Instanced] = []
    not_linear: dict[str, Rule] = {}
    for instance in instances:
        if instance.rule.for_each is not None and instance.rule.for_each.text:
            continue
        ways = reader.ways(instance)
        if ways is None:
            not_linear[instance.rule.id] = instance.rule
        else:
            made.append(Instanced(instance.rule, instance.subject.zh, ways))
    found = Consistency(len(made), not_linear=list(not_linear.values()))
    found.unguarded = _unguarded(program.layout, instances)
    system = System(reader.unknowns, [instanced.ways for instanced in made])
    if can_hold(system) is False:
        found.contradictory = _conflict(reader.unknowns, made)
        return found
    found.zero = _only_zero(reader, made)
    if brief:
        return found
    found.redundant = _redundant(made, reader.unknowns)
    follows = {rule.id for rule, _ in found.redundant}
    found.implied = _implied([each for each in made if each.rule.id not in follows])
    return found


def sets_in_force(program: Program, form: Form) -> Iterator[list[Rule]]:
    """The rules that are in force together: for each year and kind of body, each set once."""
    rules = list({id(i.rule): i.rule for i in program.instances}.values())
    edges = {form.years.first, *(rule.in_force.first for rule in rules)}
    edges |= {rule.in_force.last + 1 for rule in rules if rule.in_force.last is not None}
    years = sorted(year for year in edges if year is not None and year in form.years)
    seen: set[tuple[int, ...]] = set()
    for year in years:
        for kind in _KINDS:
            chosen = [rule for rule in rules if year in rule.in_force
                      and (not rule.kinds or kind in rule.kinds)]
            key = tuple(map(id, chosen))
            if key not in seen:
                seen.add(key)
                yield chosen


class _Reader:
    """Numbers the cells and statements of a form as free unknowns."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.unknowns: list[Unknown] = []
        self.names: list[str] = []
        self.places: dict[Key, int] = {}

    def ways(self, instance: Instance) -> list[Rows] | None:
        """The ways in which a relation can hold."""
        check = instance.check.condition
        condition = check if instance.when is None else Implies(instance.when.condition, check)
        return ways_of(condition, self._figure, lambda place: self.unknowns[place].whole)

    def _figure(self, key: Key) -> int | Term | None:
        if isinstance(key, tuple):
            return self._row_sum(key)
        place = self.places.get(key)
        if place is None:
            place = self.places[key] = len(self.unknowns)
            signed = isinstance(key, int) and self.layout.places[key].signed
            self.unknowns.append(Unknown(None, 0, None if signed else 0, whole=True))
            self.names.append(cell_label(self.layout, key) if isinstance(key, int) else str(key))
        return place

    def _row_sum(self, key: tuple[object, ...]) -> Term:
        numbers = [number for number in key[2:] if isinstance(number, int)
                   and self.layout.places[number].column != TOTAL]
        places = [self._figure(number) for number in numbers]
        return Sum(tuple(Operand(At(place)) for place in places if isinstance(place, int)))


def cell_label(layout: Layout, number: int) -> str:
    """``申请·本年新收·自然人``."""
    place = layout.places[number]
    return f"{place.table}·{place.row}·{place.column}"


def _conflict(unknowns: list[Unknown], made: list[Instanced]) -> list[Rule]:
    """Rules of which none can be left out without the others holding together."""
    left = made
    for rule in {each.rule.id: each.rule for each in made}.values():
        without = [each for each in left if each.rule is not rule]
        if can_hold(System(unknowns, [each.ways for each in without])) is False:
            left = without
    return list({each.rule.id: each.rule for each in left}.values())


def _only_zero(reader: _Reader, made: list[Instanced]) -> list[str]:
    """Cells that the rules together leave only 0 for."""
    made = [each for each in made if each.rule.severity != "info"]
    asked: set[int] = set()
    for each in made:
        for row in each.sure or ():
            signs = {factor > 0 for factor in row.coefficients.values()}
            if row.op == "=" and not row.constant and len(signs) == 1:
                asked |= row.coefficients.keys()
    open_places = [place for place in range(len(reader.unknowns)) if place not in asked
                   and reader.names[place].count("·")]

    def possible(places: Sequence[int]) -> bool:
        least = [[[LinearRow({place: -1}, "<=", -1)]] for place in places]
        system = System(reader.unknowns, [*(each.ways for each in made), *least])
        return can_hold(system) is not False

    if possible(open_places):
        return []
    return [reader.names[place] for place in open_places if not possible([place])]


def _redundant(made: list[Instanced], unknowns: list[Unknown]) -> list[tuple[Rule, list[Rule]]]:
    """Rules of which every relation follows from the relations of other rules."""
    found: list[tuple[Rule, list[Rule]]] = []
    left = made
    for rule in {each.rule.id: each.rule for each in reversed(made)}.values():
        own = [each for each in left if each.rule is rule]
        others = [each for each in left if each.rule is not rule]
        used: dict[str, Rule] = {}
        if all(_follows(each, others, unknowns, used) for each in own):
            found.append((rule, list(used.values())))
            left = others
    return found[::-1]


def _follows(each: Instanced, others: list[Instanced], unknowns: list[Unknown],
             used: dict[str, Rule]) -> bool:
    if each.sure is None:
        return False
    same = [other for other in others if other.ways == each.ways]
    if same:
        used.setdefault(same[0].rule.id, same[0].rule)
        return True
    basis = Basis()
    for number, other in enumerate(others):
        for row in other.sure or ():
            if row.op == "=":
                basis.add(row, number)
    for row in each.sure:
        sources = basis.sources(row) if row.op == "=" else _sources(row, others, unknowns)
        if sources is None:
            return False
        for number in sources:
            used.setdefault(others[number].rule.id, others[number].rule)
    return True


def _sources(row: LinearRow, others: list[Instanced], unknowns: list[Unknown]
             ) -> list[int] | None:
    """Relations by which an inequality always holds; None where it need not."""
    near = [n for n, other in enumerate(others) if other.sure is not None
            and any(r.coefficients.keys() & row.coefficients.keys() for r in other.sure)]

    def holds(numbers: list[int]) -> bool:
        rows: list[LinearRow] = []
        for number in numbers:
            for given in others[number].sure or ():
                rows.append(given)
                if given.op == "=":
                    rows.append(LinearRow({p: -c for p, c in given.coefficients.items()}, "<=",
                                          -given.constant))
        size = len(unknowns)
        least = {place: unknown.low for place, unknown in enumerate(unknowns)}
        region = Region([row_of(r, [0] * size) for r in rows], least, size)
        if region.conflict() is not None:
            return False
        mask = sum(1 << place for place in row.coefficients)
        most = region.greatest(({p: -c for p, c in row.coefficients.items()}, 0, mask))
        return most is not None and most <= row.constant

    if not holds(near):
        return None
    for number in list(near):
        fewer = [n for n in near if n != number]
        if holds(fewer):
            near = fewer
    return near


def _implied(made: list[Instanced]) -> list[tuple[Rule, str, list[Rule]]]:
    """Equalities that follow from those before them."""
    basis = Basis()
    found: list[tuple[Rule, str, list[Rule]]] = []
    for number, each in enumerate(made):
        for row in each.sure or ():
            if row.op != "=":
                continue
            sources = basis.add(row, number)
            if sources is not None:
                rules = {made[n].rule.id: made[n].rule for n in sources}
                found.append((each.rule, each.subject, list(rules.values())))
    return found


def _unguarded(layout: Layout, instances: list[Instance]) -> list[str]:
    guarded = {number for instance in instances for number in instance.cells}
    return [cell_label(layout, number) for number in range(len(layout.places))
            if number not in guarded]
