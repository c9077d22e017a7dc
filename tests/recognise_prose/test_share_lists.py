# ruff: noqa: E501 (sentences under test stay in one piece)
"""Lists of shares without counts are breakdowns too."""

from decimal import Decimal

import pytest
from prose_reading import breakdowns, read

from compliance import api
from compliance.model.audit import Outcome
from compliance.plugin.cache import installed


@pytest.mark.parametrize(("text", "parts"), [
    ("从申请人类型看，自然人申请占95.2%，法人或其他组织申请占4.8%。", {"自然人申请": "95.2", "法人或其他组织申请": "4.8"}),
    ("网络申请占80%、信函申请占15%、当面申请占5%。", {"网络申请": "80", "信函申请": "15", "当面申请": "5"}),
    ("网络、信函和当面申请分别占80%、15%和5%。", {"网络": "80", "信函": "15", "当面申请": "5"}),
    ("其中，通过互联网提交的占比80.5%，通过邮寄提交的占比19.5%。", {"通过互联网提交": "80.5", "通过邮寄提交": "19.5"}),
    ("政策文件占42%，财政信息占30%，其他类信息占28%。", {"政策文件": "42", "财政信息": "30", "其他类信息": "28"}),
])
def test_shares(text: str, parts: dict[str, str]) -> None:
    [found] = breakdowns(text)
    assert {part.name: part.share for part in found.parts} == {
        name: Decimal(share) for name, share in parts.items()}
    assert found.whole is None
    assert all(part.count is None for part in found.parts)
    assert found.complete
    assert found.exclusive


@pytest.mark.parametrize("text", [
    "差评数占评价总数的0.34%，好评占99.58%。", "网站访问量同比增长20%，公众号阅读量占30%。",
    "网上可办率占98%，全程网办率占85%。", "规范性文件占约30%，其他占70%。", "予以公开占33.9%。",
    "甲类占30%，乙类5件，丙类占40%。", "甲类占30%；甲类占40%。",
])
def test_what_is_no_list_of_one_whole(text: str) -> None:
    assert breakdowns(text) == []


def outcomes(text: str, rule: str) -> list[Outcome]:
    report = read(text)
    report.form, report.jurisdiction = "cn-2021", "CN"
    return [each.outcome for each in api.audit(report, library=installed()).results
            if each.rule.id == rule]


def test_the_shares_must_make_a_hundred() -> None:
    assert outcomes("政策文件占42%，财政信息占30%，其他类信息占28%。", "CN-P-02") == [Outcome.PASS]
    assert outcomes("政策文件占42%，财政信息占31%，其他类信息占38%。", "CN-P-02") == [Outcome.FAIL]


def test_a_list_is_not_doubtful_for_what_it_does_not_print() -> None:
    text = "政策文件占42%，财政信息占30%，其他类信息占28%。"
    assert outcomes(text, "CN-B-02") == [Outcome.NOT_APPLICABLE]
    assert outcomes("公开信息10条，其中甲类4条，乙类6条。", "CN-P-02") == [Outcome.NOT_APPLICABLE]
