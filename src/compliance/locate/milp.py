"""The same question as a mixed-integer program, for the solver HiGHS (extra ``locate``).

It checks the exact search, in tests and in the benchmark.  Audits do not use it: a
solver of floating-point numbers proves nothing by itself, and where the exact search
gives up it takes seconds (docs/adr/004-locating.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.locate.unknowns import Rows, System
from compliance.record import field, record

_MARGIN = 30
# A limit of time would make the answer depend on the machine.
_MOST_NODES = 5000
_HALF = 0.5


def available() -> bool:
    """Whether the solver is installed."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


def cheapest_set(system: System, without: Sequence[tuple[int, ...]] = ()
                 ) -> tuple[int, ...] | None:
    """One set of figures of least weight whose change makes every constraint hold.

    Args:
        system: figures and constraints.
        without: sets that the answer must not contain.

    Returns:
        The places of the figures; None where no set will do or the solver gave up.
    """
    if () in without:
        return None
    chosen = _solved(_program(system, without))
    if chosen is None:
        return None
    size = len(system.unknowns)
    return tuple(place for place, unknown in enumerate(system.unknowns)
                 if unknown.weight and chosen[size + place] > _HALF)


@record
class _Program:
    """Columns with cost, bounds and kind; rows with bounds and entries."""

    columns: list[tuple[float, float, float, bool]] = field(default_factory=list)
    rows: list[tuple[float, float, dict[int, float]]] = field(default_factory=list)

    def column(self, low: float, high: float, cost: float = 0, whole: bool = True) -> int:
        self.columns.append((cost, low, high, whole))
        return len(self.columns) - 1


def _program(system: System, without: Sequence[tuple[int, ...]]) -> _Program:
    """First the figures, then for each whether it is wrong, then the alternatives taken."""
    program, reach, endless = _Program(), _reach(system), float("inf")
    size = len(system.unknowns)
    for unknown in system.unknowns:
        low = -reach if unknown.low is None else float(unknown.low)
        program.column(low, reach, whole=unknown.whole)
    for place, unknown in enumerate(system.unknowns):
        program.column(0, 1, unknown.weight)
        if unknown.weight and unknown.value is not None:
            printed = float(unknown.value)
            program.rows.append((-endless, printed, {place: 1, size + place: -2 * reach}))
            program.rows.append((printed, endless, {place: 1, size + place: 2 * reach}))
    for ways in system.constraints:
        _require(program, ways, reach)
    for places in without:
        program.rows.append((-endless, len(places) - 1, {size + place: 1 for place in places}))
    return program


def _reach(system: System) -> float:
    """No figure has to be larger than this."""
    figures = [unknown.value or 0 for unknown in system.unknowns]
    figures += [row.constant for ways in system.constraints for rows in ways for row in rows]
    return _MARGIN * (max(abs(float(figure)) for figure in [0, *figures]) + 1)


def _require(program: _Program, ways: list[Rows], reach: float) -> None:
    endless = float("inf")
    taken = [program.column(0, 1) for _ in ways]
    program.rows.append((1, endless, dict.fromkeys(taken, 1.0)))
    for choice, rows in zip(taken, ways, strict=True):
        for row in rows:
            entries = {place: float(factor) for place, factor in row.coefficients.items()}
            slack = 2 * reach * (sum(map(abs, entries.values())) + 1) if len(ways) > 1 else 0
            constant = float(row.constant)
            program.rows.append((-endless, constant + slack, {**entries, choice: slack}))
            if row.op == "=":
                program.rows.append((constant - slack, endless, {**entries, choice: -slack}))


def _solved(program: _Program) -> list[float] | None:
    import highspy  # type: ignore[import-untyped]

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_max_nodes", _MOST_NODES)
    solver.setOptionValue("mip_feasibility_tolerance", 1e-9)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.columns), len(program.rows)
    model.col_cost_ = [column[0] for column in program.columns]
    model.col_lower_ = [column[1] for column in program.columns]
    model.col_upper_ = [column[2] for column in program.columns]
    model.integrality_ = [
        highspy.HighsVarType.kInteger if column[3] else highspy.HighsVarType.kContinuous
        for column in program.columns]
    model.row_lower_ = [row[0] for row in program.rows]
    model.row_upper_ = [row[1] for row in program.rows]
    starts, index, value = [0], [], []
    for _, _, entries in program.rows:
        index += list(entries)
        value += list(entries.values())
        starts.append(len(index))
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = starts, index, value
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return list(solver.getSolution().col_value)
