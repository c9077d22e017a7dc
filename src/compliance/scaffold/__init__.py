"""Begin a plug-in: ``compliance new``."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from compliance.errors import Problem
from compliance.messages import say

_TEMPLATES = Path(__file__).parent / "province"


def new_province(code: str, name: str, folder: str = "") -> list[Path]:
    """Write a plug-in package for a province: form, pack, cases, sample, tests, CI.

    Args:
        code: ISO 3166-2 letters of the province: ``FJ``.
        name: name in Chinese: ``福建``.
        folder: where to; ``compliance-cn-fj`` in the working folder when left out.

    Returns:
        The files written.

    Raises:
        Problem: the code is none, or the folder holds something already.
    """
    from compliance.recognise.divisions import ISO

    if code not in ISO.values():
        raise Problem(say("scaffold.bad_code", code=code))
    target = Path(folder or f"compliance-cn-{code.lower()}")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Problem(say("scaffold.not_empty"), str(target))
    values = {"CODE": code, "code": code.lower(), "name": name,
              "module": f"compliance_cn_{code.lower()}"}
    written = []
    for source in sorted(_TEMPLATES.rglob("*.tmpl")):
        inside = str(source.relative_to(_TEMPLATES)).removesuffix(".tmpl")
        path = target / Template(inside).substitute(values)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(source.read_text("utf-8")).substitute(values), "utf-8")
        written.append(path)
    return written


def new_rule(rule: str, pack: str) -> list[Path]:
    """Append a rule with its cases to a pack, ready to be put into one's own words.

    Args:
        rule: id of the rule: ``FJ-02``.
        pack: path of the pack file.

    Returns:
        The pack and its file of cases.

    Raises:
        Problem: the id is none, taken or unlike those of the pack, or the file is no pack.
    """
    from compliance.plugin.cache import installed
    from compliance.plugin.contents import contents_of_files
    from compliance.plugin.grounds import RULE_ID

    if not re.fullmatch(RULE_ID, rule):
        raise Problem(say("scaffold.bad_rule", rule=rule))
    path = Path(pack)
    contents = contents_of_files([path])
    if not contents.packs:
        raise Problem(say("scaffold.no_pack"), pack)
    taken = installed().places | contents.places
    if rule in taken:
        raise Problem(say("scaffold.rule_taken", rule=rule, there=taken[rule]))
    begins = sorted({each.id.partition("-")[0] for held in contents.packs for each in held.rules})
    if begins and rule.partition("-")[0] not in begins:
        raise Problem(say("scaffold.other_prefix", rule=rule, begins=begins[0]), pack)
    cases = path.with_name(f"{path.stem}.cases.yaml")
    text = path.read_text("utf-8")
    if not re.search(r"(?m)^rules:\s*$", text):
        raise Problem(say("scaffold.no_rules_key"), pack)
    template = _TEMPLATES.parent / "rule"
    path.write_text(_with(text, template / "rule.yaml", rule), "utf-8")
    cases_text = cases.read_text("utf-8") if cases.exists() else ""
    cases.write_text(_with(cases_text, template / "cases.yaml", rule), "utf-8")
    return [path, cases]


def _with(text: str, template: Path, rule: str) -> str:
    if text and not text.endswith("\n"):
        text += "\n"
    return text + Template(template.read_text("utf-8")).substitute(id=rule)
