"""YAML and JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from compliance.errors import Problem
from compliance.read import MAX_DEPTH, read_document
from compliance.read.structured import load_json, load_yaml

REPORT = """# 年度报告
form: cn-2021
published: 2024-01-17
tables:
  申请:
    本年新收: [13612, 252, 3.50, null, "1,234", /]
    上年结转:
      自然人: 535
"""


def refused(load, raw) -> Problem:
    with pytest.raises(Problem) as problem:
        load(raw)
    assert problem.value.text.zh
    assert problem.value.text.en
    assert problem.value.file == "report"
    return problem.value


def test_yaml_values(given):
    data, _ = load_yaml(given(REPORT))
    assert data["published"] == date(2024, 1, 17)
    row = data["tables"]["申请"]["本年新收"]
    assert row == [13612, 252, Decimal("3.50"), None, "1,234", "/"]
    assert str(row[2]) == "3.50"


@pytest.mark.parametrize(("written", "value"), [
    ("0123", 123), ("1_000", 1000), ("-5", -5), ("12:30", "12:30"), ("0x1F", "0x1F"),
    ("12:30.5", "12:30.5"), (".5", Decimal("0.5")), ("'12'", "12"), ("~", None), ("yes", True),
    ("1.50e+2", Decimal("1.50e+2")), ("2024-01-17 10:00:00", date(2024, 1, 17)), ("=", "="),
    ("!!str 12", "12"),
])
def test_yaml_scalars(given, written, value):
    data, _ = load_yaml(given(f"x: {written}"))
    assert data == {"x": value}
    assert type(data["x"]) is type(value)


def test_json_values(given):
    data, _ = load_json(given('{"a": [1, 2.50, null, "甲", true]}'))
    assert data == {"a": [1, Decimal("2.50"), None, "甲", True]}


def test_places_in_yaml(given):
    _, places = load_yaml(given(REPORT))
    place = places.find(("tables", "申请", "本年新收", 0))
    assert (place.line, place.column, place.end_line, place.end_column) == (6, 12, 6, 17)
    assert place.path == "tables/申请/本年新收/0"
    assert places.find(("tables", "申请", "上年结转", "自然人")).line == 8
    assert places.find(("tables", "申请")).line == 5
    assert places.find(("tables", "申请", "int", "本年新收", 99)).line == 6
    assert places.find(("none",)).line == 1


def test_places_in_json(given):
    _, places = load_json(given('{\n\t"表": {"行": [1, "\\ud83d\\ude00",\n\t22]},\n"x": "a\\/b"}'))
    place = places.find(("表", "行", 2))
    assert (place.line, place.column, place.end_column) == (3, 2, 4)
    assert places.find(("x",)).line == 4


@pytest.mark.parametrize(("text", "line", "said"), [
    ("a: 1\nb: 2\na: 3\n", 3, "两次"),
    ("t:\n  x: 1\n  x: 1\n", 3, "两次"),
    ("a: 1\n\tb: 2\n", 2, "YAML"),
    ("a: [1, 2\nb: 3\n", 2, "YAML"),
    ("a: 'x\n", 2, "中断"),
    ("a: 1\n  b: 2\n", 2, "冒号"),
    ("a: 1\n---\nb: 2\n", 2, "不止一份"),
    ("a: *x\n", 1, "锚点"),
    ("a: 1\nb: !!python/object/apply:os.system ['x']\n", 2, "标记"),
    ("a: !x 1\n", 1, "标记"),
    ("a: .nan\n", 1, "不是数"),
    ("a: -.inf\n", 1, "不是数"),
    ("a: 2024-02-30\n", 1, "日期"),
    ("a: !!int x\n", 1, "整数"),
    ("? [1]\n: 2\n", 1, "键"),
    ("a: " + "9" * 61 + "\n", 1, "过长"),
    ("a: 1.0e+999\n", 1, "过长"),
    ("a: 1\nb: \x02\nc: " + "x" * 200, 2, "控制字符"),
    ("a: &a [*a]\n", 1, "嵌套"),
    ("<<: 1\n", 1, "映射"),
    ("a: " + "[" * 100 + "]" * 100, 1, "嵌套"),
    ("a: " + "[" * 100_000, 1, "嵌套"),
])
def test_bad_yaml(given, text, line, said):
    problem = refused(load_yaml, given(text))
    assert said in problem.text.zh
    assert problem.location.line == line


@pytest.mark.parametrize(("text", "line", "said"), [
    ('{"a": 1,\n"a": 2}', 2, "两次"),
    ('{"a": {"b": 1,\n "b": 2}}', 2, "两次"),
    ('{"a": NaN}', None, "不是数"),
    ('{"a": -Infinity}', None, "不是数"),
    ('{"a": 1', 1, "中断"),
    ('{"a": "x', 1, "中断"),
    ('{"a": 1 "b": 2}', 1, "逗号"),
    ("{\n'a': 1}", 2, "双引号"),
    ('{"a": 1,}', 1, "双引号"),
    ('{"a": tru}', 1, "值"),
    ('{"a": 1} {"b": 2}', 1, "不止一份"),
    ('{"a": 1e999}', None, "过长"),
    ('{"a": ' + "9" * 5000 + "}", None, "过长"),
    ('{"a": "\\ud800"}', None, "转义"),
    ("[" * 70 + "]" * 70, None, "嵌套"),
    ("[" * 100_000, None, "嵌套"),
    ('{"a":' * 100_000, None, "嵌套"),
])
def test_bad_json(given, text, line, said):
    problem = refused(load_json, given(text))
    assert said in problem.text.zh
    if line:
        assert problem.location.line == line


def test_alias_bomb(given):
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "超过" in refused(load_yaml, given("\n".join(levels))).text.zh


def test_aliases_and_merges(given):
    data, _ = load_yaml(given("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\n"))
    assert data["b"] == {"x": 1, "y": 3}
    assert data["c"] == data["a"]


@pytest.mark.parametrize("load", [load_yaml, load_json])
def test_too_many_values(given, load):
    assert "超过" in refused(load, given("[" + "1," * 450_000 + "1]")).text.zh


def test_depth_allowed(given):
    text = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert load_yaml(given(text))[0] == load_json(given(text))[0]


def test_encodings(given):
    text = "title: 甲县2023年政府信息公开工作年度报告\n"
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        assert load_yaml(given(text.encode(encoding)))[0] == {"title": text[7:-1]}


def test_only_comments(given):
    data, places = load_yaml(given("# 空\n"))
    assert data is None
    assert places.find(("a", 0)).path == "a/0"


def test_a_structured_file_is_no_document(given):
    with pytest.raises(Problem):
        read_document(given("form: cn-2021\n"))


@pytest.mark.parametrize(("text", "line", "column", "said"), [
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, "制表符"),
    ("a:\n  b: 1\n  \tc: 2\n", 3, 3, "制表符"),
    ("year: 1\ntables：\n  申请: {}\n", 2, 7, "全角冒号"),
    ("year: 1\ntitle：x\n", 2, 6, "全角冒号"),
    ("t:\n  新收：[1, 2]\n  结转: [1, 2]\n", 2, 5, "全角冒号"),
    ("t:\n  新收: [1, 2]\n  结转：[1, 2]\n", 3, 5, "全角冒号"),
    ("t: {申请：{新收: [1, 2]}}\n", 1, 7, "全角冒号"),
    ("t: {新收: {甲: 3，乙: 4}}\n", 1, 14, "全角逗号"),
    # Full-width marks of running text are no slips.
    ("title: 关于：报告\nbody: [\nyear: 1\n", 4, 1, "方括号"),
    ("text: |\n  全年情况如下：甲，乙。\n b: 1\n", 3, 2, "缩进"),
    ("a: 日期：2024\n  b: c\n", 2, 4, "此处不应有冒号"),
])
def test_slips_of_the_keyboard_in_yaml_are_named(given, text, line, column, said):
    with pytest.raises(Problem) as caught:
        load_yaml(given(text))
    assert (caught.value.location.line, caught.value.location.column) == (line, column)
    assert said in caught.value.text.zh


@pytest.mark.parametrize(("text", "column", "said"), [
    ('{"year"：2024}', 8, "全角冒号"), ('{"year": 2024，"a": 1}', 14, "全角逗号"),
])
def test_full_width_marks_in_json_are_named(given, text, column, said):
    with pytest.raises(Problem) as caught:
        load_json(given(text))
    assert caught.value.location.column == column
    assert said in caught.value.text.zh
