"""``compliance rules --check``: rules that contradict or repeat each other, cells left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from compliance.errors import Problem
from compliance.evaluate.program import Program, build_program
from compliance.locate.consistency import Consistency, consistency
from compliance.model.form import Block, Column, Form, Row, Table
from compliance.model.pack import Basis, ForEach, Rule, Severity
from compliance.model.text import Text

Make = Callable[..., Consistency]


def rule(id_: str, check: str, severity: Severity = "error", row: bool = False,
         when: str = "") -> Rule:
    return Rule(id_, Text.same(id_), id_, [Basis("甲")], severity, "arithmetic", Text.same("改"),
                for_each=ForEach(row="表") if row else None, when=when, check=check)


@pytest.fixture
def form() -> Form:
    columns = [Column("甲"), Column("乙"), Column("总计")]
    return Form("f", Text.same("f"), "CN", tables=[
        Table("表", Text.same("表"), blocks=[Block(columns, [Row("收"), Row("办"), Row("结")])])])


def compared(form: Form, *rules: Rule) -> Consistency:
    program: Program = build_program(form, list(rules))
    return consistency(program, rules)


SUMS = rule("SUMS", "甲 + 乙 = 总计", row=True)


def test_sums_hold_together_and_leave_nothing_out(form: Form) -> None:
    found = compared(form, SUMS)
    assert found.relations == 3
    assert (found.contradictory, found.zero, found.redundant, found.unguarded) == ([], [], [], [])


def test_a_contradiction_names_the_rules_that_make_it(form: Form) -> None:
    off = rule("OFF", "收[甲] + 收[乙] + 1 = 收[总计]")
    idle = rule("IDLE", "办[甲] ≤ 办[总计]")
    found = compared(form, SUMS, off, idle)
    assert {each.id for each in found.contradictory} == {"SUMS", "OFF"}


def test_inequalities_contradict_too(form: Form) -> None:
    low, high = rule("LOW", "收[甲] ≤ 4"), rule("HIGH", "收[甲] ≥ 5")
    assert {each.id for each in compared(form, low, high).contradictory} == {"LOW", "HIGH"}
    apart = rule("APART", "收[甲] ≤ 4 或 收[甲] = 7")
    assert compared(form, apart, high).contradictory == []
    assert compared(form, apart, rule("EIGHT", "收[甲] = 8")).contradictory != []


def test_cells_for_which_only_zero_is_left(form: Form) -> None:
    found = compared(form, SUMS, rule("ALL", "收[甲] = 收[总计]"))
    assert found.zero == ["表·收·乙"]
    # A rule that asks for zero by itself means it.
    assert compared(form, SUMS, rule("NONE", "收[乙] = 0")).zero == []


def test_a_repeated_rule_is_redundant(form: Form) -> None:
    again = rule("AGAIN", "收[总计] - 收[乙] = 收[甲]")
    found = compared(form, SUMS, again)
    assert [(each.id, [other.id for other in others]) for each, others in found.redundant] == [
        ("AGAIN", ["SUMS"])]


def test_a_bound_that_follows_from_a_sum_is_redundant(form: Form) -> None:
    found = compared(form, SUMS, rule("BOUND", "收[甲] ≤ 收[总计]"),
                     rule("OTHER", "收[甲] ≤ 办[总计]"))
    assert [each.id for each, _ in found.redundant] == ["BOUND"]


def test_single_relations_that_follow_are_told_apart(form: Form) -> None:
    flow = Rule("FLOW", Text.same("流"), "流", [Basis("甲")], "error", "arithmetic",
                Text.same("改"), for_each=ForEach(column="表"), check="收 = 办 + 结")
    found = compared(form, SUMS, flow)
    assert found.redundant == []
    assert [(each.id, subject) for each, subject, _ in found.implied] == [("FLOW", "表·总计")]


def test_cells_without_a_rule_are_listed(form: Form) -> None:
    found = compared(form, rule("ONE", "收[甲] ≤ 收[总计]"))
    assert "表·办·甲" in found.unguarded
    assert "表·收·甲" not in found.unguarded


def test_what_is_not_linear_is_said_to_be_left_out(form: Form) -> None:
    found = compared(form, rule("PRODUCT", "收[甲] × 收[乙] = 收[总计]"))
    assert [each.id for each in found.not_linear] == ["PRODUCT"]


def test_the_rules_of_this_project_hold_together(run: Callable[..., tuple[int, str]]) -> None:
    code, text = run()
    assert code == 0
    assert "矛盾" not in text
    assert "cn-2021" in text


def test_a_contradictory_pack_is_refused(run: Callable[..., tuple[int, str]],
                                       tmp_path: Path) -> None:
    pack = {
        "pack": "x-contradictory", "title": {"zh": "试", "en": "trial"}, "version": "1.0.0",
        "jurisdiction": "CN", "rules": [{
            "id": "X-1", "title": {"zh": "试", "en": "trial"}, "says": "试。", "basis": [
                {"document": "甲", "strength": "law"}], "severity": "error",
            "category": "arithmetic", "mend": {"zh": "改", "en": "mend"}, "forms": ["cn-2021"],
            "for_each": {"row": "复议诉讼"},
            "check": "结果维持 + 结果纠正 + 其他结果 + 尚未审结 + 1 = 总计"}]}
    path = tmp_path / "pack.yaml"
    path.write_text(yaml.safe_dump(pack, allow_unicode=True), encoding="utf-8")
    with pytest.raises(Problem, match=r"CN-T4-01.*X-1"):
        run("--rules", str(path))


@pytest.fixture
def run() -> Callable[..., tuple[int, str]]:
    from click.testing import CliRunner

    from compliance.cli.rules_command import rules

    def _run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(rules, ["--check", "--lang", "zh", *words],
                                  standalone_mode=False)
        if done.exception is not None:
            raise done.exception
        return int(done.return_value), done.output

    return _run


PACK = """\
pack: cn-zz
title: {zh: 试, en: trial}
version: 1.0.0
jurisdiction: CN-ZZ
rules:
- id: ZZ-01
  title: {zh: 试, en: trial}
  says: 试。
  basis: [{document: 甲, strength: law}]
  severity: warning
  category: arithmetic
  mend: {zh: 改, en: mend}
  forms: [cn-2021]
  check: 本年新收[总计] ≥ 0
"""


def test_of_a_pack_that_is_named_only_its_own_rules_are_told(
    run: Callable[..., tuple[int, str]], tmp_path: Path,
) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(PACK, "utf-8")
    code, text = run("--rules", str(path))
    assert code == 0
    head, *lines = text.splitlines()
    assert head.startswith("cn-2021：")
    assert "  重复：ZZ-01 总能由 “各格不为负数” 推出" in lines
    assert "FOIA" not in text
    assert "CN-" not in text.replace("CN-ZZ", "")
    _, everything = run("--rules", str(path), "--all")
    assert "us-foia-2008：" in everything
