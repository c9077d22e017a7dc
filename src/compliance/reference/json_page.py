"""The keys of ``--format json``, object by object."""

from __future__ import annotations

from compliance.messages import say
from compliance.model.text import Language, Text
from compliance.reference.markdown import code, table

_CELL = Text("单元格，见 [cell](#cell)", "a cell: see [cell](#cell)")
_LOCATION = Text("所在位置，见 [location](#location)；不知道的为 `null`",
                 "where it stands: see [location](#location); null when that is not known")
_RULE = Text("规则编号", "id of the rule")
_CATEGORY = Text("类别", "category of the rubric")
_NUMBERS = Text("所涉结果在 `results` 中的序号，从 0 起", "numbers of results, from 0")

OBJECTS: dict[str, dict[str, Text]] = {
    "output": {
        "audits": Text("每份报告一个，见 [audit](#audit)",
                       "one for each report: see [audit](#audit)"),
    },
    "audit": {
        "report": Text("报告，见 [report](#report)", "the report: see [report](#report)"),
        "results": Text("每条规则对每个对象的结果，见 [result](#result)",
                        "what each rule says of each subject: see [result](#result)"),
        "findings": Text("问题，见 [finding](#finding)", "findings: see [finding](#finding)"),
        "score": Text("得分，见 [score](#score)", "the score: see [score](#score)"),
        "coverage": Text("读出、核对了多少，见 [coverage](#coverage)",
                         "how much was read and assessed: see [coverage](#coverage)"),
        "gate": Text("结论，见 [gate](#gate)", "the verdict: see [gate](#gate)"),
        "provenance": Text("据以审核的输入和规则，见 [provenance](#provenance)",
                           "what the audit was made from: see [provenance](#provenance)"),
        "file": Text("仅见于未能读取的文件：路径",
                     "only of a file that could not be read: its path"),
        "error": Text("仅见于未能读取的文件：原因", "only of a file that could not be read: why"),
    },
    "report": {
        "form": Text("格式编号", "id of the form"), "year": Text("年度", "fiscal year"),
        "jurisdiction": Text("地区，ISO 3166-2", "jurisdiction, ISO 3166-2"),
        "division": Text("行政区划代码，GB/T 2260", "GB/T 2260 code of the division"),
        "body": Text("单位", "the body that reports"),
        "kind": Text("`government`、`department` 或 `township`",
                     "`government`, `department` or `township`"),
        "title": Text("标题", "title"), "published": Text("发布日期", "date of publication"),
        "signed": Text("落款日期", "date of signature"),
        "file": Text("文件路径", "path of the file"),
        "digest": Text("文件的 `sha256:…`", "`sha256:…` of the file"),
        "format": Text("文件格式", "format of the file"),
        "begins": Text("开头是否完整", "whether the beginning is there"),
        "ends": Text("结尾是否完整", "whether the end is there"),
    },
    "result": {
        "rule": _RULE,
        "result": Text("`pass`、`fail`、`not_applicable`、`unknown`、`error` 或 `waived`",
                       "`pass`, `fail`, `not_applicable`, `unknown`, `error` or `waived`"),
        "subject": Text("检查的对象", "what it was judged on"),
        "explanation": Text("说明", "why"),
        "cells": Text("所涉单元格，见 [cell](#cell)", "the cells: see [cell](#cell)"),
        "location": _LOCATION,
        "known": Text("是否已在基线中", "whether it is in the baseline"),
        "waiver": Text("豁免：`reason` 理由、`approver` 批准人、`from` 起、`until` 止",
                       "the waiver: `reason`, `approver`, `from`, `until`; null for none"),
    },
    "cell": {
        "table": Text("表的名称", "id of the table"), "row": Text("行的名称", "id of the row"),
        "column": Text("列的名称", "id of the column"),
        "value": Text("数；JSON 数不能准确表示的写成文字",
                      "the number; text where a JSON number would not be exact"),
        "state": Text("`number`、`blank`、`not_applicable` 或 `unreadable`",
                      "`number`, `blank`, `not_applicable` or `unreadable`"),
        "text": Text("所印文字", "as printed"), "unit": Text("所印单位", "unit as printed"),
        "doubt": Text("读数有疑问的原因", "why the reading is not sure"), "location": _LOCATION,
    },
    "location": {
        "line": Text("行，从 1 起", "line, from 1"),
        "column": Text("列，从 1 起", "column, from 1"),
        "end_line": Text("末行", "last line"), "end_column": Text("末列", "last column"),
        "page": Text("页，从 1 起", "page, from 1"),
        "path": Text("文件内的路径", "path inside the file"),
        "box": Text("页上的方框：左、上、右、下", "box on the page: left, top, right, bottom"),
        "section": Text("正文所在部分的标题", "heading of the section that running text stands in"),
        "paragraph": Text("该部分的第几段，从 1 起", "paragraph of that section, from 1"),
    },
    "finding": {
        "rule": _RULE, "severity": Text("程度", "severity"), "category": _CATEGORY,
        "title": Text("要求", "the requirement"),
        "basis": Text("依据：`document` 文件、`clause` 条款、`strength` 强度",
                      "what it stands on: `document`, `clause`, `strength`"),
        "mend": Text("怎样整改", "how to mend it"), "location": _LOCATION,
        "suspect": Text("疑似填错的单元格；认不定的为 `null`",
                        "the suspect cell; null when it cannot be told"),
        "unique": Text("是否只有一种改法", "whether there is only one way to mend it"),
        "more": Text("是否还有未列出的改法", "whether there are more ways than listed"),
        "candidates": Text("可能的改法，见 [candidate](#candidate)",
                           "possible corrections: see [candidate](#candidate)"),
        "results": _NUMBERS,
    },
    "candidate": {
        "changes": Text("改动，见 [change](#change)", "what changes: see [change](#change)"),
        "mends": _NUMBERS,
        "breaks": Text("改后会不符的其他要求", "requirements that would then fail"),
    },
    "change": {
        "name": Text("改动之处", "what is changed"), "printed": Text("现填", "as printed"),
        "value": Text("应填；不止一个值的为 `null`", "what it should be; null when several fit"),
        "low": Text("应填之数的下限", "the least value that fits"),
        "high": Text("应填之数的上限", "the greatest value that fits"),
        "unit": Text("单位", "unit"),
        "slip": Text("笔误的种类，如 `swapped`", "kind of slip, such as `swapped`"),
        "why": Text("笔误的说明", "the slip in words"),
        "paths": Text("在报告文件中的路径", "paths in the report file"),
        "cell": _CELL, "location": _LOCATION,
    },
    "score": {
        "model": Text("评分方法", "the scoring model"),
        "total": Text("得分；未评分的为 `null`", "the total; null when there is none"),
        "grade": Text("等级", "grade"),
        "without_waivers": Text("不计豁免的得分", "the total with waived failures counted"),
        "veto": Text("一票否决的规则", "failed rules that take every grade away"),
        "categories": Text(
            "各类：`category`、`points` 分值、`earned` 得分、`passed`、`failed`、`unknown` 规则数",
            "by category: `category`, `points`, `earned`, and the rules that `passed`, `failed` "
            "or are `unknown`"),
        "receipt": Text(
            "扣分：`rule`、`category`、`lost` 扣分、`regained` 改正可得、`subjects` 处数、`cells`",
            "points lost: `rule`, `category`, `lost`, `regained`, `subjects`, `cells`"),
    },
    "coverage": {
        "cells_read": Text("读出的单元格", "cells read"),
        "cells_filled": Text("有数或标为不适用的单元格",
                             "cells with a number, or marked as not applicable"),
        "cells_expected": Text("格式应有的单元格", "cells of the form"),
        "rules_assessed": Text("核对了的规则", "rules assessed"),
        "rules_in_force": Text("适用的规则", "rules that apply"),
    },
    "gate": {
        "holds": Text("是否通过", "whether the gate holds"),
        "reasons": Text("不通过的原因", "why it does not"),
    },
    "provenance": {
        "version": Text("程序的版本", "version of the program"),
        "input": Text("输入的摘要", "digest of the input"),
        "profile": Text("审核方案的名称", "name of the profile"),
        "as_of": Text("审核豁免的日期：方案指定的一天或者当天；都没有的为 `null`",
                      "the day on which waivers were judged: the profile's, or today; "
                      "null where the profile has neither"),
        "packs_chosen": Text("规则包是否由方案选定", "whether the profile names the packs"),
        "packs": Text("规则包：`pack`、`version`、`digest`", "packs: `pack`, `version`, `digest`"),
        "plugins": Text("插件：`plugin`、`version`、`digest`",
                        "plug-ins: `plugin`, `version`, `digest`"),
    },
}
"""What each key means, by the object that it stands in."""


def json_page(language: Language) -> str:
    """Every object of the output with its keys."""
    def words(key: str) -> str:
        return say(f"reference.{key}").in_(language)

    parts = ["# JSON\n", words("json_about") + "\n"]
    for name, keys in OBJECTS.items():
        rows = [(code(key), meaning.in_(language)) for key, meaning in keys.items()]
        parts += [f"## {name}\n", table([words("key"), words("meaning")], rows)]
    return "\n".join(parts)
