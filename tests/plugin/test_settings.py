"""Settings of coded rules: what is wrong with them is said when the pack is loaded."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from compliance import api
from compliance.errors import Problem
from compliance.model.profile import Profile
from compliance.plugin.cache import installed
from compliance.plugin.grounds import faults_of_form, faults_of_pack
from compliance.plugin.library import load_feature
from compliance.plugin.local import with_local
from compliance.plugin.settings import faults_of
from compliance.testing import findings, report
from tests.plugin.made import pack, plugin, rule

LIBRARY = installed()


def coded(check: str, settings: str) -> str:
    return rule().replace("check: 行合计(本年新收) <= 10000",
                          f"code: {check}\n  settings: {{{settings}}}")


def refused(tmp_path: Path, check: str, settings: str) -> str:
    path = pack(tmp_path / "p.yaml", coded(check, settings))
    with pytest.raises(Problem) as caught:
        with_local(LIBRARY, [str(path)])
    return caught.value.line("zh").removeprefix(str(path))


@pytest.mark.parametrize(("check", "settings", "said"), [
    ("legal_basis_of_era", "law: 新, forbiden: [旧办法]",
     "的设置“forbiden”不是检查 legal_basis_of_era 的设置；是不是“forbidden”？"),
    ("legal_basis_of_era", "law: 新, forbidden: [好, '旧(办法']",
     "的设置 forbidden 第 2 条 不是能用的正则表达式：括号没有收尾"),
    ("legal_basis_of_era", "law: 新, forbidden: ['(?<!新)旧']", "不能用 (?<!"),
    ("legal_basis_of_era", "law: 新, forbidden: ['(旧)\\1']", "反向引用"),
    ("legal_basis_of_era", "law: 新, forbidden: 旧", "forbidden 应为列表"),
    ("legal_basis_of_era", "law: 711, forbidden: [旧]", "law 的值“711”应为文字"),
    ("published_in_time", "deadlines: {department: 1月20日}",
     "的设置 deadlines/department 的期限“1月20日”应写成“月-日”，且每年都有，如 01-20"),
    ("published_in_time", "deadlines: {department: 02-30}", "“02-30”应写成“月-日”"),
    ("published_in_time", "deadlines: {departments: 01-20}", "是不是“department”？"),
    ("published_in_time", "", "缺少设置 deadlines"),
    ("published_in_time", "local: 是", "local 的值“是”应为 true 或 false"),
    ("period", "aspect: cover", "aspect 的值“cover”不能用；是不是“covers”？"),
    ("problems_not_empty", "least: 二十", "least 的值“二十”应为大于 0 的数"),
    ("accountability_words", "words: {考核: 考评}", "words/考核 应为列表"),
    ("gansu_overview_figures", "division: '62', matters: {数: '[0-9'}",
     "matters/数 不是能用的正则表达式：方括号没有收尾"),
    ("word_list", "words: [{wrong: 征对}]", "right"),
    ("blanks", "most: 3", "检查 blanks 没有设置"),
])
def test_a_wrong_setting_is_refused_with_its_line(
    tmp_path: Path, check: str, settings: str, said: str,
) -> None:
    words = refused(tmp_path, check, settings)
    assert said in words
    assert words.startswith(":15:")


def test_what_a_province_tightens_is_checked_too(tmp_path: Path) -> None:
    path = pack(tmp_path / "p.yaml", jurisdiction="CN-ZJ", more="""\
        tightens:
          CN-D-02:
            settings: {deadlines: {department: 1月20日}}
        """)
    with pytest.raises(Problem) as caught:
        with_local(LIBRARY, [str(path)])
    assert caught.value.line("zh").startswith(f"{path}:7:")
    assert "1月20日" in caught.value.text.zh


@pytest.mark.parametrize("pack_id", LIBRARY.packs)
def test_every_pack_that_is_shipped_is_sound(pack_id: str) -> None:
    held = LIBRARY.packs[pack_id]
    assert not list(faults_of_pack(held))
    for each in held.rules:
        if each.code:
            check = load_feature(LIBRARY.checks[each.code])
            assert not list(faults_of(each.id, each.code, check, each.settings))


@pytest.mark.parametrize("form", LIBRARY.forms)
def test_every_form_that_is_shipped_is_sound(form: str) -> None:
    assert not list(faults_of_form(LIBRARY.forms[form]))


def test_an_expression_of_a_rule_takes_linear_time(tmp_path: Path) -> None:
    path = pack(tmp_path / "p.yaml", coded("legal_basis_of_era",
                                           "law: 新, forbidden: ['(旧+)+$', '(旧|旧)*办法']"))
    library = with_local(LIBRARY, [str(path)])
    filed = report("cn-2021", 2024, library=library, more={"preamble": "旧" * 20_000 + "x"})
    began = time.monotonic()
    results = api.audit(filed, Profile(packs=["cn-zz"]), library).results
    assert time.monotonic() - began < 5
    assert {result.outcome.value for result in results} == {"pass"}


@pytest.mark.parametrize(("text", "result"), [
    ("依据旧办法编制。", "fail"), ("依据新办法编制。", "pass")])
def test_an_expression_is_found_as_before(tmp_path: Path, text: str, result: str) -> None:
    path = pack(tmp_path / "p.yaml", coded("legal_basis_of_era", "law: 新, forbidden: [旧.法]"))
    library = with_local(LIBRARY, [str(path)])
    filed = report("cn-2021", 2024, library=library, more={"preamble": text})
    assert findings(filed, library=library, rule="ZZ-01") == [("ZZ-01", result)]


@pytest.mark.parametrize(("sentence", "result"), [
    ("依申请公开信息收费0元。", "pass"), ("依申请公开信息收取费用共计 0元。", "pass"),
    ("依申请公开信息收取费用100元。", "fail"), ("依申请公开信息收取费用为零。", "pass"),
])
def test_a_fee_of_nought_counts_as_the_section_on_fees(sentence: str, result: str) -> None:
    filed = report("cn-2014", 2015, more={
        "sections": [{"heading": "一、概述", "text": sentence}]})
    assert findings(filed, rule="CN-F-13") == [("CN-F-13", result)]


def test_a_plugin_may_declare_settings_or_leave_it(tmp_path: Path) -> None:
    declaring = plugin(tmp_path / "mine.py", """\
        from compliance.checks.settings import setting, takes
        @hookimpl
        def checks():
            return {"mine": f"{__name__}:mine", "other": f"{__name__}:other"}
        @takes(most=setting("number", "最多", "the most", required=True))
        def mine(context):
            yield from ()
        def other(context):
            yield from ()
        """)
    for settings, said in (("mots: 3", "是不是“most”？"), ("most: x", "应为大于 0 的数")):
        path = pack(tmp_path / "p.yaml", coded("mine", settings))
        with pytest.raises(Problem) as caught:
            with_local(LIBRARY, [str(path)], [str(declaring)])
        assert said in caught.value.text.zh
    path = pack(tmp_path / "p.yaml", coded("other", "anything: 3"))
    assert "ZZ-01" in with_local(LIBRARY, [str(path)], [str(declaring)]).rules()


def test_an_expression_of_a_form_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("form: cn-zz-2021\ntitle: {zh: 例, en: example}\njurisdiction: CN-ZZ\n"
                    "extends: cn-2021\nyears: {first: 2021}\nstatements:\n"
                    "- {id: 甲, title: {zh: 甲, en: a}, patterns: ['甲{n}件', '(?=甲']}\n", "utf-8")
    with pytest.raises(Problem) as caught:
        with_local(LIBRARY, [str(path)])
    assert caught.value.line("zh").startswith(f"{path}:7:")
    assert "(?=" in caught.value.text.zh
