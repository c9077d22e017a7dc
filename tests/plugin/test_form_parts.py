"""Forms whose statements stand in a file of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import Problem
from compliance.plugin.cache import installed
from compliance.plugin.files import as_form, read_mapping
from compliance.plugin.local import with_local

FORM = """form: cn-zz-2021
title: {zh: 某市格式, en: A form}
jurisdiction: CN
statements_from: parts/figures.yaml
statements:
- {id: 乙, title: {zh: 乙, en: second}, patterns: ['乙{n}件']}
"""
PART = "- {id: 甲, title: {zh: 甲, en: first}, patterns: ['甲{n}件']}\n"


def written(tmp_path: Path, part: str, form: str = FORM) -> Path:
    path = tmp_path / "cn-zz-2021.yaml"
    path.write_text(form, "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "figures.yaml").write_text(part, "utf-8")
    return path


def test_statements_of_the_other_file_come_first(tmp_path: Path) -> None:
    path = written(tmp_path, PART)
    form, files = as_form(path, *read_mapping(path))
    assert [statement.id for statement in form.statements] == ["甲", "乙"]
    assert files == [path, tmp_path / "parts" / "figures.yaml"]


def test_what_is_wrong_in_the_other_file_is_told_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, PART + "- {id: 丙, title: {zh: 丙, en: c}, pattern: []}\n")
    with pytest.raises(Problem) as caught:
        as_form(path, *read_mapping(path))
    assert caught.value.line("zh").startswith(f"{tmp_path / 'parts' / 'figures.yaml'}:2:")
    assert "pattern" in caught.value.text.zh


@pytest.mark.parametrize(("right", "wrong"), [
    ("parts/figures.yaml", "parts/nowhere.yaml"), ("parts/figures.yaml", "[parts/figures.yaml]"),
    ("statements_from", "statement_from"),
])
def test_a_file_that_is_not_there_or_not_named_as_text(
    right: str, wrong: str, tmp_path: Path
) -> None:
    path = written(tmp_path, PART, FORM.replace(right, wrong))
    with pytest.raises(Problem):
        as_form(path, *read_mapping(path))


def test_statements_of_one_id_are_kept_and_replaced_together(tmp_path: Path) -> None:
    def statement(words: str) -> str:
        return f"- {{id: 甲, title: {{zh: 甲, en: a}}, patterns: [{words}]}}\n"

    base, own = tmp_path / "base.yaml", tmp_path / "own.yaml"
    head = ("title: {{zh: 格式, en: A form}}\njurisdiction: US-ZJ\n"
            "years: {{first: 1990, last: 1991}}\nform: {}\nstatements:\n")
    base.write_text(head.format("cn-zj-a") + statement("一") + statement("二"), "utf-8")
    own.write_text(head.format("cn-zj-b").replace("statements", "extends: cn-zj-a\nstatements")
                   + statement("一") + statement("二") + statement("三"), "utf-8")
    forms = with_local(installed(), [str(base), str(own)]).forms
    assert [item.patterns for item in forms["cn-zj-a"].statements] == [["一"], ["二"]]
    assert [item.patterns for item in forms["cn-zj-b"].statements] == [["一"], ["二"], ["三"]]
