"""A form of a narrower layer may ask for more than the form that it stands in for.

Rules speak of sections, rows, columns and statements by their ids.  A form that
dropped or renamed one would switch off the rules of wider layers without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import (
    MONEY,
    Column,
    Form,
    FormSection,
    Row,
    StatementPattern,
    Table,
    Years,
)
from compliance.model.jurisdiction import within
from compliance.model.text import Text
from compliance.record import replace


def refuse_lesser_form(form: Form, forms: Mapping[str, Form], lineage: list[str],
                       place: str) -> None:
    """Check a complete form against those whose place it takes.

    Args:
        form: the form, with what it extends taken in.
        forms: every form by id, each complete.
        lineage: ids of the form and of those that it extends.
        place: ``file:line`` for the message.

    Raises:
        Problem: it takes the place of a form that it does not extend, or asks for less.
    """
    for other in forms.values():
        if other.form not in lineage and within(form.jurisdiction, other.jurisdiction) \
                and _overlap(form.years, other.years):
            raise Problem(say("plugin.form_displaces", form=form.form, other=other.form), place)
    for name in lineage[1:]:
        less = next(_lesser(form, forms[name]), None)
        if less is not None:
            raise Problem(say("plugin.form_asks_less", form=form.form, extended=name, what=less),
                          place)


def _overlap(one: Years, other: Years) -> bool:
    first = max(one.first or 0, other.first or 0)
    return first <= min(one.last or 9999, other.last or 9999)


def _lesser(form: Form, base: Form) -> Iterator[Text]:
    """What a form asks for less than the form that it extends."""
    sections = {section.id: section for section in form.sections}
    for section in base.sections:
        if section.required or section.id in sections:
            yield from _section(sections.get(section.id), section)
    tables = {table.id: table for table in form.tables}
    for table in base.tables:
        # An optional table may be left out for the province's own.
        if table.required or table.id in tables:
            yield from _table(tables.get(table.id), table)
    for pattern in base.statements:
        # A statement may be given several times, each with its own context.
        if not any(_keeps(own, pattern) for own in form.statements if own.id == pattern.id):
            yield say("plugin.less_statement", name=pattern.id)


def _section(own: FormSection | None, base: FormSection) -> Iterator[Text]:
    if own is None or (base.required and not own.required):
        yield say("plugin.less_section", name=base.id)
    elif base.heading not in (own.heading, *own.variants):
        yield say("plugin.less_heading", name=base.id)
    elif not {part.id for part in base.parts} <= {part.id for part in own.parts}:
        yield say("plugin.less_parts", name=base.id)


def _table(own: Table | None, base: Table) -> Iterator[Text]:
    if own is None or (base.required and not own.required):
        yield say("plugin.less_table", name=base.id)
        return
    rows, columns = dict(_rows(own)), dict(_columns(own))
    for name, row in _rows(base):
        mine = rows.get(name)
        if mine is None or _plain(mine) != _plain(row):
            yield say("plugin.less_row", name=name)
    for name, column in _columns(base):
        found = columns.get(name)
        if found is None or _kind(found) != _kind(column):
            yield say("plugin.less_column", name=name)


def _plain(row: Row) -> Row:
    """What rules stand on of a row: not its label, its spellings or its place."""
    return replace(row, label="", variants=[], rows=[], total_of=[], unit="", code="")


def _kind(column: Column) -> tuple[bool, bool, bool, bool]:
    """What rules stand on of a column."""
    return column.whole, column.signed, column.optional, column.unit in MONEY


def _keeps(own: StatementPattern, base: StatementPattern) -> bool:
    return (set(base.patterns) <= set(own.patterns) and set(own.unless) <= set(base.unless)
            and set(own.not_after) <= set(base.not_after))


def _rows(table: Table) -> Iterator[tuple[str, Row]]:
    pending = [row for block in table.blocks for row in block.rows]
    while pending:
        row = pending.pop()
        yield row.id, row
        pending += row.rows


def _columns(table: Table) -> Iterator[tuple[str, Column]]:
    for block in table.blocks:
        for column in block.columns:
            yield column.id, column
