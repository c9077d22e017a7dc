"""``compliance schema``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click


@click.command()
@click.argument("name", type=click.Choice(["report", "form", "pack", "profile", "audit"]))
@click.option("--rules", multiple=True, metavar="PATH",
              help="report 另含这些格式：YAML 文件或文件夹 / for report, further forms: "
                   "a YAML file or a folder")
@click.option("--plugin", "plugins", multiple=True, metavar="FILE",
              help="report 另含插件的格式：Python 文件 / for report, the forms of a plug-in: "
                   "a Python file")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def schema(name: str, rules: tuple[str, ...], plugins: tuple[str, ...], lang: str | None) -> None:
    """输出 JSON Schema / Print the JSON Schema of a kind of file."""
    click.echo(json.dumps(_schema(name, rules, plugins), ensure_ascii=False, indent=1))


def _schema(name: str, rules: Sequence[str], plugins: Sequence[str]) -> dict[str, Any]:
    if name == "report":
        from compliance.cli.settings import library_of
        from compliance.model.report_schema import report_schema

        return report_schema(library_of(rules, plugins).forms)
    from compliance.model.audit_file import AuditFile
    from compliance.model.form import Form
    from compliance.model.pack import Pack
    from compliance.model.profile import Profile
    from compliance.model.validation import json_schema

    models = {"form": Form, "pack": Pack, "profile": Profile, "audit": AuditFile}
    return json_schema(models[name])
