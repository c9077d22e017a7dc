"""Slips of the hand, put into a report."""

from __future__ import annotations

import random

from locate_reports import Cell, value_at

from compliance.model.report import Report

KINDS = ("swapped", "dropped", "doubled", "replaced", "zero_lost", "zero_added", "sign",
         "neighbour", "exchanged", "any")
_TRIES = 200


def slip(report: Report, kind: str, chance: random.Random, cells: list[Cell], most: int
         ) -> dict[Cell, int]:
    """Cells with what is typed in them for what was meant; none where the slip does not fit.

    Half of the slips hit a total.  Only ``cells`` are hit, and no more than ``most``.
    """
    known = set(cells)
    totals = [cell for cell in cells if "总" in cell[1] or cell[2] + 1 == len(
        report.tables[cell[0]][cell[1]]) > 1]
    for _ in range(_TRIES):
        cell = chance.choice(totals if totals and chance.random() < 0.5 else cells)
        changed = _typed(report, kind, cell, chance)
        if changed and len(changed) <= most and changed.keys() <= known and all(
                value_at(report, at) != value for at, value in changed.items()):
            return changed
    return {}


def _typed(report: Report, kind: str, cell: Cell, chance: random.Random) -> dict[Cell, int]:
    meant = value_at(report, cell)
    if meant < 0:
        return {}
    if kind in ("neighbour", "exchanged"):
        return _beside(report, kind, cell, meant)
    if kind == "sign":
        return {cell: -meant} if meant else {}
    if kind == "any":
        return {cell: max(0, meant + chance.choice((-1, 1)) * chance.randint(1, 40))}
    typed = _digits(kind, str(meant), chance)
    return {cell: int(typed)} if typed else {}


def _beside(report: Report, kind: str, cell: Cell, meant: int) -> dict[Cell, int]:
    """The number of the cell to the right, alone or changed with this one."""
    table, row, index = cell
    values = report.tables[table][row]
    if index + 1 >= len(values) or not isinstance(values[index + 1], int):
        return {}
    other = (table, row, index + 1)
    there = value_at(report, other)
    return {cell: there} if kind == "neighbour" else {cell: there, other: meant}


def _digits(kind: str, meant: str, chance: random.Random) -> str:
    at = chance.randrange(len(meant))
    if kind == "swapped" and at + 1 < len(meant):
        return meant[:at] + meant[at + 1] + meant[at] + meant[at + 2:]
    if kind == "dropped" and len(meant) > 1:
        return meant[:at] + meant[at + 1:]
    if kind == "doubled" and meant != "0":
        return meant[:at] + meant[at] + meant[at:]
    if kind == "replaced":
        return meant[:at] + chance.choice("0123456789") + meant[at + 1:]
    if kind == "zero_lost" and len(meant) > 1 and meant.endswith("0"):
        return meant[:-1]
    if kind == "zero_added" and meant != "0":
        return meant + "0"
    return ""
