"""The built-in readers and the signs of their formats."""

from __future__ import annotations

from compliance.model.reader import Reader
from compliance.model.text import Text

READERS: list[Reader] = [
    Reader("pdf", Text.same("PDF"), "compliance.read.pdf:read_pdf", starts=(b"%PDF-",)),
    Reader("docx", Text("Word 文件（DOCX）", "a Word file (DOCX)"),
           "compliance.read.docx:read_docx", member="word/"),
    Reader("xlsx", Text("Excel 文件（XLSX）", "an Excel file (XLSX)"),
           "compliance.read.workbook:read_workbook", member="xl/"),
    Reader("xls", Text("旧版 Excel 文件（XLS）", "an old Excel file (XLS)"),
           "compliance.read.workbook:read_workbook", streams=("Workbook", "Book")),
    Reader("ods", Text("OpenDocument 表格（ODS）", "an OpenDocument spreadsheet (ODS)"),
           "compliance.read.workbook:read_workbook",
           media="application/vnd.oasis.opendocument.spreadsheet"),
    Reader("odt", Text("OpenDocument 文档（ODT）", "an OpenDocument text (ODT)"),
           "compliance.read.office:read_by_office",
           media="application/vnd.oasis.opendocument.text"),
    Reader("doc", Text("旧版 Word 或 WPS 文件（DOC、WPS）", "an old Word or WPS file (DOC, WPS)"),
           "compliance.read.office:read_by_office", streams=("WordDocument",)),
    Reader("rtf", Text.same("RTF"), "compliance.read.office:read_by_office", starts=(b"{\\rtf",)),
    Reader("yaml", Text.same("YAML"), "compliance.read.structured:read_yaml"),
    Reader("json", Text.same("JSON"), "compliance.read.structured:read_json"),
    Reader("html", Text("网页（HTML）", "a web page (HTML)"), "compliance.read.html:read_html"),
    Reader("mhtml", Text("单文件网页（MHT、MHTML）", "a web page in one file (MHT, MHTML)"),
           "compliance.read.mhtml:read_mhtml"),
    Reader("csv", Text("逗号分隔的表格（CSV）", "comma-separated tables (CSV)"),
           "compliance.read.text_csv:read_csv"),
    Reader("text", Text("纯文本", "plain text"), "compliance.read.text:read_text"),
]
