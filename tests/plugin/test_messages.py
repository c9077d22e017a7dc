"""What an author is told: the cause first, the line of the fault, the name that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import Problem
from compliance.plugin.cache import installed
from compliance.plugin.local import with_local
from tests.plugin.made import RULE, pack, rule

HEAD = "from compliance.plugin import hookimpl\n"


def refused(path: Path, plugin: Path | None = None) -> str:
    with pytest.raises(Problem) as caught:
        with_local(installed(), [str(path)], [str(plugin)] if plugin else [])
    return caught.value.line("zh")


@pytest.mark.parametrize(("body", "said"), [
    ("def x(:\n", "SyntaxError: invalid syntax (mine.py, line 1)"),
    ("import no_such_module\n", "No module named 'no_such_module' (mine.py:1)"),
    ("COMPLIANCE_API = 9\n", "插件接口第 9 版"),
    (f"{HEAD}@hookimpl\ndef check():\n    return {{}}\n",
     "mine.py:2 中的 check 不是插件接口；是不是“checks”？"),
    (f"{HEAD}def checks():\n    return {{}}\n", "mine.py:2 中的 checks 没有标上 @hookimpl"),
])
def test_why_a_plugin_did_not_load_comes_first(tmp_path: Path, body: str, said: str) -> None:
    path = tmp_path / "mine.py"
    path.write_text(body, "utf-8")
    coded = rule().replace("check: 行合计(本年新收) <= 10000", "code: title_short")
    words = refused(pack(tmp_path / "p.yaml", coded), path)
    assert words.startswith(f"插件“{path}”未能加载（")
    assert said in words
    assert words.endswith("p.yaml:6）所用的检查“title_short”没有安装")


def test_functions_of_other_modules_and_plain_helpers_are_no_hooks(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(f"{HEAD}from os.path import join as readers\ndef helper():\n    pass\n",
                    "utf-8")
    assert with_local(installed(), [], [str(path)]).plugins[-1].problem is None


@pytest.mark.parametrize(("old", "new", "line", "said"), [
    ("id: ZZ-01", "id: zj 02", 6, "编号“zj 02”只能用大写字母、数字和连字符，字母开头，如 ZJ-02"),
    ("pack: cn-zz", "pack: CN ZZ", 1, "编号“CN ZZ”只能用小写字母"),
    ("jurisdiction: CN", "jurisdiction: 浙江", 4,
     "jurisdiction“浙江”应写 ISO 3166-2 代码，如 CN-ZJ"),
    ("jurisdiction: CN", "jurisdiction: cn-zj", 4, "如 CN-ZJ"),
    ("jurisdiction: CN", "jurisdiction: CN-FJ-x", 4, "CN-FJ-3504"),
    ("strength: law}]\n  severity: warning", "strength: practice}]\n  severity: error", 10,
     "ZZ-01：程度为“错误”，依据却只有主管部门的要求（practice）"),
    ("行合计(本年新收) <= 10000", "逾期不缴费[总数] <= 4", 14,
     "没有“总数”这一列；是不是“总计”？"),
    ("行合计(本年新收) <= 10000", "(本年新收[总计] <= 4", 14, "第 1 个字符处的“(”没有收尾"),
    ("行合计(本年新收) <= 10000", "本年新收[总计]) <= 4", 14,
     "第 9 个字符处的“)”前面没有相配的括号"),
    ("forms: [cn-2021]", "forms: [cn-2021]\n  for_each: {column: 申请表}", 14, "是不是“申请”？"),
    ("forms: [cn-2021]", "forms: [cn-2021]\n  when: 没有的 > 0", 14, "没有的"),
    ("forms: [cn-2021]", "forms: [cn-2012]", 13, "是不是“cn-2021”？"),
    ("check: 行合计(本年新收) <= 10000", "code: legal_basis", 14, "是不是“legal_basis_of_era”？"),
    ("version: 1.0.0", "version: 0.1", 3, "请加引号并写三段，如 \"0.1.0\""),
    ("title: {zh: 示例, en: Example}", "title: 浙江的规则", 2, "请写成 {zh: …, en: …}"),
])
def test_a_fault_of_a_pack_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str,
) -> None:
    path = pack(tmp_path / "p.yaml", rule())
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    words = refused(path)
    assert words.startswith(f"{path}:{line}:")
    assert said in words


@pytest.mark.parametrize("name", [
    "CN", "CN-FJ", "CN-FJ-3504", "CN-FJ-350403", "US", "US-DC", "DE-1"])
def test_codes_of_places_are_taken(tmp_path: Path, name: str) -> None:
    path = pack(tmp_path / "p.yaml", rule(), jurisdiction=name)
    assert "cn-zz" in with_local(installed(), [str(path)]).packs


def test_a_rule_cannot_be_made_an_error_without_ground(tmp_path: Path) -> None:
    more = "tightens:\n  CN-D-04: {severity: error, basis: [{document: 通知, strength: %s}]}\n"
    path = pack(tmp_path / "p.yaml", jurisdiction="CN-ZJ", more=more % "practice")
    words = refused(path)
    assert words.startswith(f"{path}:6:")
    assert "CN-D-04" in words
    pack(path, jurisdiction="CN-ZJ", more=more % "law")
    assert "cn-zz" in with_local(installed(), [str(path)]).packs


def test_an_error_of_law_or_form_is_taken(tmp_path: Path) -> None:
    assert "strength: law" in RULE
    path = pack(tmp_path / "p.yaml", rule(severity="error"))
    assert "ZZ-01" in with_local(installed(), [str(path)]).rules()
