"""Whatever a person may write or call is documented."""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unicodedata import normalize

import click
import pytest

from compliance.checks.settings import Setting, settings_of
from compliance.cli.main import cli
from compliance.evaluate import program
from compliance.plugin.cache import installed
from compliance.plugin.library import load_feature
from compliance.reference import json_page, language, records, words
from compliance.reference.checks_page import checks_page, docstring_of
from compliance.reference.code_zh import CHECKS_ZH, HOOKS_ZH
from compliance.reference.commands_page import ENVIRONMENT, EXIT_CODES, FORMATS, commands
from compliance.reference.fields import keys_of, records_below
from compliance.reference.fields_zh import FIELDS_ZH
from compliance.reference.hooks import hooks
from compliance.reference.report_zh import REPORT_ZH
from compliance.relation import parsing, tokens
from compliance.score import MODELS
from compliance.testing import cases
from compliance.write import WRITERS
from tests.docs.pages import DOCS, ROOT, pages

LIBRARY = installed()
SOURCE = ROOT / "src" / "compliance"
MODELS_OF_FILES = {model.__name__: model for file in records.FILES.values()
                   for model in records_below(file)}


@pytest.mark.parametrize("hook", hooks())
def test_a_hook_has_a_docstring_and_an_example(hook: str) -> None:
    assert inspect.getdoc(hooks()[hook])
    folder = DOCS / "examples" / hook
    implemented = [path for path in folder.glob("*.py") if f"def {hook}() ->" in path.read_text()]
    assert implemented, f"no example of {hook} in docs/examples"
    assert (folder / "index.md").exists()


@pytest.mark.parametrize("model", MODELS_OF_FILES.values(), ids=MODELS_OF_FILES)
def test_every_key_of_a_file_has_a_meaning(model: type[Any]) -> None:
    assert inspect.getdoc(model)
    missing = [key.name for key in keys_of(model) if not key.meaning]
    assert not missing, f"no docstring below {missing}"


def test_everything_is_told_in_chinese_too() -> None:
    known = {f"{name}.{key.name}" for name, model in MODELS_OF_FILES.items()
             for key in keys_of(model)} | MODELS_OF_FILES.keys()
    assert FIELDS_ZH.keys() | REPORT_ZH.keys() == known
    assert HOOKS_ZH.keys() == hooks().keys()
    assert CHECKS_ZH.keys() == LIBRARY.checks.keys()


@pytest.mark.parametrize("name", LIBRARY.checks)
def test_a_check_tells_its_settings(name: str) -> None:
    assert docstring_of(name, LIBRARY)
    used = {key for rule in LIBRARY.rules().values() if rule.code == name for key in rule.settings}
    assert used <= declared(name).keys()
    page = checks_page(LIBRARY, "zh")
    assert all(f"`{key}`（" in page for key in declared(name))


def test_settings_that_checks_read_are_documented() -> None:
    for module in {load_feature(reference).__module__ for reference in LIBRARY.checks.values()}:
        source = inspect.getsource(sys.modules[module])
        told = {key for name, reference in LIBRARY.checks.items()
                if load_feature(reference).__module__ == module for key in declared(name)}
        assert settings_read(source) <= told, f"{module} reads settings that it does not declare"


def declared(check: str) -> Mapping[str, Setting]:
    return settings_of(load_feature(LIBRARY.checks[check])) or {}


def settings_read(source: str) -> set[str]:
    """Keys that a module takes from the settings of a rule."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Subscript) and of_settings(node.value):
            found.add(node.slice)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args \
                and node.func.attr == "get" and of_settings(node.func.value):
            found.add(node.args[0])
    return {node.value for node in found
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def of_settings(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id == "settings") or (
        isinstance(node, ast.Attribute) and node.attr == "settings")


def test_the_scan_of_settings_sees_both_spellings() -> None:
    assert settings_read("settings['a']; rule.settings.get('b', 1); other['c']") == {"a", "b"}


def test_every_sign_word_and_function_of_formulas_is_documented() -> None:
    entries = language.SIGNS + language.WORDS + language.FUNCTIONS
    told = {written for entry in entries for written in entry.written}
    understood = {*tokens._WORDS, *tokens._PAIRS, *tokens._SIGNS, *parsing.FUNCTIONS, "行合计"}
    assert {normalize("NFKC", word) for word in understood} <= {
        normalize("NFKC", word) for word in told}
    assert told - {"行合计"} <= understood


@pytest.mark.parametrize("entry", language.SIGNS + language.WORDS + language.FUNCTIONS,
                         ids=lambda entry: entry.written[0])
def test_the_example_of_a_word_uses_it(entry: language.Entry) -> None:
    assert any(written in entry.formula for written in entry.written)
    assert language.answer(entry, "zh")[0] in ("true", "false", "unknown")


def test_names_of_figures_in_text_are_documented() -> None:
    names = {name for group in program.TEXT_NAMES.values() for name in group}
    assert names == words.TEXT_NAMES.keys()
    assert words.ENGLISH == program._ENGLISH


COMMANDS = dict(commands(cli))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_its_options_have_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    mute = [option.opts for option in command.params
            if isinstance(option, click.Option) and not option.help]
    assert not mute, f"options of {name} without help"


def test_formats_models_and_exit_codes_are_documented() -> None:
    assert FORMATS.keys() == WRITERS.keys()
    scoring = (DOCS / "scoring.md").read_text("utf-8")
    assert not [name for name in MODELS if f"`{name}`" not in scoring]
    said = (SOURCE / "cli" / "main.py").read_text("utf-8").splitlines()[0]
    assert {int(code) for code in re.findall(r"\b\d\b", said)} == EXIT_CODES.keys()


def test_variables_of_the_environment_are_documented() -> None:
    read = {name for path in SOURCE.rglob("*.py") if path.parent.name != "reference"
            for name in re.findall(r'"(COMPLIANCE_[A-Z]+)"', path.read_text("utf-8"))}
    assert read - {"COMPLIANCE_API"} == ENVIRONMENT.keys()


def test_kinds_and_keys_of_cases_are_documented() -> None:
    assert set(records.KINDS) == set(cases.KINDS)
    read = set(re.findall(r'\.pop\("(\w+)"', inspect.getsource(cases)))
    assert read == records.CASE_KEYS.keys()


def test_every_key_of_the_json_is_documented(tmp_path: Path) -> None:
    from compliance import api
    from compliance.errors import Problem
    from compliance.messages import say
    from compliance.write.batch import Unread

    audit = api.audit(api.read(str(ROOT / "sample_reports" / "cn-2021-faulty.yaml")))
    unread = Unread("a.html", Problem(say("read.missing"), "a.html"))
    told = set(re.findall(r"`(\w+)`", json_page.json_page("en")))
    assert keys_below(json.loads(api.write([audit, unread], "json"))) <= told


def keys_below(value: Any) -> set[str]:
    if isinstance(value, dict):
        return value.keys() | {key for item in value.values() for key in keys_below(item)}
    if isinstance(value, list):
        return {key for item in value for key in keys_below(item)}
    return set()


def test_every_hand_written_page_is_in_the_menu() -> None:
    config = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))
    listed = set(menu(config["project"]["nav"]))
    assert {str(page) for page in pages()} <= listed


def menu(entries: list[dict[str, Any]]) -> list[str]:
    """The pages in a menu, at any depth."""
    found = []
    for entry in entries:
        for target in entry.values():
            found += [target] if isinstance(target, str) else menu(target)
    return found
