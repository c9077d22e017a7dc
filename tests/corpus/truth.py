"""What a report truly holds, and how much of it a reading gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from compliance.model.report import Cell, CellState, Report

Value = int | Decimal | str | None
"""A number, ``None`` for a blank cell, ``"/"`` for not applicable, ``"?"`` where the
file does not let anybody tell."""
Tables = dict[str, dict[str, list[Value]]]


@dataclass(slots=True)
class Truth:
    """What is printed in one file."""

    tables: Tables = field(default_factory=dict)
    """Table, row, values in the order of the row's columns in the form."""
    sections: list[tuple[str, ...]] = field(default_factory=list)
    """For each heading the ids that it may be given; ``""`` for a section of no form."""
    statements: dict[str, Value] = field(default_factory=dict)
    """Figures that the text claims, by indicator."""
    implied: dict[str, Value] = field(default_factory=dict)
    """Figures that the text may be said to claim: right when read so, not missed otherwise."""
    facts: dict[str, Any] = field(default_factory=dict)
    """Attributes of the report: ``form``, ``year``, ``body`` …"""


@dataclass(slots=True)
class Tally:
    """How many things were read right, with doubt, wrong, or not at all."""

    right: int = 0
    doubted: int = 0
    """Cells whose reading is marked as not sure, whatever it is."""
    missed: int = 0
    wrong: int = 0
    faults: list[str] = field(default_factory=list)
    """Where, what was read, and what is true; for what is not right."""

    def add(self, outcome: str, where: str, read: object = "", true: object = "") -> None:
        """Count one thing."""
        setattr(self, outcome, getattr(self, outcome) + 1)
        if outcome != "right":
            self.faults.append(f"{outcome}: {where}: read {read}, true {true}")

    @property
    def total(self) -> int:
        """What there is to read."""
        return self.right + self.doubted + self.missed + self.wrong


@dataclass(slots=True)
class Measure:
    """What one reading gives, compared with the truth."""

    cells: Tally = field(default_factory=Tally)
    sections: Tally = field(default_factory=Tally)
    statements: Tally = field(default_factory=Tally)
    facts: Tally = field(default_factory=Tally)

    @property
    def tallies(self) -> dict[str, Tally]:
        """The tallies by name."""
        return {"cells": self.cells, "sections": self.sections,
                "statements": self.statements, "facts": self.facts}

    def __iadd__(self, other: Measure) -> Measure:
        for name, mine in self.tallies.items():
            theirs = other.tallies[name]
            mine.right += theirs.right
            mine.doubted += theirs.doubted
            mine.missed += theirs.missed
            mine.wrong += theirs.wrong
            mine.faults += theirs.faults
        return self


def measure(truth: Truth, report: Report) -> Measure:
    """Compare a reading with the truth."""
    found = Measure()
    _measure_cells(found.cells, truth, report)
    _measure_sections(found.sections, truth, report)
    _measure_statements(found.statements, truth, report)
    for name, true in truth.facts.items():
        read = getattr(report, name)
        found.facts.add("right" if read == true else "wrong", name, read, true)
    return found


def measure_nothing(truth: Truth, reason: str) -> Measure:
    """What a file gives that was not read at all."""
    found = Measure()
    for table, rows in truth.tables.items():
        for row, values in rows.items():
            for value in values:
                if value != "?":
                    found.cells.add("missed", f"{table} {row}", reason, value)
    for name, tally, things in (
        ("section", found.sections, truth.sections),
        ("statement", found.statements, truth.statements),
        ("fact", found.facts, truth.facts),
    ):
        for thing in things:
            tally.add("missed", f"{name} {thing}", reason)
    return found


def measure_file(path: Path, truth: Truth) -> tuple[Measure, Report | None]:
    """Read a file as a user would, and compare it with the truth.

    A file that is refused, or that breaks the program, is missed as a whole.
    """
    from compliance import api
    from compliance.errors import Problem

    try:
        report = api.read(str(path))
    except Problem as problem:
        return measure_nothing(truth, f"refused ({problem})"), None
    except Exception as error:
        return measure_nothing(truth, f"broke the program ({error!r})"), None
    return measure(truth, report), report


def truth_of_file(path: Path) -> tuple[dict[str, Any], Truth]:
    """What ``benchmarks/truth/*.yaml`` says of a real file: the whole entry, and its truth."""
    import yaml

    entry = yaml.safe_load(path.read_text("utf-8"))
    tables = {
        table: {row: [Decimal(str(v)) if isinstance(v, float) else v for v in values]
                for row, values in rows.items()}
        for table, rows in entry.get("tables", {}).items()
    }
    sections = [tuple(ids) if isinstance(ids, list) else (ids,)
                for ids in entry.get("sections", [])]
    facts = {name: entry[name] for name in ("form", "year") if name in entry}
    return entry, Truth(tables, sections, entry.get("statements", {}), entry.get("implied", {}),
                        facts)


def _shown(cell: Cell) -> Value:
    if cell.state is CellState.NOT_APPLICABLE:
        return "/"
    return "?" if cell.state is CellState.UNREADABLE else cell.value


def _measure_cells(tally: Tally, truth: Truth, report: Report) -> None:
    for table, rows in truth.tables.items():
        for row, values in rows.items():
            for index, true in enumerate(values):
                cell = report.cell(table, row, index, "")
                where = f"{table} {row} {index}"
                outcome = _judge(cell, true)
                if outcome:
                    tally.add(outcome, where, None if cell is None else _shown(cell), true)
    for table, read_rows in report.tables.items():
        for row, read in read_rows.items():
            known = len(truth.tables.get(table, {}).get(row, []))
            for index in range(known, len(read)):
                cell = report.cell(table, row, index, "")
                if cell is not None and not _doubted(cell):
                    tally.add("wrong", f"{table} {row} {index}", _shown(cell), "not printed")


def _doubted(cell: Cell) -> bool:
    return cell.state is CellState.UNREADABLE or bool(cell.doubt)


def _judge(cell: Cell | None, true: Value) -> str:
    """The outcome for one cell; ``""`` when nobody could do better."""
    if true == "?":
        return "wrong" if cell and cell.state is CellState.NUMBER and not cell.doubt else ""
    if cell is None:
        return "missed"
    if _doubted(cell):
        return "doubted"
    return "right" if _shown(cell) == true else "wrong"


def _measure_sections(tally: Tally, truth: Truth, report: Report) -> None:
    read = [section.id for section in report.sections]
    # Where a heading may be given several ids, the one that was read counts.
    true = [ids[0] for ids in truth.sections]
    for place, ids in enumerate(truth.sections):
        if place < len(read) and read[place] in ids:
            true[place] = read[place]
    matcher = SequenceMatcher(None, true, read, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            for place in range(first, last):
                tally.add("right", true[place])
            continue
        for place in range(first, last):
            tally.add("missed", f"section {place + 1}", read[begin:end], true[place])
        for place in range(begin, end):
            if place - begin >= last - first:
                tally.add("wrong", f"section {place + 1}", read[place], true[first:last])


def _measure_statements(tally: Tally, truth: Truth, report: Report) -> None:
    read = {statement.indicator: statement for statement in report.statements}
    for indicator, value in truth.statements.items():
        if indicator not in read:
            tally.add("missed", indicator, None, value)
    for indicator, statement in read.items():
        true = truth.statements.get(indicator, truth.implied.get(indicator, "not claimed"))
        if statement.value == true:
            if indicator in truth.statements:
                tally.add("right", indicator)
        else:
            tally.add("wrong", indicator, f"{statement.value} ({statement.text})", true)
