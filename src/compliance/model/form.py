"""A form: what a report of one kind must contain.

Forms are data, one YAML file per era and jurisdiction.  Ids are the short
Chinese terms that formulas use; they are unique within a form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from compliance.model.jurisdiction import within
from compliance.model.text import Text
from compliance.record import field, record

_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}


@record
class Years:
    """Fiscal years, both ends included; an open end is null."""

    __pydantic_config__ = _CONFIG

    first: int | None = None
    """First fiscal year."""
    last: int | None = None
    """Last fiscal year."""

    def __contains__(self, year: int) -> bool:
        return (self.first is None or year >= self.first) and (
            self.last is None or year <= self.last
        )


@record
class SectionPart:
    """A matter that a section must speak of: one of the five parts of 总体情况."""

    __pydantic_config__ = _CONFIG

    id: str
    """Name of the part: ``监督保障``."""
    words: list[str] = field(default_factory=list)
    """Any of these words in the section shows that the part is there."""


@record
class FormSection:
    """A section that the form prescribes."""

    __pydantic_config__ = _CONFIG

    id: str
    """Short name, unique among sections: ``总体情况``."""
    heading: str
    """Heading as the form prints it, without its number."""
    variants: list[str] = field(default_factory=list)
    """Other headings that are as good."""
    words: list[str] = field(default_factory=list)
    """A heading with all characters of one of these words in order is this section,
    though not as the form words it: ``存在*问题``.  ``*`` stands for any characters."""
    number: int | None = None
    """Place in the order that the form prescribes; null when the order is free."""
    required: bool = True
    """False for sections that may be left out."""
    parts: list[SectionPart] = field(default_factory=list)
    """Matters that the section must speak of."""


@record
class Column:
    """A column of a table."""

    __pydantic_config__ = _CONFIG

    id: str
    """Short name, used in formulas: ``自然人``."""
    label: str = ""
    """Label as the form prints it; the id when left out.  ``{year}`` is the fiscal year."""
    variants: list[str] = field(default_factory=list)
    """Other labels in use."""
    unit: str = ""
    """Unit of the column, where it differs from the row's."""
    whole: bool = True
    """False for a column of figures that are no counts: days on average, amounts."""
    signed: bool = False
    """True for a column of figures that may be negative: 本年增/减."""
    optional: bool = False
    """True for a cell that a row may lack: the median of nothing.  What a formula says of
    a figure that is not there does not apply."""


@record
class Row:
    """A row, or a group of rows."""

    __pydantic_config__ = _CONFIG

    id: str
    """Short name, unique within the form, used in formulas: ``本年新收``."""
    label: str = ""
    """Label as the form prints it; the id when left out."""
    variants: list[str] = field(default_factory=list)
    """Other labels in use."""
    unit: str = ""
    """Unit: ``件``, ``条``, ``万元``."""
    code: str = ""
    """Code that the form prints in the row before its figures: ``01``."""
    rows: list[Row] = field(default_factory=list)
    """Rows of a group.  A group has no cells of its own unless ``cells`` says so."""
    open: bool = False
    """True for a group whose rows the report brings: one for each office that it names.
    Ids of rows are then unique within their table only."""
    cells: bool | None = None
    """Whether the row has cells; by default, rows have and groups have not."""
    columns: list[str] = field(default_factory=list)
    """Ids of the columns that the row has; all of its block's when left out."""
    total_of: list[str] = field(default_factory=list)
    """Ids of rows or groups that add up to this row."""
    whole: bool = True
    """True for counts, which are whole and not negative."""

    @property
    def has_cells(self) -> bool:
        """Whether the form prints cells in this row."""
        return self.cells if self.cells is not None else not self.rows


@record
class Block:
    """Rows of a table that share their columns."""

    __pydantic_config__ = _CONFIG

    columns: list[Column]
    """Columns in printed order."""
    rows: list[Row]
    """Rows in printed order."""
    heading: str = ""
    """Line printed above the block: ``第二十条第（一）项``."""


@record
class Table:
    """A table of a form."""

    __pydantic_config__ = _CONFIG

    id: str
    """Short name, unique within the form: ``申请``."""
    title: Text
    """What a person calls it: 表三 收到和处理政府信息公开申请情况."""
    section: str = ""
    """Id of the section it stands in."""
    blocks: list[Block] = field(default_factory=list)
    """Blocks in printed order."""
    across: bool = False
    """True when the rows are printed side by side as groups of columns (表四)."""
    required: bool = True
    """Whether a report must have it."""
    unit_column: bool = False
    """True when the form prints a column of units: 计量单位."""


@record
class StatementPattern:
    """How running text claims a figure, and what the figure is."""

    __pydantic_config__ = _CONFIG

    id: str
    """Name used in formulas: ``文中新收申请``.  Several patterns may have the same."""
    title: Text
    """What it is."""
    patterns: list[str] = field(default_factory=list)
    """Regular expressions (RE2); the group ``n`` holds the number.  ``{n}`` in a
    pattern stands for a number, ``{y}`` for the fiscal year, ``{上年}`` and ``{下年}``
    for the years beside it, ``{件}`` for a unit of cases, ``{收到}`` for a verb of
    receiving, ``{申请}`` for an application for information in any wording, ``{案}``
    for such words or none, ``{起}`` for the words between 行政复议 or 行政诉讼 and its
    number, ``{止}`` for the end of a clause."""
    words: list[str] = field(default_factory=list)
    """Words of which every sentence with the figure has one: others need not be looked
    at.  All sentences are looked at when left out."""
    sections: list[str] = field(default_factory=list)
    """Ids of sections in which it is looked for; everywhere when left out."""
    near: list[str] = field(default_factory=list)
    """Regular expressions; one must match the sentence up to the figure, the sentence
    before it, or the heading.  No context is asked for when left out."""
    unless: list[str] = field(default_factory=list)
    """Regular expressions; a sentence that matches one of them is left alone."""
    not_after: list[str] = field(default_factory=list)
    """Regular expressions; a figure is left alone where the words of its sentence that
    stand before it match one of them."""
    of: Literal["year", "beginning", "end"] = "year"
    """What the figure is a count of: ``year``, the fiscal year; ``beginning``, all the
    time since counting began (累计); ``end``, what there is at the end of the year."""
    value: int | None = None
    """Value that a match stands for when the words hold no number (无, 未收到)."""


@record
class Form:
    """One form."""

    __pydantic_config__ = _CONFIG

    form: str
    """Id: ``cn-2021``."""
    title: Text
    """What it is called."""
    jurisdiction: str
    """ISO 3166-2: ``CN``, ``CN-FJ``."""
    basis: str = ""
    """Document number of the law that prescribes it."""
    years: Years = field(default_factory=Years)
    """Fiscal years for which it is prescribed."""
    extends: str = ""
    """Id of a form whose sections, tables and statements this form takes over,
    where it does not give its own of the same id."""
    signs: list[str] = field(default_factory=list)
    """Words in a report that show that it is filed under this form's jurisdiction."""
    sections: list[FormSection] = field(default_factory=list)
    """Sections in the order prescribed."""
    tables: list[Table] = field(default_factory=list)
    """Tables in the order printed."""
    statements: list[StatementPattern] = field(default_factory=list)
    """Figures that running text claims."""
    statements_from: str = ""
    """Another YAML file, whose statements come before ``statements``; its path from the
    file of the form."""
    labels: dict[str, list[str]] = field(default_factory=dict)
    """Further spellings of headings and labels that are taken over, by the id of the
    section, the row or the column."""
    without: list[str] = field(default_factory=list)
    """Ids of sections, tables and statements of the extended form that do not apply."""


MONEY = ("万元", "元", "亿元")
"""Units of amounts."""


def is_count(row: Row, column: Column) -> bool:
    """Whether a cell holds a count, a whole number, and no amount or average."""
    return row.whole and column.whole and (column.unit or row.unit) not in MONEY


def form_of_year(forms: Mapping[str, Form], year: int, jurisdiction: str) -> Form | None:
    """The form prescribed for a fiscal year; ``None`` when none is.

    A province's own form comes before the national one.
    """
    fitting = [form for form in forms.values()
               if year in form.years and within(jurisdiction, form.jurisdiction)]
    return min(fitting, key=lambda form: (-len(form.jurisdiction), form.form), default=None)
