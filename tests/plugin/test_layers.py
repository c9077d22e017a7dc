"""A province or a city may ask for more, never for less."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import api
from compliance.errors import Problem
from compliance.model.jurisdiction import full, within
from compliance.model.profile import Profile, Tailoring
from compliance.plugin.cache import installed
from compliance.plugin.local import with_local
from tests.plugin.made import pack, rule

SAMPLE = Path(__file__).parents[2] / "sample_reports/cn-2021-clean.yaml"


def rules_for(path: Path, jurisdiction: str, division: str = "") -> dict[str, object]:
    """The rules that judge the sample there, by id."""
    library = with_local(installed(), [str(path)])
    report = api.read(str(SAMPLE), library=library)
    report.jurisdiction, report.division = jurisdiction, division
    return {result.rule.id: result.rule for result in api.audit(report, library=library).results}


def refused(path: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        with_local(installed(), [str(path)])
    return caught.value


def test_a_province_tightens_a_national_rule_only_for_itself(tmp_path: Path) -> None:
    path = pack(tmp_path / "zj.yaml", name="cn-zj", jurisdiction="CN-ZJ", more="""\
        tightens:
          CN-D-02:
            severity: error
            weight: 12
            settings: {deadlines: {department: 01-20}}
            basis: [{document: 浙江示例办法, clause: 第二条, strength: law}]
        """)
    there = rules_for(path, "CN-ZJ")["CN-D-02"]
    assert (there.severity, there.points) == ("error", 12)
    assert there.settings["deadlines"] == {"government": "03-31", "department": "01-20"}
    assert there.basis[-1].document == "浙江示例办法"
    elsewhere = rules_for(path, "CN-FJ")["CN-D-02"]
    assert elsewhere.settings["deadlines"]["department"] == "01-31"


@pytest.mark.parametrize(("change", "said"), [
    ("severity: info", "程度"),
    ("weight: 1", "权重"),
    ("settings: {deadlines: {department: 02-15}}", "deadlines"),
    ("settings: {local: true}", "local"),
])
def test_what_loosens_a_national_rule_is_refused_with_the_right_way(
    tmp_path: Path, change: str, said: str,
) -> None:
    path = pack(tmp_path / "zj.yaml", name="cn-zj", jurisdiction="CN-ZJ",
                more=f"tightens:\n  CN-D-02: {{{change}}}\n")
    problem = refused(path)
    assert said in problem.text.zh
    assert "waivers" in problem.text.zh
    assert "cn-dates.yaml:" in problem.text.zh
    assert problem.file.startswith(str(path))


def test_a_rule_that_is_not_there_or_of_another_province_cannot_be_tightened(
    tmp_path: Path,
) -> None:
    more = "tightens: {CN-D-99: {severity: error}}\n"
    assert "CN-D-99" in refused(pack(tmp_path / "a.yaml", more=more)).text.zh
    more = "tightens: {FJ-01: {severity: error}}\n"
    problem = refused(pack(tmp_path / "b.yaml", jurisdiction="CN-ZJ", more=more))
    assert "CN-FJ" in problem.text.zh


def test_the_id_of_a_rule_is_taken_once_and_both_places_are_named(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.yaml", rule("CN-T3-02"))
    problem = refused(path)
    assert "CN-T3-02" in problem.text.zh
    assert "cn-applications.yaml:" in problem.text.zh
    assert problem.file.startswith(f"{path}:")


def test_a_rule_that_repeats_another_is_named_with_both_places(tmp_path: Path) -> None:
    first, second = rule("ZZ-01"), rule("ZZ-02")
    pack(tmp_path / "a.yaml", first)
    one = with_local(installed(), [str(tmp_path / "a.yaml")])
    pack(tmp_path / "b.yaml", second, name="cn-yy")
    two = with_local(one, [str(tmp_path / "b.yaml")])
    (note,) = two.plugins[-1].notes
    assert "ZZ-01" in note.zh
    assert "a.yaml:6" in note.zh
    assert "b.yaml:6" in note.zh


def test_a_pack_of_a_city_holds_in_the_city(tmp_path: Path) -> None:
    path = pack(tmp_path / "city.yaml", rule(), jurisdiction="CN-FJ-3504")
    assert "ZZ-01" in rules_for(path, "CN-FJ", "350403")
    assert "ZZ-01" not in rules_for(path, "CN-FJ", "350203")
    assert "ZZ-01" not in rules_for(path, "CN-FJ")


def test_jurisdictions() -> None:
    assert full("CN-FJ", "350403") == "CN-FJ-350403"
    assert full("CN", "350403") == "CN"
    assert within("CN-FJ-350403", "CN-FJ-3504")
    assert within("CN-FJ-350403", "CN")
    assert not within("CN-FJ", "CN-FJ-3504")
    assert not within("CN-FJX", "CN-FJ")


def test_a_form_may_not_drop_a_section_that_the_nation_requires(tmp_path: Path) -> None:
    path = tmp_path / "form.yaml"
    path.write_text("form: cn-zj-2021\ntitle: {zh: 浙江, en: Zhejiang}\njurisdiction: CN-ZJ\n"
                    "extends: cn-2021\nyears: {first: 2021}\nwithout: [总体情况]\n", "utf-8")
    assert "总体情况" in refused(path).text.zh


def test_a_form_adds_spellings_to_the_labels_that_it_takes_over(tmp_path: Path) -> None:
    path = tmp_path / "form.yaml"
    path.write_text("form: cn-zj-2021\ntitle: {zh: 浙江, en: Zhejiang}\njurisdiction: CN-ZJ\n"
                    "extends: cn-2021\nyears: {first: 2021}\n"
                    "labels: {总体情况: [总的情况], 自然人: [个人], 本年新收: [当年收到]}\n",
                    "utf-8")
    form = with_local(installed(), [str(path)]).forms["cn-zj-2021"]
    assert "总的情况" in next(s for s in form.sections if s.id == "总体情况").variants
    table = next(table for table in form.tables if table.id == "申请")
    assert "个人" in next(c for c in table.blocks[0].columns if c.id == "自然人").variants
    path.write_text(path.read_text("utf-8").replace("总体情况:", "没有的:"), "utf-8")
    assert "没有的" in refused(path).text.zh


@pytest.mark.parametrize(("tailoring", "taken"), [
    (Tailoring(severity="error"), True), (Tailoring(weight=20), True),
    (Tailoring(severity="info"), False), (Tailoring(weight=1), False),
])
def test_a_profile_is_a_layer_too(tailoring: Tailoring, taken: bool) -> None:
    report = api.read(str(SAMPLE))
    profile = Profile(rules={"CN-D-02": tailoring})
    if taken:
        rules = {r.rule.id: r.rule for r in api.audit(report, profile).results}
        assert rules["CN-D-02"].points in (10, 20)
    else:
        with pytest.raises(Problem, match="waiver"):
            api.audit(report, profile)


def on_2021(path: Path, body: str, head: str = "extends: cn-2021\n") -> Path:
    """A form of Zhejiang for the years of the form of 2021."""
    path.write_text("form: cn-zj-2021\ntitle: {zh: 浙江, en: Zhejiang}\njurisdiction: CN-ZJ\n"
                    f"years: {{first: 2021}}\n{head}{body}", "utf-8")
    return path


RENAMED = """tables:
- id: 复议诉讼
  title: {zh: 表四, en: Table 4}
  across: true
  blocks:
  - columns: [{id: 结果维持}, {id: 结果纠正}, {id: 其他结果}, {id: 尚未审结}, {id: 总计}]
    rows: [{id: 复议, label: 行政复议}, {id: 直接起诉}, {id: 复议后起诉}]
"""


@pytest.mark.parametrize(("body", "head", "said"), [
    ("sections: [{id: 总体情况, heading: 总体情况}]\n", "", "extends: cn-2021"),
    ("", "extends: cn-2008\n", "cn-2021"),
    ("without: [复议诉讼]\n", "extends: cn-2021\n", "复议诉讼"),
    (RENAMED, "extends: cn-2021\n", "行政复议"),
    (RENAMED.replace("across: true", "across: true\n  required: false"),
     "extends: cn-2021\n", "复议诉讼"),
    (RENAMED.replace("{id: 复议, label: 行政复议}", "{id: 行政复议, whole: false}"),
     "extends: cn-2021\n", "行政复议"),
    *((RENAMED.replace("{id: 复议,", "{id: 行政复议,")
       .replace("{id: 总计}", f"{{id: 总计, {kind}}}"), "extends: cn-2021\n", "总计")
      for kind in ("signed: true", "whole: false", "optional: true", "unit: 万元")),
    (RENAMED.replace("{id: 总计}]", "{id: 合计}]").replace("{id: 复议,", "{id: 行政复议,"),
     "extends: cn-2021\n", "总计"),
    ("without: [文中部分公开]\n", "extends: cn-2021\n", "文中部分公开"),
    ("statements: [{id: 文中部分公开, title: {zh: 甲, en: A}, patterns: [never]}]\n",
     "extends: cn-2021\n", "文中部分公开"),
    ("sections: [{id: 总体情况, heading: 总体情况, number: 1}]\n", "extends: cn-2021\n",
     "总体情况"),
    ("sections: [{id: 其他事项, heading: 别的, number: 6}]\n", "extends: cn-2021\n", "其他事项"),
])
def test_a_form_may_not_switch_off_rules_by_what_it_leaves_out(
    tmp_path: Path, body: str, head: str, said: str,
) -> None:
    assert said in refused(on_2021(tmp_path / "form.yaml", body, head)).text.zh


def test_no_second_form_of_the_nation_takes_the_place_of_the_first(tmp_path: Path) -> None:
    path = on_2021(tmp_path / "form.yaml", "sections: []\n", "")
    path.write_text(path.read_text("utf-8").replace("CN-ZJ", "CN")
                    .replace("cn-zj-2021", "cn-2020x"), "utf-8")
    assert "cn-2021" in refused(path).text.zh


@pytest.mark.parametrize("settings", ["{forbidden: []}", "{forbidden: [AAA]}", "{other: 1}"])
def test_a_setting_whose_strictness_cannot_be_told_is_not_changed(
    tmp_path: Path, settings: str,
) -> None:
    path = pack(tmp_path / "zj.yaml", name="cn-zj", jurisdiction="CN-ZJ",
                more=f"tightens:\n  CN-X-05: {{settings: {settings}}}\n")
    assert "CN-X-05" in refused(path).text.zh


def test_rules_that_cannot_hold_with_those_of_the_nation_are_refused_with_both_places(
    tmp_path: Path,
) -> None:
    path = pack(tmp_path / "a.yaml", rule(check="行合计(本年新收) < 0"))
    problem = refused(path)
    assert "矛盾" in problem.text.zh
    assert f"ZZ-01（{path}:" in problem.text.zh


def test_rules_that_leave_only_zero_are_noted(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.yaml", rule(check="行合计(本年新收) <= 0"))
    library = with_local(installed(), [str(path)])
    assert any("只能填 0" in note.zh for note in library.plugins[-1].notes)
