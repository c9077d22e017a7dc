"""JSON for programs."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from compliance.write.json_audit import number, write

from . import audits


def first(items: list) -> dict:
    return json.loads(write(items, "zh"))["audits"][0]


def test_the_keys_are_the_agreed_ones() -> None:
    made = first([audits.audit()])
    assert list(made) == ["coverage", "findings", "gate", "provenance", "report", "results",
                          "score"]
    assert made["report"]["form"] == "cn-2021"
    assert made["report"]["published"] == "2025-04-02"
    assert made["report"]["file"] == "报告 目录/a b.yaml"
    assert set(made["results"][1]) == {"rule", "result", "subject", "explanation", "cells",
                                       "location", "known", "waiver"}
    assert set(made["results"][1]["cells"][0]) == {
        "table", "row", "column", "value", "state", "text", "unit", "doubt", "location"}
    assert set(made["findings"][0]) == {"rule", "severity", "category", "title", "basis", "mend",
                                        "location", "suspect", "results", "candidates",
                                        "unique", "more"}
    assert set(made["score"]) == {"model", "total", "grade", "without_waivers", "veto",
                                  "categories", "receipt"}
    assert made["gate"] == {"holds": False, "reasons": ["1 条规则不符（错误）"]}
    assert made["coverage"]["rules_assessed"] == 54


def test_findings_point_at_their_results() -> None:
    made = first([audits.audit()])
    finding = made["findings"][2]
    assert finding["suspect"]["value"] == 13612
    assert [made["results"][index]["rule"] for index in finding["results"]] == ["CN-T3-01"]
    assert finding["location"] == {"line": 31, "column": 5, "end_line": 31, "end_column": 10,
                                   "page": None, "path": "", "box": None,
                                   "section": "", "paragraph": None}


def test_a_blank_cell_is_null_and_not_zero() -> None:
    blank = first([audits.audit()])["results"][2]["cells"][0]
    assert (blank["value"], blank["state"]) == (None, "blank")


def test_a_file_that_was_not_read_is_an_entry() -> None:
    made = first([audits.unread()])
    assert made["file"] == "坏/文件.html"
    assert made["error"] == "文件是空的，请重新下载"
    assert made["location"]["line"] == 3


@pytest.mark.parametrize(("value", "expected"), [
    ("83.50", 83.5), ("4.00", 4), ("0.1", 0.1), ("-3", -3),
    ("12345678901234567890", 12345678901234567890),
    ("0.12345678901234567890", "0.12345678901234567890"),
    ("1E+9999", "1E+9999"), ("1E-9999", "1E-9999"), ("NaN", "NaN"), ("Infinity", "Infinity"),
])
def test_decimals_lose_nothing(value: str, expected: object) -> None:
    written = number(Decimal(value))
    assert written == expected
    assert type(written) is type(expected)


def test_no_audits_is_an_empty_list() -> None:
    assert json.loads(write([], "en")) == {"audits": []}
