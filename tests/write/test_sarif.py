"""SARIF 2.1.0, held to the structure that the standard requires."""

from __future__ import annotations

import json
from decimal import Decimal
from urllib.parse import unquote

import jsonschema
import pytest

from compliance.model.audit import Candidate, Change
from compliance.model.location import Location
from compliance.model.text import LANGUAGES, Language, Text
from compliance.write.sarif import write

from . import audits
from .sarif_schema import SCHEMA


def run(items: list, language: Language = "zh") -> dict:
    log = json.loads(write(items, language))
    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    return log["runs"][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_log_fits_the_standard(language: Language) -> None:
    for items in ([], [audits.audit()], [audits.broken(), audits.unread()], audits.hostile()):
        made = run(items, language)
        rules = made["tool"]["driver"]["rules"]
        for result in made["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_check_notices_what_is_wrong() -> None:
    log = json.loads(write([audits.audit()], "zh"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(log)


def test_failures_have_level_and_region_and_passes_are_left_out() -> None:
    results = run([audits.audit()])["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [
        ("CN-T3-01", "error"), ("CN-F-05", "warning"), ("CN-T4-07", "note"), ("CN-D-02", "error")]
    place = results[0]["locations"][0]
    assert place["physicalLocation"]["region"] == {
        "startLine": 31, "startColumn": 5, "endLine": 31, "endColumn": 10}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "申请·本年新收·总计"
    assert audits.WHY in results[0]["message"]["text"]
    assert "region" not in results[2]["locations"][0]["physicalLocation"]


def test_a_waived_failure_is_suppressed_with_its_reason() -> None:
    waived = run([audits.audit()])["results"][3]
    suppression = waived["suppressions"][0]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == "系统迁移"
    assert suppression["properties"] == {"approver": "王某", "until": "2026-12-31"}


def test_figures_under_suspicion_are_related_locations() -> None:
    made = audits.audit()
    cell = made.findings[2].results[0].cells[0]
    change = Change(Text.same("本年新收·总计"), Decimal(13612), Decimal(13613), Decimal(13613),
                    Decimal(13613), cell=cell, location=cell.location)
    made.findings[2].candidates = [Candidate([change], made.findings[2].results)]
    (failed,) = [result for result in run([made])["results"] if "relatedLocations" in result]
    assert failed["ruleId"] == "CN-T3-01"
    (related,) = failed["relatedLocations"]
    assert related["message"]["text"].endswith("现填 13612，应为 13613")
    assert related["physicalLocation"]["region"]["startLine"] == 31


def test_paths_are_percent_encoded_and_relative() -> None:
    made = run([audits.audit(file="./报告 目录/a:b#c.yaml")])
    uri = made["artifacts"][0]["location"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == "报告 目录/a:b#c.yaml"
    assert ":" not in uri
    assert made["artifacts"][0]["hashes"] == {"sha-256": "ab" * 32}
    assert run([audits.audit(file="/nowhere/报.yaml")])["artifacts"][0]["location"]["uri"] == (
        "file:///nowhere/%E6%8A%A5.yaml")


def test_rules_speak_both_languages() -> None:
    zh, en = (run([audits.audit()], language)["tool"]["driver"] for language in LANGUAGES)
    assert (zh["language"], en["language"]) == ("zh-CN", "en-US")
    names = [rule["id"] for rule in zh["rules"]]
    assert names == sorted(names)
    rule = zh["rules"][names.index("CN-D-02")]
    assert rule["properties"]["title"] == {"zh": "按期公布", "en": "published in time"}
    assert en["rules"][names.index("CN-D-02")]["shortDescription"]["text"] == "published in time"


def test_unread_files_and_broken_rules_are_notifications() -> None:
    invocation = run([audits.broken(), audits.unread()])["invocations"][0]
    assert invocation["executionSuccessful"] is False
    texts = [notice["message"]["text"] for notice in invocation["toolExecutionNotifications"]]
    assert texts == ["文件是空的，请重新下载", "规则 X-1 自身出错（ZeroDivisionError）"]
    assert run([audits.audit()])["invocations"][0]["executionSuccessful"] is True


def test_a_region_never_runs_backwards() -> None:
    made = audits.audit()
    for place, expected in (
        (Location(5, 9, 5, 3), {"startLine": 5, "startColumn": 9, "endLine": 5}),
        (Location(5, 9, 4, 3), {"startLine": 5, "startColumn": 9}),
        (Location(5), {"startLine": 5, "endLine": 5}),
    ):
        made.results[1].location = place
        physical = run([made])["results"][0]["locations"][0]["physicalLocation"]
        assert physical["region"] == expected


def test_a_failure_keeps_its_fingerprint_when_lines_move() -> None:
    before, after = audits.audit(), audits.audit()
    after.results[1].location = Location(99)
    prints = [run([made])["results"][0]["partialFingerprints"] for made in (before, after)]
    assert prints[0] == prints[1]
    every = [r["partialFingerprints"]["subject/v1"] for r in run([before])["results"]]
    assert len(set(every)) == len(every)
