"""Sections: there, in order, numbered, worded; contents announced; matters told."""

from decimal import Decimal

import pytest

from compliance.model.report import Report, Section, Source, Statement

SIX = [("一、总体情况", "总体情况"),
       ("二、主动公开政府信息情况", "主动公开情况"),
       ("三、收到和处理政府信息公开申请情况", "申请情况"),
       ("四、存在的主要问题及改进情况", "问题及改进"), ("五、其他需要报告的事项", "其他事项")]


def report(headings=SIX, text="文。", **named):
    return Report(sections=[Section(h, text, i) for h, i in headings], **named)


def test_sections_present(outcomes):
    assert set(outcomes("sections_present", report())) == {"pass"}
    assert outcomes("sections_present", report(SIX[:2] + SIX[3:])).count("fail") == 1
    cut = report(SIX[:2], source=Source(format="text", ends=False))
    assert outcomes("sections_present", cut) == ["pass"] * 2 + ["unknown"] * 3
    tail = report(SIX[3:], source=Source(begins=False))
    assert outcomes("sections_present", tail) == ["unknown"] * 3 + ["pass"] * 2


def test_a_heading_lost_in_plain_text_is_not_charged(outcomes):
    lost = report(SIX[:3] + SIX[4:], source=Source(format="text"))
    assert "fail" not in outcomes("sections_present", lost)


@pytest.mark.parametrize(("text", "outcome"), [
    ("2016年没有收取检索费。", "pass"),
    ("依申请提供政府信息未收取检索、复印、邮寄等费用。", "pass"),
    ("规范行政事业性收费目录清单。", "fail"), ("共减免房产税28.1万元。", "fail"),
])
def test_fees_said_in_a_sentence(outcomes, forms, text, outcome):
    from pathlib import Path

    import yaml
    pack = yaml.safe_load((Path(__file__).parents[2] / "rules/packs/cn-form.yaml").read_text())
    settings = next(rule["settings"] for rule in pack["rules"] if rule["id"] == "CN-F-13")
    one = report([("一、主动公开情况", "主动公开情况")], text)
    assert outcomes("sections_present", one, forms["cn-2014"], settings) == [outcome]


def test_order_and_numbers(outcomes):
    assert outcomes("sections_in_order", report()) == ["pass"]
    assert outcomes("sections_in_order", report([SIX[1], SIX[0]])) == ["fail"]
    assert outcomes("section_numbering", report()) == ["pass"]
    assert outcomes("section_numbering", report(SIX[:1] + SIX[2:])) == ["fail"]
    assert outcomes("section_numbering", report(SIX + SIX[:1])) == ["fail"]
    pdf = report(SIX[:1] + SIX[2:], source=Source(file="a.pdf"))
    assert outcomes("section_numbering", pdf) == ["unknown"]


def test_heading_wording(outcomes):
    assert outcomes("heading_wording", report(SIX[:1])) == ["pass"]
    other = report([("四、存在的主要问题及整改措施", "问题及改进")])
    assert outcomes("heading_wording", other) == ["fail"]


XIAN = ("本报告由总体情况、主动公开政府信息情况、存在问题及改进情况、"
        "其他需要报告的事项等六部分组成。")
RIGHT = ("全文包括总体情况,主动公开政府信息情况,收到和处理政府信息公开申请情况,"
         "存在的主要问题及改进情况及其他需要报告的事项等五个部分。")


def test_contents_announced(run, outcomes):
    def aspect(name, preamble, **named):
        return outcomes("contents_announced", report(preamble=preamble, **named),
                        settings={"aspect": name})

    assert aspect("count", XIAN) == ["fail"]
    assert aspect("count", RIGHT) == ["pass"]
    assert set(aspect("items", RIGHT)) == {"pass"}
    assert aspect("required", XIAN).count("fail") == 1
    assert aspect("headings", XIAN).count("fail") == 1
    cut = aspect("items", RIGHT, headings=SIX[:1], source=Source(ends=False))
    assert "fail" not in cut
    assert "unknown" in cut
    assert aspect("items", RIGHT, headings=SIX[:4]).count("fail") == 1


def test_appendices_may_be_counted_with_the_part_before(outcomes):
    preamble = "报告由概述、主动公开政府信息的情况、需要说明的事项与附表共三个部分组成。"
    assert outcomes("contents_announced", report(preamble=preamble),
                    settings={"aspect": "count"}) == ["pass"]


def test_overview_and_accountability(outcomes):
    assert outcomes("overview_parts", report(text="主动公开。")) == ["pass", "fail"]
    cut = report(SIX[:1], "无", source=Source(ends=False))
    assert outcomes("overview_parts", cut) == ["unknown", "unknown"]
    words = {"words": {"社会评议": ["评议"]}}
    assert outcomes("accountability_words", report(text="社会评议良好"), settings=words) == ["pass"]
    assert outcomes("accountability_words", report(), settings=words) == ["fail"]
    assert outcomes("accountability_words", cut, settings=words) == ["unknown"]


def test_problems(outcomes):
    one = SIX[3:4]
    assert outcomes("problems_not_empty", report(one, "无。")) == ["fail"]
    assert outcomes("problems_not_empty", report(one, "公开不够及时，" * 5)) == ["pass"]
    assert outcomes("problems_not_empty", report(one, "", source=Source(ends=False))) == ["unknown"]


def test_fees(outcomes):
    rows = {"申请": {"逾期不缴费": [1, 0, 1]}}
    assert outcomes("fee_mentioned", report(text="收取信息处理费100元。", tables=rows)) == ["pass"]
    assert outcomes("fee_mentioned", report(tables=rows)) == ["fail"]
    assert outcomes("fee_mentioned", report(tables=rows, source=Source(ends=False))) == ["unknown"]
    for amount, outcome in ((Decimal(2950), "pass"), (Decimal(2955), "fail")):
        told = Report(statements=[Statement("文中信息处理费", amount)])
        assert outcomes("fee_amount", told) == [outcome]
