"""What the files in which one report is published say differently."""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Decimal

from compliance.checks.observation import Context, Observation
from compliance.compare import (
    CellPair,
    SectionPair,
    cells,
    facts,
    said,
    sections,
    statements,
)
from compliance.messages import say
from compliance.model.audit import Outcome
from compliance.model.form import Form
from compliance.model.location import Location
from compliance.model.report import Cell, CellState, Report, Statement
from compliance.model.text import Text

_MOST_DIFFERENCES = 5
"""Differences of one section that are listed; the rest is counted."""


def figures(context: Context) -> Iterator[Observation]:
    """The figures of the tables are the same in every file."""
    for face in context.report.faces:
        for table, pairs in _by_table(context, face).items():
            both = [pair for pair in pairs if _has(pair, CellState.NUMBER)]
            wrong = [pair for pair in both if _values(pair)[0] != _values(pair)[1]]
            for pair in wrong:
                doubtful = any(cell is not None and cell.doubt
                               for cell in (pair.first, pair.second))
                yield _of_cells(Outcome.UNKNOWN if doubtful else Outcome.FAIL, pair, face)
            unread = sum(_unread(pair) for pair in pairs)
            if both and not wrong:
                yield _observe(Outcome.PASS, _title(context.form, table), "figures_same", face,
                               count=len(both))
            if unread:
                yield _observe(Outcome.UNKNOWN, _title(context.form, table), "cells_unread", face,
                               count=unread)


def filling(context: Context) -> Iterator[Observation]:
    """What is filled in, blank or crossed out in one file is so in every other."""
    for face in context.report.faces:
        for table, pairs in _by_table(context, face).items():
            both = [pair for pair in pairs if pair.first and pair.second and not _unread(pair)]
            wrong = [pair for pair in both if pair.first and pair.second
                     and pair.first.state is not pair.second.state]
            for pair in wrong:
                yield _of_cells(Outcome.FAIL, pair, face)
            if both and not wrong:
                yield _observe(Outcome.PASS, _title(context.form, table), "filling_same", face)


def rows(context: Context) -> Iterator[Observation]:
    """The tables and their rows are the same in every file."""
    for face in context.report.faces:
        for table, pairs in _by_table(context, face).items():
            title = _title(context.form, table)
            ours, theirs = (list(dict.fromkeys(
                pair.row for pair in pairs if (pair.first, pair.second)[side] is not None))
                for side in (0, 1))
            place = context.report.places.get(table)
            if not ours or not theirs:
                yield _missing(title, "table_only", bool(ours), context.report, face, place)
                continue
            only = [row for row in ours if row not in theirs]
            others = [row for row in theirs if row not in ours]
            if only or others:
                yield _observe(Outcome.FAIL, title, "rows_differ", face, place,
                               ours="、".join(only) or "—", theirs="、".join(others) or "—")
            else:
                yield _observe(Outcome.PASS, title, "rows_same", face, place)


def section_texts(context: Context) -> Iterator[Observation]:
    """The sections are the same in every file, word for word."""
    for face in context.report.faces:
        for pair in sections(context.report, face):
            yield from _of_section(pair, context.report, face)


def _of_section(pair: SectionPair, report: Report, face: Report) -> Iterator[Observation]:
    subject = Text.same(pair.heading)
    place = pair.first.location if pair.first is not None else None
    if pair.first is None or pair.second is None:
        yield _missing(subject, "section_only", pair.first is not None, report, face, place)
        return
    if said(pair.first.heading) != said(pair.second.heading):
        yield _observe(Outcome.FAIL, subject, "heading_differs", face, place,
                       ours=pair.first.heading, theirs=pair.second.heading)
    for difference in pair.differences[:_MOST_DIFFERENCES]:
        yield _observe(Outcome.FAIL, subject, "text_differs", face, difference.location or place,
                       ours=difference.first or "—", theirs=difference.second or "—")
    more = len(pair.differences) - _MOST_DIFFERENCES
    if more > 0:
        yield _observe(Outcome.FAIL, subject, "text_differs_more", face, place, count=more)
    if not pair.differences:
        yield _observe(Outcome.PASS, subject, "text_same", face, place)


def stated_figures(context: Context) -> Iterator[Observation]:
    """The figures of the text are the same in every file."""
    titles = {pattern.id: pattern.title for pattern in context.form.statements}
    for face in context.report.faces:
        pairs = statements(context.report, face)
        for pair in pairs:
            place = pair.first.location if pair.first is not None else None
            yield _observe(
                Outcome.FAIL if pair.first and pair.second else Outcome.UNKNOWN,
                titles.get(pair.indicator, Text.same(pair.indicator)), "statement_differs", face,
                place, ours=_said(pair.first), theirs=_said(pair.second))
        if not pairs and context.report.statements:
            yield _observe(Outcome.PASS, say("compare.text"), "statements_same", face)


def own_facts(context: Context) -> Iterator[Observation]:
    """Title, body, year, form and dates are the same in every file."""
    ours = facts(context.report)
    for face in context.report.faces:
        theirs = facts(face)
        for name in (name for name in ours if name in theirs):
            same = said(ours[name]) == said(theirs[name])
            yield _observe(
                Outcome.PASS if same else Outcome.FAIL, say(f"compare.{name}"),
                "fact_same" if same else "fact_differs", face, context.report.places.get(name),
                ours=ours[name], theirs=theirs[name])


def _by_table(context: Context, face: Report) -> dict[str, list[CellPair]]:
    found: dict[str, list[CellPair]] = {}
    for pair in cells(context.report, face, context.form):
        found.setdefault(pair.table, []).append(pair)
    return found


def _has(pair: CellPair, state: CellState) -> bool:
    """Whether both files have the cell, in that state."""
    return (pair.first is not None and pair.second is not None
            and pair.first.state is state and pair.second.state is state)


def _values(pair: CellPair) -> tuple[object, object]:
    assert pair.first is not None
    assert pair.second is not None
    return pair.first.value, pair.second.value


def _unread(pair: CellPair) -> bool:
    return any(cell is not None and cell.state is CellState.UNREADABLE
               for cell in (pair.first, pair.second))


def _of_cells(outcome: Outcome, pair: CellPair, face: Report) -> Observation:
    assert pair.first is not None
    assert pair.second is not None
    name = Text.same(f"{pair.table}·{pair.row}·{pair.column}")
    seen = _observe(outcome, name, "cell_differs", face, pair.first.location,
                    ours=_shown(pair.first), theirs=_shown(pair.second),
                    at=_where(pair.second.location))
    seen.cells = [pair.first]
    return seen


def _missing(
    subject: Text, message: str, here: bool, report: Report, face: Report,
    place: Location | None,
) -> Observation:
    """Something that only one of the files has; beyond the end of a text it is not known."""
    lacking = face if here else report
    cut = not (lacking.source.ends and lacking.source.begins)
    return _observe(Outcome.UNKNOWN if cut else Outcome.FAIL, subject,
                    message if not cut else "beyond", face, place,
                    where=say("compare.this_file" if here else "compare.that_file"))


def _title(form: Form, table: str) -> Text:
    return next((each.title for each in form.tables if each.id == table), Text.same(table))


def _shown(cell: Cell) -> Text | str:
    if cell.state is CellState.NUMBER:
        return f"{cell.value:f}" if isinstance(cell.value, Decimal) else str(cell.value)
    return say(f"compare.{cell.state.value}")


def _said(statement: Statement | None) -> Text | str:
    if statement is None:
        return say("compare.nothing")
    return f"{statement.value:f}（{statement.text}）" if statement.text else f"{statement.value:f}"


def _where(location: Location | None) -> Text:
    """Line or page in the other file; empty words when neither is known."""
    if location is not None and location.page is not None:
        return say("compare.page", number=location.page)
    if location is not None and location.line is not None:
        return say("compare.line", number=location.line)
    return Text.same("")


def _observe(
    outcome: Outcome, subject: Text, message: str, face: Report,
    location: Location | None = None, **values: object,
) -> Observation:
    other = os.path.basename(face.source.file) or say("compare.other")
    return Observation(outcome, subject, say(f"compare.{message}", other=other, **values), [],
                       location)
