"""A pack that is wrong is named: which rule, what is wrong, where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from compliance.errors import Problem
from compliance.evaluate import build_program
from compliance.plugin.cache import installed
from compliance.plugin.files import as_pack, read_mapping

PACK = """
pack: local
title: {zh: 本地, en: local}
version: 1.0.0
jurisdiction: CN
rules: []
"""


@pytest.mark.parametrize("formula", [
    "本年新收[总计] +", "本年新收[总计] = ", "((((", "__import__('os')",
    "没有这一行[总计] = 1", "本年新收[没有这一列] = 1",
])
def test_a_broken_formula_names_its_rule(formula: str) -> None:
    library = installed()
    rule = replace(library.rules()["CN-T3-01"], id="LOCAL-1", check=formula, for_each=None)
    with pytest.raises(Problem) as caught:
        build_program(library.forms["cn-2021"], [rule])
    assert "LOCAL-1" in caught.value.line("zh")
    assert "\n" not in caught.value.line("en")


def test_an_unknown_key_in_a_pack_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(PACK + "colour: red\n", "utf-8")
    with pytest.raises(Problem) as caught:
        as_pack(path, *read_mapping(path))
    assert "colour" in caught.value.line("en")
    assert str(path) in caught.value.line("en")


def test_a_pack_that_is_not_a_mapping_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("- 1\n", "utf-8")
    with pytest.raises(Problem):
        as_pack(path, *read_mapping(path))
