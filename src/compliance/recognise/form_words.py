"""The words of a form's tables and headings, which the readers of tables look for."""

from __future__ import annotations

from compliance.model.form import Form
from compliance.recognise.form_rows import column_names, rows_by_name
from compliance.recognise.head_lines import HeadLines
from compliance.recognise.heads import BESIDE
from compliance.recognise.labels import normal
from compliance.record import record

_FURNITURE = BESIDE | frozenset(map(normal, (
    "申请人情况", "法人或其他组织", "数量", "行政诉讼", "年度",
)))
"""Words of table heads that are no row and no column of a form."""
_MOST = 64
"""Forms whose words are kept."""
_kept: dict[tuple[int, int | None], FormWords] = {}


@record
class FormWords:
    """The words of a form, as reports for one year print them."""

    form: Form
    known: frozenset[str]
    """Labels of the rows and columns of all tables, and other words of their heads."""
    headings: frozenset[str]
    """Headings of the sections."""
    heads: HeadLines


def form_words(form: Form, year: int | None) -> FormWords:
    """The words of ``form`` in ``year``; made once for each."""
    kept = _kept.get((id(form), year))
    if kept is not None and kept.form is form:
        return kept
    if len(_kept) >= _MOST:
        _kept.clear()
    blocks = [block for table in form.tables for block in table.blocks]
    columns = _FURNITURE.union(
        *(column_names(column, year) for block in blocks for column in block.columns))
    known = columns.union(*map(rows_by_name, form.tables))
    headings = frozenset(normal(heading) for section in form.sections
                         for heading in (section.heading, *section.variants))
    notes = [block.heading for block in blocks if block.heading]
    kept = _kept[id(form), year] = FormWords(
        form, known, headings, HeadLines(known, columns, notes))
    return kept
