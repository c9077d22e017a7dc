"""The page of a rule says what a person needs, in the terminal as on the site."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from compliance.cli.rules_command import rules
from compliance.model.form import Years
from compliance.plugin.cache import installed
from compliance.plugin.local import with_local
from compliance.reference.failing import failing_example
from compliance.reference.markdown import as_text, escaped, fenced
from compliance.reference.rule_page import (
    effective_years,
    rule_page,
    rule_pages,
    rule_text,
    years_text,
)
from compliance.reference.words import Names, in_words
from tests.plugin.made import pack, rule

LIBRARY = installed()
RULES = LIBRARY.rules()


@pytest.mark.parametrize("name", RULES)
def test_a_page_holds_the_law_the_example_and_the_mend(name: str) -> None:
    subject = RULES[name]
    for language, page in rule_pages(subject, LIBRARY).items():
        words = "".join(as_text(page).split())
        for part in (subject.says, subject.mend.in_(language), subject.title.in_(language),
                     subject.check, *(basis.document for basis in subject.basis)):
            assert "".join(part.split()) in words
    example = failing_example(name, LIBRARY)
    assert example is not None, f"no failing case of {name}"
    assert example.failures


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_terminal_shows_the_page_of_the_site(language: str) -> None:
    done = CliRunner().invoke(rules, ["CN-T3-01", "CN-D-02", "--lang", language])
    pages = [rule_page(RULES[name], LIBRARY, language) for name in ("CN-T3-01", "CN-D-02")]
    assert done.output == "\n".join(map(as_text, pages))
    assert "`" not in done.output


def test_a_page_in_words_and_figures() -> None:
    text = rule_text(RULES["CN-T3-01"], LIBRARY, "zh")
    assert "  - 年度：2019 年度起\n" in text
    assert "  - 公式：本年新收 + 上年结转 = 办理结果总计 + 结转下年度\n" in text
    assert "“本年新收”与“上年结转”之和等于“办理结果总计”与“结转下年度”之和" in text
    assert "本年新收 13612 + 上年结转 535 = 14147 ≠ 14148" in text


def test_a_rule_without_cases_says_so_and_shows_its_history(tmp_path: Path) -> None:
    body = rule() + dedent("""\
        history:
        - {version: 1.1.0, change: {zh: 上限改为一万件, en: The limit is 10000}}
        """).replace("\n", "\n  ").join(["  ", ""]).rstrip() + "\n"
    file = pack(tmp_path / "cn-zz.yaml", body)
    library = with_local(LIBRARY, [str(file)])
    text = rule_text(library.rules()["ZZ-01"], library, "zh")
    assert "这条规则没有附用例" in text
    assert "  - 1.1.0：上限改为一万件\n" in text


@pytest.mark.parametrize(("formula", "zh", "en"), [
    ("甲 ≤ 乙 + 丙", "“甲”不大于“乙”与“丙”之和", "“甲” is at most “乙” plus “丙”"),
    ("和(组) = 丁", "“组”各项之和等于“丁”", "the sum of all rows of “组” equals “丁”"),
    ("甲[总计] ≠ 0", "“甲”的“总计”不等于 0", "“总计” of “甲” differs from 0"),
    ("行合计(甲, 乙) < 丙", "“甲”各列合计与“乙”各列合计之和小于“丙”",
     "“甲” over all columns plus “乙” over all columns is less than “丙”"),
    ("若 甲 > 0 则 乙 ≥ 1", "如果“甲”大于 0，那么“乙”不小于 1",
     "if “甲” is greater than 0, then “乙” is at least 1"),
    ("甲 = 乙 - 丙 - 丁", "“甲”等于“乙”减去“丙”、“丁”", "“甲” equals “乙” less “丙”, “丁”"),
    ("甲 = 2 × (乙 + 丙)", "“甲”等于 2 × （“乙”与“丙”之和）", "“甲” equals 2 × (“乙” plus “丙”)"),
    ("最大(甲, 乙) ≤ 丙", "“甲”、“乙”中最大的不大于“丙”",
     "the largest of “甲”, “乙” is at most “丙”"),
    ("非 甲 = 乙 或 丙 = 1", "并非（“甲”等于“乙”），或者“丙”等于 1",
     "it is not so that “甲” equals “乙”, or “丙” equals 1"),
])
def test_a_formula_in_words(formula: str, zh: str, en: str) -> None:
    names = Names({}, {"组"})
    assert in_words(formula, names, "zh") == zh
    assert in_words(formula, names, "en") == en


@pytest.mark.parametrize(("years", "zh", "en"), [
    (Years(), "各年度", "all"), (Years(2021), "2021 年度起", "2021 onwards"),
    (Years(None, 2018), "2018 年度及以前", "up to 2018"),
    (Years(2019, 2020), "2019—2020 年度", "2019 to 2020"), (Years(2020, 2020), "2020 年度", "2020"),
])
def test_years_in_words(years: Years, zh: str, en: str) -> None:
    assert (years_text(years, "zh"), years_text(years, "en")) == (zh, en)


def test_the_years_of_a_rule_are_those_of_its_forms_too() -> None:
    assert effective_years(RULES["CN-T3-01"], LIBRARY) == Years(2019, None)
    assert effective_years(RULES["CN-D-02"], LIBRARY) == Years(2019, None)
    assert effective_years(RULES["CN-D-01"], LIBRARY) == Years(None, 2018)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_text_comes_back_from_markdown(text: str) -> None:
    assert as_text(f"- {escaped(text)}\n") == f"- {text}\n"


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_a_fence_holds_any_line(text: str) -> None:
    assert as_text(fenced(text)).strip() == text
