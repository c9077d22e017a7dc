"""Cases of rules say what is wrong with a rule, and with themselves."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from compliance.errors import Problem
from compliance.plugin.cache import installed
from compliance.testing import findings, report
from compliance.testing.cases import lacking, library_for, read_cases, run_case
from compliance.testing.running import run
from tests.plugin.made import pack, plugin, rule

RECEIVED = "tables: {申请: {本年新收: [%s, 0, 0, 0, 0, 0, %s]}}"
MANY, FEW = (RECEIVED % (n, n) for n in (20000, 5))


def verdicts(tmp_path: Path, cases: str) -> list[str]:
    """What each case says in English; an empty text when it holds."""
    pack(tmp_path / "p.yaml", rule())
    path = tmp_path / "p.cases.yaml"
    path.write_text(dedent(cases), "utf-8")
    library = library_for(path)
    return [why.en if why else "" for why in
            (run_case(case, library) for case in read_cases(path))]


@pytest.mark.parametrize(("kind", "case", "said"), [
    ("pass", FEW, ""),
    ("pass", MANY, "expected pass, got fail"),
    ("fail", MANY, ""),
    ("fail", FEW, "expected fail, got pass"),
    ("fail", MANY + ", expect: {says: '20000', cells: [申请/本年新收/自然人]}", ""),
    ("fail", MANY + ", expect: {says: no such words}", "does not say"),
    ("fail", MANY + ", expect: {cells: [申请/上年结转/自然人]}", "cells not named"),
    ("not_applicable", FEW, "expected not_applicable, got pass"),
    ("not_applicable", "form: cn-2019, year: 2020", ""),
    ("mutate", f"report: {{{FEW}}}, set: {{申请/本年新收/0: +20000}}", ""),
    ("mutate", f"report: {{{FEW}}}, set: {{申请/本年新收/0: +1}}", "does not fail"),
    ("mutate", f"report: {{{MANY}}}, set: {{申请/本年新收/0: 1}}", "expected pass, got fail"),
])
def test_what_a_case_says(tmp_path: Path, kind: str, case: str, said: str) -> None:
    (why,) = verdicts(tmp_path, f"ZZ-01:\n  {kind}:\n  - {{{case}}}\n")
    assert (said in why) if said else why == ""


@pytest.mark.parametrize(("cases", "said"), [
    ("ZZ-01: {passes: [{}]}", "passes"),
    ("ZZ-01: {pass: 5}", "no list"),
    (f"ZZ-01: {{mutate: [{{report: {{{FEW}}}, set: {{申请/本年新收: 1}}}}]}}", "no cell"),
    ("ZZ-01: {mutate: [{set: {}}]}", "mutate"),
    ("ZZ-01: {pass: [{colour: red}]}", "colour"),
])
def test_a_case_that_is_none_is_refused(tmp_path: Path, cases: str, said: str) -> None:
    with pytest.raises(Problem) as caught:
        verdicts(tmp_path, cases)
    assert said in caught.value.text.en


def test_a_rule_without_both_kinds_of_case_is_named(tmp_path: Path) -> None:
    pack(tmp_path / "p.yaml", rule(), rule("ZZ-02"))
    path = tmp_path / "p.cases.yaml"
    path.write_text(f"ZZ-01:\n  pass: [{{{FEW}}}]\n  fail: [{{{MANY}}}]\nZZ-02:\n"
                    f"  pass: [{{{FEW}}}]\n", "utf-8")
    assert lacking(read_cases(path), library_for(path), "cn-zz") == ["ZZ-02"]


def test_a_case_of_a_rule_that_is_not_there(tmp_path: Path) -> None:
    (why,) = verdicts(tmp_path, f"ZZ-99: {{pass: [{{{FEW}}}]}}")
    assert "ZZ-99" in why


def test_a_coded_rule_is_tested_in_two_lines() -> None:
    filed = report("cn-2021", 2023, 申请={"本年新收": [1, None, 0, 0, 0, 0, 1]})
    assert ("CN-F-05", "fail") in findings(filed)
    assert findings(filed, rule="CN-T3-03")[0] == ("CN-T3-03", "unknown")
    assert all(result != "pass" for _, result in findings(filed))


def test_the_cases_of_an_installed_pack_are_run_against_it() -> None:
    path = Path(__file__).parents[2] / "rules/packs/cn-dates.cases.yaml"
    assert library_for(path) is installed()


CODED = rule().replace("check: 行合计(本年新收) <= 10000", "code: zz_never")
CHECK = """\
    from compliance.checks.observation import Observation
    from compliance.model.audit import Outcome
    from compliance.model.text import Text
    @hookimpl
    def checks():
        return {"zz_never": f"{__name__}:never"}
    def never(context):
        yield Observation(Outcome.FAIL, Text.same("x"), Text.same("never holds"))
    """


def test_cases_of_a_coded_rule_are_run_with_the_plugin_of_the_call(tmp_path: Path) -> None:
    pack(tmp_path / "p.yaml", CODED)
    (tmp_path / "p.cases.yaml").write_text("ZZ-01: {pass: [{}], fail: [{}]}\n", "utf-8")
    mine = plugin(tmp_path / "mine.py", CHECK)
    text, holds = run([str(tmp_path)], "en", plugins=[str(mine)])
    assert not holds
    assert "expected pass, got fail" in text
    assert "1 of 2" in text
    with pytest.raises(Problem, match="zz_never"):
        run([str(tmp_path)], "en")


def test_an_id_that_another_pack_has_is_seen(tmp_path: Path) -> None:
    pack(tmp_path / "p.yaml", rule("CN-T3-01"))
    path = tmp_path / "p.cases.yaml"
    path.write_text(f"CN-T3-01:\n  pass: [{{{FEW}}}]\n  fail: [{{{MANY}}}]\n", "utf-8")
    with pytest.raises(Problem) as caught:
        run([str(path)], "zh")
    assert "CN-T3-01" in caught.value.text.zh
    assert "cn-applications.yaml:" in caught.value.text.zh


def test_a_case_without_a_year_tells_the_year_it_was_audited_as(tmp_path: Path) -> None:
    (why,) = verdicts(tmp_path, f"ZZ-01: {{fail: [{{{FEW}}}]}}")
    assert "audited as one of 2021" in why
    (why,) = verdicts(tmp_path, f"ZZ-01: {{fail: [{{year: 2023, {FEW}}}]}}")
    assert "audited as" not in why
