"""What a pack must have beside its formulas: ids, a place in the world, ground for its errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.messages import say
from compliance.model.form import Form
from compliance.model.pack import Basis, Pack, Rule
from compliance.model.text import Text
from compliance.plugin.near import listed

Steps = tuple[str | int, ...]

RULE_ID = r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*"
_PACK_ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_JURISDICTION = r"(?!CN-)[A-Z]{2}(?:-[A-Z0-9]{1,3})?|CN-[A-Z]{2}(?:-[0-9]{2,6})?"
_GROUNDS = ("law", "form")


def faults_of_pack(pack: Pack) -> Iterator[tuple[Steps, Text]]:
    """What is wrong with a pack, each with the keys and indexes of where it stands."""
    if not re.fullmatch(_PACK_ID, pack.pack):
        yield ("pack",), say("plugin.bad_pack_id", id=pack.pack)
    if (fault := fault_of_jurisdiction(pack.jurisdiction)) is not None:
        yield ("jurisdiction",), fault
    for number, rule in enumerate(pack.rules):
        if not re.fullmatch(RULE_ID, rule.id):
            yield ("rules", number, "id"), say("plugin.bad_rule_id", id=rule.id,
                                               like=_proper(rule.id))
        if rule.severity == "error" and not grounded(rule.basis):
            yield ("rules", number, "severity"), without_ground(rule, rule.basis)


def fault_of_jurisdiction(name: str) -> Text | None:
    """What is wrong with the code of a place; ``None`` when it is one."""
    if re.fullmatch(_JURISDICTION, name):
        return None
    return say("plugin.bad_jurisdiction", name=name, like=_code_of(name))


def grounded(basis: list[Basis]) -> bool:
    """Whether an error may stand on this: on the law or on the form."""
    return any(each.strength in _GROUNDS for each in basis)


def without_ground(rule: Rule, basis: list[Basis]) -> Text:
    """That a rule is an error and nothing says that it is."""
    strengths: list[str] = list(dict.fromkeys(each.strength for each in basis)) or ["none"]
    words = [say(f"plugin.ground_{strength}") for strength in strengths]
    grounds = Text(*(listed(word.in_(language) for word in words).in_(language)
                     for language in ("zh", "en")))
    return say("plugin.error_without_ground", rule=rule.id, grounds=grounds)


def faults_of_form(form: Form) -> Iterator[tuple[Steps, Text]]:
    """What is wrong with a form: its place, and expressions that cannot be used."""
    from compliance.checks.expressions import fault_of

    if (fault := fault_of_jurisdiction(form.jurisdiction)) is not None:
        yield ("jurisdiction",), fault
    for number, statement in enumerate(form.statements):
        for key in ("patterns", "near", "unless", "not_after"):
            for place, expression in enumerate(getattr(statement, key)):
                if (fault := fault_of(expression)) is not None:
                    yield ("statements", number, key, place), say(
                        "plugin.bad_expression", expression=expression, fault=fault)


def _proper(written: str) -> str:
    """The id that is meant: ``ZJ-02`` for ``zj 02``."""
    like = "-".join(re.findall("[A-Z0-9]+", written.upper()))
    return like if re.fullmatch(RULE_ID, like) else "ZJ-02"


def _code_of(name: str) -> str:
    """The code of a province that is named in Chinese, or misspelt; else one as an example."""
    if re.fullmatch("[A-Za-z]{2}([-_ ][A-Za-z]{2})?", name):
        return re.sub("[_ ]", "-", name.upper())
    from compliance.recognise.divisions import ISO, divisions

    for each in divisions():
        if name and each.code.endswith("0000") and each.name.startswith(name):
            return f"CN-{ISO[each.code[:2]]}"
    return "CN-ZJ"
