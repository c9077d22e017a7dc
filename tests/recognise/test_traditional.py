"""Reports in traditional characters are read and judged as the same report in simplified ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from identities import identity

from compliance import api
from compliance.model.audit import Outcome
from compliance.recognise.traditional import mainland

TEXT = """臨湖縣民政局2022年政府信息公開工作年度報告
根據《中華人民共和國政府信息公開條例》編制。數據統計期限為2022年1月1日至12月31日，電子版可在網站下載，聯繫電話：0571-1234567。
一、總體情況
（一）主動公開。主動公開政府信息120條。
（二）依申請公開。未收到政府信息公開申請，未發生針對我局政府信息公開的行政複議、行政訴訟。
"""


def test_words_of_reports() -> None:
    assert mainland("臨湖縣氣象局關於懲罰與訴訟") == "临湖县气象局关于惩罚与诉讼"


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(mainland(text)) == len(text)
    assert mainland(mainland(text)) == mainland(text)


def test_identity() -> None:
    report = identity(TEXT)
    assert (report.kind, report.year) == ("department", 2022)
    assert report.title == "臨湖縣民政局2022年政府信息公開工作年度報告"


def test_title_period_contacts_and_headings_are_judged_alike(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    report = api.read(str(path))
    failed = {result.rule.id for result in api.audit(report).results
              if result.outcome is Outcome.FAIL}
    assert failed.isdisjoint({"CN-X-01", "CN-X-02", "CN-X-12", "CN-X-14", "CN-F-17"})
    told = {statement.indicator: statement.value for statement in report.statements}
    assert told == {"文中主动公开": 120, "文中受理申请": 0, "文中行政复议": 0, "文中行政诉讼": 0}
