"""Data classes that are quick to define are data classes all the same."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from compliance.record import field, frozen_record, record, replace


@record
class Row:
    name: str
    values: list[int] = field(default_factory=list)
    unit: str = "件"


@frozen_record
class Place:
    table: str
    row: int = 0


@record
class Measured:
    text: str
    width: int = 0

    def __post_init__(self) -> None:
        self.width = len(self.text)


def test_an_item_holds_what_it_was_given_by_place_or_by_name() -> None:
    assert Row("收到", [1], "条") == Row(unit="条", values=[1], name="收到")
    assert (Row("收到").values, Row("收到").unit) == ([], "件")


def test_a_default_list_is_each_items_own() -> None:
    first, second = Row("甲"), Row("乙")
    first.values.append(3)
    assert second.values == []


@pytest.mark.parametrize("wrong", [{}, {"name": "甲", "colour": "red"}])
def test_a_missing_or_unknown_name_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Row(**wrong)


def test_no_other_attribute_can_be_set() -> None:
    with pytest.raises(AttributeError):
        Row("甲").colour = "red"


def test_a_frozen_record_is_a_key_and_a_record_is_not() -> None:
    assert {Place("表一", 2): "x"}[Place("表一", 2)] == "x"
    assert Place("表一", 2) != Place("表一", 3)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Row("甲"))


def test_items_of_different_classes_differ() -> None:
    assert Place("甲") != Measured("甲", 0)


def test_what_follows_from_the_values_is_worked_out_at_once() -> None:
    assert Measured("年度报告").width == 4


def test_an_item_shows_its_values() -> None:
    assert repr(Place("表一", 2)) == "Place(table='表一', row=2)"


def test_a_copy_with_other_values_leaves_the_first_as_it_was() -> None:
    first = Row("甲", [1])
    assert replace(first, name="乙") == Row("乙", [1])
    assert first.name == "甲"
    with pytest.raises(TypeError, match="colour"):
        replace(first, colour="red")


def test_it_survives_copying_and_pickling() -> None:
    row = Row("甲", [1, 2])
    assert copy.deepcopy(row) == row
    assert pickle.loads(pickle.dumps(row)) == row


def test_dataclasses_and_pydantic_know_its_fields() -> None:
    assert [item.name for item in dataclasses.fields(Row)] == ["name", "values", "unit"]
    assert dataclasses.replace(Row("甲"), unit="条") == Row("甲", [], "条")
    assert TypeAdapter(Row).validate_python({"name": "甲", "values": ["3"]}) == Row("甲", [3])
    with pytest.raises(ValidationError, match="values"):
        TypeAdapter(Row).validate_python({"name": "甲", "values": "三"})


def test_it_can_be_taken_apart_by_match() -> None:
    match Place("表二", 4):
        case Place(table, row):
            assert (table, row) == ("表二", 4)
