"""JUnit XML."""

from __future__ import annotations

import json

from junitparser import JUnitXml
from lxml import etree

from compliance.model.audit import Audit, Outcome
from compliance.write import codequality, github
from compliance.write.junit import write

from . import audits


def parsed(items: list) -> etree._Element:
    return etree.fromstring(write(items, "zh").encode())


def case(root: etree._Element, rule: str) -> etree._Element:
    return next(c for c in root.iter("testcase") if c.get("name", "").startswith(rule + " "))


def test_a_suite_for_a_report_and_a_case_for_a_rule() -> None:
    root = parsed([audits.audit(), audits.audit("乙区")])
    suites = root.findall("testsuite")
    assert [suite.get("name", "").split()[0] for suite in suites] == ["江海市人民政府", "乙区"]
    assert len(suites[0].findall("testcase")) == 6
    counts = {key: suites[0].get(key) for key in ("tests", "failures", "skipped", "errors")}
    assert counts == {"tests": "6", "failures": "2", "skipped": "2", "errors": "0"}
    assert root.get("tests") == "12"


def test_failures_skips_and_errors_say_why() -> None:
    root = parsed([audits.broken()])
    failure = case(root, "CN-T3-01").find("failure")
    assert failure.get("type") == "error"
    assert audits.WHY in failure.text
    assert "整改：" in failure.text
    assert case(root, "CN-F-05").find("failure").get("type") == "warning"
    assert case(root, "CN-N-03").find("skipped").get("message") == "正文没有说到这个数"
    assert "王某" in case(root, "CN-D-02").find("skipped").get("message")
    assert "ZeroDivisionError" in case(root, "X-1").find("error").text
    assert len(case(root, "CN-T3-03")) == 0


def test_a_note_is_output_and_not_a_failure() -> None:
    found = case(parsed([audits.audit()]), "CN-T4-07")
    assert [child.tag for child in found] == ["system-out"]


def one_fault_of_two_rules() -> Audit:
    """A report in which one cell fails two rules."""
    made = audits.audit()
    flow = next(finding for finding in made.findings if finding.rule.id == "CN-T3-01")
    other = audits.result(audits.rule("CN-T3-06", "办结不多于收到", "no more than received"),
                          Outcome.FAIL, "总计", "13365 ≠ 13364", flow.results[0].cells[2:3])
    made.results.append(other)
    flow.results.append(other)
    return made


def test_one_fault_is_one_failure_with_its_suspect_and_its_place() -> None:
    made = one_fault_of_two_rules()
    root = parsed([made])
    failure = case(root, "CN-T3-01").find("failure")
    assert "疑似填错：申请·本年新收·总计（第 31 行），现填 13612" in failure.text
    assert "13365 ≠ 13364" in failure.text
    assert case(root, "CN-T3-06").find("skipped").get("message") == (
        "与 CN-T3-01 是同一处差错，见该项")
    assert root.get("failures") == "2"
    (entry,) = [entry for entry in json.loads(codequality.write([made], "zh"))
                if entry["check_name"] in ("CN-T3-01", "CN-T3-06")]
    assert entry["location"]["lines"]["begin"] == 31
    assert "疑似填错：申请·本年新收·总计（第 31 行），现填 13612" in entry["description"]


def test_what_is_in_the_baseline_fails_nothing() -> None:
    made = audits.audit()
    for result in made.results:
        result.known = result.outcome is Outcome.FAIL
    root = parsed([made])
    assert root.get("failures") == "0"
    assert case(root, "CN-T3-01").find("skipped").get("message") == "基线中已有"
    assert json.loads(codequality.write([made], "zh")) == []
    lines = github.write([made], "zh").splitlines()
    assert all(line.startswith("::notice ") for line in lines)
    assert "CN-T3-01" in "".join(lines)


def test_a_file_that_was_not_read_is_an_error() -> None:
    root = parsed([audits.unread()])
    assert root.get("errors") == "1"
    assert root.find("testsuite").get("name") == "坏/文件.html"


def test_hostile_text_is_well_formed_and_read_back() -> None:
    written = write(audits.hostile(), "zh")
    etree.fromstring(written.encode())
    assert len(list(JUnitXml.fromstring(written.encode()))) == 2
