"""The page of one form: its sections, its tables row by row, what it looks for in the text."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.messages import say
from compliance.model.form import Block, Column, Form, FormSection, Row, Table
from compliance.model.text import Language
from compliance.reference.markdown import code, escaped, items, table
from compliance.reference.rule_page import years_text


def form_page(form: Form, language: Language) -> str:
    """The page of a form as Markdown."""
    return _Page(form, language).whole()


class _Page:
    """Writes the page of one form in one language."""

    def __init__(self, form: Form, language: Language) -> None:
        self.form, self.language = form, language
        self.comma = self.say("list_comma")

    def say(self, key: str, /, **values: object) -> str:
        return say(f"reference.{key}", **values).in_(self.language)

    def whole(self) -> str:
        form = self.form
        parts = [f"# {form.form} {escaped(form.title.in_(self.language))}\n",
                 items(self.about())]
        if form.sections:
            parts += [f"## {self.say('sections')}\n", self.sections(form.sections)]
        for grid in form.tables:
            parts += [f"## {escaped(grid.title.in_(self.language))}\n", *self.table(grid)]
        if form.statements:
            titles = {pattern.id: pattern.title for pattern in form.statements}
            rows = [(code(name), escaped(title.in_(self.language)))
                    for name, title in titles.items()]
            parts += [f"## {self.say('statements')}\n", self.say("statements_about") + "\n",
                      table([self.say("name"), self.say("meaning")], rows)]
        return "\n".join(parts)

    def about(self) -> Iterator[str]:
        form = self.form
        yield self.say("years", years=years_text(form.years, self.language))
        yield self.say("jurisdiction", jurisdiction=code(form.jurisdiction))
        if form.basis:
            yield self.say("form_basis", basis=escaped(form.basis))
        if form.extends:
            yield self.say("extends", form=f"[{form.extends}]({form.extends}.md)")

    def sections(self, sections: list[FormSection]) -> str:
        rows = [(code(section.id), escaped(section.heading),
                 self.say("needed" if section.required else "optional"),
                 escaped(self.comma.join(part.id for part in section.parts)))
                for section in sections]
        head = [self.say(name) for name in ("name", "heading", "needed_head", "matters")]
        return table(head, rows)

    def table(self, grid: Table) -> Iterator[str]:
        yield self.say("table_is", table=code(grid.id)) + "\n"
        for block in grid.blocks:
            if block.heading:
                yield f"**{escaped(block.heading)}**\n"
            columns = self.comma.join(map(self.column, block.columns))
            yield f"{self.say('columns', columns=columns)}\n"
            yield self.rows(block)

    def column(self, column: Column) -> str:
        label = column.label or column.id
        shown = "" if label == column.id else self.say("aside", words=escaped(label))
        return code(column.id) + shown

    def rows(self, block: Block) -> str:
        lines = [(("　" * depth) + code(row.id), escaped(row.label or row.id), escaped(row.unit),
                  self.sum_of(row)) for row, depth in _walk(block.rows, 0)]
        head = [self.say(name) for name in ("row", "label", "unit", "total_of")]
        return table(head, lines)

    def sum_of(self, row: Row) -> str:
        if row.rows and not row.has_cells:
            return self.say("is_group")
        return self.comma.join(map(code, row.total_of))


def _walk(rows: list[Row], depth: int) -> Iterator[tuple[Row, int]]:
    for row in rows:
        yield row, depth
        yield from _walk(row.rows, depth + 1)
