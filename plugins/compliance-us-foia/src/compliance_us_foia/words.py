"""What the plug-in says."""

from __future__ import annotations

from compliance.model.text import Text

NO_AGENCY = Text(
    "文件中没有报告机关（Organization）；请用司法部的报表工具重新导出",
    "the file names no agency (Organization): export it again from the reporting tool")
NO_YEAR = Text(
    "文件中没有四位数的财政年度（DocumentFiscalYearDate）；请补上后重新导出",
    "the file has no fiscal year of four digits (DocumentFiscalYearDate): "
    "add it and export the file again")
TWICE = Text("同一个代码出现了不止一次", "the same code is given more than once")
NOT_A_DATE = "not a date"
NOT_A_NUMBER = "not a number"
UNKNOWN_CODE = "unknown code"
