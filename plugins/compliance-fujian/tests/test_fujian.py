"""The plug-in brings valid files, and its rules hold where they say."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import TypeAdapter

import compliance_fujian
from compliance.model.form import Form
from compliance.model.pack import Pack


def _load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_form_replaces_the_national_table():
    (path,) = compliance_fujian.forms()
    form = TypeAdapter(Form).validate_python(_load(path))
    assert (form.form, form.extends, form.without) == ("cn-fj-2014", "cn-2008", [])
    assert [table.id for table in form.tables] == ["指标"]


def test_totals_name_rows_of_the_table():
    (path,) = compliance_fujian.forms()
    form = TypeAdapter(Form).validate_python(_load(path))
    rows = {row.id: row for block in form.tables[0].blocks for row in block.rows}
    assert {part for row in rows.values() for part in row.total_of} <= set(rows)


def test_every_rule_is_provincial_and_has_cases():
    (path,) = compliance_fujian.packs()
    pack = TypeAdapter(Pack).validate_python(_load(path))
    cases = _load(path.with_name("cn-fj.cases.yaml"))
    assert pack.jurisdiction == "CN-FJ"
    assert [rule.id for rule in pack.rules] == list(cases)
    for rule in pack.rules:
        assert rule.forms == ["cn-fj-2014"], rule.id
        assert re.fullmatch(r"FJ-\d\d", rule.id)


def test_installed_plugin_is_discovered():
    discover = pytest.importorskip("compliance.plugin.discover")
    from importlib.metadata import entry_points

    if not any(entry.name == "fujian" for entry in entry_points(group="compliance")):
        pytest.skip("compliance-fujian is not installed in this environment")
    library, _ = discover.discover()
    assert {"cn-fj-2014"} <= set(library.forms)
    assert {"cn-fj"} <= set(library.packs)
