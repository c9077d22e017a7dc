"""A spreadsheet saved as a web page: the whole report stands in one table."""

from __future__ import annotations

from compliance.model.document import Document, Grid, Line
from compliance.read.html import read_html

ROWS = (
    "某县教育局2023年政府信息公开工作年度报告", "一、总体情况", "本局认真公开政府信息。",
    "二、主动公开政府信息情况", ("信息内容", "制发件数", "现行有效件数"), ("规章", "0", "0"),
    "第二十条第（六）项", ("行政处罚", "5", "6"), ("行政强制", "7", "8"), ("", "", ""),
    "三、收到和处理政府信息公开申请情况", "未收到申请。", "某县教育局", "2024年1月10日",
)


def page(rows: tuple[str | tuple[str, ...], ...]) -> str:
    def row(cells: str | tuple[str, ...]) -> str:
        if isinstance(cells, str):
            return f"<tr><td colspan=3>{cells}</td></tr>"
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    return f"<html><body><table>{''.join(map(row, rows))}</table></body></html>"


def shown(document: Document) -> list[str | list[list[str]]]:
    return [block.text if isinstance(block, Line)
            else [[cell.text for cell in row] for row in block.rows] for block in document.blocks]


def test_paragraphs_are_lines_and_tables_are_tables(given):
    document = read_html(given(page(ROWS)))
    assert shown(document) == [
        *ROWS[:4],
        [["信息内容", "制发件数", "现行有效件数"], ["规章", "0", "0"], ["第二十条第（六）项"],
         ["行政处罚", "5", "6"], ["行政强制", "7", "8"]],
        *ROWS[10:],
    ]
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    assert [cell.row for row in grid.rows for cell in row[:1]] == [0, 1, 2, 3, 4]


def test_a_table_with_captions_only_stays_one_table(given):
    rows = ("主动公开政府信息情况统计表", ("规章", "0", "0"), "第二十条第（六）项",
            ("行政处罚", "5", "6"))
    document = read_html(given(page(rows)))
    assert len(document.blocks) == 1
