"""The table of divisions: complete, consistent, and looked up by the year."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.recognise.divisions import (
    ISO,
    Division,
    Divisions,
    divisions,
    is_code,
    lies_in,
    province_of,
)

FOLDER = Path(__file__).parents[2] / "rules" / "divisions"
EVERY = list(divisions())
NAMES = sorted({division.name for division in EVERY})

# Divisions at county level at the end of each year, as the ministry counts them.
COUNTIES = {2004: 2862, 2008: 2859, 2010: 2856, 2012: 2852, 2014: 2854, 2015: 2850, 2017: 2851,
            2019: 2846, 2020: 2844, 2021: 2843, 2023: 2844, 2024: 2846}


def standing(year: int) -> list[str]:
    return sorted(division.code for division in EVERY if division.stood(year))


def test_the_file_names_its_date_and_its_sources() -> None:
    first = (FOLDER / "divisions.csv").read_text("utf-8").split("\n")[0]
    date = re.search(r"\d{4}-\d{2}-\d{2}", first)
    assert date
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert date[0] in readme
    assert "GB/T 2260" in readme
    assert "MIT" in readme


@pytest.mark.parametrize(("year", "counties"), COUNTIES.items())
def test_numbers_of_divisions(year: int, counties: int) -> None:
    codes = standing(year)
    assert len(codes) == len(set(codes))
    assert sum(not code.endswith("00") for code in codes) == counties
    assert sum(code.endswith("00") and not code.endswith("0000") for code in codes) in (333, 334)


def test_provinces() -> None:
    provinces = {division.code for division in EVERY if division.code.endswith("0000")}
    assert {code[:2] for code in provinces} == set(ISO)
    assert len(provinces) == 34
    assert len({*ISO.values()}) == 34
    assert province_of("350403") == "CN-FJ"


def test_every_division_lies_in_one_that_stood() -> None:
    for division in EVERY:
        assert is_code(division.code)
        assert division.first < division.until
        prefecture = division.code[:4] + "00"
        direct = division.code[2:4] == "90" or division.code[:2] in {"11", "12", "31", "50"}
        if division.code.endswith("00") or direct:
            continue
        above = [d for d in EVERY if d.code == prefecture]
        assert above, division
        assert min(d.first for d in above) <= division.first, division


def test_successors_stood_when_they_took_over() -> None:
    for division in EVERY:
        if division.successor:
            assert lies_in(division.successor, division.code[:2] + "0000")
            assert any(d.stood(division.until) for d in divisions().coded(division.successor))


@pytest.mark.parametrize(("name", "year", "code"), [
    ("三元区", 2017, "350403"), ("三元区", 2021, "350404"), ("梅列区", 2019, "350402"),
    ("崇文区", 2009, "110103"), ("宣武区", 2009, "110104"), ("卢湾区", 2010, "310103"),
    ("闸北区", 2014, "310108"), ("南汇区", 2008, "310119"), ("静安区", 2014, "310106"),
    ("下城区", 2020, "330103"), ("江干区", 2020, "330104"), ("洪泽县", 2015, "320829"),
    ("洪泽区", 2016, "320813"), ("巢湖市", 2010, "341400"), ("巢湖市", 2012, "340181"),
    ("襄樊市", 2009, "420600"), ("襄阳市", 2012, "420600"), ("儋州市", 2014, "469003"),
    ("儋州市", 2016, "460400"), ("凉山州", 2020, "513400"), ("两江新区", 2025, "500157"),
])
def test_names_by_year(name: str, year: int, code: str) -> None:
    assert [division.code for division in divisions().possible([name], year)] == [code]


def test_a_name_given_up_is_still_known_and_a_new_one_before_its_year() -> None:
    table = divisions()
    assert [d.code for d in table.possible(["梅列区"], 2023)] == ["350402"]
    # The report on 2020 was written in 2021, under the new name.
    assert [d.code for d in table.possible(["沙县区"], 2020)] == ["350405"]


def test_successors_of_merged_districts() -> None:
    table = divisions()
    for name, successor in [("梅列区", "350404"), ("崇文区", "110101"), ("宣武区", "110102"),
                            ("卢湾区", "310101"), ("闸北区", "310106"), ("南汇区", "310115"),
                            ("下城区", "330105"), ("江干区", "330102"), ("洪泽县", "320813")]:
        (division,) = table.possible([name])
        assert division.successor == successor


def test_chains() -> None:
    table = divisions()
    assert table.chain("三明市三元区财政局") == (["三明市", "三元区"], 6)
    assert table.chain("财政局") == ([], 0)
    assert table.chain_before("位于韶关市武江区", 8) == ["韶关市", "武江区"]
    assert table.chain_before("位于武江", 4) == []
    assert [d.code for d in table.possible(["徐州市", "鼓楼区"])] == ["320302"]
    assert {d.code[:2] for d in table.possible(["江苏省", "鼓楼区"])} == {"32"}
    assert len(table.possible(["鼓楼区"])) == 4
    # A district that does not lie in the city says nothing.
    assert [d.code for d in table.possible(["武汉市", "鼓楼区"])] == ["420100"]
    assert table.possible(["测试市"]) == []


def test_mentions_are_whole_names() -> None:
    found = list(divisions().mentions("江苏省宿迁市宿城区和沭阳县，面向上海市场，市区县区"))
    assert found == ["江苏省", "宿迁市", "宿城区", "沭阳县"]


def test_traditional_characters() -> None:
    simplified = divisions().simplified
    assert simplified("廣東省開平市臺山市") == "广东省开平市台山市"
    assert all(simplified(name) == name for name in NAMES)


def test_codes() -> None:
    assert is_code("350403")
    assert not any(map(is_code, ("", "35040", "3504033", "990000", "35040a", "３５０４０３")))
    assert lies_in("350403", "350400")
    assert lies_in("350403", "350000")
    assert not lies_in("350403", "350404")


def test_a_table_of_ones_own() -> None:
    table = Divisions(["350000,福建省,,,,", "350400,三明市,,,,明市"], ["縣,县"])
    assert list(table) == [Division("350000", "福建省", 0, 9999, ""),
                           Division("350400", "三明市", 0, 9999, "")]
    assert table.called("明市") == table.called("三明市")


@given(st.lists(st.sampled_from(NAMES), max_size=4), st.text(max_size=12),
       st.one_of(st.none(), st.integers(1990, 2040)))
def test_any_text_is_read(chain: list[str], rest: str, year: int | None) -> None:
    table = divisions()
    text = "".join(chain) + rest
    names, end = table.chain(text)
    assert "".join(names) == text[:end]
    assert names or not chain
    options = table.possible(names, year)
    assert bool(options) == bool(names)
    assert len({division.code for division in options}) == len(options)
    assert all(name in text for name in table.mentions(text))
