"""Workbooks made for tests, in three formats from one plan."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

ROOT = Path(__file__).parents[2]


@dataclass
class Plan:
    """What is written on one sheet: row, column, value, rows and columns that it spans."""

    name: str
    cells: list[tuple[int, int, Any, int, int]] = field(default_factory=list)
    row: int = 0

    def line(self, *values: Any, columns: int = 1) -> Plan:
        """A row of values from the first column on, each over so many columns."""
        for at, value in enumerate(values):
            self.cells.append((self.row, at * columns, value, 1, columns))
        self.row += 1
        return self

    def put(self, row: int, column: int, value: Any, rows: int = 1, columns: int = 1) -> None:
        self.cells.append((row, column, value, rows, columns))
        self.row = max(self.row, row + rows)


def xlsx(*plans: Plan) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for plan in plans:
            sheet = book.add_worksheet(plan.name)
            for row, column, value, rows, columns in plan.cells:
                if rows > 1 or columns > 1:
                    sheet.merge_range(row, column, row + rows - 1, column + columns - 1, value)
                else:
                    sheet.write(row, column, value)
    return out.getvalue()


def xls(*plans: Plan) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    for plan in plans:
        sheet = book.add_sheet(plan.name)
        for row, column, value, rows, columns in plan.cells:
            sheet.write_merge(row, row + rows - 1, column, column + columns - 1, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                  for name in ("office", "table", "text", "style"))


def ods_package(content: str, **parts: bytes) -> bytes:
    """An OpenDocument spreadsheet with a body and more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", ODS)
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def ods_content(tables: str, styles: str = "") -> str:
    """``content.xml`` with tables and automatic styles."""
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} {calc}>'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>")


def ods(*plans: Plan) -> bytes:
    return ods_package(ods_content("".join(map(_ods_table, plans))))


def _ods_table(plan: Plan) -> str:
    cells = {(row, column): rest for row, column, *rest in plan.cells}
    covered = {(row + down, column + right) for (row, column), (_, rows, columns) in cells.items()
               for down in range(rows) for right in range(columns)} - set(cells)
    width = max(column for _, column in {*cells, *covered}) + 1
    rows = []
    for row in range(plan.row):
        made = []
        for column in range(width):
            if (row, column) in covered:
                made.append("<table:covered-table-cell/>")
            else:
                made.append(_ods_cell(*cells.get((row, column), ("", 1, 1))))
        rows.append(f"<table:table-row>{''.join(made)}</table:table-row>")
    blank = ('<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
             "</table:table-row>")
    return f'<table:table table:name="{plan.name}">{"".join(rows)}{blank}</table:table>'


def _ods_cell(value: Any, rows: int, columns: int) -> str:
    spans = (f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
             if rows > 1 or columns > 1 else "")
    kind = f' office:value-type="float" office:value="{value}"' \
        if isinstance(value, int | float) else ""
    text = f"<text:p>{escape(str(value))}</text:p>" if value != "" else ""
    return f"<table:table-cell{spans}{kind}>{text}</table:table-cell>"


def sample() -> dict[str, Any]:
    """The clean report of the 2021 form."""
    return yaml.safe_load((ROOT / "sample_reports/cn-2021-clean.yaml").read_text("utf-8"))


def report_plans() -> list[Plan]:
    """The clean report on three sheets, one for each of its tables, with merged labels."""
    data = sample()
    form = yaml.safe_load((ROOT / "rules/forms/cn-2021.yaml").read_text("utf-8"))
    disclosed, requests, courts = (table["blocks"] for table in form["tables"])
    first, second, third = Plan("总体情况"), Plan("申请"), Plan("复议诉讼")
    first.line(data["title"], columns=4)
    first.row += 1
    for line in data["preamble"].strip().split("\n"):
        first.line(line)
    _sections(first, data, 0, 2)
    _disclosed(first, disclosed, data["tables"]["主动公开"])
    _sections(second, data, 2, 3)
    _requests(second, requests[0], data["tables"]["申请"])
    _sections(third, data, 3, 4)
    _courts(third, courts[0], data["tables"]["复议诉讼"])
    third.row += 1
    _sections(third, data, 4, 6)
    third.line("2025年3月10日")
    return [first, second, third]


def _sections(plan: Plan, data: dict[str, Any], first: int, last: int) -> None:
    for section in data["sections"][first:last]:
        plan.line(section["heading"])
        for line in (section.get("text") or "").strip().split("\n"):
            if line:
                plan.line(line)


def _disclosed(plan: Plan, blocks: list[dict[str, Any]], values: dict[str, Any]) -> None:
    for block in blocks:
        plan.line(block["heading"], columns=4)
        wide = 3 // len(block["columns"])
        heads = [column.get("label", column["id"]) for column in block["columns"]]
        for label, cells in [("信息内容", heads), *((row["id"], values[row["id"]])
                                                   for row in block["rows"])]:
            row = plan.row
            plan.put(row, 0, label)
            for at, value in enumerate(cells):
                plan.put(row, 1 + at * wide, value, 1, wide)


def _requests(plan: Plan, block: dict[str, Any], values: dict[str, Any]) -> None:
    top = plan.row
    heads = [column["id"] for column in block["columns"]]
    plan.put(top, 0, block["heading"], 3, 3)
    plan.put(top, 3, "申请人情况", 1, 7)
    plan.put(top + 1, 3, heads[0], 2)
    plan.put(top + 1, 4, "法人或其他组织", 1, 5)
    plan.put(top + 1, 9, heads[-1], 2)
    for at, head in enumerate(heads[1:-1]):
        plan.put(top + 2, 4 + at, head)
    for row in block["rows"]:
        if "rows" not in row:
            _labelled(plan, 0, row, values)
            continue
        start = plan.row
        plan.put(start, 0, row["label"], sum(len(group.get("rows", [0])) for group in row["rows"]))
        plan.row = start
        for group in row["rows"]:
            if "rows" not in group:
                _labelled(plan, 1, group, values)
                continue
            start = plan.row
            plan.put(start, 1, group["label"], len(group["rows"]))
            plan.row = start
            for leaf in group["rows"]:
                _labelled(plan, 2, leaf, values)


def _labelled(plan: Plan, column: int, row: dict[str, Any], values: dict[str, Any]) -> None:
    at = plan.row
    plan.put(at, column, row["label"], 1, 3 - column)
    for number, value in enumerate(values[row["id"]]):
        plan.put(at, 3 + number, value)


def _courts(plan: Plan, block: dict[str, Any], values: dict[str, Any]) -> None:
    top = plan.row
    plan.put(top, 0, "行政复议", 2, 5)
    plan.put(top, 5, "行政诉讼", 1, 10)
    plan.put(top + 1, 5, "未经复议直接起诉", 1, 5)
    plan.put(top + 1, 10, "复议后起诉", 1, 5)
    for at, row in enumerate(block["rows"]):
        for number, column in enumerate(block["columns"]):
            plan.put(top + 2, 5 * at + number, column["id"])
            plan.put(top + 3, 5 * at + number, values[row["id"]][number])
