"""Every rule of the coded packs holds on its passing cases and fails on its failing ones."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
import yaml

from compliance.checks import CHECKS
from compliance.checks.observation import Context
from compliance.model.pack import Pack
from compliance.model.report import Source
from compliance.model.validation import validate
from compliance.plugin.builtin import rules_folder
from compliance.plugin.files import load_form, load_pack, resolve
from compliance.plugin.library import Library
from compliance.recognise.structured import report_file, to_report

PACKS = ("cn-form", "cn-text", "cn-dates", "cn-words")
# These need what only a reader knows, a profile, or two sections of one matter.
WITHOUT_CASES = {"CN-F-09", "CN-F-10", "CN-F-26", "CN-D-04"}


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = [load_form(path)[0] for path in sorted((rules_folder() / "forms").glob("*.yaml"))]
    forms, lineage = resolve({form.form: form for form in loaded})
    return Library(forms=forms, lineage=lineage)


def _cases():
    for pack in PACKS:
        path = Path(rules_folder()) / "packs" / f"{pack}.cases.yaml"
        for rule, cases in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for expected in ("passing", "failing"):
                for number, case in enumerate(cases[expected]):
                    yield pytest.param(pack, rule, expected, case, id=f"{rule}-{expected}-{number}")


@pytest.mark.parametrize(("pack", "rule_id", "expected", "case"), list(_cases()))
def test_case(library, pack, rule_id, expected, case):
    rules = {rule.id: rule for rule in load_pack(rules_folder() / "packs" / f"{pack}.yaml").rules}
    rule = rules[rule_id]
    report = to_report(report_file(case, "case.yaml", None), library, Source(format="yaml"))
    assert report.year in rule.in_force
    assert not rule.forms or report.form in rule.forms
    prescribed = library.form_of(report.year, report.jurisdiction or "CN")
    context = Context(report, library.forms[report.form], rule, library.forms, prescribed)
    module, _, name = CHECKS[rule.code].partition(":")
    outcomes = [seen.outcome.value for seen in getattr(import_module(module), name)(context)]
    if expected == "passing":
        assert outcomes
        assert set(outcomes) == {"pass"}
    else:
        assert "fail" in outcomes


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_has_cases_and_a_firm_basis_for_an_error(pack):
    folder = rules_folder() / "packs"
    data = yaml.safe_load((folder / f"{pack}.yaml").read_text(encoding="utf-8"))
    rules = validate(Pack, data, pack).rules
    cases = yaml.safe_load((folder / f"{pack}.cases.yaml").read_text(encoding="utf-8"))
    assert {rule.id for rule in rules} - WITHOUT_CASES == set(cases)
    for rule in rules:
        assert rule.code in CHECKS
        if rule.severity == "error":
            assert {basis.strength for basis in rule.basis} <= {"law", "form"}
