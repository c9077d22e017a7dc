"""Packs, forms and plug-ins made for a test."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

RULE = """\
- id: {id}
  title: {{zh: 受理不多于一万件, en: At most 10000}}
  says: 新收申请不多于一万件。
  basis: [{{document: 示例办法, clause: 第一条, strength: law}}]
  severity: {severity}
  category: arithmetic
  mend: {{zh: 请核对, en: Check it}}
  forms: [cn-2021]
  check: {check}
"""


def pack(path: Path, *rules: str, name: str = "cn-zz", jurisdiction: str = "CN",
         more: str = "") -> Path:
    """A pack file at ``path`` with the given rules."""
    head = f"pack: {name}\ntitle: {{zh: 示例, en: Example}}\nversion: 1.0.0\n"
    head += f"jurisdiction: {jurisdiction}\n{dedent(more)}"
    path.write_text(head + ("rules:\n" + "".join(rules) if rules else ""), "utf-8")
    return path


def rule(id: str = "ZZ-01", check: str = "行合计(本年新收) <= 10000",
         severity: str = "warning") -> str:
    """A rule on the form of 2021, as YAML."""
    return RULE.format(id=id, check=check, severity=severity)


def plugin(path: Path, body: str) -> Path:
    """A plug-in module at ``path``."""
    path.write_text("from compliance.plugin import hookimpl\n" + dedent(body), "utf-8")
    return path
