"""The kinds of files that people write, and the classes that say what may stand in them."""

from __future__ import annotations

from typing import Any

from compliance.messages import say
from compliance.model.form import Form
from compliance.model.pack import Pack
from compliance.model.profile import Profile
from compliance.model.reader import Reader
from compliance.model.report_file import ReportFile
from compliance.model.text import Language, Text
from compliance.model.words import WordList
from compliance.reference.fields import record_section, records_below
from compliance.reference.markdown import code, table
from compliance.testing.cases import Expected

FILES: dict[str, type[Any]] = {
    "pack": Pack, "form": Form, "profile": Profile, "report": ReportFile,
    "words": WordList, "cases": Expected, "reader": Reader,
}
"""Page → the class of the whole file (of what a case expects, for cases)."""

KINDS: dict[str, Text] = {
    "pass": Text("这些报告上规则通过", "reports on which the rule passes"),
    "fail": Text("这些报告上规则不通过；`expect` 写应报出什么",
                 "reports on which it fails; `expect` says what must be reported"),
    "not_applicable": Text("这些报告上规则不适用", "reports to which it does not apply"),
    "mutate": Text("从通过的报告改动几格，规则必须发现",
                   "a report on which it passes, with cells changed: it must notice"),
}
"""Kinds of cases: what each is."""

CASE_KEYS: dict[str, Text] = {
    "expect": Text("`fail` 用例应报出什么，见下", "what a `fail` case must report; see below"),
    "profile": Text("审核时用的方案", "a profile to audit under"),
    "report": Text("`mutate`：规则通过的报告，或者报告文件的路径（从用例文件算起）",
                   "`mutate`: a report on which the rule passes, or the path of a report file "
                   "from the file of cases"),
    "set": Text("`mutate`：改动的格，`表/行/列序号: 新值`；`+1`、`-1` 是加减；列序号从 0 起",
                "`mutate`: cells to change, `table/row/number of the column: new value`; `+1` and "
                "`-1` change the old value; the first column is 0"),
    "cells": Text("`mutate`：必须指出的格，`表/行/列`",
                  "`mutate`: cells that must be named, `table/row/column`"),
}
"""Keys of a case beside those of a report file."""


def record_page(name: str, language: Language) -> str:
    """Every key of one kind of file."""
    def words(key: str, /, **values: object) -> str:
        return say(f"reference.{key}", **values).in_(language)

    known = records_below(FILES[name])
    parts = [f"# {words('keys_of', file=words(f'file_{name}'))}\n"]
    if name == "cases":
        parts += [words("cases_about") + "\n",
                  table([words("kind"), words("meaning")], _rows(KINDS, language)),
                  words("case_keys_about") + "\n",
                  table([words("key"), words("meaning")], _rows(CASE_KEYS, language))]
    parts += [record_section(model, known, language) for model in known]
    return "\n".join(parts)


def _rows(meanings: dict[str, Text], language: Language) -> list[tuple[str, str]]:
    return [(code(name), meaning.in_(language)) for name, meaning in meanings.items()]
