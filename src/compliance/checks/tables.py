"""Checks of tables as such: the right form, every table, every row, the form's labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from compliance.checks.layout import (
    PlacedRow,
    found_tables,
    group_labels,
    label_of,
    name_of,
    rows_of,
)
from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import breaks_off, converted, whole_text
from compliance.model.audit import Outcome
from compliance.model.form import Row, Table
from compliance.model.report import CellState
from compliance.model.text import Text
from compliance.pattern import holds, lazy_pattern

_ATTACHED = tuple(f"{word}附{what}" for word in ("见", "参见", "如", "列于") for what in "件表")
# What a page lists below its text: 附件：某县2023年政府信息公开情况统计表.xlsx
_LISTED = lazy_pattern(
    r"附(?:件|表)\s*\d{0,2}\s*[:：.、][^\n]{0,60}(?:统计表|情况表|报表)", needs="附")


def form_of_year(context: Context) -> Iterator[Observation]:
    """The report is filled in on the form prescribed for its year."""
    report, prescribed = context.report, context.form_of_year
    subject = Text("报告格式", "form of the report")
    if not prescribed or report.year is None or not report.form:
        yield observe(Outcome.UNKNOWN, subject, "form_unknown")
        return
    if report.form in _lineage(context, prescribed) or prescribed in _lineage(context, report.form):
        yield observe(Outcome.PASS, subject, "form_right", form=_title(context, prescribed))
        return
    place = next((report.places[name] for name in report.tables if name in report.places), None)
    yield observe(
        Outcome.FAIL, subject, "form_wrong", location=place, year=report.year,
        used=_title(context, report.form), prescribed=_title(context, prescribed),
    )


def _lineage(context: Context, form: str) -> list[str]:
    chain = [form]
    while (known := context.forms.get(chain[-1])) and known.extends and known.extends not in chain:
        chain.append(known.extends)
    return chain


def _title(context: Context, form: str) -> Text:
    known = context.forms.get(form)
    return known.title if known else Text.same(form)


def tables_present(context: Context) -> Iterator[Observation]:
    """Every table that the form requires is there."""
    for table in context.form.tables:
        if context.report.tables.get(table.id):
            place = context.report.places.get(table.id)
            yield observe(Outcome.PASS, table.title, "table_present", location=place)
        elif table.required:
            outcome, message = _why_missing(context, table)
            yield observe(outcome, table.title, message, table=table.title)


def _why_missing(context: Context, table: Table) -> tuple[Outcome, str]:
    if _beyond_what_was_read(context, table):
        return Outcome.UNKNOWN, "table_beyond"
    section_printed = any(section.id == table.section for section in context.report.sections)
    if (converted(context) and section_printed) or _labels_printed(context, table):
        return Outcome.UNKNOWN, "table_unread"
    if _in_attachment(context, table):
        return Outcome.UNKNOWN, "table_attached"
    return Outcome.FAIL, "table_missing"


def _in_attachment(context: Context, table: Table) -> bool:
    """Whether the text says that the table is in an attachment, another file than this."""
    said = "\n".join(section.text for section in context.report.sections
                     if section.id == table.section)
    return holds(said, _ATTACHED) or _LISTED.search(whole_text(context)) is not None


def _beyond_what_was_read(context: Context, table: Table) -> bool:
    """Whether the table would stand before or after the part that was read."""
    report = context.report
    order = [section.id for section in context.form.sections]
    place = order.index(table.section) if table.section in order else len(order)
    printed = {order.index(s.id) for s in report.sections if s.id in order}
    printed |= {
        order.index(other.section)
        for other in found_tables(context) if other.section in order
    }
    if breaks_off(context) and not any(position > place for position in printed):
        return True
    return not report.source.begins and not any(position < place for position in printed)


def _labels_printed(context: Context, table: Table) -> bool:
    text = re.sub(r"\s", "", whole_text(context))
    labels = [re.sub(r"\s", "", label_of(placed.row)) for placed in rows_of(table)]
    long = [label for label in labels if len(label) > 4]
    return bool(long) and sum(label in text for label in long) * 2 > len(long)


def rows_present(context: Context) -> Iterator[Observation]:
    """Every row of the form is in a table that was found."""
    for table in found_tables(context):
        printed = context.report.tables[table.id]
        place = context.report.places.get(table.id)
        merged = [group for group in _groups(table) if _printed_as_one_row(group, printed)]
        inside = {row.id for group in merged for row in _leaves(group)}
        for group in merged:
            yield observe(
                _doubted(context), _named(table, label_of(group)), "group_as_row",
                location=place, group=label_of(group), count=len(_leaves(group)),
            )
        rows = [placed.row for placed in rows_of(table)]
        missing = [row for row in rows if row.id not in printed and row.id not in inside]
        if not missing:
            yield observe(Outcome.PASS, table.title, "rows_all", location=place)
            continue
        unsure = _unsure_of_rows(context, table, rows, missing)
        yield observe(
            Outcome.UNKNOWN if unsure else Outcome.FAIL, table.title,
            _why_unread(context) if unsure else "rows_missing", location=place,
            count=len(missing), rows="、".join(label_of(row) for row in missing),
        )


def _named(table: Table, row: str) -> Text:
    return Text(f"{table.title.zh}·{row}", f"{table.title.en}: {row}")


def _groups(table: Table) -> Iterator[Row]:
    stack = [row for block in table.blocks for row in block.rows]
    while stack:
        row = stack.pop(0)
        if row.rows:
            yield row
            stack[:0] = row.rows


def _leaves(group: Row) -> list[Row]:
    return [leaf for row in group.rows for leaf in (_leaves(row) if row.rows else [row])]


def _printed_as_one_row(group: Row, printed: Mapping[str, object]) -> bool:
    return (
        not group.has_cells and group.id in printed
        and not any(leaf.id in printed for leaf in _leaves(group))
    )


def _unsure_of_rows(context: Context, table: Table, rows: list[Row], missing: list[Row]) -> bool:
    if context.report.source.unruled or context.report.unknown_rows.get(table.id) \
            or len(missing) * 2 > len(rows) or _read_in_part(context, table):
        return True
    only_the_end = [row.id for row in rows[-len(missing):]] == [row.id for row in missing]
    tables = list(found_tables(context))
    return breaks_off(context) and only_the_end and tables[-1].id == table.id


def _why_unread(context: Context) -> str:
    return "rows_unruled" if context.report.source.unruled else "rows_unread"


def _read_in_part(context: Context, table: Table) -> bool:
    """Whether a table of a PDF has other cells or labels that were not read as printed.

    A row that is torn at the foot of a page leaves such traces.
    """
    report = context.report
    return report.source.first_format == "pdf" and (
        bool(report.labels.get(table.id)) or any(
            value is CellState.UNREADABLE
            for cells in report.tables[table.id].values() for value in cells))


def labels_as_form(context: Context) -> Iterator[Observation]:
    """Rows are named as the form names them, and the form's rows are the only ones."""
    for table in found_tables(context):
        differing = context.report.labels.get(table.id, {})
        unknown = context.report.unknown_rows.get(table.id, [])
        place = context.report.places.get(table.id)
        clean = True
        for placed in rows_of(table):
            printed = differing.get(placed.row.id, "")
            allowed = [placed.row.id, label_of(placed.row), *placed.row.variants]
            if not printed.strip() or _letters(printed) in map(_letters, allowed) \
                    or _behind_its_group(printed, placed, allowed):
                continue
            clean = False
            note = context.report.notes.get((table.id, placed.row.id, 0))
            yield observe(
                _doubted(context), name_of(placed), _in_doubt(context, "label_differs"),
                location=(note.location if note else None) or place,
                printed=printed, label=label_of(placed.row),
            )
        for printed in unknown:
            clean = False
            yield observe(
                _doubted(context), _named(table, printed), _in_doubt(context, "row_not_in_form"),
                location=place, printed=printed,
            )
        if clean:
            yield observe(Outcome.PASS, table.title, "labels_right", location=place)


def _doubted(context: Context) -> Outcome:
    """A failure, but for tables that were put together without ruling lines."""
    return Outcome.UNKNOWN if context.report.source.unruled else Outcome.FAIL


def _in_doubt(context: Context, message: str) -> str:
    return "labels_unruled" if context.report.source.unruled else message


def _behind_its_group(printed: str, placed: PlacedRow, allowed: Iterable[str]) -> bool:
    """Whether words of the row's groups stand before its label, in text without columns."""
    words = re.sub(r"\s", "", printed)
    before = "".join(_letters(label) for label in group_labels(placed))
    for label in allowed:
        own = re.sub(r"\s", "", label)
        rest = _letters(words.removesuffix(own))
        if words.endswith(own) and rest and rest in before:
            return True
    return False


def _letters(label: str) -> str:
    number = r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])"
    return re.sub(r"[\s\W_]", "", re.sub(number, "", label))
