"""Title, period, law cited, left-overs, personal data, words, dates."""

from datetime import date

import pytest

from compliance.model.report import Report, Section, Source


def text(words, preamble="引言。", **named):
    return Report(preamble=preamble, sections=[Section("一、概述", words, "概述")], **named)


@pytest.mark.parametrize(("title", "outcome"), [
    ("三元区2017年政府信息公开工作年度报告", "pass"), ("沭阳县2017年政府信息公开年度报告", "pass"),
    ("2017年度螅镇政府信息公开工作年度报告", "fail"), ("某局2017年政务信息公开年度报告", "fail"),
    ("某局2016年政府信息公开工作年度报告", "fail"), ("", "unknown"),
])
def test_title(outcomes, title, outcome):
    assert outcomes("title_form", Report(year=2017, title=title)) == [outcome]


@pytest.mark.parametrize(("said", "covers", "written"), [
    ("数据统计期限自2017年1月1日起至2017年12月31日止。", "pass", "pass"),
    ("数据统计周期为 2017 年 1 月 1 日至 12 月 31 日。", "pass", "pass"),
    ("数据的统计期限自2016年1月1日至2016年12月31日。", "fail", "pass"),
    ("统计期限自2017年1月1日起至202017年12月31日止。", "unknown", "fail"),
    ("统计期限自2017年1月日起至2017年12月31日止。", "unknown", "fail"),
    ("统计期限自2017年1月1日《条例》实施之日起,至2017年12月31日止。", "pass", "fail"),
    ("统计期限自2015111231日。", "unknown", "unknown"),
    ("统计期限自2018年11日至2018年1231日。", "unknown", "unknown"),
])
def test_period(outcomes, said, covers, written):
    report = Report(year=2017, preamble=said)
    assert outcomes("period", report, settings={"aspect": "covers"}) == [covers]
    assert outcomes("period", report, settings={"aspect": "written"}) == [written]
    assert outcomes("period", report, settings={"aspect": "stated"}) == ["pass"]


def test_period_not_stated(outcomes):
    assert outcomes("period", text("文。"), settings={"aspect": "stated"}) == ["fail"]
    assert outcomes("period", Report(), settings={"aspect": "stated"}) == ["unknown"]
    assert outcomes("period", text("文。"), settings={"aspect": "covers"}) == []


def test_law(outcomes):
    settings = {"about": "年度报告", "law": "现行", "forbidden": ["第三十[一二]条"]}
    old = text("文。", "根据《条例》第三十二条编制年度报告。")
    assert outcomes("legal_basis_of_era", old, settings=settings) == ["fail"]
    other = text("文。", "按第三十二条征求第三方意见。")
    assert outcomes("legal_basis_of_era", other, settings=settings) == ["pass"]


def test_residue_and_stale_year(outcomes):
    assert outcomes("template_residue", text("公开XX件。")) == ["fail"]
    assert outcomes("template_residue", text("邮箱 xxgk@a.gov.cn，XX@a.cn。")) == ["pass"]
    problems = Section("五、问题", "为进一步规范，2023年我局加大力度。", "问题及改进")
    assert outcomes("stale_year", Report(year=2023, sections=[problems])) == ["fail"]
    assert outcomes("stale_year", Report(year=2022, sections=[problems])) == ["pass"]


def test_personal(run, outcomes):
    seen = run("personal_data", text("申请人张某（11010519491231002X）"))
    assert seen[0].outcome == "fail"
    assert "19491231" not in seen[0].explanation.zh
    assert outcomes("personal_data", text("索引号 113306027320048836")) == ["pass"]
    assert outcomes("mobile_numbers", text("张某13812345678来信。")) == ["fail"]
    assert outcomes("mobile_numbers", text("联系电话：13812345678。")) == ["pass"]
    assert outcomes("contact", text("文。", "联系电话：1。")) == ["pass"]
    assert outcomes("contact", text("文。")) == ["fail"]
    assert outcomes("contact", Report(source=Source(begins=False))) == ["unknown"]


def test_words(outcomes):
    words = {"words": [{"wrong": "的的", "right": "的", "not_in": ["的的确确"]}]}
    assert outcomes("word_list", text("重大政策的的出台"), settings=words) == ["fail"]
    assert outcomes("word_list", text("的的确确"), settings=words) == ["pass"]
    assert outcomes("doubled_words", text("科技计划资金资金分配，")) == ["fail"]
    assert outcomes("doubled_words", text("常常研究研究，往往如此。")) == ["pass"]
    assert outcomes("broken_words", text("邮箱：3861@.qq.com。")) == ["fail"]
    assert outcomes("broken_words", text("公开信息260余\n二是")) == ["fail"]
    assert outcomes("broken_words", text("公开信息260余", source=Source(ends=False))) == ["pass"]
    assert outcomes("broken_words", text("公开信息260余条。")) == ["pass"]
    unended = "（二）申请情况\n我局通过电子邮箱将信息发送给申请人\n（三）制度"
    assert outcomes("paragraph_ends", text(unended)) == ["fail"]
    assert outcomes("paragraph_ends", text("（一）公开。\n（二）增长18.5%的\n1.05亿。")) == ["pass"]


ALL = {"deadlines": {"government": "03-31", "department": "01-31"}}


@pytest.mark.parametrize(("kind", "day", "outcome"), [
    ("department", date(2024, 1, 31), ["pass"]), ("department", date(2024, 2, 1), ["fail"]),
    ("government", date(2024, 3, 31), ["pass"]), ("government", date(2024, 4, 1), ["fail"]),
    (None, date(2024, 1, 30), ["pass"]), (None, date(2024, 3, 1), ["unknown"]),
    ("township", date(2024, 4, 1), []), ("department", None, ["unknown"]),
    ("department", date(2027, 1, 1), ["unknown"]),
])
def test_published_in_time(outcomes, kind, day, outcome):
    report = Report(year=2023, kind=kind, published=day)
    assert outcomes("published_in_time", report, settings=ALL) == outcome


def test_local_deadline(outcomes):
    report = Report(year=2023, kind="department", published=date(2024, 1, 29))
    local = {"settings": {"local": True}, "deadlines": {"department": "01-28"}}
    assert outcomes("published_in_time", report, **local) == ["fail"]
    assert outcomes("published_in_time", report, settings={"local": True}) == []


def test_dates(outcomes):
    early = Report(year=2011, published=date(2011, 12, 31), signed=date(2012, 1, 1))
    assert outcomes("published_after_period", early) == ["fail"]
    assert outcomes("signed_after_period", early) == ["pass"]
    assert outcomes("signed_not_after_published", early) == ["fail"]
    late = Report(year=2011, published=date(2012, 1, 5), signed=date(2011, 2, 10))
    assert outcomes("signed_after_period", late) == ["fail"]
    assert outcomes("signed_not_after_published", late) == ["pass"]
    assert outcomes("signed_after_period", Report(year=2011)) == ["unknown"]
    assert outcomes("signed_not_after_published", Report(year=2011)) == ["unknown"]
