"""The text under the title of one year that tells of another."""

import pytest

from compliance.model.report import Report, Section, Source


def told(*texts: str, ends: bool = True, preamble: str = "") -> Report:
    sections = [Section(f"第{number}部分", text) for number, text in enumerate(texts, 1)]
    return Report(year=2022, preamble=preamble, sections=sections, source=Source(ends=ends))


@pytest.mark.parametrize(("report", "expected"), [
    (told("2016年度，全局发布信息31条。", "见下表。"), ["fail"]),
    (told("2022年度，全局发布信息31条。"), ["pass"]),
    (told("2021年，我局获评优秀。", "2022年，我局继续努力。"), ["pass"]),
    (told("2021年，我局获评优秀。", preamble="统计期限自2022年1月1日起。"), ["pass"]),
    (told("2021年，我局获评优秀。", ends=False), []),
    (told("我局发布信息31条。"), []),
    (told("2021年文件继续公开。"), []),
    (told(), []),
])
def test_year_of_opening(outcomes, report, expected):
    assert outcomes("year_of_opening", report) == expected


def test_fewness_is_a_problem(run):
    text = "主动公开的文件类信息较少，将增加公开文件的数量。"
    settings = {"problems": ["较少"], "measures": ["将"], "least": 10}
    report = Report(sections=[Section("五、存在的主要问题及改进情况", text, "问题及改进")])
    assert [each.outcome.value for each in run("problems_with_measures", report, settings=settings)
            ] == ["pass"]
