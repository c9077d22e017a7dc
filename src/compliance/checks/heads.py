"""Checks of the heads of tables: the columns' headers, their year, the column of units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.checks.layout import found_tables, rows_of
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import converted
from compliance.model.audit import Outcome
from compliance.model.form import Column, Table
from compliance.model.location import Location
from compliance.model.text import Text


def _columns(table: Table) -> dict[str, Column]:
    """The columns of every block, each once."""
    return {column.id: column for block in table.blocks for column in block.columns}


def _place(context: Context, table: Table) -> Location | None:
    places = context.report.places
    return places.get(f"headers/{table.id}") or places.get(table.id)


def headers_as_form(context: Context) -> Iterator[Observation]:
    """Columns are headed as the form heads them."""
    from compliance.recognise.form_rows import column_names
    from compliance.recognise.labels import normal

    for table in found_tables(context):
        printed = context.report.headers.get(table.id, {})
        clean = True
        for column in _columns(table).values():
            text = printed.get(column.id, "")
            if not text or normal(text) in column_names(column, context.report.year):
                continue
            clean = False
            label = column.label or column.id
            unruled = context.report.source.unruled
            yield observe(
                Outcome.UNKNOWN if unruled else Outcome.FAIL,
                Text(f"{table.title.zh}·{column.id}", f"{table.title.en}: {column.id}"),
                "labels_unruled" if unruled else "header_differs",
                location=_place(context, table), printed=text, label=label,
            )
        if clean and printed:
            yield observe(Outcome.PASS, table.title, "headers_right",
                          location=_place(context, table))
        elif not printed and _has_heads(context, table):
            yield observe(Outcome.UNKNOWN, table.title, "headers_unread",
                          location=_place(context, table))


def _has_heads(context: Context, table: Table) -> bool:
    """Whether column headers would have been read, had they been printed."""
    typed = context.report.source.first_format in ("", "yaml", "json")
    return len(_columns(table)) > 1 and not table.across and not typed and not converted(context)


def year_of_column(context: Context) -> Iterator[Observation]:
    """A column of the year's figures is headed with the report's year."""
    year = context.report.year
    if year is None:
        return
    for table in found_tables(context):
        for column in _columns(table).values():
            if "{year}" not in column.label and not any("{year}" in v for v in column.variants):
                continue
            text = context.report.headers.get(table.id, {}).get(column.id, "")
            found = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
            if found is None:
                continue
            right = int(found.group()) == year
            yield observe(
                Outcome.PASS if right else Outcome.FAIL,
                Text(f"{table.title.zh}·{column.id}", f"{table.title.en}: {column.id}"),
                "column_year_right" if right else "column_year_wrong",
                location=_place(context, table), printed=text, year=year,
            )


def units_filled(context: Context) -> Iterator[Observation]:
    """The column of units, where one is printed, is filled in."""
    for table in found_tables(context):
        units = context.report.units.get(table.id, {})
        rows = [placed.row.id for placed in rows_of(table) if placed.row.id in units]
        empty = [row for row in rows if not units[row].strip()]
        if not rows:
            continue
        few = "、".join(empty[:5])
        yield observe(
            Outcome.FAIL if empty else Outcome.PASS, table.title,
            "units_filled" if not empty else
            "units_empty" if len(empty) == len(rows) else "units_blank",
            location=_place(context, table), count=len(empty), rows=few,
        )
