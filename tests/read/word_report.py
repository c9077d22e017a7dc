"""A complete report of 2021's form as Word would write it: styles, lists, merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from word_file import (
    definition,
    docx,
    level,
    num,
    p,
    run,
    span,
    tbl,
    tc,
    tr,
)

from compliance.model.form import Block, Form, Row

Values = dict[str, list[Any]]
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>')
_HEADS = definition(0, level(0, "japaneseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
_ITEMS = definition(1, level(0, "decimal", "%1."))
_FIRST_ITEMS = 10
_NUMBER = re.compile(r"[一二三四五六]、|（[一二三四五六]）|\d\.")


def word_report(report: dict[str, Any], form: Form) -> bytes:
    """A report file (as YAML gives it) as a Word file."""
    made = _Report(report, form)
    body = "".join(made.parts())
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = "".join(num(_FIRST_ITEMS + n, 1, again) for n in range(made.lists))
    return docx(body, STYLES, _HEADS + _ITEMS + num(1, 0) + lists)


class _Report:
    def __init__(self, report: dict[str, Any], form: Form) -> None:
        self.report, self.form = report, form
        self.lists = 0

    def parts(self) -> Iterator[str]:
        # A title on two lines, and one number of the year typed later.
        yield p(run(self.report["body"]) + "<w:r><w:br/></w:r>" + "".join(
            run(piece) for piece in (self.report["title"].removeprefix(self.report["body"]))))
        if "published" in self.report:
            yield p(f"发布日期：{self.report['published']}")
        yield from map(p, self.report["preamble"].split("\n"))
        blocks = {table.section: table for table in self.form.tables}
        for section, known in zip(self.report["sections"], self.form.sections, strict=True):
            yield p(_bare(section["heading"]), '<w:pStyle w:val="1"/>')
            for line in section.get("text", "").split("\n"):
                numbered = line.startswith("（")
                yield p(_bare(line), '<w:pStyle w:val="2"/>' if numbered else "")
            if known.id in blocks:
                table = blocks[known.id]
                values = self.report["tables"][table.id]
                draw = {"主动公开": self._disclosure, "申请": self._applications,
                        "复议诉讼": self._disputes}[table.id]
                yield draw(table.blocks, values)

    def _disclosure(self, blocks: list[Block], values: Values) -> str:
        rows = []
        for block in blocks:
            wide = span(4 - len(block.columns)) if len(block.columns) == 1 else ""
            rows.append(tr(tc(block.heading, span(4))))
            rows.append(tr("信息内容", *(tc(c.label or c.id, wide) for c in block.columns)))
            rows += [tr(row.id, *(tc(_shown(v), wide) for v in values[row.id]))
                     for row in block.rows]
        return tbl(*rows)

    def _applications(self, blocks: list[Block], values: Values) -> str:
        (block,) = blocks
        first, *middle, last = block.columns
        rows = [
            tr(tc(_broken(block.heading), span(3) + RESTART), tc("申请人情况", span(7))),
            tr(tc("", span(3) + CONTINUE), tc(first.id, RESTART), tc("法人或其他组织", span(5)),
               tc(last.id, RESTART)),
            tr(tc("", span(3) + CONTINUE), tc("", CONTINUE),
               *(tc(_broken(c.id)) for c in middle), tc("", CONTINUE)),
        ]
        for row in block.rows:
            if not row.rows:
                rows.append(tr(tc(_broken(row.label), span(3)), *map(_cell, values[row.id])))
                continue
            for place, below in enumerate(row.rows):
                head = tc(_broken(row.label), RESTART) if not place else tc("", CONTINUE)
                rows += self._group(head, below, values)
        return tbl(*rows)

    def _group(self, head: str, row: Row, values: Values) -> Iterator[str]:
        if not row.rows:
            yield tr(head, tc(_broken(row.label), span(2)), *map(_cell, values[row.id]))
            return
        self.lists += 1
        listed = f'<w:numPr><w:numId w:val="{_FIRST_ITEMS + self.lists - 1}"/></w:numPr>'
        for place, below in enumerate(row.rows):
            yield tr(head if not place else tc("", CONTINUE),
                     tc(_broken(row.label), RESTART) if not place else tc("", CONTINUE),
                     tc(p(_broken(_bare(below.label)), listed)), *map(_cell, values[below.id]))
            head = tc("", CONTINUE)

    def _disputes(self, blocks: list[Block], values: Values) -> str:
        (block,) = blocks
        names = [c.id for c in block.columns]
        return tbl(
            tr(tc("行政复议", span(5)), tc("行政诉讼", span(10))),
            tr(*(tc(_broken(name), RESTART) for name in names),
               tc("未经复议直接起诉", span(5)), tc("复议后起诉", span(5))),
            tr(*(tc("", CONTINUE) for _ in names), *(tc(name) for name in names * 2)),
            tr(*(_cell(v) for row in values.values() for v in row)))


def _bare(text: str) -> str:
    """A text without the number that a list puts before it."""
    return _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text


def _broken(label: str) -> str:
    """The run of a label broken over two lines, as narrow columns make people do."""
    middle = len(label) // 2
    broken = f"<w:t>{label[:middle]}</w:t><w:br/><w:t>{label[middle:]}</w:t>"
    return f"<w:r>{broken if len(label) > 3 else f'<w:t>{label}</w:t>'}</w:r>"


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _cell(value: Any) -> str:
    """A cell whose figure is in two runs, as after an edit."""
    text = _shown(value)
    return tc(p(run(text[:1]) + '<w:proofErr w:type="spellStart"/>' + run(text[1:], "<w:b/>")))
