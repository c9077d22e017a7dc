"""The form by the year of the title, corrected by the labels of the tables."""

from __future__ import annotations

import pytest
from documents_by_hand import forms, grid

from compliance import api
from compliance.errors import Problem
from compliance.model.audit import Outcome
from compliance.model.document import Document, Line
from compliance.model.form import form_of_year
from compliance.model.location import Location
from compliance.model.report import Report, Source
from compliance.plugin.cache import installed
from compliance.recognise import recognise
from compliance.recognise.choose import named_form, prescribed_form
from compliance.recognise.report_data import to_file
from compliance.recognise.structured import report_file, to_report

TRIAL = grid([
    ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
    ["规章", "0", "0", "0"], ["规范性文件", "2", "2", "9"],
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    ["行政许可", "3", "0", "7"], ["其他对外管理服务事项", "1", "0", "2"],
    ["信息内容", "采购项目数量", "采购总金额", ""], ["政府集中采购", "1", "8040", ""],
], 10)
REVISED = grid([
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "0", "0"], ["行政规范性文件", "2", "1", "9"],
], 10)


def read(title: str, *blocks: object, form: str = "") -> Report:
    document = Document(Source("x.html"), [Line(title, Location(line=1)), *blocks])  # type: ignore
    return recognise(document, forms(), form)


@pytest.mark.parametrize(("title", "form"), [
    ("某局2008年政府信息公开年度报告", "cn-2008"), ("某局2013年政府信息公开年度报告", "cn-2008"),
    ("某局2014年政府信息公开年度报告", "cn-2014"),
    ("某局二〇一八年政府信息公开年度报告", "cn-2014"),
    ("某局2019年政府信息公开年度报告", "cn-2019"), ("某局2020年政府信息公开年度报告", "cn-2019"),
    ("某局2021年政府信息公开年度报告", "cn-2021"), ("某局2030年政府信息公开年度报告", "cn-2021"),
    ("福建省某县2016年政府信息公开年度报告", "cn-fj-2014"),
    ("三明市三元区2017年政府信息公开年度报告", "cn-fj-2014"),
    ("三明市三元区2019年政府信息公开年度报告", "cn-2019"),
    ("沭阳县2016年政府信息公开年度报告", "cn-2014"),
])
def test_form_by_year_and_province(title: str, form: str) -> None:
    assert read(title).form == form


def test_labels_of_another_form_are_clearer_than_the_year() -> None:
    assert read("某局2022年政府信息公开年度报告", TRIAL).form == "cn-2019"
    assert read("某局2019年政府信息公开年度报告", REVISED).form == "cn-2021"
    assert read("某局2022年政府信息公开年度报告", REVISED).form == "cn-2021"


def test_labels_where_there_is_no_year_or_no_form_for_it() -> None:
    report = read("政府信息公开年度报告", TRIAL)
    assert (report.form, report.year) == ("cn-2019", None)
    report = read("某局2002年政府信息公开年度报告", TRIAL)
    assert (report.form, report.year) == ("cn-2019", 2002)


def test_the_wrong_form_is_a_finding() -> None:
    report = read("某局2022年政府信息公开年度报告", TRIAL)
    audit = api.audit(report, library=installed())
    (result,) = [r for r in audit.results if r.rule.code == "form_of_year"]
    assert result.outcome is Outcome.FAIL
    assert result.location is not None
    assert result.location.line in (10, 11)
    right = api.audit(read("某局2022年政府信息公开年度报告", REVISED), library=installed())
    assert [r.outcome for r in right.results if r.rule.code == "form_of_year"] == [Outcome.PASS]


def test_a_named_form_is_taken_as_it_is() -> None:
    assert read("某局2022年政府信息公开年度报告", TRIAL, form="cn-2021").form == "cn-2021"
    with pytest.raises(Problem, match="cn-1999"):
        read("某局2022年政府信息公开年度报告", form="cn-1999")


def test_form_of_year() -> None:
    known = forms()
    found = {year: form_of_year(known, year, "CN") for year in (2007, 2008, 2018, 2021)}
    assert [f.form if f else "" for f in found.values()] == ["", "cn-2008", "cn-2014", "cn-2021"]
    own = form_of_year(known, 2016, "CN-FJ")
    assert own is not None
    assert own.form == "cn-fj-2014"
    other = form_of_year(known, 2016, "CN-JS")
    assert other is not None
    assert other.form == "cn-2014"


def test_documents_and_structured_reports_are_refused_in_the_same_words() -> None:
    known = forms()
    with pytest.raises(Problem) as of_document:
        read("某局2005年政府信息公开年度报告")
    library = installed()
    own = library.forms
    with pytest.raises(Problem) as of_structured:
        to_report(report_file({"year": 2005}, "r.yaml", None), library, Source("r.yaml"))
    with pytest.raises(Problem) as of_forms:
        prescribed_form(2005, "CN", own, "r.yaml")
    assert of_structured.value.text == of_forms.value.text
    words = of_document.value.text
    assert words.zh.split("（")[0] == of_structured.value.text.zh.split("（")[0]
    assert all("2005" in text for text in (words.zh, words.en))
    with pytest.raises(Problem) as missing:
        to_report(report_file({"form": "cn-1999"}, "r.yaml", None), library, Source("r.yaml"))
    with pytest.raises(Problem) as named:
        named_form("cn-1999", own, "")
    assert missing.value.text == named.value.text
    assert known.keys() <= own.keys()


def structured(**values: object) -> Report:
    return to_report(report_file({"year": 2023, **values}, "r.yaml", None), installed(),
                     Source("r.yaml"))


def test_a_structured_report_gives_its_division() -> None:
    report = structured(division="350404", body="三元区")
    assert (report.division, report.jurisdiction) == ("350404", "CN-FJ")
    # Without quotes, YAML reads a number.
    assert structured(division=350404).division == "350404"
    assert structured(body="三明市三元区").division == ""
    assert structured(jurisdiction="CN-FJ", division="350404").jurisdiction == "CN-FJ"


@pytest.mark.parametrize("division", ["3504", "990000", "三元区", "3504040"])
def test_a_division_that_is_no_code_is_refused(division: str) -> None:
    with pytest.raises(Problem) as caught:
        structured(division=division)
    assert division in caught.value.text.zh
    assert "350403" in caught.value.text.en


def test_division_goes_round() -> None:
    read_first = read("三明市三元区2023年政府信息公开年度报告", REVISED)
    data = to_file(read_first)
    assert data["division"] == "350404"
    again = to_report(report_file(data, "r.yaml", None), installed(), Source("r.yaml"))
    assert (again.division, again.jurisdiction) == ("350404", "CN-FJ")
    assert to_file(again)["division"] == "350404"
    assert "division" not in to_file(read("某局2023年政府信息公开年度报告"))


def test_division_is_in_the_json_of_an_audit() -> None:
    report = read("三明市三元区2023年政府信息公开年度报告", REVISED)
    text = api.write([api.audit(report, library=installed())], "json", library=installed())
    assert '"division": "350404"' in text
